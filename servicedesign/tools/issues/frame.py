"""The frame of a question: 「どうすれば〔誰〕が〔状況〕で〔望む状態〕になれるか」.

Owns how three parts become one natural sentence, in either language, and the gentle hints on it
(report ch. 7 §2(1)③). Must not write: who words a question by hand is the actions' matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import LANGUAGES, Translator, translator
from servicedesign.model import HowMightWe, Message, msg
from servicedesign.model.normalise import fold

PARTS: Final = ("who", "situation", "wished_state")
"""The fields that make the sentence, in the order of the frame."""

_ENDS: Final = " 　\n\t、，,。．.？?！!"
_WHEN: Final = (
    *("とき", "時", "際", "間", "頃", "ころ", "前", "後", "まえ", "あと", "日", "夜", "朝", "中"),
)
"""Ends of a situation that say when: に follows, not で."""
_DESCRIBING: Final = re.compile("[るかきすろよやわさしぬ軽早近高低安強深広良]い$")
"""Ends of words such as 明るい, which turn to 明るく."""
_VERB_ENDS: Final = "うくぐすつぬぶむる"
_TIED: Final = (
    *("で", "に", "も", "は", "を", "と", "へ", "ず", "て", "ら", "ば", "く", "まま", "し"),
    *("より", "つつ", "たり", "だり", "が", "のに", "ため"),
)
"""Ends of a situation that tie it to what follows already."""
_DOING: Final = ("る", "た", "しい", "ない", "たい")
"""Ends of a situation that say what is going on: ときに follows."""
_LONG: Final = 90
"""Characters from which a question is hard to keep in mind."""

_MEANS: Final = {
    "ja": (
        *("アプリ", "システム", "サイト", "ホームページ", "ウェブ", "LINE", "AI", "チャット"),
        *("ロボット", "ポータル", "オンライン", "デジタル", "パンフレット", "チラシ", "冊子"),
        *("マニュアル", "動画", "講座", "導入", "設置", "予約制"),
    ),
    "en": (
        *("app", "apps", "website", "web page", "web site", "system", "portal", "chatbot", "AI"),
        *("online", "digital", "leaflet", "brochure", "manual", "video", "course"),
    ),
}
"""Words that name a means: a question that holds one is half an answer already."""

_VAGUE: Final = {
    "ja": (
        *("便利", "快適", "幸せ", "豊か", "暮らしやすい", "暮らしやす", "住みやす", "よりよい"),
        *("より良い", "よくなる", "良くなる", "満足", "安心して暮らせる", "困らない"),
    ),
    "en": (
        *("convenient", "happy", "happier", "comfortable", "satisfied", "better", "a good life"),
        *("have no problems",),
    ),
}
"""Wished states that fit any service: nobody could tell whether they were reached."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A word of advice on a question; nothing is refused for it."""

    text: Message


def framed(parts: Mapping[str, str], t: Translator) -> str:
    """Return the sentence that ``parts`` make for readers of ``t``; empty without a wished state.

    A part that is missing is left out, so that the sentence can be read at any time.
    """
    who, where, wished = (_clean(parts.get(name, "")) for name in PARTS)
    if not wished:
        return ""
    return _japanese(who, where, wished, t) if t.lang == "ja" else _english(who, where, wished, t)


def outline(parts: Mapping[str, str], t: Translator) -> str:
    """Return the sentence as it grows, with 〔…〕 where a part is still missing."""
    names = {"who": t("〔誰〕"), "situation": t("〔状況〕"), "wished_state": t("〔望む状態〕")}
    cleaned = {name: _clean(parts.get(name, "")) or names[name] for name in PARTS}
    who, where, wished = (cleaned[name] for name in PARTS)
    return _japanese(who, where, wished, t) if t.lang == "ja" else _english(who, where, wished, t)


def own_wording(question: HowMightWe) -> bool:
    """Tell whether the sentence was worded by hand: its parts make another one."""
    said = question.sentence.strip()
    parts = parts_of(question)
    return bool(said) and all(framed(parts, translator(lang)) != said for lang in LANGUAGES)


def parts_of(question: HowMightWe) -> dict[str, str]:
    """Return the three parts of ``question`` by field."""
    return {name: getattr(question, name) for name in PARTS}


def question_text(question: HowMightWe, t: Translator) -> str:
    """Return the question as it is read: its sentence, else what its parts say so far, or empty."""
    if question.sentence.strip():
        return question.sentence.strip()
    parts = parts_of(question)
    return outline(parts, t) if any(_clean(part) for part in parts.values()) else ""


def hint_on(question: HowMightWe) -> Hint | None:
    """Return the one hint that helps ``question`` most now; None when it reads well."""
    said = " ".join((question.sentence, *parts_of(question).values()))
    if not said.strip():
        return None
    means = _found(said, _MEANS)
    if means:
        return Hint(
            msg(
                "「{word}」は、もう答えの一つです。"
                "それで何がかなうのかを書くと、ほかの答えも出せます。",
                word=means,
            )
        )
    vague = _found(f"{question.wished_state} {question.sentence}", _VAGUE)
    if vague:
        return Hint(
            msg(
                "「{word}」は広すぎるかもしれません。"
                "かなったと、見て分かる様子を書いてみてください。",
                word=vague,
            )
        )
    return _hint_on_parts(question)


def _hint_on_parts(question: HowMightWe) -> Hint | None:
    if len(question.sentence) > _LONG:
        return Hint(msg("長い問いは、覚えて考えられません。二つに分けてもかまいません。"))
    if own_wording(question):
        return None
    if not _clean(question.wished_state):
        return Hint(msg("どうなればよいかを書くと、問いになります。"))
    if not _clean(question.who):
        return Hint(msg("だれの問いかを書くと、考える人の顔が浮かびます。"))
    if not _clean(question.situation):
        return Hint(msg("いつ、どこでのことかを書くと、広すぎない問いになります。"))
    return None


def _found(text: str, words: Mapping[str, tuple[str, ...]]) -> str:
    """Return the first of ``words`` in ``text``; English ones as whole words only."""
    folded = fold(text)
    for word in words["ja"]:
        if not word.isascii() and fold(word) in folded:
            return word
    for word in (*words["en"], *(one for one in words["ja"] if one.isascii())):
        if re.search(rf"(?<![a-z]){re.escape(fold(word))}(?![a-z])", folded):
            return word
    return ""


def _clean(part: str) -> str:
    return " ".join(part.split()).strip(_ENDS)


# --- Japanese -------------------------------------------------------------------------------------


def _japanese(who: str, where: str, wished: str, t: Translator) -> str:
    subject = who.removesuffix("が")
    place = _placed(where)
    end = _reached(wished)
    if subject and place:
        return t(
            "どうすれば{who}が、{situation}、{wished}か", who=subject, situation=place, wished=end
        )
    if subject:
        return t("どうすれば{who}が{wished}か", who=subject, wished=end)
    if place:
        return t("どうすれば{situation}、{wished}か", situation=place, wished=end)
    return t("どうすれば{wished}か", wished=end)


def _placed(where: str) -> str:
    """Return the situation with the particle it lacks."""
    if not where or where.endswith(_TIED):
        return where
    if where.endswith(_WHEN):
        return where + "に"
    return where + ("ときに" if where.endswith(_DOING) else "で")


def _reached(wished: str) -> str:
    """Return the wished state with なれる, in the form that its last word asks for."""
    wished = wished.removesuffix("か") if wished.endswith("れるか") else wished
    if wished.endswith("なれる"):
        return wished
    if wished.endswith(("ように", "に", "く")) and not wished.endswith(("行く", "聞く", "書く")):
        return wished + "なれる"
    if _DESCRIBING.search(wished):
        return wished.removesuffix("い") + "くなれる"
    if wished.endswith(("ない", "たい")) or wished[-1] in _VERB_ENDS:
        return wished + "ようになれる"
    return wished + "になれる"


# --- English --------------------------------------------------------------------------------------


def _english(who: str, where: str, wished: str, t: Translator) -> str:
    wished = wished.removeprefix("to ")
    if who and where:
        return t(
            "どうすれば{who}が、{situation}、{wished}か", who=who, situation=where, wished=wished
        )
    if who:
        return t("どうすれば{who}が{wished}か", who=who, wished=wished)
    if where:
        return t("どうすれば{situation}、{wished}か", situation=where, wished=wished)
    return t("どうすれば{wished}か", wished=wished)
