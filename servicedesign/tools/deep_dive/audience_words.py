"""Worries and answers before the room: two columns, as many rows on a leaf as fit.

Owns these rows. Must not read a project.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Worry
from servicedesign.ui.room.audience_page import Leaves
from servicedesign.ui.room.leaf import LEAST
from servicedesign.ui.room.lines import Laid, lay
from servicedesign.ui.room.parts import Flow, Head

_SIZE: Final = 56
_GAP: Final = 112.0
"""Between the columns, with the arrow in it."""
_PITCH: Final = 1.35
_LONG: Final = 5000.0


class WorryRows:
    """Sets pairs of texts side by side."""

    def __init__(self, leaves: Leaves, over: Head, t: Translator) -> None:
        """Set them on ``leaves`` under ``over``."""
        self._leaves, self._over, self.t = leaves, over, t

    def draw(self, worries: Sequence[Worry]) -> None:
        """Set the pairs that hold words; without any, no leaf is begun."""
        written = [one for one in worries if one.worry.strip() or one.answer.strip()]
        if not written:
            return
        flow = Flow(self._leaves, self._over, self.t)
        self._heads(flow)
        for place, one in enumerate(written):
            self._pair(flow, one, first=not place)

    def _heads(self, flow: Flow) -> None:
        t, wide = self.t, self._wide(flow)
        place = flow.need(LEAST * 1.5)
        tone = tokens.SECOND_TEXT
        flow.leaf.text(place.left(), place.top(), t("心配"), LEAST, bold=True, tone=tone, room=wide)
        x = place.left() + wide + _GAP
        flow.leaf.text(x, place.top(), t("答え"), LEAST, bold=True, tone=tone, room=wide)

    def _wide(self, flow: Flow) -> float:
        return (flow.box.width() - _GAP) / 2

    def _pair(self, flow: Flow, one: Worry, *, first: bool) -> None:
        """Set one pair; a very long one goes on over further leaves."""
        wide = self._wide(flow)
        whole = self._laid(one, wide, _LONG)
        high = max(laid.height for laid in whole)
        if not first:
            self._rule(flow)
        if high > flow.box.height() - LEAST * 2:
            self._long(flow, one)
            return
        place = flow.need(high)
        self._set(flow, place, whole, wide)

    def _rule(self, flow: Flow) -> None:
        """Draw a hairline between two pairs, unless the first of them ends a leaf."""
        if flow.left_over > LEAST * 3:
            flow.space(28)
            flow.leaf.rule(flow.y)
            flow.space(28)

    def _long(self, flow: Flow, one: Worry) -> None:
        flow.heading(self.t("心配"))
        flow.text(one.worry.strip(), _SIZE)
        flow.heading(self.t("答え"))
        flow.text(one.answer.strip(), _SIZE, bold=True)

    def _laid(self, one: Worry, wide: float, high: float) -> tuple[Laid, Laid]:
        return (
            lay(one.worry.strip(), wide, high, _SIZE, _SIZE, pitch=_PITCH),
            lay(one.answer.strip(), wide, high, _SIZE, _SIZE, bold=True, pitch=_PITCH),
        )

    def _set(self, flow: Flow, place: QRectF, laid: tuple[Laid, Laid], wide: float) -> None:
        leaf = flow.leaf
        leaf.lines(place, laid[0])
        right = QRectF(place.left() + wide + _GAP, place.top(), wide, place.height())
        leaf.lines(right, laid[1], bold=True)
        middle, x = place.top() + _SIZE / 2, place.left() + wide + 24
        leaf.fill(QRectF(x, middle - 2, 40, 4), tokens.TEXT)
        path = QPainterPath(QRectF(x + 36, middle - 14, 0, 0).topLeft())
        path.lineTo(x + 64, middle)
        path.lineTo(x + 36, middle + 14)
        path.closeSubpath()
        leaf.shape(path, tokens.TEXT)
