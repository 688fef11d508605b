"""What is missing on the way to the need: facts, participants, interviews, persona, journey.

Owns these checks (report ch. 7 §2 and §2(1)). They read the records alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from servicedesign.model import (
    Cell,
    Certainty,
    Consent,
    Finding,
    HowMightWe,
    Interview,
    Issue,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Participant,
    Persona,
    Relation,
    SourceMethod,
)
from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.store import Project
from servicedesign.tools.project.gap import FACTS, Check, Gap, Place, look, step
from servicedesign.tools.project.words import Listed, plural
from servicedesign.tools.stakeholders import STAKEHOLDER_WORDS, missing_kinds

_PREPARE, _NEEDS = MethodPhase.PREPARE, MethodPhase.NEEDS


def missing_stakeholders(project: Project) -> Gap | None:
    """Find the sides of which nobody takes part, once somebody does."""
    missing = missing_kinds(project) if project.all(Participant) else ()
    if not missing:
        return None
    names = tuple(STAKEHOLDER_WORDS[kind] for kind in missing)
    sentence = Listed(N_("足りない立場：{list}"), names)
    return look("stakeholders", _PREPARE, sentence, Place("participants"))


def interviews_without_consent(project: Project) -> Gap | None:
    """Find people who were asked but did not agree yet that their words are used."""
    found = [
        interview
        for interview in project.all(Interview, consent=Consent.NOT_YET)
        if interview.method is SourceMethod.DEPTH_INTERVIEW
    ]
    if not found:
        return None
    place = Place("interview", Interview.KIND, found[0].id, "consent")
    return look("consent", _NEEDS, plural("同意をまだ得ていない聞き取り{n}件", len(found)), place)


def guesses_without_evidence(project: Project) -> Gap | None:
    """Find what is guessed of the chosen persona (of all while none is) and founded on nothing."""
    people = [persona for persona in project.all(Persona) if persona.chosen]
    found = [
        (persona, name) for persona in people or project.all(Persona) for name in _guesses(persona)
    ]
    bare = [
        (persona, name)
        for persona, name in found
        if not project.links_from(persona.id, Relation.EVIDENCE, name)
    ]
    if not bare:
        return None
    persona, name = bare[0]
    place = Place("persona", Persona.KIND, persona.id, name)
    return look("guesses", _NEEDS, plural("根拠のないペルソナの推測{n}項目", len(bare)), place)


def _guesses(persona: Persona) -> Iterable[str]:
    for mark in persona.certainties:
        if mark.certainty is Certainty.GUESS and getattr(persona, mark.field, None):
            yield mark.field


def maps_without_feelings(project: Project) -> Gap | None:
    """Find as-is maps that have cards but say nowhere how it feels."""
    found = []
    for journey in _maps(project, JourneyView.AS_IS):
        cells = project.all(Cell, map_id=journey.id)
        if cells and all(cell.emotion is None for cell in cells):
            found.append(journey)
    if not found:
        return None
    place = Place("journey", JourneyMap.KIND, found[0].id)
    return look("feelings", _NEEDS, plural("感情の線がない現状の地図{n}枚", len(found)), place)


def pain_points_left(project: Project) -> Gap | None:
    """Find pain points of today that nobody took up, once there are issues."""
    taken = {issue.cell_id for issue in project.all(Issue)}
    found = [cell for cell in pain_points(project) if cell.id not in taken]
    if not found or not taken:
        return None
    place = Place("journey", Cell.KIND, found[0].id, "text")
    sentence = plural("誰も取り上げていない困りごと{n}件", len(found))
    return look("pain_points", _NEEDS, sentence, place)


def issues_without_question(project: Project) -> Gap | None:
    """Find issues taken up (all while none is chosen) without a question, once there is one."""
    questions = project.all(HowMightWe)
    asked = {question.issue_id for question in questions}
    found = [issue for issue in issues_taken_up(project) if issue.id not in asked]
    if not found or not questions:
        return None
    place = Place("issues", Issue.KIND, found[0].id)
    return look("questions", _NEEDS, plural("問いのない課題{n}件", len(found)), place)


def issues_taken_up(project: Project) -> tuple[Issue, ...]:
    """Return the issues chosen for ideas; all while none is chosen."""
    return project.all(Issue, chosen=True) or project.all(Issue)


def pain_points(project: Project) -> tuple[Cell, ...]:
    """Return the pain points of the as-is maps that say something."""
    found: list[Cell] = []
    for journey in _maps(project, JourneyView.AS_IS):
        lanes = {lane.id for lane in project.all(Lane, map_id=journey.id, kind=LaneKind.PAIN_POINT)}
        found += [
            cell
            for cell in project.all(Cell, map_id=journey.id)
            if cell.lane_id in lanes and cell.text.strip()
        ]
    return tuple(found)


def has_map(project: Project, view: JourneyView) -> bool:
    """Tell whether a map of ``view`` has anything on it."""
    return any(project.all(Cell, map_id=journey.id) for journey in _maps(project, view))


def _maps(project: Project, view: JourneyView) -> tuple[JourneyMap, ...]:
    return project.all(JourneyMap, view=view)


NEEDS_CHECKS: Final[tuple[Check, ...]] = (
    step(
        "name",
        _PREPARE,
        FACTS,
        lambda project: not project.info.service_name.strip(),
        sentence=N_("サービスの名前とテーマを書く"),
        why=N_("何のための取り組みかを、全員に見える言葉にします。"),
        action=N_("基本の事項を書く"),
    ),
    step(
        "goal",
        _PREPARE,
        FACTS,
        lambda project: not project.info.goal.strip(),
        sentence=N_("めざすことを一文で書く"),
        why=N_("だれの何がどうなればよいかが決まると、迷ったときに戻れます。"),
        action=N_("めざすことを書く"),
        field="goal",
    ),
    step(
        "participants",
        _PREPARE,
        "participants",
        lambda project: not project.all(Participant),
        sentence=N_("参加者を書き入れ、班に分ける"),
        why=N_("サービスの関係者全員と、異分野の人にも加わってもらいます。"),
        action=N_("参加者を書く"),
    ),
    missing_stakeholders,
    step(
        "interviews",
        _NEEDS,
        "interview",
        lambda project: not project.all(Interview),
        sentence=N_("住民に聞き取り、話したままを書く"),
        why=N_("思い込みからではなく、住民の言ったこと、したことから始めます。"),
        action=N_("聞き取りを始める"),
    ),
    interviews_without_consent,
    step(
        "findings",
        _NEEDS,
        "interview",
        lambda project: bool(project.all(Interview)) and not project.all(Finding),
        sentence=N_("聞き取りから、わかったことを取り出す"),
        why=N_("事実と解釈と気づきを分けると、あとで根拠になります。"),
        action=N_("聞き取りを読む"),
    ),
    step(
        "persona",
        _NEEDS,
        "persona",
        lambda project: not project.all(Persona),
        sentence=N_("ペルソナの候補を2～3人つくる"),
        why=N_("「だれのために」を、一人の姿にします。"),
        action=N_("ペルソナをつくる"),
    ),
    step(
        "choice",
        _NEEDS,
        "persona",
        lambda project: bool(project.all(Persona)) and not project.all(Persona, chosen=True),
        sentence=N_("候補を比べ、いちばん助けたい一人に絞る"),
        why=N_("一人に絞ると、話し合いが具体になります。"),
        action=N_("ペルソナを選ぶ"),
    ),
    guesses_without_evidence,
    step(
        "journey",
        _NEEDS,
        "journey",
        lambda project: not has_map(project, JourneyView.AS_IS),
        sentence=N_("現状のジャーニーマップをかく"),
        why=N_("きっかけから解決まで、行動と気持ちを時間の順に並べます。"),
        action=N_("地図をかく"),
    ),
    maps_without_feelings,
    step(
        "pains",
        _NEEDS,
        "journey",
        lambda project: has_map(project, JourneyView.AS_IS) and not pain_points(project),
        sentence=N_("地図の上で、困りごとを挙げる"),
        why=N_("つらい所とその理由が、考える的になります。"),
        action=N_("地図を見る"),
    ),
    step(
        "issues",
        _NEEDS,
        "issues",
        lambda project: not project.all(Issue),
        sentence=N_("困りごとから、取り上げる課題を選ぶ"),
        why=N_("多く、深く困っていることから選びます。"),
        action=N_("課題を選ぶ"),
    ),
    pain_points_left,
    step(
        "question",
        _NEEDS,
        "issues",
        lambda project: not project.all(HowMightWe),
        sentence=N_("課題を「どうすれば～」の問いにする"),
        why=N_("問いの形にすると、案が出やすくなります。"),
        action=N_("問いを書く"),
    ),
    issues_without_question,
)
"""Preparation and phase 1, in the order of the report."""
