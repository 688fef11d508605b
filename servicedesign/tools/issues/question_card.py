"""One question: three parts that make a sentence, the sentence, and a hint on it.

Owns the arrangement, and that the sentence follows its parts while they are typed. It writes
nothing: what is typed and asked for goes out as signals.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import HowMightWe
from servicedesign.tools.issues.frame import (
    PARTS,
    framed,
    hint_on,
    outline,
    own_wording,
    parts_of,
)
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.check_box import CheckBox
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.link_button import LinkButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET

_BAR = 4
_ROW = 560
"""Width in px at 100 % from which the three parts stand side by side."""


class QuestionCard(QWidget):
    """A question to be written.

    Signals:
        part_written: a field of HowMightWe, and its text.
        sentence_written: the sentence, worded by hand.
        ticked: whether ideas are sought for it.
        again_asked: the sentence is to be made of its parts again.
        delete_asked: it is to be taken away.
        move_asked: -1 or 1: it is to stand before or after its neighbour.
    """

    part_written = Signal(str, str)
    sentence_written = Signal(str)
    ticked = Signal(bool)
    again_asked = Signal()
    delete_asked = Signal()
    move_asked = Signal(int)

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty card, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self._t = t
        self._question = HowMightWe()
        names = {"who": t("誰"), "situation": t("状況"), "wished_state": t("望む状態")}
        examples = {
            "who": t("例：働く親"),
            "situation": t("例：仕事を休まずに"),
            "wished_state": t("例：一度で手続を終えられる"),
        }
        self.parts = {
            name: TextArea(names[name], rule=True, placeholder=examples[name]) for name in PARTS
        }
        self.sentence = TextArea(
            t("問いの文"),
            size=tokens.SECTION_PX,
            bold=True,
            placeholder=t("文を直接書いてもかまいません"),
        )
        self._outline = TextLabel(size=tokens.CONTENT_PX, tone=tokens.SECOND_TEXT, wrap=True)
        self._hint = _HintLine()
        self._again = LinkButton(t("三つの欄から作り直す"))
        self._own = TextLabel(t("文は手で直したままです。"), tone=tokens.SECOND_TEXT)
        self.chosen = CheckBox(t("この問いで考える"), keeps_tick=True)
        self.remove = QuietButton("", icon="mdi6.trash-can-outline")
        self.up = QuietButton("", icon="mdi6.arrow-up")
        self.down = QuietButton("", icon="mdi6.arrow-down")
        for button, name in (
            (self.up, t("この問いを上へ")),
            (self.down, t("この問いを下へ")),
            (self.remove, t("この問いを消す")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(plain(name))
            if reading:
                button.hide()
        self._build()
        self._connect()
        self._lock(reading)

    def _lock(self, reading: bool) -> None:
        self._reading = reading
        for field in (*self.parts.values(), self.sentence):
            field.setReadOnly(reading)
        self.chosen.setEnabled(not reading)

    def _build(self) -> None:
        look = theme()
        inset = look.px(INSET)
        page = QVBoxLayout(self)
        page.setContentsMargins(inset + look.px(_BAR), look.px(8), inset, look.px(8) + 1)
        page.setSpacing(look.px(6))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(look.px(8))
        for name, field in self.parts.items():
            self._row.addWidget(
                FieldBlock(field.accessibleName(), field), 3 if name == "wished_state" else 2
            )
        page.addLayout(self._row)
        self._outline.setContentsMargins(inset, 0, inset, 0)
        page.addWidget(self._outline)
        page.addWidget(self.sentence)
        self._own_row = QWidget()
        own = QHBoxLayout(self._own_row)
        own.setContentsMargins(inset, 0, 0, 0)
        own.setSpacing(look.px(8))
        own.addWidget(self._own)
        own.addWidget(self._again)
        own.addStretch(1)
        page.addWidget(self._own_row)
        page.addWidget(self._hint)
        foot = QHBoxLayout()
        foot.setContentsMargins(inset - look.px(8), 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(self.chosen)
        foot.addStretch(1)
        for button in (self.up, self.down, self.remove):
            foot.addWidget(button)
        page.addLayout(foot)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _connect(self) -> None:
        for name, field in self.parts.items():
            field.committed.connect(lambda text, key=name: self.part_written.emit(key, text))
            field.textChanged.connect(self._follow)
        self.sentence.committed.connect(self.sentence_written)
        self.sentence.textChanged.connect(self._tell)
        self.chosen.clicked.connect(lambda: self.ticked.emit(self.chosen.isChecked()))
        self._again.clicked.connect(self.again_asked)
        self.remove.clicked.connect(self.delete_asked)
        self.up.clicked.connect(lambda: self.move_asked.emit(-1))
        self.down.clicked.connect(lambda: self.move_asked.emit(1))

    # Showing ----------------------------------------------------------------------------------

    def show_question(self, question: HowMightWe, *, first: bool, last: bool) -> None:
        """Show ``question``; what is being typed is left alone."""
        self._question = question
        for name, field in self.parts.items():
            field.set_text(getattr(question, name))
        self.sentence.set_text(question.sentence)
        self.chosen.setChecked(question.chosen)
        self.up.setVisible(not (first and last) and not self._reading)
        self.down.setVisible(not (first and last) and not self._reading)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        self._tell()

    def typed(self) -> HowMightWe:
        """Return the question as it stands in the fields, what is not yet written included."""
        parts = self.parts
        return HowMightWe(
            who=parts["who"].text(),
            situation=parts["situation"].text(),
            wished_state=parts["wished_state"].text(),
            sentence=self.sentence.text(),
        )

    def _follow(self) -> None:
        """Let the sentence follow its parts while they are typed, unless worded by hand."""
        if not own_wording(self._question):
            self.sentence.set_text(framed(parts_of(self.typed()), self._t))
        self._tell()

    def _tell(self) -> None:
        """Show outline, hint and the way back to the parts, as far as they help now."""
        typed = self.typed()
        said = bool(typed.sentence.strip())
        self._outline.setText(outline(parts_of(typed), self._t))
        self._outline.setVisible(not said)
        by_hand = own_wording(typed) and any(part.strip() for part in parts_of(typed).values())
        self._own_row.setVisible(by_hand and not self._reading)
        hint = hint_on(typed)
        self._hint.show_sentence(self._t(hint.text) if hint is not None else "")

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Return what takes the focus, in the order of Tab."""
        buttons = (self.up, self.down, self.remove)
        return (*self.parts.values(), self.sentence, self._again, self.chosen, *buttons)

    def go_to(self, field: str) -> None:
        """Put the focus on ``field``, or where one begins."""
        target = self.sentence if field == "sentence" else self.parts.get(field)
        (target or self.parts["who"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts side by side where there is room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        wide = self.width() >= theme().px(_ROW)
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar of a question beside it, and the hairline below."""
        look = theme()
        painter = QPainter(self)
        box = self.rect().adjusted(0, look.px(8), 0, -look.px(8))
        tone = tokens.ACTION if self.chosen.isChecked() else tokens.HAIRLINE
        inset = look.px(INSET)
        painter.fillRect(inset, box.top(), look.px(_BAR), box.height(), color(tone))
        line = self.height() - 1
        painter.fillRect(inset, line, self.width() - 2 * inset, 1, color(tokens.HAIRLINE))
        painter.end()


class _HintLine(QWidget):
    """A lamp and a sentence."""

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(INSET + 24), 0, look.px(INSET), 0)
        self._words = TextLabel(tone=tokens.SECOND_TEXT, wrap=True)
        row.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sentence(self, sentence: str) -> None:
        self._words.setText(sentence)
        self.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        place = QRectF(look.px(INSET), look.px(2), look.px(18), look.px(18))
        paint_icon(painter, "mdi6.lightbulb-outline", place, color(tokens.SECOND_TEXT))
        painter.end()
