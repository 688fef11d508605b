"""Linking a claim to what it rests on: the part of the evidence chain that every tool shares.

Owns the actions on evidence links and the list of records that can be evidence. Must not know how a
link is shown.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final

from servicedesign.model import Link, ProjectError, Record, Relation, msg
from servicedesign.model.normalise import fold
from servicedesign.model.titles import record_title, reference_code
from servicedesign.store import Change, Project
from servicedesign.store.search import texts_of

EVIDENCE_KINDS: Final = (
    *("finding", "interview", "interview_entry", "persona", "journey_map", "cell", "issue"),
    *(
        "how_might_we",
        "note",
        "vote_round",
        "deep_dive",
        "prototype_version",
        "test_session",
        "observation",
    ),
    *("improvement", "participant", "proposal", "cost", "benefit", "kpi", "risk", "decision"),
)
"""Kinds of record that a claim can rest on, the ones nearest to residents first."""


def link_evidence(project: Project, source: Record, field: str, target: Record) -> Link:
    """Say that ``field`` of ``source`` rests on ``target``; an existing link is returned as it is.

    Args:
        project: the open project.
        source: what claims.
        field: the field of it that claims; empty for the whole record.
        target: what it rests on.

    Raises:
        ProjectError: a record cannot be its own evidence.
    """
    if source.id == target.id:
        raise ProjectError(
            msg("自分自身を根拠にはできません。"),
            msg("何も変えていません。"),
            msg("ほかの聞き取りや記録を選んでください。"),
        )
    for link in evidence_links(project, source.id, field):
        if link.target_id == target.id:
            return link
    link = Link(
        source_kind=source.KIND,
        source_id=source.id,
        source_field=field,
        target_kind=target.KIND,
        target_id=target.id,
        relation=Relation.EVIDENCE,
    )
    with project.edit(msg("根拠をつなぐ")):
        project.put(link)
    return link


def unlink_evidence(project: Project, link_id: str) -> None:
    """Take an evidence link away; nothing happens when it is already gone."""
    link = project.find(Link, link_id)
    if link is None:
        return
    with project.edit(msg("根拠を外す")):
        project.delete(link)


def set_evidence(
    project: Project, source: Record, field: str, targets: Sequence[Record]
) -> tuple[Link, ...]:
    """Say that ``field`` of ``source`` rests on ``targets`` and on nothing else, in one step.

    Links that stay keep what is noted on them; a link to a record that is gone is taken away.

    Raises:
        ProjectError: a record cannot be its own evidence; nothing is changed.
    """
    wanted = {target.id for target in targets}
    with project.edit(msg("根拠をつなぎ直す") if wanted else msg("根拠を外す")):
        for link in evidence_links(project, source.id, field):
            if link.target_id not in wanted:
                unlink_evidence(project, link.id)
        return tuple(link_evidence(project, source, field, target) for target in targets)


def evidence_links(project: Project, source_id: str, field: str | None = None) -> tuple[Link, ...]:
    """Return the evidence links of a record, or of one field of it."""
    links = project.links_from(source_id, relation=Relation.EVIDENCE)
    return tuple(link for link in links if field is None or link.source_field == field)


def evidence_records(
    project: Project, source_id: str, field: str | None = None
) -> tuple[tuple[Link, Record], ...]:
    """Return the evidence links of a record with what they point to; broken ones are left out."""
    pairs = []
    for link in evidence_links(project, source_id, field):
        target = project.find_any(link.target_id)
        if target is not None:
            pairs.append((link, target))
    return tuple(pairs)


def touches_evidence(changes: Iterable[Change], source_id: str, shown: Container[str]) -> bool:
    """Tell whether ``changes`` concern what a record rests on.

    Args:
        changes: of one step.
        source_id: the record that claims.
        shown: the ids of the records it is shown to rest on.
    """
    return any(
        change.id in shown
        or any(
            isinstance(record, Link) and record.source_id == source_id
            for record in (change.before, change.after)
        )
        for change in changes
    )


def find_evidence(project: Project, words: str, *, limit: int = 200) -> tuple[Record, ...]:
    """Return records that can be evidence and hold every one of ``words`` (parted by spaces).

    Without words every such record is returned, in the order of EVIDENCE_KINDS, up to ``limit``.
    """
    wanted = fold(words).split()
    found = []
    for record in _candidates(project):
        text = fold(f"{reference_code(record)} {record_title(record)} {_all_text(record)}")
        if all(word in text for word in wanted):
            found.append(record)
            if len(found) == limit:
                break
    return tuple(found)


def _candidates(project: Project) -> Iterator[Record]:
    from servicedesign.model.kinds import RECORDS  # late: the list of kinds loads the whole model

    for kind in EVIDENCE_KINDS:
        yield from project.all(RECORDS[kind])


def _all_text(record: Record) -> str:
    return " ".join(text for _, _, text in texts_of(record))
