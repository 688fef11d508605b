"""A block from a spreadsheet becomes steps of the timetable.

Owns which column of a block means what, how times and lengths are made of each other, how many rows
are taken, and what is told of the rest. A block with a head is a list of its own and goes behind
the others; one without is laid over the table from the cell in use.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from servicedesign.model import AgendaItem, Message, msg
from servicedesign.model.normalise import fold
from servicedesign.model.table_text import Block
from servicedesign.store import Project
from servicedesign.tools.agenda.actions import (
    COLUMNS,
    FIRST_START,
    MOST_DAYS,
    MOST_ITEMS,
    STANDARD_MINUTES,
    readable,
    written,
)
from servicedesign.tools.agenda.clock_text import DAY, read_clock, read_minutes, read_span
from servicedesign.tools.agenda.timetable import begin_of, follows, in_order

_HEADS: Final = {
    "day": "日|日目|日程|何日目|day",
    "start": "時刻|開始|開始時刻|開始時間|時間|始|はじまり|time|start|start time|from",
    "end": "終了|終了時刻|終了時間|終|おわり|end|end time|to|until",
    "minutes": "分|所要|所要時間|時間(分)|所要(分)|長さ|minutes|min|duration|length",
    "spare_minutes": "予備|予備の分|ゆとり|spare|buffer",
    "title": "内容|項目|題|タイトル|プログラム|すること|content|item|title|session|agenda|what",
    "aim": "ねらい|目的|目標|ゴール|aim|goal|purpose",
    "method": "進め方|方法|やり方|詳細|説明|備考|how|method|details|notes|description",
    "tool": "道具|ツール|tool",
    "sheet": "使う紙|紙|シート|資料|配布物|sheet|handout|material",
    "who": "担当|担当者|だれ|誰|進行|who|lead|responsible|owner",
    "things": "用意する物|用意|準備物|持ち物|備品|things|things needed|equipment|materials",
    "number": "番号|no|no.|#|通し番号",
}
_LONG: Final = ("aim", "method", "things")


@dataclass
class Pasted:
    """What became of a block.

    Attributes:
        first: id of the first step written, or empty.
        added: rows that are new.
        changed: rows that were there.
        too_many: rows for which there was no room.
        left_out: heads of columns that mean nothing here.
        beyond: columns beyond the last one of the table.
        unread: cells that should be a time or a length and are none.
    """

    first: str = ""
    added: int = 0
    changed: int = 0
    too_many: int = 0
    left_out: tuple[str, ...] = ()
    beyond: int = 0
    unread: int = 0


@dataclass
class _Plan:
    """Rows to be written, each by column, over the steps from a place on, or behind all."""

    rows: list[dict[str, str]] = field(default_factory=list)
    at: int = 0
    told: Pasted = field(default_factory=Pasted)


def read_head(row: Sequence[str]) -> tuple[str, ...] | None:
    """Return what each column of a block means when ``row`` is its head, else None.

    A head names the contents and knows most of its columns. A column that means nothing here is an
    empty text.
    """
    known = {_key(word): key for key, words in _HEADS.items() for word in words.split("|")}
    found = tuple(known.get(_key(cell), "") for cell in row)
    said = [cell for cell in row if cell.strip()]
    meant = sum(1 for one in found if one)
    if "title" not in found or meant < 2 or meant * 2 < len(said):
        return None
    return found


def _key(text: str) -> str:
    return "".join(fold(text).split()).strip("：:*※")


def paste_items(
    project: Project,
    block: Block,
    at: str,
    column: int,
    tools: Mapping[str, str],
) -> Pasted:
    """Write ``block`` into the timetable in one step and return what became of it.

    Args:
        project: the open project.
        block: rows of cells, see ``model.table_text``.
        at: id of the step in use; empty for the row behind the last.
        column: place of the column in use, in ``actions.COLUMNS``.
        tools: ids of tools by what they are called, folded.
    """
    items = in_order(project.all(AgendaItem))
    head = read_head(block[0]) if block else None
    if head is not None:
        plan = _listed(block, head, len(items))
    else:
        ids = [item.id for item in items]
        plan = _laid_over(block, ids.index(at) if at in ids else len(ids), column, len(ids))
    told = plan.told
    room = max(0, MOST_ITEMS - plan.at)
    told.too_many = max(0, len(plan.rows) - room)
    rows = [_with_lengths(row, plan.rows[n + 1 :]) for n, row in enumerate(plan.rows[:room])]
    if not rows:
        return told
    told.unread = sum(
        not readable(key, text) for row in rows for key, text in row.items() if key in COLUMNS
    )
    made = _made(items, rows, plan.at, tools)
    told.changed = min(len(rows), max(0, len(items) - plan.at))
    told.added = len(rows) - told.changed
    told.first = made[0].id
    _write(project, made, msg("表から貼り付ける"))
    return told


def _listed(block: Block, head: Sequence[str], place: int) -> _Plan:
    plan = _Plan(at=place)
    for row in block[1:]:
        cells: dict[str, str] = {}
        for meant, cell in zip(head, row, strict=False):
            if meant and meant != "number" and cell.strip():
                joint = "\n" if meant in _LONG else " "
                cells[meant] = joint.join(filter(None, (cells.get(meant, ""), cell.strip())))
        if cells:
            plan.rows.append(cells)
    plan.told.left_out = tuple(
        block[0][i].strip() or str(i + 1)
        for i, meant in enumerate(head)
        if not meant and any(len(row) > i and row[i].strip() for row in block[1:])
    )
    return plan


def _laid_over(block: Block, at: int, column: int, count: int) -> _Plan:
    plan = _Plan(at=at)
    columns = COLUMNS[max(0, column) :]
    for place, cells in enumerate(block, at):
        row = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
        if place < count or any(row.values()):
            plan.rows.append(row)
        beyond = [cell for cell in cells[len(columns) :] if cell.strip()]
        plan.told.beyond = max(plan.told.beyond, len(beyond))
    return plan


def _with_lengths(row: Mapping[str, str], later: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Return a row with its minutes: written, from its end, or up to where the next one starts."""
    made = dict(row)
    begin, end = read_span(row.get("start", ""))
    if begin is not None and end is not None:
        made["start"] = f"{begin // 60}:{begin % 60:02d}"
    if end is None:
        end = read_clock(row["end"]) if row.get("end") else None
    if row.get("minutes") or begin is None:
        return made
    if end is None and later and not _opens_day(row, later[0]):
        end, _ = read_span(later[0].get("start", ""))
    if end is not None and (end - begin) % DAY <= DAY // 2:
        made["minutes"] = str((end - begin) % DAY)
    return made


def _opens_day(row: Mapping[str, str], following: Mapping[str, str]) -> bool:
    return bool(following.get("day")) and following["day"] != row.get("day", following["day"])


def _made(
    items: Sequence[AgendaItem],
    rows: Sequence[Mapping[str, str]],
    at: int,
    tools: Mapping[str, str],
) -> list[AgendaItem]:
    made: list[AgendaItem] = []
    day = items[-1].day if items else 1
    position = items[-1].position if items else -1.0
    for place, cells in enumerate(rows, at):
        texts = {key: text for key, text in cells.items() if key in COLUMNS}
        if "tool" in texts:
            texts["tool"] = tools.get(fold(texts["tool"]).strip(), "")
        if place < len(items):
            made.append(written(items[place], texts))
            continue
        day = _day_of(cells.get("day", ""), day)
        position += 1.0
        new = AgendaItem(day=day, minutes=STANDARD_MINUTES, position=position)
        made.append(written(new, texts))
    return made


def _day_of(text: str, before: int) -> int:
    digits = "".join(one for one in fold(text) if one.isdecimal())
    number = read_minutes(digits) if digits else None
    return min(max(number, 1), MOST_DAYS) if number else before


def _write(project: Project, made: Sequence[AgendaItem], label: Message) -> None:
    """Write the steps; of those that are new, no start says merely that they follow."""
    ids = {item.id for item in made}
    others = [item for item in project.all(AgendaItem) if item.id not in ids]
    settled: list[AgendaItem] = []
    ends: dict[int, int | None] = {}
    for item in in_order([*others, *made]):
        one = _settled(item, ends, new=item.id in ids)
        begin, _ = begin_of(one, ends.get(one.day))
        ends[one.day] = None if begin is None else begin + one.minutes
        settled.append(one)
    with project.edit(label):
        for item in settled:
            if project.find(AgendaItem, item.id) != item:
                project.put(item)


def _settled(item: AgendaItem, ends: Mapping[int, int | None], *, new: bool) -> AgendaItem:
    """Return a step whose start says something, after those of its day that end at ``ends``."""
    if not new:
        return item
    if item.day not in ends:
        return item if item.start else replace(item, start=FIRST_START)
    idle = item.minutes > 0 and follows(item, ends[item.day])
    return replace(item, start="") if idle else item
