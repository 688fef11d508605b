"""The heads of phases, frozen above the body: name and time, over stages the phase itself.

Owns their painting and where they are; what a key or a press does is the grid's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from servicedesign import tokens
from servicedesign.model import Phase
from servicedesign.tools.journey.grid import sizes
from servicedesign.tools.journey.grid.head_base import HeadBase
from servicedesign.tools.journey.grid.moving import SPAN, TITLE, WHEN, Spot
from servicedesign.tools.journey.grid.painting import paint_frame
from servicedesign.tools.journey.grid.text_lines import TextLines, Type, type_of
from servicedesign.ui.theme import color, theme

if TYPE_CHECKING:
    from servicedesign.tools.journey.grid.map_grid import MapGrid

_MOST_TITLE = 2
_MOST_WHEN = 2
_ELIDE = Qt.TextElideMode.ElideRight


class PhaseHeads(HeadBase):
    """The strip above the body."""

    def __init__(self, grid: MapGrid) -> None:
        """Make the strip."""
        super().__init__(grid)
        self.title_type = type_of(tokens.CONTENT_PX, sizes.HEAD_PITCH, bold=True)
        self.when_type = type_of(tokens.BASE_PX, sizes.PITCH)

    # Measures ---------------------------------------------------------------------------------

    def needed(self) -> float:
        """Return the height of all heads, in px at 100 % of the map."""
        return self._span() + self._own()

    def _span(self) -> float:
        return float(theme().px(sizes.SPAN_HEAD)) if self.grid.scene.contents.staged else 0.0

    def _own(self) -> float:
        look = theme()
        most = 1
        for column in self.grid.scene.contents.columns:
            if column.phase is not None:
                most = max(most, self._words(column.phase.title, title=True).count)
        live = self.grid.scene.live
        if live is not None and live.spot.row == -1 and live.spot.card == TITLE:
            most = max(most, round(live.height / self.title_type.pitch))
        return 2 * look.px(sizes.PAD_Y) + most * self.title_type.pitch + self._whens()

    def _whens(self) -> float:
        """Return the height of the times."""
        most = 1
        for column in self.grid.scene.contents.columns:
            if column.phase is not None and column.phase.when:
                most = max(most, self._words(column.phase.when, title=False).count)
        return most * self.when_type.pitch

    def _words(self, text: str, *, title: bool) -> TextLines:
        width = self.grid.scene.column - 2 * theme().px(sizes.PAD_X)
        face = self.title_type if title else self.when_type
        return face.lines(text, width, most=_MOST_TITLE if title else _MOST_WHEN)

    def field_rect(self, spot: Spot) -> QRectF:
        """Return where the words of a head stand in the strip, in px at 100 % of the map."""
        look = theme()
        pad_x, pad_y = look.px(sizes.PAD_X), look.px(sizes.PAD_Y)
        if spot.row == SPAN:
            first, last = self._spanned(spot.col)
            x = first * self.grid.scene.column + pad_x
            width = (last + 1 - first) * self.grid.scene.column - 2 * pad_x
            share = width * 0.6 if spot.card == TITLE else width * 0.4
            left = x if spot.card == TITLE else x + width * 0.6
            lift = (self._span() - self.when_type.pitch) / 2
            return QRectF(left, lift, share, self.when_type.pitch)
        x = spot.col * self.grid.scene.column + pad_x
        width = self.grid.scene.column - 2 * pad_x
        bottom = self.needed() - pad_y - self._whens()
        if spot.card == WHEN:
            return QRectF(x, bottom, width, self._whens())
        top = self._span() + pad_y
        return QRectF(x, top, width, bottom - top)

    def face(self, spot: Spot) -> Type:
        """Return the type a head is set in."""
        if spot.row == SPAN or spot.card == WHEN:
            return self.when_type
        return self.title_type

    def _spanned(self, col: int) -> tuple[int, int]:
        """Return the first and last column of the phase over a stage."""
        columns = self.grid.scene.contents.columns
        head = columns[col].head
        first = last = col
        while first > 0 and columns[first - 1].head is head:
            first -= 1
        while last + 1 < len(columns) and columns[last + 1].head is head:
            last += 1
        return first, last

    def frame(self, spot: Spot) -> QRectF:
        """Return the whole box of a head in the strip, in px of the strip."""
        look = theme()
        if spot.row == SPAN:
            first, last = self._spanned(spot.col)
            column = self.grid.scene.column
            box = QRectF(first * column, 0, (last + 1 - first) * column, self._span())
        else:
            words = self.field_rect(spot)
            top = words.top() - look.px(sizes.PAD_Y) / 2 if spot.card == WHEN else self._span()
            other = self.field_rect(Spot(spot.col, -1, WHEN)).top() - look.px(sizes.PAD_Y) / 2
            bottom = self.needed() if spot.card == WHEN else other
            left = spot.col * self.grid.scene.column
            box = QRectF(left, top, self.grid.scene.column, bottom - top)
        return self._seen(box)

    def _seen(self, box: QRectF) -> QRectF:
        """Return where a box of the strip stands, scrolled and zoomed."""
        across = self.grid.to_view(QRectF(box.x(), 0, box.width(), 0))
        zoom = self.grid.zoom
        return QRectF(across.x(), box.y() * zoom, across.width(), box.height() * zoom)

    # What a press means -----------------------------------------------------------------------

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the head at a point."""
        scene = self.grid.scene
        col = int(self.grid.scene_point(QPointF(point.x(), 0)).x() // scene.column)
        if not 0 <= col < len(scene.contents.columns):
            return None
        column = scene.contents.columns[col]
        if column.phase is None:
            return None
        y = point.y() / self.grid.zoom
        if column.is_stage and y < self._span():
            return Spot(col, SPAN, TITLE)
        when = self.field_rect(Spot(col, -1, WHEN)).top() - theme().px(sizes.PAD_Y) / 2
        return Spot(col, -1, WHEN if y >= when else TITLE)

    def adds_at(self, point: QPointF) -> bool:
        """Tell whether a point is behind the last phase."""
        x = self.grid.scene_point(QPointF(point.x(), 0)).x() - self.grid.scene.columns_width
        return 0 <= x < self.grid.scene.adding

    def add(self, where: QPoint) -> None:
        """Add a phase behind all others."""
        self.grid.hands().add_phase()

    def target_at(self, point: QPointF, dragged: Spot) -> int | None:
        """Return the place among its neighbours that a dragged phase would get."""
        columns = self.grid.scene.contents.columns
        order = self._neighbours(dragged)
        x = self.grid.scene_point(QPointF(point.x(), 0)).x() / self.grid.scene.column
        own = self._neighbour_of(dragged)
        if own not in order:
            return None
        middles = []
        for phase_id in order:
            mine = [n for n, one in enumerate(columns) if phase_id in _ids(one.phase, one.head)]
            middles.append((mine[0] + mine[-1] + 1) / 2)
        here = order.index(own)
        others = [m for n, m in enumerate(middles) if n != here]
        target = sum(m < x for m in others)
        return None if target == here else target

    def _neighbour_of(self, spot: Spot) -> str:
        column = self.grid.scene.contents.columns[spot.col]
        phase = column.head if spot.row == SPAN else column.phase
        return phase.id if phase is not None else ""

    def _neighbours(self, spot: Spot) -> list[str]:
        """Return the ids of the phases beside a head: all heads, or the stages of its phase."""
        columns = self.grid.scene.contents.columns
        own = columns[spot.col]
        if spot.row == SPAN or not own.is_stage:
            return list(dict.fromkeys(one.head.id for one in columns if one.head is not None))
        return [one.id for one in columns if one.head is own.head and one.is_stage]

    def drop(self, dragged: Spot, target: int) -> None:
        """Move a phase there."""
        self.grid.hands().drop_phase(self._neighbour_of(dragged), target)

    def whole_text(self, spot: Spot) -> str:
        """Return name and time of a phase where one of them is not shown whole."""
        column = self.grid.scene.contents.columns[spot.col]
        phase = column.head if spot.row == SPAN else column.phase
        if phase is None:
            return ""
        cut = self._words(phase.title, title=True).cut or self._words(phase.when, title=False).cut
        return f"{phase.title}\n{phase.when}".strip() if cut or spot.row == SPAN else ""

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heads in sight."""
        painter = QPainter(self)
        grid = self.grid
        painter.fillRect(self.rect(), color(tokens.GROUND))
        columns = grid.scene.contents.columns
        for col in grid.columns_in(self.rect()):
            if columns[col].phase is not None:
                self._paint_head(painter, col)
            self._paint_edge(painter, col)
        if grid.scene.adding:
            width = grid.scene.columns_width
            self.paint_adding(
                painter, self._seen(QRectF(width, 0, grid.scene.adding, self.needed()))
            )
        painter.fillRect(0, self.height() - 1, self.width(), 1, color(tokens.EDGE))
        spot = grid.spot()
        if spot is not None and spot.in_phase_head:
            paint_frame(painter, self.frame(spot), active=grid.active())
        self._paint_target(painter)
        painter.end()

    def _paint_head(self, painter: QPainter, col: int) -> None:
        grid = self.grid
        column = grid.scene.contents.columns[col]
        chosen, spot = grid.chosen(), grid.spot()
        lit = col in chosen[0] if chosen else spot is not None and spot.col == col
        if lit:
            box = QRectF(col * grid.scene.column, self._span(), grid.scene.column, self._own())
            painter.fillRect(self._seen(box), color(tokens.TINT))
        if column.phase is None:
            return
        for card, text in ((TITLE, column.phase.title), (WHEN, column.phase.when)):
            here = Spot(col, -1, card)
            if text and not grid.writing.is_at(here):
                tone = tokens.TEXT if card == TITLE else tokens.SECOND_TEXT
                self._paint_words(painter, here, text, tone)
            elif card == TITLE and not text and not grid.writing.is_at(here):
                self._paint_words(painter, here, grid.t("（名前）"), tokens.SECOND_TEXT)
        first, _ = self._spanned(col)
        if column.is_stage and col in (first, grid.columns_in(self.rect())[0]):
            self._paint_span(painter, col, column.head)

    def _paint_words(self, painter: QPainter, spot: Spot, text: str, tone: str) -> None:
        painter.save()
        rect = self.field_rect(spot)
        corner = self._seen(rect)
        painter.translate(corner.topLeft())
        painter.scale(self.grid.zoom, self.grid.zoom)
        painter.setPen(color(tone))
        self._words(text, title=spot.card == TITLE).paint(painter, 0, 0)
        painter.restore()

    def _paint_span(self, painter: QPainter, col: int, head: Phase | None) -> None:
        grid = self.grid
        first, last = self._spanned(col)
        box = QRectF(
            first * grid.scene.column, 0, (last + 1 - first) * grid.scene.column, self._span()
        )
        seen = self._seen(box)
        painter.save()
        painter.setClipRect(seen)
        words = head.title if head is not None else ""
        times = head.when if head is not None else ""
        for card, text in ((TITLE, words or grid.t("（名前）")), (WHEN, times)):
            spot = Spot(first, SPAN, card)
            if grid.writing.is_at(spot):
                continue
            rect = self._seen(self.field_rect(spot))
            painter.save()
            painter.translate(max(rect.left(), 0.0) if card == TITLE else rect.left(), rect.top())
            painter.scale(grid.zoom, grid.zoom)
            painter.setFont(self.when_type.font)
            bold = theme().font(tokens.BASE_PX, bold=card == TITLE)
            painter.setFont(bold)
            painter.setPen(color(tokens.TEXT if words and card == TITLE else tokens.SECOND_TEXT))
            metrics = self.when_type.metrics
            lift = (self.when_type.pitch - metrics.height()) / 2 + metrics.ascent()
            room = rect.width() / grid.zoom
            shown = painter.fontMetrics().elidedText(text, _ELIDE, int(room))
            painter.drawText(QPointF(0, lift), shown)
            painter.restore()
        painter.restore()
        line = self._seen(QRectF(box.x(), self._span(), box.width(), 0))
        painter.fillRect(QRectF(line.x(), line.y() - 1, line.width(), 1), color(tokens.HAIRLINE))

    def _paint_edge(self, painter: QPainter, col: int) -> None:
        columns = self.grid.scene.contents.columns
        right = self._seen(QRectF((col + 1) * self.grid.scene.column, 0, 0, 0)).x() - 1
        inside = (
            col + 1 < len(columns)
            and columns[col].is_stage
            and columns[col + 1].head is columns[col].head
        )
        top = self._span() * self.grid.zoom if inside else 0.0
        painter.fillRect(QRectF(right, top, 1, self.height() - top), color(tokens.HAIRLINE))

    def _paint_target(self, painter: QPainter) -> None:
        dragged, target = self.dragged(), self.target()
        if dragged is None or target is None:
            return
        columns = self.grid.scene.contents.columns
        order = self._neighbours(dragged)
        here = order.index(self._neighbour_of(dragged))
        beside = order[target]
        mine = [n for n, one in enumerate(columns) if beside in _ids(one.phase, one.head)]
        edge = mine[-1] + 1 if target > here else mine[0]
        x = self._seen(QRectF(edge * self.grid.scene.column, 0, 0, 0)).x()
        width = theme().px(4)
        painter.fillRect(QRectF(x - width / 2, 0, width, self.height()), color(tokens.ACTION))


def _ids(*phases: Phase | None) -> set[str]:
    return {phase.id for phase in phases if phase is not None}
