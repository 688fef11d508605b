"""The record of decisions, read: who decided what, when, by which rule, of all rounds.

Owns the way from what is stored to the sentences people read, on screen and on paper. Must not
write; how a line is stored is in ``tools.vote_record``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import (
    Message,
    TieRule,
    VoteEvent,
    VoteEventKind,
    VoteRound,
    msg,
)
from servicedesign.model.dates import long_date, short_date
from servicedesign.model.message import N_
from servicedesign.tools.voting.ranking import Tie
from servicedesign.tools.voting.rounds import TIE_RULES

_RULES: Final = {
    "budget": N_("持ち票"),
    "cap": N_("1案の上限"),
    "anonymous": N_("匿名"),
    "hidden": N_("票数を締切まで伏せる"),
    "tie_rule": N_("同数のとき"),
    "voters": N_("投票する人"),
    "targets": N_("案の数"),
}
_LIST: Final = r"[0-9A-Z]+(?:, [0-9A-Z]+)*"
_TIE: Final = re.compile(rf"(?P<tied>{_LIST})(?: → (?P<won>{_LIST})(?: (?P<why>.*))?)?", re.DOTALL)
_LABELS: Final = re.compile(_LIST)
_CHANGE: Final = re.compile(r"(?P<rule>\w+) (?P<before>[^→]*)→(?P<after>.*)")
_CAME: Final = re.compile(r"(?P<came>\d*)/(?P<all>\d+)")


@dataclass(frozen=True, slots=True)
class EventLine:
    """One line of the record, read.

    Attributes:
        kind: what happened.
        at: local time as it is stored.
        who: did it, perhaps unknown.
        words: people's own: a reason, an idea, a move, a remark.
        tied: numbers of those with equal votes.
        won: numbers of those that were chosen.
        changes: of rules: which, before, after.
        came: how many had voted, empty where nobody can know.
        everyone: how many could, empty where it does not say.
    """

    kind: VoteEventKind
    at: str = ""
    who: str = ""
    words: str = ""
    tied: tuple[str, ...] = ()
    won: tuple[str, ...] = ()
    changes: tuple[tuple[str, str, str], ...] = ()
    came: str = ""
    everyone: str = ""


def read_event(event: VoteEvent) -> EventLine:
    """Return what a stored line says; what it does not hold in its form are people's words."""
    line = EventLine(event.kind, event.at, event.who.strip())
    text = event.text.strip()
    match event.kind:
        case VoteEventKind.CLOSED if found := _CAME.fullmatch(text):
            return replace(line, came=found["came"], everyone=found["all"])
        case VoteEventKind.RULES:
            parts = [_CHANGE.fullmatch(part) for part in text.split("; ")]
            known = tuple((f["rule"], f["before"], f["after"]) for f in parts if f is not None)
            return replace(line, changes=known) if len(known) == len(parts) else _said(line, text)
        case VoteEventKind.TIE if found := _TIE.fullmatch(text):
            tied, won = _split(found["tied"]), _split(found["won"] or "")
            return replace(line, tied=tied, won=won, words=(found["why"] or "").strip())
        case VoteEventKind.CHOSEN if not text or _LABELS.fullmatch(text):
            return replace(line, won=_split(text))
        case _:
            return _said(line, text)


def _said(line: EventLine, text: str) -> EventLine:
    return replace(line, words=text)


def _split(labels: str) -> tuple[str, ...]:
    return tuple(part for part in labels.split(", ") if part)


def event_words(event: VoteEvent | EventLine, t: Translator) -> str:
    """Return what happened, as sentences in the reader's language."""
    line = event if isinstance(event, EventLine) else read_event(event)
    return _WORDS[line.kind](line, t)


def _opened(_line: EventLine, t: Translator) -> str:
    return t("投票を始めた。")


def _closed(line: EventLine, t: Translator) -> str:
    if not line.everyone:
        return line.words or t("投票を締め切った。")
    if not line.came:
        return t("投票できる{all}人の投票を締め切った。", all=line.everyone)
    return t("{all}人のうち{came}人が投票し、締め切った。", all=line.everyone, came=line.came)


def _reopened(line: EventLine, t: Translator) -> str:
    return t("開き直した。理由：{reason}", reason=line.words) if line.words else t("開き直した。")


def _rules(line: EventLine, t: Translator) -> str:
    changes = [
        f"{t(_RULES.get(rule, rule))} {_value(before, t)}→{_value(after, t)}"
        for rule, before, after in line.changes
    ]
    return t("約束を変えた（{changes}）。", changes=_joined(changes, t) or line.words)


def _value(text: str, t: Translator) -> str:
    words = {"true": t.context("vote rule", "はい"), "false": t.context("vote rule", "いいえ")}
    words |= {str(rule): t(name) for rule, name in TIE_RULES.items()}
    return words.get(text, text)


def _left(line: EventLine, t: Translator) -> str:
    return t("「{idea}」を外し、入っていた票は用紙に戻した。", idea=line.words)


def _moved(line: EventLine, t: Translator) -> str:
    return t("まとまりに入った案の票を移した（{move}）。", move=line.words)


def _tie(line: EventLine, t: Translator) -> str:
    if not line.tied:
        return line.words
    tied = _joined(line.tied, t)
    if not line.won:
        return t("{tied}は同数なので、決選投票にした。", tied=tied)
    said = t("同数の{tied}から、{won}を選んだ。", tied=tied, won=_joined(line.won, t))
    if not line.words:
        return said
    return _run([said, t("理由：{reason}", reason=line.words)], t)


def _chosen(line: EventLine, t: Translator) -> str:
    if line.won:
        return t("{ideas}を選んだ。", ideas=_joined(line.won, t))
    return line.words or t("選んだ案を外した。")


def _note(line: EventLine, _t: Translator) -> str:
    return line.words


_WORDS: Final[dict[VoteEventKind, Callable[[EventLine, Translator], str]]] = {
    VoteEventKind.OPENED: _opened,
    VoteEventKind.CLOSED: _closed,
    VoteEventKind.REOPENED: _reopened,
    VoteEventKind.RULES: _rules,
    VoteEventKind.LEFT: _left,
    VoteEventKind.MOVED: _moved,
    VoteEventKind.TIE: _tie,
    VoteEventKind.CHOSEN: _chosen,
    VoteEventKind.NOTE: _note,
}


def came_of(events: Iterable[VoteEvent]) -> int | None:
    """Return how many people voted by the last close in the record; None where it does not say."""
    closed = [event for event in events if event.kind is VoteEventKind.CLOSED]
    came = read_event(closed[-1]).came if closed else ""
    return int(came) if came else None


# Rules, ties and times ----------------------------------------------------------------------------


def rule_words(round_: VoteRound) -> tuple[tuple[str, Message], ...]:
    """Return the rules of a round, each as its name (translatable) and its words."""
    return (
        (N_("持ち票"), budget_words(round_.budget, round_.cap)),
        (N_("見せ方"), _shown(round_)),
        (N_("同数のとき"), Message(TIE_RULES[round_.tie_rule])),
    )


def budget_words(budget: int, cap: int) -> Message:
    """Return how many votes each person has, and how many one idea may get of them."""
    return msg("1人{budget}票、1案{cap}票まで", budget=budget, cap=cap)


def _shown(round_: VoteRound) -> Message:
    if round_.anonymous:
        return msg("匿名、締切まで非表示") if round_.hidden else msg("匿名、票数を見せながら")
    return msg("記名、締切まで非表示") if round_.hidden else msg("記名、票数を見せながら")


def tie_words(tie: Tie, reason: str, t: Translator) -> str:
    """Return how a tie was dealt with, as sentences in the reader's language.

    Args:
        tie: candidates with as many votes as each other.
        reason: the facilitator's, where one was given.
        t: the translator.
    """
    labels = [target.label for target in tie.targets]
    won = [target.label for target in tie.chosen]
    ideas = _joined(sorted(labels, key=_by_number), t)
    said = [t.plural("{ideas}は{n}票ずつ。", tie.votes, ideas=ideas)]
    order = _joined(labels, t)
    if tie.parted_by is TieRule.MORE_SUPPORTERS:
        said.append(t("始める前に決めた「選んだ人の多い順」で、{order}の順とした。", order=order))
    elif tie.parted_by is TieRule.RUN_OFF:
        said.append(t("決選投票で、{order}の順とした。", order=order))
    elif len(won) == len(labels):
        said.append(t("どれも残した。"))
    else:
        said.append(t("進行役が{won}を選んだ。", won=_joined(won, t)))
    shared = tie.parted_by is None or 0 < len(won) < len(labels)
    if reason and shared and len(won) < len(labels):
        said.append(t("理由：{reason}", reason=reason))
    return _run(said, t)


def _by_number(label: str) -> tuple[int, str]:
    return (int(label), "") if label.isdecimal() else (-1, label)


def moment_words(at: str, t: Translator, *, day: bool = True, short: bool = False) -> str:
    """Return a stored local time as people write it; what is none stays as it is.

    Args:
        at: as it is stored.
        t: the translator.
        day: whether the day is wanted.
        short: whether the year can be left out.
    """
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    clock = t("{hour}時{minute}分", hour=moment.hour, minute=f"{moment.minute:02}")
    if not day:
        return clock
    written = (short_date if short else long_date)(moment.date(), t.lang)
    return t("{date} {time}", date=written, time=clock)


def _joined(parts: Sequence[str], t: Translator) -> str:
    return (", " if t.lang == "en" else "、").join(parts)


def _run(sentences: Sequence[str], t: Translator) -> str:
    return (" " if t.lang == "en" else "").join(sentences)
