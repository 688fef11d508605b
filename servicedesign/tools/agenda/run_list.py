"""The steps of a day while it is carried out: what is done, what runs, what is to come.

Owns the list, its painting and its keys; what is to be done is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model.method import Progress
from servicedesign.tools.agenda.running import StepState
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.marks import paint_sign
from servicedesign.ui.theme import color, plain, theme

ROW: Final = 44
"""Height of a line in px at 100 %."""

_LINE = Qt.ItemDataRole.UserRole
_TIME: Final = 58
_SIGNS: Final = {
    StepState.DONE: Progress.DONE,
    StepState.RUNNING: Progress.SOME,
    StepState.WAITING: Progress.NONE,
    StepState.SKIPPED: Progress.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One line.

    Attributes:
        item_id: the step.
        time: when it begins: as things stand, or as it did.
        title: what it is called.
        note: its minutes, or what became of it.
        state: what became of it.
        spoken: all of it, for screen readers.
    """

    item_id: str
    time: str
    title: str
    note: str
    state: StepState
    spoken: str


class RunList(QListWidget):
    """One line for each step.

    Signals:
        start_asked: this step is to start now.
        skip_asked: this step is to be skipped, or not after all.
    """

    start_asked = Signal(str)
    skip_asked = Signal(str)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.setAccessibleName(t("項目の一覧"))
        self.setItemDelegate(_StepDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setProperty(NO_RING, True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_steps(self, lines: Sequence[StepLine]) -> None:
        """Show ``lines``; same ones are left alone, and the place in use stays."""
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        while self.count() < len(lines):
            entry = QListWidgetItem()
            entry.setSizeHint(QSize(theme().px(60), theme().px(ROW)))
            self.addItem(entry)
        moved = False
        for row, line in enumerate(lines):
            entry = self.item(row)
            if entry.data(_LINE) != line:
                moved = moved or line.state is StepState.RUNNING
                entry.setData(_LINE, line)
                entry.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
                entry.setToolTip(plain(line.spoken[:400]))
        running = [n for n, line in enumerate(lines) if line.state is StepState.RUNNING]
        if running and (moved and not self.hasFocus()):
            self.setCurrentRow(running[0])
            self.scrollToItem(self.item(running[0]), QListWidget.ScrollHint.PositionAtCenter)
        elif lines and self.currentRow() < 0:
            self.setCurrentRow(0)

    def line(self, row: int) -> StepLine | None:
        """Return what stands in a line."""
        entry = self.item(row)
        found = entry.data(_LINE) if 0 <= row < self.count() else None
        return found if isinstance(found, StepLine) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts the step in use, Space skips it; letters and digits are the view's."""
        key, line = event.key(), self.line(self.currentRow())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if line is not None and not event.isAutoRepeat():
                self.start_asked.emit(line.item_id)
        elif key == Qt.Key.Key_Space:
            if line is not None and not event.isAutoRepeat():
                self.skip_asked.emit(line.item_id)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Start the step."""
        line = self.line(self.indexAt(event.position().toPoint()).row())
        if line is not None:
            self.start_asked.emit(line.item_id)


class _StepDelegate(QStyledItemDelegate):
    """Paints a StepLine."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint sign, time, title and minutes; the step that runs is tinted and bold."""
        line = index.data(_LINE)
        if not isinstance(line, StepLine):
            return
        look, rect = theme(), QRectF(option.rect)
        runs = line.state is StepState.RUNNING
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if runs:
            painter.fillRect(rect, color(tokens.TINT))
            painter.fillRect(
                QRectF(rect.left(), rect.top(), look.px(4), rect.height()), color(tokens.ACTION)
            )
        painter.fillRect(
            QRectF(rect.left(), rect.bottom(), rect.width(), 1), color(tokens.HAIRLINE)
        )
        _paint_line(painter, line, rect.adjusted(look.px(14), 0, -look.px(10), 0), runs=runs)
        if option.state & QStyle.StateFlag.State_HasFocus:
            _paint_focus(painter, rect)
        painter.restore()


def _paint_line(painter: QPainter, line: StepLine, room: QRectF, *, runs: bool) -> None:
    look = theme()
    gone = line.state in (StepState.DONE, StepState.SKIPPED)
    tone = tokens.ACTION if runs else tokens.SECOND_TEXT if gone else tokens.TEXT
    side = look.px(16)
    sign = QRectF(room.left(), room.center().y() - side / 2, side, side)
    paint_sign(painter, _SIGNS[line.state], sign, color(tone))
    left = sign.right() + look.px(10)
    wide = look.px(_TIME)
    _text(painter, line.time, QRectF(left, room.top(), wide, room.height()), tone, bold=runs)
    left += wide
    note = QFontMetricsF(look.font()).horizontalAdvance(line.note) + 2
    end = QRectF(room.right() - note, room.top(), note, room.height())
    title = QRectF(left, room.top(), max(0.0, end.left() - left - look.px(8)), room.height())
    _text(painter, line.title, title, tone, bold=runs, struck=line.state is StepState.SKIPPED)
    _text(painter, line.note, end, tone)


def _text(
    painter: QPainter,
    words: str,
    box: QRectF,
    tone: str,
    *,
    bold: bool = False,
    struck: bool = False,
) -> None:
    font = theme().font(bold=bold)
    font.setStrikeOut(struck)
    painter.setFont(font)
    painter.setPen(color(tone))
    shown = QFontMetricsF(font).elidedText(
        words[:200], Qt.TextElideMode.ElideRight, box.width() + 0.5
    )
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), shown)


def _paint_focus(painter: QPainter, rect: QRectF) -> None:
    look = theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, tone, inset in ((3, tokens.RING, 1.5), (2, tokens.INK, 4.0)):
        painter.setPen(QPen(color(tone), look.px(width)))
        reach = inset * look.scale / 100
        painter.drawRoundedRect(rect.adjusted(reach, reach, -reach, -reach), 2, 2)
