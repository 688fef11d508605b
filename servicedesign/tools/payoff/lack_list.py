"""What the ideal map still lacks: phases without a solution, pain points no solution answers.

Owns the checklist and its way to each place; it goes out as a signal.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Cell, Phase
from servicedesign.model.method import Progress
from servicedesign.tools.payoff.completing import Lacking
from servicedesign.ui.marks import paint_sign
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.link_button import LinkButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel

_MOST = 20
"""More lines than this a part does not list; it tells how many follow."""
_MOST_WORDS = 160


class LackList(QWidget):
    """Two parts, each with its count and its open lines.

    Signals:
        go_asked: the kind and the id of what is to be shown on the map.
    """

    go_asked = Signal(str, str)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        look = theme()
        self.t = t
        self._shown: Lacking | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(8))
        box.addWidget(SectionRule(t("地図に足りないもの")))
        self._whole = _Line(
            t("どのフェーズにも、どの困りごとにも、答えがあります。"), Progress.DONE
        )
        box.addWidget(self._whole)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(look.px(2))
        box.addLayout(self._parts)
        box.addStretch(1)

    def show_lacking(self, lacking: Lacking) -> None:
        """Show ``lacking`` instead of what was shown."""
        if lacking == self._shown:
            return
        self._shown = lacking
        t = self.t
        while (item := self._parts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._whole.setVisible(lacking.complete)
        done = lacking.columns - len(lacking.phases)
        head = t("解決策のあるフェーズ {done}／{all}", done=done, all=lacking.columns)
        self._part(head, lacking.phases)
        total = lacking.answered + len(lacking.pains)
        if total:
            head = t("解決策が答える困りごと {done}／{all}", done=lacking.answered, all=total)
            self._part(head, lacking.pains)
        else:
            words = t("現状の地図に困りごとを書くと、答えのないものをここで確かめられます。")
            self._parts.addWidget(TextLabel(words, tone=tokens.SECOND_TEXT, wrap=True))

    def _part(self, head: str, records: Sequence[Phase] | Sequence[Cell]) -> None:
        sign = Progress.LOOK if records else Progress.DONE
        self._parts.addWidget(_Line(head, sign))
        for record in records[:_MOST]:
            self._parts.addWidget(self._open_line(record))
        more = len(records) - _MOST
        if more > 0:
            label = TextLabel(self.t.plural("ほか{n}件", more), tone=tokens.SECOND_TEXT)
            label.setContentsMargins(theme().px(26), 0, 0, 0)
            self._parts.addWidget(label)
        self._parts.addSpacing(theme().px(10))

    def _open_line(self, record: Phase | Cell) -> QWidget:
        t = self.t
        if isinstance(record, Phase):
            words = record.title.strip() or t("名前のないフェーズ")
        else:
            number = f"▲{record.number} " if record.number else "▲ "
            words = number + " ".join(record.text.split())
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(theme().px(26), 0, 0, 0)
        row.setSpacing(theme().px(12))
        label = TextLabel(words[:_MOST_WORDS], wrap=True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(label, 1)
        link = LinkButton(t("地図で見る"))
        link.setAccessibleName(t("「{words}」を地図で見る", words=words[:80]))
        link.clicked.connect(
            lambda _=False, kind=record.KIND, one=record.id: self.go_asked.emit(kind, one)
        )
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return line


class _Line(TextLabel):
    """A bold sentence with its sign."""

    def __init__(self, words: str, sign: Progress) -> None:
        super().__init__(words, bold=True, wrap=True)
        self._sign = sign
        self.setContentsMargins(theme().px(26), theme().px(4), 0, theme().px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme()
        side = look.px(16)
        top = look.px(4) + (look.pitch(tokens.BASE_PX) - side) / 2
        tone = tokens.WARNING if self._sign is Progress.LOOK else tokens.SUCCESS
        painter = QPainter(self)
        paint_sign(painter, self._sign, QRectF(0, top, side, side), color(tone))
        painter.end()
