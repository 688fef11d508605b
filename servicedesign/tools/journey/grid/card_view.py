"""One card as it stands in its place: what is on it, how high it is, how it is painted.

Owns the arrangement of a card's parts, in px at 100 % of the map from the card's upper left corner.
Must not know where the card stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Cell, EvidenceLevel, LaneKind, Outcome
from servicedesign.tools.journey.grid import sizes
from servicedesign.tools.journey.grid.text_lines import TextLines, Type
from servicedesign.tools.journey.presets import OUTCOME_WORDS
from servicedesign.tools.journey.signs import OUTCOME_TONES, paint_evidence, paint_outcome
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme

FOUNDED = (
    *(LaneKind.TOUCHPOINT, LaneKind.ACTION, LaneKind.THOUGHT),
    *(LaneKind.PAIN_POINT, LaneKind.BACKSTAGE),
)
"""Lanes that tell what is: their cards show how well they are founded, even when not at all."""

Pictures = Callable[[str], QImage | None]
"""Returns the small picture of an image record, or None while it is not there (yet)."""


@dataclass(frozen=True, slots=True)
class CardTypes:
    """The type that cards are set in, and the language."""

    text: Type
    bold: Type
    t: Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWish:
    """What a card is laid out for.

    Attributes:
        card: the card, or None for a place that is written for the first time.
        kind: of its lane.
        width: of its place.
        issue: number of the issue it became, or None.
        offers: whether it may offer to become one.
        live: height of the field while it is written, or None.
    """

    card: Cell | None
    kind: LaneKind
    width: float
    issue: int | None = None
    offers: bool = False
    live: float | None = None


class CardView:
    """A card laid out.

    Attributes:
        wish: what it was laid out for.
        height: of the whole card.
        text_rect: where its words stand.
        chip_rect: where the chip of its issue stands; empty without one.
    """

    def __init__(self, wish: CardWish, types: CardTypes) -> None:
        """Lay a card out."""
        look = theme()
        self.wish = wish
        self._types = types
        card = wish.card
        self._outcome = card.outcome if card and wish.kind is LaneKind.ACTION else Outcome.UNSET
        self._number = card.number if card and card.number and wish.issue is None else 0
        self._level = _level_shown(card, wish.kind)
        headed = self._outcome is not Outcome.UNSET or bool(self._number)
        pad_x, y = look.px(sizes.PAD_X), float(look.px(sizes.PAD_Y))
        pitch = look.px(sizes.PITCH)
        inner = wish.width - 2 * pad_x
        if headed:
            y += pitch
        squares = look.px(sizes.SQUARES + 5) if self._level is not None and not headed else 0
        self._lines: TextLines | None = None
        text = card.text if card else ""
        if wish.live is not None:
            height = wish.live
        elif text:
            self._lines = types.text.lines(
                text, inner, first=inner - squares, most=sizes.MOST_LINES
            )
            height = self._lines.height
        else:
            height = 0.0 if headed else pitch
        self.text_rect = QRectF(pad_x, y, inner, height)
        self.field_width = inner - squares
        y += height
        y = self._below(y, inner, bool(text or wish.live))
        self.height = y + look.px(sizes.PAD_Y)

    def _below(self, y: float, inner: float, written: bool) -> float:
        """Place picture and chip under the words; return where they end."""
        look = theme()
        pad_x, gap = look.px(sizes.PAD_X), look.px(sizes.GAP)
        wish = self.wish
        self.picture_rect = QRectF()
        if wish.card is not None and wish.card.image_id:
            self.picture_rect = QRectF(pad_x, y + gap, inner, look.px(sizes.PICTURE))
            y = self.picture_rect.bottom()
        self.chip_rect = QRectF()
        self._chip = ""
        if wish.issue is not None:
            self._chip = self._types.t("課題{number}", number=wish.issue)
        elif wish.offers and wish.kind is LaneKind.PAIN_POINT and written:
            self._chip = self._types.t("課題にする")
        if self._chip:
            words = self._types.text.metrics.horizontalAdvance(self._chip)
            width = min(words + look.px(8 + 16 + 6 + 10), wish.width - 2 * pad_x)
            self.chip_rect = QRectF(pad_x, y + gap, width, look.px(sizes.CHIP))
            y = self.chip_rect.bottom()
        return y

    @property
    def cut(self) -> bool:
        """Whether there are more words than are shown."""
        return self._lines is not None and self._lines.cut

    def paint(self, painter: QPainter, pictures: Pictures) -> None:
        """Paint the card with its upper left corner at the painter's origin."""
        look = theme()
        y = look.px(sizes.PAD_Y)
        if self._outcome is not Outcome.UNSET:
            self._paint_outcome(painter, y)
        elif self._number:
            painter.setFont(self._types.bold.font)
            painter.setPen(color(tokens.TEXT))
            self._paint_line(painter, look.px(sizes.PAD_X), y, f"▲{self._number}")
        if self._level is not None:
            side = look.px(sizes.SQUARE)
            x = self.wish.width - look.px(sizes.PAD_Y) - look.px(sizes.SQUARES)
            paint_evidence(painter, self._level, x, y + (look.px(sizes.PITCH) - side) / 2, side)
        if self._lines is not None:
            painter.setPen(color(tokens.TEXT))
            self._lines.paint(painter, self.text_rect.x(), self.text_rect.y())
            if self._lines.cut:
                end = self.text_rect.bottomRight() - QPointF(look.px(4), look.px(3))
                self._paint_more(painter, end)
        self._paint_picture(painter, pictures)
        if self._chip:
            self._paint_chip(painter)

    def _paint_outcome(self, painter: QPainter, y: float) -> None:
        look = theme()
        side, x = look.px(sizes.SIGN), look.px(sizes.PAD_X)
        top = y + (look.px(sizes.PITCH) - side) / 2
        paint_outcome(painter, self._outcome, QRectF(x, top, side, side))
        painter.setFont(self._types.text.font)
        painter.setPen(color(OUTCOME_TONES[self._outcome]))
        word = self._types.t(OUTCOME_WORDS[self._outcome])
        self._paint_line(painter, x + side + look.px(4), y, word)

    def _paint_line(self, painter: QPainter, x: float, y: float, text: str) -> None:
        metrics = self._types.text.metrics
        pitch = theme().px(sizes.PITCH)
        base = y + (pitch - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(x, base), text)

    def _paint_more(self, painter: QPainter, end: QPointF) -> None:
        look = theme()
        painter.setPen(color(tokens.SECOND_TEXT))
        painter.setFont(self._types.text.font)
        words = self._types.t("…つづく")
        width = self._types.text.metrics.horizontalAdvance(words)
        left = max(float(look.px(sizes.PAD_X)), end.x() - width)
        back = QRectF(left, end.y() - look.px(18), width + look.px(4), look.px(22))
        painter.fillRect(back, color(tokens.GROUND))
        painter.drawText(QPointF(left, end.y()), words)

    def _paint_picture(self, painter: QPainter, pictures: Pictures) -> None:
        card = self.wish.card
        if self.picture_rect.isEmpty() or card is None or card.image_id is None:
            return
        image = pictures(card.image_id)
        if image is None:
            painter.fillRect(self.picture_rect, color(tokens.TABLE_GROUND))
            side = theme().px(24)
            middle = self.picture_rect.center() - QPointF(side / 2, side / 2)
            where = QRectF(middle.x(), middle.y(), side, side)
            paint_icon(painter, "mdi6.image-outline", where, color(tokens.EDGE))
            return
        scale = min(
            self.picture_rect.width() / image.width(), self.picture_rect.height() / image.height()
        )
        width, height = image.width() * scale, image.height() * scale
        where = QRectF(self.picture_rect.x(), self.picture_rect.y(), width, height)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(where, image)

    def _paint_chip(self, painter: QPainter) -> None:
        look = theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        taken = self.wish.issue is not None
        frame = QPainterPath()
        box = self.chip_rect.adjusted(0.5, 0.5, -0.5, -0.5)
        frame.addRoundedRect(box, look.px(tokens.RADIUS), look.px(tokens.RADIUS))
        painter.fillPath(frame, color(tokens.TINT if taken else tokens.GROUND))
        if not taken:
            painter.strokePath(frame, QPen(color(tokens.EDGE), 1))
        side = look.px(16)
        top = self.chip_rect.center().y() - side / 2
        icon = "mdi6.arrow-right" if taken else "mdi6.plus"
        where = QRectF(self.chip_rect.x() + look.px(8), top, side, side)
        paint_icon(painter, icon, where, color(tokens.ACTION))
        painter.setFont(self._types.text.font)
        painter.setPen(color(tokens.ACTION))
        words = self.chip_rect.adjusted(look.px(8 + 16 + 6), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(flags.value), self._chip)
        painter.restore()


def _level_shown(card: Cell | None, kind: LaneKind) -> EvidenceLevel | None:
    if card is None or kind is LaneKind.EMOTION:
        return None
    if kind in FOUNDED or card.evidence is not EvidenceLevel.NONE:
        return card.evidence
    return None
