"""A board for the room: large where the facilitator looks, or the whole of it.

Owns what part of the board is shown and how large, and when it is painted: at most some ten times a
second, and never while it is hidden. It reads what the facilitator's canvas shows as long as that
shows the same board, and the project else. No choice, no handles, no authors, no votes.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent

from servicedesign import tokens
from servicedesign.model import Board, Note
from servicedesign.tools.board.actions import question_of
from servicedesign.tools.board.audience_notes import RoomNotes
from servicedesign.tools.board.audience_sheets import RoomSheets
from servicedesign.tools.board.audience_view import Looking, View
from servicedesign.tools.board.looks import note_look
from servicedesign.tools.board.sheets_shown import cluster_looks, is_hidden
from servicedesign.ui.canvas.contents import by_order
from servicedesign.ui.canvas.entry import Entry, LimitedRect
from servicedesign.ui.canvas.fit import SIZES
from servicedesign.ui.canvas.frame import Frame
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import LEAST
from servicedesign.ui.room.lines import lay
from servicedesign.ui.theme import color

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from servicedesign.store import ChangeSet
    from servicedesign.tools.board.editor import BoardEditor

PAUSE_MS: Final = 100
"""Least time between two paintings, in ms: the facilitator's own frames come first."""
READING: Final = LEAST / SIZES[0]
"""Units to a board unit at which the wanted type of a note is as large as the room needs."""
_CLOSEST: Final = 4.0
"""Times that, where one looks at one note closely."""
_BUDGET: Final = 0.006
"""Time of a painting in which notes may be made anew, in seconds."""
_FIRST_BUDGET: Final = 0.1
"""The same for the first one, which nobody has seen yet."""
_TOP: Final = 36
_PITCH: Final = 1.4
_QUESTION: Final = 104
_AROUND: Final = 48
"""Room around the whole board, in units."""
_OWN_KINDS: Final = frozenset({"board", "how_might_we", "note", "cluster", "group"})
_FRAME_KINDS: Final = frozenset(
    {"board", "journey_map", "phase", "lane", "cell", "mandala", "mandala_cell"}
)
_PICTURE_KINDS: Final = frozenset({"sketch", "image"})


class BoardPage(AudiencePage):
    """One board."""

    def __init__(self, editor: BoardEditor, parent: QWidget | None = None) -> None:
        """Show the board that is in view in ``editor``, and go on showing it."""
        self._editor = editor
        self._board_id = editor.board_id
        super().__init__(editor.context, parent)
        self._notes = RoomNotes(editor.view.pictures)
        self._sheets = RoomSheets(editor.context.t)
        self._entries: dict[str, Entry] = {}
        self._middle = QPointF()
        self._wide_seen = 0.0
        self._head = 0.0
        self._stale = self._framed = True
        self._last = 0.0
        self._begun = False
        self._complete = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setTimerType(Qt.TimerType.PreciseTimer)
        self._later.timeout.connect(self._on_time)
        editor.view.moved.connect(self._on_moved)
        editor.view.contents.changed.connect(self._on_contents)
        editor.room.changed.connect(self._ask)
        if editor.view.pictures is not None:
            editor.pictures_arrived.connect(self._on_picture)

    # What the window asks ---------------------------------------------------------------------

    def title(self) -> str:
        """Return the title of the board."""
        board = self.context.project.find(Board, self._board_id)
        return (board.title if board is not None else "") or self.context.t("ボード")

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Show what is true now."""
        kinds = {change.kind for change in changes.changes} if changes is not None else None
        if kinds is None or kinds & {"board", "how_might_we"}:
            self.recompose()
        if kinds is None or kinds & _FRAME_KINDS:
            self._framed = True
        if kinds is None or kinds & (_OWN_KINDS | _FRAME_KINDS | _PICTURE_KINDS):
            self._stale = True
            self._ask()

    def compose(self, leaves: Leaves) -> None:
        """Set the question over the board; alone and large while there is no note yet."""
        leaf = leaves.add()
        words = self._question()
        wide = leaf.right - leaf.left
        if self._is_empty():
            box = QRectF(leaf.left, leaf.height * 0.2, wide, leaf.height * 0.6)
            leaf.block(box, words, _QUESTION, bold=True, balanced=True)
            self._head = leaf.height
            return
        height = LEAST * (1 + _PITCH)
        laid = lay(words, wide, height, LEAST, LEAST, bold=True, pitch=_PITCH, balanced=True)
        leaf.lines(QRectF(leaf.left, _TOP, wide, height), laid, bold=True)
        self._head = _TOP + laid.height + 32 if laid.lines else 0.0
        if laid.lines:
            leaf.rule(self._head - 1.5, 0, leaf.width, tone=tokens.TEXT, thick=3)

    def texts(self) -> list[tuple[str, float]]:
        """Return every text in view with the size of its type in px of this window."""
        own = super().texts()
        if self._is_empty():
            return own
        self._catch_up()
        frame, ratio = self._frame(), self.devicePixelRatioF()
        found = [one for e in self._seen(frame) for one in self._notes.texts(e, frame.scale)]
        found += self._sheets.texts(frame)
        return own + [(text, size / ratio) for text, size in found]

    def is_complete(self) -> bool:
        """Tell whether all that is in view was painted as it stays."""
        return self._complete and not self._stale

    # What is shown ----------------------------------------------------------------------------

    def _question(self) -> str:
        project, t = self.context.project, self.context.t
        board = project.find(Board, self._board_id)
        if board is None:
            return ""
        number, sentence = question_of(project, board)
        if not sentence:
            return " ".join(board.title.split())
        return t("問い{number}　{sentence}", number=number, sentence=sentence)

    def _is_empty(self) -> bool:
        self._catch_up()
        return not self._entries and not self._sheets.clusters

    def _on_moved(self) -> None:
        if not self._editor.room.whole and self._is_shared():
            self._ask()

    def _on_contents(self, _old: object, _new: object) -> None:
        if self._is_shared():
            self._stale = True
            self._ask()

    def _on_picture(self, key: str) -> None:
        self._notes.forget_picture(key)
        self._ask()

    def _is_shared(self) -> bool:
        """Tell whether the facilitator's canvas shows this board."""
        return self._editor.board_id == self._board_id

    def _catch_up(self) -> None:
        """Read anew what lies on the board, if it may have changed."""
        if self._framed:
            self._framed = False
            board = self.context.project.find(Board, self._board_id)
            columns = self._is_shared() and self._editor.showing.by_cluster
            self._sheets.show_frame(self.context.project, None if columns else board)
        if not self._stale:
            return
        self._stale = False
        empty = not self._entries
        if self._is_shared():
            contents = self._editor.view.contents
            self._entries = {entry.look.id: entry for entry in contents.entries()}
            self._sheets.clusters = tuple(contents.clusters())
        else:
            self._read()
        if empty is bool(self._entries):
            self.recompose()

    def _read(self) -> None:
        project = self.context.project
        board = project.find(Board, self._board_id)
        notes = project.all(Note, board_id=self._board_id) if board is not None else ()
        looks = [note_look(project, note) for note in notes if not is_hidden(project, note)]
        known = self._entries
        self._entries = {
            look.id: entry
            if (entry := known.get(look.id)) is not None and entry.look == look
            else Entry(look)
            for look in looks
        }
        heights = {one: entry.bottom - entry.top for one, entry in self._entries.items()}
        self._sheets.clusters = (
            tuple(cluster_looks(project, board, heights, self.context.t))
            if board is not None
            else ()
        )

    # Where it looks ---------------------------------------------------------------------------

    def _canvas(self) -> QRect:
        """Return where the board stands on the page, in px."""
        room = self.room()
        top = round(self._head * self.unit())
        return QRect(0, top, room.width(), max(1, room.height() - top))

    def _frame(self) -> Frame:
        ratio = self.devicePixelRatioF()
        canvas = self._canvas()
        width, height = round(canvas.width() * ratio), round(canvas.height() * ratio)
        unit = self.unit() * ratio
        self._notes.least = self._sheets.least = LEAST * unit
        middle, scale, close = self._looks_at(width, height, unit)
        self._notes.look_closely(close)
        x, y = round(width / 2 - middle.x() * scale), round(height / 2 - middle.y() * scale)
        return Frame(scale, x, y, width, height, settled=True, deadline=0.0)

    def _looks_at(self, width: int, height: int, unit: float) -> View:
        """Return where the room looks."""
        if self._editor.room.whole:
            bounds = self._bounds()
            around = 2 * _AROUND * unit
            scale = min(
                (width - around) / max(bounds.width(), 1),
                (height - around) / max(bounds.height(), 1),
                READING * unit,
            )
            return View(bounds.center(), max(scale, 0.01))
        view = self._editor.view
        if self._is_shared() and view.free().isValid():
            free = view.free()
            self._middle = view.to_board(free.center())
            self._wide_seen = free.width() / view.scale_now()
        least = READING * unit
        if not self._wide_seen:
            wanted = View(self._bounds().center(), least)
        else:
            scale = min(max(least, width / self._wide_seen), _CLOSEST * least)
            wanted = View(self._middle, scale)
        closer = [LEAST * unit / size for size in SIZES]
        scales = [one for one in closer if wanted.scale < one <= _CLOSEST * least]
        near = QRectF(0, 0, width / wanted.scale, 3 * height / wanted.scale)
        near.moveCenter(wanted.middle)
        entries = tuple(e for e in self._entries.values() if near.intersects(e.rect()))
        is_read = self._notes.is_read
        looking = Looking(entries, width, height, LEAST * unit, scales, is_read)
        return looking.settled(wanted)

    def _bounds(self) -> QRectF:
        boxes = [(e.left, e.top, e.right, e.bottom) for e in self._entries.values()]
        boxes += [(c.x, c.y, c.x + c.width, c.y + c.height) for c in self._sheets.clusters]
        if not boxes:
            return QRectF()
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return QRectF(QPointF(min(lefts), min(tops)), QPointF(max(rights), max(bottoms)))

    def _seen(self, frame: Frame) -> Sequence[Entry]:
        """Return the notes wholly in view, from below to above; one looked at closely in any case.

        A note that is cut by the edge, or whose words lie under the name of a sheet, is left out.
        """
        rect: LimitedRect = frame.board_rect()
        area = QRectF(QPointF(rect[0], rect[1]), QPointF(rect[2], rect[3]))
        area.adjust(-1, -1, 1, 1)  # what is rounded to whole pixels stays in
        heads = self._sheets.covered(frame)
        near: Iterable[Entry] = self._entries.values()
        seen = [entry for entry in near if entry.touches(rect)]
        if not self._editor.room.whole:
            seen = [
                entry
                for entry in seen
                if self._notes.is_close(entry)
                or (area.contains(entry.rect()) and not _lies_under(entry, heads, frame))
            ]
        return sorted(seen, key=by_order)

    # Painting ---------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Be painted soon, but not sooner than a pause after the last painting."""
        if not self.isVisible() or self._later.isActive():
            return
        since = (time.perf_counter() - self._last) * 1000
        self._later.start(max(0, round(PAUSE_MS - since)))

    def _on_time(self) -> None:
        self._last = time.perf_counter()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what changed while it was hidden."""
        super().showEvent(event)
        self._stale = True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the question, and the board below it."""
        self._catch_up()
        super().paintEvent(event)
        if self._is_empty():
            self._complete = True
            return
        canvas = self._canvas()
        if not event.region().intersects(canvas):
            return  # it was the timer below that changed
        frame = self._frame()
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.setClipRect(canvas, Qt.ClipOperation.ReplaceClip)
        painter.translate(canvas.topLeft())
        painter.scale(1 / ratio, 1 / ratio)
        painter.fillRect(0, 0, frame.width, frame.height, color(tokens.TABLE_GROUND))
        self._sheets.paint_under(painter, frame)
        budget = _BUDGET if self._begun else _FIRST_BUDGET
        by = time.perf_counter() + budget
        timed = Frame(frame.scale, frame.x, frame.y, frame.width, frame.height,
                      settled=True, deadline=by)  # fmt: skip
        self._complete = self._notes.paint(painter, timed, self._seen(frame))
        self._sheets.paint_over(painter, frame)
        painter.end()
        self._last, self._begun = time.perf_counter(), True
        if not self._complete:
            self._ask()


def _lies_under(entry: Entry, heads: Sequence[QRectF], frame: Frame) -> bool:
    left, top = frame.at(entry.left, entry.top)
    right, bottom = frame.at(entry.right, entry.bottom)
    place = QRectF(left, top, right - left, bottom - top)
    return any(head.intersects(place) for head in heads)
