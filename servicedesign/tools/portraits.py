"""The likeness of a persona for sheets: the photo as it was cropped, else the drawn face.

Owns the way from a persona to what is printed in its frame, the same on every sheet. Must not draw.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from servicedesign.model import Crop, Image, Persona, ProjectError
from servicedesign.model.drawing import Drawing
from servicedesign.paper.crop import cut_out
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.store import Project


@dataclass(frozen=True, slots=True)
class Likeness:
    """What may stand in the frame.

    Attributes:
        face: the drawn face, or None.
        photo: the bytes of the photo, which goes before the face, or None.
        crop: the part of the photo that is shown.
    """

    face: Drawing | None = None
    photo: bytes | None = None
    crop: Crop = field(default_factory=Crop)

    @property
    def picture(self) -> Drawing | bytes | None:
        """What is printed; the part of a photo that was cropped away never is."""
        if self.photo is None:
            return self.face
        crop = self.crop
        part = cut_out(self.photo, crop.left, crop.top, crop.width, crop.height)
        return self.face if part is None else part


NOBODY: Final = Likeness()
"""Neither a face nor a photo."""


def likeness(project: Project, persona: Persona, library: DrawingLibrary) -> Likeness:
    """Return the likeness of ``persona``; what is missing or damaged is left out."""
    return Likeness(
        face=_face(persona, library),
        photo=picture_bytes(project, persona.image_id),
        crop=persona.crop or Crop(),
    )


def picture_bytes(project: Project, image_id: str | None) -> bytes | None:
    """Return the bytes of a picture of the project, or None when there is none to read."""
    image = project.find(Image, image_id)
    if image is None:
        return None
    try:
        return project.image_bytes(image.sha256)
    except ProjectError:
        return None


def _face(persona: Persona, library: DrawingLibrary) -> Drawing | None:
    if not persona.face:
        return None
    try:
        return library.face(persona.face)
    except ProjectError:
        return None
