"""Asking for the rules of a round, with good ones offered.

Owns the question. What may still change while people vote is said by ``rounds.change_rules``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import ProjectError, TieRule, VoteRound
from servicedesign.store import Project
from servicedesign.tools.voting import rounds
from servicedesign.tools.voting.dialog_page import DialogPage
from servicedesign.tools.voting.error_line import ErrorLine
from servicedesign.tools.voting.naming import round_name
from servicedesign.tools.voting.target_lines import said
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.int_field import IntField
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_field import TextField

_YES, _NO = "yes", "no"


class RulesDialog(BaseDialog):
    """Title, votes each, cap, names, secrecy, ties."""

    def __init__(
        self, t: Translator, project: Project, round_: VoteRound, parent: QWidget | None
    ) -> None:
        """Ask for the rules of ``round_``."""
        super().__init__(t("投票の約束"), parent)
        page = DialogPage()
        self.body.addWidget(page)
        self.t = t
        self._project = project
        self._round_id = round_.id
        count = len(round_.target_ids)
        budget = rounds.suggested_budget(count)
        words = t(
            "始める前に読み上げて、みんなで確かめます。"
            "{count}案なら、1人{budget}票・1案に{cap}票までがおすすめです。",
            count=str(count),
            budget=str(budget),
            cap=str(rounds.suggested_cap(budget)),
        )
        page.column.addWidget(PhraseLabel(words, size=tokens.CONTENT_PX, wrap=True))
        self.title = TextField(
            t("この投票の名前"), placeholder=said(round_name(project, round_), t)
        )
        self.title.set_text(round_.title)
        page.column.addWidget(FieldBlock(t("この投票の名前"), self.title))
        unit = t.context("unit", "票")
        self.budget = IntField(t("持ち票"), t, minimum=1, maximum=99, unit=unit)
        self.budget.set_number(round_.budget)
        self.cap = IntField(
            t("1案に入れられる票"), t, minimum=1, maximum=99, unit=t.context("unit", "票")
        )
        self.cap.set_number(round_.cap)
        self._pair(
            page, FieldBlock(t("持ち票"), self.budget), FieldBlock(t("1案に入れられる票"), self.cap)
        )
        self.anonymous = ChoiceSwitch(
            t("記名"),
            [Choice(_YES, t.context("named", "しない")), Choice(_NO, t.context("named", "する"))],
            value=_YES if round_.anonymous else _NO,
        )
        self.hidden = ChoiceSwitch(
            t("票数"),
            [Choice(_YES, t("締切まで伏せる")), Choice(_NO, t("途中でも見せる"))],
            value=_YES if round_.hidden else _NO,
        )
        self._pair(
            page,
            FieldBlock(t("記名（だれの票かを残す）"), self.anonymous, indent=True),
            FieldBlock(t("票数"), self.hidden, indent=True),
        )
        self.tie = Select(t("同数で決まらないとき"))
        for rule, label in rounds.TIE_RULES.items():
            self.tie.add(rule.value, t(label))
        self.tie.set_value(round_.tie_rule.value)
        page.column.addWidget(FieldBlock(t("同数で決まらないとき"), self.tie, indent=True))
        self.wrong = ErrorLine()
        page.column.addWidget(self.wrong)
        done = PrimaryButton(t("この約束にする"), key="Enter")
        done.clicked.connect(self._take)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self.add_button(done)
        self.budget.setFocus()
        for field in (self.budget, self.cap):
            field.selectAll()  # what is typed stands instead of the number

    def _pair(self, page: DialogPage, one: QWidget, other: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(24))
        row.addWidget(one, 1)
        row.addWidget(other, 1)
        page.column.addLayout(row)

    def _take(self) -> None:
        for field in (self.title, self.budget, self.cap):
            field.flush()
        budget, cap = self.budget.number(), self.cap.number()
        if self.budget.error() or self.cap.error() or budget is None or cap is None:
            self.wrong.say(self.t("持ち票と上限を、1から99の数で入れてください。"), wrong=True)
            return
        if cap > budget:
            self.wrong.say(self.t("1案に入れられる票は、持ち票までです。"), wrong=True)
            return
        try:
            rounds.change_rules(
                self._project,
                self._round_id,
                title=self.title.text(),
                budget=budget,
                cap=cap,
                anonymous=self.anonymous.value() == _YES,
                hidden=self.hidden.value() == _YES,
                tie_rule=TieRule(str(self.tie.value())),
            )
        except ProjectError as error:
            self.wrong.say(f"{self.t(error.what)} {self.t(error.todo)}", wrong=True)
            return
        self.accept()
