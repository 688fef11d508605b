"""What the mandala sheet shows, collected from a project.

Owns the collecting. Must not draw.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from servicedesign.model import Group, Mandala, Note
from servicedesign.tools.mandala.chart import question_of, read_chart
from servicedesign.tools.mandala.spots import SPOTS, Spot

if TYPE_CHECKING:
    from servicedesign.store import Project


@dataclass(frozen=True, slots=True)
class CellData:
    """One cell.

    Attributes:
        text: its words.
        number: of the note made of it, or 0.
        colour: of that note, a key of ``tokens.STICKIES``.
    """

    text: str = ""
    number: int = 0
    colour: str = "cream"


@dataclass(frozen=True, slots=True)
class ChartData:
    """One chart.

    Attributes:
        title: its name.
        question: the question that it opens, perhaps none.
        question_number: its number, 0 where there is none.
        count: how many of the 72 ideas are there.
        outside: how many of the 64 in the eight outer blocks.
        cells: those that hold words or are a twin of one that does.
    """

    title: str
    question: str
    question_number: int
    count: int
    outside: int
    cells: Mapping[Spot, CellData]


@dataclass(frozen=True, slots=True)
class MandalaData:
    """The charts to print; none for an empty worksheet."""

    charts: tuple[ChartData, ...] = ()


def gather(project: Project, only: str | None = None) -> MandalaData | None:
    """Return all charts with a word in them, or the one named by ``only``; None if there is none.

    The one that is asked for is printed without a word too.
    """
    wanted = [one for one in project.all(Mandala) if only in {None, one.id}]
    charts = tuple(_chart(project, one) for one in wanted)
    charts = tuple(one for one in charts if only is not None or one.cells or one.title.strip())
    return MandalaData(charts) if charts else None


def blank_data(project: Project | None) -> MandalaData:
    """Return the data of an empty worksheet, the same for everyone."""
    del project
    return MandalaData()


def _chart(project: Project, mandala: Mandala) -> ChartData:
    chart = read_chart(project, mandala.id)
    number, question = question_of(project, mandala)
    cells = {spot: chart.text(spot) for spot in SPOTS if chart.has_words(spot)}
    return ChartData(
        mandala.title,
        question,
        number,
        chart.count(),
        chart.count() - chart.count(0),
        {spot: _cell(project, text, chart.note(spot)) for spot, text in cells.items()},
    )


def _cell(project: Project, text: str, note: Note | None) -> CellData:
    if note is None:
        return CellData(text)
    group = project.find(Group, note.group_id)
    return CellData(text, note.number, str(group.colour if group else note.colour))
