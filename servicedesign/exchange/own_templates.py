"""Templates of one's own: kept from a project, renamed, deleted, and begun with.

Owns the writing of their files and the strict reading of them. See ``template_files`` for the
format and ``template_parts`` for what may be in one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from servicedesign.exchange.beginnings import TEMPLATES
from servicedesign.exchange.files import make_folder, replacing
from servicedesign.exchange.json_text import read_json, to_json
from servicedesign.exchange.masking import name_masker
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
from servicedesign.exchange.template_parts import (
    KINDS,
    TAKEN,
    Part,
    bare_record,
    known_names,
    masked,
    without_loose_ends,
)
from servicedesign.model import RECORDS, ProjectError, Record, field_specs, msg
from servicedesign.model.codec import from_plain, to_plain
from servicedesign.model.ids import new_id
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project

MAX_RECORDS: Final = 20_000
"""Most records in one template."""


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
    kinds = [kind for part in Part if part in parts for kind in KINDS[part]]
    mask = name_masker(known_names(project))
    taken = [
        masked(bare_record(record), mask) for kind in kinds for record in project.all(RECORDS[kind])
    ]
    _write(path, title, summary, without_loose_ends(taken))
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
        kept = TAKEN[record.KIND]
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
    return without_loose_ends([bare_record(record) for record in found])


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
        if kind not in TAKEN or not isinstance(items, list):
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
