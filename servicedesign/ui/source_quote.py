"""What a source says, in a few lines to be read beside what rests on it.

Owns the words. How they are shown is ``SourcePeek``'s; which records can be evidence is
``tools.evidence``.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.i18n import Translator
from servicedesign.model import Finding, FindingKind, Interview, InterviewEntry, Record
from servicedesign.store import Project
from servicedesign.tools.chain_steps import sentence_of
from servicedesign.ui.source_words import SourceWords, source_words, whole_text

_MOST = 600
"""Characters of a source that are read beside a field; the source itself has the rest."""


@dataclass(frozen=True, slots=True)
class SourceQuote:
    """One source.

    Attributes:
        words: what it is called.
        text: what was said, in quotation marks; else what was seen, or what is written there.
        note: what the team made of it, where that is something else.
        facts: what it is and where it comes from: fact, code, who it was.
    """

    words: SourceWords
    text: str
    note: str
    facts: str

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return "、".join(part for part in (self.text, self.note, self.facts) if part)


def source_quote(project: Project, record: Record, t: Translator) -> SourceQuote:
    """Return what ``record`` says for readers of ``t``."""
    words = source_words(record, t)
    if not isinstance(record, Finding | InterviewEntry | Interview):
        text = " ".join(whole_text(record)[:_MOST].split())
        facts = [words.kind, words.code]
        return SourceQuote(words, text or words.full, "", _joined(facts))
    said = sentence_of(project, record)
    quote = said.words[:_MOST] if said is not None else ""
    if said is not None and said.said and quote:
        quote = t("「{words}」", words=quote)
    note = ""
    if isinstance(record, Finding):
        own = record.text.strip()[:_MOST]
        if own and said is not None and own != said.words:
            note = own
        if record.kind is not FindingKind.FACT and note:
            quote, note = note, quote
    facts = [_kind(record, t) or words.kind, said.code if said else "", _person(project, record)]
    return SourceQuote(words, quote or words.title or words.kind, note, _joined(facts))


def _joined(parts: list[str]) -> str:
    return "　".join(part for part in parts if part)


def _kind(record: Record, t: Translator) -> str:
    """Return what kind of finding it is."""
    if not isinstance(record, Finding):
        return ""
    return {
        FindingKind.FACT: t.context("finding", "事実"),
        FindingKind.INTERPRETATION: t.context("finding", "解釈"),
        FindingKind.INSIGHT: t.context("finding", "気づき"),
    }[record.kind]


def _person(project: Project, record: Record) -> str:
    """Return who it was, without a name."""
    if isinstance(record, Interview):
        return record.person.strip()
    interview_id = getattr(record, "interview_id", None)
    interview = project.find(Interview, interview_id)
    return " ".join(interview.person.split()) if interview is not None else ""
