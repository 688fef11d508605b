"""What one step changed: the one message that every view of a project hears.

Owns the shapes of changes and of their publication. Must not know how they are kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from servicedesign.model import Message, Record

Cause = Literal["edit", "undo", "redo"]
"""Why records changed."""


class WriteOutsideEdit(RuntimeError):  # noqa: N818 - it names the fault: a write where none may be
    """A record was put or deleted outside ``with project.edit(…)``: a fault of our own code."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None where it did not or does not exist."""

    kind: str
    id: str
    before: Record | None
    after: Record | None

    def reversed(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.kind, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything one step changed.

    Attributes:
        label: the step's name in the user's words.
        changes: one per record, in the order in which they were first touched.
        cause: a new edit, or a step taken back or made again.
        merged: whether the step joined the one before it (keystrokes of one field).
    """

    label: Message
    changes: tuple[Change, ...]
    cause: Cause
    merged: bool = False


def joined(first: ChangeSet, then: ChangeSet) -> ChangeSet:
    """Return two steps as one: the states before the first and after the second.

    What came and went between the two is not in it.
    """
    return ChangeSet(then.label, net((*first.changes, *then.changes)), then.cause)


def net(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return changes, one a record, in the order in which the records were first touched."""
    found: dict[str, Change] = {}
    for change in changes:
        first = found.get(change.id, change)
        found[change.id] = Change(change.kind, change.id, first.before, change.after)
    return tuple(change for change in found.values() if change.before != change.after)
