"""Templates of one's own: what is taken from a project, and how it becomes a new one.

Owns what a template may hold: the frame of the work and never its content. Fields are taken by
name, so that nothing that names a person comes along by accident. See ``template_files`` for the
format.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import MISSING, fields, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from servicedesign.exchange.beginnings import TEMPLATES
from servicedesign.exchange.bundled import read_json_file
from servicedesign.exchange.files import make_folder, replacing
from servicedesign.exchange.json_text import read_json, to_json
from servicedesign.exchange.template_files import (
    FORMAT,
    MAX_SUMMARY,
    MAX_TITLE,
    SUFFIX,
    VERSION,
    OwnTemplate,
    not_a_template,
    read_head,
    read_shelf,
    template_folder,
    unusable,
)
from servicedesign.locations import RESOURCES
from servicedesign.model import (
    RECORDS,
    AgendaItem,
    Board,
    BoardFrame,
    Group,
    JourneyMap,
    PrincipleEdition,
    PrintSet,
    ProjectError,
    Record,
    field_specs,
    msg,
)
from servicedesign.model.codec import from_plain, to_plain
from servicedesign.model.ids import new_id
from servicedesign.model.message import N_
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project

MAX_RECORDS: Final = 20_000
"""Most records in one template."""


class Part(StrEnum):
    """What can be taken along."""

    AGENDA = "agenda"
    GROUPS = "groups"
    MAPS = "maps"
    BOARDS = "boards"
    PRINT_SETS = "print_sets"
    PRINCIPLES = "principles"


PART_WORDS: Final = {
    Part.AGENDA: N_("進行表（時刻と進め方）"),
    Part.GROUPS: N_("班（名前と色。人は入りません）"),
    Part.MAPS: N_("地図の枠（フェーズとレーン。書き込みは入りません）"),
    Part.BOARDS: N_("ボード（付箋は入りません）"),
    Part.PRINT_SETS: N_("印刷の組"),
    Part.PRINCIPLES: N_("12箇条の問い（答えは入りません）"),
}
"""The parts in words, in the order in which they are offered."""

_HEADS: Final[dict[Part, type[Record]]] = {
    Part.AGENDA: AgendaItem,
    Part.GROUPS: Group,
    Part.MAPS: JourneyMap,
    Part.BOARDS: Board,
    Part.PRINT_SETS: PrintSet,
    Part.PRINCIPLES: PrincipleEdition,
}
_KINDS: Final = {
    Part.AGENDA: ("agenda_item",),
    Part.GROUPS: ("group",),
    Part.MAPS: ("journey_map", "phase", "lane"),
    Part.BOARDS: ("board",),
    Part.PRINT_SETS: ("print_set",),
    Part.PRINCIPLES: ("principle_edition", "principle_item", "principle_check"),
}
_TAKEN: Final[Mapping[str, tuple[str, ...]]] = {
    "agenda_item": (
        *("day", "start", "minutes", "spare_minutes", "title", "aim", "method"),
        *("tool", "sheet", "who", "things", "position"),
    ),
    "group": ("name", "colour", "position"),
    "journey_map": ("title", "view", "counterpart_id", "position"),
    "phase": ("map_id", "stage_of_id", "counterpart_id", "title", "position"),
    "lane": ("map_id", "kind", "title", "hidden", "position"),
    "board": ("title", "frame", "journey_map_id", "position"),
    "print_set": ("title", "choices", "position"),
    "principle_edition": ("title", "date", "source", "current", "position"),
    "principle_item": ("edition_id", "number", "title", "position"),
    "principle_check": ("item_id", "question", "position"),
}
"""The fields that are taken of each kind; every other field begins anew."""


def parts_of(project: Project) -> dict[Part, int]:
    """Return what ``project`` has to take along, with how many of each."""
    counts = {part: len(project.all(cls)) for part, cls in _HEADS.items()}
    return {part: count for part, count in counts.items() if count}


# Keeping ------------------------------------------------------------------------------------------


def keep_template(
    project: Project,
    title: str,
    summary: str,
    parts: Collection[Part],
    *,
    folder: Path | None = None,
) -> OwnTemplate:
    """Keep ``parts`` of ``project`` as a template; one of the same name is replaced.

    The project is only read. Nothing that names a person is taken.

    Raises:
        ProjectError: there is no name, it is that of a template of the program, or the folder
            cannot be written.
    """
    title, summary = _line(title, MAX_TITLE), _line(summary, MAX_SUMMARY)
    _require_name(title)
    folder = folder or template_folder()
    known = read_shelf(folder).find(title)
    path = known.path if known else _free_path(folder, title)
    kinds = [kind for part in Part if part in parts for kind in _KINDS[part]]
    taken = [_bare(record) for kind in kinds for record in project.all(RECORDS[kind])]
    _write(path, title, summary, _without_loose_ends(taken))
    return OwnTemplate(title, summary, path)


def rename_template(template: OwnTemplate, title: str, summary: str) -> OwnTemplate:
    """Give a template another name and line; its file stays where it is.

    Raises:
        ProjectError: there is no name or it is taken, or the file cannot be read or written.
    """
    title, summary = _line(title, MAX_TITLE), _line(summary, MAX_SUMMARY)
    _require_name(title)
    other = read_shelf(template.path.parent).find(title)
    if other is not None and other.path != template.path:
        raise _name_taken(title)
    _write(template.path, title, summary, _read_records(template))
    return OwnTemplate(title, summary, template.path)


def delete_template(template: OwnTemplate) -> None:
    """Delete a template; projects made of it stay as they are.

    Raises:
        ProjectError: the file cannot be deleted.
    """
    try:
        template.path.unlink(missing_ok=True)
    except OSError as error:
        raise ProjectError(
            msg("ひな形「{title}」を消せません。", title=template.title),
            msg("ひな形はそのままです。"),
            msg("ファイルを開いているソフトがあれば、閉じてください。"),
        ) from error


def _require_name(title: str) -> None:
    if not title:
        raise ProjectError(
            msg("ひな形に名前がありません。"),
            msg("何も書き込んでいません。"),
            msg("名前を書いてください。"),
        )
    if title in {name for template in TEMPLATES for name in (template.id, template.title)}:
        raise _name_taken(title)


def _name_taken(title: str) -> ProjectError:
    return ProjectError(
        msg("「{title}」というひな形は、もうあります。", title=title),
        msg("何も書き込んでいません。"),
        msg("別の名前にしてください。"),
    )


def _line(text: str, most: int) -> str:
    return " ".join(plain_text(text, single_line=True).split())[:most].strip()


def _write(path: Path, title: str, summary: str, records: Iterable[Record]) -> None:
    by_kind: dict[str, list[Any]] = {}
    for record in records:
        kept = _TAKEN[record.KIND]
        plain = to_plain(record)
        by_kind.setdefault(record.KIND, []).append({name: plain[name] for name in ("id", *kept)})
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "title": title,
        "summary": summary,
        "records": by_kind,
    }
    make_folder(path.parent)
    with replacing(path) as part:
        part.write_text(to_json(whole), encoding="utf-8")


_UNSAFE: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*.]+')


def _free_path(folder: Path, title: str) -> Path:
    """Return a path in ``folder`` that is free, named after ``title`` so that people find it."""
    stem = _UNSAFE.sub("_", title).strip()[:40].strip() or "template"
    path, number = folder / f"{stem}{SUFFIX}", 2
    while path.exists() or _is_reserved(path.stem):
        path = folder / f"{stem} {number}{SUFFIX}"
        number += 1
    return path


def _is_reserved(stem: str) -> bool:
    """Tell whether a system keeps this name for a device."""
    return bool(re.fullmatch(r"(?i)con|prn|aux|nul|(com|lpt)\d", stem))


# What is taken of a record ------------------------------------------------------------------------


def _bare(record: Record) -> Record:
    """Return ``record`` with the fields that may be taken, and every other one as in a new one."""
    taken = _TAKEN[record.KIND]
    owned = {name for name, spec in field_specs(type(record)).items() if spec.owner}
    changes: dict[str, Any] = {}
    for field in fields(record):
        if field.name not in taken and field.name not in owned and field.name != "id":
            changes[field.name] = field.default
    if any(value is MISSING for value in changes.values()):
        raise TypeError(record.KIND)
    bare = replace(record, **changes)
    if isinstance(bare, AgendaItem) and bare.who not in _roles():
        return replace(bare, who="")
    return bare


@cache
def _roles() -> frozenset[str]:
    """Return the words for who does a step that the program's own agendas use: they name nobody."""
    found: set[str] = set()
    for template in TEMPLATES:
        source = read_json_file(RESOURCES / "templates" / f"{template.id}.json")
        for item in source["agenda_item"]:
            found.update(item.get("who", {}).values())
    return frozenset(found)


def _without_loose_ends(records: list[Record]) -> list[Record]:
    """Return ``records`` without references to what was not taken along."""
    there = {record.id for record in records}
    mended = []
    for record in records:
        loose: dict[str, Any] = {
            name: None
            for name, spec in field_specs(type(record)).items()
            if spec.refers_to and not spec.owner and getattr(record, name) not in there
        }
        made = replace(record, **loose)
        if (
            isinstance(made, Board)
            and made.frame is BoardFrame.JOURNEY
            and "journey_map_id" in loose
        ):
            made = replace(made, frame=BoardFrame.BLANK)
        mended.append(made)
    return mended


# Beginning with it --------------------------------------------------------------------------------


def template_records(template: OwnTemplate) -> tuple[Record, ...]:
    """Return what ``template`` puts into a new project, with fresh ids.

    Raises:
        ProjectError: the file is no template, or holds what a template may not hold.
    """
    records = _read_records(template)
    ids = {record.id: new_id() for record in records}
    return tuple(_renamed(record, ids) for record in records)


def _renamed(record: Record, ids: Mapping[str, str]) -> Record:
    changes: dict[str, Any] = {
        name: ids.get(getattr(record, name))
        for name, spec in field_specs(type(record)).items()
        if spec.refers_to
    }
    return replace(record, id=ids[record.id], **changes)


def _read_records(template: OwnTemplate) -> list[Record]:
    read_head(template.path)  # small, and what it says it is
    try:
        plain = read_json(template.path)
        found = list(_records_of(plain))
    except ProjectError as error:
        raise unusable(template.path, error.what) from error
    _check_whole(template, found)
    return _without_loose_ends([_bare(record) for record in found])


def _records_of(plain: Any) -> Iterable[Record]:
    records = plain.get("records") if isinstance(plain, dict) else None
    for key in plain:
        if key not in {"format", "version", "title", "summary", "records"}:
            raise _unknown(str(key)[:100])
    if not isinstance(records, dict):
        raise _unknown("records")
    count = 0
    for kind, items in records.items():
        where = f"records.{str(kind)[:100]}"
        if kind not in _TAKEN or not isinstance(items, list):
            raise _unknown(where)
        count += len(items)
        if count > MAX_RECORDS:
            raise _unknown(f"{where} ({count})")
        for number, item in enumerate(items):
            yield from_plain(RECORDS[kind], item, f"{where}[{number}]")


def _unknown(path: str) -> ProjectError:
    return ProjectError(
        msg("「{path}」は、ひな形に入れられないものです。", path=path),
        msg("何も書き込んでいません。"),
        msg("ファイルの名前と場所を確かめてください。"),
    )


def _check_whole(template: OwnTemplate, records: list[Record]) -> None:
    """Refuse ids used twice, and parts without what they are part of."""
    kinds = {record.id: record.KIND for record in records}
    if len(kinds) != len(records):
        raise not_a_template(template.path, msg("同じ番号が二度使われています"))
    for record in records:
        for name, spec in field_specs(type(record)).items():
            if spec.owner and kinds.get(getattr(record, name)) != spec.refers_to:
                raise not_a_template(template.path, msg("つながらない所があります"))
