"""One candidate in the strip: face, name, and whether this is the one.

Owns what stands in the tab.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Persona
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.store import Project
from servicedesign.tools.persona.faces import show_likeness
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.portrait import Portrait
from servicedesign.ui.widgets.record_tab import RecordTab

FACE = 56
SMALL_FACE = 40
_GAP = 12
_SMALL_GAP = 8


class CandidateTab(RecordTab):
    """A face of 56 px with name and tagline.

    Where there are many, a smaller face with the name alone, and a star on it for the chosen one.

    Signals:
        copy_asked: a copy of this candidate is wanted.
    """

    USUAL = 252
    LEAST = 124
    PAD = 8

    copy_asked = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty tab."""
        super().__init__(t, parent)
        self._name = ""
        self._word = ""
        self._chosen = False
        self._compact = False
        self._portrait = Portrait("", side=FACE, is_round=True)
        row = QHBoxLayout(self)
        look = theme()
        row.setContentsMargins(look.px(self.PAD), look.px(16), look.px(self.PAD), look.px(16))
        row.addWidget(self._portrait)
        row.addStretch(1)

    def show_persona(self, project: Project, persona: Persona, library: DrawingLibrary) -> None:
        """Show ``persona``."""
        t = self._t
        self._name = persona.name.strip() or t("名前はまだ")
        self._chosen = persona.chosen
        self._word = (
            t.context("tab", "この人に絞った") if persona.chosen else persona.tagline.strip()
        )
        show_likeness(self._portrait, project, persona, library)
        self.setAccessibleName("、".join(part for part in (self._name, self._word) if part))
        self.setToolTip(plain(f"{self._name}\n{persona.tagline}".strip()))
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show face and name alone, or tagline and mark as well."""
        if compact != self._compact:
            self._compact = compact
            self._portrait.set_side(SMALL_FACE if compact else FACE)
            self.update()

    @staticmethod
    def least_width(t: Translator) -> int:
        """Return the width in px in which the mark of the chosen one is not cut."""
        look = theme()
        word = t.context("tab", "この人に絞った")
        text = QFontMetricsF(look.font(bold=True)).horizontalAdvance(word)
        return look.px(CandidateTab.PAD + FACE + _GAP + 22 + CandidateTab.PAD) + ceil(text) + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+D asks for a copy."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Qt.Key.Key_D:
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    # Painting ---------------------------------------------------------------------------------

    def _paint_inside(self, painter: QPainter) -> None:
        look = theme()
        left = look.px(self.PAD + (SMALL_FACE + _SMALL_GAP if self._compact else FACE + _GAP))
        room = self.width() - left - look.px(self.PAD)
        middle = look.px(16 + FACE / 2)
        if self._compact:
            self._paint_name(painter, QRectF(left, middle - look.px(22), room, look.px(44)))
        else:
            name = QRectF(left, middle - look.px(24), room, look.px(26))
            self._paint_line(painter, self._name, name, size=tokens.CONTENT_PX, bold=True)
            if self._word:
                self._paint_word(painter, QRectF(left, middle + look.px(1), room, look.px(22)))

    def _paint_name(self, painter: QPainter, box: QRectF) -> None:
        """Paint the name alone, on up to two lines, with a star before it where it is the one."""
        look = theme()
        font = look.font(bold=True)
        pitch = look.pitch(tokens.BASE_PX)
        star = look.px(14 + 4) if self._chosen else 0
        lines = self._name_lines(font, box.width() - star)
        top = box.center().y() - pitch * len(lines) / 2
        if self._chosen:
            side = look.px(14)
            place = QRectF(box.left(), top + (pitch - side) / 2, side, side)
            paint_icon(painter, "mdi6.star", place, color(tokens.ACTION))
        painter.setFont(font)
        painter.setPen(color(tokens.ACTION if self._chosen else tokens.TEXT))
        for number, line in enumerate(lines):
            place = QRectF(box.left() + star, top + number * pitch, box.width() - star, pitch)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), line)

    def _name_lines(self, font: QFont, width: float) -> list[str]:
        """Return the name on one line, else parted between family and given name."""
        metrics = QFontMetricsF(font)
        first, _, rest = self._name.partition(" ")
        if not rest or metrics.horizontalAdvance(self._name) <= width:
            return text_lines(self._name, font, width, 2)
        mode = Qt.TextElideMode.ElideRight
        return [metrics.elidedText(part, mode, width) for part in (first, rest)]

    def _paint_word(self, painter: QPainter, box: QRectF) -> None:
        look = theme()
        tone = tokens.ACTION if self._chosen else tokens.SECOND_TEXT
        icon = "mdi6.star" if self._chosen else "mdi6.star-outline"
        side = look.px(18)
        star = QRectF(box.left(), box.center().y() - side / 2, side, side)
        paint_icon(painter, icon, star, color(tone))
        words = box.adjusted(look.px(22), 0, 0, 0)
        self._paint_line(
            painter, self._word, words, size=tokens.BASE_PX, bold=self._chosen, tone=tone
        )

    def _paint_line(
        self,
        painter: QPainter,
        text: str,
        box: QRectF,
        *,
        size: int,
        bold: bool,
        tone: str = tokens.TEXT,
    ) -> None:
        font = theme().font(size, bold=bold)
        painter.setFont(font)
        painter.setPen(color(tone))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
