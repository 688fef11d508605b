"""How one source is painted in the list: its number, who, when, findings, consent.

Owns the painting of one line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from servicedesign import tokens
from servicedesign.model import Consent, SourceMethod
from servicedesign.model.method import Progress
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.marks import paint_sign
from servicedesign.ui.theme import color, theme

ROW: Final = 76
RAIL_ROW: Final = 48
"""Heights of a line in px at 100 %."""

RAIL: Final = 150
"""Width in px at 100 % under which the number stands alone."""

ICONS: Final = {
    SourceMethod.DEPTH_INTERVIEW: "mdi6.comment-quote-outline",
    SourceMethod.OBSERVATION: "mdi6.eye-outline",
    SourceMethod.DATA: "mdi6.chart-bar",
}
"""One for each way a source comes about."""

_AGREED: Final = (Consent.SPOKEN, Consent.WRITTEN)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line.

    Attributes:
        code: number of the source.
        method: how it came about.
        who: the person without a name, or what stands for it.
        day: short date.
        count: findings, in words.
        consent: whether the person agreed.
        missing: whether consent is missing for what is written.
        spoken: all of it, for screen readers.
    """

    code: str
    method: SourceMethod
    who: str
    day: str
    count: str
    consent: Consent
    missing: bool
    spoken: str


class SourceDelegate(QStyledItemDelegate):
    """Paints a SourceLine."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, words and the line below."""
        line = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(line, SourceLine):
            return
        look, rect = theme(), QRectF(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.fillRect(rect, color(tokens.TINT))
            bar = QRectF(rect.left(), rect.top(), look.px(4), rect.height())
            painter.fillRect(bar, color(tokens.ACTION))
        below = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(below, color(tokens.HAIRLINE))
        if rect.width() < look.px(RAIL):
            _paint_rail(painter, line, rect, current=current)
        else:
            _paint_whole(painter, line, rect, current=current)
        if option.state & QStyle.StateFlag.State_HasFocus:
            _paint_focus(painter, rect)
        painter.restore()


def _paint_rail(painter: QPainter, line: SourceLine, rect: QRectF, *, current: bool) -> None:
    look = theme()
    left = rect.left() + look.px(12)
    room = QRectF(left, rect.top(), rect.right() - left - look.px(6), rect.height())
    _text(painter, line.code, room, bold=True, current=current)


def _paint_whole(painter: QPainter, line: SourceLine, rect: QRectF, *, current: bool) -> None:
    look = theme()
    left, right = rect.left() + look.px(16), rect.right() - look.px(12)
    pitch = look.px(22)
    top = rect.top() + look.px(6)
    side = look.px(16)
    tone = tokens.ACTION if current else tokens.TEXT
    icon = QRectF(left, top + (pitch - side) / 2 + 1, side, side)
    paint_icon(painter, ICONS[line.method], icon, color(tone))
    head = QRectF(left + look.px(22), top, right - left - look.px(22), pitch)
    _text(painter, line.code, head, size=tokens.CONTENT_PX, bold=True, current=current)
    font = look.font(tokens.CONTENT_PX, bold=True)
    taken = QFontMetricsF(font).horizontalAdvance(line.code[:40]) + look.px(8)
    day = QFontMetricsF(look.font()).horizontalAdvance(line.day) + 1
    if day <= head.width() - taken:
        _text(painter, line.day, QRectF(right - day, top, day, pitch), tone=tokens.SECOND_TEXT)
    top += pitch
    _text(painter, line.who, QRectF(left, top, right - left, pitch))
    top += pitch - look.px(1)
    sign = QRectF(right - side, top + (pitch - side) / 2, side, side)
    if line.missing:
        paint_sign(painter, Progress.LOOK, sign, color(tokens.WARNING))
    elif line.consent in _AGREED:
        paint_icon(painter, "mdi6.check-circle-outline", sign, color(tokens.SUCCESS))
    room = QRectF(left, top, right - left - look.px(22), pitch)
    _text(painter, line.count, room, tone=tokens.SECOND_TEXT)


def _text(
    painter: QPainter,
    text: str,
    box: QRectF,
    *,
    size: int = tokens.BASE_PX,
    bold: bool = False,
    current: bool = False,
    tone: str = tokens.TEXT,
) -> None:
    font = theme().font(size, bold=bold)
    painter.setFont(font)
    painter.setPen(color(tokens.ACTION if current else tone))
    shown = QFontMetricsF(font).elidedText(
        " ".join(text[:200].split()), Qt.TextElideMode.ElideRight, box.width() + 0.5
    )
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), shown)


def _paint_focus(painter: QPainter, rect: QRectF) -> None:
    look = theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, tone, inset in ((3, tokens.RING, 1.5), (2, tokens.INK, 4.0)):
        painter.setPen(QPen(color(tone), look.px(width)))
        reach = inset * look.scale / 100
        painter.drawRoundedRect(rect.adjusted(reach, reach, -reach, -reach), 2, 2)
