"""What comes with the program as readable JSON: principle editions, and files made of sources.

Owns the editions in the short form of ``source``, and the step from expanded records to a new
project file without history. Must not know which examples and templates there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from servicedesign.model import Record
from servicedesign.model.codec import to_plain
from servicedesign.store import Project, load_dump
from servicedesign.store.dump import FORMAT
from servicedesign.store.schema import VERSION
from servicedesign.tools.principles.editions import DEFAULT_EDITION, edition_data

EDITION = DEFAULT_EDITION
"""The edition of the 12 principles that a new project is checked against."""


def read_json_file(path: Path) -> Any:
    """Return what a bundled JSON file holds."""
    return json.loads(path.read_text(encoding="utf-8"))


def edition_source(edition_id: str, answers: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return an edition of the principles in the short form of ``source``.

    Its principles are named ``principle-1`` to ``principle-12``.

    Args:
        edition_id: name of a file in ``resources/principles``.
        answers: what a team says: fields of the edition, and under ``items``, by number as text,
            fields of a principle with ``answers``, one to each of its questions in order.
    """
    data = edition_data(edition_id)
    said = dict(answers or {})
    by_number = said.pop("items", {})
    return {
        "id": "principles",
        **{key: data[key] for key in ("title", "date", "source")},
        **said,
        "principle_item": [
            _item_source(item, by_number.get(str(item["number"]), {})) for item in data["items"]
        ],
    }


def _item_source(item: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    fields = {key: value for key, value in said.items() if key != "answers"}
    questions = item["questions"]
    given = said.get("answers", ["unset"] * len(questions))
    return {
        "id": f"principle-{item['number']}",
        "number": item["number"],
        "title": item["title"],
        **fields,
        "principle_check": [
            {"question": question, "answer": answer}
            for question, answer in zip(questions, given, strict=True)
        ],
    }


def write_project(records: Iterable[Record], path: Path) -> Project:
    """Write ``records`` as a new project at ``path``, with nothing to undo, and return it open.

    Raises:
        ProjectError: something is at ``path`` already, or it cannot be written.
    """
    by_kind: dict[str, list[Any]] = {}
    for record in records:
        by_kind.setdefault(record.KIND, []).append(to_plain(record))
    return load_dump({"format": FORMAT, "version": VERSION, "records": by_kind, "images": {}}, path)
