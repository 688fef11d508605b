"""Where the evidence chain is broken: every kind of gap as data, and the finding of them.

Owns the one list of kinds, each with its sentence and the one action that mends it. It reads the
records alone and is asked by screen, paper and overview. Must not know how a gap is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from servicedesign.model import (
    Answer,
    Benefit,
    Cell,
    Certainty,
    Cluster,
    Cost,
    DeepDive,
    EvidenceLevel,
    HowMightWe,
    Improvement,
    ImprovementState,
    Issue,
    JourneyMap,
    JourneyView,
    Kpi,
    Lane,
    LaneKind,
    Link,
    Message,
    Note,
    Persona,
    PrincipleCheck,
    PrincipleItem,
    Proposal,
    Prototype,
    PrototypeVersion,
    Record,
    Relation,
    TestSession,
    Verdict,
    field_specs,
)
from servicedesign.model.message import N_
from servicedesign.model.principles import answer_of
from servicedesign.model.titles import full_title, reference_code
from servicedesign.store import Project
from servicedesign.tools.chain_choices import chosen_ids, voted_ids

_SHORT: Final = 24
"""Characters of a record's own words in a sentence."""


class Mending(StrEnum):
    """What mends a gap."""

    LINK = "link"
    """Evidence is chosen for the record."""
    TAKE_UP = "take_up"
    """The pain point becomes an issue."""
    GO = "go"
    """It is written in the record's own tool."""


@dataclass(frozen=True, slots=True)
class GapKind:
    """One way in which the chain can be broken.

    Attributes:
        id: its name in code.
        sentence: what is missing; ``{name}`` is the record, ``{field}`` its field.
        action: what mends it, as the words of a link.
        mending: what is done then.
    """

    id: str
    sentence: str
    action: str
    mending: Mending


@dataclass(frozen=True, slots=True)
class ChainGap:
    """One place where the chain is broken.

    Attributes:
        kind: which way.
        record: what is without.
        field: the field of it that claims, or empty.
        sentence: what is missing there.
    """

    kind: GapKind
    record: Record
    field: str
    sentence: Message

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from every other gap."""
        return self.kind.id, self.record.id, self.field


Place = tuple[Record, str, str]
"""A record, its field or empty, and the name by which the sentence calls it."""


def find_chain_gaps(project: Project) -> tuple[ChainGap, ...]:
    """Return every gap, from the residents' words to the proposal."""
    found = []
    for kind, finder in GAP_KINDS.values():
        for record, field, name in finder(project):
            spec = field_specs(type(record)).get(field)
            label = Message(spec.label) if spec is not None else ""
            sentence = Message(kind.sentence, {"name": name, "field": label})
            found.append(ChainGap(kind, record, field, sentence))
    return tuple(found)


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else words[: _SHORT - 1] + "…"


def _named(record: Record) -> str:
    return _short(full_title(record) or reference_code(record) or "…")


def _founded(project: Project, record: Record, field: str | None = None) -> bool:
    links = project.links_from(record.id, Relation.EVIDENCE)
    return any(
        (field is None or link.source_field in ("", field))
        and project.find_any(link.target_id) is not None
        for link in links
    )


# --- 1 ニーズの発見 -------------------------------------------------------------------------------


def _facts(project: Project) -> Iterator[Place]:
    for persona in project.all(Persona):
        for mark in persona.certainties:
            if mark.certainty is not Certainty.FACT or not getattr(persona, mark.field, None):
                continue
            if not _founded(project, persona, mark.field):
                yield persona, mark.field, _named(persona)


def _claimed_cells(project: Project) -> Iterator[Place]:
    for cell in project.all(Cell, evidence=EvidenceLevel.RESEARCHED):
        if not _founded(project, cell):
            yield cell, "", _named(cell)


def _pains_dropped(project: Project) -> Iterator[Place]:
    taken = {issue.cell_id for issue in project.all(Issue)}
    for journey in project.all(JourneyMap, view=JourneyView.AS_IS):
        lanes = {lane.id for lane in project.all(Lane, map_id=journey.id, kind=LaneKind.PAIN_POINT)}
        for lane_id in lanes:
            for cell in project.all(Cell, lane_id=lane_id):
                if cell.text.strip() and cell.id not in taken:
                    yield cell, "", _named(cell)


def _issues_unasked(project: Project) -> Iterator[Place]:
    asked: set[str | None] = set()
    for question in project.all(HowMightWe):
        asked.add(question.issue_id)
        asked |= {link.target_id for link in project.links_from(question.id, Relation.CAME_FROM)}
    for issue in taken_up(project):
        if issue.id not in asked:
            yield issue, "", str(issue.number) if issue.number else _named(issue)


def taken_up(project: Project) -> tuple[Issue, ...]:
    """Return the issues chosen for ideas; all while none is chosen."""
    return project.all(Issue, chosen=True) or project.all(Issue)


# --- 2 アイデアの創出 -----------------------------------------------------------------------------


def _ideas_unbound(project: Project) -> Iterator[Place]:
    for idea_id in dict.fromkeys((*chosen_ids(project), *voted_ids(project))):
        idea = project.find_any(idea_id)
        if isinstance(idea, Note | Cluster) and not answers(project, idea):
            yield idea, "", idea_name(idea)


def answers(project: Project, idea: Note | Cluster) -> bool:
    """Tell whether an idea, or one in the cluster, answers an issue, a pain point, a question."""
    if project.links_from(idea.id, Relation.ANSWERS):
        return True
    if isinstance(idea, Note):
        return bool(idea.issue_id or idea.cell_id)
    return any(answers(project, note) for note in project.all(Note, cluster_id=idea.id))


def idea_name(idea: Note | Cluster) -> str:
    """Return number or words of an idea."""
    return str(idea.number) if isinstance(idea, Note) and idea.number else _named(idea)


def _chosen_unmade(project: Project) -> Iterator[Place]:
    made = set(prototype_origins(project))
    for idea_id in chosen_ids(project):
        idea = project.find_any(idea_id)
        if isinstance(idea, Note | Cluster) and idea.id not in made:
            yield idea, "", idea_name(idea)


def prototype_origins(project: Project) -> dict[str, list[str]]:
    """Return ids of prototypes by the id of each idea or deep-dive that they grew from."""
    found: dict[str, list[str]] = {}

    def note(origin: str | None, prototype_id: str) -> None:
        if origin and prototype_id not in found.setdefault(origin, []):
            found[origin].append(prototype_id)

    for prototype in project.all(Prototype):
        origins = [prototype.note_id, prototype.deep_dive_id]
        links = project.links_from(prototype.id, Relation.CAME_FROM)
        for origin in (*origins, *(link.target_id for link in links)):
            note(origin, prototype.id)
            dive = project.find(DeepDive, origin) if origin else None
            if dive is not None:
                for idea in dive_ideas(project, dive.id, dive.note_id, dive.cluster_id):
                    note(idea, prototype.id)
    return found


def dive_ideas(
    project: Project, dive_id: str, note_id: str | None, cluster_id: str | None
) -> tuple[str, ...]:
    """Return the ids of the ideas that a deep-dive works out."""
    links = project.links_from(dive_id, Relation.CAME_FROM)
    return tuple(one for one in (note_id, cluster_id, *(k.target_id for k in links)) if one)


# --- 3 試作とテスト -------------------------------------------------------------------------------


def _untested(project: Project) -> Iterator[Place]:
    for prototype in project.all(Prototype):
        versions = project.all(PrototypeVersion, prototype_id=prototype.id)
        if not any(project.all(TestSession, version_id=version.id) for version in versions):
            yield prototype, "", _named(prototype)


def _unjudged(project: Project) -> Iterator[Place]:
    for session in project.all(TestSession, verdict=Verdict.UNDECIDED):
        yield session, "verdict", session.code or _named(session)


def _open_improvements(project: Project) -> Iterator[Place]:
    for one in project.all(Improvement, state=ImprovementState.OPEN):
        yield one, "", _named(one)


# --- 4 提供に向けて -------------------------------------------------------------------------------


def _proposals_ungrown(project: Project) -> Iterator[Place]:
    for proposal in project.all(Proposal):
        links: tuple[Link, ...] = project.links_from(proposal.id, Relation.CAME_FROM)
        made = any(link.target_kind in ("prototype_version", "prototype") for link in links)
        if not proposal.version_id and not made:
            yield proposal, "", _named(proposal)


def _target_unfounded(project: Project) -> Iterator[Place]:
    for proposal in project.all(Proposal):
        if proposal.target_number is None:
            continue
        fields = ("target_number", "target")
        if not any(_founded(project, proposal, field) for field in fields):
            yield proposal, "target_number", str(proposal.target_number)


def _kpi_unfounded(project: Project) -> Iterator[Place]:
    for kpi in project.all(Kpi):
        if kpi.present.strip() and not _founded(project, kpi):
            yield kpi, "", _short(f"{kpi.present}{kpi.unit}")


def _benefit_unfounded(project: Project) -> Iterator[Place]:
    for benefit in project.all(Benefit):
        if benefit.label.strip() and not _founded(project, benefit):
            yield benefit, "", _named(benefit)


def _cost_unfounded(project: Project) -> Iterator[Place]:
    for cost in project.all(Cost):
        if cost.amount > Decimal(0) and not cost.basis.strip() and not _founded(project, cost):
            yield cost, "basis", _named(cost)


# --- 12箇条 ---------------------------------------------------------------------------------------


def _principles_unfounded(project: Project) -> Iterator[Place]:
    for item in project.all(PrincipleItem):
        checks = project.all(PrincipleCheck, item_id=item.id)
        if answer_of(check.answer for check in checks) is not Answer.DONE:
            continue
        if not _founded(project, item) and not any(_founded(project, one) for one in checks):
            yield item, "", str(item.number)


Finder = Callable[[Project], Iterator[Place]]

GAP_KINDS: Final[dict[str, tuple[GapKind, Finder]]] = {
    kind.id: (kind, finder)
    for kind, finder in (
        (
            GapKind(
                "fact_without_source",
                N_("{name}の「{field}」は事実とあるが、根拠がない"),
                N_("根拠をつなぐ"),
                Mending.LINK,
            ),
            _facts,
        ),
        (
            GapKind(
                "card_without_source",
                N_("「{name}」は調査済みとあるが、根拠がない"),
                N_("根拠をつなぐ"),
                Mending.LINK,
            ),
            _claimed_cells,
        ),
        (
            GapKind(
                "pain_not_taken_up",
                N_("困りごと「{name}」を誰も取り上げていない"),
                N_("課題にする"),
                Mending.TAKE_UP,
            ),
            _pains_dropped,
        ),
        (
            GapKind(
                "issue_without_question",
                N_("課題{name}を取り上げた問いがない"),
                N_("問いにする"),
                Mending.GO,
            ),
            _issues_unasked,
        ),
        (
            GapKind(
                "idea_without_problem",
                N_("案{name}が答える困りごとがない"),
                N_("困りごとにつなぐ"),
                Mending.GO,
            ),
            _ideas_unbound,
        ),
        (
            GapKind(
                "choice_without_prototype",
                N_("選んだ案{name}の試作がない"),
                N_("試作にする"),
                Mending.GO,
            ),
            _chosen_unmade,
        ),
        (
            GapKind(
                "prototype_without_test",
                N_("「{name}」のテストがない"),
                N_("テストを書く"),
                Mending.GO,
            ),
            _untested,
        ),
        (
            GapKind(
                "test_without_verdict",
                N_("テスト{name}の判定がない"),
                N_("判定を書く"),
                Mending.GO,
            ),
            _unjudged,
        ),
        (
            GapKind(
                "improvement_open",
                N_("直すこと「{name}」を入れるか決めていない"),
                N_("入れるか決める"),
                Mending.GO,
            ),
            _open_improvements,
        ),
        (
            GapKind(
                "proposal_without_prototype",
                N_("提案「{name}」のもとの試作がない"),
                N_("試作を選ぶ"),
                Mending.GO,
            ),
            _proposals_ungrown,
        ),
        (
            GapKind(
                "target_without_source",
                N_("提案の対象「{name}人」に出どころがない"),
                N_("根拠をつなぐ"),
                Mending.LINK,
            ),
            _target_unfounded,
        ),
        (
            GapKind(
                "cost_without_basis",
                N_("費用「{name}」に積算の根拠がない"),
                N_("根拠を書く"),
                Mending.GO,
            ),
            _cost_unfounded,
        ),
        (
            GapKind(
                "benefit_without_source",
                N_("効果「{name}」に出どころがない"),
                N_("根拠をつなぐ"),
                Mending.LINK,
            ),
            _benefit_unfounded,
        ),
        (
            GapKind(
                "measure_without_source",
                N_("評価指標の現状値「{name}」に出どころがない"),
                N_("根拠をつなぐ"),
                Mending.LINK,
            ),
            _kpi_unfounded,
        ),
        (
            GapKind(
                "principle_without_evidence",
                N_("箇条{name}は「できている」とあるが、根拠がない"),
                N_("根拠をつなぐ"),
                Mending.LINK,
            ),
            _principles_unfounded,
        ),
    )
}
"""Every kind of gap with what finds it, in the order of the method."""
