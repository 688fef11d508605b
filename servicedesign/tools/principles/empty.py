"""What stands where the project holds no edition of the principles yet.

Owns the words and the two ways to begin.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign.tools.principles.editions import EDITION_IDS, edition_title
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext


def empty_state(context: EditorContext, add: Callable[[str], object]) -> QWidget:
    """Return the empty state; ``add`` puts an edition in."""
    t = context.t
    locked = t("読み取り専用で開いています") if context.read_only else ""
    first, second = EDITION_IDS[:2]
    primary = PrimaryButton(t("12箇条を入れる"))
    primary.clicked.connect(lambda: add(first))
    label = t("「{title}」を足す", title=edition_title(second, context.lang))
    other = SecondaryButton(label)
    other.clicked.connect(lambda: add(second))
    for button in (primary, other):
        button.set_usable(locked)
    title = edition_title(first, context.lang)
    method = t(
        "「{title}」の12箇条に、確かめの問いをつけて入れます。"
        "問いは、あとから町に合わせて直せます。",
        title=title,
    )
    state = EmptyState(t("まだ12箇条がありません"), method, primary, other)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(theme().px(32), 0, theme().px(32), 0)
    column.addWidget(state)
    return holder
