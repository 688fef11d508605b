"""A round while people vote: the ways to vote, and the ideas without their votes.

Owns which way is in front. Each way's own rules are in its panel.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import BallotWay, VoteRound
from servicedesign.model.message import N_
from servicedesign.tools.voting.ballot_panel import BallotPanel
from servicedesign.tools.voting.count_panel import CountPanel
from servicedesign.tools.voting.counting import Standing
from servicedesign.tools.voting.device_panel import DevicePanel
from servicedesign.tools.voting.target_line import TargetLine
from servicedesign.tools.voting.target_lines import open_lines
from servicedesign.tools.voting.target_list import TargetList
from servicedesign.tools.voting.target_model import TargetModel
from servicedesign.ui.context import EditorContext
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_label import TextLabel

WAYS = (
    (BallotWay.TALLY, N_("用紙の番号を打つ"), "mdi6.ballot-outline"),
    (BallotWay.DOTS, N_("貼られた点を数える"), "mdi6.dots-grid"),
    (BallotWay.DEVICE, N_("本人に画面を渡す"), "mdi6.laptop"),
    (BallotWay.HANDS, N_("挙手"), "mdi6.hand-back-right-outline"),
)
"""The ways to vote in the order of the switch."""


class OpenPage(QWidget):
    """The switch of ways, the panel of the one in use, the ideas.

    Signals:
        way_changed: another way is in use, or another idea is being asked about.
    """

    way_changed = Signal()

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make a page for no round."""
        super().__init__(parent)
        t = context.t
        self._context = context
        self._round: VoteRound | None = None
        self._lines: list[TargetLine] = []
        choices = [Choice(way.value, t(label), icon=icon) for way, label, icon in WAYS]
        self.switch = ChoiceSwitch(t("投票のしかた"), choices, value=BallotWay.TALLY.value)
        self.select = Select(t("投票のしかた"))
        for way, label, _ in WAYS:
            self.select.add(way.value, t(label))
        self.ballots = BallotPanel(context)
        self.dots = CountPanel(context, BallotWay.DOTS)
        self.hands = CountPanel(context, BallotWay.HANDS)
        self.device = DevicePanel(context)
        self._model = TargetModel(self)
        self.ideas = TargetList(self._model, t("投票する案"))
        self._head = _IdeasHead(t("票数は、締め切るまで誰の画面にも出ません"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._with_ideas())
        for panel in (self.dots, self.device, self.hands):
            self._stack.addWidget(panel)
        self._arrange()
        self.switch.chosen.connect(self.use)
        self.switch.pointed.connect(self._begin)
        self.select.activated.connect(lambda: self.use(str(self.select.value())))
        self.ballots.labels_changed.connect(self._mark)
        self.ideas.picked.connect(self._pick)
        for counting in (self.dots, self.hands):
            counting.target_changed.connect(self.way_changed)

    def _with_ideas(self) -> QWidget:
        look = theme()
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.ballots)
        whole.addSpacing(look.px(16))
        whole.addWidget(self._head)
        whole.addSpacing(look.px(8))
        whole.addWidget(self.ideas, 1)
        self.ideas.setMinimumHeight(look.px(76))
        return page

    def _arrange(self) -> None:
        look = theme()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, look.px(16), 0, 0)
        whole.setSpacing(look.px(16))
        whole.addWidget(_Either(self.switch, self.select))
        whole.addWidget(self._stack, 1)

    # What is shown ----------------------------------------------------------------------------

    def way(self) -> BallotWay:
        """Return the way in use."""
        return WAYS[self._stack.currentIndex()][0]

    def use(self, way: str) -> None:
        """Use another way to vote; what is typed in this one stays or is written."""
        for panel in (self.dots, self.hands):
            panel.list.flush()
        self._stack.setCurrentIndex([one.value for one, *_ in WAYS].index(way))
        self.switch.set_value(way)
        self.select.set_value(way)
        self.way_changed.emit()

    def _begin(self) -> None:
        """Let whoever pointed at a way type at once."""
        self.entrance().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_round(self, round_: VoteRound, standing: Standing) -> None:
        """Show ``round_`` as it now stands."""
        self._round = round_
        labels = self.ballots.labels()
        self._lines = open_lines(self._context.project, round_, self._context.t, labels)
        self._model.show_lines(self._lines)
        self._head.show_count(
            self._context.t.plural("{n}の案", len(self._lines)), hidden=round_.hidden
        )
        self.ballots.show_round(round_, standing, self._lines)
        for panel in (self.dots, self.hands):
            panel.show_round(round_, standing, self._lines)
        self.device.show_round(round_, standing)
        self._mark()

    def _mark(self) -> None:
        """Mark the ideas on the ballot in hand, and bring the last one into view."""
        if self._round is None:
            return
        labels = self.ballots.labels()
        lines = open_lines(self._context.project, self._round, self._context.t, labels)
        self._model.show_lines(lines)
        last = next((one.target_id for one in lines if labels and one.label == labels[-1]), "")
        if last:
            self.ideas.bring(last)

    def _pick(self, target_id: str) -> None:
        line = next((one for one in self._lines if one.target_id == target_id), None)
        if line is not None:
            self.ballots.field.add(line.label)
            self.ballots.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def entrance(self) -> QWidget:
        """Return what takes the focus here."""
        fields: dict[BallotWay, QWidget] = {
            BallotWay.TALLY: self.ballots.field,
            BallotWay.DOTS: self.dots.list,
            BallotWay.HANDS: self.hands.list,
            BallotWay.DEVICE: self.device.begin,
        }
        return fields[self.way()]


class _Either(QWidget):
    """The ways side by side, or as a list where they do not fit."""

    def __init__(self, switch: ChoiceSwitch, select: Select) -> None:
        super().__init__()
        self._switch, self._select = switch, select
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(switch)
        row.addWidget(select)
        row.addStretch(1)
        select.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._switch.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self._switch.sizeHint().width() <= self.width()
        self._switch.setVisible(fits)
        self._select.setVisible(not fits)


class _IdeasHead(QWidget):
    """How many ideas there are, and that their votes are hidden."""

    def __init__(self, words: str) -> None:
        super().__init__()
        look = theme()
        self._hidden = True
        self._count = TextLabel(size=tokens.CONTENT_PX, bold=True)
        self._words = TextLabel(words, tone=tokens.SECOND_TEXT)
        self._words.setContentsMargins(look.px(26), 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        row.addWidget(self._count)
        row.addWidget(self._words, 1)

    def show_count(self, words: str, *, hidden: bool) -> None:
        self._count.setText(words)
        self._words.setVisible(hidden)
        self._hidden = hidden
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._hidden:
            return
        side = theme().px(18)
        painter = QPainter(self)
        place = QRectF(self._words.x(), (self.height() - side) / 2, side, side)
        paint_icon(painter, "mdi6.eye-off-outline", place, color(tokens.SECOND_TEXT))
        painter.end()
