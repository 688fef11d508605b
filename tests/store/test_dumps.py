"""A dump tells everything, and what is read back is right in every place or refused."""

from __future__ import annotations

import copy as copy_module
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support import pictures
from support import records as made_up

from servicedesign.model import (
    RECORDS,
    ProjectError,
    msg,
)
from servicedesign.store import (
    Project,
    load_dump,
)

# -- dumps ---------------------------------------------------------------------------------------


def everything(project: Project, seed: int = 1) -> dict[str, Any]:
    choose = random.Random(seed)
    with project.edit(msg("何でも")):
        for _ in range(3):
            for kind in RECORDS:
                record = made_up.record(kind, choose, made_up.ids_of(project))
                if record is not None and made_up.may_be_made(kind):
                    project.put(record)
        project.add_image(pictures.photo())
    return project.dump()


def test_dump_load_dump_is_the_same_for_every_kind(project: Project, tmp_path: Path) -> None:
    first = everything(project)
    assert set(first["records"]) == set(RECORDS)
    text = json.dumps(first, ensure_ascii=False)
    with load_dump(json.loads(text), tmp_path / "b.sdproj") as loaded:
        assert json.dumps(loaded.dump(), ensure_ascii=False) == text


NOBODY = "0190c0de-0000-7000-8000-000000000000"


def _first(plain: dict[str, Any], kind: str) -> dict[str, Any]:
    found: dict[str, Any] = plain["records"][kind][0]
    return found


def _no_pictures(plain: dict[str, Any]) -> None:
    plain["records"].pop("image")
    for records in plain["records"].values():
        for record in records:
            for name in record:
                if name.endswith("image_id"):
                    record[name] = None
    plain["records"]["link"] = []


SPOILT: dict[str, tuple[str, Callable[[dict[str, Any]], object]]] = {
    "key": ("extra", lambda d: d.update(extra=1)),
    "kind": ("alien", lambda d: d["records"].update(alien=[])),
    "field": (r"persona\[0\].alien", lambda d: _first(d, "persona").update(alien=1)),
    "type": (r"persona\[0\].age", lambda d: _first(d, "persona").update(age="12")),
    "text": (r"persona\[0\].name", lambda d: _first(d, "persona").update(name="a\x00")),
    "id": (r"persona\[0\].id", lambda d: _first(d, "persona").update(id="1")),
    "twice": (r"persona\[.\].id", lambda d: d["records"]["persona"].append(_first(d, "persona"))),
    "elsewhere": (
        r"board\[0\].id",
        lambda d: _first(d, "board").update(id=_first(d, "persona")["id"]),
    ),
    "reference": (
        "board_id",
        lambda d: _first(d, "note").update(board_id=_first(d, "persona")["id"]),
    ),
    "link": ("target_id", lambda d: _first(d, "link").update(target_id=NOBODY)),
    "two": ("records.project", lambda d: d["records"]["project"].append({"id": NOBODY})),
    "none": ("records.project", lambda d: d["records"].update(project=[])),
    "base64": ("images", lambda d: d.update(images=dict.fromkeys(d["images"], "%%"))),
    "hash": ("images", lambda d: d.update(images=dict.fromkeys(d["images"], "AAAA"))),
    "number": ("images", lambda d: d.update(images=dict.fromkeys(d["images"], 7))),
    "unused": ("images", _no_pictures),
    "version": ("version", lambda d: d.update(version=99)),
    "format": ("書き出し", lambda d: d.update(format="other")),
    "list": ("records", lambda d: d.update(records=[])),
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_dump_is_refused_with_its_place_and_no_file(
    project: Project, tmp_path: Path, how: str
) -> None:
    plain = copy_module.deepcopy(everything(project))
    place, spoil = SPOILT[how]
    spoil(plain)
    names = sorted(tmp_path.iterdir())
    with pytest.raises(ProjectError, match=place):
        load_dump(plain, tmp_path / "b.sdproj")
    assert sorted(tmp_path.iterdir()) == names


@pytest.mark.parametrize("plain", [None, [], 3, "x", {}])
def test_what_is_no_dump_is_refused(tmp_path: Path, plain: object) -> None:
    with pytest.raises(ProjectError):
        load_dump(plain, tmp_path / "b.sdproj")
