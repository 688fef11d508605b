"""What one can do with prototypes, and the rules of it.

Owns every change to the card of a version and every deletion; how prototypes and versions begin is
in ``making``, their verification in ``verifying``, their frames in ``tools.frames``. The rule
behind: a prototype is made again and tried again until users and staff both agree (report ch. 7
§2(3)).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any, Final

from servicedesign.model import Image, Message, ProjectError, Sketch, field_specs, msg
from servicedesign.model.method import Progress
from servicedesign.model.normalise import plain_text
from servicedesign.model.prototype import (
    Frame,
    Prototype,
    PrototypeForm,
    PrototypeVersion,
    TestSession,
)
from servicedesign.store import Project
from servicedesign.tools.frames import FrameOwner
from servicedesign.tools.letting_go import Letting, let_go, what_goes

TEXT_FIELDS: Final = (
    *("based_on", "hypothesis", "to_find_out", "cost", "effort", "partner", "changes"),
)
"""Fields of a version that are typed, in the order of the card."""
LEAST_FRAMES: Final = 4
USUAL_FRAMES: Final = 8
"""A storyboard has 4 to 8 frames; more are taken, and said to be many."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """What goes with a prototype or a version.

    Attributes:
        versions: those of a prototype.
        frames: of their storyboards.
        tasks: of their tests.
        sessions: their tests, with what was seen in them.
        improvements: what came out of these tests.
        loosened: records elsewhere that pointed at one of them and stay.
        claims: links of evidence that go.
    """

    versions: int = 0
    frames: int = 0
    tasks: int = 0
    sessions: int = 0
    improvements: int = 0
    loosened: int = 0
    claims: int = 0


def ordered_prototypes(project: Project) -> tuple[Prototype, ...]:
    """Return the prototypes in order."""
    return project.all(Prototype)


def versions_of(project: Project, prototype_id: str) -> tuple[PrototypeVersion, ...]:
    """Return the versions of a prototype, the first one first."""
    versions = project.all(PrototypeVersion, prototype_id=prototype_id)
    return tuple(sorted(versions, key=lambda version: (version.number, version.id)))


def latest_version(project: Project, prototype_id: str) -> PrototypeVersion | None:
    """Return the version of a prototype with the highest number, or None when it has none."""
    versions = versions_of(project, prototype_id)
    return versions[-1] if versions else None


def sessions_before(project: Project, version: PrototypeVersion) -> tuple[TestSession, ...]:
    """Return the tests of earlier versions: those that can have led to ``version``."""
    return tuple(
        session
        for earlier in versions_of(project, version.prototype_id)
        if earlier.number < version.number
        for session in project.all(TestSession, version_id=earlier.id)
    )


def owner(version_id: str) -> FrameOwner:
    """Return what the frames of a version belong to."""
    return FrameOwner(version_id=version_id)


# --- the card -------------------------------------------------------------------------------------


def write_name(project: Project, prototype_id: str, text: str) -> None:
    """Write the name of a prototype; the keystrokes merge."""
    prototype = project.get(Prototype, prototype_id)
    with project.edit(msg("試作の名前を書く"), merge=f"prototype:{prototype_id}:name"):
        project.put(replace(prototype, name=plain_text(text, single_line=True)))


def write_field(project: Project, version_id: str, field: str, text: str) -> None:
    """Write one of ``TEXT_FIELDS``; the keystrokes of one field merge."""
    version = project.get(PrototypeVersion, version_id)
    spec = field_specs(PrototypeVersion)[field]
    changed: dict[str, Any] = {field: plain_text(text, single_line=not spec.long)}
    label = msg("試作の「{field}」を書く", field=Message(spec.label))
    with project.edit(label, merge=f"version:{version_id}:{field}"):
        project.put(replace(version, **changed))


def set_form(project: Project, version_id: str, form: PrototypeForm, *, used: bool) -> None:
    """Say whether a version is made in ``form``; forms are kept in their one order."""
    version = project.get(PrototypeVersion, version_id)
    forms = tuple(one for one in PrototypeForm if (used if one is form else one in version.forms))
    if forms != version.forms:
        with project.edit(msg("試作の形を決める")):
            project.put(replace(version, forms=forms))


def set_date(project: Project, version_id: str, date: str) -> None:
    """Set the ISO date of a version, or none."""
    version = project.get(PrototypeVersion, version_id)
    with project.edit(msg("試作の月日を決める")):
        project.put(replace(version, date=date))


def set_cause(project: Project, version_id: str, session_id: str | None) -> None:
    """Say which test made a version change, or none.

    Raises:
        ProjectError: the test is not one of an earlier version of the same prototype.
    """
    version = project.get(PrototypeVersion, version_id)
    before = {session.id for session in sessions_before(project, version)}
    if session_id is not None and session_id not in before:
        raise ProjectError(
            msg("このテストは、前の版のものではありません。"),
            msg("何も変えていません。"),
            msg("同じ試作の、前の版のテストを選んでください。"),
        )
    with project.edit(msg("変えるもとになったテストを選ぶ")):
        project.put(replace(version, cause_session_id=session_id))


def move_prototype(project: Project, prototype_id: str, index: int) -> None:
    """Move a prototype to place ``index`` (0 first)."""
    moved = project.get(Prototype, prototype_id)
    order = [one for one in ordered_prototypes(project) if one.id != prototype_id]
    order.insert(min(max(0, index), len(order)), moved)
    with project.edit(msg("試作の順を変える")):
        for place, one in enumerate(order):
            if one.position != float(place):
                project.put(replace(one, position=float(place)))


# --- deletion -------------------------------------------------------------------------------------


def hanging_on(project: Project, record: Prototype | PrototypeVersion) -> Hanging:
    """Return what goes with ``record`` when it is deleted, to be told."""
    what = what_goes(project, [record])
    gone = Counter(one.KIND for one in what.gone)
    return Hanging(
        versions=gone["prototype_version"] - isinstance(record, PrototypeVersion),
        frames=gone["frame"],
        tasks=gone["test_task"],
        sessions=gone["test_session"],
        improvements=gone["improvement"],
        loosened=len(what.loosened),
        claims=len(what.links),
    )


def delete_prototype(project: Project, prototype_id: str) -> None:
    """Delete a prototype with its versions, their frames and their tests, in one step.

    The idea and the deep-dive that it grew from stay as they are.
    """
    what = what_goes(project, [project.get(Prototype, prototype_id)])
    with project.edit(msg("試作を消す")):
        _delete(project, what)


def delete_version(project: Project, version_id: str) -> None:
    """Delete a version with its frames and its tests, in one step; the others keep their numbers.

    Raises:
        ProjectError: it is the only version; the prototype itself can be deleted.
    """
    version = project.get(PrototypeVersion, version_id)
    if len(versions_of(project, version.prototype_id)) == 1:
        raise ProjectError(
            msg("この版は消せません。"),
            msg("何も変えていません。"),
            msg("ただ一つの版です。要らないときは、試作ごと消してください。"),
        )
    what = what_goes(project, [version])
    with project.edit(msg("試作の版を消す")):
        _delete(project, what)


def _delete(project: Project, what: Letting) -> None:
    let_go(project, what)
    for frame in what.gone:
        if isinstance(frame, Frame):
            for picture in (
                project.find(Sketch, frame.sketch_id),
                project.find(Image, frame.image_id),
            ):
                if picture is not None and project.user_of(picture) is None:
                    project.delete(picture)


# --- how far --------------------------------------------------------------------------------------


def progress(project: Project) -> Progress:
    """Return how far it is: done when the latest version of every prototype is agreed on."""
    prototypes = project.all(Prototype)
    if not prototypes:
        return Progress.NONE
    latest = [latest_version(project, prototype.id) for prototype in prototypes]
    agreed = all(version is not None and version.ready for version in latest)
    return Progress.DONE if agreed else Progress.SOME
