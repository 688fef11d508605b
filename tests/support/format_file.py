"""The file format as the model has it, to be compared with what is frozen.

Run as a script (``python -m support.format_file`` in tests/) it freezes the format anew, the text
of its tables and one file that holds every kind: only before the format is published.
"""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path
from typing import Any

from servicedesign.model import RECORDS, Record
from servicedesign.model.codec import field_codecs
from servicedesign.store import Project
from servicedesign.store.schema import VERSION

STORE_TABLES = """\
CREATE TABLE "blob" ("sha256" TEXT PRIMARY KEY, "data" BLOB);
CREATE TABLE "step" ("seq" INTEGER PRIMARY KEY, "label" TEXT, "merge_key" TEXT, "at" INTEGER,
  "undone" INTEGER, "changes" BLOB);
CREATE TABLE "named_version" ("seq" INTEGER PRIMARY KEY, "id" TEXT, "title" TEXT, "at" INTEGER,
  "data" BLOB);
"""


def format_sql() -> str:
    return STORE_TABLES + ";\n".join(_table(kind) for kind in RECORDS) + ";\n"


def _table(kind: str) -> str:
    columns = ['"id" TEXT PRIMARY KEY']
    for name, codec in field_codecs(RECORDS[kind]).items():
        column = f'"{name}" {codec.scalar or "TEXT"}'
        if codec.scalar and codec.spec.refers_to:
            column += f' REFERENCES "{codec.spec.refers_to}"("id") ON DELETE RESTRICT'
        columns.append(column)
    body = ",\n  ".join(columns)
    return f'CREATE TABLE "{kind}" (\n  {body}\n) WITHOUT ROWID'


def write_old_file(path: Path) -> None:
    from support import pictures, records

    from servicedesign.model import ProjectInfo, msg
    from servicedesign.store import create_project

    choose = random.Random(2026)
    path.unlink(missing_ok=True)
    with create_project(path, ProjectInfo(service_name="ひとり親の支援")) as project:
        with project.edit(msg("すべての種類を一つずつ")):
            project.add_image(pictures.photo((40, 30)), "窓口")
            for kind in RECORDS:
                if records.may_be_made(kind):
                    found = records.record(kind, choose, records.ids_of(project))
                    assert found is not None
                    project.put(_tidy(found, project))
        project.name_version("はじめの版")
        note = project.all(RECORDS["note"])[0]
        with project.edit(msg("付箋を動かす"), merge="move"):
            project.put(dataclasses.replace(note, x=200.0))  # type: ignore[call-arg]


def _tidy(record: Record, project: Project) -> Record:
    """Empty the lists that name what need not be there, so that the file has no problems."""
    lists = ("tallies", "selections", "target_ids", "voter_ids", "voted_ids", "votes")
    lists += ("next_ids",)
    changes: dict[str, Any] = {name: () for name in lists if hasattr(record, name)}
    if hasattr(record, "next_number"):
        changes["next_number"] = 1000
    if hasattr(record, "start") and hasattr(record, "entry_id"):
        changes.update(start=0, end=0)
    if hasattr(record, "deep_dive_id") and hasattr(record, "heading"):
        version = project.all(RECORDS["prototype_version"])[0]
        changes.update(deep_dive_id=None, version_id=version.id)
    return dataclasses.replace(record, **changes)


if __name__ == "__main__":
    tests = Path(__file__).resolve().parents[1]
    frozen = tests.parent / "servicedesign" / "store" / f"format_{VERSION}.sql"
    frozen.write_text(format_sql(), "utf-8")
    write_old_file(tests / "data" / f"format_{VERSION}.sdproj")
