"""What a step of the evidence chain says on screen: relation, mark, words.

Owns these words. Which steps there are is ``tools.chain_steps``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import N_, RECORDS, Cell, Record, field_specs
from servicedesign.model.titles import full_title, reference_code
from servicedesign.store import Project
from servicedesign.tools.chain_rules import REFERENCES
from servicedesign.tools.chain_steps import SOURCE_KINDS, Step, sentence_of
from servicedesign.ui.source_words import source_words


@dataclass(frozen=True, slots=True)
class ChainLine:
    """One row.

    Attributes:
        record_id: of the record stepped to.
        icon: an ``mdi6.`` name.
        relation: what it is to the one asked about.
        kind: its kind in the reader's language.
        code: the mark by which paper refers to it, or empty.
        title: its words; residents' own words stand in quotation marks.
        level: 1 for a direct step, 2 for the words behind one.
    """

    record_id: str
    icon: str
    relation: str
    kind: str
    code: str
    title: str
    level: int

    @property
    def facts(self) -> str:
        """Relation, kind and code on one line."""
        named = [self.relation] if self.level == 1 else []
        if self.kind not in self.relation:
            named.append(self.kind)
        return "　".join(part for part in (*named, self.code) if part)

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return "、".join(part for part in (self.relation, self.kind, self.code, self.title) if part)


def chain_line(project: Project, step: Step, t: Translator) -> ChainLine:
    """Return the row for ``step`` for readers of ``t``."""
    record = step.record
    return ChainLine(
        record.id,
        source_words(record, t).icon,
        t(step.relation),
        chain_kind(record, t),
        chain_code(project, record),
        chain_title(project, record, t),
        step.level,
    )


def chain_kind(record: Record, t: Translator) -> str:
    """Return the kind of ``record``; a card with a number is a pain point."""
    if isinstance(record, Cell) and record.number:
        return t("困りごと")
    return t(RECORDS[record.KIND].LABEL)


def chain_code(project: Project, record: Record) -> str:
    """Return the mark by which paper refers to ``record``, or empty."""
    said = sentence_of(project, record)
    return said.code if said is not None and said.code else reference_code(record)


def chain_title(project: Project, record: Record, t: Translator) -> str:
    """Return the words that ``record`` is known by in the chain.

    Residents' words are quoted; what has no words of its own is called after what it belongs to.
    """
    said = sentence_of(project, record)
    if said is not None and said.said and said.words:
        return t("「{words}」", words=said.words)
    title = full_title(record)
    return title or _owner_title(project, record) or t(_NAMELESS)


def chain_name(project: Project, record: Record, t: Translator) -> str:
    """Return the least that names ``record``: its mark with its kind, else its first words."""
    code = chain_code(project, record)
    if record.KIND in SOURCE_KINDS and code:
        return code
    if code:
        return f"{chain_kind(record, t)} {code}"
    title = chain_title(project, record, t)
    return title if len(title) <= _SHORT else title[: _SHORT - 1] + "…"


def _owner_title(project: Project, record: Record) -> str:
    for field in field_specs(RECORDS[record.KIND]):
        if (record.KIND, field) in REFERENCES:
            owner = project.find_any(getattr(record, field) or "")
            if owner is not None and full_title(owner):
                return full_title(owner)
    return ""


_SHORT: Final = 18
_NAMELESS: Final = N_("（まだ名前がありません）")
