"""What one can do with the frames of a storyboard, whoever they belong to.

Owns every change to frames, for the flow of a deep-dive and for the versions of a prototype alike.
The rules behind: a frame shows a sketch or a photo, the one made last; a sketch of which nothing
is left is not kept; what a frame showed goes with it unless something else shows it too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from servicedesign.model import Image, Message, ProjectError, Sketch, field_specs, msg
from servicedesign.model.normalise import plain_text
from servicedesign.model.prototype import Frame
from servicedesign.store import Project

WIDTH: Final = 400.0
"""Width of the sketch of a frame, in its own units: an adult stands 160 high in it."""
HEIGHT: Final = 240.0
MOST: Final = 40
"""More frames than this one flow does not take."""


@dataclass(frozen=True, slots=True)
class FrameOwner:
    """To what frames belong: exactly one of the two ids is given.

    Attributes:
        deep_dive_id: of a deep-dive.
        version_id: of a version of a prototype.
    """

    deep_dive_id: str | None = None
    version_id: str | None = None

    def __post_init__(self) -> None:
        """Refuse frames that would belong to both or to nothing."""
        if bool(self.deep_dive_id) == bool(self.version_id):
            raise ValueError("frames belong to a deep-dive or to a version")

    @property
    def fields(self) -> dict[str, str]:
        """The one field of ``Frame`` that names the owner, with its id."""
        if self.deep_dive_id:
            return {"deep_dive_id": self.deep_dive_id}
        return {"version_id": self.version_id or ""}


def owner_of(frame: Frame) -> FrameOwner:
    """Return to what ``frame`` belongs."""
    return FrameOwner(deep_dive_id=frame.deep_dive_id, version_id=frame.version_id)


def frames_of(project: Project, owner: FrameOwner) -> tuple[Frame, ...]:
    """Return the frames of ``owner`` in order."""
    return project.all(Frame, **owner.fields)


def add_frame(project: Project, owner: FrameOwner, *, heading: str = "") -> Frame:
    """Add an empty frame behind the others and return it.

    Raises:
        ProjectError: there are ``MOST`` frames already.
    """
    return add_frames(project, owner, [heading])[0]


def add_frames(project: Project, owner: FrameOwner, headings: list[str]) -> tuple[Frame, ...]:
    """Add empty frames with ``headings`` behind the others, as one step, and return them.

    Raises:
        ProjectError: there would be more than ``MOST``; none is added.
    """
    before = frames_of(project, owner)
    if len(before) + len(headings) > MOST:
        raise ProjectError(
            msg("コマは{most}個までです。", most=MOST),
            msg("何も足していません。"),
            msg("要らないコマを消すか、説明を分けて書いてください。"),
        )
    place = max((frame.position for frame in before), default=-1.0) + 1.0
    made = tuple(
        Frame(
            heading=plain_text(heading, single_line=True), position=place + number, **owner.fields
        )
        for number, heading in enumerate(headings)
    )
    with project.edit(msg("コマを足す")):
        for frame in made:
            project.put(frame)
    return made


def write_frame(project: Project, frame_id: str, field: str, text: str) -> None:
    """Write ``heading`` or ``caption``; the keystrokes of one field merge."""
    frame = project.get(Frame, frame_id)
    spec = field_specs(Frame)[field]
    changed: dict[str, Any] = {field: plain_text(text, single_line=not spec.long)}
    label = msg("コマの「{field}」を書く", field=Message(spec.label))
    with project.edit(label, merge=f"frame:{frame_id}:{field}"):
        project.put(replace(frame, **changed))


def copy_frame(project: Project, frame_id: str) -> Frame:
    """Add a copy of a frame right behind it, with a sketch of its own, and return it.

    Raises:
        ProjectError: there are ``MOST`` frames already.
    """
    frame = project.get(Frame, frame_id)
    with project.edit(msg("コマの写しを作る")):
        copy = add_frame(project, owner_of(frame))
        sketch = project.find(Sketch, frame.sketch_id)
        if sketch is not None:
            sketch = replace(sketch, id=Sketch().id)
            project.put(sketch)
        copy = replace(
            copy,
            heading=frame.heading,
            caption=frame.caption,
            sketch_id=sketch.id if sketch is not None else None,
            image_id=frame.image_id,
        )
        project.put(copy)
        order = [one.id for one in frames_of(project, owner_of(frame))]
        move_frame(project, copy.id, order.index(frame_id) + 1)
    return project.get(Frame, copy.id)


def move_frame(project: Project, frame_id: str, index: int) -> None:
    """Move a frame to place ``index`` (0 first) of its flow."""
    moved = project.get(Frame, frame_id)
    order = [one for one in frames_of(project, owner_of(moved)) if one.id != frame_id]
    order.insert(min(max(0, index), len(order)), moved)
    with project.edit(msg("コマの順を変える")):
        for place, one in enumerate(order):
            if one.position != float(place):
                project.put(replace(one, position=float(place)))


def delete_frame(project: Project, frame_id: str) -> None:
    """Delete a frame with what only it showed."""
    frame = project.get(Frame, frame_id)
    with project.edit(msg("コマを消す")):
        project.delete(frame)
        _drop(project, frame.sketch_id, frame.image_id)


def delete_frames_of(project: Project, owner: FrameOwner) -> int:
    """Delete all frames of ``owner`` with what only they showed; return how many they were."""
    frames = frames_of(project, owner)
    for frame in frames:
        delete_frame(project, frame.id)
    return len(frames)


# --- pictures -------------------------------------------------------------------------------------


def sketch_of(project: Project, frame_id: str) -> Sketch:
    """Return the sketch of a frame, or an empty one of the size of a frame."""
    frame = project.find(Frame, frame_id)
    kept = project.find(Sketch, frame.sketch_id) if frame is not None else None
    return kept or Sketch(width=WIDTH, height=HEIGHT)


def keep_sketch(
    project: Project, frame_id: str, sketch: Sketch, label: Message, merge: str | None = None
) -> None:
    """Let a frame show ``sketch``, as one step called ``label``; an empty one is taken away.

    A photo that the frame showed goes as soon as something is drawn.

    Args:
        project: where the frame is.
        frame_id: the frame; one that is gone takes nothing.
        sketch: all of it.
        label: name of the step.
        merge: edits in a row with the same key become one step; None for a step of its own.
    """
    frame = project.find(Frame, frame_id)
    if frame is None:
        return
    with project.edit(label, merge=merge):
        drawn = bool(sketch.figures or sketch.strokes)
        if drawn or sketch.caption:
            project.put(sketch)
            image_id = None if drawn else frame.image_id
            if (frame.sketch_id, frame.image_id) != (sketch.id, image_id):
                project.put(replace(frame, sketch_id=sketch.id, image_id=image_id))
                _drop(project, None, None if image_id else frame.image_id)
        elif frame.sketch_id:
            project.put(replace(frame, sketch_id=None))
            _drop(project, frame.sketch_id, None)


def set_photo(project: Project, frame_id: str, data: bytes) -> Image:
    """Let a frame show a photo; a sketch that it showed is taken away.

    Raises:
        ProjectError: ``data`` is no picture, damaged or too large; nothing is changed.
    """
    frame = project.get(Frame, frame_id)
    with project.edit(msg("コマに写真を入れる")):
        image = project.add_image(data, caption=frame.heading[:60])
        project.put(replace(frame, image_id=image.id, sketch_id=None))
        _drop(project, frame.sketch_id, frame.image_id)
    return image


def clear_picture(project: Project, frame_id: str) -> None:
    """Take what a frame shows away; its words stay."""
    frame = project.get(Frame, frame_id)
    if frame.sketch_id is None and frame.image_id is None:
        return
    with project.edit(msg("コマの絵を消す")):
        project.put(replace(frame, image_id=None, sketch_id=None))
        _drop(project, frame.sketch_id, frame.image_id)


def _drop(project: Project, sketch_id: str | None, image_id: str | None) -> None:
    """Delete pictures that nothing shows any more."""
    for record in (project.find(Sketch, sketch_id), project.find(Image, image_id)):
        if record is not None and project.user_of(record) is None:
            project.delete(record)
