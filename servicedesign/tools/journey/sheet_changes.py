"""変わること: what differs from today's map, phase by phase, on pages after the to-be map.

Owns these pages. Must not draw the map, nor decide what differs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.paper.flow import Flow
from servicedesign.paper.frame import Heading
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import ACTION, SECOND_TEXT
from servicedesign.tools.journey.differences import (
    DifferenceKind,
    aspect_words,
    difference_sentence,
    side_words,
)
from servicedesign.tools.journey.sheet_cards import joined
from servicedesign.tools.journey.sheet_data import Change, ChangeGroup, MapData
from servicedesign.tools.journey.sheet_desk import Desk
from servicedesign.tools.journey.sheet_lists import Para, Row, named_block
from servicedesign.tools.journey.sheet_person import subtitle_for

_SIZE: Final = 10.0
_GREY: Final = TextStyle(_SIZE, _SIZE, leading=1.35, colour=SECOND_TEXT)
_BEFORE: Final = TextStyle(_SIZE, _SIZE, leading=1.35)
_ARROW: Final = TextStyle(_SIZE, _SIZE, True, leading=1.35, colour=ACTION)
_AFTER: Final = TextStyle(_SIZE, _SIZE, True, leading=1.35)
_SHARES: Final = (26, 52, 5, 58)


def draw_changes(desk: Desk, data: MapData, heading: Heading) -> Flow | None:
    """Draw what changes on pages after the map, and return the flow; None where nothing does."""
    if not data.changes:
        return None
    t = desk.t
    title = t("変わること")
    desk.doc.heading = replace(
        heading,
        title=title,
        subtitle=subtitle_for(desk.book, desk.doc.grid, title, data, 0),
        purpose=t("いまの道のりから、めざす道のりへ。左がいま、右がこれからです。"),
        aside=0,
    )
    flow = Flow(desk.doc, 2 if desk.doc.grid.text_width > 220 else 1, spacing=4.0)
    desk.doc.bookmark(title, page=len(desk.doc.pages), level=2)
    for group in data.changes:
        rows = [_row(one, t) for one in group.changes]
        flow.add(named_block(_title(group, t), rows, _SHARES, _AFTER, at=1))
    return flow


def _title(group: ChangeGroup, t: Translator) -> str:
    title = group.title or t("（名前のないフェーズ）")
    return f"{group.number} {title}" if group.number else title


def _row(one: Change, t: Translator) -> Row:
    before, after = side_words(one.difference, t)
    if not before and not after:
        told = Para(difference_sentence(one.difference, t), _AFTER)
        return ((), (told,), (), ())
    after = after or t.context("difference", "なくなる")
    if one.ideas and one.difference.kind is DifferenceKind.SOLUTION:
        ideas = joined([t("案 {number}", number=number) for number in one.ideas], t)
        after = t("{text}（{ideas}）", text=after, ideas=ideas)
    return (
        (Para(aspect_words(one.difference, t), _GREY),),
        (Para(before, _BEFORE),),
        (Para("→", _ARROW),),
        (Para(after, _AFTER),),
    )
