"""The lanes of one phase for the room, one below the other, over as many leaves as they take.

Owns where label, sign, words and evidence stand. Must not know the project.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from servicedesign import tokens
from servicedesign.model import Cell, EvidenceLevel, LaneKind, Outcome
from servicedesign.tools.journey.presets import OUTCOME_WORDS
from servicedesign.tools.journey.signs import OUTCOME_TONES, paint_evidence, paint_outcome
from servicedesign.tools.journey.signs import squares_width as squares
from servicedesign.ui.faces import paint_face
from servicedesign.ui.room.leaf import LEAST, Leaf
from servicedesign.ui.room.lines import lay, measure

if TYPE_CHECKING:
    from servicedesign.i18n import Translator

_SIZE: Final = 56
_PITCH: Final = 1.36
_BETWEEN: Final = 22
"""Above and below the line between two lanes, in units."""
_CARD_GAP: Final = 14
_LABEL_SHARE: Final = 0.3
_LABEL_GAP: Final = 44
_SIGN: Final = 46
_SIGN_ROOM: Final = 68
_FACE: Final = 34
_FACE_ROOM: Final = 92
_SQUARE: Final = 26
_EVIDENCE_ROOM: Final = 96

Begin = Callable[[], tuple[Leaf, QRectF]]


@dataclass(frozen=True, slots=True)
class PhaseShown:
    """One lane of the phase.

    Attributes:
        label: what the lane is called.
        kind: its kind.
        cards: what stands in it, top first.
        issues: the numbers of the issues that came of its cards.
        to_be: whether the map shows how it should become.
    """

    label: str
    kind: LaneKind
    cards: Sequence[Cell]
    issues: Sequence[int]
    to_be: bool


class PhaseRows:
    """Fills leaves with lanes."""

    def __init__(self, begin: Begin, t: Translator) -> None:
        """Set up; ``begin`` begins a leaf and returns it with the room for lanes."""
        self._begin_leaf = begin
        self.t = t
        self._begin()

    def _begin(self) -> None:
        self._leaf, self._box = self._begin_leaf()
        self._y = self._box.top()
        self._fresh = True

    def fill(self, lanes: Sequence[PhaseShown]) -> None:
        """Set all lanes; without any a sentence says so."""
        if not lanes:
            words = self.t("このフェーズには、まだ何も書かれていません。")
            self._leaf.block(self._box, words, _SIZE, tone=tokens.SECOND_TEXT)
            return
        most = self._box.width() * _LABEL_SHARE
        widest = max(measure(lane.label, LEAST) for lane in lanes)
        self._label = min(most, widest) + _LABEL_GAP
        for lane in lanes:
            self._lane(lane)

    def _lane(self, lane: PhaseShown) -> None:
        self._need(self._first_height(lane))
        if not self._fresh:
            self._y += _BETWEEN
            self._leaf.rule(self._y)
            self._y += _BETWEEN
        self._name(lane)
        for number, card in enumerate(lane.cards):
            self._y += _CARD_GAP if number else 0
            self._card(lane, card)
        for number in lane.issues:
            self._issue(number)

    def _first_height(self, lane: PhaseShown) -> float:
        """Return how much of a lane must stand together: its sign, and two lines if it has them."""
        card = lane.cards[0]
        room = self._box.width() - self._label - _EVIDENCE_ROOM - _FACE_ROOM
        lines = 2 if "\n" in card.text or measure(card.text, _SIZE) > room else 1
        lines += card.outcome is not Outcome.UNSET
        return 2 * _BETWEEN + _SIZE + (lines - 1) * _SIZE * _PITCH

    def _need(self, height: float) -> None:
        if not self._fresh and self._y + height > self._box.bottom():
            self._begin()

    def _name(self, lane: PhaseShown) -> None:
        top = self._y + (_SIZE - LEAST) / 2
        room = self._label - _LABEL_GAP
        self._leaf.text(self._box.left(), top, lane.label, LEAST, tone=tokens.SECOND_TEXT,
                        room=room)  # fmt: skip

    def _card(self, lane: PhaseShown, card: Cell) -> None:
        left, right = self._box.left() + self._label, self._box.right()
        if lane.kind is not LaneKind.DURATION:
            self._evidence(card.evidence, right)
        if card.outcome is not Outcome.UNSET:
            self._outcome(card.outcome, left)
        if card.emotion is not None:
            self._face(card.emotion, left, to_be=lane.to_be)
            left += _FACE_ROOM
        if lane.kind is LaneKind.PAIN_POINT and card.number:
            number = str(card.number)
            self._leaf.text(left, self._y, number, _SIZE, bold=True)
            left += max(_SIGN_ROOM, measure(number, _SIZE, bold=True) + 24)
        self._text(lane, card.text, QRectF(left, 0, right - _EVIDENCE_ROOM - left, 0))

    def _text(self, lane: PhaseShown, words: str, across: QRectF) -> None:
        """Set words from here on; what does not fit goes on under the same name on another leaf."""
        rest = words.strip()
        if not rest:
            self._y += _SIZE * _PITCH
            self._fresh = False
        while rest:
            height = max(_SIZE, self._box.bottom() - self._y)
            laid = lay(rest, across.width(), height, _SIZE, _SIZE, pitch=_PITCH)
            place = QRectF(across.left(), self._y, across.width(), height)
            self._leaf.lines(place, laid)
            self._y += len(laid.lines) * laid.step
            self._fresh = False
            rest = laid.rest.strip()
            if rest:
                self._begin()
                self._name(lane)

    def _outcome(self, outcome: Outcome, left: float) -> None:
        place = QRectF(left, self._y + (_SIZE - _SIGN) / 2, _SIGN, _SIGN)
        self._leaf.custom(lambda painter: paint_outcome(painter, outcome, place))
        word = self.t(OUTCOME_WORDS[outcome])
        top = self._y + (_SIZE - LEAST) / 2
        self._leaf.text(left + _SIGN_ROOM, top, word, LEAST, bold=True, tone=OUTCOME_TONES[outcome])
        self._y += _SIZE * _PITCH
        self._fresh = False

    def _face(self, level: float, left: float, *, to_be: bool) -> None:
        middle = QPointF(left + _FACE, self._y + _SIZE / 2)
        self._leaf.custom(lambda painter: paint_face(painter, middle, _FACE, level, to_be=to_be))

    def _evidence(self, level: EvidenceLevel, right: float) -> None:
        x, y = right - squares(_SQUARE), self._y + (_SIZE - _SQUARE) / 2

        def _paint(painter: QPainter) -> None:
            paint_evidence(painter, level, x, y, _SQUARE)

        self._leaf.custom(_paint)

    def _issue(self, number: int) -> None:
        """Say that a pain point was taken up."""
        height = LEAST * _PITCH
        self._need(height)
        left = self._box.left() + self._label
        place = QRectF(left, self._y + 4, LEAST - 8, LEAST - 8)
        self._leaf.icon(place, "mdi6.arrow-right", tokens.SECOND_TEXT)
        words = self.t("課題{number}", number=number) if number else self.t("課題")
        self._leaf.text(left + _SIGN_ROOM, self._y, words, LEAST, tone=tokens.SECOND_TEXT)
        self._y += height
