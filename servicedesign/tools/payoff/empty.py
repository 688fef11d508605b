"""What stands where no idea is weighed yet: what the matrix is for, and how to begin.

Owns the words and the buttons. What they do is the editor's.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton

_LEFT = 32


class NothingYet(QWidget):
    """Three ways to begin: with the vote's choice, with ideas of a board, or with ideas first."""

    def __init__(
        self,
        context: EditorContext,
        from_vote: Callable[[], object],
        choose: Callable[[], object],
    ) -> None:
        """Offer ``from_vote`` and ``choose``."""
        super().__init__()
        self._context = context
        t = context.t
        self._method = t(
            "有用か、実現できるかの二つで案を並べると、先に手をつける順が見えます。"
            "班ごとに点を付けると、見方の違いも分かります。"
        )
        self._voted = PrimaryButton(t("投票で選んだ案を並べる"), key="Ctrl+Shift+N")
        other = SecondaryButton(t("ほかの案を選ぶ…"))
        self._pick = PrimaryButton(t("案を選んで並べる…"), key="Ctrl+Shift+N")
        paper = SecondaryButton(t("白紙のシートを印刷"), icon="mdi6.printer-outline")
        self._ideas = PrimaryButton(t("先に案を出す"), leads_on=True)
        blank = SecondaryButton(t("白紙のシートを印刷"), icon="mdi6.printer-outline")
        for button in (self._voted, other, self._pick):
            button.set_usable(t("読み取り専用で開いています") if context.read_only else "")
        self._voted.clicked.connect(from_vote)
        other.clicked.connect(choose)
        self._pick.clicked.connect(choose)
        self._ideas.clicked.connect(lambda: context.shell.go_tool("board"))
        for button in (paper, blank):
            button.clicked.connect(lambda: context.shell.command("print_list"))
        missing = t("まだ案が並んでいません")
        self._stack = QStackedLayout(self)
        for primary, secondary in (
            (self._voted, other),
            (self._pick, paper),
            (self._ideas, blank),
        ):
            state = EmptyState(missing, self._method, primary, secondary)
            left = theme().px(_LEFT)
            state.setContentsMargins(left, 0, left, 0)
            self._stack.addWidget(state)

    def show_ways(self, *, voted: int, ideas: bool) -> None:
        """Show the way that fits: ``voted`` ideas were kept by a vote, and there are ``ideas``."""
        t = self._context.t
        if voted:
            self._voted.set_label(t.plural("投票で選んだ{n}案を並べる", voted))
        self._stack.setCurrentIndex(0 if voted else 1 if ideas else 2)

    def first(self) -> QWidget:
        """Return the button to begin with."""
        return (self._voted, self._pick, self._ideas)[self._stack.currentIndex()]
