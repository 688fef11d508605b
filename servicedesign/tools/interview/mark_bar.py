"""The bar under the note: what can be done here, and the three marks for what is selected.

Owns the buttons and the menus of guide and entry. What is done is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import FindingKind
from servicedesign.tools.interview.finding_signs import paint_finding
from servicedesign.tools.interview.guides import GUIDES
from servicedesign.tools.interview.words import kind_questions, kind_words
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.button_base import ButtonBase, ButtonLook
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_label import TextLabel

Entry = tuple[str, str, Callable[[], object], bool]
"""Of a menu: label, key, what it does, whether it can be used now."""


class MarkBar(QWidget):
    """The bar.

    Signals:
        add_asked: one more question.
        questions_asked: questions from a guide, in the reader's language.
        entry_menu_asked: the menu of the entry in use is wanted below this button.
        mark_asked: the ``FindingKind`` to mark what is selected with.
    """

    add_asked = Signal()
    questions_asked = Signal(object)
    entry_menu_asked = Signal()
    mark_asked = Signal(object)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make the bar."""
        super().__init__(parent)
        look = theme()
        self.t = t
        self.add = QuietButton(t("質問を足す"), icon="mdi6.plus", blue=True)
        self.add.clicked.connect(self.add_asked)
        self.guide = QuietButton(t("手引きの質問"), icon="mdi6.format-list-bulleted")
        self.guide.clicked.connect(lambda: self.open_guide(self.guide))
        self.entry = QuietButton("", icon="mdi6.dots-horizontal")
        self.entry.setAccessibleName(t("この質問と答えの操作"))
        self.entry.setToolTip(t("この質問と答えの操作"))
        self.entry.clicked.connect(self.entry_menu_asked)
        self._key = TextLabel("Ctrl+J", tone=tokens.SECOND_TEXT)
        self._key.setFixedHeight(look.px(36))
        words, questions = kind_words(t), kind_questions(t)
        self.marks = {kind: _MarkButton(kind, words[kind]) for kind in FindingKind}
        for kind, button in self.marks.items():
            button.setToolTip(plain(questions[kind]))
            button.clicked.connect(lambda _=False, asked=kind: self.mark_asked.emit(asked))
        left, right = QWidget(), QWidget()
        for holder, parts in (
            (left, (self.add, self.guide, self.entry)),
            (right, (*self.marks.values(), self._key)),
        ):
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(look.px(4))
            for part in parts:
                row.addWidget(part)
        flow = FlowLayout(self, gap=8)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(left)
        flow.addWidget(right)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, current: FindingKind | None) -> None:
        """Show which mark what is selected carries, or none."""
        for kind, button in self.marks.items():
            button.setChecked(kind is current)
            word = button.label()
            name = self.t("{kind}の印を外す", kind=word) if kind is current else word
            button.setAccessibleName(name)

    def open_guide(self, below: QWidget) -> None:
        """Open the guides below a widget."""
        self.guide_menu().popup(below.mapToGlobal(QPoint(0, below.height())))

    def guide_menu(self) -> QMenu:
        """Return the guides, each with its questions."""
        t, menu = self.t, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for guide in GUIDES:
            part = menu.addMenu(t(guide.title))
            questions = [t(question) for question in guide.questions]
            for question in questions:
                self._offer(part, question, (question,))
            part.addSeparator()
            self._offer(part, t("この{count}問を全部入れる", count=len(questions)), questions)
        return menu

    def _offer(self, menu: QMenu, label: str, questions: Sequence[str]) -> None:
        action = menu.addAction(label.replace("&", "&&"))
        action.triggered.connect(lambda: self.questions_asked.emit(tuple(questions)))

    def open_entry_menu(self, entries: Sequence[Entry]) -> None:
        """Open the menu of the entry in use."""
        corner = self.entry.mapToGlobal(QPoint(0, self.entry.height()))
        self.entry_menu(entries).popup(corner)

    def entry_menu(self, entries: Sequence[Entry]) -> QMenu:
        """Return the menu of the entry in use."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, key, run, usable in entries:
            action = menu.addAction(f"{label}\t{key}" if key else label)
            action.setEnabled(usable)
            action.triggered.connect(lambda _=False, do=run: do())
        return menu


class _MarkButton(ButtonBase):
    """A sign and its word; ticked where it is the mark of what is selected."""

    LOOK = ButtonLook(
        tokens.GROUND, tokens.TABLE_GROUND, tokens.TINT, tokens.EDGE, tokens.TEXT, False, 10
    )

    def __init__(self, kind: FindingKind, word: str) -> None:
        super().__init__(word)
        self._kind = kind
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """Leave the state to the bar."""

    def sizeHint(self) -> QSize:
        """Return the size with the sign."""
        size = super().sizeHint()
        return QSize(size.width() + theme().px(13 + 6), size.height())

    def _paint_parts(self, painter: QPainter, ink: str) -> None:
        look = theme()
        side = look.px(13)
        box = QRectF(look.px(10) + 1, (self.height() - side) / 2, side, side)
        paint_finding(painter, self._kind, box, color(ink))
        painter.setPen(color(ink))
        painter.setFont(look.font(bold=self.isChecked()))
        words = self.rect().adjusted(look.px(10 + 13 + 6) + 1, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter.value), self.label())
