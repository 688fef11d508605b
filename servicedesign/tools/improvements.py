"""What tests say should change, and into which version it goes.

Owns every decision about an improvement: open, taken into a version, or declined with a reason.
Shared by the tests, where improvements come from, and the prototypes, into whose next version
they go. Must not know how either is shown.
"""

from __future__ import annotations

from dataclasses import replace

from servicedesign.model import (
    Improvement,
    ImprovementState,
    ProjectError,
    PrototypeVersion,
    TestSession,
    msg,
)
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project


def improvements_of(project: Project, version_id: str) -> tuple[Improvement, ...]:
    """Return what came out of the tests of a version, session by session."""
    return tuple(
        one
        for session in project.all(TestSession, version_id=version_id)
        for one in project.all(Improvement, session_id=session.id)
    )


def open_improvements(project: Project, version_id: str) -> tuple[Improvement, ...]:
    """Return the improvements from the tests of a version that nobody has decided on."""
    found = improvements_of(project, version_id)
    return tuple(one for one in found if one.state is ImprovementState.OPEN)


def waiting_improvements(project: Project, version_id: str) -> tuple[Improvement, ...]:
    """Return what was accepted out of the tests of a version and stands in no version yet."""
    found = improvements_of(project, version_id)
    return tuple(
        one for one in found if one.state is ImprovementState.ACCEPTED and not one.version_id
    )


def tested_version(project: Project, improvement: Improvement) -> PrototypeVersion:
    """Return the version whose test an improvement came from."""
    session = project.get(TestSession, improvement.session_id)
    return project.get(PrototypeVersion, session.version_id)


def later_versions(project: Project, improvement: Improvement) -> tuple[PrototypeVersion, ...]:
    """Return the versions into which an improvement may go: later ones of the same prototype."""
    tested = tested_version(project, improvement)
    versions = project.all(PrototypeVersion, prototype_id=tested.prototype_id)
    later = (version for version in versions if version.number > tested.number)
    return tuple(sorted(later, key=lambda version: (version.number, version.id)))


def accept_into(
    project: Project, improvement_id: str, version_id: str | None, reason: str | None = None
) -> None:
    """Accept an improvement into a version, or with None into the next one, not made yet.

    Args:
        project: written in one step.
        improvement_id: which one.
        version_id: a later version of the same prototype, or None.
        reason: why; None leaves what is written.

    Raises:
        ProjectError: the version is not a later one of the prototype that was tested.
    """
    improvement = project.get(Improvement, improvement_id)
    if version_id is not None:
        later = {version.id for version in later_versions(project, improvement)}
        if version_id not in later:
            raise ProjectError(
                msg("この版には入れられません。"),
                msg("直すことは、そのまま残っています。"),
                msg("テストした版よりあとの、同じ試作の版を選んでください。"),
            )
    with project.edit(msg("直すことを次の版に入れる")):
        project.put(
            replace(
                improvement,
                state=ImprovementState.ACCEPTED,
                version_id=version_id,
                reason=improvement.reason if reason is None else plain_text(reason).strip(),
            )
        )


def decline(project: Project, improvement_id: str, reason: str) -> None:
    """Decline an improvement; the reason is kept for those who ask later.

    Raises:
        ProjectError: no reason is given.
    """
    words = plain_text(reason).strip()
    if not words:
        raise ProjectError(
            msg("見送るには、理由が要ります。"),
            msg("直すことは、そのまま残っています。"),
            msg("理由をひとことで書いてから、見送ってください。"),
        )
    improvement = project.get(Improvement, improvement_id)
    with project.edit(msg("直すことを見送る")):
        project.put(
            replace(improvement, state=ImprovementState.DECLINED, version_id=None, reason=words)
        )


def reopen(project: Project, improvement_id: str) -> None:
    """Let an improvement be decided again; its reason stays written."""
    improvement = project.get(Improvement, improvement_id)
    with project.edit(msg("直すことをまだ決めないにする")):
        project.put(replace(improvement, state=ImprovementState.OPEN, version_id=None))
