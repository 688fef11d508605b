"""Amounts as people type them and as they are shown: the one reader and the one writer.

Owns the reading of full width digits, commas, 円, 万円, 億円, hours and minutes, and what is asked
back. Must not know what an amount is for.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import Message, msg

EXACT: Final = Context(prec=80, rounding=ROUND_HALF_UP)
"""Sums are made in this context: no digit is lost on the way."""

_DIGITS: Final = 15
"""More digits than this are no amount of a town."""
_SCALES: Final = {"億": Decimal(10**8), "万": Decimal(10**4), "千": Decimal(1000), "": Decimal(1)}
_PART: Final = re.compile(r"(\d+(?:\.\d+)?|\.\d+)(億|万|千)?")
_YEN: Final = re.compile(r"^[¥\\]?(.+?)(?:円|yen|jpy)?$")
_HOURS: Final = re.compile(
    r"^(?:(\d+(?:\.\d+)?)(?:時間|hours?|hrs?|h))?(?:(\d+(?:\.\d+)?)(?:分|minutes?|mins?|m))?$"
)
_COUNTED: Final = re.compile(
    r"(?:件|人|世帯|組|名|回|枚|か所|欄|度|households?|people|cases?|times)$"
)
_LESS: Final = ("-", "−", "▲", "△", "‐", "–", "—", "ー")


class Quantity(StrEnum):
    """What is read."""

    YEN = "yen"
    COUNT = "count"
    MINUTES = "minutes"
    HOURS = "hours"


_MOST: Final = {
    Quantity.YEN: Decimal(10) ** 11,
    Quantity.COUNT: Decimal(10) ** 8,
    Quantity.MINUTES: Decimal(60 * 24 * 366),
    Quantity.HOURS: Decimal(10) ** 7,
}
"""Above this one is asked whether it is meant: 1,000億円, a hundred million cases, a year."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read.

    Attributes:
        value: the amount, or None when nothing was typed or it cannot be one.
        question: what to ask back; with a value it may be kept as it is after a yes.
    """

    value: Decimal | None = None
    question: Message | None = None


def read_amount(text: str, quantity: Quantity = Quantity.YEN) -> Reading:
    """Return the amount in ``text``; nothing typed is no amount and no question.

    Args:
        text: as typed; ``１，２００円``, ``45万円``, ``1億2千万円``, ``1時間30分`` are all read.
        quantity: yen, a number of things, minutes or hours; the last two take both units.
    """
    typed = text.strip()
    plain = _plain(typed)
    if not plain:
        return Reading()
    if plain.startswith(_LESS) and len(plain) > 1:
        return Reading(
            None, msg("「{typed}」は0より小さい数です。0以上の数で書きますか。", typed=typed[:40])
        )
    value = _value(plain, quantity)
    if value is None:
        return Reading(
            None, msg("「{typed}」を数として読めません。どんな数ですか。", typed=typed[:40])
        )
    if value > Decimal(10) ** _DIGITS:
        return Reading(
            None, msg("「{typed}」は桁が多すぎます。単位は合っていますか。", typed=typed[:40])
        )
    if value > _MOST[quantity]:
        return Reading(
            value, msg("{value}はとても大きい数です。このままでよいですか。", value=grouped(value))
        )
    return Reading(value)


def _plain(text: str) -> str:
    """Return ``text`` in half width without commas, spaces and words such as 約."""
    if len(text) > 200:
        return "?"
    folded = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[,、\s]", "", folded).removeprefix("約")


def _value(plain: str, quantity: Quantity) -> Decimal | None:
    if quantity in (Quantity.MINUTES, Quantity.HOURS):
        timed = _time(plain, quantity)
        if timed is not None:
            return timed
    elif quantity is Quantity.YEN:
        found = _YEN.match(plain)
        plain = found.group(1) if found else plain
    else:
        plain = _COUNTED.sub("", plain.removeprefix("年"))
    return _scaled(plain)


def _time(plain: str, quantity: Quantity) -> Decimal | None:
    found = _HOURS.match(plain)
    if found is None or not (found.group(1) or found.group(2)):
        return None
    minutes = EXACT.add(
        EXACT.multiply(Decimal(found.group(1) or 0), Decimal(60)), Decimal(found.group(2) or 0)
    )
    if quantity is Quantity.MINUTES:
        return minutes
    return EXACT.divide(minutes, Decimal(60))


def _scaled(plain: str) -> Decimal | None:
    """Return ``1億2千万`` or ``12.5`` as a number, or None when it is not one."""
    total, at, least, group = Decimal(0), 0, None, Decimal(0)
    while at < len(plain):
        found = _PART.match(plain, at)
        if found is None:
            return None
        number = EXACT.multiply(Decimal(found.group(1)), _SCALES[found.group(2) or ""])
        at = found.end()
        group = EXACT.add(group, number)
        if plain[at : at + 1] in ("万", "億") and found.group(2) == "千":
            group = EXACT.multiply(group, _SCALES[plain[at]])
            at += 1
        scale = plain[at - 1] if plain[at - 1] in _SCALES else ""
        if least is not None and (_SCALES[scale] >= least):
            return None
        least = _SCALES[scale]
        total, group = EXACT.add(total, group), Decimal(0)
    return total if plain else None


def rounded(value: Decimal, places: int = 0) -> Decimal:
    """Return ``value`` rounded half up, the way of all sums here, to ``places`` decimals."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=EXACT)


def grouped(value: Decimal, places: int | None = None) -> str:
    """Return ``value`` with groups of three digits; with ``places`` rounded half up to those.

    Without ``places`` every digit is shown and no zero behind the last one that counts.
    """
    if places is not None:
        return f"{rounded(value, places):,f}"
    whole = f"{value:,f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole


def yen(value: Decimal, t: Translator) -> str:
    """Return an amount of yen, rounded half up to one yen: ``1,200円`` or ``¥1,200``."""
    return t("{amount}円", amount=grouped(value, 0))


def hours(value: Decimal, t: Translator) -> str:
    """Return hours with one decimal: ``36.2時間``."""
    return t("{amount}時間", amount=grouped(value, 1))
