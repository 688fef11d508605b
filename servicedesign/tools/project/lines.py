"""What there is of each tool in a project, counted in words, and how far it is by the records.

Owns the one list of lines. Must not know which tools are registered: see ``line_states``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from servicedesign.model import (
    AgendaItem,
    Cluster,
    Decision,
    DeepDive,
    Finding,
    Group,
    HowMightWe,
    Interview,
    Issue,
    JourneyMap,
    JourneyView,
    Kpi,
    Mandala,
    Note,
    Participant,
    PayoffItem,
    Persona,
    Proposal,
    Prototype,
    PrototypeVersion,
    SourceMethod,
    TestSession,
    Verdict,
    VoteStatus,
)
from servicedesign.model.message import N_, msg
from servicedesign.model.method import MethodPhase, Progress
from servicedesign.store import Project
from servicedesign.tools.project.votes import ballots_of, last_round
from servicedesign.tools.project.words import Words, plural
from servicedesign.tools.stakeholders import missing_kinds

Parts = tuple[Words, ...]
"""Counts that stand side by side; none when there is nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the overview.

    Attributes:
        id: the tool's id, or of a part of a tool.
        phase: where it stands.
        title: its name for people, until a tool of this id brings its own.
        count: what there is of it, in words.
        progress: how far it is, until a tool of this id tells it.
        leads_to: the tool that shows it.
        optional: whether it is left out while there is nothing of it.
    """

    id: str
    phase: MethodPhase
    title: str
    count: Callable[[Project], Parts]
    progress: Callable[[Project], Progress]
    leads_to: str = ""
    optional: bool = False


def _progress(begun: bool, done: bool) -> Progress:
    if not begun:
        return Progress.NONE
    return Progress.DONE if done else Progress.SOME


# 準備 ---------------------------------------------------------------------------------------------


def _participants(project: Project) -> Parts:
    people, groups = len(project.all(Participant)), len(project.all(Group))
    parts: list[Words] = [plural("{n}人", people)] if people else []
    return (*parts, plural("{n}班", groups)) if groups else tuple(parts)


def _agenda(project: Project) -> Parts:
    items = project.all(AgendaItem)
    if not items:
        return ()
    steps = sum(item.minutes > 0 for item in items)
    return plural("{n}日", len({item.day for item in items})), plural("{n}項目", steps)


# 1 ニーズの発見 -----------------------------------------------------------------------------------


def _interviews(project: Project) -> Parts:
    methods = [interview.method for interview in project.all(Interview)]
    talks = methods.count(SourceMethod.DEPTH_INTERVIEW)
    seen, data = methods.count(SourceMethod.OBSERVATION), methods.count(SourceMethod.DATA)
    parts: list[Words] = []
    if talks:
        parts.append(plural("{n}人", talks))
    if seen:
        parts.append(plural("観察{n}", seen))
    if data:
        parts.append(plural("データ{n}", data))
    return tuple(parts)


def _personas(project: Project) -> Parts:
    people = project.all(Persona)
    chosen = sum(persona.chosen for persona in people)
    if chosen and len(people) > chosen:
        return (msg("{all}人から{chosen}人", all=len(people), chosen=chosen),)
    return (plural("候補{n}人", len(people)),) if people else ()


def _journeys(project: Project) -> Parts:
    views = [journey.view for journey in project.all(JourneyMap)]
    now, wished = views.count(JourneyView.AS_IS), views.count(JourneyView.TO_BE)
    parts: list[Words] = []
    if now:
        parts.append(msg("現状") if now == 1 else msg("現状{n}", n=now))
    if wished:
        parts.append(msg("理想") if wished == 1 else msg("理想{n}", n=wished))
    return tuple(parts)


def _issues(project: Project) -> Parts:
    issues, questions = len(project.all(Issue)), len(project.all(HowMightWe))
    parts: list[Words] = [plural("課題{n}", issues)] if issues else []
    return (*parts, plural("問い{n}", questions)) if questions else tuple(parts)


def _issues_progress(project: Project) -> Progress:
    chosen = {issue.id for issue in project.all(Issue) if issue.chosen}
    asked = {question.issue_id for question in project.all(HowMightWe)}
    return _progress(bool(_issues(project)), bool(chosen) and chosen <= asked)


# 2 アイデアの創出 ---------------------------------------------------------------------------------


def _ideas(project: Project) -> Parts:
    notes, clusters = len(project.all(Note)), len(project.all(Cluster))
    parts: list[Words] = [plural("{n}案", notes)] if notes else []
    return (*parts, plural("{n}束", clusters)) if clusters else tuple(parts)


def _mandalas(project: Project) -> Parts:
    charts = len(project.all(Mandala))
    return (plural("{n}枚", charts),) if charts else ()


def _votes(project: Project) -> Parts:
    vote = last_round(project)
    if vote is None:
        return ()
    if vote.selections:
        return (plural("{n}案を選んだ", len(vote.selections)),)
    given, everybody = ballots_of(project, vote)
    return (msg("{given}／{all}人", given=given, all=everybody),)


def _votes_progress(project: Project) -> Progress:
    vote = last_round(project)
    closed = vote is not None and vote.status is VoteStatus.CLOSED
    return _progress(vote is not None, closed)


def _deep_dives(project: Project) -> Parts:
    dives = len(project.all(DeepDive))
    return (plural("{n}案", dives),) if dives else ()


def _deep_dives_progress(project: Project) -> Progress:
    dives = project.all(DeepDive)
    done = all(dive.value.strip() and dive.smallest_trial.strip() for dive in dives)
    return _progress(bool(dives), done)


def _weighed(project: Project) -> Parts:
    items = len(project.all(PayoffItem))
    return (plural("{n}案", items),) if items else ()


# 3 試作とテスト -----------------------------------------------------------------------------------


def _prototypes(project: Project) -> Parts:
    made, versions = len(project.all(Prototype)), len(project.all(PrototypeVersion))
    parts: list[Words] = [plural("{n}種類", made)] if made else []
    return (*parts, plural("{n}版", versions)) if versions else tuple(parts)


def _tests(project: Project) -> Parts:
    sessions = len(project.all(TestSession))
    return (plural("{n}回", sessions),) if sessions else ()


def _tests_progress(project: Project) -> Progress:
    verdicts = [session.verdict for session in project.all(TestSession)]
    return _progress(bool(verdicts), Verdict.UNDECIDED not in verdicts)


# 4 提供に向けて -----------------------------------------------------------------------------------


def _proposal(project: Project) -> Parts:
    proposals, measures = len(project.all(Proposal)), len(project.all(Kpi))
    parts: list[Words] = [plural("提案{n}", proposals)] if proposals else []
    return (*parts, plural("指標{n}", measures)) if measures else tuple(parts)


def _is_there(count: Callable[[Project], Parts]) -> Callable[[Project], Progress]:
    return lambda project: _progress(bool(count(project)), True)


_PREPARE, _NEEDS, _IDEAS = MethodPhase.PREPARE, MethodPhase.NEEDS, MethodPhase.IDEAS
_TRY, _DELIVER = MethodPhase.PROTOTYPE, MethodPhase.DELIVERY

LINES: Final = (
    Line(
        "participants",
        _PREPARE,
        N_("参加者・班"),
        _participants,
        lambda project: _progress(bool(project.all(Participant)), not missing_kinds(project)),
    ),
    Line("agenda", _PREPARE, N_("進行表"), _agenda, _is_there(_agenda)),
    Line(
        "interview",
        _NEEDS,
        N_("聞き取り"),
        _interviews,
        lambda project: _progress(bool(project.all(Interview)), bool(project.all(Finding))),
    ),
    Line("persona", _NEEDS, N_("ペルソナ"), _personas, _is_there(_personas)),
    Line("journey", _NEEDS, N_("ジャーニーマップ"), _journeys, _is_there(_journeys)),
    Line("issues", _NEEDS, N_("困りごとと問い"), _issues, _issues_progress),
    Line("board", _IDEAS, N_("ボード"), _ideas, _is_there(_ideas)),
    Line("mandala", _IDEAS, N_("マンダラート"), _mandalas, _is_there(_mandalas), optional=True),
    Line("voting", _IDEAS, N_("投票"), _votes, _votes_progress),
    Line("deep_dive", _IDEAS, N_("深掘り"), _deep_dives, _deep_dives_progress),
    Line("payoff", _IDEAS, N_("評価マトリクス"), _weighed, _is_there(_weighed)),
    Line("prototype", _TRY, N_("試作"), _prototypes, _is_there(_prototypes)),
    Line("test", _TRY, N_("テスト"), _tests, _tests_progress, leads_to="testing"),
    Line(
        "proposal",
        _DELIVER,
        N_("サービス提案書"),
        _proposal,
        lambda project: _progress(bool(project.all(Proposal)), bool(project.all(Decision))),
    ),
)
"""Every line in the order of the report. One more tool is one more line."""
