"""A project in a few lines: what it is called, how much it holds, what can be printed.

Owns the summary that the command line shows; its keys are a contract.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from servicedesign.i18n import Translator
from servicedesign.model import RECORDS, Message
from servicedesign.tools import all_sheets, all_tools

if TYPE_CHECKING:
    from servicedesign.store import Project


def summarise(project: Project) -> dict[str, Any]:
    """Return the summary as plain values: path, names, counts by kind, tools' state, sheets."""
    info = project.info
    counts = {kind: len(project.all(cls)) for kind, cls in RECORDS.items()}
    return {
        "path": str(project.path),
        "service_name": info.service_name,
        "theme": info.theme,
        "organisation": info.organisation,
        "section": info.section,
        "period": [info.period_start, info.period_end],
        "service_kind": info.service_kind.value,
        "records": {kind: count for kind, count in counts.items() if count},
        "tools": {tool.id: tool.progress(project).value for tool in all_tools()},
        "sheets": [spec.id for spec in all_sheets() if spec.gather(project, None) is not None],
    }


def summary_lines(summary: dict[str, Any], notices: Sequence[Message], t: Translator) -> list[str]:
    """Return the summary as lines for people, notices last."""
    lines = [summary["service_name"] or t("（名前なし）"), summary["path"]]
    organisation = " ".join(part for part in (summary["organisation"], summary["section"]) if part)
    lines += [organisation] if organisation else []
    for kind, count in summary["records"].items():
        lines.append(f"{t(RECORDS[kind].LABEL)}\t{count}")
    lines.append(t("印刷できる紙：{sheets}", sheets=" ".join(summary["sheets"]) or "―"))
    return [*lines, *(t(notice) for notice in notices)]
