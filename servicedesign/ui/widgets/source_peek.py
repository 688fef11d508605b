"""The words behind a field, beside its chip: shown on pointing or focus, gone again by itself.

Owns the place, the coming and going, and the keys inside. It is no window: it lies over the editor
and takes the focus only when it is gone into. What a press leads to is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.source_quote import SourceQuote
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.link_button import LinkButton
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.source_row import SourceRow

WIDTH = 440
"""Width in px at 100 %."""
_LINGER_MS = 250
_SHARE = 0.85
"""Most of the editor's height that it covers."""


class SourcePeek(QWidget):
    """Rows of sources, and the way to choose others.

    Signals:
        source_asked: the id of a source to go to.
        link_asked: other sources are to be chosen.
    """

    source_asked = Signal(str)
    link_asked = Signal()

    def __init__(self, t: Translator, parent: QWidget) -> None:
        """Lie hidden over ``parent``."""
        super().__init__(parent)
        self.t = t
        self._anchor: QWidget | None = None
        self._rows: list[SourceRow] = []
        self.setAccessibleName(t("根拠のことば"))
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._scroll = PageScroll(self._page)
        self._link = LinkButton(t("根拠をつなぎ直す…"), key="Ctrl+K")
        self._link.clicked.connect(self._on_link)
        look = theme()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(look.px(6), look.px(6), look.px(6), look.px(6))
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(look.px(10), look.px(2), look.px(10), look.px(2))
        foot.addWidget(self._link)
        whole.addLayout(foot)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LINGER_MS)
        self._timer.timeout.connect(self._leave)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self.hide()

    # Coming -----------------------------------------------------------------------------------

    def point(self, anchor: QWidget, quotes: Sequence[SourceQuote], *, reading: bool) -> None:
        """Show ``quotes`` beside ``anchor``; ``reading`` offers no other sources."""
        self._timer.stop()
        self._anchor = anchor
        self._link.setVisible(not reading)
        self._fill(quotes)
        self._place()
        self.show()
        self.raise_()

    def enter(self) -> None:
        """Put the focus on the first source."""
        if self._rows and self.isVisible():
            self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> tuple[SourceRow, ...]:
        """Return the rows shown."""
        return tuple(self._rows)

    def _fill(self, quotes: Sequence[SourceQuote]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        hint = self.t("聞き取りなどの元の文へ")
        self._rows = [SourceRow(quote, hint, self._page) for quote in quotes]
        for row in self._rows:
            self._column.addWidget(row)
            row.clicked.connect(
                lambda _=False, asked=row.quote.words.record_id: self._on_source(asked)
            )
            row.step_asked.connect(lambda by, here=row: self._step(here, by))
            row.leave_asked.connect(self.go_back)
            row.show()

    def _place(self) -> None:
        over = self.parentWidget()
        if over is None or self._anchor is None:
            return
        look = theme()
        width = min(look.px(WIDTH), over.width() - look.px(16))
        inner = width - look.px(12)
        rows = sum(row.height_in(inner) for row in self._rows)
        link = 0 if self._link.isHidden() else self._link.sizeHint().height() + look.px(4)
        height = min(rows + link + look.px(12), round(over.height() * _SHARE))
        corner = self._anchor.mapTo(over, QPoint(0, 0))
        gap = look.px(6)
        x = corner.x() + self._anchor.width() - width
        x = min(max(look.px(8), x), over.width() - width - look.px(8))
        below = corner.y() + self._anchor.height() + gap
        above = corner.y() - gap - height
        fits = below + height <= over.height() - gap or above < gap
        y = below if fits else above
        self.setGeometry(x, max(gap, min(y, over.height() - height - gap)), width, height)

    # Going ------------------------------------------------------------------------------------

    def leave_soon(self) -> None:
        """Go in a moment, unless the pointer or the focus comes in."""
        self._timer.start()

    def follow(self) -> None:
        """Go along with the chip when the page moved, or go where nobody holds on to it."""
        if not self.isVisible():
            return
        held = self._anchor is not None and (self._anchor.hasFocus() or self.holds_focus())
        if held:
            self._place()
        else:
            self.hide()

    def put_away(self) -> None:
        """Go at once; the focus, when it is inside, goes back to where it came from."""
        self._timer.stop()
        if self.holds_focus():
            self.go_back()
        self.hide()

    def go_back(self) -> None:
        """Go, and put the focus back on the chip."""
        anchor = self._anchor
        self._anchor = None
        self._timer.stop()
        self.hide()
        if anchor is not None and anchor.isVisible():
            anchor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()

    def holds_focus(self) -> bool:
        """Tell whether the focus is inside."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _leave(self) -> None:
        anchored = self._anchor is not None and (
            self._anchor.hasFocus() or self._anchor.underMouse()
        )
        if not (self.underMouse() or self.holds_focus() or anchored):
            self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is inside."""
        self._timer.stop()

    def leaveEvent(self, event: object) -> None:
        """Go soon after it left."""
        self.leave_soon()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not self._anchor and not self.holds_focus():
            self.leave_soon()

    # Doing ------------------------------------------------------------------------------------

    def _step(self, here: SourceRow, by: int) -> None:
        place = self._rows.index(here) + by
        if place < 0:
            self.go_back()
        elif place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_source(self, record_id: str) -> None:
        self.hide()
        self.source_asked.emit(record_id)

    def _on_link(self) -> None:
        self.go_back()
        self.link_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a white card with an edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(tokens.EDGE), 1))
        painter.setBrush(color(tokens.GROUND))
        radius = theme().px(tokens.RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
