"""How a record that stands behind something is called on screen: in a chip, in a list of evidence.

Owns the words and the icon for each kind. Which records can be evidence is ``tools.evidence``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import RECORDS, Record
from servicedesign.model.record import field_specs
from servicedesign.model.titles import record_title, reference_code

_SAID: Final = "mdi6.format-quote-close"
_TESTED: Final = "mdi6.clipboard-check-outline"
_ICONS: Final = {
    "finding": _SAID,
    "interview": _SAID,
    "interview_entry": _SAID,
    "persona": "mdi6.account-outline",
    "empathy_map": "mdi6.account-heart-outline",
    "journey_map": "mdi6.map-marker-path",
    "cell": "mdi6.map-marker-path",
    "issue": "mdi6.alert-circle-outline",
    "how_might_we": "mdi6.comment-question-outline",
    "board": "mdi6.note-multiple-outline",
    "cluster": "mdi6.note-multiple-outline",
    "note": "mdi6.note-outline",
    "mandala": "mdi6.grid",
    "mandala_cell": "mdi6.grid",
    "vote_round": "mdi6.vote-outline",
    "payoff_item": "mdi6.scale-balance",
    "deep_dive": "mdi6.magnify-plus-outline",
    "prototype": "mdi6.hammer-wrench",
    "prototype_version": "mdi6.hammer-wrench",
    "principle_item": "mdi6.format-list-checks",
    "test_session": _TESTED,
    "observation": _TESTED,
    "improvement": "mdi6.wrench-outline",
    "participant": "mdi6.account-group-outline",
    "kpi": "mdi6.target",
}
_OTHER: Final = "mdi6.file-document-outline"
_CODE_PARTS: Final = re.compile("・|, ")
"""Parts a code such as ``H-03・12行`` into the source and the place in it."""


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What a source is called.

    Attributes:
        record_id: of the source.
        icon: an ``mdi6.`` name.
        kind: its kind in the reader's language.
        code: the mark by which paper refers to it, or empty.
        title: the project's own words, perhaps empty.
    """

    record_id: str
    icon: str
    kind: str
    code: str
    title: str

    @property
    def brief(self) -> str:
        """The least that names it: ``H-03``; else its words, else its kind."""
        return _CODE_PARTS.split(self.code)[0] or self.title or self.kind

    @property
    def short(self) -> str:
        """Its whole code, else its words, else its kind."""
        return self.code or self.title or self.kind

    @property
    def full(self) -> str:
        """Code and words, or kind and words where there is no code."""
        return " ".join(part for part in (self.code or self.kind, self.title) if part)


def source_words(record: Record, t: Translator) -> SourceWords:
    """Return what ``record`` is called for readers of ``t``."""
    return SourceWords(
        record.id,
        _ICONS.get(record.KIND, _OTHER),
        t(RECORDS[record.KIND].LABEL),
        reference_code(record),
        record_title(record),
    )


def whole_text(record: Record) -> str:
    """Return every text of ``record``, one to a line, to be read before it is linked."""
    specs = field_specs(type(record)).values()
    values = (getattr(record, spec.name) for spec in specs if spec.searchable)
    return "\n".join(value.strip() for value in values if isinstance(value, str) and value.strip())
