"""Whose ideas come next: the group, or the colour where there are no groups.

Owns the choice that new notes take.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Group, StickyColour
from servicedesign.model.message import N_
from servicedesign.ui.canvas.note_painter import ground, paint_symbol
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.pressable import Pressable

COLOUR_WORDS = {
    StickyColour.CREAM: N_("クリーム"),
    StickyColour.SKY: N_("空色"),
    StickyColour.BEIGE: N_("ベージュ"),
    StickyColour.GREEN: N_("緑"),
}
"""Names of the sticky colours."""

_MOST_PX = 128


class OriginButton(Pressable):
    """Symbol and name of the group whose ideas come next; a press opens the others.

    Signals:
        changed: another one was chosen.
    """

    changed = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Begin with no group and the first colour."""
        super().__init__(parent)
        self.t = t
        self._groups: tuple[Group, ...] = ()
        self._colour = StickyColour.CREAM
        self._group_id: str | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self._tell()

    def colour(self) -> StickyColour:
        """Return the colour of the next note."""
        return self._colour

    def group_id(self) -> str | None:
        """Return the group of the next note."""
        return self._group_id

    def set_groups(self, groups: tuple[Group, ...]) -> None:
        """Offer ``groups``; one that is gone is chosen no more."""
        self._groups = groups
        known = {group.id: group for group in groups}
        if self._group_id is not None and self._group_id not in known:
            self._group_id = None
        elif self._group_id is not None:
            self._colour = known[self._group_id].colour
        self._tell()

    def choose_group(self, group: Group | None) -> None:
        """Let the next notes be a group's, or nobody's."""
        self._group_id = group.id if group else None
        self._colour = group.colour if group else self._colour
        self._tell()
        self.changed.emit()

    def choose_colour(self, colour: StickyColour) -> None:
        """Let the next notes have a colour; a group of another colour is left."""
        group = next((g for g in self._groups if g.id == self._group_id), None)
        self._colour = colour
        if group is not None and group.colour is not colour:
            self._group_id = None
        self._tell()
        self.changed.emit()

    def _name(self) -> str:
        group = next((g for g in self._groups if g.id == self._group_id), None)
        if group is not None:
            return group.name or self.t("名前のない班")
        return self.t("班なし") if self._groups else self.t(COLOUR_WORDS[self._colour])

    def _tell(self) -> None:
        self.setAccessibleName(self.t("次の付箋：{name}", name=self._name()))
        self.setToolTip(self.t("次の付箋の班と色"))
        self.updateGeometry()
        self.update()

    def _open(self) -> None:
        menu = QMenu(self)
        for group in self._groups:
            entry = menu.addAction(
                _icon(group.colour), (group.name or self.t("名前のない班")).replace("&", "&&")
            )
            entry.setCheckable(True)
            entry.setChecked(group.id == self._group_id)
            entry.triggered.connect(lambda _=False, one=group: self.choose_group(one))
        if self._groups:
            menu.addSeparator()
        for number, colour in enumerate(StickyColour, 1):
            label = f"{self.t(COLOUR_WORDS[colour])}  {number}"
            entry = menu.addAction(_icon(colour), label)
            entry.triggered.connect(lambda _=False, one=colour: self._loose(one))
        menu.aboutToHide.connect(menu.deleteLater)
        height = menu.sizeHint().height()
        menu.popup(self.mapToGlobal(QPoint(0, -height)))

    def _loose(self, colour: StickyColour) -> None:
        self._group_id = None
        self.choose_colour(colour)

    def sizeHint(self) -> QSize:
        """Return the size of symbol, name and triangle."""
        look = theme()
        wide = QFontMetricsF(look.font()).horizontalAdvance(self._name())
        return QSize(min(ceil(wide), look.px(_MOST_PX)) + look.px(56), look.px(44))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint symbol, name and triangle."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(tokens.TABLE_GROUND))
            painter.drawRoundedRect(QRectF(self.rect()), look.px(6), look.px(6))
        middle = self.height() / 2
        side = look.px(20)
        swatch = QRectF(look.px(6), middle - side / 2, side, side)
        painter.fillRect(swatch, ground(self._colour))
        paint_symbol(painter, self._colour, swatch.center(), look.px(11))
        painter.setFont(look.font())
        painter.setPen(color(tokens.TEXT))
        room = QRectF(look.px(32), 0, self.width() - look.px(54), self.height())
        metrics = QFontMetricsF(look.font())
        words = metrics.elidedText(self._name(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter.value), words)
        place = QRectF(self.width() - look.px(20), middle - look.px(9), look.px(18), look.px(18))
        paint_icon(painter, "mdi6.menu-up", place, color(tokens.TEXT))
        painter.end()


def _icon(colour: StickyColour) -> QIcon:
    side = theme().px(18)
    pixmap = QPixmap(side * 2, side * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(ground(colour))
    painter = QPainter(pixmap)
    paint_symbol(painter, colour, QPointF(side / 2, side / 2), side * 0.55)
    painter.end()
    return QIcon(pixmap)
