"""What to look at in a timetable, in words: overlaps, an end that is passed, a missing break.

Owns the sentences. They are calm: nothing here stops anyone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servicedesign.i18n import Translator
from servicedesign.tools.agenda.breaks import Sitting, pause_name, sittings
from servicedesign.tools.agenda.clock_text import clock_text, length_text
from servicedesign.tools.agenda.timetable import DayPlan, Slot


@dataclass(frozen=True, slots=True)
class Concern:
    """Something to look at.

    Attributes:
        day: the day it is about.
        item_id: the step it is about, or that it begins with.
        words: a sentence.
    """

    day: int
    item_id: str
    words: str


def concerns_of(plan: DayPlan, t: Translator) -> Iterator[Concern]:
    """Yield what to look at in one day."""
    for slot in plan.slots:
        if slot.gap < 0:
            yield Concern(plan.day, slot.item.id, gap_words(slot, t))
    for sitting in sittings(plan):
        if sitting.is_long:
            yield Concern(plan.day, _at(plan, sitting.begin), _sitting_words(sitting, t))


def _at(plan: DayPlan, begin: int) -> str:
    return next((slot.item.id for slot in plan.slots if slot.begin == begin), "")


def _sitting_words(sitting: Sitting, t: Translator) -> str:
    length = length_text(sitting.minutes, t)
    if not sitting.known:
        return t("{length}続けて休憩がありません。90分に一度は休みを入れます。", length=length)
    return t(
        "{begin}から{end}まで、{length}続けて休憩がありません。90分に一度は休みを入れます。",
        begin=clock_text(sitting.begin, t),
        end=clock_text(sitting.begin + sitting.minutes, t),
        length=length,
    )


def gap_words(slot: Slot, t: Translator) -> str:
    """Return what lies between a step and the one before: a gap, an overlap, the end passed."""
    if slot.begin is None or not slot.gap:
        return ""
    before = slot.begin - slot.gap
    length = length_text(slot.gap, t)
    if slot.gap > 0:
        return t(
            "{begin}～{end}　{name}（{length}）",
            begin=clock_text(before, t),
            end=clock_text(slot.begin, t),
            name=pause_name(before, slot.gap, t),
            length=length,
        )
    name = slot.item.title.strip()[:30] or t("次の項目")
    begin, end = clock_text(slot.begin, t), clock_text(before, t)
    if slot.is_moment:
        return t(
            "{begin}の「{name}」を{length}こえます（前の項目は{end}まで）。",
            begin=begin,
            name=name,
            length=length,
            end=end,
        )
    return t(
        "「{name}」（{begin}から）が、前の項目（{end}まで）と{length}重なっています。",
        begin=begin,
        name=name,
        length=length,
        end=end,
    )


def day_words(plan: DayPlan, t: Translator) -> str:
    """Return number, times, length and spare minutes of a day."""
    name = t("{n}日目", n=plan.day)
    spare = t("予備{length}", length=length_text(plan.spare, t)) if plan.spare else ""
    times = ""
    if plan.begin is not None and plan.end is not None:
        times = t("{begin}～{end}", begin=clock_text(plan.begin, t), end=clock_text(plan.end, t))
    total = t("項目の合計{length}", length=length_text(plan.minutes, t))
    return "　".join(part for part in (name, times, total, spare) if part)
