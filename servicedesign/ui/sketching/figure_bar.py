"""What can be done with the figure that is chosen, as buttons, and the words on it.

Owns their arrangement. What they do is in ``figure_keys``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.model.drawing import FigureLibrary
from servicedesign.ui.sketching import placing
from servicedesign.ui.sketching.figure_keys import FigureKeys
from servicedesign.ui.sketching.surface import SketchSurface
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_field import TextField


class FigureBar(QWidget):
    """Larger, smaller, turned round, to the front, to the back, copied, taken out; and its words.

    Attributes:
        words: the field for the words on the figure.
    """

    def __init__(
        self, surface: SketchSurface, keys: FigureKeys, library: FigureLibrary, t: Translator
    ) -> None:
        """Work on the figure that is chosen on ``surface``."""
        super().__init__()
        self._surface = surface
        self._library = library
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(2))
        for label, key, icon, run in (
            (t("小さく"), "−", "mdi6.magnify-minus-outline", lambda: keys.grow(larger=False)),
            (t("大きく"), "+", "mdi6.magnify-plus-outline", lambda: keys.grow(larger=True)),
            (t("左右に返す"), "F", "mdi6.flip-horizontal", keys.flip),
            (t("手前へ"), "Ctrl+]", "mdi6.arrange-bring-forward", lambda: keys.bring(1)),
            (t("奥へ"), "Ctrl+[", "mdi6.arrange-send-backward", lambda: keys.bring(-1)),
            (t("写す"), "Ctrl+D", "mdi6.content-duplicate", keys.copy),
            (t("取る"), "Delete", "mdi6.trash-can-outline", keys.remove),
        ):
            button = QuietButton(label, key=key, icon=icon)
            button.show_parts(label=False, key=False)
            button.setFixedSize(theme().px(44), theme().px(44))
            button.clicked.connect(lambda _=False, one=run: one())
            row.addWidget(button)
        self.words = TextField(t("絵の中の言葉"), placeholder=t("絵の中の言葉"))
        self.words.committed.connect(keys.word)
        row.addSpacing(theme().px(8))
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        surface.figure_chosen.connect(lambda _: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show the words of the figure that is chosen; nothing without one."""
        number, figures = self._surface.chosen(), self._surface.sketch().figures
        chosen = figures[number] if 0 <= number < len(figures) else None
        if chosen is not None:
            self.words.set_text(chosen.text)
            self.words.setVisible(placing.takes_words(self._library, chosen))
