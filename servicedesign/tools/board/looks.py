"""How records of a board become what the canvas shows.

Owns that one translation. Must not change a record nor paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.model import Group, Image, Note, Sketch
from servicedesign.ui.canvas.looks import NoteLook

if TYPE_CHECKING:
    from servicedesign.model.drawing import Drawing
    from servicedesign.paper.drawings import DrawingLibrary
    from servicedesign.store import Project

_SKETCH, _IMAGE = "sketch", "image"


def note_look(project: Project, note: Note) -> NoteLook:
    """Return what is seen of ``note``; its group lends the colour."""
    group = project.find(Group, note.group_id)
    key, ratio, over = _picture(project, note)
    return NoteLook(
        id=note.id,
        x=note.x,
        y=note.y,
        width=note.width,
        height=note.height,
        colour=str(group.colour if group else note.colour),
        number=note.number,
        title=note.title,
        text=note.text,
        z=note.z,
        linked=bool(note.issue_id or note.cell_id),
        locked=note.locked,
        tags=note.tags,
        picture=key,
        ratio=ratio,
        cluster=note.cluster_id or "",
        over=over,
    )


def _picture(project: Project, note: Note) -> tuple[str, float, str]:
    """Return the keys of the picture and of what is drawn over it, its ratio between them."""
    sketch = project.find(Sketch, note.sketch_id)
    drawn = ""
    if sketch is not None and (sketch.figures or sketch.strokes):
        mark = hash((sketch.width, sketch.height, sketch.figures, sketch.strokes)) & 0xFFFFFFFF
        drawn = f"{_SKETCH}:{sketch.id}:{mark:x}"
    image = project.find(Image, note.image_id)
    if image is not None:
        return f"{_IMAGE}:{image.sha256}", image.height / image.width, drawn
    if sketch is not None and drawn:
        return drawn, sketch.height / sketch.width, ""
    return "", 1.0, ""


class PictureSources:
    """Fetches what the pictures of notes are made of."""

    def __init__(self, project: Project) -> None:
        """Read from ``project``."""
        self._project = project
        self._library: DrawingLibrary | None = None

    def photo(self, key: str) -> bytes | None:
        """Return the bytes of a photo, or None when it is gone.

        Raises:
            ProjectError: the photo is damaged.
        """
        kind, _, rest = key.partition(":")
        return self._project.image_bytes(rest) if kind == _IMAGE else None

    def drawing(self, key: str) -> Drawing | None:
        """Return the drawing of a sketch, or None for a photo."""
        kind, _, rest = key.partition(":")
        sketch = self._project.find(Sketch, rest.partition(":")[0]) if kind == _SKETCH else None
        if sketch is None:
            return None
        from servicedesign.paper.drawings import DrawingLibrary  # late: many boards have none
        from servicedesign.tools.sketch_drawings import sketch_drawing

        self._library = self._library or DrawingLibrary()
        return sketch_drawing(sketch, self._library)
