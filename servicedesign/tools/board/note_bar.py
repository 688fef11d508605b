"""The bar beside what is chosen: colours and what one does with notes most often.

Owns its look and its place: below what is chosen, above where there is no room. What the buttons
do is the editor's.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import StickyColour
from servicedesign.tools.board.origin_button import COLOUR_WORDS
from servicedesign.ui.canvas.note_painter import EDGE, ground, paint_symbol
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.floating_bar import FloatingBar
from servicedesign.ui.widgets.pressable import Pressable
from servicedesign.ui.widgets.section_rule import SectionRule


class ColourButton(Pressable):
    """A sticky colour with its symbol."""

    def __init__(self, colour: StickyColour, name: str, key: str) -> None:
        """Make a button for ``colour``, called ``name``, with the key ``key``."""
        super().__init__()
        self._colour = colour
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setAccessibleDescription(key)
        self.setToolTip(plain(f"{name}  {key}"))
        self.setFixedSize(theme().px(44), theme().px(44))

    def nextCheckState(self) -> None:
        """Leave it to whoever changes the colour."""

    def sizeHint(self) -> QSize:
        """Return what a finger needs."""
        return QSize(theme().px(44), theme().px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a small note with its symbol."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(24)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.fillRect(place, ground(self._colour))
        painter.setPen(QPen(EDGE, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        paint_symbol(painter, self._colour, place.center(), look.px(11))
        if self.isChecked():
            painter.setPen(QPen(color(tokens.ACTION), 2))
            painter.drawRoundedRect(place.adjusted(-6, -6, 6, 6), look.px(4), look.px(4))
        painter.end()


class NoteBar(FloatingBar):
    """What can be done with the chosen notes.

    Signals:
        colour_chosen: a colour for them.
    """

    colour_chosen = Signal(object)

    def __init__(self, t: Translator, parent: QWidget) -> None:
        """Make a hidden bar with the colours alone."""
        super().__init__(t("選んだ付箋"), parent)
        look = theme()
        self.row.setSpacing(0)
        self._colours: dict[StickyColour, ColourButton] = {}
        for number, colour in enumerate(StickyColour, 1):
            button = ColourButton(colour, t(COLOUR_WORDS[colour]), str(number))
            button.clicked.connect(lambda _=False, one=colour: self.colour_chosen.emit(one))
            self.row.addWidget(button)
            self._colours[colour] = button
        self.row.addSpacing(look.px(6))
        self.row.addWidget(SectionRule(vertical=True))
        self.row.addSpacing(look.px(6))
        self.hide()

    def show_colours(self, colours: set[str]) -> None:
        """Mark the colours that the chosen notes have."""
        for colour, button in self._colours.items():
            button.setChecked(colour.value in colours)
