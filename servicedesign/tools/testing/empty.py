"""What stands where no test is yet.

Owns the words and how to begin: with a version to try, or by going to the prototypes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton


class NoSession(QWidget):
    """How to begin; the words follow whether there is anything to try."""

    def __init__(self, context: EditorContext, begin: Callable[[], object]) -> None:
        """Begin by ``begin``."""
        super().__init__()
        t = self.t = context.t
        self._context, self._begin, self._has_version = context, begin, False
        self.primary = PrimaryButton(t("テストを足す"))
        self.primary.clicked.connect(self._on_begin)
        other = SecondaryButton(t("白紙のシートを印刷"), icon="mdi6.printer-outline")
        other.clicked.connect(lambda: context.shell.command("print_list"))
        method = t(
            "試作を使ってもらい、様子を見て、つまずきと言葉を書きとめます。"
            "利用する人と提供する人の両方に試してもらい、直すことを次の版に入れます。"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(theme().px(12), 0, theme().px(32), 0)
        column.addWidget(EmptyState(t("まだテストがありません"), method, self.primary, other))

    def show_state(self, *, has_version: bool) -> None:
        """Say how to begin, with or without a version to try."""
        t = self.t
        self._has_version = has_version
        self.primary.set_label(t("テストを足す") if has_version else t("試作へ"))
        locked = t("読み取り専用で開いています") if self._context.read_only else ""
        if not has_version and not self._context.shell.can_go_tool("prototype"):
            locked = t("先に、試作を作ってください")
        self.primary.set_usable(locked)

    def _on_begin(self) -> None:
        if self._has_version:
            self._begin()
        else:
            self._context.shell.go_tool("prototype")
