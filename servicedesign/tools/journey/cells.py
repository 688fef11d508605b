"""What one can do with the cards of a map.

Owns every change to one place or a few: words, outcome, evidence and its level, feeling, picture,
several cards in one place. Blocks of places are in ``blocks``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.model import (
    Cell,
    EvidenceLevel,
    Lane,
    LaneKind,
    Link,
    Message,
    Outcome,
    Phase,
    ProjectError,
    Record,
    msg,
)
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools import evidence
from servicedesign.tools.journey.lanes import lane_name
from servicedesign.tools.journey.leaving import (
    Leaving,
    carry_out,
    drop_picture,
    has_content,
    leaving,
)
from servicedesign.tools.journey.levels import clamp, level_words

_NEXT_OUTCOME: Final = {
    Outcome.UNSET: Outcome.DONE,
    Outcome.DONE: Outcome.PARTLY,
    Outcome.PARTLY: Outcome.FAILED,
    Outcome.FAILED: Outcome.UNSET,
}
_NEXT_LEVEL: Final = {
    EvidenceLevel.NONE: EvidenceLevel.SOME,
    EvidenceLevel.SOME: EvidenceLevel.RESEARCHED,
    EvidenceLevel.RESEARCHED: EvidenceLevel.NONE,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phase and a lane meet.

    Attributes:
        phase_id: the column.
        lane_id: the row.
    """

    phase_id: str
    lane_id: str


def cards_at(project: Project, place: Place) -> tuple[Cell, ...]:
    """Return the cards of a place, top first."""
    return project.all(Cell, phase_id=place.phase_id, lane_id=place.lane_id)


def is_there(project: Project, place: Place) -> bool:
    """Tell whether phase and lane of ``place`` still exist, in one map."""
    phase, lane = project.find(Phase, place.phase_id), project.find(Lane, place.lane_id)
    return phase is not None and lane is not None and phase.map_id == lane.map_id


def write_text(
    project: Project, place: Place, cell_id: str | None, text: str, *, keep: bool = False
) -> Cell | None:
    """Write the words of a card; the keystrokes of one card merge into one step.

    Args:
        project: the open project.
        place: where it stands.
        cell_id: the card, or None (or one that is gone) for one more in this place.
        text: what it says; a card on which nothing is left goes.
        keep: leave such a card for now, because one still writes on it.

    Returns:
        The card as it now is, or None when there is none (any more).

    Raises:
        KeyError: the place is gone.
    """
    text = plain_text(text)
    cell = project.find(Cell, cell_id)
    if cell is None and not text:
        return None
    new = replace(cell, text=text) if cell else replace(_new_card(project, place), text=text)
    label = msg("{lane}を書く", lane=lane_name(project.get(Lane, place.lane_id)))
    with project.edit(label, merge=f"cell:{new.id}:text"):
        if not keep and is_bare(project, new):
            project.delete(new)
            return None
        project.put(new)
    return new


def turn_outcome(project: Project, place: Place, cell_id: str | None) -> Cell:
    """Turn how an action ended: unset, done, partly, failed, unset; return the card.

    Raises:
        ProjectError: the lane is not one of actions.
    """
    lane = project.get(Lane, place.lane_id)
    if lane.kind is not LaneKind.ACTION:
        raise ProjectError(
            msg("できた・一部・できなかったは、「行動内容」の升につけます。"),
            msg("何も変えていません。"),
            msg("行動内容の升へ移ってから、もう一度押してください。"),
        )
    cell = project.find(Cell, cell_id) or _new_card(project, place)
    new = replace(cell, outcome=_NEXT_OUTCOME[cell.outcome])
    _write(project, new, msg("成否を変える"))
    return new


def turn_evidence(project: Project, place: Place, cell_id: str | None) -> Cell:
    """Turn the level of evidence of a card: none, some, researched, none; return the card."""
    cell = project.find(Cell, cell_id) or _new_card(project, place)
    new = replace(cell, evidence=_NEXT_LEVEL[cell.evidence])
    _write(project, new, msg("根拠の度合いを変える"))
    return new


def found_card(project: Project, cell_id: str, targets: Sequence[Record]) -> tuple[Link, ...]:
    """Say that a card rests on ``targets`` and on nothing else, in one step.

    The first link raises a card without evidence to the level "some"; feelings have no level. A
    link taken away lowers nothing: how well a card is founded is for people to say.

    Raises:
        ProjectError: a card cannot be its own evidence; nothing is changed.
        KeyError: the card is gone.
    """
    cell = project.get(Cell, cell_id)
    first = bool(targets) and not evidence.evidence_links(project, cell.id)
    levelled = project.get(Lane, cell.lane_id).kind is not LaneKind.EMOTION
    if not (first and levelled and cell.evidence is EvidenceLevel.NONE):
        return evidence.set_evidence(project, cell, "", targets)
    with project.edit(msg("根拠をつなぐ")):
        project.put(replace(cell, evidence=EvidenceLevel.SOME))
        return evidence.set_evidence(project, cell, "", targets)


def set_emotion(
    project: Project, place: Place, cell_id: str | None, level: float | None
) -> Cell | None:
    """Say how it feels, in half steps from −2 to +2, or no longer; return the card.

    Steps in a row on one card merge: raising and lowering, or a level typed with its sign.
    """
    cell = project.find(Cell, cell_id) or _new_card(project, place)
    new = replace(cell, emotion=None if level is None else clamp(level))
    if new.emotion is None:
        label = msg("感情を消す")
    else:
        label = msg("感情を{level}にする", level=level_words(new.emotion))
    _write(project, new, label, merge=f"cell:{new.id}:emotion")
    return new


def step_emotion(project: Project, place: Place, cell_id: str | None, step: int) -> Cell | None:
    """Raise or lower a feeling by whole steps; from nothing it begins at 0."""
    cell = project.find(Cell, cell_id)
    now = cell.emotion if cell is not None and cell.emotion is not None else 0.0
    return set_emotion(project, place, cell_id, now + step)


def set_picture(project: Project, place: Place, cell_id: str | None, data: bytes) -> Cell:
    """Put a picture on a card, instead of the one it has; return the card.

    Raises:
        ProjectError: ``data`` is no picture that can be taken in; nothing is changed.
    """
    cell = project.find(Cell, cell_id) or _new_card(project, place)
    with project.edit(msg("写真を入れる")):
        image = project.add_image(data)
        new = replace(cell, image_id=image.id)
        project.put(new)
        drop_picture(project, cell.image_id)
    return new


def take_picture_off(project: Project, cell_id: str) -> None:
    """Take the picture off a card."""
    cell = project.get(Cell, cell_id)
    with project.edit(msg("写真を外す")):
        _write(project, replace(cell, image_id=None), msg("写真を外す"))
        drop_picture(project, cell.image_id)


def clear_cards(project: Project, cell_ids: Sequence[str]) -> int:
    """Empty cards, in one step; those on which nothing is left and nothing hangs go.

    Returns:
        How many cards were changed.
    """
    found = [cell for cell_id in cell_ids if (cell := project.find(Cell, cell_id)) is not None]
    label = msg("升を空にする") if len(found) < 2 else msg("{n}升を空にする", n=len(found))
    with project.edit(label):
        for cell in found:
            empty_card(project, cell)
    return len(found)


def empty_card(project: Project, cell: Cell) -> None:
    """Empty one card inside an edit; its number stays with the issue that carries it."""
    new = replace(
        cell,
        text="",
        outcome=Outcome.UNSET,
        evidence=EvidenceLevel.NONE,
        emotion=None,
        image_id=None,
    )
    if is_bare(project, new):
        project.delete(cell)
    else:
        project.put(new)
    drop_picture(project, cell.image_id)


def hangs_on_cards(project: Project, cell_ids: Sequence[str]) -> Leaving:
    """Return what deleting cards does."""
    found = [cell for cell_id in cell_ids if (cell := project.find(Cell, cell_id)) is not None]
    return leaving(project, found)


def delete_cards(project: Project, cell_ids: Sequence[str]) -> Leaving:
    """Delete cards with their links, in one step; issues that came from them stay."""
    what = hangs_on_cards(project, cell_ids)
    with project.edit(msg("カードを消す")):
        carry_out(project, what)
    return what


def is_bare(project: Project, cell: Cell) -> bool:
    """Tell whether nothing stands on a card and nothing points at it."""
    if has_content(cell) or cell.number:
        return False
    linked = project.links_from(cell.id) or project.links_to(cell.id)
    return not linked and project.user_of(cell) is None


def _new_card(project: Project, place: Place) -> Cell:
    lane = project.get(Lane, place.lane_id)
    phase = project.get(Phase, place.phase_id)
    last = max((cell.position for cell in cards_at(project, place)), default=-1.0)
    return Cell(map_id=phase.map_id, phase_id=phase.id, lane_id=lane.id, position=last + 1.0)


def _write(project: Project, cell: Cell, label: Message, merge: str | None = None) -> None:
    with project.edit(label, merge=merge):
        if is_bare(project, cell):
            project.delete(cell)
        else:
            project.put(cell)
