"""Readable sources: JSON written by hand for two languages, expanded to the records of one.

Owns the short form, which is strict and small:

* the keys of a file are kinds of record, each with a list; a record may hold lists of the kinds
  that belong to it, and gets the reference to its owner from that nesting;
* ``id`` is a readable name, unique in the source; a reference is such a name, or the record itself
  written in its place;
* every text for people is ``{"ja": …, "en": …}``, both filled; a plain text is for codes and
  numbers, which read the same in both;
* the place in a list is the order of writing;
* ``links`` are named by relation, and by field where they support one:
  ``{"evidence": {"problems": ["h03-days-off"]}, "came_from": ["idea-12"]}``;
* a lane has ``cells``, one per phase of its map: a card, a list of cards, or null;
* a finding has ``mark``, the words of the answer that it is drawn from;
* a persona's ``certainties`` are lists of fields by certainty.

Must not write: the caller decides where the records go.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from servicedesign.model import RECORDS, FieldSpec, Link, Record, Relation, field_specs
from servicedesign.model.codec import from_plain

LANGUAGE_KEYS = frozenset({"ja", "en"})

_NEUTRAL = re.compile(r"[A-Z0-9 .,:/%+-]*")
_SLUG = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")


class SourceError(ValueError):
    """A fault in a source that comes with the program: ours to mend, not a user's."""


@dataclass(slots=True)
class _Draft:
    """A record in the short form, with what its nesting says about its owners."""

    cls: type[Record]
    slug: str
    fields: dict[str, Any]
    owners: dict[str, str] = field(default_factory=dict)
    links: dict[str, Any] = field(default_factory=dict)


def expand(
    source: Mapping[str, Any], lang: str, make_id: Callable[[str], str]
) -> tuple[Record, ...]:
    """Return the records that ``source`` describes, in the order of writing, links last.

    Args:
        source: lists of records by kind.
        lang: the language to take, ``"ja"`` or ``"en"``.
        make_id: turns a readable name into the id of its record.

    Raises:
        SourceError: a name used twice or unknown, a text without one of its languages.
        ProjectError: a value that the model refuses.
    """
    reader = _Reader(lang, make_id)
    reader.collect(source, {}, "")
    return reader.records()


class _Reader:
    """Turns one source into records: first all drafts, so that every name is known."""

    def __init__(self, lang: str, make_id: Callable[[str], str]) -> None:
        self._lang = lang
        self._make_id = make_id
        self._drafts: dict[str, _Draft] = {}
        self._phases: dict[str, list[str]] = {}

    # --- collecting ---------------------------------------------------------------------------

    def collect(self, tree: Mapping[str, Any], owners: Mapping[str, str], parent: str) -> None:
        """Take in the lists of ``tree``, which stand in the record ``parent`` if it has a name."""
        for kind, items in tree.items():
            if kind not in RECORDS or not isinstance(items, list):
                raise SourceError(f"{parent}: {kind} is no list of a kind of record")
            for i, item in enumerate(items, 1):
                self._take(kind, item, owners, parent, f"{parent}.{kind.replace('_', '-')}-{i}")

    def _take(
        self, kind: str, item: Mapping[str, Any], owners: Mapping[str, str], parent: str, auto: str
    ) -> str:
        slug = str(item.get("id", auto.lstrip(".")))
        if not _SLUG.fullmatch(slug) or slug in self._drafts:
            raise SourceError(f"{slug}: used twice, or no readable name")
        draft = _Draft(RECORDS[kind], slug, {})
        draft.owners = self._owner_fields(draft.cls, owners, parent)
        self._drafts[slug] = draft
        inner = {**owners, kind: slug}
        for key, value in item.items():
            self._take_key(draft, key, value, inner)
        return slug

    def _owner_fields(
        self, cls: type[Record], owners: Mapping[str, str], parent: str
    ) -> dict[str, str]:
        """Fill what the nesting says: the direct parent, and every owner further out."""
        found = {}
        for name, spec in field_specs(cls).items():
            slug = owners.get(spec.refers_to or "")
            if slug is not None and (spec.owner or slug == parent):
                found[name] = slug
        return found

    def _take_key(self, draft: _Draft, key: str, value: Any, owners: Mapping[str, str]) -> None:
        if key == "id":
            return
        if key == "links":
            draft.links = value
        elif key == "cells" and draft.cls.KIND == "lane":
            self._take_cells(draft, value, owners)
        elif key in RECORDS and isinstance(value, list):
            self.collect({key: value}, owners, draft.slug)
            if key == "phase":
                self._note_phases(draft.slug)
        else:
            draft.fields[key] = self._inline(draft, key, value)

    def _inline(self, draft: _Draft, key: str, value: Any) -> Any:
        """Take in a record that is written where its name would stand."""
        spec = field_specs(draft.cls).get(key)
        if spec and spec.refers_to and isinstance(value, Mapping):
            return self._take(spec.refers_to, value, {}, "", f"{draft.slug}.{spec.refers_to}")
        return value

    def _note_phases(self, map_slug: str) -> None:
        self._phases[map_slug] = [
            d.slug for d in self._drafts.values() if d.owners.get("map_id") == map_slug
            and d.cls.KIND == "phase" and "stage_of_id" not in d.fields
        ]  # fmt: skip

    def _take_cells(self, lane: _Draft, rows: list[Any], owners: Mapping[str, str]) -> None:
        phases = self._phases.get(owners["journey_map"], [])
        if len(rows) != len(phases):
            raise SourceError(f"{lane.slug}: {len(rows)} cells for {len(phases)} phases")
        for i, (phase, place) in enumerate(zip(phases, rows, strict=True), 1):
            cards = place if isinstance(place, list) else [place] if place else []
            for j, card in enumerate(cards, 1):
                auto = f"{lane.slug}.{i}" + (f"-{j}" if j > 1 else "")
                self._take("cell", {**card, "phase_id": phase}, owners, lane.slug, auto)

    # --- making records -----------------------------------------------------------------------

    def records(self) -> tuple[Record, ...]:
        """Return a record for every draft, then the links between them."""
        places: Counter[str] = Counter()
        made: list[Record] = []
        for draft in self._drafts.values():
            plain: dict[str, Any] = {"id": self._make_id(draft.slug)}
            if "position" in field_specs(draft.cls):
                places[draft.cls.KIND] += 1
                plain["position"] = float(places[draft.cls.KIND])
            plain |= {name: self._id(draft, slug) for name, slug in draft.owners.items()}
            plain |= self._values(draft, draft.cls, draft.fields)
            made.append(from_plain(draft.cls, plain, draft.slug))
        links = [link for draft in self._drafts.values() for link in self._links(draft)]
        return (*made, *links)

    def _values(self, draft: _Draft, cls: type[Any], fields: Mapping[str, Any]) -> dict[str, Any]:
        specs = field_specs(cls)
        plain: dict[str, Any] = {}
        for name, value in fields.items():
            if name == "mark" and draft.cls.KIND == "finding":
                plain["start"], plain["end"] = self._marked(draft, value)
            elif name == "certainties":
                plain[name] = _certainties(value)
            else:
                plain[name] = self._value(draft, cls, specs.get(name), name, value)
        return plain

    def _value(
        self, draft: _Draft, cls: type[Any], spec: FieldSpec | None, name: str, value: Any
    ) -> Any:
        if spec is None or value is None:
            return value
        if name.endswith("_ids"):
            return [self._id(draft, slug) for slug in value]
        if spec.refers_to or (spec.owner and not spec.searchable):
            return self._id(draft, value)
        if isinstance(value, list):
            part = _part_class(cls, name)
            return [self._item(draft, part, item) for item in value]
        return self._text(draft, name, value) if spec.searchable else value

    def _item(self, draft: _Draft, part: type[Any], item: Any) -> Any:
        if isinstance(item, Mapping) and set(item) != LANGUAGE_KEYS:
            return self._values(draft, part, item)
        return self._text(draft, part.__name__, item) if part is str else item

    def _text(self, draft: _Draft, name: str, value: Any) -> str:
        if isinstance(value, Mapping) and set(value) == LANGUAGE_KEYS and all(value.values()):
            return str(value[self._lang])
        if isinstance(value, str) and _NEUTRAL.fullmatch(value):
            return value
        raise SourceError(f"{draft.slug}.{name}: not written in both languages")

    def _id(self, draft: _Draft, slug: str) -> str:
        if slug not in self._drafts:
            raise SourceError(f"{draft.slug}: there is no {slug}")
        return self._make_id(slug)

    def _marked(self, draft: _Draft, words: Any) -> tuple[int, int]:
        entry = self._drafts[draft.owners["entry_id"]]
        marked = self._text(draft, "mark", words)
        start = self._text(entry, "verbatim", entry.fields["verbatim"]).find(marked)
        if start < 0:
            raise SourceError(f"{draft.slug}: the answer does not contain the marked words")
        return start, start + len(marked)

    def _links(self, draft: _Draft) -> Iterable[Link]:
        for relation, targets in draft.links.items():
            by_field = targets if isinstance(targets, Mapping) else {"": targets}
            for name, slugs in by_field.items():
                if name and name not in field_specs(draft.cls):
                    raise SourceError(f"{draft.slug}: there is no field {name}")
                for slug in slugs:
                    yield self._link(draft, name, Relation(relation), slug)

    def _link(self, draft: _Draft, name: str, relation: Relation, slug: str) -> Link:
        target = self._id(draft, slug)
        return Link(
            id=self._make_id(f"{draft.slug}/{name}/{relation}/{slug}"),
            source_kind=draft.cls.KIND,
            source_id=self._make_id(draft.slug),
            source_field=name,
            target_kind=self._drafts[slug].cls.KIND,
            target_id=target,
            relation=relation,
        )


def _certainties(by_certainty: Mapping[str, list[str]]) -> list[dict[str, str]]:
    return [
        {"field": name, "certainty": certainty}
        for certainty, names in by_certainty.items()
        for name in names
    ]


def _part_class(cls: type[Any], name: str) -> type[Any]:
    """Return the class of the items of a tuple field."""
    key: Any = cls  # a class is hashable, which the type checker does not see for type[Any]
    hint = _hints(key)[name]
    part: type[Any] = get_args(hint)[0] if get_origin(hint) is tuple else str
    return part


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls)
