"""Warnings about a sheet, each with the amber sign, on white.

Owns their look; hidden where there are none. More than two are folded to the first one until they
are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model.method import Progress
from servicedesign.ui.marks import paint_sign
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.link_button import LinkButton
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.text_label import TextLabel

_UNFOLDED = 2
_MOST_HEIGHT = 200


class NoticeList(QWidget):
    """A few sentences."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        look = theme()
        self.t = t
        self._shown: tuple[str, ...] = ()
        self._open = False
        self._page = QWidget()
        self._lines = QVBoxLayout(self._page)
        self._lines.setContentsMargins(look.px(24), 0, look.px(8), 0)
        self._lines.setSpacing(look.px(4))
        self._scroll = PageScroll(self._page)
        self._more = LinkButton("")
        self._more.clicked.connect(self._on_more)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, look.px(8), look.px(8), look.px(8))
        box.setSpacing(0)
        box.addWidget(self._scroll)
        row = QHBoxLayout()
        row.setContentsMargins(look.px(24 + 26), 0, 0, 0)
        row.addWidget(self._more)
        row.addStretch(1)
        box.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()

    def notices(self) -> tuple[str, ...]:
        """Return the sentences, folded or not."""
        return self._shown

    def show_notices(self, sentences: Sequence[str]) -> None:
        """Show ``sentences`` instead of those before."""
        if tuple(sentences) != self._shown:
            self._shown = tuple(sentences)
            self._fill()

    def _on_more(self) -> None:
        self._open = not self._open
        self._fill()

    def _fill(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        folded = len(self._shown) > _UNFOLDED and not self._open
        for sentence in self._shown[:1] if folded else self._shown:
            line = _NoticeLine(sentence)
            self._lines.addWidget(line)
            line.show()
        self._lines.addStretch(1)
        rest = len(self._shown) - 1
        words = (
            self.t.context("list", "たたむ")
            if self._open
            else self.t.plural("ほか{n}件を見る", rest)
        )
        self._more.set_label(words)
        self._more.setVisible(len(self._shown) > _UNFOLDED)
        self.setVisible(bool(self._shown))
        self._fit()

    def _fit(self) -> None:
        look = theme()
        width = max(1, self.width() - look.px(8))
        wanted = self._lines.heightForWidth(width)
        self._scroll.setFixedHeight(min(max(0, wanted), look.px(_MOST_HEIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sentences the height they need at this width."""
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint white and a line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(tokens.GROUND))
        painter.fillRect(0, 0, self.width(), 1, color(tokens.HAIRLINE))
        painter.end()


class _NoticeLine(TextLabel):
    """A sentence with the sign before it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, wrap=True)
        self.setContentsMargins(theme().px(26), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme()
        painter = QPainter(self)
        box = QRectF(0, look.px(3), look.px(16), look.px(16))
        paint_sign(painter, Progress.LOOK, box, color(tokens.WARNING))
        painter.end()
