"""One finding in the list: its kind, its number, its words, and what rests on it.

Owns the row; what is typed and asked for goes out as signals.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Finding
from servicedesign.tools.interview.entry_field import EntryField
from servicedesign.tools.interview.hint_line import HintLine
from servicedesign.tools.interview.kind_chip import KindChip
from servicedesign.tools.personal_data import Hint
from servicedesign.ui.source_words import SourceWords
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.action_chip import ActionChip
from servicedesign.ui.widgets.chip_base import ChipBase
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.source_chip import SourceChip
from servicedesign.ui.widgets.typing_edit import INSET

_CHIP: Final = 236
_ARROW: Final = "mdi6.arrow-right"


@dataclass(frozen=True, slots=True)
class UseWords:
    """A place that rests on a finding, as it is called here.

    Attributes:
        kind: of the record to go to.
        record_id: its id.
        field: the field of it.
        label: what the chip says.
        whole: all of it, where there is room.
    """

    kind: str
    record_id: str
    field: str
    label: str
    whole: str


@dataclass(frozen=True, slots=True)
class FindingState:
    """What a row shows.

    Attributes:
        finding: the finding.
        code: what its number is called.
        placed: whether it is marked in an answer.
        sources: what it rests on itself.
        uses: what rests on it.
        hints: what in its words might tell who someone is.
    """

    finding: Finding
    code: str
    placed: bool
    sources: tuple[SourceWords, ...] = ()
    uses: tuple[UseWords, ...] = ()
    hints: tuple[Hint, ...] = ()


class FindingRow(QWidget):
    """A row.

    Signals:
        written: its words.
        turned: the ``FindingKind`` asked for.
        place_asked: go to the words it is marked in.
        use_asked: a ``UseWords`` to go to.
        source_asked: the id of a source to go to.
        delete_asked: take it away.
        ended: Enter was pressed in its words.
    """

    written = Signal(str)
    turned = Signal(object)
    place_asked = Signal()
    use_asked = Signal(object)
    source_asked = Signal(str)
    delete_asked = Signal()
    ended = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty row, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self.t = t
        self._state: FindingState | None = None
        self._current = False
        self._chips: list[ChipBase] = []
        self.kind = KindChip(t)
        self.kind.setEnabled(not reading)
        self.kind.turned.connect(self.turned)
        self.code = SourceChip("", max_width=150)
        self.code.clicked.connect(self.place_asked)
        self.text = EntryField(t("わかったこと"), placeholder=t("わかったことを短く"))
        self.text.setReadOnly(reading)
        self.text.committed.connect(self.written)
        self.text.ended.connect(self.ended)
        self.remove = QuietButton("", icon="mdi6.trash-can-outline")
        self.remove.clicked.connect(self.delete_asked)
        if reading:
            self.remove.hide()
        self._hint = HintLine(t, left=INSET)
        self._uses = QWidget()
        self._flow = FlowLayout(self._uses)
        self._build()

    def _build(self) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(10), 0, look.px(10) + 1)
        column.setSpacing(look.px(2))
        head = QHBoxLayout()
        head.setContentsMargins(look.px(INSET), 0, look.px(4), 0)
        head.setSpacing(look.px(8))
        head.addWidget(self.kind)
        head.addWidget(self.code)
        head.addStretch(1)
        head.addWidget(self.remove)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self._hint)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._uses.setSizePolicy(policy)
        inset = QHBoxLayout()
        inset.setContentsMargins(look.px(INSET), 0, look.px(4), 0)
        inset.addWidget(self._uses)
        column.addLayout(inset)
        self._sort()

    def _sort(self) -> None:
        parts = (self.kind, self.code, self.text, *self._chips, self.remove)
        for one, other in pairwise(parts):
            QWidget.setTabOrder(one, other)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what Tab comes to, in order."""
        return (self.kind, self.code, self.text, *self._chips, self.remove)

    def show_finding(self, state: FindingState) -> None:
        """Show ``state``; what is being typed is left alone."""
        if state == self._state:
            return
        t, before = self.t, self._state
        self._state = state
        self.kind.set_kind(state.finding.kind)
        words = state.code or t("番号なし")
        if self.code.label() != words:
            self.code.set_label(words)
        name = t("{code}の言葉へ", code=words) if state.placed else words
        self.code.setAccessibleName(name)
        self.code.setToolTip(plain(name))
        self.code.setEnabled(state.placed)
        self.text.set_text(state.finding.text)
        said = t("わかったこと {code}", code=words)
        if self.text.accessibleName() != said:
            self.text.setAccessibleName(said)
        remove = t("{code}を消す", code=words)
        self.remove.setAccessibleName(remove)
        self.remove.setToolTip(plain(remove))
        self._hint.show_hints(state.hints, self.text)
        shown = (before.sources, before.uses) if before is not None else None
        if shown != (state.sources, state.uses):
            self._show_chips(state)

    def _show_chips(self, state: FindingState) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._source_chip(one) for one in state.sources]
        self._chips += [self._use_chip(one) for one in state.uses]
        self._uses.setVisible(bool(self._chips))
        self._sort()
        self.updateGeometry()

    def _source_chip(self, source: SourceWords) -> ChipBase:
        chip = SourceChip(source.short, icon=source.icon, max_width=_CHIP, parent=self._uses)
        self._name(chip, self.t("根拠：{words}", words=source.full))
        chip.clicked.connect(lambda _=False, asked=source.record_id: self.source_asked.emit(asked))
        return chip

    def _use_chip(self, use: UseWords) -> ChipBase:
        chip = ActionChip(use.label, icon=_ARROW, max_width=_CHIP, parent=self._uses)
        self._name(chip, self.t("これを根拠にした所：{words}", words=use.whole))
        chip.clicked.connect(lambda _=False, asked=use: self.use_asked.emit(asked))
        return chip

    def _name(self, chip: ChipBase, name: str) -> None:
        chip.setAccessibleName(name)
        chip.setToolTip(plain(name))
        self._flow.addWidget(chip)
        chip.show()

    def set_current(self, current: bool) -> None:
        """Show that the caret is in the words of this finding, or no longer."""
        if current != self._current:
            self._current = current
            self.update()

    def current(self) -> bool:
        """Tell whether this is the finding that the caret is in."""
        return self._current

    def minimumSizeHint(self) -> QSize:
        """Let the row become narrow; its words wrap."""
        return QSize(theme().px(220), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and bar of the current one, and the hairline below."""
        look = theme()
        painter = QPainter(self)
        if self._current:
            painter.fillRect(self.rect(), color(tokens.TINT))
            painter.fillRect(0, 0, look.px(4), self.height(), color(tokens.ACTION))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color(tokens.HAIRLINE))
        painter.end()
