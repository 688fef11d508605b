"""The legend of a map: what its marks mean, only those that stand on it.

Owns its words and their flow in lines. Must not know where on the page it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from servicedesign.model import EvidenceLevel, LaneKind, Outcome
from servicedesign.paper import marks
from servicedesign.paper.chips import chip, chip_height, chip_width
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.tokens import ACTION, INK
from servicedesign.tools.journey.presets import OUTCOME_WORDS
from servicedesign.tools.journey.sheet_cards import LEVELS, issue_chip
from servicedesign.tools.journey.sheet_data import Card, LaneRow
from servicedesign.tools.journey.sheet_desk import Desk, is_wall

PITCH: Final = 5.2
"""Distance of two lines of the legend, mm."""
_GROUP_GAP: Final = 7.0


@dataclass(frozen=True, slots=True)
class Item:
    """A mark with its word; ``sign`` draws the mark from a left edge around a middle line."""

    word: str
    wide: float = 0.0
    sign: Callable[[Page, float, float], object] | None = None
    bold: bool = False
    colour: str = INK


def legend_items(desk: Desk, lanes: Sequence[LaneRow], *, compared: bool) -> list[list[Item]]:
    """Return the groups of the legend for what stands in ``lanes``."""
    t, kinds = desk.t, {lane.kind for lane in lanes}
    cards = [card for lane in lanes for cell in lane.cells for card in cell]
    groups = []
    if compared:
        groups.append(_curves(desk))
    if LaneKind.ACTION in kinds:
        groups.append([Item(t("成否"), bold=True), *(
            Item(t(word), 4.6, _outcome(str(which))) for which, word in OUTCOME_WORDS.items()
        )])  # fmt: skip
    if any(_has_squares(card) for card in cards) or not cards:
        words = {EvidenceLevel.NONE: t.context("map", "なし"), EvidenceLevel.SOME: t("一部"),
                 EvidenceLevel.RESEARCHED: t("調査済み")}  # fmt: skip
        groups.append([Item(t("根拠"), bold=True), *(
            Item(word, 6.0, _squares(LEVELS[which])) for which, word in words.items()
        )])  # fmt: skip
    if LaneKind.PAIN_POINT in kinds:
        groups.append([Item(t("困りごと（番号はボード・投票と共通）"), 4.6, _pain)])
    if any(card.issue for card in cards):
        groups.append(_issues(desk))
    if any(card.ideas for card in cards):
        groups.append([Item(t("案の番号は、ボードの付箋と同じです"))])
    codes = [code for card in cards for code in card.references]
    if codes:
        groups.append([Item(_where(desk, codes[0]))])
    return groups


def _has_squares(card: Card) -> bool:
    """Tell whether squares of evidence stand on a card: an outcome always has them beside it."""
    return card.evidence is not EvidenceLevel.NONE or card.outcome is not Outcome.UNSET


def _where(desk: Desk, code: str) -> str:
    """Return where the words behind codes such as ``code`` are; a poster has no lists."""
    if is_wall(desk.doc.grid):
        return desk.t("{code} など：根拠の番号です", code=code)
    return desk.t("{code} など：後ろの「地図の出どころ」に言葉があります", code=code)


def _issues(desk: Desk) -> list[Item]:
    page, size = desk.doc.pages[-1], min(desk.size.legend, 9.5)

    def item(word: str, *, chosen: bool) -> Item:
        one = issue_chip(desk.t, chosen)
        half = chip_height(size) / 2
        return Item(
            word,
            chip_width(page, one, size) + 1.6,
            lambda on, x, middle: chip(on, x, middle - half, one, size),
        )

    return [item(desk.t("取り上げる"), chosen=True), item(desk.t("まだ取り上げない"), chosen=False)]


def _curves(desk: Desk) -> list[Item]:
    def solid(page: Page, x: float, middle: float) -> None:
        page.line(x, middle, x + 9, middle, 1.8)

    def dashed(page: Page, x: float, middle: float) -> None:
        page.line(x, middle, x + 9, middle, 2.2, ACTION, (6, 3))

    return [
        Item(desk.t("現状"), 11, solid, bold=True),
        Item(desk.t("理想"), 11, dashed, bold=True, colour=ACTION),
    ]


def _outcome(which: str) -> Callable[[Page, float, float], object]:
    return lambda page, x, middle: marks.outcome(page, x + 1.7, middle, which, 3.2)


def _squares(level: int) -> Callable[[Page, float, float], object]:
    return lambda page, x, middle: marks.evidence(page, x, middle, level)


def _pain(page: Page, x: float, middle: float) -> None:
    marks.pain(page, x + 1.6, middle, 3.2)


def legend_height(page: Page, desk: Desk, groups: Sequence[Sequence[Item]]) -> float:
    """Return the height of the legend in mm."""
    lines = _flow(page, desk, groups)
    return len(lines) * PITCH if groups else 0.0


def draw_legend(page: Page, desk: Desk, y: float, groups: Sequence[Sequence[Item]]) -> None:
    """Draw the legend with its upper edge at ``y``."""
    size = desk.size.legend
    for line in _flow(page, desk, groups):
        x, middle = page.grid.left, y + size / PT_PER_MM / 2
        for group in line:
            for item in group:
                if item.sign:
                    item.sign(page, x, middle)
                x += item.wide
                x += page.text(x, middle - size / PT_PER_MM / 2, item.word, size, bold=item.bold,
                               colour=item.colour) + 2.6  # fmt: skip
            x += _GROUP_GAP - 2.6
        y += PITCH


def _flow(page: Page, desk: Desk, groups: Sequence[Sequence[Item]]) -> list[list[Sequence[Item]]]:
    """Return the groups in lines that are not wider than the page."""
    lines: list[list[Sequence[Item]]] = [[]]
    used = 0.0
    for group in groups:
        wide = sum(
            item.wide + page.width(item.word, desk.size.legend, item.bold) + 2.6 for item in group
        )
        if lines[-1] and used + wide > page.grid.text_width:
            lines.append([])
            used = 0.0
        lines[-1].append(group)
        used += wide + _GROUP_GAP - 2.6
    return lines
