"""The result, best first: rank, idea, votes as dots, people, and a box for what is kept.

Owns the rows, their look and their keys. What the result is, is said by ``ranking``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.voting.dot_rows import DotRows
from servicedesign.tools.voting.ranking import Place
from servicedesign.tools.voting.row_look import paint_line_below, paint_ring
from servicedesign.tools.voting.target_line import label_width, paint_target
from servicedesign.tools.voting.target_lines import target_line
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import color, theme
from servicedesign.ui.tick import SIDE, paint_tick

ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ROW, _RANK, _VOTES, _PEOPLE, _DOT = 44, 44, 48, 96, 14
_LEAST_TITLE, _DOTS_SHARE = 200, 0.36
"""Lengths in px at 100 %."""


def people_words(place: Place, t: Translator) -> str:
    """Return how many people gave the votes, as far as it is known."""
    if place.at_least:
        return t.plural("{n}人以上", place.supporters)
    return t.plural("{n}人", place.supporters)


class ResultModel(QAbstractListModel):
    """Rows of Place."""

    def __init__(self, t: Translator, parent: QObject | None = None) -> None:
        """Make a model without rows."""
        super().__init__(parent)
        self._t = t
        self.places: tuple[Place, ...] = ()
        self.picked: Collection[str] = ()

    def show_places(self, places: Sequence[Place], picked: Collection[str]) -> None:
        """Show ``places``, with a tick on those in ``picked``."""
        same = [p.target.id for p in places] == [p.target.id for p in self.places]
        self.picked = frozenset(picked)
        if same:
            self.places = tuple(places)
            if places:
                self.dataChanged.emit(self.index(0), self.index(len(places) - 1))
            return
        self.beginResetModel()
        self.places = tuple(places)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, or its words."""
        if not 0 <= index.row() < len(self.places):
            return None
        place, t = self.places[index.row()], self._t
        if role == ROLE:
            return place
        if role == Qt.ItemDataRole.DisplayRole:
            return place.target.named
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [
                t("{rank}位", rank=str(place.rank)),
                place.target.named,
                t.plural("{n}票", place.votes),
                people_words(place, t),
                t("深掘りする") if place.target.id in self.picked else "",
            ]
            return "、".join(part for part in parts if part)
        return None


class ResultList(QListView):
    """The list.

    Attributes:
        ticks: whether ideas can be kept here.

    Signals:
        turned: the id of an idea that is to be kept, or no more.
    """

    turned = Signal(str)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.result = ResultModel(t, self)
        self.ticks = True
        self.setModel(self.result)
        self.setAccessibleName(t("投票の結果"))
        self.setItemDelegate(_ResultDelegate(self, t))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setProperty(NO_RING, True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tick."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        row = self.currentIndex().row()
        if event.key() in keys and 0 <= row < len(self.result.places):
            self.turned.emit(self.result.places[row].target.id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the row under the pointer."""
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if event.button() is Qt.MouseButton.LeftButton and 0 <= row < len(self.result.places):
            self.turned.emit(self.result.places[row].target.id)


class _ResultDelegate(QStyledItemDelegate):
    """Paints one place."""

    def __init__(self, view: ResultList, t: Translator) -> None:
        super().__init__(view)
        self._view = view
        self._t = t

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row."""
        return QSize(theme().px(300), theme().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint box, rank, idea, dots, votes and people."""
        place = index.data(ROLE)
        if not isinstance(place, Place):
            return
        look, rect = theme(), QRectF(option.rect)
        picked = place.target.id in self._view.result.picked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = rect.left() + look.px(4)
        if self._view.ticks:
            paint_tick(painter, rect, left, on=picked)
            left += look.px(SIDE + 12)
        rank = QRectF(left, rect.top(), look.px(_RANK), rect.height())
        if place.votes:
            _cell(painter, rank, str(place.rank), size=tokens.SECTION_PX, bold=True)
        left = rank.right()
        right = self._paint_figures(painter, rect, place)
        room = right - left
        highest = max(one.votes for one in self._view.result.places)
        dots = min(room * _DOTS_SHARE, highest * look.px(_DOT) * 1.3)
        if room < look.px(_LEAST_TITLE) / (1 - _DOTS_SHARE):
            dots = 0.0
        box = QRectF(left, rect.top(), room - dots - look.px(12), rect.height())
        painter.setPen(color(tokens.TEXT))
        line = target_line(place.target, self._t)
        font = look.font(tokens.CONTENT_PX, bold=True)
        numbers = label_width(font, [one.target.label for one in self._view.result.places[:40]])
        size = tokens.CONTENT_PX
        paint_target(painter, line, box, size=size, bold=picked, numbers=numbers)
        if dots:
            rows = DotRows.fitting(highest, dots, look.px(_ROW - 8), look.px(_DOT))
            path = rows.path(place.votes, right - dots, rect.center().y())
            painter.fillPath(path, color(tokens.TEXT))
        paint_line_below(painter, rect)
        paint_ring(painter, option, rect)
        painter.restore()

    def _paint_figures(self, painter: QPainter, rect: QRectF, place: Place) -> float:
        """Paint votes and people at the right, and return where they begin."""
        look = theme()
        people = QRectF(
            rect.right() - look.px(_PEOPLE + 8), rect.top(), look.px(_PEOPLE), rect.height()
        )
        votes = QRectF(people.left() - look.px(_VOTES), rect.top(), look.px(_VOTES), rect.height())
        end = Qt.AlignmentFlag.AlignRight
        _cell(painter, votes, str(place.votes), size=tokens.SECTION_PX, bold=True, align=end)
        if place.votes:
            words = people_words(place, self._t)
            _cell(painter, people, words, size=tokens.BASE_PX, tone=tokens.SECOND_TEXT, align=end)
        return votes.left()


def _cell(
    painter: QPainter,
    box: QRectF,
    words: str,
    *,
    size: int,
    bold: bool = False,
    tone: str = tokens.TEXT,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(theme().font(size, bold=bold))
    painter.setPen(color(tone))
    painter.drawText(box, int((align | Qt.AlignmentFlag.AlignVCenter).value), words)
