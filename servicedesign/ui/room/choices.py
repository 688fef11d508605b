"""What can be shown to the room by name, whatever view is in use.

Owns the list. A page is found by a dotted path or asked of a tool's editor, so that nothing is
loaded before it is chosen. Must not show anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from servicedesign.model.message import N_


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to show.

    Attributes:
        id: its name in code.
        label: its name for people.
        missing: what is told where the project has nothing to show for it.
        page: ``module:function`` that takes the context and returns a page or None; or empty.
        tool: the tool whose editor is asked for its page, or empty.
    """

    id: str
    label: str
    missing: str
    page: str = ""
    tool: str = ""


_TOOLS: Final = "servicedesign.tools"

CHOICES: Final = (
    Choice(
        "title",
        N_("表紙"),
        "",
        page="servicedesign.ui.room.title_page:TitlePage",
    ),
    Choice(
        "agenda",
        N_("いまとこのあと"),
        N_("進行表がまだありません。"),
        tool="agenda",
    ),
    Choice(
        "persona",
        N_("ペルソナ"),
        N_("一人に絞ったペルソナがまだいません。"),
        page=f"{_TOOLS}.persona.audience_page:persona_page",
    ),
    Choice(
        "journey",
        N_("ジャーニーマップ"),
        N_("映せるジャーニーマップがまだありません。"),
        tool="journey",
    ),
    Choice(
        "question",
        N_("問い"),
        N_("映せる問いがまだありません。"),
        page=f"{_TOOLS}.issues.audience_page:question_page",
    ),
    Choice(
        "rules",
        N_("ブレインストーミングの約束"),
        "",
        page=f"{_TOOLS}.board.rules_page:rules_page",
    ),
    Choice(
        "payoff",
        N_("評価マトリクス"),
        N_("まだ案が並んでいません。"),
        page=f"{_TOOLS}.payoff.audience:payoff_page",
    ),
    Choice(
        "timer",
        N_("タイマー"),
        "",
        page="servicedesign.ui.room.timer_page:TimerPage",
    ),
)
"""In the order of the menu."""


def choice(choice_id: str) -> Choice:
    """Return the choice called ``choice_id``.

    Raises:
        LookupError: there is none.
    """
    for candidate in CHOICES:
        if candidate.id == choice_id:
            return candidate
    raise LookupError(choice_id)
