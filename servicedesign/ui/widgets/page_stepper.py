"""Which page of how many, and the way to the next.

Owns its look; hidden where there is one page only.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_label import TextLabel


class PageStepper(QWidget):
    """Back, n / m, on.

    Signals:
        stepped: the page asked for, from 0.
    """

    stepped = Signal(int)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make a stepper for one page."""
        super().__init__(parent)
        self.t = t
        self._page, self._pages = 0, 1
        self._back = QuietButton(t("前のページ"), icon="mdi6.chevron-up")
        self._on = QuietButton(t("次のページ"), icon="mdi6.chevron-down")
        self._place = TextLabel()
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(4), 0, look.px(4))
        row.setSpacing(look.px(8))
        for button, step in ((self._back, -1), (self._on, 1)):
            button.show_parts(label=False, key=False)
            button.clicked.connect(lambda _=False, by=step: self.stepped.emit(self._page + by))
        row.addWidget(self._back)
        row.addWidget(self._place)
        row.addWidget(self._on)
        self.hide()

    def show_place(self, page: int, pages: int) -> None:
        """Show that ``page`` (from 0) of ``pages`` is in view."""
        self._page, self._pages = page, pages
        self._place.setText(f"{page + 1} / {pages}")
        self._back.set_usable("" if page > 0 else self.t("最初のページです"))
        self._on.set_usable("" if page + 1 < pages else self.t("最後のページです"))
        self.setVisible(pages > 1)
