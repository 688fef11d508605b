"""The ways into a project that come with the program: templates to begin with, examples to look at.

Owns the two lists. Must stay light: the start screen shows them before anything heavy is loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from servicedesign.model.message import N_


@dataclass(frozen=True, slots=True)
class Template:
    """A way to begin.

    Attributes:
        id: its name on the command line, and of its file in ``resources/templates``.
        title: its name for people (Japanese, translatable).
        summary: one line of what it puts into the project (Japanese, translatable).
    """

    id: str
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class Example:
    """An example project.

    Attributes:
        id: its name on the command line, and of its folder in ``examples/``.
        title: its name for people (Japanese, translatable).
        summary: one line of what is inside (Japanese, translatable).
        day: the day on which its records were written.
    """

    id: str
    title: str
    summary: str
    day: date


TEMPLATES: Final = (
    Template("half-day", N_("半日のワークショップ"), N_("13:00～16:30・進行表つき")),
    Template("two-day", N_("2日間のワークショップ"), N_("9:30～16:30を2日・進行表つき")),
    Template("blank", N_("白紙から"), N_("道具だけを使いたいとき")),
)
"""Every way to begin that comes with the program, the most used one first."""

EXAMPLES: Final = (
    Example(
        "single-parent",
        N_("ひとり親の支援"),
        N_("聞き取りから提案まで、すべて書き込み済み"),
        date(2026, 11, 30),
    ),
    Example("sick-child-care", N_("病児保育の予約"), N_("試作のテストまで"), date(2026, 10, 16)),
    Example(
        "senior-tablets",
        N_("高齢者のタブレット講習"),
        N_("ペルソナの候補を比べるところまで"),
        date(2026, 9, 11),
    ),
)
"""Every example, the complete one first."""
