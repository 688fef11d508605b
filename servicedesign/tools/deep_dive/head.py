"""The buttons over the deep-dives: what was chosen and is not begun, presenting, the next step.

Owns which of them is the primary one: to begin what was chosen, then to present.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from servicedesign.model.method import Progress
from servicedesign.tools import deepening
from servicedesign.tools.deep_dive import actions
from servicedesign.ui.context import EditorContext
from servicedesign.ui.editor import HeadAction


def head_actions(
    context: EditorContext, begin: Callable[[], object], present: Callable[[], object]
) -> Sequence[HeadAction]:
    """Return the buttons while deep-dives are written, left to right."""
    t = context.t
    left = len(deepening.not_begun(context.project))
    show = _presenting(context, present, primary=False)
    if left:
        words = t.plural("残り{n}案も作る…", left)
        locked = t("読み取り専用で開いています") if context.read_only else ""
        return [show, HeadAction(words, begin, primary=True, disabled_because=locked)]
    further = _further(context)
    if further is None or actions.progress(context.project) is not Progress.DONE:
        show = _presenting(context, present, primary=True)
        return [show] if further is None else [further, show]
    return [show, replace(further, primary=True)]


def _presenting(
    context: EditorContext, present: Callable[[], object], *, primary: bool
) -> HeadAction:
    label, icon = context.t("発表する"), "mdi6.presentation-play"
    return HeadAction(label, present, icon=icon, primary=primary)


def _further(context: EditorContext) -> HeadAction | None:
    """Return the way to the next tool of the method that has a screen."""
    t = context.t
    for tool_id, label in (("payoff", t("評価マトリクスへ")), ("prototype", t("試作へ"))):
        if context.shell.can_go_tool(tool_id):
            return HeadAction(label, _going(context, tool_id), leads_on=True)
    return None


def _going(context: EditorContext, tool_id: str) -> Callable[[], object]:
    return lambda: context.shell.go_tool(tool_id)


def presenting_actions(context: EditorContext, leave: Callable[[], object]) -> Sequence[HeadAction]:
    """Return the buttons while deep-dives are presented."""
    return [HeadAction(context.t("書くのに戻る"), leave, key="Esc")]
