"""Pen, marker, eraser, colours and widths, to be chosen.

Owns their arrangement. What is in the hand is the ``Ink``'s.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.model.message import N_
from servicedesign.ui.sketching.ink import COLOUR_WORDS, Ink, InkTool
from servicedesign.ui.sketching.ink_button import InkButton
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.tool_button import ToolButton

_TOOLS: Final = {
    InkTool.FIGURES: (N_("選択"), "V", "mdi6.cursor-default-outline", Qt.Key.Key_V),
    InkTool.PEN: (N_("ペン"), "P", "mdi6.pencil-outline", Qt.Key.Key_P),
    InkTool.MARKER: (N_("マーカー"), "M", "mdi6.marker", Qt.Key.Key_M),
    InkTool.ERASER: (N_("消しゴム"), "E", "mdi6.eraser", Qt.Key.Key_E),
}
_WIDTH_WORDS: Final = (N_("細い"), N_("中くらい"), N_("太い"))
_SHOWN_WIDTHS: Final = (2.0, 4.0, 8.0)
_LABELLED_MOST: Final = 150
"""Above this scale, in per cent, tools have no words below them: there is no room."""
_COLOUR_KEYS: Final = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
_WIDTH_KEYS: Final = (Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6)


class InkBar(QWidget):
    """Shows and changes what is in the hand; one target is 44 px or more."""

    def __init__(
        self, ink: Ink, t: Translator, *, figures: bool = False, marker_key: bool = True
    ) -> None:
        """Show ``ink``; with ``figures`` also the tool that chooses and moves figures.

        Args:
            ink: what is in the hand.
            t: the translator.
            figures: whether figures can be chosen here.
            marker_key: whether M takes the marker: on a board it shows the small board.
        """
        super().__init__()
        self._ink = ink
        self.t = t
        self._keys: dict[Qt.Key, InkTool] = {}
        self._tools: dict[InkTool, ToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(2))
        for tool, (label, key, icon, pressed) in _TOOLS.items():
            if tool is InkTool.FIGURES and not figures:
                continue
            keyed = marker_key or tool is not InkTool.MARKER
            button = ToolButton(t(label), key if keyed else "", icon)
            button.clicked.connect(lambda _=False, one=tool: ink.take(one))
            row.addWidget(button)
            self._tools[tool] = button
            if keyed:
                self._keys[pressed] = tool
        self._add_rule(row)
        self._colours = [InkButton("", str(number)) for number in (1, 2, 3)]
        self._widths = [InkButton("", str(number)) for number in (4, 5, 6)]
        for number, dot in enumerate(self._colours):
            dot.clicked.connect(lambda _=False, one=number: ink.choose_colour(one))
            row.addWidget(dot)
        self._rule = self._add_rule(row)
        for number, line in enumerate(self._widths):
            line.clicked.connect(lambda _=False, one=number: ink.choose_width(one))
            row.addWidget(line)
        self._erasing = ChoiceSwitch(
            t("消しゴムで消すもの"),
            (Choice("whole", t("線ごと")), Choice("part", t("一部だけ"))),
            value="whole",
        )
        self._erasing.chosen.connect(lambda value: ink.set_whole(value == "whole"))
        row.addWidget(self._erasing, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in self._tools.values():
            button.show_label(theme().scale <= _LABELLED_MOST)
        ink.changed.connect(self._show)
        self._show()

    def _add_rule(self, row: QHBoxLayout) -> SectionRule:
        rule = SectionRule(vertical=True)
        row.addSpacing(theme().px(4))
        row.addWidget(rule)
        row.addSpacing(theme().px(4))
        return rule

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that was not typed anywhere; False when it is none of ours."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in self._keys:
            self._ink.take(self._keys[key])
        elif key in _COLOUR_KEYS:
            self._ink.choose_colour(_COLOUR_KEYS.index(key))
        elif key in _WIDTH_KEYS:
            self._ink.choose_width(_WIDTH_KEYS.index(key))
        else:
            return False
        return True

    def _show(self) -> None:
        ink, t = self._ink, self.t
        for tool, button in self._tools.items():
            button.setChecked(tool is ink.tool())
        inks = tuple(ink.colours().items())
        for number, dot in enumerate(self._colours):
            key, value = inks[number]
            dot.show_as(t(COLOUR_WORDS[key]), dot=value)
            dot.setChecked(ink.draws() and number == ink.colour_number())
        for number, line in enumerate(self._widths):
            line.show_as(t(_WIDTH_WORDS[number]), width=_SHOWN_WIDTHS[number])
            line.setChecked(ink.draws() and number == ink.width_number())
        erasing = ink.tool() is InkTool.ERASER
        self._erasing.set_value("whole" if ink.whole() else "part")
        self._erasing.setVisible(erasing)
        for one in (*self._colours, self._rule, *self._widths):
            one.setVisible(not erasing)
