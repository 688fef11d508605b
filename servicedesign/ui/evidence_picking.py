"""From a field that claims to what it rests on, and back.

Owns the way into the list of evidence and where the focus goes afterwards.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from servicedesign.model import Finding, Record
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.link_picker import LinkPicker


def pick_evidence(
    context: EditorContext,
    source: Record,
    field: str,
    claim: str,
    parent: QWidget,
    *,
    start: str = "",
    commit: Callable[[tuple[Record, ...]], object] | None = None,
) -> bool:
    """Let the person choose what ``field`` of ``source`` rests on.

    Args:
        context: of the editor.
        source: what claims.
        field: its field, or empty for the whole record.
        claim: what claims, in words.
        parent: the window.
        start: the id of a source to begin at, or empty.
        commit: writes what was chosen, where that is more than links of ``source``.

    Returns:
        Whether the focus is back where it was; what had it may be gone.
    """
    before = QApplication.focusWidget()
    LinkPicker(context, source, field, claim, parent, start=start, commit=commit).exec()
    if before is None or not before.isVisible():
        return False
    before.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def go_to_source(context: EditorContext, source_id: str) -> bool:
    """Go to a source; False when no tool shows it yet, and its words can only be read in the list.

    A finding is gone to in the sentence it is drawn from. A source that is gone counts as gone to:
    there is nothing to read.
    """
    record = context.project.find_any(source_id)
    if record is None:
        return True
    field = "text" if isinstance(record, Finding) else ""
    return context.shell.go(record.KIND, record.id, field)
