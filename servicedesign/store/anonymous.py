"""The content of a project without anything that names a person.

Owns what "anonymous" means: participants have a label, what describes a person is empty, ballots
are gone (their counts stay), and a participant's name that stands in another text is replaced by
the label. The content goes into a new file, so that no byte of the old one can come along.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from servicedesign.model import (
    Ballot,
    Image,
    Link,
    Participant,
    Personal,
    ProjectError,
    Record,
    field_specs,
    msg,
)
from servicedesign.model.codec import field_codecs
from servicedesign.model.ids import is_id
from servicedesign.model.normalise import fold
from servicedesign.store.images import clean_image, has_metadata
from servicedesign.store.search import occurrences

if TYPE_CHECKING:
    from servicedesign.store.project import Project

Names = tuple[tuple[str, str], ...]
"""Names that may stand in a text and the label of each, longest name first."""

_SHORTEST = 2
_GAPS = re.compile(r"[\s・]+")


def anonymous_content(project: Project) -> tuple[list[Record], dict[str, bytes]]:
    """Return the records and pictures of ``project`` for an anonymous copy.

    Raises:
        ProjectError: a picture carries notes and cannot be drawn anew.
    """
    participants = project.all(Participant)
    labels = {person.id: _label(i) for i, person in enumerate(participants, 1)}
    names = names_of(participants, labels)
    images, changed = _pictures(project)
    records = []
    for record in _kept(project):
        plain = _without_person(record, labels.get(record.id, ""))
        plain = _replace_names(plain, names)
        if isinstance(plain, Image):
            plain = changed.get(plain.sha256, plain)
            plain = dataclasses.replace(plain, id=record.id, caption="")
        records.append(plain)
    return records, images


def _label(number: int) -> str:
    return str(msg("参加者{number}", number=number))


def names_of(participants: Iterable[Participant], labels: Mapping[str, str]) -> Names:
    """Return each spelling under which a participant may be named in a text, with the label.

    That is the name and its reading, each with and without gaps, and the parts of both. What is
    shorter than two characters (three in a part of a reading) is too common to be replaced.
    """
    found: dict[str, str] = {}
    for person in participants:
        whole = (person.name, person.kana)
        spellings = [*whole, *(_GAPS.sub("", written) for written in whole)]
        spellings.extend(_GAPS.split(person.name))
        spellings.extend(part for part in _GAPS.split(person.kana) if len(part) > _SHORTEST)
        for spelling in spellings:
            if len(spelling.strip()) >= _SHORTEST:
                found.setdefault(spelling.strip(), labels[person.id])
    return tuple(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


def _kept(project: Project) -> list[Record]:
    gone = {ballot.id for ballot in project.all(Ballot)}
    return [
        record
        for records in project.records().values()
        for record in records
        if record.id not in gone
        and not (isinstance(record, Link) and {record.source_id, record.target_id} & gone)
    ]


def _without_person(record: Any, label: str) -> Any:
    """Return a record, or a part of one, without what describes a person."""
    cleared: dict[str, Any] = {}
    for name, codec in field_codecs(type(record)).items():
        value = getattr(record, name)
        if codec.spec.personal is Personal.LABEL and value:
            cleared[name] = label
        elif codec.spec.personal is Personal.CLEAR and value:
            cleared[name] = None if codec.optional else type(value)()
        elif isinstance(value, tuple) and any(map(dataclasses.is_dataclass, value)):
            cleared[name] = tuple(_without_person(part, label) for part in value)
    return dataclasses.replace(record, **cleared) if cleared else record


def _replace_names(value: Any, names: Names) -> Any:
    """Return a record or a part of one with names replaced in its texts."""
    changed: dict[str, Any] = {}
    for name, spec in field_specs(type(value)).items():
        old = getattr(value, name)
        new = _replaced(old, names) if spec.searchable or not isinstance(old, str) else old
        if new is not old:
            changed[name] = new
    return dataclasses.replace(value, **changed) if changed else value


def _replaced(value: Any, names: Names) -> Any:
    if type(value) is str:  # not one of the values of an enumeration
        # A list may hold ids: a name such as Ada must not be found in one.
        return value if is_id(value) else without_names(value, names)
    if isinstance(value, tuple):
        new = tuple(_replaced(part, names) for part in value)
        return value if new == value else new
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _replace_names(value, names)
    return value


def without_names(text: str, names: Names) -> str:
    """Return ``text`` with every name in it replaced by its label, however it is written."""
    folded = fold(text)
    for name, label in names:
        if fold(name) not in folded and name not in text:
            continue
        places = list(occurrences(text, name))
        for start, end in reversed(places):
            text = text[:start] + label + text[end:]
        folded = fold(text)
    return text


def _pictures(project: Project) -> tuple[dict[str, bytes], dict[str, Image]]:
    """Return the pictures by SHA-256, and the image records of those that were drawn anew."""
    images: dict[str, bytes] = {}
    changed: dict[str, Image] = {}
    for image in project.all(Image):
        data = project.stored_bytes(image.sha256)
        if data is None or image.sha256 in changed:
            continue
        try:
            noted = has_metadata(data)
        except ProjectError:
            continue  # what is no picture is not taken along
        if noted:
            clean = clean_image(data)
            changed[image.sha256] = dataclasses.replace(
                image, sha256=clean.sha256, mime=clean.mime, width=clean.width, height=clean.height
            )
            images[clean.sha256] = clean.data
        else:
            images[image.sha256] = data
    return images, changed
