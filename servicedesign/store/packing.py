"""What a step changed, as bytes: small, data alone, and checked like any record when it is read.

Owns that form. A record that came or went is there whole; of one that changed, the fields that
changed, before and after. Must not touch a file.
"""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Callable
from typing import Any

from servicedesign.model import RECORDS, ProjectError, ProjectInfo, Record, msg
from servicedesign.model.codec import Plain, field_codecs, record_from_plain, to_plain
from servicedesign.store.changes import Change
from servicedesign.store.schema import compact_json, parse_json

MAX_BYTES = 256 * 1024 * 1024
"""Most bytes that a step or a named version may unpack to."""

_COMPRESS_ABOVE = 2_000

Find = Callable[[str], Record | None]
"""Returns the record with an id as it is now."""


def pack(changes: tuple[Change, ...]) -> bytes:
    """Return ``changes`` as bytes: JSON text, compressed when it is long."""
    plain = [[change.kind, change.id, *_images(change)] for change in changes]
    data = compact_json(plain).encode()
    return zlib.compress(data, 1) if len(data) > _COMPRESS_ABOVE else data


def _images(change: Change) -> tuple[Plain, Plain]:
    before, after = change.before, change.after
    if before is None or after is None:
        return (before and to_plain(before)), (after and to_plain(after))
    was: dict[str, Plain] = {}
    became: dict[str, Plain] = {}
    for name, codec in field_codecs(type(before)).items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            was[name], became[name] = codec.write(old), codec.write(new)
    return was, became


def unpack(data: object, find: Find, *, undone: bool) -> tuple[Change, ...]:
    """Return the changes that ``pack`` wrote.

    Args:
        data: what stands in the file.
        find: the records as they are.
        undone: whether the step is taken back, so that its records are as before it.

    Raises:
        ProjectError: the bytes hold no changes, or not of records as they are.
    """
    plain = parse_json(inflate(data), "step")
    if not isinstance(plain, list):
        raise unreadable()
    return tuple(_change(part, find, undone) for part in plain)


def pictures_in(data: object) -> set[str]:
    """Return the SHA-256 of every picture that a step brought or took away.

    Raises:
        ProjectError: the bytes hold no changes.
    """
    plain = parse_json(inflate(data), "step")
    found: set[str] = set()
    for part in plain if isinstance(plain, list) else ():
        if isinstance(part, list) and part[:1] == ["image"]:
            found.update(
                image["sha256"]
                for image in part[2:]
                if isinstance(image, dict) and isinstance(image.get("sha256"), str)
            )
    return found


def inflate(data: object) -> bytes:
    """Return bytes that may be compressed as they were, at most MAX_BYTES.

    Raises:
        ProjectError: they are no bytes, broken, or too many.
    """
    if not isinstance(data, bytes):
        raise unreadable()
    if data[:1] in (b"[", b"{"):
        return data
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(data, MAX_BYTES)
    except zlib.error:
        raise unreadable() from None
    if not unpacker.eof:
        raise unreadable()
    return text


def _change(plain: Plain, find: Find, undone: bool) -> Change:
    if not isinstance(plain, list) or len(plain) != 4 or plain[0] not in RECORDS:
        raise unreadable()
    kind, record_id, before, after = plain
    if isinstance(before, dict) and isinstance(after, dict):
        present, other = (before, after) if undone else (after, before)
        now, then = _changed_fields(kind, record_id, present, other, find)
        return Change(kind, record_id, now, then) if undone else Change(kind, record_id, then, now)
    if kind == ProjectInfo.KIND:
        raise unreadable()  # it never comes or goes
    images = [None if p is None else record_from_plain(kind, p, "step") for p in (before, after)]
    if images == [None, None] or any(image and image.id != record_id for image in images):
        raise unreadable()
    return Change(kind, record_id, images[0], images[1])


def _changed_fields(
    kind: str, record_id: Plain, present: Plain, other: Plain, find: Find
) -> tuple[Record, Record]:
    """Return the record as it is, which must have the fields ``present``, and as it was else."""
    now = find(record_id) if isinstance(record_id, str) else None
    if now is None or kind != now.KIND or present.keys() != other.keys():
        raise does_not_fit()
    codecs = field_codecs(type(now))
    values: dict[str, Any] = {}
    for name in present:
        if name not in codecs:
            raise unreadable()
        if getattr(now, name) != codecs[name].read(present[name], name):
            raise does_not_fit()
        values[name] = codecs[name].read(other[name], name)
    return now, dataclasses.replace(now, **values)


def unreadable() -> ProjectError:
    """Return the refusal of a step whose bytes are none of ours."""
    return ProjectError(
        msg("この手順の記録が読み取れません。"),
        msg("いまの内容はそのままです。"),
        msg("元に戻さずに、このまま続けてください。"),
    )


def does_not_fit() -> ProjectError:
    """Return the refusal of a step that is of another state than the present one."""
    return ProjectError(
        msg("この手順は、いまの内容に合わないので戻せません。"),
        msg("いまの内容はそのままです。"),
        msg("元に戻さずに、このまま続けてください。"),
    )
