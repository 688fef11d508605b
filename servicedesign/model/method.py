"""The method as the report gives it: preparation, four phases, and the check beside them.

Owns the order and the names of the phases (report ch. 7 §2), and how far a thing has come.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from servicedesign.model.message import N_


class MethodPhase(StrEnum):
    """A phase of the method, in the order of the report."""

    PREPARE = "prepare"
    NEEDS = "needs"
    IDEAS = "ideas"
    PROTOTYPE = "prototype"
    DELIVERY = "delivery"
    CHECK = "check"


PHASE_TITLES: dict[MethodPhase, str] = {
    MethodPhase.PREPARE: N_("準備"),
    MethodPhase.NEEDS: N_("ニーズの発見"),
    MethodPhase.IDEAS: N_("アイデアの創出"),
    MethodPhase.PROTOTYPE: N_("試作とテスト"),
    MethodPhase.DELIVERY: N_("提供に向けて"),
    MethodPhase.CHECK: N_("12箇条"),
}
"""The name of each phase for people."""

PHASE_NUMERALS: dict[MethodPhase, str] = {
    MethodPhase.NEEDS: "1",
    MethodPhase.IDEAS: "2",
    MethodPhase.PROTOTYPE: "3",
    MethodPhase.DELIVERY: "4",
}
"""The numeral of each phase that has one."""


class Progress(StrEnum):
    """How far something has come; its sign waxes like the moon."""

    NONE = "none"
    SOME = "some"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"
    LOOK = "look"


def together(parts: Iterable[Progress]) -> Progress:
    """Return the mark of several tools: look here before some, done only when all are."""
    seen = [part for part in parts if part is not Progress.NOT_APPLICABLE]
    if Progress.LOOK in seen:
        return Progress.LOOK
    if seen and all(part is Progress.DONE for part in seen):
        return Progress.DONE
    if any(part in (Progress.DONE, Progress.SOME) for part in seen):
        return Progress.SOME
    return Progress.NONE
