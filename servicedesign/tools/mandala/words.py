"""What a cell is called when it is read out.

Owns the sentences. Must not know the screen.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.tools.mandala.chart import Chart
from servicedesign.tools.mandala.spots import MIDDLE, Spot

_LONG = 200


def one_line(text: str, most: int = _LONG) -> str:
    """Return the beginning of ``text`` on one line."""
    words = " ".join(text[: most * 2].split())
    return words if len(words) <= most else f"{words[: most - 1]}…"


def place_words(chart: Chart, spot: Spot, t: Translator) -> str:
    """Return where a cell stands, in words."""
    if spot == MIDDLE:
        return t("中心の言葉")
    if spot.block == 0:
        return t("中心のまわりの{n}つ目", n=spot.slot)
    theme = one_line(chart.text(Spot(spot.block, 0)), 40)
    if spot.slot == 0:
        return t("{n}つ目のかたまりの中心", n=spot.block)
    if not theme:
        return t("{block}つ目のかたまりの{n}つ目", block=spot.block, n=spot.slot)
    return t("「{theme}」の{n}つ目", theme=theme, n=spot.slot)


def spoken(chart: Chart, spot: Spot, t: Translator) -> str:
    """Return what is read out of a cell: where it stands, what it says, its note."""
    text = one_line(chart.text(spot)) or t("まだ空です")
    said = t("{place}：{text}", place=place_words(chart, spot, t), text=text)
    note = chart.note(spot)
    if note is not None and chart.has_words(spot):
        return t("{cell}。付箋{number}", cell=said, number=note.number)
    return said
