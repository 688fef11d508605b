"""What one can do with mandala charts and their words, and the rules of it.

Owns every change to them, but for the way to a board (``sending``). The rule behind: the eight
words around the middle are the middles of the eight blocks, and both always say the same
(report ch. 6 §2(2)).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from servicedesign.model import HowMightWe, Mandala, MandalaCell, Message, msg
from servicedesign.model.ids import new_id
from servicedesign.model.method import Progress
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.mandala.chart import Chart, read_chart
from servicedesign.tools.mandala.spots import IDEAS, Spot


def add_mandala(project: Project, title: str = "") -> Mandala:
    """Add a chart and return it; it opens the question that was chosen, else the first."""
    questions = project.all(HowMightWe)
    chosen = [question for question in questions if question.chosen] or list(questions)
    last = max((one.position for one in project.all(Mandala)), default=0.0)
    mandala = Mandala(
        title=plain_text(title, single_line=True),
        how_might_we_id=chosen[0].id if chosen else None,
        position=last + 1.0,
    )
    with project.edit(msg("マンダラートを作る")):
        project.put(mandala)
    return mandala


def mandala_name(mandala: Mandala) -> Message | str:
    """Return what a chart is called in a sentence."""
    return mandala.title.strip() or msg("題のないマンダラート")


def change_facts(project: Project, mandala_id: str, *, title: str, question_id: str | None) -> None:
    """Write the title of a chart and say which question it opens, as one step."""
    mandala = project.get(Mandala, mandala_id)
    changed = replace(
        mandala, title=plain_text(title, single_line=True), how_might_we_id=question_id
    )
    if changed != mandala:
        with project.edit(msg("マンダラートの題と問いを決める")):
            project.put(changed)


def rename_mandala(project: Project, mandala_id: str, title: str) -> None:
    """Write the title of a chart."""
    question_id = project.get(Mandala, mandala_id).how_might_we_id
    change_facts(project, mandala_id, title=title, question_id=question_id)


def choose_question(project: Project, mandala_id: str, question_id: str | None) -> None:
    """Say which question a chart opens; None takes it back."""
    title = project.get(Mandala, mandala_id).title
    change_facts(project, mandala_id, title=title, question_id=question_id)


def copy_mandala(project: Project, mandala_id: str, title: str) -> Mandala:
    """Add a copy of a chart with its words and return it; the notes stay with the original."""
    source = project.get(Mandala, mandala_id)
    last = max(one.position for one in project.all(Mandala))
    copy = replace(
        source, id=new_id(), title=plain_text(title, single_line=True), position=last + 1.0
    )
    with project.edit(msg("マンダラートを写す")):
        project.put(copy)
        for cell in project.all(MandalaCell, mandala_id=mandala_id):
            project.put(replace(cell, id=new_id(), mandala_id=copy.id, note_id=None))
    return copy


def delete_mandala(project: Project, mandala_id: str) -> None:
    """Delete a chart with its words, as one step; notes made of them stay on their board."""
    mandala = project.get(Mandala, mandala_id)
    with project.edit(msg("マンダラート「{name}」を消す", name=mandala_name(mandala))):
        for cell in project.all(MandalaCell, mandala_id=mandala_id):
            project.delete(cell)
        project.delete(mandala)


def write_cell(project: Project, mandala_id: str, spot: Spot, text: str) -> None:
    """Write the words of a cell and of its twin; writing on within a minute is the same step."""
    chart = read_chart(project, mandala_id)
    text = plain_text(text)
    if chart.text(spot) == text and _agree(chart, spot):
        return
    block, slot = spot.first
    merge = f"mandala:{mandala_id}:{block}:{slot}"
    with project.edit(msg("マンダラートに書く"), merge=merge):
        _put(project, chart, spot, text)


def fill_cells(project: Project, mandala_id: str, texts: Mapping[Spot, str]) -> None:
    """Write several cells at once, as one step; of two twins the one in the middle block counts."""
    chart = read_chart(project, mandala_id)
    given = {spot.first: plain_text(texts[spot]) for spot in sorted(texts, reverse=True)}
    with project.edit(msg("マンダラートに{count}件貼る", count=len(given))):
        for spot, text in given.items():
            _put(project, chart, spot, text)


def clear_cells(project: Project, mandala_id: str, spots: Iterable[Spot]) -> int:
    """Empty cells and their twins, as one step; notes made of them stay on their board.

    Returns:
        How many words went.
    """
    chart = read_chart(project, mandala_id)
    wanted = {spot.first for spot in spots}
    wanted = {spot for spot in wanted if chart.cell(spot) is not None}
    if not wanted:
        return 0
    with project.edit(msg("マンダラートの升目を空にする")):
        for spot in wanted:
            for one in (spot, spot.twin):
                cell = chart.cells.get(one) if one else None
                if cell is not None:
                    project.delete(cell)
    return len(wanted)


def progress(project: Project) -> Progress:
    """Return how far the charts are: some once a word is there, done once one has all 72."""
    if not any(cell.text.strip() for cell in project.all(MandalaCell)):
        return Progress.NONE
    full = any(read_chart(project, one.id).count() == len(IDEAS) for one in project.all(Mandala))
    return Progress.DONE if full else Progress.SOME


def _agree(chart: Chart, spot: Spot) -> bool:
    """Tell whether a cell says the same as its twin."""
    twin = spot.twin
    return twin is None or chart.text(twin) == chart.text(spot)


def _put(project: Project, chart: Chart, spot: Spot, text: str) -> None:
    """Put words into a cell and its twin; both know the note that was made of them."""
    known = chart.cell(spot)
    note_id = known.note_id if known is not None else None
    for one in (spot, spot.twin):
        if one is None:
            continue
        cell = chart.cells.get(one) or MandalaCell(
            mandala_id=chart.mandala.id, block=one.block, slot=one.slot
        )
        project.put(replace(cell, text=text, note_id=note_id))
