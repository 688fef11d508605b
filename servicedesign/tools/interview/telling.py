"""What went with a deletion, in one sentence; and what an empty list of sources says.

Owns these words on screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.model import SourceMethod
from servicedesign.tools.interview.going import Going, counted
from servicedesign.tools.interview.source_delegate import ICONS
from servicedesign.tools.interview.words import method_words
from servicedesign.ui.icons import icon
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext


def what_went(name: str, going: Going, t: Translator) -> str:
    """Return that ``name`` was deleted, and what went along."""
    along = [_along(kind, number, t) for kind, number in counted(going)]
    sentence = t("{name}を消しました。", name=name)
    if along:
        sentence += t("いっしょに消えたもの：{things}。", things=t("、").join(along))
    return sentence


def _along(kind: str, number: int, t: Translator) -> str:
    if kind == "entries":
        return t.plural("質問と答え{n}件", number)
    if kind == "findings":
        return t.plural("わかったこと{n}件", number)
    return t.plural("これを根拠にした所{n}か所のつながり", number)


def method_menu(parent: QWidget, t: Translator, add: Callable[[SourceMethod], object]) -> QMenu:
    """Return the menu of the ways a source can come about."""
    menu = QMenu(parent)
    for method, word in method_words(t).items():
        action = menu.addAction(icon(ICONS[method], theme().px(18)), word)
        action.triggered.connect(lambda _=False, asked=method: add(asked))
    return menu


def open_below(menu: QMenu, button: QWidget) -> None:
    """Open ``menu`` below ``button`` and let it go when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def empty_state(context: EditorContext, add: Callable[[], object]) -> QWidget:
    """Return what stands where there is no source yet."""
    t = context.t
    begin = PrimaryButton(t("聞き取りを始める"), key="Ctrl+Shift+N")
    begin.set_usable(t("読み取り専用で開いています") if context.read_only else "")
    begin.clicked.connect(add)
    paper = SecondaryButton(t("白紙のメモを印刷"), icon="mdi6.printer-outline")
    paper.clicked.connect(lambda: context.shell.command("print_list"))
    method = t(
        "困っている本人の言葉から始めます。一人30分ほど、"
        "話したままの言葉と、見たことを分けて書き留めます。名前は書かず、番号で呼びます。"
    )
    state = EmptyState(t("まだ聞き取りがありません"), method, begin, paper)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(theme().px(32), 0, theme().px(32), 0)
    column.addWidget(state)
    return holder
