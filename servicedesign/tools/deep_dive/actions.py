"""What one can do with deep-dives, and the rules of it.

Owns every change to deep-dives but their beginning (``making``) and their frames
(``tools.frames``). The rules behind: one group works one idea out and presents it to all (report
ch. 7 §2(2)); the order of presentation is the order of the deep-dives; what was asked and said
about one is kept with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from servicedesign.model import (
    DeepDive,
    Image,
    Link,
    Message,
    Note,
    ProjectError,
    Prototype,
    Relation,
    Sketch,
    Worry,
    field_specs,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.model.normalise import plain_text
from servicedesign.model.prototype import Frame
from servicedesign.store import Project
from servicedesign.tools.frames import FrameOwner, frames_of
from servicedesign.tools.letting_go import let_go, what_goes

TEXT_FIELDS: Final = (
    *("whose", "problem", "value", "people", "things", "rules", "partners", "smallest_trial"),
)
"""Fields of several lines, in the order of the sheet."""
NEEDED: Final = ("whose", "problem", "value", "smallest_trial")
"""Fields without which a deep-dive is not done."""
LEAST_FRAMES: Final = 3
USUAL_FRAMES: Final = 5
"""The flow of an idea is drawn in 3 to 5 frames; more are taken too."""
MOST_WORRIES: Final = 40
MOST_COMMENTS: Final = 300


@dataclass(frozen=True, slots=True)
class Hanging:
    """What hangs on a deep-dive.

    Attributes:
        frames: those that go with it.
        comments: questions and comments that go with it.
        prototypes: those made from it; they stay, without it.
        claims: other records that name it as their evidence or origin; those links go.
    """

    frames: int = 0
    comments: int = 0
    prototypes: int = 0
    claims: int = 0


def ordered_dives(project: Project) -> tuple[DeepDive, ...]:
    """Return the deep-dives in the order of presentation."""
    return project.all(DeepDive)


def owner(dive_id: str) -> FrameOwner:
    """Return what the frames of a deep-dive belong to."""
    return FrameOwner(deep_dive_id=dive_id)


def write_field(project: Project, dive_id: str, field: str, text: str) -> None:
    """Write the title or one of ``TEXT_FIELDS``; the keystrokes of one field merge."""
    dive = project.get(DeepDive, dive_id)
    spec = field_specs(DeepDive)[field]
    changed: dict[str, Any] = {field: plain_text(text, single_line=not spec.long)}
    label = msg("深掘りの「{field}」を書く", field=Message(spec.label))
    with project.edit(label, merge=f"dive:{dive_id}:{field}"):
        project.put(replace(dive, **changed))


def take_words(project: Project, dive_id: str, field: str, words: str) -> None:
    """Put suggested ``words`` into a field, behind what is written there."""
    dive = project.get(DeepDive, dive_id)
    spec = field_specs(DeepDive)[field]
    before = str(getattr(dive, field)).rstrip()
    text = f"{before}\n{words}" if before else words
    changed: dict[str, Any] = {field: plain_text(text, single_line=not spec.long)}
    with project.edit(msg("「{field}」に候補を入れる", field=Message(spec.label))):
        project.put(replace(dive, **changed))


def set_group(project: Project, dive_id: str, group_id: str | None) -> None:
    """Give a deep-dive to a group, or to none."""
    dive = project.get(DeepDive, dive_id)
    with project.edit(msg("深掘りの班を決める")):
        project.put(replace(dive, group_id=group_id))


def move_dive(project: Project, dive_id: str, index: int) -> None:
    """Let a deep-dive be presented at place ``index`` (0 first)."""
    moved = project.get(DeepDive, dive_id)
    order = [dive for dive in ordered_dives(project) if dive.id != dive_id]
    order.insert(min(max(0, index), len(order)), moved)
    with project.edit(msg("発表の順を変える")):
        for place, dive in enumerate(order):
            if dive.position != float(place):
                project.put(replace(dive, position=float(place)))


def hanging_on(project: Project, dive_id: str) -> Hanging:
    """Return what hangs on a deep-dive, to be told when it goes."""
    prototypes = {one.id for one in project.all(Prototype, deep_dive_id=dive_id)}
    claims = {link.source_id for link in project.links_to(dive_id)}
    return Hanging(
        frames=len(frames_of(project, owner(dive_id))),
        comments=len(project.get(DeepDive, dive_id).comments),
        prototypes=len(prototypes),
        claims=len(claims - prototypes),
    )


def delete_dive(project: Project, dive_id: str) -> None:
    """Delete a deep-dive with its frames and what only they showed, in one step.

    A prototype made from it stays, without it; the idea on the board stays as it is.
    """
    dive = project.get(DeepDive, dive_id)
    what = what_goes(project, [dive])
    with project.edit(msg("深掘りを消す")):
        let_go(project, what)
        for frame in what.gone:
            if isinstance(frame, Frame):
                shown = (
                    project.find(Sketch, frame.sketch_id),
                    project.find(Image, frame.image_id),
                )
                for picture in shown:
                    if picture is not None and project.user_of(picture) is None:
                        project.delete(picture)


# --- worries --------------------------------------------------------------------------------------


def write_worry(project: Project, dive_id: str, index: int, part: str, text: str) -> None:
    """Write the ``worry`` or the ``answer`` at place ``index``; behind the last one, a new pair.

    Raises:
        ProjectError: there are ``MOST_WORRIES`` pairs already.
    """
    dive = project.get(DeepDive, dive_id)
    words = plain_text(text)
    worries = list(dive.worries)
    if index >= len(worries):
        if not words.strip():
            return
        most = msg("心配と答えは{most}組までです。", most=MOST_WORRIES)
        _refuse_more(len(worries), MOST_WORRIES, most)
        index = len(worries)
        worries.append(Worry())
    changed: dict[str, Any] = {part: words}
    worries[index] = replace(worries[index], **changed)
    label = msg("心配を書く") if part == "worry" else msg("心配への答えを書く")
    with project.edit(label, merge=f"dive:{dive_id}:{part}:{index}"):
        project.put(replace(dive, worries=tuple(worries)))


def delete_worry(project: Project, dive_id: str, index: int) -> None:
    """Take a worry with its answer away."""
    dive = project.get(DeepDive, dive_id)
    if 0 <= index < len(dive.worries):
        left = dive.worries[:index] + dive.worries[index + 1 :]
        with project.edit(msg("心配と答えを消す")):
            project.put(replace(dive, worries=left))


# --- questions and comments -----------------------------------------------------------------------


def add_comment(project: Project, dive_id: str, text: str) -> None:
    """Keep a question or comment behind the others; nothing happens without words.

    Raises:
        ProjectError: there are ``MOST_COMMENTS`` already.
    """
    words = plain_text(text).strip()
    if not words:
        return
    dive = project.get(DeepDive, dive_id)
    most = msg("質問と意見は{most}件までです。", most=MOST_COMMENTS)
    _refuse_more(len(dive.comments), MOST_COMMENTS, most)
    with project.edit(msg("質問・意見を残す")):
        project.put(replace(dive, comments=(*dive.comments, words)))


def write_comment(project: Project, dive_id: str, index: int, text: str) -> None:
    """Word a question or comment anew; the keystrokes merge."""
    dive = project.get(DeepDive, dive_id)
    if not 0 <= index < len(dive.comments):
        return
    comments = list(dive.comments)
    comments[index] = plain_text(text)
    with project.edit(msg("質問・意見を書き直す"), merge=f"dive:{dive_id}:comment:{index}"):
        project.put(replace(dive, comments=tuple(comments)))


def delete_comment(project: Project, dive_id: str, index: int) -> None:
    """Take a question or comment away."""
    dive = project.get(DeepDive, dive_id)
    if 0 <= index < len(dive.comments):
        left = dive.comments[:index] + dive.comments[index + 1 :]
        with project.edit(msg("質問・意見を消す")):
            project.put(replace(dive, comments=left))


def _refuse_more(count: int, most: int, sentence: Message) -> None:
    if count >= most:
        raise ProjectError(
            sentence,
            msg("ここまでの分は残っています。"),
            msg("似たものをまとめるか、要らないものを消してください。"),
        )


# --- ideas taken in -------------------------------------------------------------------------------


def joined_ideas(project: Project, dive: DeepDive) -> tuple[Note, ...]:
    """Return the ideas that are worked out together with the one a deep-dive was made from."""
    found = (
        project.find(Note, link.target_id)
        for link in project.links_from(dive.id, Relation.CAME_FROM)
    )
    notes = {note.id: note for note in found if note is not None and note.id != dive.note_id}
    return tuple(sorted(notes.values(), key=lambda note: (note.number, note.id)))


def set_joined_ideas(project: Project, dive_id: str, note_ids: Sequence[str]) -> None:
    """Say which ideas are worked out together with the one the deep-dive was made from."""
    dive = project.get(DeepDive, dive_id)
    wanted = [one for one in dict.fromkeys(note_ids) if one != dive.note_id]
    with project.edit(msg("合わせて考える案を決める")):
        for link in project.links_from(dive_id, Relation.CAME_FROM):
            note = project.find(Note, link.target_id)
            if note is None or note.id == dive.note_id:
                continue
            if note.id in wanted:
                wanted.remove(note.id)
            else:
                project.delete(link)
        for note_id in wanted:
            project.put(_came_from(dive_id, project.get(Note, note_id)))


def _came_from(dive_id: str, note: Note) -> Link:
    return Link(
        source_kind=DeepDive.KIND,
        source_id=dive_id,
        target_kind=Note.KIND,
        target_id=note.id,
        relation=Relation.CAME_FROM,
    )


# --- how far --------------------------------------------------------------------------------------


def is_complete(project: Project, dive: DeepDive) -> bool:
    """Tell whether whose, which problem, value, flow and the smallest trial are there."""
    told = all(str(getattr(dive, field)).strip() for field in NEEDED)
    return told and len(frames_of(project, owner(dive.id))) >= LEAST_FRAMES


def progress(project: Project) -> Progress:
    """Return how far the deep-dives are: done when each one says what the method asks for."""
    dives = ordered_dives(project)
    if not dives:
        return Progress.NONE
    done = all(is_complete(project, dive) for dive in dives)
    return Progress.DONE if done else Progress.SOME
