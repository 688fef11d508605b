"""Which kinds of stakeholder take part, how many of each, and gently: who is missing.

Owns the words. Who is wanted is the report's: everyone the service concerns, and someone from
another field (report ch. 7 §2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import StakeholderKind
from servicedesign.tools.participants.items_label import ItemsLabel
from servicedesign.tools.stakeholders import STAKEHOLDER_WORDS
from servicedesign.ui.marks import SIGN_WORDS, Sign
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.mark import Mark
from servicedesign.ui.widgets.phrase_label import PhraseLabel


class KindsLine(QWidget):
    """Counts on one line, what is missing on the next."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._t = t
        look = theme()
        self.counts = ItemsLabel(t.lang)
        self.missing = PhraseLabel("", tone=tokens.SECOND_TEXT, wrap=True)
        self.sign = Mark(Sign.LOOK, "")
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.sign.setFixedHeight(look.pitch(tokens.BASE_PX))
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.missing, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(32), look.px(8), look.px(32), look.px(8))
        column.setSpacing(look.px(2))
        column.addWidget(self.counts)
        column.addLayout(row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_kinds(
        self,
        number: int,
        counts: Mapping[StakeholderKind, int],
        missing: Sequence[StakeholderKind],
    ) -> None:
        """Show how many people of which kind there are, and the kinds of which nobody is."""
        t = self._t
        words = [
            f"{t(word)} {counts[kind]}"
            for kind, word in STAKEHOLDER_WORDS.items()
            if counts.get(kind)
        ]
        self.counts.set_items([t.plural("{n}人", number), *words])
        if missing:
            joint = ", " if t.lang == "en" else "、"
            names = joint.join(t(STAKEHOLDER_WORDS[kind]) for kind in missing)
            said = t(
                "足りない立場：{names}。サービスに関わるすべての立場と、"
                "ほかの分野の人がいると、見方が広がります。",
                names=names,
            )
            self.sign.set_sign(Sign.LOOK, t(SIGN_WORDS[Sign.LOOK]))
        else:
            said = t("すべての立場の人と、ほかの分野の人がそろっています。")
            self.sign.set_sign(Sign.DONE, t(SIGN_WORDS[Sign.DONE]))
        self.missing.setText(said)
        self.updateGeometry()
