"""What all buttons share: an icon, a label and the key that does the same.

Owns their measuring, painting and names. Primary, secondary and quiet buttons are its forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.pressable import Pressable

_ICON = 20


@dataclass(frozen=True, slots=True)
class ButtonLook:
    """Colours and weight of one form of button; an empty colour is not painted."""

    ground: str
    hover: str
    pressed: str
    edge: str
    ink: str
    bold: bool
    padding: int


class ButtonBase(Pressable):
    """A button with label and key; ``clicked`` is Qt's own signal."""

    LOOK = ButtonLook("", tokens.TABLE_GROUND, tokens.HAIRLINE, "", tokens.TEXT, False, 8)
    SIZE = tokens.BASE_PX

    def __init__(
        self,
        label: str,
        *,
        key: str = "",
        icon: str = "",
        leads_on: bool = False,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button; ``leads_on`` adds an arrow, ``large`` is for the one thing to do."""
        super().__init__(parent)
        self._label = label
        self._key = key
        self._icon = icon
        self._leads_on = leads_on
        self._large = large
        self._key_shown = True
        self._label_shown = True
        self._reason = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name_it()

    def label(self) -> str:
        """Return what the button says."""
        return self._label

    def set_label(self, label: str, *, key: str | None = None) -> None:
        """Change what the button says, and its key when given."""
        self._label = label
        self._key = self._key if key is None else key
        self._name_it()
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Change the icon (an ``mdi6.`` name)."""
        self._icon = icon
        self.update()

    def show_parts(self, *, label: bool, key: bool) -> None:
        """Leave out the key, then the label, where room is short; the tooltip then has them."""
        self._label_shown, self._key_shown = label, key
        self._name_it()
        self.updateGeometry()
        self.update()

    def set_usable(self, reason: str = "") -> None:
        """Enable the button, or disable it with the ``reason`` shown as its tooltip."""
        self._reason = reason
        self.setEnabled(not reason)
        self._name_it()

    def _name_it(self) -> None:
        self.setAccessibleName(self._label)
        self.setAccessibleDescription(self._reason or self._key)
        hidden = not self._label_shown or (self._key and not self._key_shown)
        tip = self._reason or (f"{self._label}  {self._key}".strip() if hidden else "")
        self.setToolTip(plain(tip))

    def sizeHint(self) -> QSize:
        """Return the size of icon, label and key with their padding."""
        look = theme()
        parts = self._parts()
        gap = look.px(8)
        width = sum(part[1] for part in parts) + gap * max(0, len(parts) - 1)
        height = look.px(44 if self._large else 36)
        return QSize(max(ceil(width) + 2 * look.px(self.LOOK.padding) + 2, look.px(32)), height)

    def minimumSizeHint(self) -> QSize:
        """Buttons do not shrink: their label would be cut."""
        return self.sizeHint()

    def _parts(self) -> list[tuple[str, float]]:
        look = theme()
        icon = float(look.px(_ICON))
        parts: list[tuple[str, float]] = []
        if self._icon:
            parts.append(("icon", icon))
        if self._label and self._label_shown:
            parts.append(("label", self._metrics(self.LOOK.bold).horizontalAdvance(self._label)))
        if self._key and self._key_shown and self._label_shown:
            parts.append(("key", self._metrics(False).horizontalAdvance(self._key)))
        if self._leads_on:
            parts.append(("arrow", icon))
        return parts

    def _metrics(self, bold: bool) -> QFontMetricsF:
        return QFontMetricsF(theme().font(self.SIZE, bold=bold))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then icon, label and key in a row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_parts(painter, self._ink())
        painter.end()

    def _ink(self) -> str:
        return self.LOOK.ink if self.isEnabled() else tokens.SECOND_TEXT

    def _key_ink(self) -> str:
        return self._ink()

    def _ground(self) -> str:
        if not self.isEnabled():
            return tokens.TABLE_GROUND if self.LOOK.edge else ""
        if self.isDown() or self.isChecked():
            return self.LOOK.pressed
        return self.LOOK.hover if self.underMouse() else self.LOOK.ground

    def _paint_ground(self, painter: QPainter) -> None:
        ground = self._ground()
        edge = self.LOOK.edge if self.isEnabled() else self.LOOK.edge and tokens.HAIRLINE
        radius = theme().px(tokens.RADIUS)
        painter.setPen(QPen(color(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _start(self, width: float) -> float:
        return (self.width() - width) / 2

    def _paint_parts(self, painter: QPainter, ink: str) -> None:
        look = theme()
        parts = self._parts()
        gap = look.px(8)
        x = self._start(sum(part[1] for part in parts) + gap * max(0, len(parts) - 1))
        for name, width in parts:
            cell = QRectF(x, 0, width + 1, self.height())
            if name == "icon":
                paint_icon(painter, self._icon, cell.adjusted(0, 0, -1, 0), color(ink))
            elif name == "arrow":
                paint_icon(painter, "mdi6.arrow-right", cell.adjusted(0, 0, -1, 0), color(ink))
            else:
                is_key = name == "key"
                painter.setFont(look.font(self.SIZE, bold=self.LOOK.bold and not is_key))
                painter.setPen(color(self._key_ink() if is_key else ink))
                text = self._key if is_key else self._label
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
                painter.drawText(cell, int(flags.value), text)
            x += width + gap
