"""Ideas as the sheets show them: each note of a board with its group, answer, votes and place.

Owns what is collected for the poster, the list and the stickies, and the order of printing. Must
not draw.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from servicedesign.model import (
    Board,
    BoardFrame,
    Cell,
    Cluster,
    Group,
    Issue,
    Lane,
    LaneKind,
    Note,
    Phase,
    VoteRound,
    VoteStatus,
)
from servicedesign.tools.board.actions import question_of
from servicedesign.tools.board.frame_cells import FrameCell, cell_of, frame_cells
from servicedesign.tools.board.note_picture import note_picture
from servicedesign.tools.pictures import Picture

if TYPE_CHECKING:
    from servicedesign.i18n import Translator
    from servicedesign.store import Project

_SHORT: Final = 4
"""Most characters of what is left of a group's name when all it shares with others is gone."""


@dataclass(frozen=True, slots=True)
class GroupData:
    """A group: its name, its short name on a note, and its colour with the symbol."""

    name: str
    short: str
    colour: str


@dataclass(frozen=True, slots=True)
class IdeaData:
    """One idea.

    Attributes:
        number: the same on screen, sheet and ballot.
        title: of the idea, perhaps empty.
        text: what it is.
        colour: key of the sticky colour; its symbol goes with it.
        group: index of its group among those of the board, or -1.
        pain: number of the pain point it answers, 0 for none.
        votes: it got in the vote that was closed, None where it was not voted on.
        chosen: whether it was kept for the deep-dive.
        pile: index of its cluster or phase among those of the board, or -1 where it stands alone.
        picture: sketch or photo.
        place: left, top, width and height on the wall, in board units.
    """

    number: int
    title: str
    text: str
    colour: str
    group: int = -1
    pain: int = 0
    votes: int | None = None
    chosen: bool = False
    pile: int = -1
    picture: Picture | None = None
    place: tuple[float, float, float, float] = (0, 0, 160, 160)

    @property
    def head(self) -> str:
        """The words that stand for it: its title, else its text."""
        return self.title if self.title.strip() else self.text

    @property
    def body(self) -> str:
        """The words under the title; empty where the text itself stands for it."""
        return self.text if self.title.strip() else ""


@dataclass(frozen=True, slots=True)
class PileData:
    """A cluster, or a phase of the map that the board is laid on.

    Attributes:
        title: the title card (表札), the name of the phase, or the words of a cell.
        when: of a phase.
        votes: of a cluster that was voted on.
        chosen: whether the cluster was kept for the deep-dive.
        pains: number and words of the pain points of a phase.
    """

    title: str
    when: str = ""
    votes: int | None = None
    chosen: bool = False
    pains: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BoardIdeas:
    """All ideas of one board, in the order of printing: pile by pile, by votes, by number.

    Attributes:
        title: of the board.
        frame: what it is laid on, a value of ``BoardFrame``.
        question: number and sentence of the question it asks; 0 and empty without one.
        piles: clusters, phases or cells in their order, those without ideas too.
        groups: of the ideas on it.
        ideas: the notes.
        pains: number and words of the pain points that the ideas answer.
        vote: title of the vote that was closed; None without one.
        cells: of the frame, in the order of the piles; none where the piles are no cells.
    """

    title: str
    frame: str
    question: tuple[int, str]
    piles: tuple[PileData, ...]
    groups: tuple[GroupData, ...]
    ideas: tuple[IdeaData, ...]
    pains: tuple[tuple[int, str], ...] = ()
    vote: str | None = None
    cells: tuple[FrameCell, ...] = ()

    def named(self, pile: int, t: Translator) -> str:
        """Return the title of a pile; the quarters and columns of a frame have fixed names."""
        title = self.piles[pile].title.strip()
        if self.frame == BoardFrame.MATRIX and self.cells:
            return t(title)
        if self.frame == BoardFrame.COLUMNS and self.cells:
            return t("{number}列目", number=title)
        return title

    def in_pile(self, pile: int) -> tuple[IdeaData, ...]:
        """Return the ideas of one cluster or phase; -1 for those that stand alone."""
        return tuple(idea for idea in self.ideas if idea.pile == pile)


def gather_boards(
    project: Project, only: str | None = None, *, pictures: bool = True, words: bool = True
) -> tuple[BoardIdeas, ...]:
    """Return all boards that hold ideas, or the one named by ``only``.

    Args:
        project: the open project.
        only: id of a board.
        pictures: whether sketches and photos are wanted.
        words: whether the words of phases' pain points are wanted.
    """
    boards = [board for board in project.all(Board) if only in (None, board.id)]
    found = (_board(project, board, pictures=pictures, words=words) for board in boards)
    return tuple(board for board in found if board.ideas)


def _board(project: Project, board: Board, *, pictures: bool, words: bool) -> BoardIdeas:
    notes = project.all(Note, board_id=board.id)
    vote = _closed_vote(project, board)
    cells = frame_cells(project, board)
    places, piles = _piles(project, board, vote, words=words)
    if cells:
        piles = tuple(PileData(cell.words) for cell in cells)
    used = {note.group_id for note in notes}
    groups = [group for group in project.all(Group) if group.id in used]
    index = {group.id: i for i, group in enumerate(groups)}
    numbers: dict[int, str] = {}
    votes, chosen = _result(vote)
    ideas = []
    for note in notes:
        pain, said = _pain(project, note)
        if pain:
            numbers.setdefault(pain, said)
        group = groups[index[note.group_id]] if note.group_id in index else None
        ideas.append(
            IdeaData(
                number=note.number,
                title=note.title,
                text=note.text,
                colour=str(group.colour if group else note.colour),
                group=index.get(note.group_id or "", -1),
                pain=pain,
                votes=votes.get(note.id),
                chosen=note.id in chosen,
                pile=(
                    cell_of(cells, note, board.frame) if cells else _pile_of(board, note, places)
                ),
                picture=note_picture(project, note) if pictures else None,
                place=(note.x, note.y, note.width, note.height),
            )
        )
    return BoardIdeas(
        title=board.title,
        frame=str(board.frame),
        question=question_of(project, board),
        piles=piles,
        groups=tuple(
            GroupData(group.name, short, str(group.colour))
            for group, short in zip(groups, short_names([g.name for g in groups]), strict=True)
        ),
        ideas=tuple(sorted(ideas, key=lambda idea: _order(idea, len(piles)))),
        pains=tuple(sorted(numbers.items())),
        vote=None if vote is None else vote.title,
        cells=cells,
    )


def _order(idea: IdeaData, alone: int) -> tuple[int, int, int]:
    return (idea.pile if idea.pile >= 0 else alone, -(idea.votes or 0), idea.number)


def _pile_of(board: Board, note: Note, places: dict[str, int]) -> int:
    where = note.phase_id if board.frame is BoardFrame.JOURNEY else note.cluster_id
    return places.get(where or "", -1)


def _piles(
    project: Project, board: Board, vote: VoteRound | None, *, words: bool
) -> tuple[dict[str, int], tuple[PileData, ...]]:
    """Return the index of each cluster or phase by its id, and what is printed of them."""
    if board.frame is BoardFrame.JOURNEY and board.journey_map_id:
        return _phases(project, board.journey_map_id, words=words)
    votes, chosen = _result(vote)
    clusters = project.all(Cluster, board_id=board.id)
    piles = tuple(
        PileData(one.title, votes=votes.get(one.id), chosen=one.id in chosen) for one in clusters
    )
    return {one.id: i for i, one in enumerate(clusters)}, piles


def _phases(
    project: Project, map_id: str, *, words: bool
) -> tuple[dict[str, int], tuple[PileData, ...]]:
    """Return the phases of a map; a stage counts as the phase that it belongs to."""
    phases = project.all(Phase, map_id=map_id)
    known = {phase.id for phase in phases}
    heads = [phase for phase in phases if phase.stage_of_id not in known]
    places = {phase.id: i for i, phase in enumerate(heads)}
    for phase in phases:
        if phase.stage_of_id in places:
            places[phase.id] = places[phase.stage_of_id]
    pains: list[list[tuple[int, str]]] = [[] for _ in heads]
    lanes = {one.id for one in project.all(Lane, map_id=map_id) if one.kind is LaneKind.PAIN_POINT}
    for cell in project.all(Cell, map_id=map_id) if words else ():
        if cell.lane_id in lanes and cell.text.strip() and cell.phase_id in places:
            pains[places[cell.phase_id]].append((cell.number, cell.text))
    piles = (
        PileData(phase.title, phase.when, pains=tuple(sorted(own)))
        for phase, own in zip(heads, pains, strict=True)
    )
    return places, tuple(piles)


def _closed_vote(project: Project, board: Board) -> VoteRound | None:
    rounds = project.all(VoteRound, board_id=board.id)
    closed = [one for one in rounds if one.status is VoteStatus.CLOSED]
    main = [one for one in closed if one.run_off_of is None]  # a run-off is on a few ideas alone
    return next(iter((*reversed(main), *reversed(closed))), None)


def _result(vote: VoteRound | None) -> tuple[dict[str, int], frozenset[str]]:
    """Return the votes by what was voted on, those without votes too, and what was chosen."""
    if vote is None:
        return {}, frozenset()
    votes = dict.fromkeys(vote.target_ids, 0)
    votes.update((one.target_id, one.votes) for one in vote.tallies)
    return votes, frozenset(one.target_id for one in vote.selections)


def _pain(project: Project, note: Note) -> tuple[int, str]:
    """Return number and words of the pain point that a note answers; 0 for none."""
    cell = project.find(Cell, note.cell_id) if note.cell_id else None
    if cell is not None and cell.number:
        return cell.number, cell.text
    issue = project.find(Issue, note.issue_id) if note.issue_id else None
    if issue is None or not issue.number:
        return 0, ""
    source = project.find(Cell, issue.cell_id) if issue.cell_id else None
    return issue.number, source.text if source is not None else issue.title


def shared_pain(ideas: Sequence[IdeaData]) -> int:
    """Return the number of the pain point that all ``ideas`` answer, or 0."""
    numbers = {idea.pain for idea in ideas}
    return numbers.pop() if len(numbers) == 1 else 0


def without_pain(ideas: Iterable[IdeaData]) -> tuple[IdeaData, ...]:
    """Return ``ideas`` without the number of the pain point, which is said for all of them."""
    return tuple(replace(idea, pain=0) for idea in ideas)


def short_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return what tells the names of groups apart: A, B, C of A班, B班, C班."""
    plain = [name.strip() for name in names]
    if len(set(plain)) < 2:
        return tuple(plain)
    start = _shared(plain)
    end = _shared([name[start:][::-1] for name in plain])
    cut = [name[start : len(name) - end].strip() for name in plain]
    if all(cut) and max(map(len, cut)) <= _SHORT:
        return tuple(cut)
    return tuple(plain)


def _shared(names: Sequence[str]) -> int:
    """Return how many characters all names begin with."""
    first, last = min(names), max(names)
    return next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b),
                min(len(first), len(last)))  # fmt: skip
