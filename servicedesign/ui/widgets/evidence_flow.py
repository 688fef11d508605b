"""What a whole record rests on: its sources as chips that wrap, and the way to link.

Owns the arrangement. ``EvidenceCell`` is its short form.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign.i18n import Translator
from servicedesign.ui.source_words import SourceWords
from servicedesign.ui.theme import plain
from servicedesign.ui.widgets.action_chip import ActionChip
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.source_chip import SourceChip

_WIDEST = 244
"""Width of a chip in px at 100 %, so that two stand side by side in a narrow page."""


class EvidenceFlow(QWidget):
    """Chips of sources.

    Signals:
        source_asked: the id of a source that was pressed.
        link_asked: linking was asked for.
    """

    source_asked = Signal(str)
    link_asked = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty flow."""
        super().__init__(parent)
        self._sources: tuple[SourceWords, ...] = ()
        self._flow = FlowLayout(self)
        self._chips: list[SourceChip] = []
        self._add = ActionChip(t("根拠をつなぐ") + " Ctrl+K", max_width=400)
        self._add.clicked.connect(self.link_asked)
        self._flow.addWidget(self._add)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sources(self, sources: Sequence[SourceWords]) -> None:
        """Show ``sources``; the same ones again change nothing."""
        if tuple(sources) == self._sources:
            return
        self._sources = tuple(sources)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self._add)
        self._chips = [self._chip(source) for source in self._sources]
        self._flow.addWidget(self._add)
        before: QWidget | None = None
        for part in (*self._chips, self._add):
            if before is not None:
                QWidget.setTabOrder(before, part)
            before = part
        self.updateGeometry()

    def set_reading(self, reading: bool) -> None:
        """Offer no linking in a project that is only read."""
        self._add.setVisible(not reading)

    def _chip(self, source: SourceWords) -> SourceChip:
        chip = SourceChip(source.full, icon=source.icon, max_width=_WIDEST)
        chip.setToolTip(plain(f"{source.kind}  {source.full}"))
        chip.clicked.connect(lambda _=False, asked=source.record_id: self.source_asked.emit(asked))
        self._flow.addWidget(chip)
        chip.show()
        return chip
