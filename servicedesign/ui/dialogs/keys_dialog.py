"""Every command and its keys, made from the table.

Owns the look of the list.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QGridLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.commands import (
    BOARD_HINTS,
    GROUP_TITLES,
    KEY_HINTS,
    MANDALA_HINTS,
    MAP_HINTS,
    ROOM_HINTS,
    RUN_HINTS,
    VOTING_HINTS,
    Command,
    Group,
    KeyHint,
)
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel

_Slide = QAbstractSlider.SliderAction
_SCROLLING = {
    Qt.Key.Key_Up: _Slide.SliderSingleStepSub,
    Qt.Key.Key_Down: _Slide.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _Slide.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Slide.SliderPageStepAdd,
    Qt.Key.Key_Home: _Slide.SliderToMinimum,
    Qt.Key.Key_End: _Slide.SliderToMaximum,
}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def shown_keys(keys: Sequence[str]) -> str:
    """Return ``keys`` as people read them."""
    words = {"PgUp": "PageUp", "PgDown": "PageDown", "Del": "Delete"}
    shown = []
    for key in keys:
        head, plus, last = key.rpartition("+")
        shown.append(f"{head}{plus}{words.get(last, last)}" if last else key)
    return ", ".join(shown)


_HINTS: dict[Group, tuple[tuple[KeyHint, ...], tuple[KeyHint, ...]]] = {
    Group.WRITING: ((), KEY_HINTS),
    Group.ROOM: ((), (*ROOM_HINTS, *RUN_HINTS)),
    Group.VOTING: (VOTING_HINTS, ()),
    Group.MAP: (MAP_HINTS, ()),
    Group.MANDALA: ((), MANDALA_HINTS),
    Group.BOARD: (BOARD_HINTS, ()),
}
"""Keys that are no commands: before and after the commands of their heading."""

_ALWAYS = (Group.WRITING, Group.ROOM)
"""Headings that are listed even where no command stands under them."""


class KeysDialog(BaseDialog):
    """The list under F1."""

    def __init__(
        self,
        t: Translator,
        commands: Sequence[Command],
        parent: QWidget | None,
        *,
        opened_at: Group | None = None,
    ) -> None:
        """List ``commands`` and the keys of fields; the list opens at a heading."""
        super().__init__(t("キー操作の一覧"), parent, width=640)
        look = theme()
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, look.px(12), 0)
        grid.setHorizontalSpacing(look.px(24))
        grid.setVerticalSpacing(look.px(4))
        grid.setColumnStretch(1, 1)
        words = t("文字を変換しているあいだは、どのキーも変換のために働きます。")
        self.body.addWidget(TextLabel(words, tone=tokens.SECOND_TEXT, wrap=True))
        row = 0
        self._first: QWidget | None = None
        for group in Group:
            lines = [
                (shown_keys(c.keys), t(c.label)) for c in commands if c.group is group and c.keys
            ]
            first, last = _HINTS.get(group, ((), ()))
            if lines or group in _ALWAYS:
                lines = [(hint.keys, t(hint.label)) for hint in first] + lines
                lines += [(hint.keys, t(hint.label)) for hint in last]
            if lines:
                heading = row
                row = self._add_group(grid, row, t(GROUP_TITLES[group]), lines)
                if group is opened_at:
                    item = grid.itemAtPosition(heading, 0)
                    self._first = item.widget() if item is not None else None
        grid.setRowStretch(row, 1)
        self._scroll = PageScroll(page)
        self._scroll.setMinimumHeight(look.px(480))
        self.body.addWidget(self._scroll, 1)
        close = PrimaryButton(t("閉じる"), key="Esc")
        self.add_button(close, closes=True)
        close.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Open at the heading of the tool in view."""
        super().showEvent(event)
        if self._first is not None:
            QTimer.singleShot(0, self, self._go_to_first)

    def _go_to_first(self) -> None:
        if self._first is not None:
            self._scroll.verticalScrollBar().setValue(self._first.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys that scroll; there is nothing else to move in."""
        bar, key = self._scroll.verticalScrollBar(), event.key()
        action = _SCROLLING.get(Qt.Key(key)) if not event.modifiers() & _HELD else None
        if action is None:
            super().keyPressEvent(event)
        else:
            bar.triggerAction(action)

    def _add_group(
        self, grid: QGridLayout, row: int, title: str, lines: Sequence[tuple[str, str]]
    ) -> int:
        grid.addWidget(TextLabel(title, size=tokens.CONTENT_PX, bold=True), row, 0, 1, 2)
        grid.addWidget(SectionRule(strong=True), row + 1, 0, 1, 2)
        row += 2
        for keys, label in lines:
            grid.addWidget(TextLabel(keys, bold=True), row, 0)
            grid.addWidget(TextLabel(label), row, 1)
            row += 1
        grid.setRowMinimumHeight(row, theme().px(12))
        return row + 1
