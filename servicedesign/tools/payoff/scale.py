"""The scale that people rate on: 1 to 5, in tenths; the file keeps 0 to 1.

Owns the way between the two, how a number is shown and read, and the middle at which the quadrants
meet. Screen and paper use the same scale. Must not know ideas.
"""

from __future__ import annotations

import math
import unicodedata
from typing import Final

from servicedesign.model import ProjectError, msg

LOWEST: Final = 1
HIGHEST: Final = 5
"""The ends of the scale that people see."""
MIDDLE: Final = 3.0
"""From here on an effect is great and a thing feasible."""
TENTHS: Final = 10
"""Steps within a point: as fine as a place can be chosen or typed."""
_SPAN: Final = HIGHEST - LOWEST
_MOST_READ: Final = 40
"""Characters of a wrong number that are told back."""


def points(value: float) -> float:
    """Return where ``value`` (0 to 1) lies on the scale, to a tenth."""
    return math.floor((LOWEST + _SPAN * value) * TENTHS + 0.5 + 1e-9) / TENTHS


def value_of(number: float) -> float:
    """Return what the file keeps for ``number`` on the scale, bounded and to a tenth."""
    tenth = math.floor(number * TENTHS + 0.5 + 1e-9) / TENTHS
    return (min(max(tenth, LOWEST), HIGHEST) - LOWEST) / _SPAN


def on_grid(value: float) -> float:
    """Return the nearest value (0 to 1) that lies on a tenth of the scale."""
    return value_of(LOWEST + _SPAN * value)


def shown(value: float) -> str:
    """Return ``value`` as it is shown: ``3.5``, always with one place."""
    return f"{points(value):.1f}"


def short(value: float) -> str:
    """Return ``value`` as it is shown in a range: ``3`` or ``3.5``."""
    return f"{points(value):g}"


def read_points(text: str) -> float | None:
    """Return the value (0 to 1) that a typed number stands for; None for an empty text.

    Full-width digits, a decimal comma and 点 behind the number are understood.

    Raises:
        ProjectError: it is no number from 1 to 5.
    """
    typed = unicodedata.normalize("NFKC", text).strip().removesuffix("点").strip()
    if not typed:
        return None
    number = _number(typed.replace(",", "."))
    if number is None or not LOWEST <= number <= HIGHEST:
        raise ProjectError(
            msg("「{text}」は、点として読めません。", text=text.strip()[:_MOST_READ]),
            msg("前の点のままです。"),
            msg("1から5までの数を入れてください。3.5のように、小数も使えます。"),
        )
    return value_of(number)


def _number(typed: str) -> float | None:
    whole, _, rest = typed.partition(".")
    plain = len(typed) <= _MOST_READ and (whole + rest).isascii() and (whole + rest).isdecimal()
    return float(typed) if plain and whole else None
