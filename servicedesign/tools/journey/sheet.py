"""The journey map sheet: phases in columns, lanes in rows, the curve of feelings; or an empty one.

Owns the way from the project to the pages. What the parts look like is told by the modules beside
it.
"""

from __future__ import annotations

from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import JourneyMap, JourneyView
from servicedesign.model.message import N_
from servicedesign.paper.chips import Chip
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.paper.flow import Continuation
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.frame import Heading
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.store import Project
from servicedesign.tools.journey.sheet_blank import draw_blank
from servicedesign.tools.journey.sheet_changes import draw_changes
from servicedesign.tools.journey.sheet_data import JourneyData, MapData
from servicedesign.tools.journey.sheet_desk import Desk, is_wall, measures_for
from servicedesign.tools.journey.sheet_gather import map_data, structures
from servicedesign.tools.journey.sheet_map import draw_map
from servicedesign.tools.journey.sheet_person import (
    aside_width,
    header_aside,
    intro_words,
    subtitle_for,
)
from servicedesign.tools.journey.sheet_sources import draw_sources

_LONGEST: Final = 200
"""Longest purpose that is measured for the header, in characters."""
VIEWS: Final = {JourneyView.AS_IS: N_("現状"), JourneyView.TO_BE: N_("理想")}
"""What the two kinds of map are called."""


def gather(project: Project, only: str | None = None) -> JourneyData | None:
    """Return all maps, or the one whose id is ``only``; None when there is none."""
    library = DrawingLibrary()
    maps = tuple(
        map_data(project, journey, library)
        for journey in project.all(JourneyMap)
        if only in {None, journey.id}
    )
    return JourneyData(maps=maps) if maps else None


def blank_data(project: Project | None) -> JourneyData:
    """Return the phases and lanes of the project's maps, empty; nothing for the presets."""
    return JourneyData(maps=structures(project)) if project is not None else JourneyData()


def draw(data: JourneyData, job: SheetJob) -> Document:
    """Draw every map from a page of its own on; on blank sheets phases and lanes alone."""
    if job.blank or not data.maps:
        return draw_blank(data, job)
    size = measures_for(job.grid)
    doc = Document(job, _heading(data.maps[0], job))
    for one in data.maps:
        doc.heading = _heading(one, job)
        desk = Desk(doc, Continuation(doc), job.t, size)
        start = len(doc.pages)
        subtitle, purpose = _fitting(one, job, doc.book)
        intro = intro_words(one, title=not subtitle and bool(one.title),
                            purpose=not purpose and bool(one.purpose))  # fmt: skip
        draw_map(desk, one, doc.heading, intro)
        doc.bookmark(one.title[:80] or job.t(VIEWS[one.view]), page=start, level=1)
        desk.more.finish()
        _draw_lists(desk, one, doc.heading)
    doc.heading = _heading(data.maps[0], job)
    return doc


def _draw_lists(desk: Desk, data: MapData, heading: Heading) -> None:
    """Draw the pages after a map: what changes, and where it comes from; none after a poster."""
    if is_wall(desk.doc.grid):
        return
    flow = draw_changes(desk, data, heading)
    draw_sources(desk, data, heading, flow)
    desk.doc.heading = heading


def _chips(data: MapData, t: Translator) -> tuple[Chip, ...]:
    now = Chip(t(VIEWS[JourneyView.AS_IS]), "solid")
    if data.view is JourneyView.AS_IS:
        return (now,)
    later = Chip(t(VIEWS[data.view]), "accent")
    return (now, Chip("→", "bare"), later) if data.compared else (later,)


def _heading(data: MapData, job: SheetJob) -> Heading:
    subtitle, purpose = _fitting(data, job, None)
    return Heading(
        job.t("ジャーニーマップ"),
        2 if data.view is JourneyView.TO_BE else 1,
        purpose or _default_purpose(data, job.t),
        subtitle=subtitle,
        chips=_chips(data, job.t),
        fields=False,
        aside=header_aside(job.grid, data),
    )


def _default_purpose(data: MapData, t: Translator) -> str:
    if data.compared:
        return t(
            "いまの道のり（黒）と、めざす道のり（青）を重ねました。二つの線の間が生み出す価値です。"
        )
    if data.view is JourneyView.TO_BE:
        return t("こうなってほしい道のりを、利用者の側から時間の順に見渡す地図です。")
    return t(
        "利用者の側から、時間の順に道のりを見渡します。つらい所（▲）から、手がかりを探します。"
    )


def _fitting(data: MapData, job: SheetJob, book: FontBook | None) -> tuple[str, str]:
    """Return title and purpose of the map where each fits its line of the header, else empty."""
    from servicedesign.paper.fonts import font_book

    book = book or font_book()
    grid, sizes = job.grid, job.grid.sizes
    aside = aside_width(grid, data)
    subtitle = subtitle_for(book, grid, job.t("ジャーニーマップ"), data, aside)
    text = data.purpose
    short = len(text) <= _LONGEST and "\n" not in text
    fits = short and book.measure(text, sizes.note, bold=False) / PT_PER_MM <= (
        grid.text_width - header_aside(grid, data)
    )  # fmt: skip
    purpose = text if fits else ""
    return subtitle, purpose
