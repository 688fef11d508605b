"""Where the places of an empathy map are: around the face of the persona, and at the foot.

Owns the geometry: what one hears and sees lies left and right like ears and eyes, thoughts above,
words and deeds below; the lines between them run towards the face. Must not know what is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot
from typing import Final

from servicedesign.model import Persona, field_specs
from servicedesign.model.drawing import Drawing
from servicedesign.paper.labels import Label
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box, Grid
from servicedesign.paper.pictures import draw_portrait
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import EDGE, INK, SECOND_TEXT, TINT
from servicedesign.tools.persona.sheet_identity import draw_empty_portrait
from servicedesign.tools.persona.sheet_parts import Desk

PAD: Final = 2.4
"""Between a rule and what stands under or over it, mm."""


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes of a page: mm and pt.

    Attributes:
        side: width of the places beside the face.
        foot: height of the two panels.
        gap: between two places; the line runs in its middle.
        disc: diameter of the face.
        name: height of the name under it.
        heading: of the labels.
        body: wanted size of the words.
        least: smallest size of the words.
        pitch: smallest distance of writing lines.
    """

    side: float
    foot: float
    gap: float
    disc: float
    name: float
    heading: float
    body: float
    least: float
    pitch: float


def look_for(grid: Grid, *, blank: bool) -> Look:
    """Return the sizes for a grid: on A3 with lines for a marker, on A4 for a pen."""
    if grid.layout == "A4":
        if grid.landscape:
            return Look(78, 38, 8, 25 if blank else 28, 7 if blank else 11, 10.5, 13, 10.5, 8.8)
        return Look(60, 56, 8, 36, 16 if blank else 20, 10.5, 13, 10.5, 9.2)
    if grid.landscape:
        return Look(116, 52, 12, 43 if blank else 54, 11 if blank else 15, 14, 17, 11, 14.0)
    return Look(88, 86, 12, 60, 16 if blank else 26, 14, 17, 11, 14.0)


@dataclass(frozen=True, slots=True)
class Places:
    """The places on a page.

    Attributes:
        boxes: by field of the empathy map.
        hub: the square of the face.
        under: the room for a name under it.
        lines: outer end and bend of the lines that part the places and run towards the face.
        rules: the y of the rules over and under the four places.
        ruled: the fields under which a line lies already, ``PAD`` mm below.
        look: the sizes.
    """

    boxes: Mapping[str, Box]
    hub: Box
    under: Box
    lines: tuple[tuple[tuple[float, float], tuple[float, float]], ...]
    rules: tuple[float, float]
    ruled: frozenset[str]
    look: Look


def places(grid: Grid, *, blank: bool) -> Places:
    """Return the places for a grid."""
    look = look_for(grid, blank=blank)
    body = Box(grid.left, grid.body_top + 1, grid.text_width, grid.body_bottom - grid.body_top - 2)
    upper = Box(body.x, body.y, body.width, body.height - look.foot - look.gap * 0.6)
    hub = Box(
        upper.x + (upper.width - look.disc) / 2,
        upper.y + (upper.height - look.name - look.disc) / 2,
        look.disc,
        look.disc,
    )
    reach = look.disc * 0.1 + 1.5
    half = look.gap / 2
    left, right = upper.x + look.side + half, upper.right - look.side - half
    inner = (left, hub.y - reach, right, hub.bottom + reach)
    wide = min(right - left - look.gap, 96.0)
    under = Box(upper.x + (upper.width - wide) / 2, hub.bottom + 1.6, wide, look.name - 1.6)
    foot = Box(body.x, body.bottom - look.foot, body.width, look.foot).columns(2, 8)
    around = _wide if grid.landscape else _tall
    boxes = around(upper, inner, half, under.bottom)
    return Places(
        boxes=boxes | dict(zip(("pains", "gains"), foot, strict=True)),
        hub=hub,
        under=under,
        lines=_lines(upper, inner, wide=grid.landscape),
        rules=(upper.y, upper.bottom),
        ruled=frozenset(("hears", "sees", "says") + (() if grid.landscape else ("thinks",))),
        look=look,
    )


_Corners = tuple[float, float, float, float]


def _wide(upper: Box, inner: _Corners, half: float, below: float) -> dict[str, Box]:
    """Return the places of a wide page: ears and eyes take the whole height."""
    x1, y1, x2, _ = inner
    tall = upper.height - 2 * PAD
    x, width = x1 + half, x2 - x1 - 2 * half
    says = below + 2.2
    return {
        "hears": Box(upper.x, upper.y + PAD, x1 - half - upper.x, tall),
        "sees": Box(x2 + half, upper.y + PAD, upper.right - x2 - half, tall),
        "thinks": Box(x, upper.y + PAD, width, y1 - 1 - upper.y - PAD),
        "says": Box(x, says, width, upper.bottom - PAD - says),
    }


def _tall(upper: Box, inner: _Corners, half: float, below: float) -> dict[str, Box]:
    """Return the places of an upright page: thoughts and deeds take the whole width."""
    x1, y1, x2, y2 = inner
    says = max(below, y2) + PAD
    tall = y2 - y1 - 2 * PAD
    return {
        "thinks": Box(upper.x, upper.y + PAD, upper.width, y1 - upper.y - 2 * PAD),
        "says": Box(upper.x, says, upper.width, upper.bottom - PAD - says),
        "hears": Box(upper.x, y1 + PAD, x1 - half - upper.x, tall),
        "sees": Box(x2 + half, y1 + PAD, upper.right - x2 - half, tall),
    }


def _lines(
    upper: Box, inner: _Corners, *, wide: bool
) -> tuple[tuple[tuple[float, float], tuple[float, float]], ...]:
    """Return the outer end and the bend of each line."""
    x1, y1, x2, y2 = inner
    bends = ((x1, y1), (x2, y1), (x1, y2), (x2, y2))
    if wide:
        ends = ((x1, upper.y), (x2, upper.y), (x1, upper.bottom), (x2, upper.bottom))
    else:
        ends = ((upper.x, y1), (upper.right, y1), (upper.x, y2), (upper.right, y2))
    return tuple(zip(ends, bends, strict=True))


def draw_partition(page: Page, where: Places) -> None:
    """Draw the rules and the lines that run towards the face."""
    first, last = where.boxes["hears"], where.boxes["sees"]
    for y, width in zip(where.rules, (0.75, 0.5), strict=True):
        page.line(first.x, y, last.right, y, width, INK)
    cx = where.hub.x + where.hub.width / 2
    cy = where.hub.y + where.hub.height / 2
    reach = where.hub.width / 2 + 3.0
    for end, bend in where.lines:
        far = hypot(bend[0] - cx, bend[1] - cy)
        points = [end, bend]
        if far > reach:
            share = reach / far
            points.append((cx + (bend[0] - cx) * share, cy + (bend[1] - cy) * share))
        page.shape(points, stroke=EDGE, line=0.75, closed=False)


def draw_hub(
    desk: Desk,
    where: Places,
    picture: Drawing | bytes | None,
    name: str,
    tagline: str,
    *,
    blank: bool,
) -> None:
    """Draw the face with name and tagline under it, or a frame to draw one in."""
    page, t = desk.page, desk.t
    if picture is None:
        draw_empty_portrait(desk, where.hub, "", where.hub.width / 2)
    else:
        draw_portrait(page, where.hub, picture, round_frame=True, ground=TINT)
    specs = field_specs(Persona)
    named, summed = specs["name"].label, specs["tagline"].label
    label = Label(t(named))
    if blank:
        _name_line(desk, where.under, label.text)
        return
    big = where.look.heading >= 12
    y = where.under.y
    style = TextStyle(14 if big else 12, 8.0, bold=True, leading=1.15, balanced=True)
    tall = where.under.height * (0.52 if tagline else 1)
    shown = desk.more.text(page, Box(where.under.x, y, where.under.width, tall), label, name, style,
                           align="center")  # fmt: skip
    y += tall + 0.6 if shown.rest else max(shown.height, 4.2) + 1.0
    small = TextStyle(11 if big else 10.5, 9, leading=1.25, colour=SECOND_TEXT, balanced=True)
    place = Box(where.under.x, y, where.under.width, where.under.bottom - y + 0.4)
    what = Label(t(summed))
    desk.more.text(page, place, what, tagline, small, align="center")


def _name_line(desk: Desk, box: Box, name: str) -> None:
    """Draw a line for the name under the face."""
    page, size = desk.page, 10.5
    wide = page.width(name, size, True) + 2
    room = min(box.width, 90.0)
    x, base = box.x + (box.width - room) / 2, box.y + min(box.height, 9.0)
    if wide + 20 <= room:
        page.text(x, base - size / PT_PER_MM - 0.6, name, size, bold=True)
        page.line(x + wide, base, x + room, base, 0.35, EDGE)
        return
    page.line(x, box.y + 8.5, x + room, box.y + 8.5, 0.35, EDGE)
    page.text(x + room / 2, box.y + 9.7, name, size, bold=True, align="center")
