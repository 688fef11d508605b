"""The face of a candidate on screen, and the way to another one.

Owns showing a likeness in a portrait, and the dialogs from a press on it to what is written.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from servicedesign.model import Image, Persona
from servicedesign.model.drawing import Drawing
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.store import Project
from servicedesign.store.images import clean_image
from servicedesign.tools.persona import actions
from servicedesign.tools.portraits import likeness
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.face_picker import FacePicker, FaceWish
from servicedesign.ui.dialogs.photo_crop import PhotoCrop
from servicedesign.ui.picture_files import PATTERNS, read_picture_file
from servicedesign.ui.widgets.portrait import Portrait

_SHOWN = "servicedesign_likeness"


def show_likeness(
    portrait: Portrait, project: Project, persona: Persona, library: DrawingLibrary
) -> None:
    """Show the photo or the drawn face of ``persona``; the same one again costs nothing."""
    wanted = repr((persona.face, persona.image_id, persona.crop))
    if portrait.property(_SHOWN) == wanted:
        return
    portrait.setProperty(_SHOWN, wanted)
    shown = likeness(project, persona, library).picture
    if isinstance(shown, Drawing):
        portrait.set_drawing(shown)
    else:
        portrait.set_drawing(None)
        portrait.set_picture(shown)


def change_face(
    context: EditorContext, persona_id: str, library: DrawingLibrary, parent: QWidget
) -> None:
    """Let the person choose a face, take in a photo, or cut the photo anew.

    Raises:
        ProjectError: the photo cannot be taken in; nothing is written.
    """
    persona = context.project.get(Persona, persona_id)
    has_photo = context.project.find(Image, persona.image_id) is not None
    picker = FacePicker(library, persona.face, context.t, parent, has_photo=has_photo)
    if not picker.exec():
        return
    if picker.wish is FaceWish.PHOTO:
        _take_photo(context, persona_id, parent)
    elif picker.wish is FaceWish.CROP:
        _cut_anew(context, persona, parent)
    elif picker.face() != persona.face or persona.image_id is not None:
        actions.choose_face(context.project, persona_id, picker.face())


def _take_photo(context: EditorContext, persona_id: str, parent: QWidget) -> None:
    t = context.t
    chosen, _ = QFileDialog.getOpenFileName(
        parent, t("写真を選ぶ"), str(Path.home()), f"{t('写真')} ({PATTERNS})"
    )
    if chosen:
        take_photo_file(context, persona_id, Path(chosen), parent)


def take_photo_file(
    context: EditorContext, persona_id: str, path: Path, parent: QWidget | None
) -> None:
    """Take the photo at ``path`` in, cut as the person wants it.

    Raises:
        ProjectError: it is no picture, or too large; nothing is written.
    """
    data = read_picture_file(path)
    cutting = PhotoCrop(clean_image(data).data, context.t, parent)
    if cutting.exec():
        actions.set_photo(context.project, persona_id, data, cutting.crop())


def _cut_anew(context: EditorContext, persona: Persona, parent: QWidget) -> None:
    image = context.project.get(Image, persona.image_id or "")
    data = context.project.image_bytes(image.sha256)
    cutting = PhotoCrop(data, context.t, parent, crop=persona.crop)
    if cutting.exec():
        actions.set_crop(context.project, persona.id, cutting.crop())
