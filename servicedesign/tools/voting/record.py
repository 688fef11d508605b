"""The record of decisions, read: who decided what, when, by which rule, of all rounds.

Owns the way from what is stored to the sentences people read, on screen and on paper. Must not
write; how a line is stored is in ``tools.vote_record``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
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
_CHANGE: Final = re.compile(r"(?P<rule>\w+) (?P<before>[^→]*)→(?P<after>.*)")
_CAME: Final = re.compile(r"(?P<came>\d*)/(?P<all>\d+)")


def event_words(event: VoteEvent, t: Translator) -> str:
    """Return what happened, as one sentence in the reader's language."""
    return _WORDS[event.kind](event.text.strip(), t)


def _opened(_text: str, t: Translator) -> str:
    return t("投票を始めた。")


def _closed(text: str, t: Translator) -> str:
    found = _CAME.fullmatch(text)
    if found is None:
        return t("投票を締め切った。")
    if not found["came"]:
        return t("投票できる{all}人の投票を締め切った。", all=found["all"])
    return t("{all}人のうち{came}人が投票し、締め切った。", all=found["all"], came=found["came"])


def _reopened(text: str, t: Translator) -> str:
    return t("開き直した。理由：{reason}", reason=text) if text else t("開き直した。")


def _rules(text: str, t: Translator) -> str:
    changes = [_change(part, t) for part in text.split("; ") if part]
    return t("約束を変えた（{changes}）。", changes=_joined(changes, t))


def _change(part: str, t: Translator) -> str:
    found = _CHANGE.fullmatch(part)
    if found is None or found["rule"] not in _RULES:
        return part
    before, after = (_value(found[side], t) for side in ("before", "after"))
    return f"{t(_RULES[found['rule']])} {before}→{after}"


def _value(text: str, t: Translator) -> str:
    words = {"true": t.context("vote rule", "はい"), "false": t.context("vote rule", "いいえ")}
    words |= {str(rule): t(name) for rule, name in TIE_RULES.items()}
    return words.get(text, text)


def _left(text: str, t: Translator) -> str:
    return t("「{idea}」を外し、入っていた票は用紙に戻した。", idea=text)


def _moved(text: str, t: Translator) -> str:
    return t("まとまりに入った案の票を移した（{move}）。", move=text)


def _tie(text: str, t: Translator) -> str:
    found = _TIE.fullmatch(text)
    if found is None:
        return text
    tied = _listed(found["tied"], t)
    if not found["won"]:
        return t("{tied}は同数なので、決選投票にした。", tied=tied)
    said = t("同数の{tied}から、{won}を選んだ。", tied=tied, won=_listed(found["won"], t))
    if not found["why"]:
        return said
    return _run([said, t("理由：{reason}", reason=found["why"])], t)


def _chosen(text: str, t: Translator) -> str:
    if not text:
        return t("選んだ案を外した。")
    return t("{ideas}を選んだ。", ideas=_listed(text, t))


def _note(text: str, _t: Translator) -> str:
    return text


_WORDS: Final[dict[VoteEventKind, Callable[[str, Translator], str]]] = {
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
    closed = [event.text for event in events if event.kind is VoteEventKind.CLOSED]
    found = _CAME.fullmatch(closed[-1].strip()) if closed else None
    return int(found["came"]) if found and found["came"] else None


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
    said = [t("{ideas}は{votes}票ずつ。", ideas=ideas, votes=tie.votes)]
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


def _listed(labels: str, t: Translator) -> str:
    return _joined([part.strip() for part in labels.split(",") if part.strip()], t)


def _joined(parts: Sequence[str], t: Translator) -> str:
    return (", " if t.lang == "en" else "、").join(parts)


def _run(sentences: Sequence[str], t: Translator) -> str:
    return (" " if t.lang == "en" else "").join(sentences)
