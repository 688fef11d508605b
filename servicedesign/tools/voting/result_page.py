"""A closed round: the result and what is kept of it.

Owns what is picked and not yet decided. The votes themselves cannot be changed here.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import ProjectError, VoteRound
from servicedesign.tools.voting import choosing, ranking
from servicedesign.tools.voting.choice_pane import ChoicePane
from servicedesign.tools.voting.result_list import ResultList
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.text_label import TextLabel


class ResultPage(QWidget):
    """The list of the result; the pane beside it is made by the editor's layout.

    Signals:
        run_off_asked: the tied are to be voted on once more.
    """

    run_off_asked = Signal()

    def __init__(
        self, context: EditorContext, pane: ChoicePane, parent: QWidget | None = None
    ) -> None:
        """Make a page for no round, with ``pane`` for what is kept."""
        super().__init__(parent)
        t = context.t
        self._context = context
        self.pane = pane
        self._round: VoteRound | None = None
        self._seen: object = None
        self._picked: list[str] = []
        self._title = TextLabel(size=tokens.SECTION_PX, bold=True)
        self.list = ResultList(t)
        look = theme()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, look.px(12), 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._title)
        whole.addSpacing(look.px(4))
        self._columns = _Columns(t("票"), t("選んだ人"), t("深掘りする案"))
        whole.addWidget(self._columns)
        whole.addWidget(self.list, 1)
        self.list.setMinimumHeight(look.px(140))
        self.list.turned.connect(self._turn)
        pane.decide_asked.connect(self._decide)
        pane.keep_all_asked.connect(self._keep_all)
        pane.run_off_asked.connect(self.run_off_asked)

    def show_round(self, round_: VoteRound) -> None:
        """Show the result of ``round_``; what is picked and not decided stays picked."""
        project, t = self._context.project, self._context.t
        self._round = round_
        seen = (round_.id, round_.closed_at, round_.selections, self._suggested())
        if seen != self._seen:
            self._seen = seen
            kept = [one.target_id for one in round_.selections]
            self._picked = kept or list(self._suggested().target_ids)
            self.pane.show_kept(round_)
        places = ranking.ranking(project, round_.id)
        votes = sum(place.votes for place in places)
        voted = sum(1 for place in places if place.votes)
        self._title.setText(
            t(
                "{votes}票が{ideas}案に入りました",
                votes=str(votes),
                ideas=str(voted),
            )
        )
        self._show()

    def _suggested(self) -> ranking.Suggestion:
        assert self._round is not None
        return ranking.suggestion(self._context.project, self._round.id)

    def picked(self) -> tuple[str, ...]:
        """Return what is picked, decided or not."""
        return tuple(self._picked)

    def _show(self) -> None:
        round_ = self._round
        if round_ is None:
            return
        project = self._context.project
        places = ranking.ranking(project, round_.id)
        known = {place.target.id for place in places}
        self._picked = [one for one in self._picked if one in known]
        self.list.ticks = round_.run_off_of is None
        self._columns.show_keep(self.list.ticks)
        self.list.result.show_places(places, self._picked if self.list.ticks else ())
        if not self.list.ticks:
            self.pane.show_run_off()
            return
        asked = choosing.reasons_asked(project, round_.id, self._picked)
        self.pane.show_choice(round_, places, self._picked, asked, self._suggested())

    def _turn(self, target_id: str) -> None:
        if self._context.read_only or not self.list.ticks:
            return
        if target_id in self._picked:
            self._picked.remove(target_id)
        else:
            self._picked.append(target_id)
        self.pane.say_wrong("")
        self._show()

    def _keep_all(self) -> None:
        tied = self._suggested().tied
        self._picked += [one for one in tied if one not in self._picked]
        self._show()

    def _decide(self) -> None:
        round_ = self._round
        if round_ is None or self._context.read_only:
            return
        pane, t = self.pane, self._context.t
        try:
            choosing.choose(
                self._context.project,
                round_.id,
                pane.reasons(self._picked),
                who=pane.who(),
                tie_reason=pane.tie_reason(),
            )
        except ProjectError as error:
            pane.say_wrong(f"{t(error.what)} {t(error.todo)}")
            return
        pane.say_wrong("")
        words = t.plural("深掘りする{n}案を決めました。", len(self._picked))
        self._context.shell.toast(words, undo=True)

    def entrance(self) -> QWidget:
        """Return what takes the focus here."""
        if self.list.currentIndex().row() < 0 and self.list.result.rowCount():
            self.list.setCurrentIndex(self.list.result.index(0))
        return self.list


class _Columns(QWidget):
    """The heads of the figures."""

    def __init__(self, votes: str, people: str, keep: str) -> None:
        super().__init__()
        self._words = (votes, people, keep)
        self._keep = True
        self.setFixedHeight(theme().px(30))

    def show_keep(self, shown: bool) -> None:
        """Name the column of boxes, or not where there are none."""
        self._keep = shown
        self.update()

    def text(self) -> str:
        return " ".join(self._words if self._keep else self._words[:2])

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setFont(look.font())
        painter.setPen(color(tokens.SECOND_TEXT))
        end = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
        right = self.width() - look.px(8 + 12)
        painter.drawText(QRectF(0, 0, right, self.height()), end, self._words[1])
        painter.drawText(QRectF(0, 0, right - look.px(96), self.height()), end, self._words[0])
        painter.drawText(
            QRectF(look.px(4), 0, right, self.height()),
            int(Qt.AlignmentFlag.AlignVCenter.value),
            self._words[2] if self._keep else "",
        )
        painter.fillRect(0, self.height() - 1, self.width(), 1, color(tokens.EDGE))
        painter.end()
