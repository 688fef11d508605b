"""A block from a spreadsheet becomes people.

Owns which column of a block means what, how many rows are taken, and what is told of the rest.
A block with a head is a list of its own and goes behind the others; one without is laid over the
table from the cell in use, as a spreadsheet does it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from servicedesign.model import Participant, msg
from servicedesign.model.normalise import fold
from servicedesign.model.table_text import Block
from servicedesign.store import Project
from servicedesign.tools.participants.actions import COLUMNS, MOST_PEOPLE, changed
from servicedesign.tools.participants.grouping import GroupNames

_HEADS: Final = {
    "name": "名前|氏名|お名前|ご氏名|なまえ|参加者|参加者名|name|full name|participant",
    "surname": "姓|苗字|名字|surname|last name|family name",
    "given": "名|first name|given name",
    "kana": "ふりがな|かな|よみ|よみがな|読み|読み仮名|読みがな|氏名かな|氏名(かな)|名前かな|"
    "furigana|kana|reading",
    "surname_kana": "せい|姓(かな)|姓かな",
    "given_kana": "めい|名(かな)|名かな",
    "affiliation": "所属|所属先|部署|課|課名|会社|会社名|団体|団体名|勤務先|職場|組織|affiliation|"
    "organisation|organization|department|section|company",
    "stakeholder": "立場|区分|種別|分類|関係|stakeholder|kind|kind of stakeholder|type|category",
    "role": "役割|役|役職|担当|role|title|position|job",
    "group": "班|班名|組|グループ|テーブル|チーム|group|table|team",
    "note": "メモ|備考|注意|特記事項|note|notes|memo|remarks|comment|comments",
    "number": "番号|no|no.|#|id|通し番号",
}
_JOINED: Final = {
    "surname": "name",
    "given": "name",
    "surname_kana": "kana",
    "given_kana": "kana",
}


@dataclass
class Pasted:
    """What became of a block.

    Attributes:
        first: place in the table of the first row written, or -1.
        added: rows that are new.
        changed: rows that were there.
        too_many: rows for which there was no room.
        left_out: heads of columns that mean nothing here.
        beyond: columns beyond the last one of the table.
        groups: names of groups that were made.
        refused_groups: names for which no group could be made.
    """

    first: int = -1
    added: int = 0
    changed: int = 0
    too_many: int = 0
    left_out: tuple[str, ...] = ()
    beyond: int = 0
    groups: tuple[str, ...] = ()
    refused_groups: int = 0


@dataclass
class _Plan:
    """Rows to be written, each by column, from a place in the table on."""

    rows: list[Mapping[str, str]] = field(default_factory=list)
    at: int = 0
    told: Pasted = field(default_factory=Pasted)


def read_head(row: Sequence[str]) -> tuple[str, ...] | None:
    """Return what each column of a block means when ``row`` is its head, else None.

    A head names the people and knows most of its columns. A column that means nothing here is an
    empty text.
    """
    known = _known_heads()
    found = tuple(known.get(_head_key(cell), "") for cell in row)
    written = [cell for cell in row if cell.strip()]
    meant = sum(1 for one in found if one)
    if not {"name", "surname", "kana"} & set(found) or meant * 2 < len(written):
        return None
    return found


def _known_heads() -> dict[str, str]:
    return {_head_key(word): key for key, words in _HEADS.items() for word in words.split("|")}


def _head_key(text: str) -> str:
    return "".join(fold(text).split()).strip("：:*※")


def paste_people(project: Project, block: Block, row: int = 0, column: int = 0) -> Pasted:
    """Write ``block`` into the table in one step and return what became of it.

    Args:
        project: the open project.
        block: rows of cells, see ``model.table_text``.
        row: place of the row in use; one behind the last adds.
        column: place of the column in use, in ``actions.COLUMNS``.
    """
    head = read_head(block[0]) if block else None
    everyone = project.all(Participant)
    if head is not None:
        plan = _listed(block, head, len(everyone))
    else:
        plan = _laid_over(block, row, column, len(everyone))
    told = plan.told
    room = MOST_PEOPLE - plan.at
    told.too_many = max(0, len(plan.rows) - max(0, room))
    rows = plan.rows[: max(0, room)]
    if not rows:
        return told
    told.first = plan.at
    position = everyone[-1].position if everyone else -1.0
    with project.edit(msg("表から貼り付ける")):
        groups = GroupNames(project)
        for place, cells in enumerate(rows, plan.at):
            if place < len(everyone):
                project.put(changed(everyone[place], cells, groups))
                told.changed += 1
            else:
                position += 1.0
                project.put(changed(Participant(position=position), cells, groups))
                told.added += 1
    told.groups = tuple(group.name for group in groups.made)
    told.refused_groups = len(groups.refused)
    return told


def _listed(block: Block, head: Sequence[str], place: int) -> _Plan:
    plan = _Plan(at=place)
    plan.rows = [cells for row in block[1:] if (cells := _named(row, head))]
    unknown = [i for i, meant in enumerate(head) if not meant]
    plan.told.left_out = tuple(
        block[0][i].strip() or str(i + 1)
        for i in unknown
        if any(len(row) > i and row[i].strip() for row in block[1:])
    )
    return plan


def _named(row: Sequence[str], head: Sequence[str]) -> dict[str, str]:
    """Return the cells of a row by what their column means; first and family name are joined."""
    found: dict[str, list[tuple[bool, str]]] = {}
    for meant, cell in zip(head, row, strict=False):
        text = cell.strip()
        if not meant or meant == "number" or not text:
            continue
        found.setdefault(_JOINED.get(meant, meant), []).append((meant.startswith("given"), text))
    return {column: _joined(column, parts) for column, parts in found.items()}


def _joined(column: str, parts: list[tuple[bool, str]]) -> str:
    """Join what several columns say of one thing, the family name first."""
    joint = "\n" if column == "note" else " "
    return joint.join(text for _, text in sorted(parts, key=lambda part: part[0]))


def _laid_over(block: Block, row: int, column: int, count: int) -> _Plan:
    plan = _Plan(at=min(max(0, row), count))
    columns = COLUMNS[max(0, column) :]
    for place, cells in enumerate(block, plan.at):
        written = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
        if place < count or any(written.values()):
            plan.rows.append(written)
        beyond = [cell for cell in cells[len(columns) :] if cell.strip()]
        plan.told.beyond = max(plan.told.beyond, len(beyond))
    return plan
