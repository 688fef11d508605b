"""The bar at the foot of a board: tools, whose ideas come next, quick entry.

Owns their arrangement and how they give way in a narrow window. What they do is the editor's.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.board.origin_button import OriginButton
from servicedesign.tools.board.quick_field import QuickField
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.floating_bar import FloatingBar
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.tool_button import ToolButton

_LEAST_FIELD = 180
"""Narrowest quick-entry field in px at 100 %; below it labels give way."""


class ToolBar(FloatingBar):
    """Tools to take into the hand, and the field for ideas.

    Attributes:
        origin: whose ideas come next.
        quick: the quick-entry field.
    """

    def __init__(self, t: Translator, parent: QWidget) -> None:
        """Make a bar with no tools yet."""
        super().__init__(t("道具と速記"), parent)
        look = theme()
        self._buttons: dict[str, ToolButton] = {}
        self.origin = OriginButton(t)
        self.quick = QuickField(t("思いつきを一つ"), t("思いつきを一つ書いて Enter"))
        self._key = TextLabel("Q", tone=tokens.SECOND_TEXT)
        self._key.setMinimumWidth(look.px(16))
        self._rule = SectionRule(vertical=True)
        self.row.addSpacing(look.px(4))
        self.row.addWidget(self._rule)
        self.row.addSpacing(look.px(4))
        self.row.addWidget(self.origin)
        self.row.addSpacing(look.px(4))
        self.row.addWidget(self.quick, 1)
        self.row.addWidget(self._key)
        self.row.addSpacing(look.px(8))

    def add_tool(
        self, name: str, label: str, key: str, icon: str, run: Callable[[], object]
    ) -> ToolButton:
        """Add a tool at the end of those there are; a press runs ``run``."""
        button = ToolButton(label, key, icon)
        button.clicked.connect(lambda _=False: run())
        self.row.insertWidget(len(self._buttons), button)
        self._buttons[name] = button
        return button

    def show_tool(self, name: str) -> None:
        """Show which tool is in the hand."""
        for key, button in self._buttons.items():
            button.setChecked(key == name)

    def fit(self, most: int) -> bool:
        """Be at most ``most`` px wide: labels go where the field would become too narrow.

        False when even so the field is too narrow to write in.
        """
        rest = 0
        for shown in (True, False):
            for button in self._buttons.values():
                button.show_label(shown)
            self.row.invalidate()
            rest = self.row.sizeHint().width() - self.quick.sizeHint().width()
            if rest + theme().px(_LEAST_FIELD) <= most:
                break
        self.resize(min(most, theme().px(980)), self.row.sizeHint().height())
        return rest + theme().px(_LEAST_FIELD) <= most
