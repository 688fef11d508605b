"""What stands where no step is yet: what a timetable is for, and how to begin one.

Owns the words and the buttons. What they do is the editor's.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from servicedesign.tools.agenda.templates import TEMPLATES
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton


def no_agenda(
    context: EditorContext,
    use: Callable[[str], object],
    begin: Callable[[], object],
    paste: Callable[[], object],
) -> EmptyState:
    """Return the page: ``use`` takes the id of a template, ``begin`` and ``paste`` none."""
    t = context.t
    locked = t("読み取り専用で開いています") if context.read_only else ""
    half, two = TEMPLATES
    first = PrimaryButton(t(half.label))
    first.clicked.connect(lambda: use(half.id))
    second = SecondaryButton(t(two.label))
    second.clicked.connect(lambda: use(two.id))
    own = QuietButton(t("白紙から書く"), key="Ctrl+Shift+N", blue=True)
    own.clicked.connect(begin)
    block = QuietButton(t("表計算から貼り付ける"), key="Ctrl+V", icon="mdi6.content-paste")
    block.clicked.connect(paste)
    for button in (first, second, own, block):
        button.set_usable(locked)
    method = t(
        "何のために、どの紙で、何分かけるかを先に決めると、当日は話し合いに集中できます。"
        "書いた表は、会場でそのまま時計の代わりになります。"
    )
    state = EmptyState(t("まだ進行表がありません"), method, first, second)
    look = theme()
    row = QHBoxLayout()
    row.setContentsMargins(0, look.px(12), 0, 0)
    row.setSpacing(look.px(8))
    row.addWidget(own)
    row.addWidget(block)
    row.addStretch(1)
    box = state.layout()
    if isinstance(box, QVBoxLayout):
        box.insertLayout(box.count() - 1, row)
    return state
