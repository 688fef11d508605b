"""What is missing from the ideas to the proposal: votes, prototypes, tests, the 12 principles.

Owns these checks (report ch. 7 §2(2) to §2(4)). They read the records alone.
"""

from __future__ import annotations

from typing import Final

from servicedesign.model import (
    Answer,
    Cell,
    Decision,
    DeepDive,
    Improvement,
    ImprovementState,
    Issue,
    JourneyMap,
    JourneyView,
    Kpi,
    Note,
    PayoffItem,
    Phase,
    PrincipleItem,
    Proposal,
    Prototype,
    Relation,
    TestSession,
    VoteRound,
    VoteStatus,
    msg,
)
from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.store import Project
from servicedesign.tools.chain_gaps import find_chain_gaps
from servicedesign.tools.map_pairing import columns_of
from servicedesign.tools.project.checks_needs import has_map, issues_taken_up
from servicedesign.tools.project.gap import Check, Gap, Place, Severity, look, step
from servicedesign.tools.project.principles import principle_states
from servicedesign.tools.project.votes import ballots_of, last_round
from servicedesign.tools.project.words import plural
from servicedesign.tools.proposal_missing import find_missing
from servicedesign.tools.solution_lane import lane_of

_IDEAS, _TRY = MethodPhase.IDEAS, MethodPhase.PROTOTYPE
_DELIVER, _CHECK = MethodPhase.DELIVERY, MethodPhase.CHECK
_MIDDLE: Final = (0.5, 0.5)
"""Where an idea lies on a payoff matrix before anyone placed it."""


def ideas_without_problem(project: Project) -> Gap | None:
    """Find ideas that answer neither an issue nor a pain point."""
    found = [note for note in project.all(Note) if not _answers(project, note)]
    if not found:
        return None
    place = Place("board", Note.KIND, found[0].id)
    return look("ideas", _IDEAS, plural("困りごとに答えていない案{n}件", len(found)), place)


def _answers(project: Project, note: Note) -> bool:
    direct = note.issue_id or note.cell_id
    return bool(direct or project.links_from(note.id, Relation.ANSWERS))


def issues_without_idea(project: Project) -> Gap | None:
    """Find issues that no idea answers, once there are ideas."""
    notes = project.all(Note)
    if not notes:
        return None
    issues = {note.issue_id for note in notes}
    cells = {note.cell_id for note in notes if note.cell_id}
    found = [
        issue
        for issue in issues_taken_up(project)
        if issue.id not in issues
        and issue.cell_id not in cells
        and not project.links_to(issue.id, Relation.ANSWERS)
    ]
    if not found:
        return None
    place = Place("issues", Issue.KIND, found[0].id)
    return look("unanswered", _IDEAS, plural("答える案のない課題{n}件", len(found)), place)


def vote_open(project: Project) -> Gap | None:
    """Find that the ideas were not narrowed down yet, or that a vote goes on."""
    vote = last_round(project)
    place, why = Place("voting"), msg("4～5案に絞ると、深く考えられます。")
    if vote is None:
        sentence = msg("投票で、深掘りする4～5案に絞る")
        return Gap("vote", Severity.NEXT, _IDEAS, sentence, place, N_("投票を始める"), why)
    if vote.status is VoteStatus.CLOSED:
        return None
    given, everybody = ballots_of(project, vote)
    so_far = msg("{all}人のうち{given}人が投票済み", all=everybody, given=given)
    sentence = msg("投票を締め切り、深掘りする4～5案を決める")
    return Gap("vote", Severity.NEXT, _IDEAS, sentence, place, N_("投票を続ける"), so_far)


def chosen_without_dive(project: Project) -> Gap | None:
    """Find chosen ideas that no group works out, once there are deep-dives."""
    dives = project.all(DeepDive)
    closed = project.all(VoteRound, status=VoteStatus.CLOSED)
    kept = next((one.selections for one in reversed(closed) if one.selections), ())
    if not dives or not kept:
        return None
    begun = {one for dive in dives for one in (dive.note_id, dive.cluster_id)}
    joined = (project.links_from(dive.id, Relation.CAME_FROM) for dive in dives)
    begun |= {link.target_id for links in joined for link in links}
    chosen = dict.fromkeys(one.target_id for one in kept)
    found = [one for one in chosen if one not in begun and project.find_any(one) is not None]
    if not found:
        return None
    sentence = plural("深掘りしていない、選んだ案{n}件", len(found))
    return look("chosen", _IDEAS, sentence, Place("deep_dive"))


def dives_without_trial(project: Project) -> Gap | None:
    """Find deep-dives that do not say how to begin small, so that nothing can follow."""
    found = [dive for dive in project.all(DeepDive) if not dive.smallest_trial.strip()]
    if not found:
        return None
    place = Place("deep_dive", DeepDive.KIND, found[0].id, "smallest_trial")
    return look("trials", _IDEAS, plural("いちばん小さな試しのない深掘り{n}件", len(found)), place)


def ideas_unrated(project: Project) -> Gap | None:
    """Find ideas that wait for their points beside others that have them."""
    items = project.all(PayoffItem)
    found = [one for one in items if not one.ratings and (one.impact, one.feasibility) == _MIDDLE]
    if not found or len(found) == len(items):
        return None
    place = Place("payoff", PayoffItem.KIND, found[0].id)
    return look("unrated", _IDEAS, plural("効果と実現性の点がまだの案{n}件", len(found)), place)


def phases_without_solution(project: Project) -> Gap | None:
    """Find phases of an ideal map without a solution, once others have one."""
    found: list[Phase] = []
    for journey in project.all(JourneyMap):
        lane = lane_of(project, journey) if journey.view is JourneyView.TO_BE else None
        cells = project.all(Cell, map_id=journey.id, lane_id=lane.id) if lane else ()
        filled = {cell.phase_id for cell in cells if cell.text.strip()}
        if filled:
            found += [one for one in columns_of(project, journey.id) if one.id not in filled]
    if not found:
        return None
    place = Place("journey", Phase.KIND, found[0].id)
    return look("solutions", _IDEAS, plural("解決策のないフェーズ{n}つ", len(found)), place)


def improvements_open(project: Project) -> Gap | None:
    """Find what tests showed and no version took up."""
    found = project.all(Improvement, state=ImprovementState.OPEN)
    if not found:
        return None
    place = Place("testing", Improvement.KIND, found[0].id)
    return look(
        "improvements", _TRY, plural("どの版にも入れていない直すこと{n}件", len(found)), place
    )


def principles_without_evidence(project: Project) -> Gap | None:
    """Find principles said to be done of which nothing is the evidence."""
    found = [
        state
        for state in principle_states(project)
        if state.answer is Answer.DONE and not state.founded
    ]
    if not found:
        return None
    place = Place("principles", PrincipleItem.KIND, found[0].item_id)
    sentence = plural("根拠のない「できている」{n}箇条", len(found))
    return look("principles", _CHECK, sentence, place)


def proposals_without_measure(project: Project) -> Gap | None:
    """Find proposals that do not say how success will be measured."""
    proposals = [
        proposal
        for proposal in project.all(Proposal)
        if not project.all(Kpi, proposal_id=proposal.id)
    ]
    if not proposals:
        return None
    place = Place("proposal", Proposal.KIND, proposals[0].id)
    return look("measures", _DELIVER, plural("評価指標のない提案{n}件", len(proposals)), place)


def proposals_with_lacks(project: Project) -> Gap | None:
    """Find what a section chief would ask and no proposal says yet."""
    found = [one for proposal in project.all(Proposal) for one in find_missing(project, proposal)]
    if not found:
        return None
    place = Place("proposal", found[0].kind, found[0].record_id, found[0].field)
    return look("lacks", _DELIVER, plural("提案書にまだないこと{n}件", len(found)), place)


def chain_broken(project: Project) -> Gap | None:
    """Find where the way from residents' words to the proposal is broken."""
    found = find_chain_gaps(project)
    if not found:
        return None
    sentence = plural("根拠のつながりが切れている所{n}か所", len(found))
    return look("chain", _DELIVER, sentence, Place("chain"))


def _unanswered(project: Project) -> bool:
    states = principle_states(project)
    return not states or any(state.answer is Answer.UNSET for state in states)


IDEAS_CHECKS: Final[tuple[Check, ...]] = (
    step(
        "first_ideas",
        _IDEAS,
        "board",
        lambda project: not project.all(Note),
        sentence=N_("問いに答える案を、たくさん出す"),
        why=N_("質より量です。1枚に1案ずつ書きます。"),
        action=N_("案を出す"),
    ),
    ideas_without_problem,
    issues_without_idea,
    vote_open,
    step(
        "deep_dive",
        _IDEAS,
        "deep_dive",
        lambda project: not project.all(DeepDive),
        sentence=N_("選んだ案を、班ごとに深掘りする"),
        why=N_("心配と答えを組にし、いちばん小さな試しを決めます。"),
        action=N_("深掘りを始める"),
    ),
    chosen_without_dive,
    dives_without_trial,
    step(
        "payoff",
        _IDEAS,
        "payoff",
        lambda project: not project.all(PayoffItem),
        sentence=N_("案を、効果と実現性で並べる"),
        why=N_("先に手をつける順が見えます。"),
        action=N_("案を並べる"),
    ),
    step(
        "to_be",
        _IDEAS,
        "journey",
        lambda project: not has_map(project, JourneyView.TO_BE),
        sentence=N_("解決策を入れ、理想のジャーニーマップをかく"),
        why=N_("ペルソナの行動と気持ちがどう変わるかを、同じ時間の順で見ます。"),
        action=N_("理想の地図をかく"),
    ),
    ideas_unrated,
    phases_without_solution,
    step(
        "prototype",
        _TRY,
        "prototype",
        lambda project: not project.all(Prototype),
        sentence=N_("選んだ案を、図の上で形にする"),
        why=N_("作り込む前に、早く、安く試します。"),
        action=N_("試作を始める"),
    ),
    step(
        "test",
        _TRY,
        "testing",
        lambda project: bool(project.all(Prototype)) and not project.all(TestSession),
        sentence=N_("使う人に試してもらい、つまずきを書きとめる"),
        why=N_("使う人も役場も納得できるかを、ここで確かめます。"),
        action=N_("テストを始める"),
    ),
    improvements_open,
    step(
        "check",
        _CHECK,
        "principles",
        _unanswered,
        sentence=N_("12箇条で、抜けがないか確かめる"),
        why=N_("点数にはせず、根拠と次の一手を残します。"),
        action=N_("12箇条を確かめる"),
    ),
    principles_without_evidence,
    step(
        "proposal",
        _DELIVER,
        "proposal",
        lambda project: not project.all(Proposal),
        sentence=N_("費用と効果を添え、提案書にまとめる"),
        why=N_("小さな始め方と、効果の測り方を決めます。"),
        action=N_("提案書を書く"),
    ),
    step(
        "decision",
        _DELIVER,
        "proposal",
        lambda project: bool(project.all(Proposal)) and not project.all(Decision),
        sentence=N_("決めたことを、提案書に残す"),
        why=N_("人が替わっても、なぜそう決めたかが伝わります。"),
        action=N_("提案書を見る"),
    ),
    proposals_without_measure,
    proposals_with_lacks,
    chain_broken,
)
"""Phases 2 to 4 and the check, in the order of the report."""
