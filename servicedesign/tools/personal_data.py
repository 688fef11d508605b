"""What in a text might tell who someone is: telephone numbers, addresses, names.

Owns the patterns and the gentle sentence for each. It only points at places: nothing is changed and
nothing is forbidden, since a number may be the town's own. Positions are characters of the text as
it is given. Must not know where a text is shown or whether it is about to be shared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from servicedesign.model import Interview, Message, Participant, Persona, TestSession, msg
from servicedesign.store import Project
from servicedesign.tools.people_words import NOT_NAMES, NOT_NAMES_ENDING, REAL_DESPITE_ENDING


class HintKind(StrEnum):
    """What a place in a text looks like."""

    PHONE = "phone"
    EMAIL = "email"
    POSTCODE = "postcode"
    ADDRESS = "address"
    MY_NUMBER = "my_number"
    KNOWN_NAME = "known_name"
    """A name of someone who takes part in the project."""
    NAME = "name"
    """Words that look like the name of a person."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A place that should be looked at.

    Attributes:
        kind: what it looks like.
        start: its first character.
        end: the character behind its last one.
        text: what stands there.
    """

    kind: HintKind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a project knows.

    Attributes:
        known: of real people who take part.
        invented: of personas, which may stand anywhere.
    """

    known: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()


_SENTENCES: Final = {
    HintKind.PHONE: msg("電話番号のようです。番号や仮名に置き換えましょう。"),
    HintKind.EMAIL: msg("メールアドレスのようです。消すか、仮の文字に置き換えましょう。"),
    HintKind.POSTCODE: msg("郵便番号のようです。消しましょう。"),
    HintKind.ADDRESS: msg("住所のようです。地区の名前までにしましょう。"),
    HintKind.MY_NUMBER: msg("12桁の番号です。マイナンバーなら消しましょう。"),
    HintKind.KNOWN_NAME: msg("参加者や聞き手の名前のようです。番号や役目に置き換えましょう。"),
    HintKind.NAME: msg("人の名前のようです。番号や仮名に置き換えましょう。"),
}

_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_DASH: Final = r"[-‐‑‒–—―−ｰー]"
_PART: Final = rf"(?:\s?{_DASH}\s?|\s?[()]\s?|\s)"
_UNIT: Final = (
    r"(?!\s?(?:[円人回件時分秒日月年歳才名個本枚台度倍割点種社校世戸軒キメグ%]|か所|ヶ所))"
)
_PHONE: Final = re.compile(
    rf"(?<![\d.,])(?:(?:\+81{_PART}?|0)\d{{1,4}}{_PART}|\(0\d{{1,4}}\)\s?)\d{{1,4}}{_PART}\d{{3,4}}(?![\d,.]\d|\d)"
    rf"|(?<![\d.,])0\d{{9,10}}(?!\d){_UNIT}"
)
_EMAIL: Final = re.compile(
    r"[A-Za-z0-9][\w.%+-]*@[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+", re.ASCII
)
_POSTCODE: Final = re.compile(
    rf"〒\s?\d{{3}}{_DASH}?\d{{0,4}}"
    rf"|(?<![\d.,/])(?<!\d{_DASH})\d{{3}}{_DASH}\d{{4}}(?!{_DASH}?\d){_UNIT}"
)
_MY_NUMBER: Final = re.compile(
    rf"(?<![\d.,-])\d{{4}}(?:\s?{_DASH}?\s?)\d{{4}}(?:\s?{_DASH}?\s?)\d{{4}}(?![\d,.]\d|\d|{_DASH}\d){_UNIT}"
)
_NUMBER: Final = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,5})"
_ADDRESS: Final = re.compile(
    rf"[一-龠々ヶケ]*{_NUMBER}丁目\s?{_NUMBER}(?:番地?|{_DASH}|の)?{_NUMBER}?号?"
    rf"|[一-龠々ヶケ字]*{_NUMBER}番地(?:の?{_NUMBER})?"
    rf"|[一-龠々ヶケ字]*{_NUMBER}番{_NUMBER}号"
    rf"|[一-龠々ヶケ]*[町村区市字条丁](?!\d{{4}}){_NUMBER}{_DASH}\d{{1,4}}(?:{_DASH}\d{{1,4}})?(?!{_DASH}?\d){_UNIT}"
    rf"|[一-龠々ヶケ]{{2,}}(?!\d{{4}})\d{{1,3}}{_DASH}\d{{1,3}}{_DASH}\d{{1,4}}(?!{_DASH}?\d){_UNIT}"
)
_CALLED: Final = re.compile(r"([一-龠々ヶ]{1,4})(さん|サン|くん|クン|ちゃん|氏)(?![一-龠])")
_TITLED: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s([A-Z][a-z]+)\b")
_COMPOUND: Final = tuple(word for word in NOT_NAMES if len(word) > 1)
_HONOUR: Final = r"\s?(?:さん|サン|さま|様|氏|くん|君|ちゃん|先生)"


def personal_hints(
    text: str, known_names: Iterable[str] = (), invented_names: Iterable[str] = ()
) -> tuple[Hint, ...]:
    """Return the places of ``text`` that might tell who someone is, in order, none over another.

    Args:
        text: any text; full-width digits and letters are read as plain ones.
        known_names: of real people, such as participants: found wherever they stand.
        invented_names: of personas: never found.
    """
    plain = text.translate(_WIDE)
    taken: list[Hint] = []
    for kind, start, end in _places(plain, tuple(known_names), tuple(invented_names)):
        if all(end <= other.start or start >= other.end for other in taken):
            taken.append(Hint(kind, start, end, text[start:end]))
    return tuple(sorted(taken, key=lambda hint: hint.start))


def hint_sentence(kind: HintKind) -> Message:
    """Return the gentle sentence for a place of ``kind``."""
    return _SENTENCES[kind]


def names_in(project: Project) -> Names:
    """Return the names that ``project`` knows: of those who take part and of personas."""
    known = [person.name for person in project.all(Participant)]
    for talk in project.all(Interview):
        known += [talk.interviewer, talk.recorder]
    known += [session.observer for session in project.all(TestSession)]
    names = (part for name in known for part in re.split(r"[、,，／/・\n]", name))
    return Names(
        tuple(dict.fromkeys(name.strip() for name in names if name.strip())),
        tuple(person.name for person in project.all(Persona) if person.name.strip()),
    )


def _places(
    plain: str, known: tuple[str, ...], invented: tuple[str, ...]
) -> Iterator[tuple[HintKind, int, int]]:
    """Yield what might be personal; of two at one place the first one counts."""
    for found in _EMAIL.finditer(plain):
        yield HintKind.EMAIL, found.start(), found.end()
    for found in _PHONE.finditer(plain):
        if len(re.sub(r"\D", "", found[0])) in _digits_of_phone(found[0]):
            yield HintKind.PHONE, found.start(), found.end()
    for kind, pattern in (
        (HintKind.MY_NUMBER, _MY_NUMBER),
        (HintKind.POSTCODE, _POSTCODE),
        (HintKind.ADDRESS, _ADDRESS),
    ):
        for found in pattern.finditer(plain):
            yield kind, found.start(), found.end()
    for name in known:
        yield from _known(plain, name)
    yield from _called(plain, invented)


def _digits_of_phone(number: str) -> tuple[int, ...]:
    return (11, 12) if "+" in number else (10, 11)


def _known(plain: str, name: str) -> Iterator[tuple[HintKind, int, int]]:
    """Yield the whole name wherever it stands, and the family name before さん or the like."""
    parts = name.translate(_WIDE).split()
    if not parts:
        return
    whole = r"\s?".join(map(re.escape, parts))
    latin = name.isascii()
    patterns = []
    if len("".join(parts)) >= 3 and (len(parts) > 1 or not latin):
        patterns.append(rf"\b{whole}\b" if latin else whole)
    family = parts[-1] if latin else parts[0]
    title = rf"\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s{re.escape(family)}\b"
    patterns.append(title if latin else re.escape(family) + _HONOUR)
    for pattern in patterns:
        for found in re.finditer(pattern, plain):
            yield HintKind.KNOWN_NAME, found.start(), found.end()


def _called(plain: str, invented: tuple[str, ...]) -> Iterator[tuple[HintKind, int, int]]:
    """Yield a family name before さん that is no word for anyone and no persona's."""
    pseudonyms = [part for name in invented for part in name.translate(_WIDE).split()]
    for found in _CALLED.finditer(plain):
        start, word = found.start(), found[1]
        polite = start > 0 and plain[start - 1] in "おオご御"
        if not polite and _may_be_name(word) and not _is_invented(word, pseudonyms):
            yield HintKind.NAME, start, found.end()
    for found in _TITLED.finditer(plain):
        if found[1] not in pseudonyms:
            yield HintKind.NAME, found.start(), found.end()


def _may_be_name(word: str) -> bool:
    if word in NOT_NAMES or any(word.endswith(known) for known in _COMPOUND):
        return False
    return word.endswith(REAL_DESPITE_ENDING) or not word.endswith(NOT_NAMES_ENDING)


def _is_invented(word: str, pseudonyms: Iterable[str]) -> bool:
    return any(word.endswith(name) or name.startswith(word) for name in pseudonyms)
