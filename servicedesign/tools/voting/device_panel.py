"""Before the laptop is passed on: to whom, and how one gets it back.

Owns the panel. What the person then sees is ``pass_screen``'s.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import VoteRound
from servicedesign.tools.voting.counting import Standing
from servicedesign.tools.voting.error_line import ErrorLine
from servicedesign.ui.context import EditorContext
from servicedesign.ui.room.screen_places import mirrored, other_screen
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.select import Select

LEAVE_KEY = "Ctrl+Shift+Q"
"""By which the facilitator takes the laptop back."""


class DevicePanel(QWidget):
    """A sentence, whom to begin with, and the button that hands the screen over.

    Signals:
        pass_asked: the screen is to be handed to the participant with this id, or to anyone.
    """

    pass_asked = Signal(str)

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make a panel for no round."""
        super().__init__(parent)
        t = context.t
        self._context = context
        words = t(
            "この画面を本人に渡します。ひとりずつ案を選んで入れ、次の人に回します。"
            "ほかの人の票も、票数も、映している画面には出ません。"
        )
        self._words = PhraseLabel(words, size=tokens.CONTENT_PX, wrap=True)
        self._seen = ErrorLine()
        self._back = PhraseLabel(
            t("返してもらったら {key} で、この画面にもどります。", key=LEAVE_KEY),
            tone=tokens.SECOND_TEXT,
            wrap=True,
        )
        self._who = Select(t("最初の人"))
        self._who_block = FieldBlock(t("最初の人"), self._who)
        self._full = PhraseLabel(size=tokens.CONTENT_PX, bold=True, wrap=True)
        self.begin = PrimaryButton(t("画面を渡す"), leads_on=True, large=True)
        self.begin.clicked.connect(self._on_begin)
        look = theme()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, look.px(5), look.px(5))
        whole.setSpacing(look.px(12))
        for label in (self._words, self._seen, self._back, self._full):
            label.setMaximumWidth(look.px(640))
            whole.addWidget(label)
        whole.addWidget(self._who_block)
        row = QHBoxLayout()
        row.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(1)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self.look_at_screens)
            application.screenRemoved.connect(self.look_at_screens)

    def look_at_screens(self) -> None:
        """Warn where the room may see the screen that is handed over: the projector mirrors it."""
        t = self._context.t
        twice = mirrored(self)
        words = ""
        if twice:
            words = t(
                "2つの画面に同じものが映っています。"
                "票が会場に見えないように、画面の複製をやめてから渡してください。"
            )
        elif other_screen(self) is None:
            words = t("プロジェクターにこの画面が映っているときは、渡す前に止めてください。")
        self._seen.say(words, wrong=twice)
        self._seen.setVisible(bool(words))

    def showEvent(self, event: QShowEvent) -> None:
        """Look which screens there are."""
        super().showEvent(event)
        self.look_at_screens()

    def show_round(self, round_: VoteRound, standing: Standing) -> None:
        """Show ``round_`` as it now stands."""
        t = self._context.t
        before = self._who.value()
        self._who.clear()
        for person in standing.missing:
            self._who.add(person.id, person.name.strip() or t("（名前がありません）"))
        self._who.set_value(before)
        listed = bool(round_.voter_ids)
        full = not standing.missing if listed else standing.ballots >= standing.voters
        self._who_block.setVisible(listed and not full)
        self._full.setText(t("全員の用紙がそろいました。") if full else "")
        self._full.setVisible(full)
        reading = t("読み取り専用で開いています") if self._context.read_only else ""
        self.begin.set_usable(reading or (t("全員の用紙がそろいました。") if full else ""))

    def set_person(self, participant_id: str) -> None:
        """Begin with this person."""
        self._who.set_value(participant_id)

    def _on_begin(self) -> None:
        self.pass_asked.emit(str(self._who.value() or "") if self._who_block.isVisible() else "")
