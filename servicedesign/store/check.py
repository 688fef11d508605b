"""What does not hold together in a project, told so that a person can mend it.

Owns the checks of content; the soundness of the file is looked at when it is opened. Must not
change anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from servicedesign.model import (
    Ballot,
    Board,
    Cell,
    Finding,
    Frame,
    Image,
    InterviewEntry,
    Lane,
    Link,
    MandalaCell,
    Message,
    Note,
    Persona,
    Phase,
    PrincipleEdition,
    ProcessStep,
    Record,
    VoteRound,
    msg,
)
from servicedesign.store.references import broken_references

if TYPE_CHECKING:
    from servicedesign.store.project import Project


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not hold together.

    Attributes:
        kind: the kind of the record.
        id: the record.
        field: the field, empty when it concerns the whole record.
        message: what is wrong, for people.
    """

    kind: str
    id: str
    field: str
    message: Message


def check(project: Project) -> tuple[Problem, ...]:
    """Return every problem of ``project``, grouped by the kind of check.

    What was set aside when the file was opened is in the project's notices.
    """
    return tuple(problem for one_check in _CHECKS for problem in one_check(project))


def _of(record: Record, field: str, text: Message) -> Problem:
    return Problem(record.KIND, record.id, field, text)


def _references(project: Project) -> Iterator[Problem]:
    records = project.inside.records
    for record in records.every():
        for spec in broken_references(records, record):
            yield _of(
                record,
                spec.name,
                msg("「{field}」が、ないものを指しています。", field=Message(spec.label)),
            )


def _loose_references(project: Project) -> Iterator[Problem]:
    text = msg("もうないものが、一覧に残っています。")
    lists: list[tuple[Record, str, Iterable[str]]] = []
    for round_ in project.all(VoteRound):
        lists.append((round_, "target_ids", round_.target_ids))
        lists.append((round_, "voter_ids", round_.voter_ids))
        lists.append((round_, "tallies", [tally.target_id for tally in round_.tallies]))
        lists.append((round_, "selections", [kept.target_id for kept in round_.selections]))
    lists.extend(
        (ballot, "votes", [vote.target_id for vote in ballot.votes])
        for ballot in project.all(Ballot)
    )
    lists.extend((step, "next_ids", step.next_ids) for step in project.all(ProcessStep))
    for record, field, ids in lists:
        if any(project.find_any(one) is None for one in ids):
            yield _of(record, field, text)


def _links(project: Project) -> Iterator[Problem]:
    seen = set()
    for link in project.all(Link):
        key = (link.source_id, link.source_field, link.target_id, link.relation)
        if key in seen:
            yield _of(link, "", msg("同じつながりが二つあります。"))
        if link.source_id == link.target_id:
            yield _of(link, "", msg("自分自身につながっています。"))
        seen.add(key)


def _pictures(project: Project) -> Iterator[Problem]:
    for image in project.all(Image):
        if project.stored_bytes(image.sha256) is None:
            yield _of(image, "sha256", msg("写真の中身がないか、指紋と合いません。"))


def _notes(project: Project) -> Iterator[Problem]:
    for board in project.all(Board):
        notes = project.all(Note, board_id=board.id)
        counts = Counter(note.number for note in notes if note.number)
        for note in notes:
            if counts[note.number] > 1:
                yield _of(
                    note,
                    "number",
                    msg("番号{number}が同じボードに二つ以上あります。", number=note.number),
                )
        if counts and max(counts) >= board.next_number:
            yield _of(board, "next_number", msg("次の番号が、もう使われています。"))


def _choices(project: Project) -> Iterator[Problem]:
    chosen = [persona for persona in project.all(Persona) if persona.chosen]
    for persona in chosen[1:]:
        yield _of(persona, "chosen", msg("選ばれたペルソナが二人以上います。"))
    current = [edition for edition in project.all(PrincipleEdition) if edition.current]
    for edition in current[1:]:
        yield _of(edition, "current", msg("使っている版が二つ以上あります。"))


def _journeys(project: Project) -> Iterator[Problem]:
    for cell in project.all(Cell):
        phase, lane = project.find(Phase, cell.phase_id), project.find(Lane, cell.lane_id)
        if (phase and phase.map_id != cell.map_id) or (lane and lane.map_id != cell.map_id):
            yield _of(cell, "map_id", msg("フェーズやレーンが、別の地図のものです。"))


def _findings(project: Project) -> Iterator[Problem]:
    for finding in project.all(Finding):
        entry = project.find(InterviewEntry, finding.entry_id)
        length = len(entry.verbatim) if entry else 0
        if finding.start > finding.end or (entry and finding.end > length):
            yield _of(finding, "start", msg("印の場所が、話した言葉の外にあります。"))


def _parts(project: Project) -> Iterator[Problem]:
    for frame in project.all(Frame):
        if (frame.version_id is None) == (frame.deep_dive_id is None):
            yield _of(
                frame, "", msg("試作の版か深掘りの、どちらか一方に属していなければなりません。")
            )
    places = Counter((cell.mandala_id, cell.block, cell.slot) for cell in project.all(MandalaCell))
    for cell in project.all(MandalaCell):
        if places[cell.mandala_id, cell.block, cell.slot] > 1:
            yield _of(cell, "slot", msg("同じ升目が二つあります。"))


def _votes(project: Project) -> Iterator[Problem]:
    for ballot in project.all(Ballot):
        round_ = project.find(VoteRound, ballot.round_id)
        if round_ is None or ballot.participant_id is None:
            continue  # a count of many people's dots has no budget of its own
        if sum(vote.count for vote in ballot.votes) > round_.budget:
            yield _of(ballot, "votes", msg("持ち票より多く入っています。"))


_CHECKS: tuple[Callable[[Project], Iterator[Problem]], ...] = (
    _references,
    _loose_references,
    _links,
    _pictures,
    _notes,
    _choices,
    _journeys,
    _findings,
    _parts,
    _votes,
)
