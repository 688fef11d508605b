"""The solutions lane (解決策) of a map filled from the board that is laid on it.

Owns that one step and its rules: it can be done again and again and never doubles; what was written
or rewritten by hand is left alone; each cell keeps a link to the idea it came from. A cell is the
board's own as long as it says what the link says was written (``Link.note``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from servicedesign.model import (
    Board,
    Cell,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Link,
    Note,
    Phase,
    ProjectError,
    msg,
)
from servicedesign.store import Project
from servicedesign.tools.board.frames import leaf_of, leaves
from servicedesign.tools.solution_lane import cell_of, lane_of, last_place, made_lane, put_solution
from servicedesign.tools.solution_words import solution_words


@dataclass(frozen=True, slots=True)
class Filled:
    """What came of filling the lane.

    Attributes:
        map_id: the map whose lane it is.
        written: cells that were added.
        renewed: cells that follow their idea: other words, another phase, or gone with it.
        kept: cells that were left alone because someone wrote them.
        homeless: ideas for whose phase that map has no column.
    """

    map_id: str
    written: int = 0
    renewed: int = 0
    kept: int = 0
    homeless: int = 0


def target_map(project: Project, board: Board) -> JourneyMap:
    """Return the map whose solutions lane a board fills: its own, else the ideal one beside it.

    Raises:
        ProjectError: the board is laid on no map.
    """
    journey = project.find(JourneyMap, board.journey_map_id)
    if journey is None:
        raise ProjectError(
            msg("このボードは、まだジャーニーマップに貼られていません。"),
            msg("何も書き込んでいません。"),
            msg("「枠に貼る」で地図を選び、付箋をフェーズに置いてください。"),
        )
    if project.all(Lane, map_id=journey.id, kind=LaneKind.SOLUTION):
        return journey
    beside = project.find(JourneyMap, journey.counterpart_id) or next(
        iter(project.all(JourneyMap, counterpart_id=journey.id)), None
    )
    return beside if beside is not None and beside.view is JourneyView.TO_BE else journey


def fill_solutions(project: Project, board_id: str) -> Filled:
    """Write the ideas pasted in the phases of a map into its solutions lane, as one step.

    Raises:
        ProjectError: the board is laid on no map; nothing is written.
    """
    board = project.get(Board, board_id)
    target = target_map(project, board)
    homes = _homes(project, board, target)
    pasted = [note for note in project.all(Note, board_id=board_id) if note.phase_id is not None]
    with project.edit(msg("解決策レーンに写す")):
        if not pasted and lane_of(project, target) is None:
            return Filled(target.id)
        lane = made_lane(project, target)
        return _Filling(project, target, lane, homes).run(board_id)


def _homes(project: Project, board: Board, target: JourneyMap) -> dict[str, str]:
    """Return for each phase of the board's map (and of ``target``) its column in ``target``."""
    columns = {phase.id for phase in leaves(project, target.id)}
    homes: dict[str, str] = {}
    for map_id in {board.journey_map_id or "", target.id}:
        for phase in project.all(Phase, map_id=map_id):
            mate = phase.id
            if map_id != target.id:
                answers = project.all(Phase, map_id=target.id, counterpart_id=phase.id)
                mate = answers[0].id if answers else (phase.counterpart_id or "")
            home = leaf_of(project, mate) if project.find(Phase, mate) is not None else None
            if home in columns:
                homes[phase.id] = home or ""
    return homes


class _Filling:
    """One filling of one lane, within an edit."""

    def __init__(
        self, project: Project, target: JourneyMap, lane: Lane, homes: dict[str, str]
    ) -> None:
        self._project = project
        self._lane = lane
        self._homes = homes
        self._done = Filled(target.id)

    def run(self, board_id: str) -> Filled:
        for note in sorted(
            self._project.all(Note, board_id=board_id), key=lambda one: (one.number, one.id)
        ):
            known = cell_of(self._project, self._lane.id, note.id)
            home = self._homes.get(note.phase_id or "")
            if known is not None:
                self._renew(note, *known, home)
            elif home:
                self._write(note, home)
            elif note.phase_id is not None:
                self._count(homeless=1)
        return self._done

    def _count(self, **more: int) -> None:
        now = {name: getattr(self._done, name) + number for name, number in more.items()}
        self._done = replace(self._done, **now)

    def _write(self, note: Note, home: str) -> None:
        words = solution_words(note)
        put_solution(self._project, self._lane, home, words, {note: words})
        self._count(written=1)

    def _renew(self, note: Note, cell: Cell, link: Link, home: str | None) -> None:
        if not link.note or cell.text != link.note:
            self._count(kept=1)
        elif home is None:
            self._withdraw(cell, link)
        else:
            words = solution_words(note)
            moved = cell.phase_id != home
            position = last_place(self._project, self._lane.id, home) if moved else cell.position
            changed = replace(cell, text=words, phase_id=home, position=position)
            if changed != cell:
                self._project.put(changed)
                self._project.put(replace(link, note=words))
                self._count(renewed=1)

    def _withdraw(self, cell: Cell, link: Link) -> None:
        """Take away the cell of an idea that is in no phase any more, if nothing needs it."""
        others = {*self._project.links_from(cell.id), *self._project.links_to(cell.id)} - {link}
        if others or self._project.user_of(cell) is not None:
            self._count(kept=1)
            return
        self._project.delete(cell)
        self._count(renewed=1)
