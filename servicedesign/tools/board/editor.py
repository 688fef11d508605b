"""The board on screen: notes on a canvas, written, moved and gathered as fast as they are spoken.

Owns which board is in view and the way from a gesture to an action. What one can do is in
``notes`` and ``moving``; how it looks is the canvas's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from servicedesign.model import Board, Note, Record
from servicedesign.model.titles import record_title, reference_code
from servicedesign.tools.board import actions
from servicedesign.tools.board.affinity import Affinity
from servicedesign.tools.board.arranging import Arranging
from servicedesign.tools.board.commands import editor_commands, press_letter
from servicedesign.tools.board.desk import BoardDesk
from servicedesign.tools.board.framing import Framing
from servicedesign.tools.board.handling import Handling
from servicedesign.tools.board.head import BoardHead
from servicedesign.tools.board.incoming import Incoming
from servicedesign.tools.board.looks import PictureSources
from servicedesign.tools.board.overview import Overview
from servicedesign.tools.board.photos import BoardPhotos
from servicedesign.tools.board.removing import delete_board
from servicedesign.tools.board.room import BoardRoom
from servicedesign.tools.board.showing import BoardShowing
from servicedesign.tools.board.sketching import Sketching
from servicedesign.tools.board.writing import Origin, Writing
from servicedesign.tools.running_votes import news_words, vote_news
from servicedesign.ui.canvas.canvas_view import CanvasView
from servicedesign.ui.canvas.pictures import CanvasPictures
from servicedesign.ui.editor import Editor, HeadAction

if TYPE_CHECKING:
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_page import AudiencePage


class BoardEditor(Editor):
    """The editor of boards.

    Attributes:
        view: the canvas.
        writing: the note under way.
        arranging: what is done with places.
        desk: the canvas with the bars over it.
        framing: what is done with the frame under the notes.
        affinity: what is done with clusters.
        handling: what is done with notes.
        sketching: what is drawn on notes.
        photos: photos that become notes.
        incoming: lines, tables and files that become notes.
        overview: seeing the whole board.
        room: what the room sees.

    Signals:
        pictures_arrived: a photo or a sketch can be shown now, its key.
    """

    pictures_arrived = Signal(str)

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the first board."""
        super().__init__(context, parent)
        t = context.t
        self.board_id = ""
        self._shown: tuple[float, QPointF] | None = None
        sources = PictureSources(context.project)
        self._pictures = CanvasPictures(sources.photo, sources.drawing, self)
        self.view = CanvasView(self._pictures)
        self.view.setAccessibleName(t("ボード"))
        self.view.set_reading(context.read_only)
        self.arranging = Arranging(self.view, context)
        self.writing = Writing(self.view, context, self.origin)
        self.head = BoardHead(t)
        self.desk = BoardDesk(self, self.view, context)
        self.showing = BoardShowing(context, self.view, self.head, self.desk)
        self.framing = Framing(self)
        self.affinity = Affinity(self)
        self.handling = Handling(self)
        self.sketching = Sketching(self)
        self.photos = BoardPhotos(self)
        self.incoming = Incoming(self)
        self.room = BoardRoom(self)
        self.overview = Overview(self)
        self.desk.fill(self.handling)
        self._connect()
        self.refresh(None)

    def _connect(self) -> None:
        view, desk = self.view, self.desk
        self._pictures.arrived.connect(self._on_picture)
        self._pictures.missing.connect(self._on_missing)
        view.open_asked.connect(self.writing.begin)
        view.selection.changed.connect(desk.follow)
        view.selection.focus_changed.connect(self._tell_focus)
        view.moved.connect(desk.look_away)
        view.contents.changed.connect(lambda *_: desk.follow())
        self.writing.began.connect(desk.follow)
        self.writing.ended.connect(desk.follow)
        desk.tools.origin.changed.connect(self.writing.recolour)
        desk.tools.quick.escaped.connect(self.focus_view)
        self.head.board_chosen.connect(self.show_board)

    # What the shell asks ----------------------------------------------------------------------

    def in_head(self) -> QWidget | None:
        """Return question, counter and the boards."""
        return self.head

    def body_margins(self) -> tuple[int, int]:
        """Return no margins: the canvas goes to the edges."""
        return 0, 0

    def wants_width(self) -> bool:
        """Tell that the board is wide."""
        return True

    def body_least(self) -> int:
        """Return more than any window has: the board takes the preview's room."""
        return 100_000

    def foot(self) -> int:
        """Return the height of the bars at the left of the foot."""
        return self.desk.foot()

    def at_rest(self) -> bool:
        """Tell whether the canvas shows every note exactly."""
        return self.view.is_exact() and not self._pictures.busy()

    def entrance(self) -> QWidget | None:
        """Return the canvas, where keys work at once."""
        return self.view

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the poster of the board in view."""
        return "board", self.board_id or None

    def audience_page(self) -> AudiencePage | None:
        """Return the board in view for the room, or None when there is none."""
        return self.room.page()

    def record_in_view(self) -> Record | None:
        """Return the note at which the keyboard stands, else the board."""
        project = self.context.project
        note = project.find(Note, self.view.selection.focus())
        return note or project.find(Board, self.board_id)

    def head_actions(self) -> Sequence[HeadAction]:
        """Return the next step of the method, once there is a screen for it."""
        shell = self.context.shell
        if not self.board_id or not shell.can_go_tool("voting"):
            return ()
        label = self.context.t("投票へ")
        return (HeadAction(label, lambda: shell.go_tool("voting"), primary=True, leads_on=True),)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        return editor_commands(self)

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show a note, a cluster or a board; with ``field`` the words of a note are written."""
        project = self.context.project
        record = project.find_any(record_id)
        board_id = record_id if isinstance(record, Board) else getattr(record, "board_id", "")
        if project.find(Board, board_id) is None:
            return False
        self.show_board(board_id)
        entry = self.view.contents.find(record_id)
        sheet = self.view.contents.cluster(record_id)
        if entry is not None:
            if self.writing.note_id() != record_id:
                self.view.selection.choose([record_id])
            self.view.reveal_rect(entry.rect())
            if field in ("title", "text"):
                self.writing.begin(record_id)
        elif sheet is not None:
            self.view.reveal_rect(QRectF(sheet.x, sheet.y, sheet.width, sheet.height))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take single letters where nothing is typed."""
        if not self.sketching.press(event) and not press_letter(self, event):
            super().keyPressEvent(event)

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed."""
        if self.context.project.find(Board, self.board_id) is None:
            boards = self.context.project.all(Board)
            self._set_board(boards[0].id if boards else "")
        elif changes is None:
            self.showing.show_all(self.board_id)
        else:
            self.showing.show_changes(self.board_id, changes.changes)
        self.framing.refresh(changes)
        self.affinity.refresh()
        self.writing.refresh()
        self.desk.follow()
        for words in news_words(vote_news(changes)):
            # After the toast of the step itself, which would take its place.
            QTimer.singleShot(0, self, partial(self.context.shell.warn, self.context.t(words)))

    def show_board(self, board_id: str) -> None:
        """Show another board."""
        if board_id != self.board_id:
            self._set_board(board_id)

    def _set_board(self, board_id: str) -> None:
        self.writing.end()
        self.board_id = board_id
        self.handling.board_changed()
        self.showing.show_all(board_id)
        self.show_everything()
        self.overview.tell_soon()
        self.target_changed.emit()
        self.head_changed.emit()

    def ensure_board(self) -> str:
        """Return the board in view; where there is none yet it is made."""
        if not self.board_id:
            title = self.context.t("アイデアボード")
            self._set_board(actions.add_board(self.context.project, title).id)
        return self.board_id

    def origin(self) -> Origin:
        """Return what a new note takes."""
        button = self.desk.tools.origin
        return Origin(self.ensure_board(), button.colour(), button.group_id())

    def _on_picture(self, key: str) -> None:
        self.pictures_arrived.emit(key)
        self.view.layers.forget_picture(key)
        self.view.redraw()

    def _on_missing(self, _key: str) -> None:
        t = self.context.t
        self.context.shell.warn(
            t(
                "表示できない写真があります。ほかの付箋はそのまま使えます。写真を入れ直してください。"
            )
        )

    def _tell_focus(self, note_id: str) -> None:
        """Tell a screen reader at which note the keyboard stands."""
        t = self.context.t
        note = self.context.project.find(Note, note_id)
        if note is None:
            words = self.affinity.spoken(note_id)
        else:
            number, title = reference_code(note), record_title(note)
            words = t("付箋{number}　{words}", number=number, words=title)
        self.view.setAccessibleDescription(words)

    def new_board(self) -> None:
        """Ask for a title and a question, and show a new board."""
        from servicedesign.tools.board.board_dialog import BoardDialog

        dialog = BoardDialog(self.context, None, self.window())
        if dialog.exec():
            title, question = dialog.described()
            board = actions.add_board(self.context.project, title)
            actions.describe_board(self.context.project, board.id, title, question)
            self.show_board(board.id)

    def describe_board(self) -> None:
        """Ask for title and question of the board in view."""
        from servicedesign.tools.board.board_dialog import BoardDialog

        board = self.context.project.get(Board, self.ensure_board())
        dialog = BoardDialog(self.context, board, self.window())
        if dialog.exec():
            actions.describe_board(self.context.project, board.id, *dialog.described())

    def remove_board(self) -> None:
        """Delete the board in view; the step can be undone at once."""
        if self.board_id:
            t = self.context.t
            self.writing.end()
            count = delete_board(self.context.project, self.board_id)
            words = t.plural("ボードと付箋{n}枚を消しました。", count)
            self.context.shell.toast(words, undo=True)

    # Looking around ---------------------------------------------------------------------------

    def focus_view(self) -> None:
        """Give the keyboard to the canvas."""
        self.view.setFocus()

    def show_everything(self) -> None:
        """Show all notes, or those that lie together where all cannot be seen at once."""
        self.overview.fit()
        self._shown = self._looking()

    def choose_all(self) -> None:
        """Choose every note."""
        self.view.selection.choose(self.view.contents.ids())

    def toggle_minimap(self) -> None:
        """Show or hide the small board."""
        self.desk.toggle_minimap()

    def resized(self) -> None:
        """Go on showing everything until someone looks elsewhere."""
        self.view.set_covered(self.desk.covered())
        if self._shown in (None, self._looking()):
            self.show_everything()

    def _looking(self) -> tuple[float, QPointF]:
        return self.view.scale_now(), self.view.to_board(QPointF(0, 0))
