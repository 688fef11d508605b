"""Choosing the ideas that are put on the matrix.

Owns the list with its ticks and where it comes from: the vote, a board, its clusters.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Board
from servicedesign.model.titles import record_title
from servicedesign.store import Project
from servicedesign.tools.payoff import choosing
from servicedesign.tools.payoff.choose_list import ChoiceLine, ChooseList
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.select import Select

_VOTE = "vote"
_Lists = dict[str, tuple[str, Callable[[], tuple[str, ...]]]]


class ChooseDialog(BaseDialog):
    """A list to tick from."""

    def __init__(
        self, t: Translator, project: Project, there: set[str], parent: QWidget | None
    ) -> None:
        """Offer the ideas of ``project``; those in ``there`` are on the matrix already."""
        super().__init__(t("評価する案を選ぶ"), parent, width=620)
        self.t = t
        self._project = project
        self._there = there
        self._lists = self._sources()
        words = t(
            "投票で選んだ案を、効果と実現性で並べます。ほかの案を足して、比べてもかまいません。"
        )
        self.body.addWidget(PhraseLabel(words, size=tokens.CONTENT_PX, wrap=True))
        self._source = Select(t("どこから選ぶか"))
        for key, (label, _) in self._lists.items():
            self._source.add(key, label)
        self._source.activated.connect(lambda _: self._fill())
        self.body.addWidget(FieldBlock(t("どこから選ぶか"), self._source))
        self._list = ChooseList(t)
        self._list.ticked.connect(self._tell)
        self.body.addWidget(self._list, 1)
        self._all = QuietButton(t("すべて選ぶ"), blue=True)
        self._all.clicked.connect(self._list.tick_all)
        self.add_button(self._all, left=True)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self._done = PrimaryButton(t("足す"), key="Enter")
        self._done.clicked.connect(self.accept)
        self.add_button(self._done)
        self._fill()
        self._list.setFocus()

    def _sources(self) -> _Lists:
        t, project = self.t, self._project
        found: _Lists = {}
        if choosing.voted(project):
            found[_VOTE] = (t("投票で選んだ案"), partial(choosing.voted, project))
        boards = project.all(Board)
        for board in boards:
            name = record_title(board) or t("題のないボード")
            found[board.id] = (
                t("「{board}」のすべての案", board=name),
                partial(choosing.on_board, project, board.id),
            )
            if choosing.has_clusters(project, board.id):
                found[f"{board.id}-clusters"] = (
                    t("「{board}」のまとまり", board=name),
                    partial(choosing.clusters_of, project, board.id),
                )
        return found

    def idea_ids(self) -> list[str]:
        """Return the ids of the ideas that are ticked and not on the matrix yet."""
        return self._list.chosen()

    def board_id(self) -> str | None:
        """Return the board the list came from, if it was one."""
        key = str(self._source.value() or "").removesuffix("-clusters")
        return key if self._project.find(Board, key) is not None else None

    def _fill(self) -> None:
        """Show the list chosen; what a vote kept is ticked at once."""
        key = str(self._source.value() or "")
        ids = self._lists[key][1]() if key in self._lists else ()
        offered = choosing.offered(self._project, ids, self._there)
        self._list.show_lines([self._line(one) for one in offered], ticked=key == _VOTE)

    def _line(self, one: choosing.Offered) -> ChoiceLine:
        target, t = one.target, self.t
        words = target.title or t("（まだ言葉がありません）")
        colour = str(target.colour) if target.colour else ""
        if one.there:
            words = t("{idea}（もうあります）", idea=words)
        return ChoiceLine(target.id, target.label, words, colour, one.there)

    def _tell(self) -> None:
        count = len(self.idea_ids())
        self._done.set_label(self.t.plural("{n}案を足す", count) if count else self.t("足す"))
        self._done.set_usable("" if count else self.t("足す案を選んでください"))
