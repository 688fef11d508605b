"""A project with too much of everything: long texts, odd letters, far too many of each.

Owns how an example is inflated. It works from the declarations of the fields alone, so that a new
kind or field is crowded without a word here. The same in, the same out.
"""

from __future__ import annotations

import dataclasses
import hashlib
import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from servicedesign.exchange.bundled import write_project
from servicedesign.exchange.examples import example_records
from servicedesign.model import Cell, Image, Lane, Link, Persona, Phase, ProjectInfo, Record, msg
from servicedesign.model.ids import seeded_id
from servicedesign.model.record import FieldSpec, field_specs
from servicedesign.store import Project

MANY: Final[Mapping[str, int]] = {
    "persona": 12,
    "phase": 28,
    "note": 300,
    "cluster": 16,
    "group": 8,
    "participant": 40,
    "principle_check": 84,
    "frame": 24,
}
"""At least how many records of a kind there are; new phases go to the first map, which gets 20."""

MARKUP: Final = '<b>太字の途中 <img src="/etc/hosts"> &amp; </para>'
COMPANY: Final = "A‹B社"
NAMES: Final = "𠮷田 葛󠄀城 髙﨑 濵邉"
EMOJI: Final = "😀👨‍👩‍👧☑✔"
ENDLESS: Final = "e" * 120 + "/" + "終わらない" * 30
ODD_WORDS: Final = (MARKUP, COMPANY, NAMES, EMOJI, ENDLESS)
LONG_TEXT: Final = 10_000
"""Length of the longest texts, in characters."""

_TIME: Final = 1_790_000_000_000
_SENTENCES: Final = {
    "ja": "窓口は平日の昼だけ開いているので、仕事を休まないと来られない、と話す人が続いた。",
    "en": "The counter is open on weekdays only, so people have to take a day off work to come. ",
}


def build_crowded(path: Path, lang: str) -> Project:
    """Make the crowded project at ``path`` and return it open.

    Raises:
        ProjectError: something is at ``path`` already, or it cannot be written.
    """
    project = write_project(crowded_records(lang), path)
    with project.edit(msg("写真を入れる")):
        photo = project.add_image(_photo(), f"{COMPANY} {MARKUP}")
        first = project.all(Persona)[0]
        project.put(dataclasses.replace(first, image_id=photo.id))
    project.break_merge()
    return project


def crowded_records(lang: str) -> tuple[Record, ...]:
    """Return the records of the complete example, inflated."""
    records = list(_multiplied(example_records("single-parent", lang)))
    places: Counter[str] = Counter()
    crowded: list[Record] = []
    for record in records:
        crowded.append(_overfull(record, places[record.KIND], lang))
        places[record.KIND] += 1
    return tuple(crowded)


# --- more of them -----------------------------------------------------------------------------


def _multiplied(records: Sequence[Record]) -> Iterator[Record]:
    by_kind: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_kind[record.KIND].append(record)
    new_phases: list[Phase] = []
    for kind, found in by_kind.items():
        yield from found
        models = _of_first_map(found)
        for number in range(max(0, MANY.get(kind, 0) - len(found))):
            twin = _twin(models[number % len(models)], number)
            yield twin
            if isinstance(twin, Phase):
                new_phases.append(twin)
    for phase in new_phases:
        for lane in by_kind["lane"]:
            if isinstance(lane, Lane) and lane.map_id == phase.map_id:
                yield _cell(phase, lane)


def _of_first_map(found: Sequence[Record]) -> Sequence[Record]:
    """Return the phases of the first map; records of other kinds all."""
    first = found[0]
    if not isinstance(first, Phase):
        return found
    return [one for one in found if isinstance(one, Phase) and one.map_id == first.map_id]


def _twin(record: Record, number: int) -> Record:
    changed: dict[str, Any] = {"id": _id(f"{record.id}/{number}")}
    specs = field_specs(type(record))
    if "position" in specs:
        changed["position"] = 1000.0 + number
    if "number" in specs and isinstance(getattr(record, "number", None), int):
        changed["number"] = 100 + number
    if isinstance(record, Persona):
        changed["chosen"] = False
    if isinstance(record, Phase):
        changed |= {"stage_of_id": None, "counterpart_id": None}
    for name in ("x", "y"):
        if name in specs:
            changed[name] = getattr(record, name) + 40.0 * (number % 17) + 7.0
    return dataclasses.replace(record, **changed)


def _cell(phase: Phase, lane: Lane) -> Cell:
    feeling = float(len(phase.id + lane.id + phase.title) % 5 - 2)
    return Cell(
        id=_id(f"{phase.id}/{lane.id}"),
        map_id=phase.map_id,
        phase_id=phase.id,
        lane_id=lane.id,
        text=lane.title,
        emotion=feeling if lane.kind.value == "emotion" else None,
    )


def _id(name: str) -> str:
    return seeded_id(_TIME, int.from_bytes(hashlib.sha256(name.encode()).digest()[:10]))


# --- more in them -----------------------------------------------------------------------------


def _overfull(record: Record, place: int, lang: str) -> Record:
    """Give the texts of a record odd words, and the first of its kind one of 10,000 letters."""
    if isinstance(record, Link | Image):
        return record
    changed: dict[str, Any] = {}
    longest = _longest(type(record)) if place == 0 else None
    for number, (name, spec) in enumerate(_texts(type(record)).items()):
        text = getattr(record, name)
        if name == longest:
            changed[name] = _long(text, lang)
        elif isinstance(text, str) and (number + place) % 3 == 0:
            changed[name] = f"{text} {_odd(number + place, spec)}".strip()
    return dataclasses.replace(record, **changed)


def _texts(cls: type[Record]) -> dict[str, FieldSpec]:
    hints = {field.name: field.type for field in dataclasses.fields(cls)}
    return {
        name: spec
        for name, spec in field_specs(cls).items()
        if spec.searchable and hints[name] in {"str", str}
    }


def _longest(cls: type[Record]) -> str | None:
    long = [name for name, spec in _texts(cls).items() if spec.long]
    if not long and cls is not ProjectInfo:
        long = list(_texts(cls))[:1]
    return long[0] if long else None


def _long(text: str, lang: str) -> str:
    start = f"{text}\n{' '.join(ODD_WORDS)}\n"
    sentence = _SENTENCES[lang]
    return (start + sentence * (LONG_TEXT // len(sentence) + 1))[:LONG_TEXT]


def _odd(number: int, spec: FieldSpec) -> str:
    words = ODD_WORDS if spec.long else ODD_WORDS[:4]
    return words[number // 3 % len(words)]


def _photo() -> bytes:
    from PIL import Image as Picture

    written = io.BytesIO()
    size = (640, 480)
    shade = Picture.linear_gradient("L").resize(size)
    Picture.merge("RGB", (shade, shade.rotate(90).resize(size), shade)).save(written, "JPEG")
    return written.getvalue()
