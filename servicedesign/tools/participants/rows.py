"""The participants as rows of the table.

Owns what a cell shows, what its list offers and what a screen reader says of it. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from servicedesign.i18n import Translator
from servicedesign.model import Group, Participant
from servicedesign.model.normalise import fold
from servicedesign.store import Project
from servicedesign.tools.participants.actions import COLUMNS, column_label
from servicedesign.tools.participants.words import KINDS, stakeholder_text
from servicedesign.tools.stakeholders import STAKEHOLDER_WORDS
from servicedesign.ui.widgets.table.columns import (
    ColumnForm,
    TableChoice,
    TableColumn,
    TableSource,
)

NO_GROUP = "-"
"""The value of the choice that takes someone out of a group."""

_WIDTHS = {
    "name": (100, 1.5),
    "kana": (120, 1.0),
    "affiliation": (124, 3.0),
    "stakeholder": (104, 1.5),
    "role": (100, 3.0),
    "group": (84, 0.5),
    "note": (66, 3.0),
}
_ENGLISH = {
    "name": (122, 1.5),
    "kana": (114, 1.0),
    "affiliation": (116, 3.0),
    "stakeholder": (110, 1.5),
    "role": (92, 3.0),
    "group": (116, 0.5),
    "note": (58, 3.0),
}
"""Names and groups are longer in English."""

_FORMS = {
    "stakeholder": ColumnForm.CHOICE,
    "group": ColumnForm.CHOICE,
    "note": ColumnForm.LONG,
}


class ParticipantRows(TableSource):
    """Reads one project; ``reload`` after each change."""

    def __init__(self, project: Project, t: Translator) -> None:
        """Read ``project`` and speak with ``t``."""
        self._project = project
        self._t = t
        widths = _ENGLISH if t.lang == "en" else _WIDTHS
        self._columns = tuple(
            TableColumn(
                key,
                t.context("column", "立場") if key == "stakeholder" else t(column_label(key)),
                *widths[key],
                form=_FORMS.get(key, ColumnForm.LINE),
            )
            for key in COLUMNS
        )
        self._people: tuple[Participant, ...] = ()
        self._groups: dict[str, Group] = {}
        self.reload()

    def reload(self) -> None:
        """Read the records anew."""
        self._people = self._project.all(Participant)
        self._groups = {group.id: group for group in self._project.all(Group)}

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """The columns of ``actions.COLUMNS``."""
        return self._columns

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._people)

    def row_key(self, row: int) -> str:
        """Return the id of the participant."""
        return self._people[row].id

    def person(self, row: int) -> Participant | None:
        """Return the participant in ``row``; None for the empty row at the end."""
        return self._people[row] if 0 <= row < len(self._people) else None

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows."""
        person, key = self._people[row], self._columns[column].key
        if key == "stakeholder":
            return stakeholder_text(person.stakeholder, person.stakeholder_note, self._t)
        if key == "group":
            group = self._groups.get(person.group_id or "")
            return group.name if group else ""
        return str(getattr(person, key))

    def colour(self, row: int, column: int) -> str:
        """Return the colour of the group."""
        if self._columns[column].key != "group":
            return ""
        group = self._groups.get(self._people[row].group_id or "")
        return str(group.colour) if group else ""

    def spoken(self, row: int, column: int) -> str:
        """Return title, row and text of a cell, and who stands in the row."""
        t, title = self._t, self._columns[column].title
        person = self.person(row)
        if person is None:
            return t("{title}、新しい行", title=title)
        text = self.text(row, column)[:200] or t("空")
        where = t("{title}、{row}行目", title=title, row=row + 1)
        who = person.name if self._columns[column].key != "name" else ""
        return "、".join(part for part in (where, who[:60], text) if part)

    def choices(self, column: int) -> Sequence[TableChoice]:
        """Return the kinds of stakeholder, or the groups and none."""
        key, t = self._columns[column].key, self._t
        if key == "stakeholder":
            return [TableChoice(kind.value, t(STAKEHOLDER_WORDS[kind])) for kind in KINDS]
        if key != "group":
            return ()
        groups = [
            TableChoice(group.id, group.name or t("名前のない班"), str(group.colour))
            for group in self._groups.values()
        ]
        return [*groups, TableChoice(NO_GROUP, t("班なし"))]

    def placeholder(self, column: int) -> str:
        """Return the words in the empty row."""
        t = self._t
        return t("名前を書く") if column == 0 else ""

    def typed_group(self, text: str) -> str:
        """Return the name that was meant by a number or first letters, else ``text`` itself."""
        short = fold(text).strip()
        groups = list(self._groups.values())
        if not short:
            return ""
        if short.isdecimal() and 1 <= int(short) <= len(groups):
            return groups[int(short) - 1].name
        begun = [group.name for group in groups if fold(group.name).startswith(short)]
        return begun[0] if len(begun) == 1 else text
