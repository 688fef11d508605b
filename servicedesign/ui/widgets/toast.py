"""One sentence at the bottom left of a view, for a while.

Owns its look and its time: 8 s, not while pointed at or focused. A warning is white with an amber
edge and stays. It stands above what its maker says is at the foot of the view.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.button_base import ButtonBase, ButtonLook
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel

SHOWN_MS = 8000
_MARGIN = 16


class _ToastButton(ButtonBase):
    """White outline on dark."""

    LOOK = ButtonLook("", "#4D4D4D", "#666666", "#FFFFFF", "#FFFFFF", False, 12)


class Toast(QWidget):
    """Floats over ``view``; a new sentence replaces the one before."""

    def __init__(self, view: QWidget, foot: Callable[[], int] = lambda: 0) -> None:
        """Make a hidden toast over ``view``.

        Args:
            view: what it floats over.
            foot: returns how high what it must not cover stands at the foot, in px at 100 %.
        """
        super().__init__(view)
        self._foot = foot
        self._warning = False
        look = theme()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look.px(16), look.px(4), look.px(8), look.px(4))
        self._row.setSpacing(look.px(12))
        self._timer = QTimer(self)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._on_time)
        view.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show one sentence for 8 s, with a button when ``action`` names one."""
        self._fill(text, warning=False)
        if action and do is not None:
            self._add(_ToastButton(action), do)
        self._place()
        self._timer.start()

    def warn(
        self, text: str, close: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Show a warning until it is answered, or closed by the button named ``close``."""
        self._fill(text, warning=True)
        if action and do is not None:
            self._add(SecondaryButton(action), do)
        self._add(QuietButton(close), lambda: None)
        self._timer.stop()
        self._place()

    def follow(self) -> None:
        """Stand above what is now at the foot of the view, and over everything else."""
        if not self.isHidden():
            self._place()

    def text(self) -> str:
        """Return the sentence shown, or empty."""
        return "" if self.isHidden() else self.accessibleName()

    def _add(self, button: ButtonBase, do: Callable[[], object]) -> None:
        def _on_pressed() -> None:
            self.hide()
            do()

        button.clicked.connect(_on_pressed)
        self._row.addWidget(button)
        # A child added to a visible parent is shown later by itself: too late to be measured.
        button.show()

    def _fill(self, text: str, *, warning: bool) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._warning = warning
        self.setAccessibleName(text)
        look = theme()
        left = look.px(16 + (28 if warning else 0))
        self._row.setContentsMargins(left, look.px(4), look.px(8), look.px(4))
        label = TextLabel(text, tone=tokens.TEXT if warning else tokens.GROUND, wrap=True)
        self._row.addWidget(label, 1)
        label.show()

    def _place(self) -> None:
        view = self.parentWidget()
        if view is None:
            return
        look = theme()
        self.show()
        size = self.sizeHint()
        width = min(size.width(), view.width() - 2 * look.px(_MARGIN))
        height = max(look.px(44), self._row.totalHeightForWidth(width))
        foot = look.px(_MARGIN) + look.px(self._foot())
        top = max(0, view.height() - height - foot)
        self.setGeometry(look.px(_MARGIN), top, width, height)
        self.raise_()

    def _on_time(self) -> None:
        focus: QWidget | None = self.focusWidget()
        if not self.underMouse() and (focus is None or not focus.hasFocus()):
            self._timer.stop()
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom left when the view changes its size."""
        if event.type() == QEvent.Type.Resize:
            self.follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark bar, or the white one with an amber edge."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = look.px(2) if self._warning else 1
        painter.setPen(QPen(color(tokens.WARNING if self._warning else tokens.TEXT), edge))
        painter.setBrush(color(tokens.GROUND if self._warning else tokens.TEXT))
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(box, look.px(tokens.RADIUS), look.px(tokens.RADIUS))
        if self._warning:
            side = look.px(18)
            place = QRectF(look.px(16), (self.height() - side) / 2, side, side)
            paint_icon(painter, "mdi6.alert", place, color(tokens.WARNING))
        painter.end()
