"""The phases in few words, and the mark of several tools together.

Owns both for navigator and start screen.
"""

from __future__ import annotations

from collections.abc import Iterable

from servicedesign.i18n import Translator
from servicedesign.model.method import MethodPhase, Progress


def short_titles(t: Translator) -> dict[MethodPhase, str]:
    """Return the names of the phases as the navigator has room for them."""
    return {
        MethodPhase.PREPARE: t.context("navigator", "準備"),
        MethodPhase.NEEDS: t.context("navigator", "ニーズの発見"),
        MethodPhase.IDEAS: t.context("navigator", "アイデアの創出"),
        MethodPhase.PROTOTYPE: t.context("navigator", "試作とテスト"),
        MethodPhase.DELIVERY: t.context("navigator", "提供に向けて"),
        MethodPhase.CHECK: t.context("navigator", "12箇条"),
    }


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
