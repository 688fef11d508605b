"""The example projects: believable workshops in invented towns, in both languages.

Owns how one is built from the readable sources in ``examples/``; the list is in ``beginnings``.
Building twice gives the same file content: ids and dates come from the source alone.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from servicedesign.exchange.beginnings import EXAMPLES
from servicedesign.exchange.bundled import edition_source, read_json_file, write_project
from servicedesign.exchange.source import expand
from servicedesign.locations import EXAMPLES as SOURCES
from servicedesign.model import Cluster, Note, Record
from servicedesign.model.ids import seeded_id
from servicedesign.store import Project

_NOTE_GAP = 16.0
_TITLE_HEIGHT = 56.0


def build_example(example_id: str, path: Path, lang: str) -> Project:
    """Build an example at ``path`` and return it open; its history is empty.

    Args:
        example_id: one of ``EXAMPLES``.
        path: where to write; nothing may be there.
        lang: ``"ja"`` or ``"en"``.

    Raises:
        ProjectError: something is at ``path`` already, or it cannot be written.
        KeyError: there is no such example.
    """
    return write_project(example_records(example_id, lang), path)


def example_records(example_id: str, lang: str) -> tuple[Record, ...]:
    """Return the records of an example in one language, always the same ones.

    Raises:
        KeyError: there is no such example.
    """
    example = next((known for known in EXAMPLES if known.id == example_id), None)
    if example is None:
        raise KeyError(example_id)
    start = datetime.combine(example.day, datetime.min.time(), UTC)
    milliseconds = int(start.timestamp() * 1000)

    def make_id(slug: str) -> str:
        digest = hashlib.sha256(f"{example_id}/{slug}".encode()).digest()
        return seeded_id(milliseconds, int.from_bytes(digest[:10]))

    return tuple(_arranged(expand(example_source(example_id), lang, make_id)))


def example_source(example_id: str) -> dict[str, list[Any]]:
    """Return what the files of an example hold together, lists of records by kind.

    An edition of the principles is taken from the program's resources by its name under ``from``.
    """
    source: defaultdict[str, list[Any]] = defaultdict(list)
    for path in sorted((SOURCES / example_id).glob("*.json")):
        for kind, items in read_json_file(path).items():
            source[kind] += [_with_edition(item) if "from" in item else item for item in items]
    return dict(source)


def _with_edition(item: dict[str, Any]) -> dict[str, Any]:
    return edition_source(item["from"], {key: v for key, v in item.items() if key != "from"})


def _arranged(records: Sequence[Record]) -> Iterator[Record]:
    """Lay the notes of each cluster in rows under its title card; other notes stay."""
    clusters = {record.id: record for record in records if isinstance(record, Cluster)}
    places: dict[str, int] = defaultdict(int)
    for record in records:
        if isinstance(record, Note) and record.cluster_id:
            cluster = clusters[record.cluster_id]
            yield _placed(record, cluster, places[cluster.id])
            places[cluster.id] += 1
        else:
            yield record


def _placed(note: Note, cluster: Cluster, index: int) -> Note:
    step = note.width + _NOTE_GAP
    columns = max(1, int((cluster.width - _NOTE_GAP) // step))
    row, column = divmod(index, columns)
    return replace(
        note,
        x=cluster.x + _NOTE_GAP + column * step,
        y=cluster.y + _TITLE_HEIGHT + row * (note.height + _NOTE_GAP),
    )
