"""How prototypes begin: from a deep-dive, from an idea, from nothing; and their next versions.

Owns what is copied. The rule behind: what is known already is not written twice; a version is kept
as it was tried, and what is changed goes into the next one (report ch. 7 §2(3)).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from servicedesign.model import (
    Cluster,
    DeepDive,
    Image,
    Link,
    Note,
    ProjectError,
    Relation,
    Sketch,
    msg,
)
from servicedesign.model.prototype import (
    Frame,
    Improvement,
    Prototype,
    PrototypeForm,
    PrototypeVersion,
    TestTask,
)
from servicedesign.model.titles import full_title, reference_code
from servicedesign.store import Project
from servicedesign.tools.deepening import Idea, chosen_ideas
from servicedesign.tools.evidence import evidence_links
from servicedesign.tools.frames import FrameOwner, frames_of
from servicedesign.tools.improvements import accept_into, open_improvements, waiting_improvements
from servicedesign.tools.prototype.actions import latest_version, versions_of

Origin = Idea | DeepDive
"""What a prototype is made from."""
MOST: Final = 60
"""More prototypes than this a project does not take."""
MOST_VERSIONS: Final = 99
_TITLE: Final = 80


def origins(project: Project) -> tuple[Origin, ...]:
    """Return what was chosen and has no prototype yet: deep-dives, then ideas without one."""
    dives = project.all(DeepDive)
    taken = _taken(project)
    in_dives = {one for dive in dives for one in (dive.note_id, dive.cluster_id)}
    in_dives |= {
        link.target_id for dive in dives for link in project.links_from(dive.id, Relation.CAME_FROM)
    }
    left = [dive for dive in dives if dive.id not in taken]
    ideas = [idea for idea in chosen_ideas(project) if idea.id not in in_dives | taken]
    return (*left, *ideas)


def _taken(project: Project) -> set[str]:
    taken: set[str] = set()
    for prototype in project.all(Prototype):
        taken |= {one for one in (prototype.note_id, prototype.deep_dive_id) if one}
        links = project.links_from(prototype.id, Relation.CAME_FROM)
        taken |= {link.target_id for link in links}
    return taken


def next_code(project: Project) -> str:
    """Return the code of the next prototype: P-1, P-2 and so on, behind the highest there is."""
    found = (re.fullmatch(r"P-(\d{1,6})", one.code.strip()) for one in project.all(Prototype))
    return f"P-{max((int(one[1]) for one in found if one), default=0) + 1}"


def add_prototype(
    project: Project, origin: Origin | None = None, *, date: str = ""
) -> PrototypeVersion:
    """Begin a prototype in one step, last in the order, and return its first version.

    From a deep-dive it takes the value as hypothesis, the worries as what to find out, the
    partners, the people as effort, and the frames with pictures of their own.

    Args:
        project: the open project.
        origin: what it is made from; None begins with an empty one.
        date: ISO date of the version.

    Raises:
        ProjectError: there are ``MOST`` already.
    """
    before = project.all(Prototype)
    if len(before) >= MOST:
        raise ProjectError(
            msg("試作は{most}件までです。", most=MOST),
            msg("何も足していません。"),
            msg("要らない試作を消してください。"),
        )
    prototype = replace(
        _prototype(origin),
        code=next_code(project),
        position=max((one.position for one in before), default=-1.0) + 1.0,
    )
    version = replace(_first(project, origin), prototype_id=prototype.id, date=date)
    with project.edit(msg("試作を始める")):
        project.put(prototype)
        project.put(version)
        if isinstance(origin, Cluster):
            project.put(_came_from(prototype.id, origin))
        if isinstance(origin, DeepDive):
            _copy_frames(project, FrameOwner(deep_dive_id=origin.id), version.id)
    return version


def _prototype(origin: Origin | None) -> Prototype:
    if origin is None:
        return Prototype()
    title = origin.title if isinstance(origin, DeepDive) else full_title(origin)
    title = " ".join(title.split())
    title = title if len(title) <= _TITLE else title[: _TITLE - 1] + "…"
    if isinstance(origin, DeepDive):
        return Prototype(name=title, note_id=origin.note_id, deep_dive_id=origin.id)
    return Prototype(name=title, note_id=origin.id if isinstance(origin, Note) else None)


def _first(project: Project, origin: Origin | None) -> PrototypeVersion:
    """Return the first version with what ``origin`` knows."""
    blank = PrototypeVersion(prototype_id="", number=1, forms=(PrototypeForm.DRAWING,))
    if not isinstance(origin, DeepDive):
        return replace(blank, based_on=_numbers([origin] if origin is not None else []))
    ideas: list[Idea] = []
    ids = [origin.note_id, origin.cluster_id]
    ids += [link.target_id for link in project.links_from(origin.id, Relation.CAME_FROM)]
    for one in dict.fromkeys(ids):
        idea = project.find(Note, one) or project.find(Cluster, one)
        if idea is not None:
            ideas.append(idea)
    worries = (worry.worry.strip() for worry in origin.worries)
    return replace(
        blank,
        based_on=_numbers(ideas),
        hypothesis=origin.value.strip(),
        to_find_out="\n".join(worry for worry in worries if worry),
        partner=origin.partners.strip(),
        effort=origin.people.strip(),
    )


def _numbers(ideas: Sequence[Idea]) -> str:
    """Return the codes of ideas, or their titles where they have none."""
    return ", ".join(reference_code(idea) or full_title(idea)[:_TITLE] for idea in ideas)


def _came_from(prototype_id: str, cluster: Cluster) -> Link:
    return Link(
        source_kind=Prototype.KIND,
        source_id=prototype_id,
        target_kind=Cluster.KIND,
        target_id=cluster.id,
        relation=Relation.CAME_FROM,
    )


# --- the next version -----------------------------------------------------------------------------


def offered_improvements(project: Project, version_id: str) -> tuple[Improvement, ...]:
    """Return what may go into the version after one: accepted and waiting first, then open."""
    waiting = waiting_improvements(project, version_id)
    return (*waiting, *open_improvements(project, version_id))


def add_version(
    project: Project,
    prototype_id: str,
    *,
    improvement_ids: Sequence[str] = (),
    cause_session_id: str | None = None,
    changes: str = "",
    date: str = "",
) -> PrototypeVersion:
    """Copy the last version with frames and tasks into a new one, as one step, and return it.

    Its answers are asked anew: nobody has tried it yet.

    Args:
        project: the open project.
        prototype_id: of which one.
        improvement_ids: what is accepted into it, out of the tests of the last version.
        cause_session_id: the test that made it change; by default the one that most of the
            improvements come from.
        changes: what is different; by default the words of the improvements.
        date: ISO date.

    Raises:
        ProjectError: there are ``MOST_VERSIONS`` already.
    """
    last = latest_version(project, prototype_id)
    if last is None:
        return _again(project, prototype_id, date)
    if len(versions_of(project, prototype_id)) >= MOST_VERSIONS or last.number >= 999:
        raise ProjectError(
            msg("版は{most}までです。", most=MOST_VERSIONS),
            msg("何も足していません。"),
            msg("要らない版を消してください。"),
        )
    taken = [project.get(Improvement, one) for one in dict.fromkeys(improvement_ids)]
    causes = Counter(one.session_id for one in taken)
    version = replace(
        last,
        id=PrototypeVersion(prototype_id=prototype_id).id,
        number=last.number + 1,
        date=date,
        changes=changes or "\n".join(one.text.strip() for one in taken),
        cause_session_id=cause_session_id or next((one for one, _ in causes.most_common(1)), None),
        verifications=(),
        user_count=None,
        provider_count=None,
        ready=False,
        ready_reason="",
        position=last.position + 1.0,
    )
    with project.edit(msg("試作の新しい版を作る")):
        project.put(version)
        _copy_frames(project, FrameOwner(version_id=last.id), version.id)
        for task in project.all(TestTask, version_id=last.id):
            project.put(replace(task, id=TestTask(version_id=version.id).id, version_id=version.id))
        _copy_evidence(project, last, version)
        for one in taken:
            accept_into(project, one.id, version.id)
    return version


def _again(project: Project, prototype_id: str, date: str) -> PrototypeVersion:
    """Give a prototype that has no version its first one."""
    version = PrototypeVersion(prototype_id=prototype_id, date=date)
    with project.edit(msg("試作の新しい版を作る")):
        project.put(version)
    return version


def _copy_evidence(project: Project, last: PrototypeVersion, version: PrototypeVersion) -> None:
    """Let the card of ``version`` rest on what that of ``last`` rests on; answers do not."""
    for link in evidence_links(project, last.id):
        if "." not in link.source_field:
            blank = Link(
                source_kind=link.source_kind,
                source_id=version.id,
                target_kind=link.target_kind,
                target_id=link.target_id,
                relation=link.relation,
            )
            project.put(replace(link, id=blank.id, source_id=version.id))


def _copy_frames(project: Project, source: FrameOwner, version_id: str) -> None:
    """Copy frames; each gets a sketch of its own, photos are shared."""
    for frame in frames_of(project, source):
        sketch = project.find(Sketch, frame.sketch_id)
        if sketch is not None:
            sketch = replace(sketch, id=Sketch().id)
            project.put(sketch)
        image = project.find(Image, frame.image_id)
        project.put(
            replace(
                frame,
                id=Frame(version_id=version_id).id,
                version_id=version_id,
                deep_dive_id=None,
                sketch_id=sketch.id if sketch is not None else None,
                image_id=image.id if image is not None else None,
            )
        )
