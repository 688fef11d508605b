"""Beside the title of the view: which chart, its question, how many of the 72 are there.

Owns the arrangement. What is chosen is told by a signal.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.theme import plain, theme
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_label import TextLabel


class MandalaHead(QWidget):
    """Question, charts and counter.

    Signals:
        chart_chosen: the id of another chart.
    """

    chart_chosen = Signal(str)

    def __init__(self, t: Translator, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        look = theme()
        self.t = t
        self._question = TextLabel(tone=tokens.SECOND_TEXT)
        self._question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._charts = Select(t("マンダラートを選ぶ"), framed=False)
        self._charts.activated.connect(lambda: self.chart_chosen.emit(str(self._charts.value())))
        self._count = TextLabel(size=tokens.TITLE_PX, bold=True)
        self._of = TextLabel(tone=tokens.SECOND_TEXT)
        for label in (self._count, self._of):
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(self._question, 1)
        row.addWidget(self._charts)
        row.addWidget(self._count)
        row.addWidget(self._of)

    def show_question(self, number: int, sentence: str, title: str) -> None:
        """Show the question that the chart opens, else its title."""
        asked = self.t("問い{number}　{sentence}", number=number, sentence=sentence)
        words = asked if number else title or self.t("問いはまだ選んでいません")
        self._question.setText(words)
        self._question.setToolTip(plain(words[:1000]))

    def show_no_chart(self, summary: str) -> None:
        """Show what a chart is for, where there is none."""
        self._question.setText(summary)
        for part in (self._charts, self._count, self._of):
            part.hide()

    def show_charts(self, named: Sequence[tuple[str, str]], current: str) -> None:
        """Offer charts where there are several."""
        known = [
            (self._charts.itemData(i), self._charts.itemText(i))
            for i in range(self._charts.count())
        ]
        if list(named) != known:
            self._charts.clear()
            for key, label in named:
                self._charts.add(key, label)
        self._charts.set_value(current)
        self._charts.setVisible(len(named) > 1)

    def show_count(self, count: int) -> None:
        """Show how many of the 72 ideas are there."""
        words = self.t("{count} ／ 72案", count=count)
        self._count.setText(str(count))
        self._of.setText(self.t("／ 72案"))
        for label in (self._count, self._of):
            label.setToolTip(words)
            label.setAccessibleName(words)
            label.show()
