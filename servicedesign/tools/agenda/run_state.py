"""What a run looks like at one moment, as plain words and numbers for screen and audience.

Owns the gathering. Reads the desk and the project, writes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from servicedesign.i18n import Translator
from servicedesign.model import AgendaItem
from servicedesign.model.dates import short_date
from servicedesign.tools.agenda.clock_text import DAY, clock_text, length_text
from servicedesign.tools.agenda.run_desk import RunDesk
from servicedesign.tools.agenda.run_list import StepLine
from servicedesign.tools.agenda.run_words import (
    behind_words,
    end_words,
    minutes_words,
    shift_words,
    spare_words,
    step_title,
)
from servicedesign.tools.agenda.running import (
    Reckoning,
    StepState,
    allowed,
    is_begun,
    moment,
    state_of,
    steps_of,
)
from servicedesign.tools.agenda.timetable import DayPlan, Slot


class RunPhase(StrEnum):
    """Where a run is."""

    BEFORE = "before"
    RUNNING = "running"
    BETWEEN = "between"
    """A step ended and the next has not begun."""
    FINISHED = "finished"
    STALE = "stale"
    """A step was left running long ago."""


@dataclass(frozen=True, slots=True)
class RunState:
    """A run at one moment.

    Attributes:
        phase: where it is.
        item: the step that runs, else the one to start next, else the last one.
        over: the line over the title: which step of how many, and when it was to be.
        title: of the step.
        whole: its minutes in seconds, with those given.
        standing: how late it is, in bold.
        outlook: when the day will end, and how much could be saved.
        next_title: of the step after, or empty.
        details: aim, ways and things of the step: label and text.
        lines: every step of the day.
        tool: the tool that the step opens, or empty.
        can_go_back: whether a step ended before.
        begun: whether anything of the run is kept.
    """

    phase: RunPhase
    item: AgendaItem | None
    over: str
    title: str
    whole: int
    standing: str
    outlook: str
    next_title: str
    details: tuple[tuple[str, str], ...]
    lines: tuple[StepLine, ...]
    tool: str
    can_go_back: bool
    begun: bool


def gather_run(desk: RunDesk, day: int) -> RunState:
    """Return how the run of a day stands now."""
    t, plan = desk.context.t, desk.plan(day)
    steps = steps_of(plan) if plan is not None else ()
    current = desk.current()
    current = current if current is not None and current.day == day else None
    following = desk.following(day)
    reckoning = None if desk.stale else desk.reckoning(day)
    items = [slot.item for slot in steps]
    item = current or following or (items[-1] if items else None)
    phase = _phase(desk, current, following, items)
    slot = next((slot for slot in steps if item is not None and slot.item.id == item.id), None)
    return RunState(
        phase=phase,
        item=item,
        over=_over(slot, steps, phase, t),
        title=_title(phase, item, t),
        whole=allowed(item) * 60 if item is not None else 0,
        standing=_standing(desk, phase, reckoning, items, t),
        outlook=_outlook(phase, plan, reckoning, t),
        next_title=_next_title(phase, following, t),
        details=_details(item, phase, t),
        lines=tuple(_line(slot, reckoning, t) for slot in steps),
        tool=item.tool if item is not None and phase is not RunPhase.FINISHED else "",
        can_go_back=any(one.started_at and one.ended_at for one in items),
        begun=is_begun(items),
    )


def _phase(
    desk: RunDesk,
    current: AgendaItem | None,
    following: AgendaItem | None,
    items: list[AgendaItem],
) -> RunPhase:
    if current is not None:
        return RunPhase.STALE if desk.stale else RunPhase.RUNNING
    if following is None:
        return RunPhase.FINISHED
    return RunPhase.BETWEEN if any(item.started_at for item in items) else RunPhase.BEFORE


def _title(phase: RunPhase, item: AgendaItem | None, t: Translator) -> str:
    if phase is RunPhase.FINISHED:
        return t("この日の進行は終わりました")
    return step_title(item, t) if item is not None else ""


def _over(slot: Slot | None, steps: tuple[Slot, ...], phase: RunPhase, t: Translator) -> str:
    if slot is None or phase is RunPhase.FINISHED:
        return ""
    number = t("{number}／{all}", number=steps.index(slot) + 1, all=len(steps))
    times = ""
    if slot.begin is not None and slot.end is not None:
        times = t(
            "予定{begin}～{end}", begin=clock_text(slot.begin, t), end=clock_text(slot.end, t)
        )
    word = t("いま") if phase in (RunPhase.RUNNING, RunPhase.STALE) else t("これから")
    return "　".join(one for one in (word, number, times, minutes_words(slot.item, t)) if one)


def _standing(
    desk: RunDesk,
    phase: RunPhase,
    reckoning: Reckoning | None,
    items: list[AgendaItem],
    t: Translator,
) -> str:
    current = desk.current()
    if phase is RunPhase.STALE and current is not None:
        start = moment(current.started_at)
        when = f"{short_date(start.date(), t.lang)} {start:%H:%M}" if start else ""
        return t("{when}に始めたまま、終わりの記録がありません", when=when)
    if phase is RunPhase.BEFORE:
        return t("まだ始めていません")
    if reckoning is None:
        return ""
    if phase is RunPhase.FINISHED:
        return _finished_words(reckoning, items, t)
    if desk.began_later():
        return t("PCの時計より先の時刻に始めた記録です。いまから数えています")
    return behind_words(reckoning.behind, t)


def _finished_words(reckoning: Reckoning, items: list[AgendaItem], t: Translator) -> str:
    ends = [end for item in items if (end := moment(item.ended_at)) is not None]
    if not ends:
        return ""
    planned = clock_text(reckoning.planned_end, t)
    return t("{end}に終わりました（予定{planned}）", end=f"{max(ends):%H:%M}", planned=planned)


def _outlook(
    phase: RunPhase, plan: DayPlan | None, reckoning: Reckoning | None, t: Translator
) -> str:
    if plan is None or phase in (RunPhase.STALE, RunPhase.FINISHED):
        return ""
    if reckoning is None:
        length = length_text(plan.minutes, t)
        return t("項目の合計{length}", length=length)
    parts = (end_words(reckoning, t), spare_words(plan, t), shift_words(reckoning, t))
    return "　".join(part for part in parts if part)


def _next_title(phase: RunPhase, following: AgendaItem | None, t: Translator) -> str:
    if following is None or phase not in (RunPhase.RUNNING, RunPhase.STALE):
        return ""
    return step_title(following, t)


def _details(
    item: AgendaItem | None, phase: RunPhase, t: Translator
) -> tuple[tuple[str, str], ...]:
    if item is None or phase is RunPhase.FINISHED:
        return ()
    found = (
        (t("ねらい"), item.aim),
        (t("進め方"), item.method),
        (t("使う紙"), item.sheet),
        (t("担当"), item.who),
        (t("用意する物"), item.things),
    )
    return tuple((label, text.strip()) for label, text in found if text.strip())


def _line(slot: Slot, reckoning: Reckoning | None, t: Translator) -> StepLine:
    item, state = slot.item, state_of(slot.item)
    begin = slot.begin
    if reckoning is not None and item.id in reckoning.begins:
        begin = reckoning.begins[item.id]
    time = clock_text(None if begin is None else begin % DAY, t)
    title = step_title(item, t)
    note = _note(item, state, t)
    words = {
        StepState.DONE: t("済み"),
        StepState.RUNNING: t("いま"),
        StepState.WAITING: t("これから"),
        StepState.SKIPPED: t("飛ばす"),
    }
    spoken = "、".join(part for part in (words[state], time, title, note) if part)
    return StepLine(item.id, time, title, note, state, spoken)


def _note(item: AgendaItem, state: StepState, t: Translator) -> str:
    """Return the minutes of a step; of one that ended those it took, of one skipped the word."""
    if state is StepState.SKIPPED:
        return t.context("step", "飛ばした") if item.started_at else t("飛ばす予定")
    start, end = moment(item.started_at), moment(item.ended_at)
    if state is StepState.DONE and start is not None and end is not None:
        took = round((end - start).total_seconds() / 60)
        words = length_text(took, t) if took else t("{n}分", n=0)
        if took == item.minutes:
            return words
        return t("{took}（予定{planned}分）", took=words, planned=item.minutes)
    return minutes_words(item, t)
