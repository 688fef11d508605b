"""Who votes and who has voted, at the right of the vote.

Owns the pane. It knows names and ticks, and nothing of what anyone voted for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Group, Participant, VoteRound, VoteStatus
from servicedesign.store import Project
from servicedesign.tools.voting.counting import Standing
from servicedesign.tools.voting.target_lines import came
from servicedesign.tools.voting.voter_list import VoterList, VoterRow
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.int_field import IntField
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_label import TextLabel


class VotersPane(QWidget):
    """Counts, a sentence, and the names by group.

    Signals:
        turned: a person's tick is to be set or taken away.
        chosen: a person's ballot is to be filled in.
        all_asked: everyone may vote, or nobody by name.
        number_written: how many people are in the room.
    """

    turned = Signal(str, bool)
    chosen = Signal(str)
    all_asked = Signal(bool)
    number_written = Signal(int)

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make a pane for no round."""
        super().__init__(parent)
        t = context.t
        self._context = context
        self._current = ""
        self._title = TextLabel(size=tokens.CONTENT_PX, bold=True)
        self._number = TextLabel(size=tokens.SECTION_PX, bold=True)
        self._of = TextLabel()
        for label in (self._number, self._of):
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = PhraseLabel(tone=tokens.SECOND_TEXT, wrap=True)
        self._all = QuietButton(t("全員"), blue=True)
        self._none = QuietButton(t("名前を使わない"), blue=True)
        self.number = IntField(
            t("部屋にいる人数"), t, minimum=0, maximum=9999, unit=t.context("unit", "人")
        )
        self._number_block = FieldBlock(t("部屋にいる人数"), self.number)
        self.list = VoterList(t("投票する人"))
        self._rest = QWidget()
        self._arrange()
        self.list.turned.connect(self.turned)
        self.list.chosen.connect(self.chosen)
        self._all.clicked.connect(lambda: self.all_asked.emit(True))
        self._none.clicked.connect(lambda: self.all_asked.emit(False))
        self.number.number_committed.connect(lambda n: self.number_written.emit(n or 0))

    def _arrange(self) -> None:
        look = theme()
        row = QHBoxLayout()
        row.setSpacing(look.px(6))
        row.addWidget(self._title, 1)
        row.addWidget(self._number)
        row.addWidget(self._of)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(4))
        buttons.addWidget(self._all)
        buttons.addWidget(self._none)
        buttons.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(look.px(24), look.px(8), 0, 0)
        whole.setSpacing(look.px(4))
        whole.addLayout(row)
        whole.addWidget(self._words)
        whole.addLayout(buttons)
        whole.addWidget(self._number_block)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._rest, 1)

    def set_current(self, participant_id: str) -> None:
        """Mark the person whose ballot is in hand."""
        self._current = participant_id

    def show_round(self, round_: VoteRound, standing: Standing) -> None:
        """Show ``round_`` as it now stands."""
        draft = round_.status is VoteStatus.DRAFT
        project = self._context.project
        people = project.all(Participant) if draft else (*standing.voted, *standing.missing)
        rows = list(_rows(project, people, round_, self._context.t, draft, self._current))
        named = not round_.anonymous and round_.status is VoteStatus.OPEN
        self.list.chooses = named
        self.list.can_turn = not self._context.read_only and round_.status is not VoteStatus.CLOSED
        self.list.people.show_rows(rows)
        self._say(round_, standing, draft, bool(rows))
        listed = bool(round_.voter_ids)
        self._all.setVisible(draft and bool(rows))
        self._none.setVisible(draft and listed)
        self._all.set_usable("" if not self._context.read_only else "―")
        self._number_block.setVisible(not listed and round_.status is not VoteStatus.CLOSED)
        self.number.setReadOnly(self._context.read_only)
        self.number.set_number(round_.voter_count)
        self.list.setVisible(bool(rows))
        self._rest.setVisible(not rows)

    def _say(self, round_: VoteRound, standing: Standing, draft: bool, names: bool) -> None:
        t = self._context.t
        closed = round_.status is VoteStatus.CLOSED
        if draft:
            self._title.setText(t("投票する人"))
            self._number.setText(str(standing.voters))
            self._of.setText(t.context("people", "人"))
        else:
            self._title.setText(t("用紙を出した人"))
            self._number.setText(str(came(standing)))
            self._of.setText(t("／{n}人", n=str(standing.voters)))
        self._words.setText(self._sentence(round_, standing, draft, names, closed))
        self._words.setVisible(bool(self._words.text()))

    def _sentence(
        self, round_: VoteRound, standing: Standing, draft: bool, names: bool, closed: bool
    ) -> str:
        t = self._context.t
        if draft and not names:
            return t("名簿がないので、部屋にいる人数を入れます。")
        if draft:
            return t("印のある人が投票できます。名前を使わず、人数だけでもできます。")
        if not round_.anonymous:
            return t("記名の投票です。だれがどの案に入れたかが残ります。")
        words = t("誰がどの案に入れたかは残しません。")
        marked = len(standing.voted)
        if not closed and round_.voter_ids and standing.ballots > marked:
            more = t(
                "用紙は{ballots}枚、印は{marked}人です。",
                ballots=str(standing.ballots),
                marked=str(marked),
            )
            return f"{words}\n{more}"
        return words

    def go_to(self, participant_id: str) -> None:
        """Let the keys of the list go to a person."""
        for number, row in enumerate(self.list.people.rows):
            if row.person_id == participant_id:
                self.list.setCurrentIndex(self.list.people.index(number))
                return

    def first_waiting(self) -> str:
        """Return the first person, as listed, who has not voted; or empty."""
        waiting = (row for row in self.list.people.rows if row.person_id and not row.on)
        return next((row.person_id for row in waiting), "")

    def entrance(self) -> QWidget:
        """Return what takes the focus here."""
        self.list.go_first()
        return self.list if not self.list.isHidden() else self.number


def _rows(
    project: Project,
    people: Iterable[Participant],
    round_: VoteRound,
    t: Translator,
    draft: bool,
    current: str,
) -> Iterator[VoterRow]:
    """Yield the people group by group, each group under its head."""
    ticked = set(round_.voter_ids if draft else round_.voted_ids)
    order = {person.id: place for place, person in enumerate(project.all(Participant))}
    shown = [one for one in sorted(people, key=lambda p: order.get(p.id, 0)) if one.name.strip()]
    groups = project.all(Group)
    known = {group.id for group in groups}
    parts = [(group, [p for p in shown if p.group_id == group.id]) for group in groups]
    alone = [person for person in shown if person.group_id not in known]
    for group, members in (*parts, (None, alone)):
        if not members:
            continue
        if group is not None or any(part for _, part in parts):
            name = group.name.strip() if group is not None else t("班のない人")
            yield VoterRow("", name, str(group.colour) if group is not None else "")
        for person in members:
            on = person.id in ticked
            state = t.context("vote", "出した") if on else t.context("vote", "まだ")
            yield VoterRow(
                person.id,
                person.name.strip(),
                on=on,
                state="" if draft else state,
                current=person.id == current,
            )
