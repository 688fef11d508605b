"""The phases in few words.

Owns them for navigator and start screen.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.model.method import MethodPhase


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
