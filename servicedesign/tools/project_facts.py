"""What one can do with the facts of a project: its name, its town, its period.

Owns the changes to the one ``ProjectInfo`` of a file. It is no tool: it has no sheet of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from servicedesign.model import Message, ProjectInfo, field_specs, msg
from servicedesign.model.message import N_
from servicedesign.model.normalise import plain_text
from servicedesign.model.project import ServiceKind
from servicedesign.store import Project

KIND_WORDS: Final = {
    ServiceKind.EXISTING: N_("今のサービスを見直す"),
    ServiceKind.NEW: N_("新しいサービスを作る"),
    ServiceKind.UNDECIDED: N_("まだ決めていない"),
}
"""The kinds of service in words."""


def write_fact(project: Project, field: str, text: str) -> None:
    """Write a text or a date (ISO 8601, or empty); the keystrokes of one field are one step."""
    spec = field_specs(ProjectInfo)[field]
    change: dict[str, Any] = {field: plain_text(text, single_line=not spec.long)}
    label = msg("{field}を書く", field=Message(spec.label))
    with project.edit(label, merge=f"project:{field}"):
        project.put(replace(project.info, **change))


def choose_service_kind(project: Project, kind: ServiceKind) -> None:
    """Say whether an existing service is reworked or a new one is made (report ch. 7 §2(4))."""
    with project.edit(msg("サービスの種類を選ぶ")):
        project.put(replace(project.info, service_kind=kind))
