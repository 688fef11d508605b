"""The next thing to do, with the one primary button.

Owns its look. What comes next is told by ``actions.next_step``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.tools.project.gap import Gap
from servicedesign.tools.project.leading import can_lead, lead
from servicedesign.tools.project.words import say
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext

_SIDE_BY_SIDE = 620
_INDENT = 60
_DISC = 32


class NextBand(QWidget):
    """A band between two hairlines.

    Attributes:
        button: leads there.
    """

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make an empty band."""
        super().__init__(parent)
        self._context = context
        self._gap: Gap | None = None
        self._ruled = True
        look = theme()
        self._title = PhraseLabel(size=tokens.SECTION_PX, bold=True, wrap=True)
        self._why = PhraseLabel(tone=tokens.SECOND_TEXT, wrap=True)
        self.button = PrimaryButton("", leads_on=True, large=True)
        self.button.clicked.connect(self._on_pressed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(context.t("次にすること"), tone=tokens.SECOND_TEXT))
        words.addWidget(self._title)
        words.addWidget(self._why)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(look.px(_INDENT), look.px(10), look.px(5), look.px(10))
        self._row.setSpacing(look.px(16))
        self._row.addLayout(words, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_ruled(self, ruled: bool) -> None:
        """Draw the line above or not (where the head of the view has one)."""
        self._ruled = ruled
        self.update()

    def gap(self) -> Gap | None:
        """Return what is shown."""
        return self._gap

    def show_gap(self, gap: Gap) -> None:
        """Show ``gap`` instead of the one before."""
        if gap == self._gap:
            return
        self._gap = gap
        t = self._context.t
        self._title.setText(say(t, gap.sentence))
        self._why.setText(say(t, gap.why) if gap.why is not None else "")
        self._why.setVisible(gap.why is not None)
        self.button.set_label(t(gap.action))
        self.button.setVisible(can_lead(self._context, gap.place))

    def _on_pressed(self) -> None:
        if self._gap is not None:
            lead(self._context, self._gap.place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button below the words where both have no room."""
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)
            self._row.setAlignment(
                self.button,
                Qt.AlignmentFlag.AlignVCenter if wide else Qt.AlignmentFlag.AlignLeft,
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow in its disc and the lines above and below."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ruled:
            painter.fillRect(0, 0, self.width(), 1, color(tokens.TEXT))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color(tokens.HAIRLINE))
        side = look.px(_DISC)
        disc = QRectF(look.px(4), look.px(26), side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tokens.ACTION))
        painter.drawEllipse(disc)
        inner = disc.adjusted(side / 6, side / 6, -side / 6, -side / 6)
        paint_icon(painter, "mdi6.arrow-right", inner, color(tokens.GROUND))
        painter.end()
