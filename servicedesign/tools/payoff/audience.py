"""The matrix before the room: large, with the ideas beside it; nothing while ratings are hidden.

Owns the leaves of the page. It shows the means of all raters, never who rated what.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import hypot
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from servicedesign import tokens
from servicedesign.model import PayoffMatrix
from servicedesign.model.method import MethodPhase
from servicedesign.tools.payoff.actions import matrix_name
from servicedesign.tools.payoff.apart import Area, move_apart
from servicedesign.tools.payoff.items import RatedIdea, are_groups, in_order, rated_ideas
from servicedesign.tools.payoff.quadrants import NAMES, ORDER, PLACES, Quadrant
from servicedesign.tools.payoff.rating import counts_by_rater
from servicedesign.tools.payoff.ratings import TOGETHER, Axis
from servicedesign.tools.payoff.words import AXES
from servicedesign.ui.context import EditorContext
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import LEAST, Leaf, type_of
from servicedesign.ui.room.lines import lay, measure
from servicedesign.ui.room.parts import Head, head
from servicedesign.ui.theme import color

_KINDS: Final = frozenset({"payoff_matrix", "payoff_item", "note", "cluster", "group"})
_RADIUS: Final = 46
_SHARE: Final = 0.56
_GAP: Final = 8
_NAME: Final = 84
"""Height of the line with the name of a field, in units."""
_BELOW: Final = 76
"""Height of the line under the matrix."""
_ROW: Final = 72
_MOST: Final = 50
"""With more ideas than this discs could not be told apart: the fields show how many they hold."""
_FILLS: Final = {Quadrant.NOW: tokens.TINT, Quadrant.LET_BE: tokens.GROUND}


class PayoffPage(AudiencePage):
    """The matrix with the list of its ideas, over as many leaves as the list takes."""

    def __init__(self, context: EditorContext, matrix_id: str) -> None:
        """Show the matrix with an id."""
        self._matrix_id = matrix_id
        super().__init__(context)

    def title(self) -> str:
        """Return what the page is."""
        matrix = self._matrix()
        t = self.context.t
        return t(matrix_name(matrix)) if matrix is not None else t("評価マトリクス")

    def refresh(self, changes: object = None) -> None:
        """Compose anew when something changed that is shown."""
        found = getattr(changes, "changes", None)
        if found is None or _KINDS & {change.kind for change in found}:
            self.recompose()

    def _matrix(self) -> PayoffMatrix | None:
        return self.context.project.find(PayoffMatrix, self._matrix_id)

    def compose(self, leaves: Leaves) -> None:
        """Set the matrix, or that ratings are under way."""
        matrix = self._matrix()
        if matrix is None:
            return
        if matrix.hidden:
            self._under_way(leaves.add(), matrix)
            return
        ideas = in_order(rated_ideas(self.context.project, matrix.id))
        placed = [one for one in ideas if one.placed]
        rest = list(ideas)
        while True:
            leaf = leaves.add()
            box = head(leaf, self._head(matrix), self.context.t)
            wide = box.width() * _SHARE
            self._draw_matrix(leaf, QRectF(box.left(), box.top(), wide, box.height()), placed)
            beside = QRectF(
                box.left() + wide + 64, box.top(), box.width() - wide - 64, box.height()
            )
            rest = self._list(leaf, beside, rest)
            if not rest:
                return

    def _head(self, matrix: PayoffMatrix) -> Head:
        t = self.context.t
        return Head(t("評価マトリクス"), MethodPhase.IDEAS, aside=matrix.title.strip())

    def _under_way(self, leaf: Leaf, matrix: PayoffMatrix) -> None:
        """Show that ratings are under way, and how many are done; no place, no points."""
        t, project = self.context.t, self.context.project
        box = head(leaf, self._head(matrix), t)
        counts = counts_by_rater(project, matrix)
        counts.pop(TOGETHER, None)
        total = len(rated_ideas(project, matrix.id))
        done = sum(count >= total for count in counts.values()) if total else 0
        words = t("評価を付けているところです。全員が付け終えたら、いっしょに見ます。")
        upper = QRectF(box.left(), box.top() + 40, box.width(), box.height() * 0.5)
        laid = leaf.block(upper, words, 96, bold=True, pitch=1.35, balanced=True)
        groups = are_groups(project, counts)
        told = (
            t("付け終えた班 {done}／{all}", done=done, all=len(counts))
            if groups
            else t("付け終えた人 {done}／{all}", done=done, all=len(counts))
        )
        if counts:
            leaf.text(box.left(), upper.top() + laid.height + 72, told, 72)

    # The matrix -------------------------------------------------------------------------------

    def _draw_matrix(self, leaf: Leaf, box: QRectF, placed: Sequence[RatedIdea]) -> None:
        t = self.context.t
        name = t(AXES[Axis.IMPACT])
        side = 64.0
        whole = QRectF(box.left() + side, box.top(), box.width() - side, box.height() - _BELOW)
        for quadrant in Quadrant:
            self._field(leaf, whole, quadrant)
        self._upward(leaf, QRectF(box.left(), whole.top(), side - 12, whole.height()), name)
        feasible = t(AXES[Axis.FEASIBILITY])
        top = whole.bottom() + 20
        wide = leaf.text(whole.center().x(), top, feasible, LEAST, bold=True, align="center")
        y = top + LEAST / 2
        arrow = whole.center().x() + wide / 2 + 24
        leaf.custom(lambda painter: _arrow(painter, QPointF(arrow, y), QPointF(whole.right(), y)))
        if len(placed) > _MOST:
            self._counts(leaf, whole, placed)
        else:
            self._discs(leaf, whole, placed)

    def _box(self, whole: QRectF, quadrant: Quadrant) -> QRectF:
        column, row = PLACES[quadrant]
        wide, tall = (whole.width() - _GAP) / 2, (whole.height() - _GAP) / 2
        return QRectF(
            whole.left() + column * (wide + _GAP), whole.top() + row * (tall + _GAP), wide, tall
        )

    def _field(self, leaf: Leaf, whole: QRectF, quadrant: Quadrant) -> None:
        box = self._box(whole, quadrant)
        leaf.fill(box, _FILLS.get(quadrant, tokens.TABLE_GROUND))
        if quadrant is Quadrant.LET_BE:
            leaf.frame(box, tokens.HAIRLINE)
        tone = tokens.ACTION if quadrant is Quadrant.NOW else tokens.TEXT
        top = box.bottom() - _NAME + 18 if PLACES[quadrant][1] else box.top() + 18
        name = self.context.t(NAMES[quadrant])
        leaf.text(box.left() + 24, top, name, 52, bold=True, tone=tone, room=box.width() - 48)

    def _upward(self, leaf: Leaf, box: QRectF, name: str) -> None:
        """Write the name of the upward axis, and an arrow to what is great."""
        middle = box.center().x()
        if self.context.t.lang == "ja":
            tall = len(name) * LEAST * 1.15
            top = box.center().y() - tall / 2
            for number, letter in enumerate(name):
                y = top + number * LEAST * 1.15
                leaf.text(middle, y, letter, LEAST, bold=True, align="center")
        else:
            tall = measure(name, LEAST, bold=True)
            top = box.center().y() - tall / 2
            place = QRectF(middle - LEAST / 2, top, LEAST, tall)
            leaf.custom(lambda painter: _turned(painter, place, name), [(name, LEAST, place)])
        leaf.custom(
            lambda painter: _arrow(painter, QPointF(middle, top - 20), QPointF(middle, box.top()))
        )

    def _plot(self, whole: QRectF) -> QRectF:
        inset, high = _RADIUS + 12, _NAME + _RADIUS
        return whole.adjusted(inset, high, -inset, -high)

    def _discs(self, leaf: Leaf, whole: QRectF, placed: Sequence[RatedIdea]) -> None:
        plot = self._plot(whole)
        points = [
            (
                plot.left() + one.place[1] * plot.width(),
                plot.bottom() - one.place[0] * plot.height(),
            )
            for one in placed
        ]
        area = Area(whole.left(), whole.top() + _NAME, whole.right(), whole.bottom() - _NAME)
        lie = move_apart(points, _RADIUS, area, gap=6)
        for (x, y), (left, top) in zip(points, lie, strict=True):
            if hypot(left - x, top - y) > _RADIUS * 0.4:
                leaf.custom(partial(_leader, at=QPointF(x, y), lies=QPointF(left, top)))
        for one, (x, y) in zip(placed, lie, strict=True):
            self._disc(leaf, one, QPointF(x, y))

    def _disc(self, leaf: Leaf, one: RatedIdea, middle: QPointF) -> None:
        mark, size = one.mark[:4], LEAST
        wide = measure(mark, size, bold=True)
        place = QRectF(middle.x() - wide / 2, middle.y() - size / 2, wide, size)
        leaf.custom(
            lambda painter: _paint_disc(painter, one, middle, max(_RADIUS, wide / 2 + 6)),
            [],
        )
        leaf.text(place.left(), place.top(), mark, size, bold=True, tone=tokens.INK)

    def _counts(self, leaf: Leaf, whole: QRectF, placed: Sequence[RatedIdea]) -> None:
        for quadrant in Quadrant:
            count = sum(one.quadrant is quadrant for one in placed)
            box = self._box(whole, quadrant)
            words = self.context.t.plural("{n}案", count)
            leaf.text(box.center().x(), box.center().y() - 60, words, 120, align="center")

    # The list ---------------------------------------------------------------------------------

    def _list(self, leaf: Leaf, box: QRectF, rest: list[RatedIdea]) -> list[RatedIdea]:
        """Set as many ideas as fit beside the matrix and return the others."""
        t = self.context.t
        y, before = box.top(), ""
        shown = 0
        for one in rest:
            field = t(NAMES[one.quadrant]) if one.placed else t("点はまだ")
            first = one.placed and one.quadrant is ORDER[0]
            laid = lay(
                one.title or t("（まだ言葉がありません）"),
                box.width() - 104, 1.3 * LEAST * 2, LEAST, LEAST, pitch=1.3, bold=first,
            )  # fmt: skip
            tall = max(_ROW, laid.height + 20) + (_ROW if field != before else 0)
            if y + tall > box.bottom() + 1 and shown:
                break
            if field != before:
                tone = tokens.ACTION if first else tokens.SECOND_TEXT
                leaf.text(box.left(), y + 12, field, LEAST, bold=True, tone=tone)
                leaf.rule(y + _ROW - 6, box.left(), box.right())
                y += _ROW
                before = field
            leaf.text(box.left() + 80, y + 6, one.mark, LEAST, bold=True, align="right")
            place = QRectF(box.left() + 104, y + 6, box.width() - 104, laid.height)
            leaf.lines(place, laid, bold=first)
            y += max(_ROW, laid.height + 20)
            shown += 1
        return rest[shown:]


def payoff_page(context: EditorContext) -> AudiencePage | None:
    """Return the page of the first matrix with ideas, or None."""
    for matrix in context.project.all(PayoffMatrix):
        if rated_ideas(context.project, matrix.id):
            return PayoffPage(context, matrix.id)
    return None


def _paint_disc(painter: QPainter, one: RatedIdea, middle: QPointF, radius: float) -> None:
    now = one.quadrant is Quadrant.NOW
    painter.setPen(QPen(color(tokens.INK), 6 if now else 2.5))
    painter.setBrush(color(tokens.STICKIES.get(one.colour, tokens.GROUND)))
    painter.drawEllipse(middle, radius, radius)


def _leader(painter: QPainter, at: QPointF, lies: QPointF) -> None:
    painter.setPen(QPen(color(tokens.TEXT), 3))
    painter.drawLine(at, lies)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(tokens.TEXT))
    painter.drawEllipse(at, 7, 7)


def _arrow(painter: QPainter, start: QPointF, end: QPointF) -> None:
    painter.setPen(QPen(color(tokens.TEXT), 4))
    painter.drawLine(start, end)
    across = start.y() == end.y()
    for side in (-12, 12):
        back = QPointF(end.x() - 20, end.y() + side) if across else QPointF(
            end.x() + side, end.y() + 20
        )  # fmt: skip
        painter.drawLine(end, back)


def _turned(painter: QPainter, place: QRectF, words: str) -> None:
    painter.translate(place.center())
    painter.rotate(-90)
    painter.setFont(type_of(LEAST, bold=True))
    painter.setPen(color(tokens.TEXT))
    box = QRectF(-place.height() / 2 - 8, -place.width() / 2, place.height() + 16, place.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), words)
