"""What one can do with prototypes, and the rules of it.

Owns how far the trying-out is. The rule behind: a prototype is made again and tried again until
users and staff both agree (report ch. 7 §2(3)).
"""

from __future__ import annotations

from servicedesign.model.method import Progress
from servicedesign.model.prototype import Prototype, PrototypeVersion
from servicedesign.store import Project


def latest_version(project: Project, prototype_id: str) -> PrototypeVersion | None:
    """Return the version of a prototype with the highest number, or None when it has none."""
    versions = project.all(PrototypeVersion, prototype_id=prototype_id)
    return max(versions, key=lambda version: (version.number, version.id), default=None)


def progress(project: Project) -> Progress:
    """Return how far it is: done when the latest version of every prototype is agreed on."""
    prototypes = project.all(Prototype)
    if not prototypes:
        return Progress.NONE
    latest = [latest_version(project, prototype.id) for prototype in prototypes]
    agreed = all(version is not None and version.ready for version in latest)
    return Progress.DONE if agreed else Progress.SOME
