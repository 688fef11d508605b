"""A project as plain values and back: readable, comparable, the same for the same content.

Owns the shape of a dump. Reading one is strict: what does not fit is refused with its path, and
no file is left behind.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import TYPE_CHECKING

from servicedesign.model import RECORDS, Image, ProjectInfo, Record, msg
from servicedesign.model.codec import Plain, record_from_plain, refuse, to_plain
from servicedesign.store.images import check_stored, fingerprint
from servicedesign.store.records import Records
from servicedesign.store.references import broken_references
from servicedesign.store.schema import VERSION

if TYPE_CHECKING:
    from servicedesign.store.project import Project

FORMAT = "servicedesign"
"""What a dump says it is."""

_KEYS = ("format", "version", "records", "images")


def dump(project: Project, *, images: bool = True) -> dict[str, Plain]:
    """Return every record by kind and place, and every picture as Base64 by its SHA-256.

    Pictures that cannot be read are left out; their records stay. So are all without ``images``.
    """
    everything = project.records()
    pictures: dict[str, str] = {}
    for sha256 in sorted({image.sha256 for image in project.all(Image)}) if images else ():
        data = project.stored_bytes(sha256)
        if data is not None:
            pictures[sha256] = base64.b64encode(data).decode("ascii")
    return {
        "format": FORMAT,
        "version": VERSION,
        "records": {
            kind: [to_plain(record) for record in records]
            for kind, records in everything.items()
            if records
        },
        "images": pictures,
    }


def read_dump(plain: Plain) -> tuple[Records, dict[str, bytes]]:
    """Return the records and pictures of a dump.

    Raises:
        ProjectError: an unknown key, a value that does not fit, an id used twice, a reference to
            nothing, a picture that is none; the message names the path.
    """
    if not isinstance(plain, Mapping) or plain.get("format") != FORMAT:
        raise refuse(msg("サービスデザイン工房の書き出しではありません。"))
    for key in plain:
        if key not in _KEYS:
            raise refuse(msg("「{path}」という項目はありません。", path=str(key)[:100]))
    version = plain.get("version")
    # Each format so far added fields alone: what an older dump leaves out gets its default.
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= VERSION:
        raise refuse(msg("「{path}」の版が違います。", path="version"))
    images = _read_images(plain.get("images", {}))
    records = _read_records(plain.get("records"))
    _check_whole(records, images)
    return records, images


def _read_records(plain: Plain) -> Records:
    if not isinstance(plain, Mapping):
        raise refuse(msg("「{path}」がありません。", path="records"))
    records = Records()
    for kind, parts in plain.items():
        where = f"records.{str(kind)[:100]}"
        if kind not in RECORDS or not isinstance(parts, list):
            raise refuse(msg("「{path}」という項目はありません。", path=where))
        for i, part in enumerate(parts):
            record = record_from_plain(kind, part, f"{where}[{i}]")
            if records.find(record.id) is not None:
                raise refuse(msg("「{path}」の番号が二度使われています。", path=f"{where}[{i}].id"))
            records.put(record)
    return records


def _read_images(plain: Plain) -> dict[str, bytes]:
    if not isinstance(plain, Mapping):
        raise refuse(msg("「{path}」が読み取れません。", path="images"))
    images = {}
    for sha256, text in plain.items():
        where = f"images.{str(sha256)[:64]}"
        try:
            data = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError, TypeError):
            raise refuse(msg("「{path}」が読み取れません。", path=where)) from None
        if fingerprint(data) != sha256:
            raise refuse(msg("「{path}」の中身が指紋と合いません。", path=where))
        check_stored(data)
        images[sha256] = data
    return images


def _check_whole(records: Records, images: Mapping[str, bytes]) -> None:
    if len(records.all(ProjectInfo.KIND)) != 1:
        raise refuse(msg("「{path}」は一つだけ要ります。", path=f"records.{ProjectInfo.KIND}"))
    needed = set()
    for record in records.every():
        _check_references(records, record)
        if isinstance(record, Image):
            needed.add(record.sha256)
    for sha256 in images:
        if sha256 not in needed:
            raise refuse(msg("「{path}」を使う写真がありません。", path=f"images.{sha256}"))


def _check_references(records: Records, record: Record) -> None:
    for spec in broken_references(records, record):
        path = f"records.{record.KIND}.{record.id}.{spec.name}"
        raise refuse(msg("「{path}」が、ないものを指しています。", path=path))
