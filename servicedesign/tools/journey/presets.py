"""The phases and lanes a map begins with, and what lanes are called.

Owns the preset words. Must not know projects or pages.
"""

from __future__ import annotations

from typing import Final

from servicedesign.model import LaneKind, Outcome
from servicedesign.model.message import N_

MUNICIPAL_PHASES: Final = (
    N_("きっかけ"),
    N_("知る"),
    N_("調べる・相談"),
    N_("準備"),
    N_("申請"),
    N_("待つ"),
    N_("受け取る"),
    N_("その後"),
)
"""From the trigger to life afterwards, for a service of a town."""

REPORT_PHASES: Final = (N_("認知"), N_("興味・関心"), N_("比較・検討"), N_("行動"))
"""The four of the report (ch. 7 §2(1)②)."""

LANE_TITLES: Final = {
    LaneKind.TOUCHPOINT: N_("接触ポイント"),
    LaneKind.ACTION: N_("行動内容"),
    LaneKind.THOUGHT: N_("思考（気分）"),
    LaneKind.EMOTION: N_("感情"),
    LaneKind.PAIN_POINT: N_("困りごと"),
    LaneKind.OPPORTUNITY: N_("機会"),
    LaneKind.BACKSTAGE: N_("関係者・裏側"),
    LaneKind.DURATION: N_("所要時間"),
    LaneKind.SOLUTION: N_("解決策"),
    LaneKind.CUSTOM: N_("レーン"),
}
"""What a lane is called unless it has a name of its own."""

LANE_NOTES: Final = {
    LaneKind.TOUCHPOINT: N_("（場所）"),
    LaneKind.ACTION: N_("（成否）"),
}
"""What stands in grey under the name."""

BLANK_LANES: Final = (
    LaneKind.TOUCHPOINT,
    LaneKind.ACTION,
    LaneKind.THOUGHT,
    LaneKind.EMOTION,
    LaneKind.PAIN_POINT,
    LaneKind.BACKSTAGE,
    LaneKind.OPPORTUNITY,
)
"""Lanes of an empty map, in order."""

OUTCOME_WORDS: Final = {
    Outcome.DONE: N_("できた"),
    Outcome.PARTLY: N_("一部できた"),
    Outcome.FAILED: N_("できなかった"),
}
"""The word beside ring, triangle and cross."""
