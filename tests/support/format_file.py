"""The SQL of the file format as the model has it, to be compared with the frozen text.

Run as a script it freezes the text anew: only before the format is published.
"""

from pathlib import Path

from servicedesign.model import RECORDS
from servicedesign.model.codec import field_codecs

STORE_TABLES = (
    'CREATE TABLE "meta" ("key" TEXT PRIMARY KEY, "value" TEXT)',
    'CREATE TABLE "blob" ("sha256" TEXT PRIMARY KEY, "data" BLOB)',
    'CREATE TABLE "step" ("seq" INTEGER PRIMARY KEY, "label" TEXT, "merge_key" TEXT, '
    '"at" INTEGER, "undone" INTEGER, "changes" BLOB)',
    'CREATE TABLE "named_version" ("id" TEXT PRIMARY KEY, "title" TEXT, "at" INTEGER, '
    '"data" BLOB)',
)


def format_sql() -> str:
    statements = [*STORE_TABLES, *(_table(kind) for kind in RECORDS)]
    return ";\n".join(statements) + ";\n"


def _table(kind: str) -> str:
    columns = ['"id" TEXT PRIMARY KEY']
    for name, codec in field_codecs(RECORDS[kind]).items():
        column = f'"{name}" {codec.scalar or "TEXT"}'
        if codec.scalar and codec.spec.refers_to:
            column += f' REFERENCES "{codec.spec.refers_to}"("id") ON DELETE RESTRICT'
        columns.append(column)
    body = ",\n  ".join(columns)
    return f'CREATE TABLE "{kind}" (\n  {body}\n)'


if __name__ == "__main__":
    target = Path(__file__).parents[2] / "servicedesign" / "store" / "format_1.sql"
    target.write_text(format_sql(), "utf-8")
