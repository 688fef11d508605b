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
from servicedesign.tools.journey.sheet_data import JourneyData, MapData
from servicedesign.tools.journey.sheet_desk import Desk, measures_for
from servicedesign.tools.journey.sheet_gather import map_data
from servicedesign.tools.journey.sheet_map import draw_map
from servicedesign.tools.journey.sheet_person import aside_width, intro_words

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
    """Return the data of an empty worksheet."""
    del project
    return JourneyData()


def draw(data: JourneyData, job: SheetJob) -> Document:
    """Draw every map from a page of its own on."""
    if not data.maps:
        return draw_blank(job)
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
    doc.heading = _heading(data.maps[0], job)
    return doc


def _chip(data: MapData, t: Translator) -> Chip:
    if data.view is JourneyView.TO_BE:
        return Chip(t(VIEWS[data.view]), "accent")
    return Chip(t(VIEWS[data.view]), "solid")


def _heading(data: MapData, job: SheetJob) -> Heading:
    subtitle, purpose = _fitting(data, job, None)
    return Heading(
        job.t("ジャーニーマップ"),
        2 if data.view is JourneyView.TO_BE else 1,
        purpose or _default_purpose(data, job.t),
        subtitle=subtitle,
        chips=(_chip(data, job.t),),
        fields=False,
        aside=aside_width(job.grid, data),
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
    room = grid.text_width - aside_width(grid, data)

    def wide(text: str, size: float, *, bold: bool = False) -> float:
        if len(text) > 200 or "\n" in text:
            return float("inf")
        return book.measure(text, size, bold) / PT_PER_MM

    taken = wide(job.t("ジャーニーマップ"), sizes.title, bold=True) + 34
    subtitle = data.title if wide(data.title, sizes.body if sizes.title < 24 else 14) <= (
        room - taken
    ) else ""  # fmt: skip
    purpose = data.purpose if wide(data.purpose, sizes.note) <= room else ""
    return subtitle, purpose
