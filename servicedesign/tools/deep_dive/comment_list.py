"""What was asked and said about one idea, and the field for more.

Owns the rows; what is written and asked for goes out as signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.tools.deep_dive.comment_field import CommentField
from servicedesign.ui.theme import plain, theme
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_area import TextArea


class CommentList(QWidget):
    """Rows of words, a field below.

    Attributes:
        field: for one more.

    Signals:
        entered: a question or comment to keep.
        written: the place of one, and its text.
        delete_asked: the place of one to take away.
    """

    entered = Signal(str)
    written = Signal(int, str)
    delete_asked = Signal(int)

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty list, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self.t = t
        self._reading = reading
        self._rows: list[tuple[TextArea, QuietButton, QWidget]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        name, how = t("質問・意見を足す"), t("質問・意見を書いて Enter で残す")
        self.field = CommentField(name, how)
        self.field.entered.connect(self.entered)
        if reading:
            self.field.hide()
        column.addWidget(self.field)

    def areas(self) -> tuple[TextArea, ...]:
        """Return the fields of what is kept, in order."""
        return tuple(row[0] for row in self._rows)

    def show_comments(self, comments: Sequence[str]) -> None:
        """Show ``comments``; what is being typed is left alone."""
        while len(self._rows) < len(comments):
            self._add_row()
        while len(self._rows) > len(comments):
            holder = self._rows.pop()[2]
            self._column.removeWidget(holder)
            holder.hide()
            holder.deleteLater()
        for place, (text, (area, remove, _)) in enumerate(
            zip(comments, self._rows, strict=True), 1
        ):
            area.set_text(text)
            area.setAccessibleName(self.t("質問・意見{number}", number=place))
            name = self.t("質問・意見{number}を消す", number=place)
            remove.setAccessibleName(name)
            remove.setToolTip(plain(name))

    def _add_row(self) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        area = TextArea(self.t("質問・意見"))
        area.setReadOnly(self._reading)
        remove = QuietButton("", icon="mdi6.trash-can-outline")
        if self._reading:
            remove.hide()
        area.committed.connect(lambda text: self.written.emit(self._place(area), text))
        remove.clicked.connect(lambda: self.delete_asked.emit(self._place(area)))
        row.addWidget(area, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        before = self._rows[-1][1] if self._rows else None
        self._column.addWidget(holder)
        self._rows.append((area, remove, holder))
        holder.show()
        if before is not None:
            QWidget.setTabOrder(before, area)
        QWidget.setTabOrder(area, remove)
        QWidget.setTabOrder(remove, self.field)

    def _place(self, area: TextArea) -> int:
        return next((n for n, row in enumerate(self._rows) if row[0] is area), -1)

    def go_to(self, place: int) -> None:
        """Put the focus on the one at ``place``, or on the field for more."""
        areas = self.areas()
        target = areas[place] if 0 <= place < len(areas) else self.field
        target.setFocus(Qt.FocusReason.OtherFocusReason)
