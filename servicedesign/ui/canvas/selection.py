"""Which notes are chosen, and at which one the keyboard stands.

Owns these two. Must not know where notes lie.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The chosen notes of one canvas, in the order in which they were chosen.

    Signals:
        changed: other notes are chosen.
        focus_changed: the keyboard stands at another note; its id, or empty.
    """

    changed = Signal()
    focus_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Choose nothing."""
        super().__init__(parent)
        self._ids: dict[str, None] = {}
        self._focus = ""

    def ids(self) -> tuple[str, ...]:
        """Return the chosen ids."""
        return tuple(self._ids)

    def __len__(self) -> int:
        """Return how many are chosen."""
        return len(self._ids)

    def __contains__(self, note_id: object) -> bool:
        """Tell whether a note is chosen."""
        return note_id in self._ids

    def focus(self) -> str:
        """Return the note at which the keyboard stands, or empty."""
        return self._focus

    def choose(self, ids: Iterable[str], *, focus: str | None = None) -> None:
        """Choose ``ids`` and no others; the keyboard goes to ``focus``, or to a single one."""
        wanted = dict.fromkeys(ids)
        changed = list(wanted) != list(self._ids)
        self._ids = wanted
        if focus is None:
            focus = next(iter(wanted)) if len(wanted) == 1 else self._focus
            focus = focus if not wanted or focus in wanted else next(iter(wanted))
        self.set_focus(focus)
        if changed:
            self.changed.emit()

    def toggle(self, note_id: str) -> None:
        """Choose one more, or one fewer."""
        ids = dict(self._ids)
        if ids.pop(note_id, "") == "":
            ids[note_id] = None
        self.choose(ids, focus=note_id)

    def clear(self) -> None:
        """Choose nothing; the keyboard stays where it is."""
        self.choose((), focus=self._focus)

    def set_focus(self, note_id: str) -> None:
        """Let the keyboard stand at ``note_id``."""
        if note_id != self._focus:
            self._focus = note_id
            self.focus_changed.emit(note_id)

    def keep(self, present: Iterable[str]) -> None:
        """Forget what is not among ``present``."""
        there = set(present)
        focus = self._focus if self._focus in there else ""
        self.choose([one for one in self._ids if one in there], focus=focus)
