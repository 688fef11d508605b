"""One tool in the middle of the window: head, strip, editor, preview.

Owns their arrangement around an editor. Must not know which tool it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign.store.changes import joined
from servicedesign.ui.editor import Editor
from servicedesign.ui.preview_pane import PreviewPane
from servicedesign.ui.theme import theme
from servicedesign.ui.view_head import ViewHead
from servicedesign.ui.widgets.section_rule import SectionRule

if TYPE_CHECKING:
    from servicedesign.store import ChangeSet
    from servicedesign.tools.registry import Tool

PREVIEW = 400
PREVIEW_MOST = 640
"""Widths in px at 100 %."""


class ToolView(QWidget):
    """The view of one tool.

    Signals:
        commands_changed: the editor may offer other commands now.
    """

    commands_changed = Signal()

    def __init__(self, tool: Tool, editor: Editor, *, preview: bool) -> None:
        """Put ``editor`` into its frame; ``preview`` is whether the sheet lies beside it."""
        super().__init__()
        self._tool = tool
        self.editor = editor
        self._wanted = preview
        self._missed: ChangeSet | None = None
        self._strip: QWidget | None = None
        self._head = ViewHead(editor.context.t, editor.in_head())
        self.preview = PreviewPane(editor.context, editor.sheet_target)
        self._strip_place = QVBoxLayout()
        self._strip_line = SectionRule()
        self._arrange()
        editor.target_changed.connect(self._on_target_changed)
        editor.head_changed.connect(self._on_head_changed)
        self._on_head_changed()

    def _arrange(self) -> None:
        look = theme()
        left, right = self.editor.body_margins()
        body = QWidget()
        inner = QHBoxLayout(body)
        inner.setContentsMargins(look.px(left), 0, look.px(right), 0)
        inner.addWidget(self.editor)
        body.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(body, 1)
        below.addWidget(self.preview)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        self._strip_place.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._strip_place)
        whole.addWidget(self._strip_line)
        whole.addLayout(below, 1)

    def tool_id(self) -> str:
        """Return the tool's id."""
        return self._tool.id

    def hear(self, step: ChangeSet, *, now: bool) -> None:
        """Take a step in: at once (``now``) while in view, else with all others in ``catch_up``.

        So a keystroke costs what the view in front needs, however many tools were opened.
        """
        if now:
            self.catch_up()
            self._refresh(step)
            return
        self._missed = step if self._missed is None else joined(self._missed, step)

    def catch_up(self) -> None:
        """Show what changed while another view was in front."""
        missed, self._missed = self._missed, None
        if missed is not None and missed.changes:
            self._refresh(missed)

    def _refresh(self, step: ChangeSet) -> None:
        """Hand a step to the editor and draw the sheet anew."""
        self.editor.refresh(step)
        self.preview.ask()

    def show_preview(self, wanted: bool) -> None:
        """Show or hide the sheet; it also hides where there is no room for it."""
        self._wanted = wanted
        self._fit()

    def stop(self) -> None:
        """Let editor and preview come to their end."""
        self.editor.stop()
        self.preview.stop()

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the sheet that prints what is in view, and the record it is limited to."""
        return self.editor.sheet_target()

    def _on_target_changed(self) -> None:
        self.preview.ask()
        self.commands_changed.emit()

    def _on_head_changed(self) -> None:
        t = self.editor.context.t
        title = self.editor.heading() or t(self._tool.title)
        self._head.set_words(title, self.editor.summary() or t(self._tool.summary))
        self._head.set_actions(self.editor.head_actions())
        strip = self.editor.strip()
        if strip is not self._strip:
            if self._strip is not None:
                self._strip_place.removeWidget(self._strip)
                self._strip.hide()
            if strip is not None:
                self._strip_place.addWidget(strip)
                strip.show()  # it may have been away for a while
            self._strip = strip
        self._head.set_line(strip is None)
        self._strip_line.setVisible(strip is not None)
        if self.isVisible():
            self._fit()  # the body may want another width now
        self.commands_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the preview its share."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = theme()
        room = self.width() - look.px(self.editor.body_least())
        shown = self._wanted and room >= look.px(PREVIEW * 0.7)
        if shown:
            share = max(look.px(PREVIEW), round(self.width() * 0.35))
            self.preview.setFixedWidth(min(room, share, look.px(PREVIEW_MOST)))
        if shown is self.preview.isHidden():
            self.preview.setVisible(shown)
            if shown:
                self.preview.ask()

    def head(self) -> ViewHead:
        """Return the head."""
        return self._head

    def entrance(self) -> QWidget | None:
        """Return what takes the focus when this view opens; see ``Editor.entrance``."""
        return self.editor.entrance()

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Return the parts in the order in which Tab leads through them.

        Heads and strips change while a view is open, so the order in which Qt came to know their
        buttons says nothing.
        """
        parts = (self._head, self._strip, self.editor, self.preview)
        return tuple(part for part in parts if part is not None)

    def focus_first(self) -> None:
        """Put the focus where keys work at once, else on the first control of the editor."""
        entrance = self.entrance()
        if entrance is not None and entrance.isVisible():
            entrance.setFocus(Qt.FocusReason.TabFocusReason)
            return
        for widget in self.editor.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return
