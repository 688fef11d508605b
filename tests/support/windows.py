"""A small real editor, a fixed clock and an input method's doings, for tests of the shell.

Owns what tests of windows share that is no fixture.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from servicedesign.model import Persona
from servicedesign.tools.persona import actions
from servicedesign.ui.context import EditorContext
from servicedesign.ui.editor import Editor, HeadAction
from servicedesign.ui.main_window import MainWindow
from servicedesign.ui.widgets.text_area import TextArea

_PLAIN = Qt.KeyboardModifier.NoModifier
FIELDS = ("name", "occupation", "household", "problems")


def fixed_clock() -> datetime:
    return datetime(2026, 11, 20, 16, 12).astimezone()


class PlainEditor(Editor):
    """The first persona's texts, one field each."""

    def __init__(self, context: EditorContext) -> None:
        super().__init__(context)
        box = QVBoxLayout(self)
        self.fields: dict[str, TextArea] = {}
        self.linked = 0
        for name in FIELDS:
            field = TextArea(name, rule=True)
            field.setReadOnly(context.read_only)
            field.committed.connect(lambda text, key=name: self._write(key, text))
            self.fields[name] = field
            box.addWidget(field)
        box.addStretch(1)
        self.refresh(None)

    def persona(self) -> Persona | None:
        return next(iter(self.context.project.all(Persona)), None)

    def _write(self, name: str, text: str) -> None:
        persona = self.persona()
        assert persona is not None
        actions.write_field(self.context.project, persona.id, name, text)

    def refresh(self, changes: object) -> None:
        persona = self.persona()
        for name, field in self.fields.items():
            field.set_text(getattr(persona, name) if persona else "")

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        if field in self.fields:
            self.fields[field].setFocus()
        persona = self.persona()
        return persona is not None and persona.id == record_id

    def sheet_target(self) -> tuple[str, str | None]:
        persona = self.persona()
        return "persona", persona.id if persona else None

    def head_actions(self) -> list[HeadAction]:
        return [HeadAction("次へ", lambda: None, primary=True, leads_on=True)]

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"link": self._link}

    def _link(self) -> None:
        self.linked += 1


def editor_of(window: MainWindow) -> PlainEditor:
    workspace = window.workspace()
    assert workspace is not None
    view = workspace.current_tool()
    assert view is not None
    assert isinstance(view.editor, PlainEditor)
    return view.editor


def press(qtbot: object, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
    """Press a key where the focus is, as a person does; a window that lost it is brought back."""
    if QApplication.focusWidget() is None:
        windows = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
        (QApplication.activeModalWidget() or windows[-1]).activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def compose(widget: QWidget, preedit: str) -> None:
    """Put an unfinished conversion into ``widget``, as an input method does."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def finish_composing(widget: QWidget, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)
