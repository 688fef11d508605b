"""The buttons over the timetable, while it is written and while it is carried out.

Owns which there are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from servicedesign.tools.agenda.templates import TEMPLATES
from servicedesign.ui.editor import HeadAction

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext


def writing_actions(
    context: EditorContext, use: Callable[[str], object], run: Callable[[], object], *, going: bool
) -> Sequence[HeadAction]:
    """Return the buttons while it is written; ``going`` is whether a run has begun."""
    t = context.t
    locked = t("読み取り専用で開いています") if context.read_only else ""
    entries = tuple(
        HeadAction(t(template.title), _using(use, template.id), disabled_because=locked)
        for template in TEMPLATES
    )
    return [
        HeadAction(t("ひな形に置きかえる"), _nothing, menu=entries),
        HeadAction(
            t("進行を続ける") if going else t("進める"),
            run,
            primary=True,
            key="Ctrl+M",
            leads_on=True,
        ),
    ]


def running_actions(
    context: EditorContext,
    show_table: Callable[[], object],
    forget: Callable[[], object],
    days: Sequence[HeadAction],
    *,
    begun: bool,
) -> Sequence[HeadAction]:
    """Return the buttons while it is carried out; ``days`` are the days to choose from."""
    t = context.t
    found = [HeadAction(t("日を選ぶ"), _nothing, menu=tuple(days))] if len(days) > 1 else []
    if begun:
        locked = t("読み取り専用で開いています") if context.read_only else ""
        found.append(
            HeadAction(
                t("はじめからやり直す"), forget, icon="mdi6.restart", disabled_because=locked
            )
        )
    return [*found, HeadAction(t("表を直す"), show_table, icon="mdi6.table-edit")]


def _using(use: Callable[[str], object], template_id: str) -> Callable[[], object]:
    return lambda: use(template_id)


def _nothing() -> None:
    """Do nothing: the button opens a menu."""
