"""A gentle warning under a field: an amber sign and one sentence.

Owns its look; nothing takes the focus, so that typing is not held up.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.tools.personal_data import Hint, hint_sentence
from servicedesign.ui.marks import Sign
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.mark import Mark
from servicedesign.ui.widgets.text_label import TextLabel


class HintLine(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, t: Translator, *, left: int, parent: QWidget | None = None) -> None:
        """Make an empty line that begins ``left`` px (at 100 %) from the left."""
        super().__init__(parent)
        self.t = t
        self._left = left
        self._words: TextLabel | None = None
        self.hide()

    def _label(self) -> TextLabel:
        """Return the words; sign and words are made when there is something to say at last."""
        if self._words is None:
            look = theme()
            self._words = TextLabel(wrap=True)
            row = QHBoxLayout(self)
            row.setContentsMargins(look.px(self._left), look.px(4), look.px(12), look.px(4))
            row.setSpacing(look.px(8))
            sign = Mark(Sign.LOOK, self.t("注意"))
            sign.setContentsMargins(0, 0, 0, 0)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(self._words, 1)
        return self._words

    def sentence(self) -> str:
        """Return what it says, or empty."""
        return self._words.text() if self._words is not None else ""

    def show_hints(self, hints: Sequence[Hint], field: QWidget) -> None:
        """Say what the first of ``hints`` is, and tell it of ``field`` to screen readers."""
        sentence = ""
        if hints:
            first = hints[0]
            told = hint_sentence(first.kind)
            sentence = self.t("「{words}」：{told}", words=first.text[:40], told=told)
            if len(hints) > 1:
                sentence += self.t.plural("（ほか{n}か所）", len(hints) - 1)
        self.say(sentence)
        if field.accessibleDescription() != sentence:
            field.setAccessibleDescription(sentence)

    def say(self, sentence: str) -> None:
        """Say ``sentence``, or nothing when it is empty."""
        if sentence != self.sentence():
            self._label().setText(sentence)
        if self.isHidden() is bool(sentence):
            self.setVisible(bool(sentence))
