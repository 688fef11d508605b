"""What stands where no candidate is yet: what candidates are for, and how to begin.

Owns that page.
"""

from __future__ import annotations

from collections.abc import Callable

from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.typing_edit import INSET


def no_candidate(context: EditorContext, begin: Callable[[], object]) -> EmptyState:
    """Return the page; its button adds the first candidate by ``begin``."""
    t = context.t
    add = PrimaryButton(t("候補を足す"), key="Ctrl+Shift+N")
    add.set_usable(t("読み取り専用で開いています") if context.read_only else "")
    add.clicked.connect(begin)
    paper = SecondaryButton(t("白紙のシートを印刷"), icon="mdi6.printer-outline")
    paper.clicked.connect(lambda: context.shell.command("print_list"))
    method = t(
        "聞き取りで出会った人たちをもとに、実在しない人を何人か描きます。"
        "並べて比べ、いちばん助けたい一人に絞ります。"
    )
    state = EmptyState(t("まだペルソナの候補がいません"), method, add, paper)
    state.setContentsMargins(theme().px(INSET), 0, 0, 0)
    return state
