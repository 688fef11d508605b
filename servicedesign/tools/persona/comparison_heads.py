"""The heads of the comparison: a face and a name over each column, a field beside each row.

Owns their look. They stay in view while the cells scroll.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QHeaderView, QTableView

from servicedesign import tokens
from servicedesign.model.drawing import Drawing
from servicedesign.tools.persona.comparison_model import ROWS, ComparisonModel
from servicedesign.tools.portraits import Likeness
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.drawing_view import paint_drawing
from servicedesign.ui.widgets.portrait import GROUND, picture

HEAD = 92
"""Height of the heads over the columns, px at 100 %."""
LABELS = 148
"""Width of the heads beside the rows, px at 100 %."""
_FACE = 56
_SMALL_FACE = 40
_ROOMY = 280
"""Width of a column from which the face has its full size, px at 100 %."""
_PAD = 10


class CandidateHead(QHeaderView):
    """Face, name and tagline over each column."""

    def __init__(
        self, model: ComparisonModel, look_up: Callable[[str], Likeness], parent: QTableView
    ) -> None:
        """Head the columns of ``parent``; ``look_up`` returns what stands in a frame."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._people = model
        self._look_up = look_up
        self._faces: dict[str, Drawing | QImage | None] = {}
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def forget_faces(self) -> None:
        """Ask for the faces anew."""
        self._faces.clear()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the height of the heads."""
        return QSize(super().sizeHint().width(), theme().px(HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        """Paint one head."""
        people = self._people.people()
        if not 0 <= logicalIndex < len(people):
            return
        one, look = people[logicalIndex], theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(rect)
        view = self.parent()
        current = isinstance(view, QTableView) and view.currentIndex().column() == logicalIndex
        painter.fillRect(area, color(tokens.TINT if current else tokens.GROUND))
        if one.chosen:
            bar = QRectF(area.left(), area.top(), area.width(), look.px(4))
            painter.fillRect(bar, color(tokens.ACTION))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1),
                         color(tokens.EDGE))  # fmt: skip
        painter.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()),
                         color(tokens.HAIRLINE))  # fmt: skip
        side = look.px(_FACE if area.width() >= look.px(_ROOMY) else _SMALL_FACE)
        face = QRectF(area.left() + look.px(_PAD), area.center().y() - side / 2, side, side)
        self._paint_face(painter, one.id, face)
        left = face.right() + look.px(10)
        words = QRectF(left, face.top(), area.right() - look.px(_PAD) - left, side)
        self._paint_words(painter, words, self._people.name(logicalIndex), one.tagline)
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRectF, name: str, tagline: str) -> None:
        look = theme()
        font = look.font(tokens.CONTENT_PX, bold=True)
        small = look.font()
        lines = text_lines(tagline, small, place.width(), 2)
        height = look.pitch(tokens.CONTENT_PX) + len(lines) * look.px(19)
        y = place.center().y() - height / 2
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(color(tokens.TEXT))
        base = y + (look.pitch(tokens.CONTENT_PX) - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(place.left(), base), shown)
        y += look.pitch(tokens.CONTENT_PX)
        painter.setFont(small)
        painter.setPen(color(tokens.SECOND_TEXT))
        ascent = QFontMetricsF(small).ascent()
        for number, line in enumerate(lines):
            painter.drawText(QPointF(place.left(), y + number * look.px(19) + ascent), line)

    def _paint_face(self, painter: QPainter, persona_id: str, place: QRectF) -> None:
        painter.save()
        shape = QPainterPath()
        shape.addEllipse(place)
        painter.fillPath(shape, color(GROUND))
        painter.setClipPath(shape)
        face = self._face(persona_id)
        if isinstance(face, Drawing):
            paint_drawing(painter, face, place)
        elif face is not None:
            painter.drawImage(place, face)
        else:
            inner = place.adjusted(*(place.width() * f for f in (0.2, 0.2, -0.2, -0.2)))
            paint_icon(painter, "mdi6.account", inner, color(tokens.EDGE))
        painter.restore()

    def _face(self, persona_id: str) -> Drawing | QImage | None:
        if persona_id not in self._faces:
            shown = self._look_up(persona_id).picture
            self._faces[persona_id] = picture(shown) if isinstance(shown, bytes) else shown
        return self._faces[persona_id]


class FieldHead(QHeaderView):
    """The name of the field beside each row, and whether all candidates say the same there."""

    def __init__(self, model: ComparisonModel, parent: QTableView) -> None:
        """Head the rows of ``parent``."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._fields = model
        self.t = model.t
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedWidth(theme().px(LABELS))

    def least_height(self, row: int) -> int:
        """Return the height in px that the name of a row needs."""
        look = theme()
        count = len(self._lines(row)) + (1 if self._fields.agreed(row) else 0)
        return count * look.pitch(tokens.BASE_PX) + 2 * look.px(8) + 1

    def _lines(self, row: int) -> list[str]:
        look = theme()
        room = look.px(LABELS) - look.px(12 + 8)
        return text_lines(self._fields.label(row), look.font(bold=True), room, 3)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        """Paint one head."""
        if not 0 <= logicalIndex < len(ROWS):
            return
        look, area = theme(), QRectF(rect)
        view = self.parent()
        current = isinstance(view, QTableView) and view.currentIndex().row() == logicalIndex
        painter.save()
        painter.fillRect(area, color(tokens.TINT if current else tokens.GROUND))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1),
                         color(tokens.HAIRLINE))  # fmt: skip
        painter.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()),
                         color(tokens.EDGE))  # fmt: skip
        y = area.top() + look.px(8)
        font = look.font(bold=True)
        painter.setFont(font)
        painter.setPen(color(tokens.TEXT))
        pitch, metrics = look.pitch(tokens.BASE_PX), QFontMetricsF(font)
        drop = (pitch - metrics.height()) / 2 + metrics.ascent()
        for line in self._lines(logicalIndex):
            painter.drawText(QPointF(area.left() + look.px(12), y + drop), line)
            y += pitch
        if self._fields.agreed(logicalIndex):
            painter.setFont(look.font())
            painter.setPen(color(tokens.SECOND_TEXT))
            painter.drawText(QPointF(area.left() + look.px(12), y + drop), self.t("みな同じ"))
        painter.restore()
