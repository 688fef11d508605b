"""What is said of a run: how late it is, when it will end, what comes next.

Owns the sentences. Minutes are whole; a minute more or less is not spoken of as late.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.model import AgendaItem
from servicedesign.tools.agenda.clock_text import clock_text, length_text
from servicedesign.tools.agenda.running import Reckoning
from servicedesign.tools.agenda.timetable import DayPlan


def behind_words(minutes: int, t: Translator) -> str:
    """Return how far a step is behind its plan, or ahead of it."""
    if minutes == 0:
        return t("予定どおりです")
    length = length_text(minutes, t)
    if minutes > 0:
        return t("予定より{length}遅れています", length=length)
    return t("予定より{length}早く進んでいます", length=length)


def end_words(reckoning: Reckoning, t: Translator) -> str:
    """Return when the day will end as things stand, and when it was to end."""
    planned = clock_text(reckoning.planned_end, t)
    if reckoning.day_behind == 0:
        return t("終わりは予定の{planned}", planned=planned)
    return t(
        "終わりの見込み{end}（予定{planned}）",
        end=clock_text(reckoning.end, t),
        planned=planned,
    )


def spare_words(plan: DayPlan, t: Translator) -> str:
    """Return how many minutes the steps that wait could give up; empty for none."""
    spare = sum(
        min(slot.item.spare_minutes, slot.item.minutes)
        for slot in plan.slots
        if not slot.item.started_at and not slot.item.skipped
    )
    return t("これからの予備{length}", length=length_text(spare, t)) if spare else ""


def shift_words(reckoning: Reckoning, t: Translator) -> str:
    """Return that the plan was moved because the day began at another time; empty else."""
    if not reckoning.shift:
        return ""
    length = length_text(reckoning.shift, t)
    if reckoning.shift > 0:
        return t("予定の時刻を{length}うしろへずらして数えています", length=length)
    return t("予定の時刻を{length}前へずらして数えています", length=length)


def step_title(item: AgendaItem, t: Translator) -> str:
    """Return what a step is called."""
    return " ".join(item.title.split()) or t("名前のない項目")


def minutes_words(item: AgendaItem, t: Translator) -> str:
    """Return the minutes of a step, with what was given or taken: 20分（＋5分）."""
    base = length_text(item.minutes, t) if item.minutes else t("{n}分", n=0)
    if not item.extra_minutes:
        return base
    sign = "＋" if item.extra_minutes > 0 else "－"
    if t.lang == "en":
        sign = "+" if item.extra_minutes > 0 else "−"
    return t("{base}（{sign}{extra}分）", base=base, sign=sign, extra=abs(item.extra_minutes))
