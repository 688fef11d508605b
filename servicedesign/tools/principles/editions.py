"""The editions of the 12 principles that come with the program.

Owns the reading of ``resources/principles``: titles of the principles and this program's own
questions, in both languages. Must not write to a project; ``actions.add_edition`` does.
"""

from __future__ import annotations

import json
from typing import Any, Final

from servicedesign.locations import RESOURCES
from servicedesign.model import PrincipleCheck, PrincipleEdition, PrincipleItem, Record

DEFAULT_EDITION: Final = "2019-12-20"
"""The edition that a new project is checked against: that of the Cabinet decision."""

EDITION_IDS: Final = (DEFAULT_EDITION, "2017-05-30")
"""Every edition, the one to begin with first."""


def edition_data(edition_id: str) -> dict[str, Any]:
    """Return what the file of an edition holds; its texts are mappings by language."""
    path = RESOURCES / "principles" / f"{edition_id}.json"
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def edition_title(edition_id: str, lang: str) -> str:
    """Return the name of an edition in ``lang``."""
    return str(edition_data(edition_id)["title"][lang])


def edition_records(edition_id: str, lang: str) -> tuple[Record, ...]:
    """Return an edition in ``lang`` as new records: the edition, its principles, their questions.

    The edition is the one in use; nothing is answered.
    """
    data = edition_data(edition_id)
    edition = PrincipleEdition(
        title=data["title"][lang], date=data["date"], source=data["source"][lang]
    )
    records: list[Record] = [edition]
    for place, entry in enumerate(data["items"]):
        item = PrincipleItem(
            edition_id=edition.id,
            number=entry["number"],
            title=entry["title"][lang],
            position=float(place),
        )
        records.append(item)
        records.extend(
            PrincipleCheck(item_id=item.id, question=question[lang], position=float(number))
            for number, question in enumerate(entry["questions"])
        )
    return tuple(records)
