"""The words of tests: outcomes, sides, verdicts, what became of an improvement.

Owns them for screen and paper. Must not know either.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.model import (
    ImprovementState,
    Side,
    TaskOutcome,
    Verdict,
)
from servicedesign.model.dates import parse_date, short_date
from servicedesign.tools.testing.durations import duration_words
from servicedesign.tools.testing.results import LEAST_FOR_SHARE, TaskResult, VersionResult

SIGNS = {
    TaskOutcome.ALONE: "done",
    TaskOutcome.HELPED: "partly",
    TaskOutcome.FAILED: "failed",
}
"""Ring, triangle and cross, by the names that ``paper.marks.outcome`` has for them."""


def outcome_words(t: Translator) -> dict[TaskOutcome, str]:
    """Return how a task went, in a word."""
    return {
        TaskOutcome.ALONE: t("自力"),
        TaskOutcome.HELPED: t("助け"),
        TaskOutcome.FAILED: t("不可"),
    }


def side_words(t: Translator) -> dict[Side, str]:
    """Return who tries it."""
    return {
        Side.USER: t.context("test side", "利用者"),
        Side.PROVIDER: t.context("test side", "提供者"),
    }


def verdict_words(t: Translator) -> dict[Verdict, str]:
    """Return what follows from a test, in words to tick."""
    return {
        Verdict.GO_ON: t("続ける"),
        Verdict.REVISE: t("直して、もう一度"),
        Verdict.STOP: t("やめる"),
    }


def state_words(t: Translator) -> dict[ImprovementState, str]:
    """Return what became of an improvement."""
    return {
        ImprovementState.OPEN: t("未決"),
        ImprovementState.ACCEPTED: t("採用"),
        ImprovementState.DECLINED: t.context("improvement", "見送り"),
    }


def version_words(number: int, t: Translator) -> str:
    """Return 第2版."""
    return t("第{number}版", number=number)


def version_title(code: str, name: str, number: int, t: Translator) -> str:
    """Return code and name of a prototype with the number of a version."""
    parts = (code.strip(), name.strip() or t("名前のない試作"), version_words(number, t))
    return " ".join(part for part in parts if part)


def date_words(date: str, t: Translator) -> str:
    """Return an ISO date as people say it, or as it is written."""
    day = parse_date(date)
    return short_date(day, t.lang) if day else date


def counts_words(task: TaskResult, t: Translator) -> str:
    """Return 自力2・助け1・不可1（4人）; shares only from ten people on."""
    if not task.tried:
        return t("まだだれも試していません")
    words = outcome_words(t)
    parts = []
    for outcome, word in words.items():
        count, share = task.count(outcome), task.share(outcome)
        if count and share is not None:
            parts.append(
                t("{outcome}{count}人（{share} %）", outcome=word, count=count, share=share)
            )
        elif count:
            parts.append(t("{outcome}{count}人", outcome=word, count=count))
    told = t("・").join(parts)
    return t("{told}　計{count}人", told=told, count=task.tried)


def times_words(task: TaskResult, t: Translator) -> str:
    """Return the times, each of them up to nine, and the median where there are enough."""
    if not task.seconds:
        return ""
    each = [duration_words(one, t) for one in task.seconds]
    if len(each) >= LEAST_FOR_SHARE:
        each = [t("{first}から{last}まで", first=each[0], last=each[-1])]
    told = t("、").join(each)
    middle = task.middle()
    if middle is None:
        return told
    return t("{times}（中央値 {middle}）", times=told, middle=duration_words(middle, t))


def people_words(result: VersionResult, t: Translator) -> str:
    """Return how many were heard, by side, and how many sessions are planned."""
    parts = []
    if result.users:
        parts.append(t.plural("利用者{n}人", result.users))
    if result.providers:
        parts.append(t.plural("提供者{n}人", result.providers))
    if result.planned:
        parts.append(t.plural("予定{n}回", result.planned))
    return t("・").join(parts) or t("まだテストしていません")


def honesty_words(result: VersionResult, t: Translator) -> str:
    """Return what so few people can tell and what they cannot; empty with none or many."""
    if not 0 < result.held < LEAST_FOR_SHARE:
        return ""
    return t.plural(
        "{n}人のテストです。人数が少ないため、割合にはせず、人数と一人ひとりの様子で見ます。",
        result.held,
    )
