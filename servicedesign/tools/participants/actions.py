"""What one can do with the list of participants, and the rules of it.

Owns every change to participants but their leaving (``leaving``), and how far the list has come.
The rule behind: everyone the service concerns takes part, and someone from another field
(report ch. 7 §2); groups are in ``grouping``, blocks from a spreadsheet in ``pasting``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from servicedesign.model import (
    Group,
    Message,
    Participant,
    ProjectError,
    StakeholderKind,
    field_specs,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.participants.grouping import GroupNames
from servicedesign.tools.participants.people import people, reading_order
from servicedesign.tools.participants.places import numbered, put_in_order
from servicedesign.tools.participants.words import read_stakeholder
from servicedesign.tools.stakeholders import missing_kinds

COLUMNS: Final = ("name", "kana", "affiliation", "stakeholder", "role", "group", "note")
"""What is written of a participant, in the order of the table."""

MOST_PEOPLE: Final = 2_000
"""More participants than this no workshop has, and no table is read."""


def column_label(column: str) -> Message:
    """Return the name of a column for people."""
    return Message(field_specs(Participant)["group_id" if column == "group" else column].label)


def changed(person: Participant, cells: Mapping[str, str], groups: GroupNames) -> Participant:
    """Return ``person`` with the texts of ``cells`` (by column) written, inside an edit.

    A word for a stakeholder is read for its kind; the name of a group that is not there yet makes
    one.
    """
    fields: dict[str, Any] = {}
    for column, text in cells.items():
        if column == "stakeholder":
            fields["stakeholder"], fields["stakeholder_note"] = read_stakeholder(text)
        elif column == "group":
            fields["group_id"] = groups.group_id(text)
        else:
            long = field_specs(Participant)[column].long
            fields[column] = plain_text(text, single_line=not long)
    return replace(person, **fields)


def add_participant(project: Project, cells: Mapping[str, str]) -> Participant:
    """Add someone behind the others, with the texts of ``cells`` by column, and return the record.

    What is typed on in the same cell is the same step.

    Raises:
        ProjectError: there are as many as there can be.
    """
    require_room(project, 1)
    person = Participant(position=_last(project) + 1.0)
    only = next(iter(cells), "") if len(cells) == 1 else ""
    merge = f"participant:{person.id}:{only}" if only else None
    with project.edit(msg("参加者を足す"), merge=merge):
        person = changed(person, cells, GroupNames(project))
        project.put(person)
    return person


def insert_participant(project: Project, index: int) -> Participant:
    """Insert an empty row at place ``index`` (0 first) and return its record.

    Raises:
        ProjectError: there are as many as there can be.
    """
    require_room(project, 1)
    everyone = project.all(Participant)
    new = Participant()
    with project.edit(msg("参加者の行を入れる")):
        for person in put_in_order(everyone, [new], index):
            project.put(person)
    return new


def write_cell(project: Project, person_id: str, column: str, text: str) -> None:
    """Write one cell; the keystrokes of one cell merge into one step."""
    person = project.get(Participant, person_id)
    label = msg("{field}を書く", field=column_label(column))
    with project.edit(label, merge=f"participant:{person_id}:{column}"):
        project.put(changed(person, {column: text}, GroupNames(project)))


def fill_cells(project: Project, ids: Collection[str], columns: Sequence[str], text: str) -> None:
    """Write the same ``text`` into every cell of some rows and columns; empty clears them."""
    label = msg("升目を空にする") if not text else msg("升目をうめる")
    with project.edit(label):
        groups = GroupNames(project)
        for person_id in ids:
            person = project.get(Participant, person_id)
            project.put(changed(person, dict.fromkeys(columns, text), groups))


def set_stakeholder(project: Project, person_id: str, kind: StakeholderKind) -> None:
    """Say whose side someone stands on; a note that was written of it stays."""
    person = project.get(Participant, person_id)
    with project.edit(msg("立場を選ぶ")):
        project.put(replace(person, stakeholder=kind))


def set_group(project: Project, ids: Collection[str], group_id: str | None) -> None:
    """Put people into a group, or into none.

    Raises:
        KeyError: there is no such group.
    """
    if group_id is not None:
        project.get(Group, group_id)
    with project.edit(msg("班を移る")):
        for person_id in ids:
            project.put(replace(project.get(Participant, person_id), group_id=group_id))


def move_participants(project: Project, ids: Collection[str], index: int) -> None:
    """Move people, in their order, before place ``index`` (0 first) among the others."""
    chosen = set(ids)
    everyone = project.all(Participant)
    moved = [person for person in everyone if person.id in chosen]
    others = [person for person in everyone if person.id not in chosen]
    with project.edit(msg("参加者の順を変える")):
        for person in put_in_order(others, moved, index):
            project.put(person)


def sort_by_reading(project: Project) -> None:
    """Put everyone in the order of ふりがな; those without one come last, by name."""
    order = sorted(project.all(Participant), key=reading_order)
    with project.edit(msg("ふりがなの順に並べる")):
        for person in numbered(order):
            project.put(person)


def require_room(project: Project, more: int) -> None:
    """Refuse more participants than a project can have.

    Raises:
        ProjectError: ``more`` would be too many.
    """
    if len(project.all(Participant)) + more > MOST_PEOPLE:
        raise ProjectError(
            msg("参加者は{most}人までです。", most=f"{MOST_PEOPLE:,}"),
            msg("今の名簿はそのままです。"),
            msg("使わない行を消すか、別のプロジェクトに分けてください。"),
        )


def progress(project: Project) -> Progress:
    """Return how far the list is: done when every kind is there and everyone has a group."""
    everyone = people(project)
    if not everyone:
        return Progress.SOME if project.all(Group) else Progress.NONE
    seated = all(person.group_id for person in everyone)
    return Progress.DONE if seated and not missing_kinds(project) else Progress.SOME


def _last(project: Project) -> float:
    return max((person.position for person in project.all(Participant)), default=-1.0)
