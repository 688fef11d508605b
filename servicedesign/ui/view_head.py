"""The head of a view: its title, what it is for, and its buttons.

Owns the arrangement, and which buttons go into a menu in a narrow window; which buttons there are
is the editor's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.editor import HeadAction
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.button_base import ButtonBase
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel

HEIGHT = 64
"""Height in px at 100 %."""


class HeadMiddle(QWidget):
    """An editor's part of the head that knows how much room it would like beyond its least."""

    def wanted_width(self) -> int:
        """Return the width for which buttons go into the menu, as long as there are some to go."""
        return self.minimumSizeHint().width()


class ViewHead(QWidget):
    """Title, one line or an editor's own part, secondary buttons, the primary one at the right."""

    def __init__(
        self, t: Translator, middle: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        """Make an empty head; ``middle`` stands beside the title instead of the line."""
        super().__init__(parent)
        look = theme()
        self.setFixedHeight(look.px(HEIGHT))
        self._line = True
        self._hidden = 0
        self._title = TextLabel(size=tokens.TITLE_PX, bold=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._summary = TextLabel(tone=tokens.SECOND_TEXT)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(look.px(16))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(32), 0, look.px(32), 0)
        row.setSpacing(look.px(16))
        row.addWidget(self._title)
        self._middle = middle
        row.addWidget(self._summary if middle is None else middle, 1)
        row.addStretch(0)  # where the summary has no room, the title keeps to the left
        row.addLayout(self._buttons)
        self._more = QuietButton(t("ほかの操作"), icon="mdi6.dots-horizontal", parent=self)
        self._more.show_parts(label=False, key=False)
        self._more.clicked.connect(self._on_more)
        self._actions: tuple[HeadAction, ...] = ()
        self._shown: list[ButtonBase] = []

    def set_words(self, title: str, summary: str) -> None:
        """Show title and line."""
        self._title.setText(title)
        self._summary.setText(summary)
        self._summary.setToolTip(plain(summary))
        self._fit()

    def set_actions(self, actions: Sequence[HeadAction]) -> None:
        """Show the buttons for ``actions`` instead of those before; the focus stays at the last."""
        focused = self.window().focusWidget() in self._shown
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._more:
                widget.hide()
                widget.deleteLater()
        self._actions = tuple(actions)
        self._shown = [self._button(action) for action in actions]
        self._buttons.addWidget(self._more)
        for button in self._shown:
            self._buttons.addWidget(button)
        self._fit()
        if focused and self._shown:
            self._shown[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def entrance(self) -> QWidget | None:
        """Return the button that the head is entered by: the primary one; None without buttons."""
        usable = [one for one in self._shown if one.isEnabled() and one.isVisible()]
        return usable[-1] if usable else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put secondary buttons away where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit_title(self) -> None:
        """Give the title the width it wants, but leave room for the last button and the middle."""
        look = theme()
        wanted = self._title.sizeHint().width()
        most = self.width() - 2 * look.px(32)
        for beside in (*self._shown[-1:], *([self._more] if len(self._shown) > 1 else [])):
            most -= beside.sizeHint().width() + look.px(16)
        if isinstance(self._middle, HeadMiddle) and not self._middle.isHidden():
            most -= self._middle.minimumSizeHint().width() + look.px(16)
        width = min(wanted, max(most, look.px(96)))
        self._title.setFixedWidth(width)
        self._title.setToolTip(plain(self._title.text()[:1000]) if width < wanted else "")

    def _fit(self) -> None:
        look = theme()
        gap = look.px(16)
        self._fit_title()
        room = self.width() - 2 * look.px(32) - self._title.minimumWidth() - 2 * gap
        if self._middle is not None and not self._middle.isHidden():
            wanted = self._middle.minimumSizeHint().width()
            if isinstance(self._middle, HeadMiddle):
                wanted = max(wanted, self._middle.wanted_width())
            room -= wanted + gap
        widths = [button.sizeHint().width() + gap for button in self._shown]
        more = self._more.sizeHint().width() + gap
        hidden = 0
        # The first to go is the leftmost: the primary one stands at the right.
        while hidden < len(widths) - 1:
            needed = sum(widths[hidden:]) + (more if hidden else 0)
            if needed <= room:
                break
            hidden += 1
        for number, button in enumerate(self._shown):
            button.setVisible(number >= hidden)
        self._more.setVisible(hidden > 0)
        left = room - sum(widths[hidden:]) - (more if hidden else 0)
        self._summary.setVisible(self._middle is None and left >= look.px(96))
        self._hidden = hidden

    def _on_more(self) -> None:
        menu = QMenu(self)
        _fill(menu, self._actions[: self._hidden])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def set_line(self, shown: bool) -> None:
        """Draw the hairline below or not (a strip below has its own)."""
        self._line = shown
        self.update()

    def _button(self, action: HeadAction) -> ButtonBase:
        if action.menu:
            opener = QuietButton(action.label, icon="mdi6.chevron-down")
            opener.clicked.connect(lambda: self._open_below(opener, action.menu))
            return opener
        kind = PrimaryButton if action.primary else SecondaryButton
        button = kind(action.label, key=action.key, icon=action.icon, leads_on=action.leads_on)
        button.set_usable(action.disabled_because)
        button.clicked.connect(lambda _=False, run=action.run: run())
        return button

    def _open_below(self, button: ButtonBase, entries: Sequence[HeadAction]) -> None:
        menu = QMenu(self)
        _fill(menu, entries)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline."""
        if self._line:
            painter = QPainter(self)
            painter.fillRect(0, self.height() - 1, self.width(), 1, color(tokens.HAIRLINE))
            painter.end()


def _fill(menu: QMenu, actions: Sequence[HeadAction]) -> None:
    for action in actions:
        label = action.label.replace("&", "&&")
        if action.menu:
            _fill(menu.addMenu(label), action.menu)
            continue
        entry = menu.addAction(label)
        entry.setCheckable(action.ticked)
        entry.setChecked(action.ticked)
        entry.setEnabled(not action.disabled_because)
        entry.triggered.connect(lambda _=False, run=action.run: run())
