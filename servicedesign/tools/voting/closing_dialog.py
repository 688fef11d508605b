"""Before a round closes: who is missing, what happens, and that it cannot be taken back.

Owns the question.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.voting.audience_page import moves
from servicedesign.tools.voting.counting import Standing
from servicedesign.tools.voting.dialog_page import DialogPage
from servicedesign.tools.voting.target_lines import came
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.check_box import CheckBox
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel

_NAMED = 12
"""Most names of missing people that are written out."""


class ClosingDialog(BaseDialog):
    """Sentences, who closes, and whether the count is shown to the room."""

    def __init__(
        self,
        t: Translator,
        standing: Standing,
        who: str,
        parent: QWidget | None,
        *,
        anonymous: bool = False,
    ) -> None:
        """Ask about a round that stands so; ``who`` is offered as the one who closes it."""
        super().__init__(t("締め切って開票しますか"), parent)
        page = DialogPage()
        self.body.addWidget(page)
        for words in _sentences(t, standing):
            # Names are broken anywhere but before a comma: they are no phrases.
            page.column.addWidget(TextLabel(words, size=tokens.CONTENT_PX, wrap=True))
        if anonymous:
            page.column.addWidget(PhraseLabel(_secrecy(t), size=tokens.BASE_PX, wrap=True))
        self._who = TextField(t("締め切る人"))
        self._who.set_text(who)
        page.column.addWidget(FieldBlock(t("締め切る人（記録に残ります）"), self._who))
        self.shown = CheckBox(t("開票を大きく映す"), checked=True)
        self.counted = CheckBox(t("1票ずつ数え上げる"), checked=moves())
        for box in (self.shown, self.counted):
            page.column.addWidget(box)
        self.shown.toggled.connect(self.counted.setEnabled)
        done = PrimaryButton(t("締め切って開票"))
        done.clicked.connect(self.accept)
        back = SecondaryButton(t("まだ締め切らない"), key="Esc")
        self.add_button(back, closes=True)
        self.add_button(done)
        back.setFocus()
        self.setMinimumWidth(theme().px(560))

    def who(self) -> str:
        """Return who closes the round."""
        return self._who.text().strip()

    def to_room(self) -> bool:
        """Return whether the count is shown to the room."""
        return self.shown.isChecked()

    def counts_up(self) -> bool:
        """Return whether the votes come one after the other."""
        return self.counted.isChecked()


def _sentences(t: Translator, standing: Standing) -> list[str]:
    """Return what is said before the close."""
    number, voted = standing.voters, came(standing)
    words = [
        t("{n}人のうち、{voted}人が入れました。", n=str(number), voted=str(voted))
        if not standing.counted
        else t(
            "用紙は{ballots}枚、部屋で数えた票は{counted}票です。",
            ballots=str(standing.ballots),
            counted=str(standing.counted),
        )
    ]
    if standing.missing:
        names = [one.name.strip() for one in standing.missing[:_NAMED] if one.name.strip()]
        more = len(standing.missing) - len(names)
        listed = t.context("list", "、").join(names)
        if more > 0:
            listed = t("{names}ほか{more}人", names=listed, more=str(more))
        words.append(t("まだの人：{names}", names=listed))
    words.append(
        t("締め切ると票数が出て、順位が決まります。票は直せなくなり、元に戻すこともできません。")
    )
    return words


def _secrecy(t: Translator) -> str:
    """Return what becomes of the votes in what was kept meanwhile, and where they stay."""
    return t(
        "匿名を守るため、投票中に取った控えと名前をつけた版からは、この投票の票を消します。"
        "投票中に作った写しのファイルには残ります。"
    )
