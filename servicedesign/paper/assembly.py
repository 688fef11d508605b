"""The page that says how to join the tiles of a poster.

Owns its words and drawings. Must not know how a poster is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import fit_line
from servicedesign.paper.marks import arrow, scissors
from servicedesign.paper.page import Numbering, Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TextStyle, fit
from servicedesign.tokens import ACTION, EDGE, GROUND, HAIRLINE, INK, SECOND_TEXT, STICKIES, TINT

if TYPE_CHECKING:
    from servicedesign.paper.document import Document

Place = tuple[int, int]
_PICTURE: Final = (147.0, 112.0)
"""Most width and height of the small poster in mm."""


@dataclass(frozen=True, slots=True)
class AssemblyPlan:
    """What the page tells of.

    Attributes:
        title: of the poster.
        poster: its page.
        numbering: its page number.
        poster_name: its paper in the reader's language.
        tile_name: the tiles' paper in the reader's language.
        boxes: x, y, width and height of each tile on the poster in mm, by (row, column) from 0.
        kept: the tiles that are printed.
        overlap: of neighbours in mm.
        size: width and height in mm of what the tiles show.
    """

    title: str
    poster: Page
    numbering: Numbering
    poster_name: str
    tile_name: str
    boxes: Mapping[Place, tuple[float, float, float, float]]
    kept: frozenset[Place]
    overlap: float
    size: tuple[float, float]


def draw_assembly(doc: Document, plan: AssemblyPlan) -> None:
    """Add the page to ``doc``, in the A4 portrait layout."""
    t = doc.job.t
    width, height = plan.size
    purpose = t.plural(
        "{n}枚の{tile}をつなぐと、{poster}（{width}×{height} mm）の「{title}」になります。",
        len(plan.kept),
        tile=plan.tile_name,
        poster=plan.poster_name,
        width=f"{width:g}",
        height=f"{height:g}",
        title=plan.title,
    )
    subtitle = t.plural("この1枚とタイル{n}枚", len(plan.kept))
    page = doc.new_page(Heading(t("ポスターの組み立て方"), 0, purpose, subtitle))
    bottom = _small_poster(page, plan)
    _facts(page, doc, plan)
    size = page.grid.sizes.note
    page.text(20, bottom + 2, t("番号は「段-列」。各タイルの左上にも同じ番号があります。"), size)
    _steps(page, doc, max(bottom + 9, 166))


def _small_poster(page: Page, plan: AssemblyPlan) -> float:
    """Draw the poster small with the edges of its tiles; return the y below it."""
    grid = plan.poster.grid
    wide = max(grid.paper_width, *(x + w for x, _, w, _ in plan.boxes.values()))
    high = max(grid.paper_height, *(y + h for _, y, _, h in plan.boxes.values()))
    scale = min(_PICTURE[0] / wide, _PICTURE[1] / high)
    x, y = 20.0, 46.0
    page.show(plan.poster, x, y, scale, plan.numbering)
    width, height = grid.paper_width * scale, grid.paper_height * scale
    page.rect(x, y, width, height, stroke=INK, line=0.5)
    for left, top, w, h in plan.boxes.values():
        page.rect(
            x + left * scale, y + top * scale, w * scale, h * scale,
            stroke=ACTION, line=0.7, dash=(2.5, 1.6),
        )  # fmt: skip
    for place, (left, top, w, h) in plan.boxes.items():
        cx, cy = x + (left + w / 2) * scale, y + (top + h / 2) * scale
        _tile_number(page, cx, cy, min(w, h) * scale, place, place in plan.kept)
    return y + high * scale


def _tile_number(page: Page, x: float, y: float, room: float, place: Place, printed: bool) -> None:
    r = min(6.6, room * 0.36)
    colour = ACTION if printed else EDGE
    page.circle(x, y, r, fill=GROUND, stroke=colour, line=1, dash=None if printed else (1.5, 1.2))
    size = min(13, r * 2)
    words = f"{place[0] + 1}-{place[1] + 1}"
    page.text(x, y - size / PT_PER_MM / 2, words, size, bold=True, colour=colour, align="center")


def _facts(page: Page, doc: Document, plan: AssemblyPlan) -> None:
    t = doc.job.t
    white = len(plan.boxes) - len(plan.kept)
    tiles = t("{tile} {count}枚", tile=plan.tile_name, count=len(plan.kept))
    facts = (
        (t("できあがり"), plan.poster_name),
        (t("横"), f"{plan.size[0]:g} mm"),
        (t("縦"), f"{plan.size[1]:g} mm"),
        (t("タイル"), tiles),
        (t("重ねる幅"), f"{plan.overlap:g} mm"),
        (t("白いタイル"), t("{count}枚（印刷なし）", count=white) if white else t("なし")),
    )
    x, y, width = 174.0, 46.0, 22.0
    for name, value in facts:
        page.line(x, y, x + width, y, 0.35, EDGE)
        page.text(x, y + 1.6, name, fit_line(page, name, 10.5, width), colour=SECOND_TEXT)
        page.text(x, y + 7, value, fit_line(page, value, 12, width, bold=True), bold=True)
        y += 14


def _steps(page: Page, doc: Document, y: float) -> None:
    t = doc.job.t
    steps: tuple[tuple[str, str, Callable[[Page, float, float], None]], ...] = (
        (
            t("確かめる"),
            t("定規で、各ページの目盛りが100 mmか測る。違えば「実際のサイズ」で印刷し直す。"),
            _measure,
        ),
        (
            t("切る"),
            t("右と下の余白を、切り線（はさみの印）で切り落とす。左と上は残す。"),
            _cut,
        ),
        (
            t("重ねる"),
            t("切ったタイルを、右のタイルの青い点線まで重ねる。十字の印を合わせる。"),
            _overlay,
        ),
        (
            t("はる"),
            t("1段ずつ表を仮どめし、裏から幅広のテープではる。最後に段どうしをつなぐ。"),
            _tape,
        ),
    )
    left, right = Box(20, y, 176, 100).columns(2, 8)
    for i, (name, words, draw) in enumerate(steps):
        column = (left, right)[i % 2]
        top = y + (i // 2) * 47
        page.line(column.x, top, column.right, top, 0.5)
        page.text(column.x, top + 2.4, str(i + 1), 20, bold=True, colour=ACTION)
        page.text(column.x + 7, top + 3.4, name, 14, bold=True)
        draw(page, column.x, top + 11)
        style = TextStyle(12, 9)
        fit(page.book, words, column.width - 37, 34, style).draw(page, column.x + 37, top + 12)
    foot = y + 2 * 47 + 1
    page.line(20, foot, 196, foot, 0.35, EDGE)
    needs = t("用意するもの  はさみかカッター、30 cmの定規、幅広のテープ、平らな机")
    page.text(20, foot + 2.6, needs, fit_line(page, needs, 12, 176))


def _measure(page: Page, x: float, y: float) -> None:
    page.text(x + 17, y + 1, "100 mm", 12, bold=True, align="center")
    page.line(x + 1, y + 9, x + 33, y + 9, 0.6)
    for i in range(11):
        page.line(x + 1 + i * 3.2, y + 9, x + 1 + i * 3.2, y + (6.6 if i in {0, 10} else 7.6), 0.6)
    page.rect(
        *(x + 0.5, y + 10.5, 33, 6.4), fill=STICKIES["cream"], stroke=INK, line=0.6, radius=0.6
    )
    for i in range(21):
        page.line(x + 1 + i * 1.6, y + 10.5, x + 1 + i * 1.6, y + (12.8 if i % 2 else 13.6), 0.5)


def _cut(page: Page, x: float, y: float) -> None:
    page.rect(x + 3, y + 2, 22, 28, fill=HAIRLINE, stroke=INK, line=0.6)
    page.rect(x + 3, y + 2, 17, 23, fill=GROUND)
    page.rect(x + 5, y + 4, 15, 21, fill=TINT)
    page.rect(x + 3, y + 2, 22, 28, stroke=INK, line=0.6)
    page.line(x + 20, y, x + 20, y + 32, 0.6, INK, (2.5, 2))
    page.line(x + 1, y + 25, x + 27, y + 25, 0.6, INK, (2.5, 2))
    scissors(page, x + 27.5, y + 25, 6)


def _overlay(page: Page, x: float, y: float) -> None:
    page.rect(x + 0.5, y + 1, 17, 24, fill=GROUND, stroke=INK, line=0.6)
    page.rect(x + 14, y + 3, 17, 24, fill=GROUND, stroke=INK, line=0.6)
    page.rect(x + 14, y + 3, 3.5, 22, fill=STICKIES["sky"], stroke=INK, line=0.6)
    for cy in (y + 7, y + 21):
        page.line(x + 13.4, cy, x + 18.1, cy, 0.6)
        page.line(x + 15.75, cy - 2.4, x + 15.75, cy + 2.4, 0.6)
    arrow(page, x + 34, y + 15, x + 28, y + 15)
    page.text(x + 16, y + 28, "10 mm", 11, bold=True, align="center")


def _tape(page: Page, x: float, y: float) -> None:
    page.rect(x + 1, y + 2, 31, 25, fill=GROUND, stroke=INK, line=0.6)
    for i in (1, 2, 3):
        page.rect(
            x + 1 + i * 7.75 - 1.2, y + 2, 2.4, 25, fill=STICKIES["cream"], stroke=INK, line=0.5
        )
    page.rect(x + 1, y + 12.6, 31, 3, fill=STICKIES["cream"], stroke=INK, line=0.5)
