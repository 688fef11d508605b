"""What stands where no round is yet.

Owns those words and the way to begin.
"""

from __future__ import annotations

from collections.abc import Callable

from servicedesign.ui.context import EditorContext
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton


def no_ideas(context: EditorContext) -> EmptyState:
    """Return what is said where there is nothing to vote on."""
    t = context.t
    go = PrimaryButton(t("ボードに案を出す"), leads_on=True)
    go.clicked.connect(lambda: context.shell.go_tool("board"))
    go.set_usable("" if context.shell.can_go_tool("board") else t("ボードの画面がありません"))
    method = t(
        "投票では、出し合った案から深掘りする4～5案に絞ります。"
        "まずボードに案を出し、似た案を束ねておきます。"
    )
    return EmptyState(t("まだ投票する案がありません"), method, go)


def no_round(context: EditorContext, begin: Callable[[], object]) -> EmptyState:
    """Return what is said where there are ideas and no round."""
    t = context.t
    start = PrimaryButton(t("投票を準備する"), key="Ctrl+Shift+N")
    start.clicked.connect(begin)
    papers = SecondaryButton(t("投票用紙を印刷"), icon="mdi6.printer-outline")
    papers.clicked.connect(lambda: context.shell.command("print"))
    start.set_usable(t("読み取り専用で開いています") if context.read_only else "")
    method = t(
        "1人が3～5票を持ち、よいと思う案に入れます。名前は出さず、"
        "票数は締め切るまで伏せます。紙でも、手を挙げても、この画面を回しても投票できます。"
    )
    return EmptyState(t("まだ投票をしていません"), method, start, papers)
