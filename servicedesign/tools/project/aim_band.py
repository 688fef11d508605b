"""Goal and theme, where everyone sees them.

Owns their look. They are written in the dialog of the facts.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import ProjectInfo
from servicedesign.model.record import field_specs
from servicedesign.ui.theme import plain, theme
from servicedesign.ui.widgets.link_button import LinkButton
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.text_label import TextLabel

_MOST = 160
"""Characters of a goal that are shown; the dialog has all of them."""
_LOOKS = {"goal": (tokens.SECTION_PX, True), "theme": (tokens.CONTENT_PX, False)}


class AimBand(QWidget):
    """Two texts with their labels; what is not written yet has a link to write it."""

    def __init__(
        self, t: Translator, write: Callable[[str], object], *, reading: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """Make an empty band; ``write`` opens the dialog at a field, unless ``reading``."""
        super().__init__(parent)
        self._reading = reading
        look = theme()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, look.px(8), 0, look.px(12))
        grid.setHorizontalSpacing(look.px(20))
        grid.setVerticalSpacing(look.px(4))
        grid.setColumnStretch(1, 1)
        self._texts: dict[str, PhraseLabel] = {}
        self._links: dict[str, LinkButton] = {}
        for row, (name, (size, bold)) in enumerate(_LOOKS.items()):
            label = t(field_specs(ProjectInfo)[name].label)
            head = TextLabel(label, tone=tokens.SECOND_TEXT)
            head.setMinimumHeight(look.pitch(size))
            text = PhraseLabel(size=size, bold=bold, wrap=True)
            link = LinkButton(t("{field}を書く", field=label))
            link.clicked.connect(lambda _=False, field=name: write(field))
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1)
            grid.addWidget(link, row, 1, Qt.AlignmentFlag.AlignLeft)
            self._texts[name], self._links[name] = text, link

    def show_info(self, info: ProjectInfo) -> None:
        """Show goal and theme of ``info``."""
        for name, label in self._texts.items():
            whole = " ".join(getattr(info, name).split())
            shown = whole if len(whole) <= _MOST else whole[: _MOST - 1] + "…"
            label.setText(shown)
            label.setToolTip(plain(whole[:1000]) if shown != whole else "")
            label.setVisible(bool(whole))
            self._links[name].setVisible(not whole and not self._reading)
