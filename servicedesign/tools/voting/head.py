"""The head of the vote: which round is in view, and what can be done with it now.

Owns those words. What the buttons do is the editor's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from servicedesign.model import VoteRound, VoteStatus
from servicedesign.tools.voting.naming import round_name
from servicedesign.tools.voting.rounds import rounds_of
from servicedesign.tools.voting.target_lines import said, status_words, subject
from servicedesign.ui.context import EditorContext
from servicedesign.ui.editor import HeadAction


@dataclass(frozen=True, slots=True)
class Doing:
    """What the buttons of the head do.

    Attributes:
        show: bring another round into view.
        add: make a round.
        print_papers: print the ballots.
        open: let people vote.
        close: close and count.
        reopen: open a closed round again.
        project: show the result to the room.
        go_on: go to the deep-dive.
    """

    show: Callable[[str], object]
    add: Callable[[], object]
    print_papers: Callable[[], object]
    open: Callable[[], object]
    close: Callable[[], object]
    reopen: Callable[[], object]
    project: Callable[[], object]
    go_on: Callable[[], object]


def head_actions(context: EditorContext, round_: VoteRound, doing: Doing) -> Sequence[HeadAction]:
    """Return the buttons for a round, the method's next step last."""
    t = context.t
    reading = t("読み取り専用で開いています") if context.read_only else ""
    papers = HeadAction(t("投票用紙を印刷"), doing.print_papers)
    rounds = _rounds_menu(context, round_, doing)
    if round_.status is VoteStatus.DRAFT:
        begin = HeadAction(t("投票を始める"), doing.open, primary=True, disabled_because=reading)
        return (*rounds, papers, begin)
    if round_.status is VoteStatus.OPEN:
        close = HeadAction(t("締め切って開票…"), doing.close, disabled_because=reading)
        return (*rounds, papers, close)
    again = HeadAction(t("開き直す…"), doing.reopen, disabled_because=reading)
    show = HeadAction(t("結果を映す"), doing.project)
    actions = [*rounds, again, show]
    if context.shell.can_go_tool("deep_dive"):
        why = "" if round_.selections else t("先に深掘りする案を選びます")
        actions.append(
            HeadAction(
                t("深掘りに進む"), doing.go_on, primary=True, leads_on=True, disabled_because=why
            )
        )
    return actions


def _rounds_menu(context: EditorContext, round_: VoteRound, doing: Doing) -> tuple[HeadAction, ...]:
    t, project = context.t, context.project
    entries = [
        HeadAction(
            f"{said(round_name(project, one), t)}　{status_words(one, t)}",
            partial(doing.show, one.id),
            ticked=one.id == round_.id,
        )
        for one in rounds_of(project)
    ]
    if not context.read_only:
        entries.append(HeadAction(t("新しい投票…"), doing.add))
    if len(entries) < 2:
        return ()
    return (HeadAction(said(round_name(project, round_), t), lambda: None, menu=tuple(entries)),)


def summary(context: EditorContext, round_: VoteRound) -> str:
    """Return the line beside the title."""
    t, project = context.t, context.project
    name = said(round_name(project, round_), t)
    return t.context("list", "・").join((name, subject(project, round_, t)))
