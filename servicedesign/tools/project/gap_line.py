"""Something to look at: the amber sign, one sentence, a link that leads there.

Owns its look and its way to the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model.method import Progress
from servicedesign.tools.project.gap import Gap
from servicedesign.tools.project.leading import can_lead, lead
from servicedesign.tools.project.words import say
from servicedesign.ui.marks import paint_sign
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.link_button import LinkButton
from servicedesign.ui.widgets.phrase_label import PhraseLabel

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext

_INDENT = 24


class GapLine(QWidget):
    """One gap."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self._context = context
        self._gap: Gap | None = None
        self._words = PhraseLabel(wrap=True)
        self.link = LinkButton(context.t("見る"))
        self.link.clicked.connect(self._on_pressed)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme().px(_INDENT), 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._words)
        box.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)

    def show_gap(self, gap: Gap) -> None:
        """Show ``gap`` instead of the one before."""
        if gap == self._gap:
            return
        self._gap = gap
        sentence = say(self._context.t, gap.sentence)
        self._words.setText(sentence)
        self.link.setVisible(can_lead(self._context, gap.place))
        self.link.setAccessibleName(f"{self._context.t('見る')} {sentence}")
        self.link.setAccessibleDescription("")

    def _on_pressed(self) -> None:
        if self._gap is not None:
            lead(self._context, self._gap.place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign beside the first line."""
        look = theme()
        side = look.px(16)
        top = (look.pitch(tokens.BASE_PX) - side) / 2
        painter = QPainter(self)
        paint_sign(painter, Progress.LOOK, QRectF(0, top, side, side), color(tokens.WARNING))
        painter.end()
