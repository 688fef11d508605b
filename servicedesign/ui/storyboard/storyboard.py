"""A storyboard of a project: frames are drawn, photographed, written, moved and kept.

Owns the way from a gesture on the strip to an action of ``tools.frames``, and what is said on the
way. Whose frames they are is the editor's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import Frame, ProjectError
from servicedesign.tools import frames
from servicedesign.tools.frames import FrameOwner
from servicedesign.ui.dialogs.message_dialog import tell_refusal
from servicedesign.ui.dialogs.paper_photo_dialog import PaperPhotoDialog, PhotoWords
from servicedesign.ui.photo_sources import image_bytes, photo_paths, photo_patterns
from servicedesign.ui.picture_files import read_picture_file
from servicedesign.ui.sketching.sketch_dialog import SketchDialog
from servicedesign.ui.sketching.sketch_edit import SketchEdit
from servicedesign.ui.storyboard.frame_paint import frame_picture
from servicedesign.ui.storyboard.frame_view import FrameView
from servicedesign.ui.storyboard.storyboard_strip import StoryboardStrip
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext

_KINDS = frozenset({"frame", "sketch", "image"})


@dataclass(frozen=True, slots=True)
class StoryboardWish:
    """What is wanted of a storyboard.

    Attributes:
        title: over the frames.
        hint: beside the title: how many frames, and what they are for.
        usual: more frames than this are said to be many.
    """

    title: str
    hint: str
    usual: int


class Storyboard(QWidget):
    """The frames of one owner under a title.

    Attributes:
        strip: the frames.
    """

    def __init__(
        self, context: EditorContext, wish: StoryboardWish, parent: QWidget | None = None
    ) -> None:
        """Show no frames yet."""
        super().__init__(parent)
        self._context = context
        self._wish = wish
        self._owner: FrameOwner | None = None
        look = theme()
        self.strip = StoryboardStrip(context.t, reading=context.read_only)
        self._hint = TextLabel(tone=tokens.SECOND_TEXT, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(TextLabel(wish.title, bold=True))
        head.addWidget(self._hint, 1)
        column.addLayout(head)
        column.addWidget(self.strip)
        self._connect()

    def _connect(self) -> None:
        strip, project = self.strip, self._context.project
        strip.written.connect(self._write)
        strip.draw_asked.connect(self.draw)
        strip.photo_asked.connect(self.ask_photo)
        strip.offered.connect(self._on_offered)
        strip.clear_asked.connect(lambda one: frames.clear_picture(project, one))
        strip.copy_asked.connect(self._copy)
        strip.delete_asked.connect(self.delete)
        strip.move_asked.connect(self._move)
        strip.add_asked.connect(self.add)

    # Showing ----------------------------------------------------------------------------------

    def show_owner(self, owner: FrameOwner | None) -> None:
        """Show the frames of ``owner``, or none."""
        self._owner = owner
        self.refresh(None)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed; nothing is done where no frame and no picture changed."""
        if changes is not None and not _KINDS & {change.kind for change in changes.changes}:
            return
        project = self._context.project
        shown = frames.frames_of(project, self._owner) if self._owner is not None else ()
        self.strip.show_frames(
            [
                FrameView(frame.id, frame.heading, frame.caption, frame_picture(project, frame))
                for frame in shown
            ]
        )
        t = self._context.t
        many = t("{n}コマあります。多いと、短い時間では伝わりません。", n=len(shown))
        self._hint.setText(many if len(shown) > self._wish.usual else self._wish.hint)

    def go_to(self, frame_id: str, field: str = "") -> bool:
        """Put the focus on a frame; False when it is not shown here."""
        card = self.strip.card(frame_id)
        if card is not None:
            card.go_to(field)
        return card is not None

    def frame_in_use(self) -> str:
        """Return the id of the frame that holds the focus, or empty."""
        for frame_id, card in zip(
            (card.objectName() for card in self.strip.cards()), self.strip.cards(), strict=True
        ):
            if any(part.hasFocus() for part in card.parts()):
                return frame_id
        return ""

    def picture_in_use(self) -> bool:
        """Tell whether the focus is on a picture, where single keys act."""
        return any(card.picture.hasFocus() for card in self.strip.cards())

    # Frames -----------------------------------------------------------------------------------

    def _write(self, frame_id: str, field: str, text: str) -> None:
        if self._context.project.find(Frame, frame_id) is not None:
            frames.write_frame(self._context.project, frame_id, field, text)

    def add(self) -> None:
        """Add a frame and go to its picture."""
        if self._owner is not None and not self._context.read_only:
            self._flush()
            frame = frames.add_frame(self._context.project, self._owner)
            self.go_to(frame.id)

    def _copy(self, frame_id: str) -> None:
        self._flush()
        self.go_to(frames.copy_frame(self._context.project, frame_id).id)

    def _move(self, frame_id: str, index: int) -> None:
        self._flush()
        frames.move_frame(self._context.project, frame_id, index)
        self.go_to(frame_id)

    def delete(self, frame_id: str) -> None:
        """Delete a frame, go to its neighbour, and say so."""
        self._flush()
        ids = [card.objectName() for card in self.strip.cards()]
        here = ids.index(frame_id)
        frames.delete_frame(self._context.project, frame_id)
        left = self.strip.cards()
        if left:
            left[min(here, len(left) - 1)].go_to("")
        else:
            self.strip.add.setFocus()
        t = self._context.t
        self._context.shell.toast(t("コマ{number}を消しました。", number=here + 1), undo=True)

    def _flush(self) -> None:
        for card in self.strip.cards():
            card.heading.flush()
            card.caption.flush()

    # Pictures ---------------------------------------------------------------------------------

    def draw(self, frame_id: str) -> None:
        """Open the pad for a frame."""
        self._flush()
        self.pad_for(frame_id).exec()
        self.go_to(frame_id)

    def pad_for(self, frame_id: str) -> SketchDialog:
        """Return the pad for the sketch of a frame."""
        project, t = self._context.project, self._context.t
        project.break_merge()
        ids = [card.objectName() for card in self.strip.cards()]
        title = t("コマ{number}に描く", number=ids.index(frame_id) + 1)
        empty = frames.sketch_of(project, frame_id)

        def write(edit: SketchEdit) -> None:
            frames.keep_sketch(project, frame_id, edit.sketch, edit.label, edit.merge or None)

        def read() -> object:
            kept = frames.sketch_of(project, frame_id)
            return kept if project.find(type(kept), kept.id) is not None else empty

        return SketchDialog(self._context, title, read, write, self.window())  # type: ignore[arg-type]

    def ask_photo(self, frame_id: str) -> None:
        """Let the person choose a photo for a frame."""
        t = self._context.t
        chosen, _ = QFileDialog.getOpenFileName(
            self.window(),
            t("紙の写真を選ぶ"),
            str(Path.home()),
            f"{t('写真')} ({photo_patterns()})",
        )
        if chosen:
            self.take_photo(frame_id, partial(read_picture_file, Path(chosen)))

    def _on_offered(self, frame_id: str, mime: QMimeData) -> None:
        paths = photo_paths(mime)
        if paths:
            source = partial(read_picture_file, paths[0])
        else:
            image = QGuiApplication.clipboard().image()
            if image.isNull():
                return
            source = partial(image_bytes, image)
        QTimer.singleShot(0, self, partial(self.take_photo, frame_id, source))  # a drag ends first

    def take_photo(self, frame_id: str, source: Callable[[], bytes]) -> None:
        """Cut a photo out, straighten it and let a frame show it; one that fails is told of."""
        if self._context.read_only or self.strip.card(frame_id) is None:
            return
        self._flush()
        try:
            self._take(frame_id, source())
        except ProjectError as error:
            tell_refusal(error, self._context.t, self.window())
        self.go_to(frame_id)

    def _take(self, frame_id: str, data: bytes) -> None:
        t, project = self._context.t, self._context.project
        words = PhotoWords(t("紙の写真をコマに入れる"), t("コマでの見え方"), t("コマに入れる"))
        dialog = PaperPhotoDialog(data, t, self.window(), says=words)
        accepted = dialog.exec()
        if dialog.fault is not None:
            raise dialog.fault
        if accepted and project.find(Frame, frame_id) is not None:
            frames.set_photo(project, frame_id, dialog.picture())
