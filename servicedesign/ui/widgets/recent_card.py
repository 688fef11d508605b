"""A recent file: the picture of its last sheet, its name, where it stands.

Owns its look; the picture is loaded only when asked for.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model.dates import short_date
from servicedesign.model.method import PHASE_NUMERALS, MethodPhase
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.phase_words import short_titles
from servicedesign.ui.recent import RecentFile
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.thumbnails import recent_picture
from servicedesign.ui.widgets.pressable import Pressable

_PICTURE = 132
_WORDS = 60


class RecentCard(Pressable):
    """A card of two parts: picture and words."""

    def __init__(
        self, file: RecentFile, t: Translator, now: datetime, parent: QWidget | None = None
    ) -> None:
        """Make a card for ``file``, whose picture comes later."""
        super().__init__(parent)
        self._file = file
        self._image = QImage()
        self._line = _line(file, t, now)
        self.setAccessibleName(f"{file.name}、{self._line}")
        self.setToolTip(plain(str(Path(file.path))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme().px(300))

    def load_picture(self) -> None:
        """Read the picture."""
        self._image = recent_picture(self._file)
        self.update()

    def ring_rect(self) -> QRect:
        """Return the picture: the focus ring goes around it and not through the words."""
        return QRect(0, 0, self.width(), theme().px(_PICTURE))

    def sizeHint(self) -> QSize:
        """Return the size of picture and words."""
        look = theme()
        return QSize(look.px(224), look.px(_PICTURE + _WORDS))

    def minimumSizeHint(self) -> QSize:
        """A card may become narrow, but no lower."""
        return QSize(theme().px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint picture, name and line."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(0.5, 0.5, self.width() - 1, look.px(_PICTURE) - 1)
        shape = QPainterPath()
        shape.addRoundedRect(frame, look.px(tokens.RADIUS), look.px(tokens.RADIUS))
        painter.fillPath(shape, color(tokens.TABLE_GROUND))
        painter.save()
        painter.setClipPath(shape)
        self._paint_picture(painter, frame)
        painter.restore()
        edge = tokens.SECOND_TEXT if self.underMouse() else tokens.HAIRLINE
        painter.strokePath(shape, QPen(color(edge), 1))
        self._paint_words(painter)
        painter.end()

    def _paint_picture(self, painter: QPainter, frame: QRectF) -> None:
        if self._image.isNull():
            side = frame.height() * 0.4
            place = QRectF(0, 0, side, side)
            place.moveCenter(frame.center())
            paint_icon(painter, "mdi6.file-document-outline", place, color(tokens.EDGE))
            return
        height = self._image.height() * frame.width() / self._image.width()
        painter.drawImage(QRectF(frame.left(), frame.top(), frame.width(), height), self._image)

    def _paint_words(self, painter: QPainter) -> None:
        look = theme()
        top = look.px(_PICTURE + 8)
        for text, size, bold, tone in (
            (self._file.name, tokens.CONTENT_PX, True, tokens.TEXT),
            (self._line, tokens.BASE_PX, False, tokens.SECOND_TEXT),
        ):
            painter.setFont(look.font(size, bold=bold))
            painter.setPen(color(tone))
            pitch = look.pitch(size)
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, self.width()
            )
            box = QRectF(0, top, self.width(), pitch)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
            top += pitch


def _line(file: RecentFile, t: Translator, now: datetime) -> str:
    parts = []
    if file.state in set(MethodPhase):
        phase = MethodPhase(file.state)
        parts.append(f"{PHASE_NUMERALS.get(phase, '')} {short_titles(t)[phase]}".strip())
    try:
        seen = datetime.fromisoformat(file.seen)
    except ValueError:
        return "・".join(parts)
    if seen.date() == now.date():
        parts.append(t("きょう {time}", time=f"{seen:%H:%M}"))
    else:
        parts.append(short_date(seen.date(), t.lang))
    return "・".join(parts)
