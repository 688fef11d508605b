"""Votes counted in the room: dots on the wall, or raised hands, idea by idea.

Owns the way from a number typed to the box, and what of it may be seen: while counts are hidden
only the number of the idea that is being counted. What may go in is said by ``ballots``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import BallotWay, ProjectError, VoteRound
from servicedesign.tools.voting import ballots
from servicedesign.tools.voting.count_list import CountList
from servicedesign.tools.voting.counting import Standing
from servicedesign.tools.voting.error_line import ErrorLine
from servicedesign.tools.voting.target_line import HIDDEN, TargetLine
from servicedesign.tools.voting.target_model import TargetModel
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.text_label import TextLabel

_HINTED = 600
"""Width from which the keys are told, in px at 100 %."""


class CountPanel(QWidget):
    """What is counted, how many votes may still be counted, and the list.

    Signals:
        target_changed: another idea is being counted.
    """

    target_changed = Signal()

    def __init__(
        self, context: EditorContext, way: BallotWay, parent: QWidget | None = None
    ) -> None:
        """Make a panel for ``way`` (DOTS or HANDS) without a round."""
        super().__init__(parent)
        t = context.t
        self._context = context
        self._way = way
        self._round: VoteRound | None = None
        self._lines: list[TargetLine] = []
        self._model = TargetModel(self)
        hands = way is BallotWay.HANDS
        self._title = PhraseLabel(size=tokens.SECTION_PX, bold=True, wrap=True)
        self._sum = PhraseLabel(wrap=True)
        self.list = CountList(self._model, t("挙手の数") if hands else t("貼られた点の数"))
        self._below = ErrorLine()
        self._hint = TextLabel(
            t("数字で入れる　←→ 減らす・増やす　Enter 次の案"), tone=tokens.SECOND_TEXT
        )
        self._arrange()
        self.list.written.connect(self._write)
        self.list.stepped.connect(self._step)
        self.list.row_changed.connect(self._on_row)
        self.list.typed.connect(lambda: self._say(""))

    def _arrange(self) -> None:
        look = theme()
        below = QHBoxLayout()
        below.setSpacing(look.px(16))
        below.addWidget(self._sum, 1)
        below.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.px(4))
        whole.addWidget(self._title)
        whole.addLayout(below)
        whole.addWidget(self._below)
        whole.addWidget(self.list, 1)

    def show_round(
        self, round_: VoteRound, standing: Standing, lines: Sequence[TargetLine]
    ) -> None:
        """Show ``round_`` as it now stands."""
        self._round = round_
        self._lines = [replace(line, marked=False) for line in lines]
        before = self.list.current_line()
        self._show_lines()
        if self.list.current_line() is None and self._lines:
            row = self._model.row_of(before.target_id) if before is not None else 0
            self.list.go(max(0, row))
        t = self._context.t
        most = round_.budget * standing.together
        self._sum.setText(
            t(
                "数えた {counted}／{most}票まで（用紙を出していない{people}人分）",
                counted=str(standing.counted),
                most=str(most),
                people=str(standing.together),
            )
        )
        self._say_title()

    def _show_lines(self) -> None:
        """Put the numbers on the rows that may show one."""
        round_ = self._round
        if round_ is None:
            return
        current = self.list.current_line()
        project = self._context.project
        shown = []
        for line in self._lines:
            open_one = current is not None and current.target_id == line.target_id
            if round_.hidden and not open_one:
                shown.append(replace(line, votes=HIDDEN))
            else:
                number = ballots.count_in(project, round_.id, self._way, line.target_id)
                shown.append(replace(line, votes=str(number)))
        self._model.show_lines(shown)

    def current_id(self) -> str:
        """Return the id of the idea that is being counted, or empty."""
        line = self.list.current_line()
        return line.target_id if line is not None else ""

    def _on_row(self) -> None:
        self._show_lines()
        self._say_title()
        self.target_changed.emit()

    def _write(self, target_id: str, number: int) -> None:
        round_ = self._round
        if round_ is None or self._context.read_only:
            return
        try:
            ballots.set_count(self._context.project, round_.id, self._way, target_id, number)
        except ProjectError as error:
            self.list.take_refusal(True)
            self._say(self._context.t(error.what))
            return
        self.list.take_refusal(False)
        self._say("")

    def _step(self, target_id: str, by: int) -> None:
        if self._round is None:
            return
        project = self._context.project
        now = ballots.count_in(project, self._round.id, self._way, target_id)
        self._write(target_id, max(0, now + by))
        self.list.refused = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the keys where there is room."""
        super().resizeEvent(event)
        self._hint.setVisible(self.width() >= theme().px(_HINTED))

    def _say(self, wrong: str) -> None:
        self._below.say(wrong, wrong=bool(wrong))

    def _say_title(self) -> None:
        t = self._context.t
        line = self.list.current_line()
        if self._way is not BallotWay.HANDS:
            self._title.setText(t("壁に貼られた点を、案ごとに数えます"))
        elif line is None:
            self._title.setText(t("案を一つずつ読み上げ、挙がった手を数えます"))
        else:
            self._title.setText(t("「{idea}」に賛成の人は？", idea=line.said()))
