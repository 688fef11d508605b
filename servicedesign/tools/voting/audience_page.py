"""A vote for the room: its rules, how many have voted, its ideas; after the close the result.

Owns what is shown when. While people vote no number of votes is asked for here, and no page says
who voted for what. A round that is opened again shows the vote again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtWidgets import QApplication, QStyle

from servicedesign import tokens
from servicedesign.model import VoteRound, VoteStatus
from servicedesign.tools.vote_targets import Target, targets_of
from servicedesign.tools.voting.audience_ideas import compose_ideas
from servicedesign.tools.voting.audience_result import Shown, compose_result
from servicedesign.tools.voting.counting import standing
from servicedesign.tools.voting.naming import round_name
from servicedesign.tools.voting.ranking import ranking
from servicedesign.tools.voting.rules_words import rule_pairs
from servicedesign.tools.voting.target_lines import came, said, subject
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import LEAST, Leaf
from servicedesign.ui.room.parts import Head, foot, head

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext

_STEP_MS, _LEAST_MS, _WHOLE_MS = 220, 40, 3_000
"""Time from one vote to the next in the count-up: it never takes longer than the whole, in ms."""


def moves() -> bool:
    """Tell whether things may move on this machine: people can switch that off."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return False
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return application.style().styleHint(hint) > 0


class VotePage(AudiencePage):
    """One round, as the room may see it."""

    def __init__(
        self,
        context: EditorContext,
        round_id: str,
        *,
        asked: str = "",
        counts_up: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show a round.

        Args:
            context: what pages work with.
            round_id: the round.
            asked: id of the idea for which hands are raised, or empty.
            counts_up: whether the votes of the result come one after the other.
            parent: the window.
        """
        super().__init__(context, parent)
        self._round_id = round_id
        self._asked = asked
        self._counted: int | None = 0 if counts_up else None
        self._status: VoteStatus | None = None
        self._highest = 0
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._on_tick)

    def round_id(self) -> str:
        """Return the id of the round."""
        return self._round_id

    def _round(self) -> VoteRound | None:
        return self.context.project.find(VoteRound, self._round_id)

    def title(self) -> str:
        """Return what is shown."""
        t, round_ = self.context.t, self._round()
        if round_ is None:
            return t("投票")
        name = said(round_name(self.context.project, round_), t)
        if round_.status is VoteStatus.CLOSED:
            return t("投票の結果（{round}）", round=name)
        return t("投票（{round}）", round=name)

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Show what is true now; what a round comes to begins at its first leaf."""
        round_, before = self._round(), self._status
        super().refresh(changes)
        if round_ is not None and before not in (None, round_.status):
            super().turn(-self.leaf_number())

    def compose(self, leaves: Leaves) -> None:
        """Set what the room may see now."""
        round_ = self._round()
        self._status = round_.status if round_ is not None else None
        if round_ is None:
            return
        if round_.status is VoteStatus.CLOSED:
            self._compose_result(leaves, round_)
        elif self._idea() is not None and round_.status is VoteStatus.OPEN:
            self._compose_hands(leaves, round_)
        else:
            self._compose_rules(leaves, round_)
            compose_ideas(leaves, targets_of(self.context.project, round_), self.context.t)

    # While people vote ------------------------------------------------------------------------

    def _idea(self) -> Target | None:
        round_ = self._round()
        if round_ is None or not self._asked:
            return None
        targets = targets_of(self.context.project, round_)
        return next((one for one in targets if one.id == self._asked), None)

    def _compose_rules(self, leaves: Leaves, round_: VoteRound) -> None:
        t, project = self.context.t, self.context.project
        leaf = leaves.add()
        draft = round_.status is VoteStatus.DRAFT
        title = t("投票の約束") if draft else t.context("vote", "投票中")
        box = head(leaf, Head(title=title, subtitle=subject(project, round_, t)), t)
        room = box.width() * 0.56 if not draft else box.width()
        y = box.top() + 8
        pitch = min(118.0, (box.height() - 24) / 5)
        for name, value in rule_pairs(round_, t):
            wide = leaf.text(box.left(), y + 6, name, LEAST, tone=tokens.SECOND_TEXT, room=room)
            left = box.left() + max(wide + 32, 260)
            leaf.text(left, y, value, 60, bold=True, room=room - (left - box.left()))
            y += pitch
        if not draft:
            right = QRectF(box.left() + room + 48, box.top(), box.width() - room - 48, box.height())
            self._compose_turnout(leaf, right, round_)
        if round_.hidden:
            foot(leaf, "", t("票数は、締め切るまでだれにも見えません。"))

    def _compose_turnout(self, leaf: Leaf, box: QRectF, round_: VoteRound) -> None:
        t = self.context.t
        now = standing(self.context.project, round_.id)
        middle = box.center().x()
        top = box.top() + box.height() * 0.12
        leaf.text(middle, top, t("入れた人"), LEAST, tone=tokens.SECOND_TEXT, align="center")
        number = str(came(now))
        leaf.text(middle, top + 80, number, 224, bold=True, align="center", room=box.width())
        words = t("{n}人のうち", n=str(now.voters))
        leaf.text(middle, top + 340, words, 56, align="center", room=box.width())

    def _compose_hands(self, leaves: Leaves, round_: VoteRound) -> None:
        t, idea = self.context.t, self._idea()
        assert idea is not None
        leaf = leaves.add()
        subtitle = subject(self.context.project, round_, t)
        box = head(leaf, Head(title=t.context("vote", "挙手"), subtitle=subtitle), t)
        leaf.text(box.left(), box.top() + 12, idea.label, 148, bold=True)
        words = QRectF(box.left(), box.top() + 200, box.width(), box.height() - 320)
        leaf.block(words, idea.title or t("（言葉がありません）"), 100, bold=True, pitch=1.4)
        foot(leaf, t("賛成の人は手を挙げてください"))

    # After the close --------------------------------------------------------------------------

    def _compose_result(self, leaves: Leaves, round_: VoteRound) -> None:
        project, t = self.context.project, self.context.t
        places = ranking(project, round_.id)
        self._highest = max((place.votes for place in places), default=0)
        compose_result(leaves, Shown(round_, places, self._counted), t)
        if self._counted is not None and not self._clock.isActive():
            pause = min(_STEP_MS, max(_LEAST_MS, _WHOLE_MS // max(1, self._highest)))
            self._clock.start(pause)

    def counting(self) -> bool:
        """Tell whether votes are still being counted up."""
        return self._counted is not None

    def _on_tick(self) -> None:
        round_ = self._round()
        if self._counted is None or round_ is None or round_.status is not VoteStatus.CLOSED:
            self._clock.stop()
            return
        step = max(1, round(self._highest * self._clock.interval() / _WHOLE_MS))
        self._counted += step
        if self._counted >= self._highest:
            self.finish()
        else:
            self.recompose()

    def finish(self) -> None:
        """Show the whole result at once."""
        self._clock.stop()
        self._counted = None
        self.recompose()

    def turn(self, step: int) -> bool:
        """Turn the leaf; while votes are counted up, any turn shows all of them."""
        if self._counted is not None:
            self.finish()
            return True
        return super().turn(step)
