"""How one issue is painted in the list: rank, facts, number and title, and whether it is taken on.

Owns the painting of one row, and where in it the box to tick is.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from servicedesign import tokens
from servicedesign.model import EvidenceLevel
from servicedesign.tools.issues.row_painting import (
    FACTS,
    TOP,
    paint_facts,
    paint_focus,
    paint_ground,
    paint_lines,
)
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, theme
from servicedesign.ui.tick import SIDE, paint_tick

LINE = Qt.ItemDataRole.UserRole
_RANK = 56
_TICK = 48
_MOST = 2


@dataclass(frozen=True, slots=True)
class IssueLine:
    """One row.

    Attributes:
        issue_id: of the issue.
        rank: as it stands large at the left.
        number: that of the pain point; 0 for none.
        title: its words, or what stands instead.
        phase: of its pain point, or empty.
        level: of evidence.
        sources: how many sources, in words; or empty.
        questions: how many questions, in words; or empty.
        chosen: whether it is taken on.
    """

    issue_id: str
    rank: str
    number: int
    title: str
    phase: str
    level: EvidenceLevel
    sources: str
    questions: str
    chosen: bool


class IssueDelegate(QStyledItemDelegate):
    """Paints an IssueLine."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of facts and title."""
        look = theme()
        line = index.data(LINE)
        owner = self.parent()
        assert isinstance(owner, QListWidget)
        count = 1
        if isinstance(line, IssueLine):
            count = max(1, len(_words(line, owner.viewport().width())))
        height = look.px(2 * TOP + FACTS) + count * look.pitch(tokens.CONTENT_PX) + 1
        return QSize(look.px(200), height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint rank, facts, title and box."""
        line = index.data(LINE)
        if not isinstance(line, IssueLine):
            return
        look, rect = theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, rect, shown_beside=True)
        left = rect.left() + look.px(_RANK)
        right = rect.right() - look.px(_TICK)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_rank(painter, line.rank, rect, current=current)
        facts = QRectF(left, rect.top() + look.px(TOP), right - left, look.px(FACTS))
        paint_facts(painter, facts, (line.phase,), line.level, (line.sources, line.questions))
        pitch = look.pitch(tokens.CONTENT_PX)
        start = left + _mark_width(line.number)
        if line.number:
            _paint_number(painter, line.number, QRectF(left, facts.bottom(), right, pitch))
        words = QRectF(start, facts.bottom(), right - start, rect.height())
        font = look.font(tokens.CONTENT_PX, bold=current)
        paint_lines(painter, _words(line, int(rect.width())), font, words, pitch)
        box = tick_rect(rect)
        paint_tick(painter, box, box.center().x() - look.px(SIDE) / 2, on=line.chosen)
        paint_focus(painter, option, rect)
        painter.restore()


def tick_rect(rect: QRectF) -> QRectF:
    """Return where in the row ``rect`` one ticks."""
    width = theme().px(_TICK)
    return QRectF(rect.right() - width, rect.top(), width, rect.height())


def _words(line: IssueLine, width: int) -> list[str]:
    look = theme()
    room = width - look.px(_RANK + _TICK) - _mark_width(line.number)
    # The bold width decides, so that nothing moves when the row becomes the current one.
    return text_lines(line.title, look.font(tokens.CONTENT_PX, bold=True), room, _MOST)


def _mark_width(number: int) -> float:
    if not number:
        return 0.0
    look = theme()
    metrics = QFontMetricsF(look.font(tokens.CONTENT_PX, bold=True))
    return look.px(16) + metrics.horizontalAdvance(str(number)) + look.px(10)


def _paint_number(painter: QPainter, number: int, line: QRectF) -> None:
    """Paint the triangle of a pain point with its number."""
    look = theme()
    reach = look.px(6)
    middle = QPointF(line.left() + reach, line.center().y())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(tokens.TEXT))
    painter.drawPolygon(
        QPolygonF(
            [
                middle + QPointF(0, -reach),
                middle + QPointF(reach, reach * 0.8),
                middle + QPointF(-reach, reach * 0.8),
            ]
        )
    )
    painter.setFont(look.font(tokens.CONTENT_PX, bold=True))
    painter.setPen(color(tokens.TEXT))
    place = line.adjusted(look.px(16), 0, 0, 0)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), str(number))


def _paint_rank(painter: QPainter, rank: str, rect: QRectF, *, current: bool) -> None:
    look = theme()
    font = look.font(tokens.SECTION_PX, bold=True)
    room = look.px(_RANK - 20)
    wide = QFontMetricsF(font).horizontalAdvance(rank)
    if wide > room:
        font = look.font(max(10, int(tokens.SECTION_PX * room / wide)), bold=True)
    painter.setFont(font)
    painter.setPen(color(tokens.ACTION if current else tokens.TEXT))
    place = QRectF(rect.left() + look.px(8), rect.top(), look.px(_RANK - 16), rect.height())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter.value), rank)
