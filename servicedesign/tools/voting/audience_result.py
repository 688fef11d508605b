"""The result for the room: places, ideas, a dot a vote, votes and people, five to a leaf.

Owns that composition. It is given places that are public already.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import TieRule, VoteEventKind, VoteRound
from servicedesign.model.message import N_
from servicedesign.tools.voting.dot_rows import DotRows
from servicedesign.tools.voting.idea_mark import paint_mark
from servicedesign.tools.voting.ranking import Place
from servicedesign.ui.room.audience_page import Leaves
from servicedesign.ui.room.leaf import LEAST, Leaf
from servicedesign.ui.room.lines import lay, measure
from servicedesign.ui.room.parts import HIGH_RULE, Head, foot, head

_ROWS = 5
_DOT, _DOTS_HIGH = 34.0, 100.0
_PEOPLE, _VOTES = 210.0, 120.0
_NOTE_WIDE, _NOTE_HIGH = 120.0, 104.0
_TITLE = 76.0
_DOTS_SHARE = 0.245
"""Lengths in units, and the share of the width that the dots have."""

_TIES = {
    TieRule.MORE_SUPPORTERS: N_("同数は選んだ人の多い順"),
    TieRule.KEEP_BOTH: N_("同数はどれも残す"),
    TieRule.RUN_OFF: N_("同数は決選投票"),
    TieRule.FACILITATOR: N_("同数は進行役が決める"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a result is shown.

    Attributes:
        round_: the closed round.
        places: its ranking.
        counted: votes of each idea shown so far in the count-up; None when it is over.
    """

    round_: VoteRound
    places: Sequence[Place]
    counted: int | None


def compose_result(leaves: Leaves, shown: Shown, t: Translator) -> None:
    """Set the places with votes, five to a leaf, then the names of the ideas without one."""
    voted = [place for place in shown.places if place.votes]
    rest = [place for place in shown.places if not place.votes]
    highest = max((place.votes for place in voted), default=1)
    for start in range(0, max(1, len(voted)), _ROWS):
        leaf = leaves.add()
        box = _head(leaf, shown, t)
        foot_top = _foot(leaf, shown, len(rest), t)
        pitch = (foot_top - 16 - HIGH_RULE) / _ROWS
        dots = DotRows.fitting(highest, box.width() * _DOTS_SHARE, _DOTS_HIGH, _DOT)
        for number, place in enumerate(voted[start : start + _ROWS]):
            row = QRectF(box.left(), HIGH_RULE + number * pitch, box.width(), pitch)
            if number:
                leaf.rule(row.top())
            _row(leaf, row, place, shown, dots, t)
        if not voted:
            leaf.text(box.left(), box.top(), t("どの案にも票が入りませんでした。"), 56)
        if shown.counted is not None:
            return
    _compose_rest(leaves, rest, t)


def _head(leaf: Leaf, shown: Shown, t: Translator) -> QRectF:
    votes = sum(place.votes for place in shown.places)
    words = t.plural("{n}票", votes) if shown.counted is None else ""
    people = _people(shown.round_)
    if words and people:
        words = t.context("list", "・").join((t.plural("{n}人", people), words))
    title = t("投票の結果")
    box = head(leaf, Head(title=title), t)
    top = HIGH_RULE - 84
    left = leaf.left + measure(title, _TITLE, True) + 48
    room = _votes_right(leaf) - _VOTES - left
    if words and measure(words, LEAST) <= room:
        leaf.text(left, top + 4, words, LEAST, room=room)
    leaf.text(leaf.right, top, t("選んだ人"), LEAST, tone=tokens.SECOND_TEXT, align="right")
    leaf.text(_votes_right(leaf), top, t("票"), LEAST, tone=tokens.SECOND_TEXT, align="right")
    return box


def _people(round_: VoteRound) -> int:
    """Return how many people voted, as its record says; 0 where nobody knows."""
    closed = [one.text for one in round_.events if one.kind is VoteEventKind.CLOSED]
    number = closed[-1].partition("/")[0] if closed else ""
    return int(number) if number.isdecimal() else 0


def _votes_right(leaf: Leaf) -> float:
    return leaf.right - _PEOPLE - 32


def _foot(leaf: Leaf, shown: Shown, unvoted: int, t: Translator) -> float:
    if shown.counted is not None:
        return foot(leaf)
    kept = len(shown.round_.selections)
    left = t.plural("この{n}案を深掘りします", kept) if kept else ""
    parts = []
    if _tied(shown.places):
        parts.append(t(_TIES[shown.round_.tie_rule]))
    if unvoted:
        parts.append(t.plural("0票の{n}案も残します", unvoted))
    return foot(leaf, left, t.context("list", "・").join(parts))


def _tied(places: Sequence[Place]) -> bool:
    votes = [place.votes for place in places if place.votes]
    return len(set(votes)) < len(votes)


def _row(leaf: Leaf, row: QRectF, place: Place, shown: Shown, dots: DotRows, t: Translator) -> None:
    middle = row.center().y()
    leaf.text(row.left(), middle - 40, str(place.rank), 80, bold=True)
    x = row.left() + 96
    paint_mark(leaf, QRectF(x, middle - _NOTE_HIGH / 2, _NOTE_WIDE, _NOTE_HIGH), place.target)
    x += _NOTE_WIDE + 36
    right = _votes_right(leaf) - _VOTES
    left = right - row.width() * _DOTS_SHARE
    _title(leaf, place.target.title or t("（言葉がありません）"), x, left - 32, middle)
    votes = place.votes if shown.counted is None else min(place.votes, shown.counted)
    leaf.shape(dots.path(votes, left, middle), tokens.TEXT)
    leaf.text(_votes_right(leaf), middle - 36, str(votes), 72, bold=True, align="right")
    if shown.counted is None or shown.counted >= place.votes:
        people = _people_words(place, t)
        leaf.text(
            leaf.right,
            middle - 24,
            people,
            LEAST,
            tone=tokens.SECOND_TEXT,
            align="right",
            room=_PEOPLE,
        )


def _people_words(place: Place, t: Translator) -> str:
    """Return how many people gave the votes, short enough for its column."""
    number = str(place.supporters)
    if place.at_least:
        return t.context("room", "{n}人以上", n=number)
    return t.context("room", "{n}人", n=number)


def _title(leaf: Leaf, words: str, left: float, right: float, middle: float) -> None:
    """Set a title on one line, else on two; longer ones end in dots."""
    room = right - left
    plain = " ".join(words.split())
    if measure(plain, LEAST) <= room:
        size = 56.0 if measure(plain, 56) <= room else LEAST
        leaf.text(left, middle - size / 2, plain, size, room=room)
        return
    pitch = 1.2
    high = LEAST + LEAST * pitch
    shown = plain[:200]
    laid = lay(shown, room, high, LEAST, LEAST, pitch=pitch)
    while laid.rest and shown:
        shown = shown[:-2]
        laid = lay(f"{shown}…", room, high, LEAST, LEAST, pitch=pitch)
    leaf.lines(QRectF(left, middle - laid.height / 2, room, high), laid)


def _compose_rest(leaves: Leaves, rest: Iterable[Place], t: Translator) -> None:
    """List the ideas without a vote in two columns."""
    places = list(rest)
    pitch = 76.0
    while places:
        leaf = leaves.add()
        box = head(leaf, Head(title=t("票の入らなかった案")), t)
        rows = max(1, int((box.height() - 24) // pitch))
        column = (box.width() - 48) / 2
        for number, place in enumerate(places[: rows * 2]):
            x = box.left() + (number // rows) * (column + 48)
            y = box.top() + (number % rows) * pitch
            leaf.text(x, y, place.target.label, LEAST, bold=True)
            title = place.target.title or t("（言葉がありません）")
            leaf.text(x + 112, y, title, LEAST, room=column - 112)
        places = places[rows * 2 :]
