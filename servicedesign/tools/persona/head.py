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
    compare: Callable[[], object],
) -> Sequence[HeadAction]:
    """Return the buttons while ``persona`` is in view, left to right."""
    t = context.t
    locked = t("読み取り専用で開いています") if context.read_only else ""
    buttons = [
        HeadAction(t("共感マップ"), empathy),
        HeadAction(t("候補を比べる"), compare),
    ]
    chosen = actions.chosen_persona(context.project)
    if chosen is None:
        return [*buttons, _narrowing(context, narrow)]
    if chosen.id != persona.id:
        buttons.append(HeadAction(t("この人に変える…"), narrow, disabled_because=locked))
    return [*buttons, *_next_step(context)]


def comparison_actions(
    context: EditorContext,
    pointed: Persona,
    leave: Callable[[], object],
    narrow: Callable[[], object],
    *,
    choose: bool,
) -> Sequence[HeadAction]:
    """Return the buttons over the comparison.

    Args:
        context: of the editor.
        pointed: the candidate pointed at.
        leave: shows it alone.
        narrow: narrows to it.
        choose: whether there are candidates to choose from.
    """
    t = context.t
    back = HeadAction(t("ひとりずつ書く"), leave, key="Esc")
    if not choose:
        return [back]
    chosen = actions.chosen_persona(context.project)
    if chosen is None:
        return [back, _narrowing(context, narrow)]
    locked = t("読み取り専用で開いています") if context.read_only else ""
    if chosen.id != pointed.id:
        change = HeadAction(t("この人に変える…"), narrow, disabled_because=locked)
        return [back, change, *_next_step(context)]
    return [back, *_next_step(context)]


def _narrowing(context: EditorContext, narrow: Callable[[], object]) -> HeadAction:
    t = context.t
    return HeadAction(
        t("この人に絞る…"),
        narrow,
        primary=True,
        icon="mdi6.star-outline",
        disabled_because=t("読み取り専用で開いています") if context.read_only else "",
    )


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
