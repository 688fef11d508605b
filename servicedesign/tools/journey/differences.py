"""What changes from today's map to the one that should come of it, told one by one.

Owns the comparison of two maps and the sentence for each difference. Writes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean
from typing import Final, TypeAlias

from servicedesign.i18n import Translator
from servicedesign.model import Cell, Lane, LaneKind, Outcome, Phase
from servicedesign.model.message import N_
from servicedesign.model.normalise import fold
from servicedesign.store import Project
from servicedesign.tools.journey.presets import LANE_TITLES, OUTCOME_WORDS
from servicedesign.tools.map_pairing import (
    Pair,
    align,
    partners,
    reading_order,
)


class DifferenceKind(StrEnum):
    """In what two maps differ."""

    PHASE_ADDED = "phase_added"
    PHASE_REMOVED = "phase_removed"
    PHASE_RENAMED = "phase_renamed"
    PHASE_MOVED = "phase_moved"
    WHEN = "when"
    TEXT = "text"
    OUTCOME = "outcome"
    EMOTION = "emotion"
    DURATION = "duration"
    SOLUTION = "solution"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is otherwise on the to-be map.

    Attributes:
        kind: in what they differ.
        phase: title of the phase or stage: today's, or that of a new one.
        place: number of its column pair from 0, by which differences are grouped.
        lane: title that the lane was given; may be empty. Empty for differences of phases.
        lane_kind: kind of the lane, or None.
        before: text, time or name today; values of Outcome, one a line; the feeling as a number.
        after: the same on the to-be map.
        reason_before: why it was felt so; empty unless it is a feeling.
        reason_after: and on the to-be map.
        phase_ids: today's phase and that of the to-be map; one may be None.
        cell_ids: the cards concerned, those of the to-be map first.
    """

    kind: DifferenceKind
    phase: str
    place: int
    lane: str = ""
    lane_kind: LaneKind | None = None
    before: str = ""
    after: str = ""
    reason_before: str = ""
    reason_after: str = ""
    phase_ids: tuple[str | None, str | None] = (None, None)
    cell_ids: tuple[str, ...] = ()

    @property
    def target(self) -> tuple[str, str]:
        """Kind and id of the record to go to: a card of the to-be map if any, else the phase."""
        if self.cell_ids:
            return Cell.KIND, self.cell_ids[0]
        return Phase.KIND, self.phase_ids[1] or self.phase_ids[0] or ""


_Cells: TypeAlias = Mapping[tuple[str, str], Sequence[Cell]]
_Lanes: TypeAlias = tuple[Lane | None, Lane]


@dataclass(frozen=True, slots=True)
class _Place:
    """A column and a lane of both maps with their cards."""

    pair: Pair
    number: int
    lanes: _Lanes
    before: Sequence[Cell]
    after: Sequence[Cell]

    def told(
        self,
        kind: DifferenceKind,
        before: str,
        after: str,
        reasons: tuple[str, str] = ("", ""),
    ) -> Difference:
        left, right = self.pair
        lane = self.lanes[1]
        return Difference(
            kind=kind,
            phase=_title(self.pair),
            place=self.number,
            lane=lane.title.strip(),
            lane_kind=lane.kind,
            before=before,
            after=after,
            reason_before=reasons[0],
            reason_after=reasons[1],
            phase_ids=(left.id if left else None, right.id if right else None),
            cell_ids=tuple(cell.id for cell in (*self.after, *self.before)),
        )


def differences(project: Project, as_is_id: str, to_be_id: str) -> tuple[Difference, ...]:
    """Return what differs between two maps: column by column, in the order of the to-be lanes.

    Lanes that only one map has, or hides, are not compared; solutions are told all the same, for
    they are what is new. Cards of a place are compared as one text.
    """
    left = reading_order(project.all(Phase, map_id=as_is_id))
    right = reading_order(project.all(Phase, map_id=to_be_id))
    known = partners(left, right)
    lanes = _lanes(project, as_is_id, to_be_id)
    cells = (
        _by_place(project, as_is_id, left, set(known)),
        _by_place(project, to_be_id, right, set(known.values())),
    )
    aligned = align(left, right, known)
    found: list[Difference] = []
    for number, pair in enumerate(_pairs(aligned, left, known)):
        found += _of_phase(pair, number, moved=pair not in aligned)
        for both in lanes:
            found += _of_place(_place(pair, number, both, cells))
    return tuple(found)


def _pairs(aligned: Sequence[Pair], left: Sequence[Phase], known: Mapping[str, str]) -> list[Pair]:
    """Return the pairs in order; those that cross others stand where the to-be phase does."""
    by_id = {phase.id: phase for phase in left}
    partner = {there: by_id[here] for here, there in known.items()}
    pairs: list[Pair] = []
    for before, after in aligned:
        if after is None and before is not None and before.id in known:
            continue
        pairs.append((before or (partner.get(after.id) if after else None), after))
    return pairs


def _title(pair: Pair) -> str:
    return next((phase.title.strip() for phase in pair if phase and phase.title.strip()), "")


def _of_phase(pair: Pair, number: int, *, moved: bool) -> Iterator[Difference]:
    """Tell what has become of a phase as such."""
    before, after = pair

    def told(kind: DifferenceKind, was: str = "", now: str = "") -> Difference:
        ids = (before.id if before else None, after.id if after else None)
        return Difference(
            kind=kind, phase=_title(pair), place=number, before=was, after=now, phase_ids=ids
        )

    if before is None and after is not None:
        yield told(DifferenceKind.PHASE_ADDED, now=after.title.strip())
    if before is not None and after is None:
        yield told(DifferenceKind.PHASE_REMOVED, was=before.title.strip())
    if before is None or after is None:
        return
    if before.title.strip() != after.title.strip():
        yield told(DifferenceKind.PHASE_RENAMED, before.title.strip(), after.title.strip())
    if before.when.strip() != after.when.strip():
        yield told(DifferenceKind.WHEN, before.when.strip(), after.when.strip())
    if moved:
        yield told(DifferenceKind.PHASE_MOVED)


def _lanes(project: Project, as_is_id: str, to_be_id: str) -> list[_Lanes]:
    """Return the lanes to compare, in the order of the to-be map."""
    now = [lane for lane in project.all(Lane, map_id=as_is_id) if not lane.hidden]
    found: list[_Lanes] = []
    for lane in project.all(Lane, map_id=to_be_id):
        if lane.hidden:
            continue
        partner = _partner(now, lane)
        if partner is not None:
            now.remove(partner)
        if partner is not None or lane.kind is LaneKind.SOLUTION:
            found.append((partner, lane))
    return found


def _partner(lanes: Sequence[Lane], wanted: Lane) -> Lane | None:
    same = [lane for lane in lanes if lane.kind is wanted.kind]
    named = [lane for lane in same if fold(lane.title.strip()) == fold(wanted.title.strip())]
    if named or wanted.kind is LaneKind.CUSTOM:
        return next(iter(named), None)
    return next(iter(same), None)


def _by_place(
    project: Project, map_id: str, phases: Sequence[Phase], paired: Collection[str]
) -> _Cells:
    """Return the cards by phase and lane; those of a stage without partner go to its phase."""
    parents = {phase.id: phase.stage_of_id for phase in phases}
    order = {phase.id: place for place, phase in enumerate(phases)}
    found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    cells = sorted(project.all(Cell, map_id=map_id), key=lambda one: order.get(one.phase_id, 0))
    for cell in cells:
        parent = parents.get(cell.phase_id)
        alone = cell.phase_id not in paired and parent in paired
        home = parent if alone and parent else cell.phase_id
        found[home, cell.lane_id].append(cell)
    return found


def _place(pair: Pair, number: int, lanes: _Lanes, cells: tuple[_Cells, _Cells]) -> _Place:
    cards = [
        cells[side].get((phase.id, lane.id), ()) if phase and lane else ()
        for side, (phase, lane) in enumerate(zip(pair, lanes, strict=True))
    ]
    return _Place(pair, number, lanes, cards[0], cards[1])


_OWN_KINDS: Final = {
    LaneKind.DURATION: DifferenceKind.DURATION,
    LaneKind.SOLUTION: DifferenceKind.SOLUTION,
}


def _of_place(place: _Place) -> Iterator[Difference]:
    before, after = _text(place.before), _text(place.after)
    kind = place.lanes[1].kind
    if kind is LaneKind.EMOTION:
        felt = _feeling(place.before), _feeling(place.after)
        if felt[0] != felt[1]:
            yield place.told(DifferenceKind.EMOTION, *felt, reasons=(before, after))
            return
    if kind is LaneKind.ACTION:
        ends = _outcomes(place.before), _outcomes(place.after)
        if ends[0] != ends[1]:
            yield place.told(DifferenceKind.OUTCOME, *ends)
    if before != after:
        yield place.told(_OWN_KINDS.get(kind, DifferenceKind.TEXT), before, after)


def _text(cells: Sequence[Cell]) -> str:
    return "\n".join(text for cell in cells if (text := cell.text.strip()))


def _feeling(cells: Sequence[Cell]) -> str:
    levels = [cell.emotion for cell in cells if cell.emotion is not None]
    return f"{fmean(levels):+.3g}" if levels else ""


def _outcomes(cells: Sequence[Cell]) -> str:
    return "\n".join(str(cell.outcome) for cell in cells if cell.outcome is not Outcome.UNSET)


# --- in words -----------------------------------------------------------------------------------


def lane_words(difference: Difference, t: Translator) -> str:
    """Return the name of the lane for people: its own, or that of its kind."""
    if difference.lane_kind is None:
        return ""
    preset = LANE_TITLES[difference.lane_kind]
    return t(preset) if difference.lane in {"", preset} else difference.lane


def side_words(difference: Difference, t: Translator) -> tuple[str, str]:
    """Return what stands on either side for people, empty where nothing does."""
    if difference.kind is DifferenceKind.OUTCOME:
        return _outcome_words(difference.before, t), _outcome_words(difference.after, t)
    if difference.kind is DifferenceKind.EMOTION:
        return (
            _felt(difference.before, difference.reason_before, t),
            _felt(difference.after, difference.reason_after, t),
        )
    return difference.before, difference.after


def _outcome_words(values: str, t: Translator) -> str:
    words = [t(OUTCOME_WORDS[Outcome(value)]) for value in values.splitlines()]
    return t.context("list", "・").join(words)


def _felt(level: str, reason: str, t: Translator) -> str:
    shown = signed(level)
    if not reason:
        return shown
    return t("{level}（{reason}）", level=shown, reason=reason) if shown else reason


def signed(level: str) -> str:
    """Return a level of feeling with a true minus sign, 0 without any sign."""
    return level.replace("-", "−") if level not in {"+0", "-0"} else "0"


_WHOLE: Final = {
    DifferenceKind.PHASE_ADDED: N_("このフェーズが加わる"),
    DifferenceKind.PHASE_REMOVED: N_("このフェーズがなくなる"),
    DifferenceKind.PHASE_MOVED: N_("順番が変わる"),
}
_ASPECTS: Final = {
    DifferenceKind.PHASE_RENAMED: N_("名前"),
    DifferenceKind.WHEN: N_("時期・所要"),
    DifferenceKind.OUTCOME: N_("成否"),
}


def aspect_words(difference: Difference, t: Translator) -> str:
    """Return what differs for people: the lane, or the aspect of a phase or card."""
    if difference.kind in _ASPECTS:
        return t(_ASPECTS[difference.kind])
    return lane_words(difference, t)


def difference_sentence(difference: Difference, t: Translator) -> str:
    """Return one line that tells a difference; the phase is told by what stands over it."""
    if difference.kind in _WHOLE:
        return t(_WHOLE[difference.kind])
    what = aspect_words(difference, t)
    before, after = (" ".join(side.split()) for side in side_words(difference, t))
    if not before:
        return t("{what}：新しく「{after}」", what=what, after=after)
    if not after:
        return t("{what}：「{before}」がなくなる", what=what, before=before)
    return t("{what}：「{before}」から「{after}」へ", what=what, before=before, after=after)
