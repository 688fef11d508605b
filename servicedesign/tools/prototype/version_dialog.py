"""What goes into the next version: the improvements that tests asked for, ticked or not.

Owns the list. What is copied and written is ``making.add_version``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model.prototype import Improvement, ImprovementState
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.check_box import CheckBox
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel

_WORDS = 40


class VersionDialog(BaseDialog):
    """Improvements as ticks; those accepted already are ticked at the start."""

    def __init__(
        self,
        t: Translator,
        number: int,
        offered: Sequence[tuple[str, Improvement]],
        parent: QWidget | None,
    ) -> None:
        """Offer improvements, each with the code of its test, for version ``number``."""
        super().__init__(t("第{number}版を作る", number=number), parent, width=640)
        self._boxes: dict[str, CheckBox] = {}
        told = t("前の版のコマと課題を写します。直すことに印をつけると、この版に入れます。")
        self.body.addWidget(TextLabel(told, tone=tokens.SECOND_TEXT, wrap=True))
        page = QWidget()
        column = QVBoxLayout(page)
        for code, one in offered:
            words = " ".join(one.text.split())
            words = words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"
            accepted = one.state is ImprovementState.ACCEPTED
            box = CheckBox(f"{code}  {words}".strip(), checked=accepted)
            self._boxes[one.id] = box
            column.addWidget(box)
        column.addStretch(1)
        scroll = PageScroll(page)
        scroll.setMinimumHeight(theme().px(min(8, len(offered)) * 42 + 24))
        self.body.addWidget(scroll, 1)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        done = PrimaryButton(t("この版を作る"), key="Enter")
        done.clicked.connect(self.accept)
        self.add_button(done)
        done.setFocus()

    def boxes(self) -> tuple[CheckBox, ...]:
        """Return the ticks in order."""
        return tuple(self._boxes.values())

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of what goes in."""
        return tuple(one for one, box in self._boxes.items() if box.isChecked())
