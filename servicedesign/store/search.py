"""Full-text search: a scan over every text, blind to width, case and kind of kana.

Owns which texts of a record are searched and where in the original text a hit stands. Keeps what
it folded until the record changes. Must not touch the file.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from servicedesign.model import RECORDS, Record, field_specs
from servicedesign.model.normalise import fold, plain_text
from servicedesign.store.changes import ChangeSet
from servicedesign.store.records import Records

MIN_LENGTH = 2
"""Fewest characters that are searched for: most Japanese words have two."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the text that was searched for stands.

    Attributes:
        kind: the kind of record.
        id: the record.
        field: the field.
        text: the whole text in which it stands.
        start: index of the first character of the hit in ``text``.
        end: index after its last character.
        path: the place inside the field where it has parts: ``worries[0].answer``.
    """

    kind: str
    id: str
    field: str
    text: str
    start: int
    end: int
    path: str


@dataclass(frozen=True, slots=True)
class _Text:
    field: str
    path: str
    text: str
    folded: str


class SearchIndex:
    """The folded texts of every record that was searched so far."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[_Text, ...]] = {}

    def forget(self, news: ChangeSet) -> None:
        """Drop the texts of records that changed."""
        for change in news.changes:
            self._texts.pop(change.id, None)

    def search(self, records: Records, text: str, limit: int | None) -> list[Hit]:
        """Return where ``text`` stands in ``records``; nothing for a text that is too short."""
        wanted = plain_text(text)
        hits: list[Hit] = []
        if len(wanted) < MIN_LENGTH:
            return hits
        for record, found in self._matches(records, wanted):
            start, end = next(occurrences(found.text, wanted), (0, len(found.text)))
            hits.append(
                Hit(record.KIND, record.id, found.field, found.text, start, end, found.path)
            )
            if limit is not None and len(hits) >= limit:
                break
        return hits

    def _matches(self, records: Records, wanted: str) -> Iterator[tuple[Record, _Text]]:
        folded = fold(wanted)
        texts = self._texts
        for kind in RECORDS:
            for record in records.all(kind):
                known = texts.get(record.id)
                if known is None:
                    known = texts[record.id] = tuple(_folded_texts(record))
                for text in known:
                    # The plain comparison finds what folding joins across the edge of the
                    # wanted text, such as half-width ｶ before its ﾞ.
                    if (folded and folded in text.folded) or wanted in text.text:
                        yield record, text


def _folded_texts(record: Record) -> Iterator[_Text]:
    for field, path, text in texts_of(record):
        yield _Text(field, path, text, fold(text))


def texts_of(record: Record) -> Iterator[tuple[str, str, str]]:
    """Yield every searchable text of ``record``: its field, its path in the record, the text."""
    for name, spec in field_specs(type(record)).items():
        if spec.searchable:
            for path, text in _texts_in(getattr(record, name), name):
                yield name, path, text


def _texts_in(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, tuple):
        for i, part in enumerate(value):
            yield from _texts_in(part, f"{path}[{i}]")
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for name, spec in field_specs(type(value)).items():
            if spec.searchable:
                yield from _texts_in(getattr(value, name), f"{path}.{name}")


def occurrences(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) in ``text`` of every place where ``wanted`` stands, folded alike.

    Folding may lengthen, shorten or join characters; the places are those of the original.
    """
    folded = fold(wanted)
    starts, ends, whole = _folding_map(text)
    found = whole.find(folded) if folded else -1
    if found < 0:
        at = text.find(wanted)
        while at >= 0:
            yield at, at + len(wanted)
            at = text.find(wanted, at + len(wanted))
        return
    while found >= 0:
        last = found + len(folded)
        yield starts[found], ends[last - 1]
        found = whole.find(folded, last)


def _folding_map(text: str) -> tuple[list[int], list[int], str]:
    """Return for each folded character where it starts and ends in ``text``, and the folded text.

    The text is cut where folding the parts one by one gives the same as folding it whole.
    """
    folded = [_fold_one(character) for character in text]
    if all(len(part) == 1 for part in folded) and "".join(folded) == (whole := fold(text)):
        return list(range(len(text))), list(range(1, len(text) + 1)), whole
    starts: list[int] = []
    ends: list[int] = []
    parts: list[str] = []
    begin = 0
    while begin < len(text):
        end = _part_end(text, begin)
        part = fold(text[begin:end])
        starts.extend([begin] * len(part))
        ends.extend([end] * len(part))
        parts.append(part)
        begin = end
    return starts, ends, "".join(parts)


@lru_cache(maxsize=10_000)
def _fold_one(character: str) -> str:
    return fold(character)


def _part_end(text: str, begin: int) -> int:
    end = begin + 1
    while end < len(text):
        following = fold(text[end])
        if following and fold(text[begin : end + 1]) == fold(text[begin:end]) + following:
            break
        end += 1
    return end
