"""Photos of drawings for a board: chosen, dropped or pasted, one dialog each.

Owns where photos come from and where their notes stand. The work on pixels is in
``tools.photo_paper``, the change in ``photo_notes``.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from servicedesign.model import ProjectError
from servicedesign.store.images import CleanImage
from servicedesign.tools.board import photo_notes
from servicedesign.tools.board.places import Boxed
from servicedesign.ui.dialogs.message_dialog import tell_refusal
from servicedesign.ui.photo_sources import image_bytes, is_picture, photo_paths, photo_patterns
from servicedesign.ui.picture_files import read_picture_file
from servicedesign.ui.taken_drop import take_copy

if TYPE_CHECKING:
    from servicedesign.tools.board.editor import BoardEditor

MOST: Final = 60
"""Most photos at once."""


class BoardPhotos(QObject):
    """Works for one editor."""

    def __init__(self, editor: BoardEditor) -> None:
        """Take photos for the board in view of ``editor``, dropped ones too."""
        super().__init__(editor)
        self._editor = editor
        self._place: QPointF | None = None
        self._last: Boxed | None = None
        self._left = 0
        editor.view.viewport().setAcceptDrops(True)
        editor.view.viewport().installEventFilter(self)

    # Where they come from ---------------------------------------------------------------------

    def ask_files(self) -> None:
        """Let the person choose photos."""
        t = self._editor.context.t
        self._place = self._editor.view.pointer()
        chosen, _ = QFileDialog.getOpenFileNames(
            self._editor.window(),
            t("紙の写真を選ぶ"),
            str(Path.home()),
            f"{t('写真')} ({photo_patterns()})",
        )
        self.take_files([Path(one) for one in chosen])

    def paste(self) -> bool:
        """Take a picture from the clipboard; False when there is none."""
        mime = QGuiApplication.clipboard().mimeData()
        self._place = self._editor.view.pointer()
        paths = photo_paths(mime)
        if paths:
            self.take_files(paths)
        elif is_picture(mime):
            image = QGuiApplication.clipboard().image()
            if image.isNull():
                return False
            self.take([partial(image_bytes, image)])
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take photos that are dropped on the canvas; leave everything else alone."""
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return False
        paths = photo_paths(event.mimeData())
        if not paths or self._editor.context.read_only:
            return False
        take_copy(event)
        if event.type() == QEvent.Type.Drop:
            self._place = self._editor.view.to_board(event.position())
            QTimer.singleShot(0, self, partial(self.take_files, paths))  # let the drag end first
        return True

    def take_files(self, paths: list[Path]) -> None:
        """Make notes of the photos in files."""
        t, shell = self._editor.context.t, self._editor.context.shell
        if len(paths) > MOST:
            shell.toast(t("一度に入れられる写真は{most}枚までです。", most=MOST))
        self.take([partial(read_picture_file, path) for path in paths[:MOST]])

    # What becomes of them ---------------------------------------------------------------------

    def take(self, sources: list[partial[bytes]]) -> None:
        """Make a note of each photo, with one dialog each; one that fails is told of."""
        context = self._editor.context
        if context.read_only or not sources:
            return
        self._editor.writing.end()
        self._last = None
        self._left = 0
        made: list[str] = []
        for place, source in enumerate(sources, 1):
            try:
                goes_on, at_once = self._one(source, place, len(sources), made)
            except ProjectError as error:
                tell_refusal(error, context.t, self._editor.window())
                continue
            if at_once:
                self._rest(sources[place:], made)
            if at_once or not goes_on:
                break
        self._show(made)

    def _one(
        self, source: partial[bytes], place: int, count: int, made: list[str]
    ) -> tuple[bool, bool]:
        from servicedesign.ui.dialogs.paper_photo_dialog import PaperPhotoDialog

        dialog = PaperPhotoDialog(
            source(), self._editor.context.t, self._editor.window(), place=place, count=count
        )
        accepted = dialog.exec()
        if dialog.fault is not None:
            raise dialog.fault
        if accepted:
            made.append(self._stick(dialog.picture(), dialog.words.text()))
        return bool(accepted), dialog.all_the_rest

    def _rest(self, sources: list[partial[bytes]], made: list[str]) -> None:
        """Make notes of the remaining photos as the guess of the paper says, without a question."""
        from servicedesign.ui.dialogs.photo_batch_dialog import PhotoBatchDialog

        if not sources:
            return
        t, window = self._editor.context.t, self._editor.window()
        batch = PhotoBatchDialog(sources, lambda one: made.append(self._stick(one, "")), t, window)
        batch.exec()
        if batch.refused:
            tell_refusal(batch.refused[0], t, window)
        self._left = batch.left

    def _stick(self, data: bytes | CleanImage, words: str) -> str:
        board_id = self._editor.ensure_board()
        origin = self._editor.origin()
        box = self._free()
        note = photo_notes.add_photo_note(
            self._editor.context.project,
            board_id,
            data,
            words,
            box.x,
            box.y,
            colour=origin.colour,
            group_id=origin.group_id,
        )
        self._last = Boxed(note.x, note.y, note.width, max(note.height, photo_notes.SIDE))
        return note.id

    def _free(self) -> Boxed:
        """Return a free place: under the pointer, then beside the photo before."""
        side = photo_notes.SIDE
        if self._last is not None:
            return self._editor.writing.free(Boxed(self._last.x, self._last.y, side, side))
        view = self._editor.view
        place = self._place
        if place is None:
            place = view.to_board(view.free().center())
        corner = Boxed(round(place.x() - side / 2), round(place.y() - side / 2), side, side)
        return self._editor.writing.free(corner)

    def _show(self, made: list[str]) -> None:
        if not made:
            return
        view = self._editor.view
        view.selection.choose(made)
        if len(made) == 1:
            entry = view.contents.find(made[0])
            if entry is not None:
                view.reveal_rect(entry.rect())
        else:
            view.fit(view.contents.bounds(made))
        t = self._editor.context.t
        words = t.plural("写真の付箋を{n}枚貼りました。", len(made))
        if self._left:
            words += t.plural("残りの{n}枚はまだです。もう一度選べば続けられます。", self._left)
        self._editor.context.shell.toast(words, undo=len(made) == 1)
        view.setFocus()
