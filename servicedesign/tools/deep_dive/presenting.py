"""Presenting the deep-dives one group after the other: what the room sees, the time, the questions.

Owns the arrangement and the keys of presenting, and that the picture here and the one in the
audience window show the same leaf. Which deep-dive it is, is the editor's.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from servicedesign import tokens
from servicedesign.model import DeepDive
from servicedesign.tools.deep_dive.audience import DivePage
from servicedesign.tools.deep_dive.comment_list import CommentList
from servicedesign.tools.deep_dive.dive_tab import TabView
from servicedesign.tools.deep_dive.monitor import Monitor
from servicedesign.tools.deep_dive.speaking_time import SpeakingTime
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_field import TypingField

_BESIDE: Final = 860
"""Width in px at 100 % from which the questions stand beside the picture."""


class Presenting(QWidget):
    """What the facilitator has before the eyes while a group presents.

    Attributes:
        monitor: what the room sees.
        comments: what is asked and said.
        time: how long a group has.
        onward: leads to the next group.

    Signals:
        next_asked: -1 or 1: the group before or after is to present.
        left: presenting is over for now.
    """

    next_asked = Signal(int)
    left = Signal()

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self._context = context
        self._dive_id = ""
        self._last = False
        self._room_page: DivePage | None = None
        t = context.t
        self.monitor = Monitor(t("会場に映る画面"))
        self.comments = CommentList(t, reading=context.read_only)
        self.time = SpeakingTime(context)
        self._who = TextLabel(size=tokens.SECTION_PX, bold=True, wrap=True)
        self._next = TextLabel(tone=tokens.SECOND_TEXT, wrap=True)
        self.onward = PrimaryButton(t("次の班へ"), key="Alt+PgDown", leads_on=True)
        self.back = QuietButton(t("前"), key="PgUp", icon="mdi6.chevron-left")
        self.forth = QuietButton(t("次"), key="PgDown", icon="mdi6.chevron-right")
        self._leaf = TextLabel()
        self._build()
        self._connect()
        self.setAccessibleName(t("発表の操作"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _build(self) -> None:
        look = theme()
        page = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._sides.setContentsMargins(look.px(12), look.px(12), look.px(20), look.px(24))
        self._sides.setSpacing(look.px(32))
        self._sides.addWidget(self._left_side(), 3)
        self._sides.addWidget(self._right_side(), 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(PageScroll(page))

    def _left_side(self) -> QWidget:
        look = theme()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self._who)
        column.addWidget(self.monitor)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self._leaf)
        row.addStretch(1)
        row.addWidget(self.forth)
        column.addLayout(row)
        column.addStretch(1)
        return side

    def _right_side(self) -> QWidget:
        look, t = theme(), self._context.t
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self.time)
        column.addWidget(SectionRule(t("質問と意見")))
        column.addWidget(self.comments)
        column.addSpacing(look.px(8))
        column.addWidget(self._next)
        row = QHBoxLayout()
        row.addWidget(self.onward)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return side

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.turn(-1))
        self.forth.clicked.connect(lambda: self.turn(1))
        self.onward.clicked.connect(self._on_onward)
        self.comments.field.turn_asked.connect(self.turn)
        self.monitor.turned.connect(self._show_leaf)

    # Who presents -----------------------------------------------------------------------------

    def show_dive(self, dive: DeepDive, here: TabView, following: TabView | None) -> None:
        """Show who presents now and who comes after; another one begins at its first leaf."""
        t = self._context.t
        other = dive.id != self._dive_id
        self._dive_id = dive.id
        self._last = following is None
        self._who.setText(_named(here, t("名前のない案")))
        after = _named(following, t("名前のない案")) if following is not None else ""
        self._next.setText(t("次：{name}", name=after) if after else t("これが最後の発表です。"))
        self.onward.set_label(t("次の班へ") if following is not None else t("発表を終える"))
        self.comments.show_comments(dive.comments)
        if other:
            self._show_page(dive.id)
            self.time.begin(here.group or here.title, following.group if following else "")
        self._show_leaf()

    def _show_page(self, dive_id: str) -> None:
        page = self.monitor.page()
        if page is None:
            self.monitor.show_page(DivePage(self._context, dive_id))
        else:
            page.show_dive(dive_id)
        room = self._in_room()
        if room is not None:
            room.show_dive(dive_id)

    def make_page(self) -> DivePage:
        """Return a page for the audience window; it follows this one from now on."""
        page = DivePage(self._context, self._dive_id)
        self._room_page = page
        shown = self.monitor.page()
        if shown is not None:
            page.show_leaf(shown.leaf_number())
        return page

    def refresh_page(self, changes: object) -> None:
        """Show what changed in the picture here; the audience window follows by itself."""
        page = self.monitor.page()
        if page is not None:
            page.refresh(changes)

    def _in_room(self) -> DivePage | None:
        return self._room_page if self._room_page and isValid(self._room_page) else None

    # Leaves -----------------------------------------------------------------------------------

    def turn(self, by: int) -> None:
        """Show the next leaf or the one before, here and in the room."""
        page = self.monitor.page()
        if page is not None and page.turn(by):
            room = self._in_room()
            if room is not None:
                room.show_leaf(page.leaf_number())

    def _show_leaf(self) -> None:
        page = self.monitor.page()
        if page is None:
            return
        number, count = page.leaf_number() + 1, page.leaf_count()
        t = self._context.t
        self._leaf.setText(t("{number}／{count}面", number=number, count=count))
        self.back.set_usable("" if number > 1 else t("最初の面です"))
        self.forth.set_usable("" if number < count else t("最後の面です"))

    # Keys -------------------------------------------------------------------------------------

    def _on_onward(self) -> None:
        self.comments.field.flush()
        if self._last:
            self.left.emit()
        else:
            self.next_asked.emit(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn by page keys and arrows, go on with N, leave with Esc from outside a field."""
        keys = Qt.Key
        turns = {
            keys.Key_PageUp: -1,
            keys.Key_PageDown: 1,
            keys.Key_Left: -1,
            keys.Key_Right: 1,
        }
        focus: object = QApplication.focusWidget()
        typing = isinstance(focus, TypingField)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in turns:
            self.turn(turns[Qt.Key(event.key())])
        elif event.key() == keys.Key_N and not typing:
            self._on_onward()
        elif event.key() == keys.Key_Escape and typing:
            self.setFocus()
        elif event.key() == keys.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the questions beside the picture where there is room."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        wide = self.width() >= theme().px(_BESIDE)
        self._sides.setDirection(ways.LeftToRight if wide else ways.TopToBottom)


def _named(view: TabView, nameless: str) -> str:
    return "　".join(part for part in (view.group, view.title.strip() or nameless) if part)
