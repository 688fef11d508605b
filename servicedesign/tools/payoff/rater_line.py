"""Who rates: a chip for the mean and one for each rater, and whether others are hidden meanwhile.

Owns the row of chips. What is chosen and asked for goes out as signals.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from servicedesign.i18n import Translator
from servicedesign.tools.payoff.rater_chip import RaterChip
from servicedesign.tools.payoff.words import rater_words
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton


class RaterLine(QWidget):
    """Chips and two buttons.

    Signals:
        chosen: the rater chosen, None for the mean of all.
        edit_asked: the raters are to be named.
        hide_asked: whether the others are to be hidden from now on.
    """

    chosen = Signal(object)
    edit_asked = Signal()
    hide_asked = Signal(bool)

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make a line without raters."""
        super().__init__(parent)
        self.t = t
        self._names: tuple[str, ...] = ()
        self._hidden = False
        locked = t("読み取り専用で開いています") if reading else ""
        self._chips: list[RaterChip] = []
        self._mean = self._chip(None)
        self._edit = QuietButton("", icon="mdi6.account-multiple-plus-outline", blue=True)
        self._hide = QuietButton(t("隠して付ける"), icon="mdi6.eye-off-outline")
        self._show = SecondaryButton(t("みんなに見せる"), icon="mdi6.eye-outline")
        for button in (self._edit, self._hide, self._show):
            button.set_usable(locked)
        self._edit.clicked.connect(self.edit_asked)
        self._hide.clicked.connect(lambda: self.hide_asked.emit(True))
        self._show.clicked.connect(lambda: self.hide_asked.emit(False))
        self._flow = FlowLayout(self, gap=8)

    def _chip(self, rater: str | None) -> RaterChip:
        chip = RaterChip(self)
        chip.clicked.connect(lambda: self._on_clicked(chip))
        chip.setProperty("rater", rater)
        return chip

    def _on_clicked(self, chip: RaterChip) -> None:
        self.chosen.emit(None if chip is self._mean else self._names[self._chips.index(chip)])

    def chips(self) -> tuple[RaterChip, ...]:
        """Return the chip of the mean and those of the raters, as they stand."""
        return (self._mean, *self._chips)

    def show_raters(
        self, counts: Mapping[str, int], total: int, current: str | None, *, hidden: bool
    ) -> None:
        """Show the raters with how many ideas of ``total`` each has rated.

        ``current`` is who rates now; None for the mean of all.
        """
        t, names = self.t, tuple(counts)
        if len(names) != len(self._names) or not self._flow.count():
            self._arrange(len(names))
        self._names, self._hidden = names, hidden
        self._mean.show_rater(t("みんなの平均"), "", t("みんなの平均を見る"))
        self._mean.setChecked(current is None)
        self._mean.setVisible(len(names) > 1)
        for name, chip in zip(names, self._chips, strict=True):
            label = rater_words(name, t)
            count = t("{count}／{total}", count=counts[name], total=total)
            said = t(
                "{name}、{total}案のうち{count}案", name=label, total=total, count=counts[name]
            )
            chip.show_rater(label, count, said)
            chip.setChecked(name == current)
        several = [name for name in names if name]
        self._edit.set_label(t("評価する人…") if several else t("班や人ごとに評価する…"))
        self._hide.setVisible(len(several) > 1 and not hidden)
        self._show.setVisible(hidden)
        self._flow.invalidate()

    def _arrange(self, count: int) -> None:
        while len(self._chips) > count:
            chip = self._chips.pop()
            chip.hide()
            chip.deleteLater()
        while len(self._chips) < count:
            self._chips.append(self._chip(""))
        while (item := self._flow.takeAt(0)) is not None:
            del item
        for part in (self._mean, *self._chips, self._edit, self._hide, self._show):
            self._flow.addWidget(part)
            part.show()
