"""What the cards of a map rest on: codes at the cards, and the residents' words behind them.

Owns the collecting of evidence, pain points and questions while the cards of a map are read. Must
not draw.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from servicedesign.model import (
    RECORDS,
    Cell,
    Finding,
    HowMightWe,
    Interview,
    InterviewEntry,
    Issue,
    Lane,
    Link,
    Observation,
    Record,
    Relation,
    TestSession,
)
from servicedesign.model.titles import full_title, reference_code
from servicedesign.store import Project
from servicedesign.tools.chain_steps import Sentence, sentence_of, sentences
from servicedesign.tools.evidence import evidence_records
from servicedesign.tools.journey.sheet_data import PainLine, Source, SourceGroup, Use

_END: Final = re.compile(r"[。．！？!?\n]+[」』）)”\"]*|\.(?=\s|$)[”\"]*\s*")


@dataclass
class Proof:
    """The evidence of one map, taken card by card in reading order.

    Attributes:
        project: where it is read from.
    """

    project: Project
    _uses: dict[str, list[Use]] = field(default_factory=lambda: defaultdict(list))
    _records: dict[str, Record] = field(default_factory=dict)
    _pains: list[PainLine] = field(default_factory=list)

    def take(self, cell: Cell, lane: Lane, phase: int) -> tuple[str, ...]:
        """Note what ``cell`` rests on and return the codes of it."""
        use = Use(phase=phase, kind=lane.kind, lane=lane.title.strip(), number=cell.number)
        found = self._evidence(cell)
        for record in found:
            if record.id not in self._records:
                self._add(record)
            if use not in self._uses[record.id]:
                self._uses[record.id].append(use)
        return self._codes(found)

    def take_pain(self, cell: Cell, phase: int, issue: Issue | None) -> None:
        """Note a pain point, the issue it became and the questions asked for it."""
        if not (cell.text.strip() or issue):
            return
        line = PainLine(
            number=cell.number or (issue.number if issue else 0),
            phase=phase,
            text=cell.text.strip(),
            references=self._codes(self._evidence(cell)),
            issue=issue.title.strip() if issue else None,
            rank=issue.rank if issue else None,
            chosen=bool(issue and issue.chosen),
            questions=self._questions(issue) if issue else (),
        )
        self._pains.append(line)

    def pains(self) -> tuple[PainLine, ...]:
        """Return the pain points by number; those without one follow in reading order."""
        return tuple(sorted(self._pains, key=lambda one: one.number or 10**9))

    def _evidence(self, cell: Cell) -> list[Record]:
        return [record for _, record in evidence_records(self.project, cell.id)]

    def _add(self, record: Record) -> None:
        """Keep a record, and the residents' words behind it after it."""
        self._records[record.id] = record
        if isinstance(record, TestSession | Observation):
            return  # said by a tester: what the prototype rests on is another story
        for one in sentences(self.project, record):
            self._records.setdefault(one.record.id, one.record)

    def _codes(self, records: Sequence[Record]) -> tuple[str, ...]:
        codes = {code for record in records if (code := _code(self.project, record))}
        return tuple(sorted(codes, key=_natural))

    def _questions(self, issue: Issue) -> tuple[str, ...]:
        found = {one.id: one for one in self.project.all(HowMightWe, issue_id=issue.id)}
        links: tuple[Link, ...] = self.project.links_to(issue.id, Relation.CAME_FROM)
        for link in links:
            asked = self.project.find(HowMightWe, link.source_id)
            if asked is not None:
                found.setdefault(asked.id, asked)
        return tuple(one.sentence.strip() for one in found.values() if one.sentence.strip())

    def groups(self) -> tuple[SourceGroup, ...]:
        """Return all that was noted: by interview in their order, then other kinds."""
        groups: dict[tuple[int, int, str], list[Record]] = defaultdict(list)
        interviews = {one.id: place for place, one in enumerate(self.project.all(Interview))}
        kinds = list(RECORDS)
        for record in self._records.values():
            home = _interview_id(record)
            if home in interviews:
                groups[0, interviews[home], home].append(record)
            else:
                kind = TestSession.KIND if record.KIND == Observation.KIND else record.KIND
                groups[1, kinds.index(kind), kind].append(record)
        return tuple(self._group(key, found) for key, found in sorted(groups.items()))

    def _group(self, key: tuple[int, int, str], records: Sequence[Record]) -> SourceGroup:
        found = [self._source(one) for one in records]
        sources = tuple(sorted(found, key=lambda one: _natural(one.code)))
        interview = self.project.find(Interview, key[2])
        if interview is None:
            return SourceGroup(title=RECORDS[key[2]].LABEL, sources=sources)
        return SourceGroup(
            code=interview.code.strip(),
            title=interview.person.strip(),
            date=interview.date,
            sources=sources,
        )

    def _source(self, record: Record) -> Source:
        told = sentence_of(self.project, record)
        leads = [] if told and told.said else [one for _, one in self._behind(record)]
        return Source(
            code=_code(self.project, record),
            words=_words(self.project, record, told),
            said=bool(told and told.said),
            uses=tuple(self._uses[record.id]),
            leads=self._codes(leads),
        )

    def _behind(self, record: Record) -> Sequence[tuple[Link, Record]]:
        return evidence_records(self.project, record.id)


def _interview_id(record: Record) -> str:
    if isinstance(record, Interview):
        return record.id
    return record.interview_id if isinstance(record, Finding | InterviewEntry) else ""


def _code(project: Project, record: Record) -> str:
    """Return the code of a record, else the one of what it is a part of, else its short title."""
    code = reference_code(record).strip()
    if code:
        return code
    if isinstance(record, InterviewEntry):
        home = project.find(Interview, record.interview_id)
        return home.code.strip() if home else ""
    if isinstance(record, Observation):
        session = project.find(TestSession, record.session_id)
        return session.code.strip() if session else ""
    return ""


def _natural(code: str) -> tuple[str, int, int]:
    """Return what codes are sorted by: letters, then their first two numbers as numbers."""
    numbers = [int(number[:6]) for number in re.findall(r"\d+", code)]
    first, second = (*numbers, 0, 0)[:2]
    return re.sub(r"\d+.*", "", code), first, second


def _words(project: Project, record: Record, told: Sentence | None) -> str:
    if isinstance(record, Finding) and told is not None and told.said:
        entry = project.find(InterviewEntry, record.entry_id)
        if entry is not None:
            return whole_sentence(entry.verbatim, record.start, record.end)
    return told.words if told is not None else full_title(record)


def whole_sentence(text: str, start: int, end: int) -> str:
    """Return the sentences of ``text`` that the characters from ``start`` to ``end`` lie in."""
    edges = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    low = max((edge for edge in edges if edge <= start), default=0)
    high = min((edge for edge in edges if edge >= end), default=len(text))
    return text[low:high].strip()
