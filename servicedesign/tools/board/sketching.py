"""Drawing on the notes of a board: with the pen on the canvas, or on a large pad.

Owns the pen in the hand, its bar over the canvas, and the way from a line to an action. Once a pen
has been seen, fingers pan and do not draw.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent

from servicedesign.model import Image, Note, Sketch, Stroke
from servicedesign.model.strokes import MOST_IN_SKETCH
from servicedesign.model.titles import reference_code
from servicedesign.tools.board import sketches
from servicedesign.tools.board.writing import SIDE
from servicedesign.ui.canvas.canvas_view import SELECT, CanvasTool, CanvasView
from servicedesign.ui.canvas.entry import Entry
from servicedesign.ui.canvas.gestures.gesture import By, Gesture, Press
from servicedesign.ui.canvas.gestures.pan import Pan, start_pan
from servicedesign.ui.canvas.looks import NoteLook
from servicedesign.ui.canvas.note_painter import ground, picture_place, picture_room
from servicedesign.ui.sketching.free_ink import FreeInk
from servicedesign.ui.sketching.ink import Ink, InkTool
from servicedesign.ui.sketching.ink_bar import InkBar
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.floating_bar import FloatingBar

if TYPE_CHECKING:
    from servicedesign.tools.board.editor import BoardEditor
    from servicedesign.ui.sketching.note_ink import Paper
    from servicedesign.ui.sketching.sketch_dialog import SketchDialog
    from servicedesign.ui.sketching.sketch_edit import SketchEdit

PEN: Final = "pen"
"""The tool of the canvas that draws and erases."""
_USUAL_ROOM: Final = 136.0
"""Width of the room for a picture on a usual note, in board units."""
_PAD_SIDE: Final = 1_200.0
"""Width of a photo on the pad, in px."""
_NEW: Final = "new"
"""Stands for the key of a picture that is not there yet, so that room is kept for it."""


class Sketching(QObject):
    """Works for one editor.

    Attributes:
        ink: what is in the hand.
        bar: pens, colours and widths, shown over the canvas while the pen is in the hand.
    """

    def __init__(self, editor: BoardEditor) -> None:
        """Bring the pen to the canvas of ``editor``."""
        super().__init__(editor)
        self._editor = editor
        self._pen_seen = False
        view, t = editor.view, editor.context.t
        self.ink = Ink(self)
        self.bar = FloatingBar(t("ペン"), editor)
        self._inks = InkBar(self.ink, t, marker_key=False)
        self.bar.row.addWidget(self._inks)
        self.bar.hide()
        view.add_tool(PEN, CanvasTool(Qt.CursorShape.CrossCursor, (start_pan, self._start)))
        view.tool_changed.connect(self._on_tool)
        self.ink.changed.connect(self.arrange)

    # The pen in the hand ----------------------------------------------------------------------

    def take_pen(self) -> None:
        """Take the pen into the hand."""
        self.ink.take(InkTool.PEN)
        self._take()

    def take_eraser(self) -> None:
        """Take the eraser into the hand."""
        self.ink.take(InkTool.ERASER)
        self._take()

    def _take(self) -> None:
        self._editor.writing.end()
        self._editor.view.set_tool(PEN)
        self._editor.view.setFocus()

    def press(self, event: QKeyEvent) -> bool:
        """Take a letter or digit while the pen is in the hand; False when it is none of ours."""
        return self._editor.view.tool() == PEN and self._inks.press(event)

    def _on_tool(self, tool: str) -> None:
        if tool == PEN and self.ink.tool() is InkTool.FIGURES:
            self.ink.take(InkTool.PEN)
        self.bar.setVisible(tool == PEN)
        self.arrange()
        self._editor.desk.follow()

    def arrange(self) -> None:
        """Let the bar stand at the top, in the middle."""
        self._inks.adjustSize()
        self.bar.row.activate()
        self.bar.resize(self.bar.row.sizeHint())
        left = max(0, (self._editor.width() - self.bar.width()) // 2)
        self.bar.move(left, theme().px(8))
        self.bar.raise_()

    # On the canvas ----------------------------------------------------------------------------

    def _start(self, view: CanvasView, press: Press) -> Gesture | None:
        self._pen_seen = self._pen_seen or press.by is By.PEN
        if press.by is By.TOUCH and self._pen_seen:
            return Pan(view, press)
        if view.reading():
            return None
        if press.entry is None:
            return self._start_new(view, press)
        note_id = press.entry.look.id
        if not self._may_draw(note_id):
            return None
        paper = self._paper(press.entry)
        return self._ink(view, press, paper, lambda edit: self._keep(note_id, edit))

    def _ink(self, view: CanvasView, press: Press, paper: Paper, keep: object) -> Gesture:
        from servicedesign.tools.sketch_drawings import figures
        from servicedesign.ui.sketching.note_ink import NoteInk

        return NoteInk(view, press, paper, self.ink, figures(), keep)  # type: ignore[arg-type]

    def _may_draw(self, note_id: str) -> bool:
        """Tell whether a note can be drawn on; else say why not."""
        note = self._editor.context.project.find(Note, note_id)
        if note is None:
            return False
        t, shell = self._editor.context.t, self._editor.context.shell
        sketch = sketches.sketch_of(self._editor.context.project, note_id)
        if note.locked:
            shell.toast(t("固定した付箋には描けません。先に固定をときます。"))
        elif self.ink.draws() and sketch is not None and _points(sketch) >= MOST_IN_SKETCH:
            shell.toast(t("線が多すぎます。消してから描いてください。"))
        else:
            return True
        return False

    def _paper(self, entry: Entry) -> Paper:
        sketch = sketches.sketch_of(self._editor.context.project, entry.look.id)
        corner = QPointF(entry.left, entry.top)
        under = None
        if entry.look.picture and (sketch is not None or self._photo_of(entry.look.id)):
            place = picture_place(entry)
            under = self._under(entry.look, place.width() * self._editor.view.scale_now())
            sketch = sketch or _fresh(entry.look.ratio)
        else:
            room, fresh = _empty_room(entry.look)
            sketch = replace(fresh, id=sketch.id) if sketch is not None else fresh
            place = room
        from servicedesign.ui.sketching.note_ink import Paper

        return Paper(sketch, place.translated(corner), entry.look.colour, under)

    def _photo_of(self, note_id: str) -> Image | None:
        project = self._editor.context.project
        note = project.find(Note, note_id)
        return project.find(Image, note.image_id) if note is not None else None

    def _under(self, look: NoteLook, wide: float) -> QImage | None:
        """Return the photo of a note as it is there now; None for one without."""
        pictures = self._editor.view.pictures
        if pictures is None or self._photo_of(look.id) is None:
            return None
        return pictures.picture(look.picture, ceil(wide))

    def _start_new(self, view: CanvasView, press: Press) -> Gesture | None:
        """Begin a note with a line on the bare board."""
        if not self.ink.draws():
            return None
        return FreeInk(view, press, self.ink, _USUAL_ROOM / sketches.WIDTH, self._add)

    def _add(self, stroke: Stroke) -> None:
        """Make a note around a line that was drawn on the bare board."""
        board_id = self._editor.ensure_board()
        origin = self._editor.origin()
        drawn = sketches.note_around(stroke, SIDE)
        note = sketches.draw_note(
            self._editor.context.project, board_id, drawn, colour=origin.colour,
            group_id=origin.group_id,
        )  # fmt: skip
        self._editor.view.selection.set_focus(note.id)

    def _keep(self, note_id: str, edit: SketchEdit) -> None:
        project = self._editor.context.project
        sketches.keep_sketch(project, note_id, edit.sketch, edit.label, edit.merge or None)
        self._editor.view.selection.set_focus(note_id)

    # On the pad -------------------------------------------------------------------------------

    def open_pad(self) -> None:
        """Open the pad for the one note that is chosen, or at which the keyboard stands."""
        view, context = self._editor.view, self._editor.context
        ids = view.selection.ids()
        note = context.project.find(Note, ids[0] if len(ids) == 1 else view.selection.focus())
        if note is None or len(ids) > 1:
            context.shell.toast(context.t("描く付箋を1枚選んでください。"))
        elif self._may_draw(note.id):
            self._editor.writing.end()
            self.pad_for(note).exec()
            view.set_tool(SELECT)
            view.setFocus()

    def pad_for(self, note: Note) -> SketchDialog:
        """Return the pad for the sketch of ``note``."""
        from servicedesign.ui.sketching.sketch_dialog import SketchDialog

        context = self._editor.context
        project = context.project
        project.break_merge()
        photo = self._photo_of(note.id)
        empty = Sketch(width=sketches.WIDTH, height=sketches.HEIGHT)
        if photo is not None:
            empty = _fresh(photo.height / photo.width)
        title = context.t("付箋{number}に描く", number=reference_code(note))

        def read() -> Sketch:
            return sketches.sketch_of(project, note.id) or empty

        def write(edit: SketchEdit) -> None:
            sketches.keep_sketch(project, note.id, edit.sketch, edit.label, edit.merge or None)

        dialog = SketchDialog(context, title, read, write, self._editor.window())
        entry = self._editor.view.contents.find(note.id)
        if entry is not None:
            dialog.pad.set_ground(ground(entry.look.colour).name())
            self._lay_under(dialog, entry.look)
        return dialog

    def _lay_under(self, dialog: SketchDialog, look: NoteLook) -> None:
        """Show the photo of a note under what is drawn on the pad, now or once it is there."""
        if self._photo_of(look.id) is None:
            return

        def show(*_: object) -> None:
            dialog.pad.surface.set_under(self._under(look, _PAD_SIDE))

        show()
        self._editor.pictures_arrived.connect(show)
        dialog.finished.connect(lambda _: self._editor.pictures_arrived.disconnect(show))


def _fresh(ratio: float) -> Sketch:
    """Return an empty sketch ``ratio`` times as high as wide: as large as the photo under it."""
    ratio = min(8.0, max(0.1, ratio))
    return Sketch(width=sketches.WIDTH, height=round(sketches.WIDTH * ratio, 1))


def _points(sketch: Sketch) -> int:
    return sum(len(stroke.points) for stroke in sketch.strokes)


def _empty_room(look: NoteLook) -> tuple[QRectF, Sketch]:
    """Return where a sketch would lie on a note that has none yet, and an empty one as wide."""
    room = picture_room(Entry(replace(look, picture=_NEW, ratio=1.0)))
    ratio = min(2.0, max(0.2, room.height() / max(room.width(), 1.0)))
    sketch = Sketch(width=sketches.WIDTH, height=round(sketches.WIDTH * ratio, 1))
    return QRectF(room.x(), room.y(), room.width(), room.width() * ratio), sketch
