"""The buttons over the participants: dealing them to groups, and the next step of the method.

Owns which of them is the primary one: dealing while someone has no group, then going on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from servicedesign.tools.participants.people import people
from servicedesign.ui.editor import HeadAction

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext

LEAST_PEOPLE = 2


def head_actions(context: EditorContext, balance: Callable[[], object]) -> Sequence[HeadAction]:
    """Return the buttons, left to right."""
    t = context.t
    everyone = people(context.project)
    reason = "" if len(everyone) >= LEAST_PEOPLE else t("2人以上を書くと、班に分けられます")
    reason = t("読み取り専用で開いています") if context.read_only else reason
    seated = bool(everyone) and all(person.group_id for person in everyone)
    deal = HeadAction(
        t("班を均等に分ける…"),
        balance,
        primary=not seated,
        icon="mdi6.account-group-outline",
        disabled_because=reason,
    )
    return [deal, *_next_step(context)] if seated else [deal]


def _next_step(context: EditorContext) -> Sequence[HeadAction]:
    t, shell = context.t, context.shell
    for tool_id, label in (("interview", t("聞き取りへ")), ("persona", t("ペルソナへ"))):
        if shell.can_go_tool(tool_id):
            run = _going(context, tool_id)
            return [HeadAction(label, run, primary=True, leads_on=True)]
    return []


def _going(context: EditorContext, tool_id: str) -> Callable[[], object]:
    return lambda: context.shell.go_tool(tool_id)
