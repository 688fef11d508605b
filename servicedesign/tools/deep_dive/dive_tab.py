"""One deep-dive in the strip: its place in the order, its group, the name of the idea.

Owns what stands in the tab.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.marks import SIGN_WORDS, Sign
from servicedesign.ui.sticky_marks import paint_sticky_mark
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.record_tab import RecordTab


@dataclass(frozen=True, slots=True)
class TabView:
    """What a tab shows.

    Attributes:
        id: of the deep-dive.
        title: the name of the idea.
        group: the name of the group, or empty.
        colour: a key of ``tokens.STICKIES``, or empty without a group.
        sign: how far it is.
    """

    id: str
    title: str
    group: str
    colour: str
    sign: Sign


class DiveTab(RecordTab):
    """Number, group and title."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty tab."""
        super().__init__(t, parent)
        self._number = 1
        self._view = TabView("", "", "", "", Sign.NONE)

    def show_dive(self, view: TabView, number: int) -> None:
        """Show ``view`` as the one presented ``number``-th."""
        t = self._t
        self._view, self._number = view, number
        group = view.group or t("班はまだ")
        title = self._title()
        state = t(SIGN_WORDS[view.sign])
        place = t("{number}番目", number=number)
        self.setAccessibleName(f"{place}、{group}、{title}、{state}")
        self.setToolTip(plain(f"{number}  {group}\n{title}\n{state}"))
        self.update()

    def _title(self) -> str:
        return self._view.title.strip() or self._t("名前のない案")

    def _paint_inside(self, painter: QPainter) -> None:
        self._paint_head(painter, self._head_box())
        self._paint_title(painter, self._title())

    def _paint_head(self, painter: QPainter, box: QRectF) -> None:
        """Paint the number, the group with its mark, and how far it is."""
        look, view = theme(), self._view
        middle = int(Qt.AlignmentFlag.AlignVCenter.value)
        font = look.font(bold=True)
        painter.setFont(font)
        painter.setPen(color(tokens.ACTION))
        painter.drawText(box, middle, str(self._number))
        left = box.left() + QFontMetricsF(font).horizontalAdvance(str(self._number)) + look.px(8)
        sign = self._paint_sign(painter, view.sign)
        side = sign.width()
        if view.colour:
            swatch = QRectF(left, box.center().y() - side / 2, side, side)
            paint_sticky_mark(painter, view.colour, swatch)
            left += side + look.px(6)
        font = look.font()
        painter.setFont(font)
        painter.setPen(color(tokens.SECOND_TEXT))
        words = view.group or self._t("班はまだ")
        room = sign.left() - look.px(6) - left
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, box.top(), room, box.height()), middle, shown)
