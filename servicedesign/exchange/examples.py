"""The example projects: believable workshops in invented towns, in both languages.

Owns the list of examples and how one is built from the readable sources in ``examples/``. Building
twice gives the same file content: ids and dates come from the source alone.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from servicedesign.exchange.bundled import edition_source, read_json_file, write_project
from servicedesign.exchange.source import expand
from servicedesign.locations import EXAMPLES as SOURCES
from servicedesign.model import N_, Cluster, Note, Record
from servicedesign.model.ids import seeded_id
from servicedesign.store import Project


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
