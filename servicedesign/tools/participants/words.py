"""From the words that people write for a stakeholder to its kind, and back.

Owns which words mean which kind. A word that is unknown is kept as it was written, with the kind
OTHER, so that nothing is lost.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import StakeholderKind
from servicedesign.model.normalise import fold, plain_text
from servicedesign.tools.stakeholders import STAKEHOLDER_WORDS

KINDS: Final = tuple(STAKEHOLDER_WORDS)
"""The kinds in the order in which they are numbered, from 1."""

_K = StakeholderKind
_KNOWN: Final = {
    _K.OFFICIAL: "自治体職員 職員 自治体 行政 行政職員 役所 役場 役場職員 町職員 市職員 村職員 "
    "県職員 公務員|municipal staff|staff|official|officials|town staff|city staff|government",
    _K.COMPANY: "地域企業 企業 会社 会社員 事業者 事業所 民間 民間企業 商店|local business|"
    "business|company|companies|private sector",
    _K.ENGINEER: "ICT技術者 技術者 ICT IT IT技術者 エンジニア|ict engineers|ict engineer|engineer|"
    "engineers|developer|it engineer",
    _K.ORGANISATION: "関係団体 団体 NPO NPO法人 社協 協議会 社会福祉協議会|related organisations|"
    "organisation|organisations|organization|organizations|association|associations|npo",
    _K.USER: "利用者 住民 町民 市民 村民 県民 当事者 利用者本人|users|user|resident|residents|"
    "citizen",
    _K.OUTSIDER: "異分野の人 異分野 他分野 ほかの分野 ほかの分野の人 外部 部外者|another field|"
    "other field|outsider|outsiders",
    _K.OTHER: "そのほかの立場 そのほか その他|other|others",
}
_READINGS: Final = {
    _K.OFFICIAL: "じちたいしょくいん しょくいん",
    _K.COMPANY: "ちいききぎょう きぎょう",
    _K.ENGINEER: "ぎじゅつしゃ あいしーてぃー",
    _K.ORGANISATION: "かんけいだんたい だんたい",
    _K.USER: "りようしゃ",
    _K.OUTSIDER: "いぶんや",
    _K.OTHER: "そのほか",
}
_NOTED: Final = re.compile(r"([^（(]+?)\s*[（(](.*)[）)]", re.DOTALL)


@cache
def _kinds_by_word() -> dict[str, StakeholderKind]:
    found = {}
    for kind, words in _KNOWN.items():
        japanese, *english = words.split("|")
        for word in (*japanese.split(), *english):
            found[fold(word)] = kind
    return found


@cache
def _beginnings() -> tuple[tuple[str, StakeholderKind], ...]:
    """Return what may be typed the beginning of: the names and their readings."""
    found = [(word, kind) for word, kind in _kinds_by_word().items() if word.isascii()]
    found += [(fold(STAKEHOLDER_WORDS[kind]), kind) for kind in KINDS]
    found += [(fold(word), kind) for kind, words in _READINGS.items() for word in words.split()]
    return tuple(found)


def read_stakeholder(text: str) -> tuple[StakeholderKind, str]:
    """Return the kind that ``text`` names and the note that goes with it.

    利用者, "user" and 利用者（町外） are USER; what is unknown is OTHER with the text as its note.
    """
    text = plain_text(text, single_line=True).strip()
    known = _kinds_by_word()
    if fold(text) in known:
        return known[fold(text)], ""
    noted = _NOTED.fullmatch(text)
    if noted is not None and fold(noted[1]) in known:
        return known[fold(noted[1])], noted[2].strip()
    return StakeholderKind.OTHER, text


def typed_stakeholder(text: str) -> tuple[StakeholderKind, str]:
    """Read as ``read_stakeholder`` what was typed by hand: a number or first letters will do."""
    short = fold(text).strip()
    if short.isdecimal() and 1 <= int(short) <= len(KINDS):
        return KINDS[int(short) - 1], ""
    kind, note = read_stakeholder(text)
    if kind is StakeholderKind.OTHER and note:
        begun = {known for word, known in _beginnings() if word.startswith(short)}
        if len(begun) == 1:
            return begun.pop(), ""
    return kind, note


def stakeholder_text(kind: StakeholderKind, note: str, t: Translator) -> str:
    """Return the words for a kind with its note; empty when nothing was said yet."""
    note = note.strip()
    if kind is StakeholderKind.OTHER and read_stakeholder(note) == (kind, note):
        return note
    word = t(STAKEHOLDER_WORDS[kind])
    return t("{word}（{note}）", word=word, note=note) if note else word


def short_words(t: Translator) -> dict[StakeholderKind, str]:
    """Return a word for each kind that is short enough to be counted on a card."""
    return {
        _K.OFFICIAL: t.context("short kind", "職員"),
        _K.COMPANY: t.context("short kind", "企業"),
        _K.ENGINEER: t.context("short kind", "技術者"),
        _K.ORGANISATION: t.context("short kind", "団体"),
        _K.USER: t.context("short kind", "利用者"),
        _K.OUTSIDER: t.context("short kind", "異分野"),
        _K.OTHER: t.context("short kind", "ほか"),
    }
