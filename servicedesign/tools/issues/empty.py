"""What stands where no issue is yet.

Owns the words and how to begin: from the map, or by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext


def nothing_yet(context: EditorContext, add: Callable[[], object]) -> QWidget:
    """Return what stands where neither issue nor pain point is; ``add`` adds an issue by hand."""
    t = context.t
    locked = t("読み取り専用で開いています") if context.read_only else ""
    if context.shell.can_go_tool("journey"):
        primary = PrimaryButton(t("ジャーニーマップを開く"), leads_on=True)
        primary.clicked.connect(lambda: context.shell.go_tool("journey"))
        other = SecondaryButton(t("課題を足す"), icon="mdi6.plus")
        other.clicked.connect(add)
        other.set_usable(locked)
    else:
        primary = PrimaryButton(t("課題を足す"), key="Ctrl+Shift+N")
        primary.clicked.connect(add)
        primary.set_usable(locked)
        other = SecondaryButton(t("白紙のシートを印刷"), icon="mdi6.printer-outline")
        other.clicked.connect(lambda: context.shell.command("print_list"))
    method = t(
        "ジャーニーマップの困りごとから、取り上げるものを選んで順位をつけます。"
        "選んだ課題を問いの形にすると、アイデアがたくさん出せます。"
    )
    state = EmptyState(t("まだ課題がありません"), method, primary, other)
    return _held(state, 32)


def choose_first(context: EditorContext, take: Callable[[], object]) -> QWidget:
    """Return what stands beside the pain points before one is taken up by ``take``."""
    t = context.t
    primary = PrimaryButton(t("選んだ困りごとを課題にする"), key="Enter")
    primary.clicked.connect(take)
    primary.set_usable(t("読み取り専用で開いています") if context.read_only else "")
    method = t(
        "左は、地図で見つかった困りごとです。気持ちの落ち込みが深いもの、"
        "根拠のあるものから課題にして、順位をつけます。"
    )
    return _held(EmptyState(t("まだ課題がありません"), method, primary), 12)


def _held(state: EmptyState, left: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(theme().px(left), 0, theme().px(32), 0)
    column.addWidget(state)
    return holder
