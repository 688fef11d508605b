"""What a field rests on, in one line: the source or how many, and the way to link.

Owns the arrangement. It never changes its height, so that nothing jumps under the pointer.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from servicedesign.i18n import Translator
from servicedesign.ui.marks import Sign
from servicedesign.ui.source_words import SourceWords
from servicedesign.ui.theme import plain, theme
from servicedesign.ui.widgets.action_chip import ActionChip
from servicedesign.ui.widgets.link_button import LinkButton
from servicedesign.ui.widgets.mark import Mark
from servicedesign.ui.widgets.source_chip import SourceChip

LEAST = 124
"""Least width in px at 100 %."""

_POINTED_MS = 300
"""How long the pointer rests on the sources before their words come up."""

_WHOLE_CODE = 170
"""Width in px at 100 % from which a code is shown whole."""


class Lack(Enum):
    """What is missing where there is no source."""

    NOTHING = "nothing"
    GUESS = "guess"
    """It is called a guess, and rests on nothing."""
    UNFOUNDED = "unfounded"
    """It is called a fact, and rests on nothing."""


class EvidenceCell(QWidget):
    """The sources of one field.

    Signals:
        source_asked: the id of the one source, pressed to be opened.
        list_asked: the number of several sources was pressed, or the way into their words.
        link_asked: linking was asked for.
        peek_asked: the sources are pointed at or have the focus: their words are wanted.
        peek_left: no longer.
        peek_ended: they are to be put away at once.
    """

    source_asked = Signal(str)
    list_asked = Signal()
    link_asked = Signal()
    peek_asked = Signal()
    peek_left = Signal()
    peek_ended = Signal()

    def __init__(self, field: str, t: Translator, parent: QWidget | None = None) -> None:
        """Make a cell for the field named ``field`` to people."""
        super().__init__(parent)
        self._t = t
        self._field = field
        self._sources: tuple[SourceWords, ...] = ()
        self._lack = Lack.NOTHING
        self._active = False
        self._reading = False
        look = theme()
        self._warning = Mark(Sign.LOOK, t("根拠がない"))
        self._warning.setToolTip(plain(t("事実としていますが、根拠がつながっていません。")))
        self._link = LinkButton(t("根拠をつなぐ"))
        self._link.setAccessibleName(t("{field}に根拠をつなぐ", field=field))
        self._chip = SourceChip("")
        self._add = ActionChip("")
        self._key = ActionChip("Ctrl+K")
        for chip in (self._add, self._key):
            chip.setAccessibleName(t("{field}に根拠をつなぐ", field=field))
            chip.setToolTip(plain(t("根拠をつなぐ") + "  Ctrl+K"))
            chip.clicked.connect(self.link_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(6))
        for part in (self._warning, self._link, self._chip, self._add, self._key):
            row.addWidget(part)
            part.hide()
        row.addStretch(1)
        self._link.clicked.connect(self.link_asked)
        self._chip.clicked.connect(self._on_chip)
        self._chip.installEventFilter(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_POINTED_MS)
        self._pause.timeout.connect(self.peek_asked)
        self.setFixedHeight(look.px(32))
        self.setMinimumWidth(self.least_width(t))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @staticmethod
    def least_width(t: Translator) -> int:
        """Return the width in px that every state fits into, the same for all cells."""
        look = theme()
        link = LinkButton(t("根拠をつなぐ")).sizeHint().width()
        return max(look.px(LEAST), link + look.px(16 + 6))

    def show_sources(self, sources: Sequence[SourceWords], lack: Lack) -> None:
        """Show ``sources``, or what is missing when there is none."""
        self._sources = tuple(sources)
        self._lack = lack
        self._arrange()

    def set_active(self, active: bool) -> None:
        """Offer linking while the field is in use or pointed at."""
        if active != self._active:
            self._active = active
            self._arrange()

    def set_reading(self, reading: bool) -> None:
        """Offer no linking in a project that is only read."""
        self._reading = reading
        self._arrange()

    def _arrange(self) -> None:
        some = bool(self._sources)
        offered = self._active and not self._reading
        lacking = not some and self._lack is not Lack.NOTHING
        self._chip.setVisible(some)
        self._warning.setVisible(lacking and self._lack is Lack.UNFOUNDED)
        self._link.setVisible(lacking and not self._reading)
        self._add.setVisible(offered and some)
        self._key.setVisible(offered and not some and not lacking)
        self._name_chip()

    def _name_chip(self) -> None:
        if not self._sources:
            return
        if len(self._sources) > 1:
            label = self._t.plural("{n}件", len(self._sources))
            names = "\n".join(source.full for source in self._sources[:12])
        else:
            only = self._sources[0]
            wide = self.width() >= theme().px(_WHOLE_CODE)
            label, names = only.short if wide else only.brief, only.full
        self._chip.set_label(label)
        if len(self._sources) > 1 and self._too_wide():
            self._chip.set_label(str(len(self._sources)))
        self._chip.setToolTip("")  # their words come up beside it
        t = self._t
        said = t("{field}の根拠：{names}", field=self._field, names=names.replace("\n", "、"))
        self._chip.setAccessibleName(said)

    def _too_wide(self) -> bool:
        """Tell whether number and word leave no room for the way to link beside them."""
        add = self._add.sizeHint().width() + theme().px(6) if not self._add.isHidden() else 0
        return self._chip.sizeHint().width() + add > self.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the code as there is room for."""
        super().resizeEvent(event)
        self._name_chip()

    def _on_chip(self) -> None:
        if len(self._sources) == 1:
            self.source_asked.emit(self._sources[0].record_id)
        else:
            self.list_asked.emit()

    def chip(self) -> SourceChip:
        """Return the chip that stands for the sources."""
        return self._chip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the sources are pointed at or have the focus; down goes into their words."""
        kind = event.type()
        if kind == QEvent.Type.Enter:
            self._pause.start()
        elif kind == QEvent.Type.FocusIn:
            self.peek_asked.emit()
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self._pause.stop()
            self.peek_left.emit()
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._on_chip_key(event)
        return False

    def _on_chip_key(self, event: QKeyEvent) -> bool:
        """Go into the words with the down key, put them away with Esc."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Down:
            self.list_asked.emit()
        elif plain and event.key() == Qt.Key.Key_Escape:
            self.peek_ended.emit()
        else:
            return False
        return True

    def focus_link(self) -> None:
        """Put the focus on the way to link, or on the source."""
        for part in (self._link, self._add, self._key, self._chip):
            if part.isVisibleTo(self):
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return
