"""Asking what a new round is about: which board, and its ideas or its clusters.

Owns the question.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Board, VoteTarget
from servicedesign.store import Project
from servicedesign.tools.vote_targets import candidates
from servicedesign.tools.voting.dialog_page import DialogPage
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_label import TextLabel


def boards_with_ideas(project: Project) -> tuple[Board, ...]:
    """Return the boards on which there is something to vote on."""
    boards = project.all(Board)
    return tuple(one for one in boards if candidates(project, one.id, VoteTarget.NOTE))


class RoundDialog(BaseDialog):
    """A board, and ideas or clusters."""

    def __init__(
        self,
        t: Translator,
        project: Project,
        board_id: str,
        target: VoteTarget,
        parent: QWidget | None,
    ) -> None:
        """Ask, with ``board_id`` and ``target`` chosen at first."""
        super().__init__(t("何に投票しますか"), parent)
        page = DialogPage()
        self.body.addWidget(page)
        self._t = t
        self._project = project
        words = t("似た案は、先に束ねておくと票が割れません。")
        page.column.addWidget(PhraseLabel(words, size=tokens.CONTENT_PX, wrap=True))
        self.board = Select(t("ボード"))
        for board in boards_with_ideas(project):
            self.board.add(board.id, board.title.strip() or t("（まだ名前がありません）"))
        self.board.set_value(board_id)
        self.board.activated.connect(self._tell)
        page.column.addWidget(FieldBlock(t("ボード"), self.board, indent=True))
        self.target = ChoiceSwitch(
            t("投票する単位"),
            [
                Choice(VoteTarget.NOTE.value, t("案を1つずつ")),
                Choice(VoteTarget.CLUSTER.value, t("まとまりごと")),
            ],
            value=target.value,
        )
        self.target.chosen.connect(self._tell)
        page.column.addWidget(FieldBlock(t("投票する単位"), self.target, indent=True))
        self._count = TextLabel(tone=tokens.SECOND_TEXT, wrap=True)
        page.column.addWidget(self._count)
        done = PrimaryButton(t("投票を準備する"), key="Enter")
        done.clicked.connect(self.accept)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self.add_button(done)
        self.board.setFocus()
        self._tell()

    def board_id(self) -> str:
        """Return the id of the board chosen."""
        return str(self.board.value() or "")

    def kind(self) -> VoteTarget:
        """Return what is voted on."""
        return VoteTarget(self.target.value() or VoteTarget.NOTE.value)

    def _tell(self) -> None:
        t = self._t
        number = len(candidates(self._project, self.board_id(), self.kind()))
        if self.kind() is VoteTarget.NOTE:
            self._count.setText(t.plural("{n}案が並びます。", number))
        else:
            self._count.setText(
                t.plural("まとまりと、束ねていない案を合わせて{n}件が並びます。", number)
            )
