"""The buttons over the personas: narrowing, and the next step of the method.

Owns which of them is the primary one: narrow while no one is chosen, then go on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from servicedesign.tools.persona import actions
from servicedesign.ui.editor import HeadAction

if TYPE_CHECKING:
    from servicedesign.model import Persona
    from servicedesign.ui.context import EditorContext


def head_actions(
    context: EditorContext,
    persona: Persona,
    narrow: Callable[[], object],
    empathy: Callable[[], object],
) -> Sequence[HeadAction]:
    """Return the buttons while ``persona`` is in view, left to right."""
    t = context.t
    locked = t("読み取り専用で開いています") if context.read_only else ""
    buttons = [HeadAction(t("共感マップ"), empathy)]
    chosen = actions.chosen_persona(context.project)
    if chosen is None:
        buttons.append(
            HeadAction(
                t("この人に絞る…"),
                narrow,
                primary=True,
                icon="mdi6.star-outline",
                disabled_because=locked,
            )
        )
        return buttons
    if chosen.id != persona.id:
        buttons.append(HeadAction(t("この人に変える…"), narrow, disabled_because=locked))
    return [*buttons, *_next_step(context)]


def _next_step(context: EditorContext) -> Sequence[HeadAction]:
    t, shell = context.t, context.shell
    steps = (("journey", t("ジャーニーマップへ")), ("principles", t("12箇条へ")))
    for tool_id, label in steps:
        if shell.can_go_tool(tool_id):
            run = _going(context, tool_id)
            return [HeadAction(label, run, primary=True, leads_on=True)]
    print_it = HeadAction(
        t("この紙を印刷…"),
        lambda: shell.command("print"),
        primary=True,
        icon="mdi6.printer-outline",
    )
    return [print_it]


def _going(context: EditorContext, tool_id: str) -> Callable[[], object]:
    return lambda: context.shell.go_tool(tool_id)
