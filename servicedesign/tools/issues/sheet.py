"""Issues and questions on paper: by rank, each with the words behind it and its questions.

Owns what is collected for the sheet and how it runs over the pages. Must not change a record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from servicedesign.model import EvidenceLevel, HowMightWe, Issue
from servicedesign.model.message import msg
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Flow
from servicedesign.paper.frame import Heading
from servicedesign.paper.papers import Box
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import SECOND_TEXT
from servicedesign.tools.issues.actions import ordered_issues, own_questions, shared_questions
from servicedesign.tools.issues.frame import PARTS, outline
from servicedesign.tools.issues.sheet_blank import draw_blank
from servicedesign.tools.issues.sheet_data import (
    IssueData,
    IssuesData,
    PainData,
    QuestionData,
    QuoteData,
)
from servicedesign.tools.issues.sheet_rows import LABEL, Head, IssueBlock, TextRow
from servicedesign.tools.issues.standing import open_pains, standing

if TYPE_CHECKING:
    from servicedesign.i18n import Translator
    from servicedesign.store import Project

_PHASE: Final = 1
_LEVELS: Final = (EvidenceLevel.NONE, EvidenceLevel.SOME, EvidenceLevel.RESEARCHED)


def gather(project: Project, only: str | None = None) -> IssuesData | None:
    """Return all issues, or the one named by ``only``; None where nothing was taken up."""
    issues = [one for one in ordered_issues(project) if only in (None, one.id)]
    if not issues:
        return None
    pains = () if only else open_pains(project)
    return IssuesData(
        tuple(_issue(project, issue) for issue in issues),
        tuple(PainData(pain.cell.number, pain.cell.text, pain.phase) for pain in pains),
    )


def blank_data(project: Project | None) -> IssuesData:
    """Return nothing to print: the empty sheet is the same for everyone."""
    del project
    return IssuesData()


def _issue(project: Project, issue: Issue) -> IssueData:
    stands = standing(project, issue)
    own = [_question(one) for one in own_questions(project, issue.id)]
    shared = [
        _question(one, _number(project, one.issue_id))
        for one in shared_questions(project, issue.id)
    ]
    return IssueData(
        rank=issue.rank or 0,
        number=issue.number,
        title=issue.title,
        detail=issue.detail,
        phase=stands.phase,
        level=_LEVELS.index(stands.level),
        chosen=issue.chosen,
        quotes=tuple(QuoteData(one.words, one.code, one.said) for one in stands.sentences),
        questions=(*own, *shared),
    )


def _question(question: HowMightWe, shared_with: int = 0) -> QuestionData:
    """Return the sentence, or as long as there is none, the parts written so far."""
    if shared_with:
        return QuestionData(chosen=question.chosen, shared_with=shared_with)
    if question.sentence.strip():
        return QuestionData(question.sentence, chosen=question.chosen)
    who, situation, wished = (getattr(question, part) for part in PARTS)
    return QuestionData(parts=(who, situation, wished), chosen=question.chosen)


def _number(project: Project, issue_id: str | None) -> int:
    issue = project.find(Issue, issue_id)
    return issue.number if issue else 0


def draw(data: IssuesData, job: SheetJob) -> Document:
    """Draw the issues by rank, or the empty sheet with the frame of a question."""
    t = job.t
    if job.blank:
        return draw_blank(job)
    purpose = t(
        "順位の上から、取り上げる課題を決めます。問いは、そのままアイデア出しの題になります。"
    )
    doc = Document(job, Heading(t("困りごとと問い"), _PHASE, purpose))
    grid = doc.grid
    page = doc.new_page()
    columns = 2 if grid.text_width > 200 else 1
    flow = Flow(doc, columns, spacing=0)
    top = grid.body_top + 1
    flow.begin(page, Box(grid.left, top, grid.text_width, grid.body_bottom - top))
    codes = [quote.code for issue in data.issues for quote in issue.quotes]
    widest = max((page.width(code, LABEL) for code in codes), default=0.0)
    for issue in data.issues:
        flow.add(_block(doc, issue, min(max(widest + 3, 16.0), 40.0)))
    if data.open_pains:
        flow.add(_open_block(doc, data))
    return doc


def _block(doc: Document, issue: IssueData, lead: float) -> IssueBlock:
    t = doc.job.t
    head = Head(
        rank=str(issue.rank) if issue.rank else "―",
        title=issue.title.strip() or t("（まだ名前がありません）"),
        number=issue.number,
        facts=_facts(issue, t),
        level=issue.level,
        chosen=t.context("issues", "取り上げる") if issue.chosen else "",
    )
    body = TextStyle(12, 12, leading=1.42)
    rows = [TextRow(issue.detail, body, gap=2.4)] if issue.detail.strip() else []
    rows += _quotes(doc, issue, lead)
    rows += _questions(doc, issue)
    called = f"▲{issue.number}" if issue.number else t("課題")  # the rank stands beside it
    return IssueBlock(
        rows,
        head,
        name=t("{heading}（つづき）", heading=called),
        on_split=lambda: doc.warn(
            msg("課題{number}は長いため、つづきを次に印刷します。", number=str(issue.number))
        ),
    )


def _facts(issue: IssueData, t: Translator) -> str:
    """Return the phase and the word over the squares of evidence."""
    return "　".join(part for part in (issue.phase, t.context("issues", "根拠")) if part)


def _quotes(doc: Document, issue: IssueData, lead: float) -> list[TextRow]:
    """Return the words behind the issue, each with the reference that finds it again."""
    t = doc.job.t
    if not issue.quotes:
        grey = TextStyle(LABEL, LABEL, leading=1.4, colour=SECOND_TEXT)
        return [TextRow(t("住民の言葉が、まだつながっていません"), grey, gap=2.8)]
    style = TextStyle(11, 11, leading=1.4)
    rows = []
    for one in issue.quotes:
        words = t("「{words}」", words=one.words) if one.said else one.words
        last = one is issue.quotes[-1]
        rows.append(TextRow(words, style, one.code, lead, gap=2.8 if last else 1.3))
    return rows


def _questions(doc: Document, issue: IssueData) -> list[TextRow]:
    t = doc.job.t
    size = 15 if t.lang == "ja" else 14  # Latin letters run wider
    large = TextStyle(size, size, bold=True, leading=1.34)
    rows = []
    for one in issue.questions:
        if one.shared_with:
            words = t("問いは、▲{number}と共通です。", number=str(one.shared_with))
            rows.append(TextRow(words, TextStyle(LABEL, LABEL), gap=2))
            continue
        text = one.text.strip()
        if not text and any(part.strip() for part in one.parts):
            text = outline(dict(zip(PARTS, one.parts, strict=True)), t)
        if text:
            rows.append(TextRow(text, large, panel=True, starred=one.chosen, gap=2.2))
    if not rows and issue.chosen:
        grey = TextStyle(LABEL, LABEL, colour=SECOND_TEXT)
        rows.append(TextRow(t("問いは、まだありません"), grey))
    return rows


def _open_block(doc: Document, data: IssuesData) -> IssueBlock:
    """Return the pain points that were not taken up, so that none is forgotten."""
    t = doc.job.t
    page = doc.pages[-1]
    names = [_pain_name(pain) for pain in data.open_pains]
    lead = min(max(page.width(name, LABEL) + 3 for name in names), 44.0)
    style = TextStyle(11, 11, leading=1.4)
    rows = [
        TextRow(" ".join(pain.text.split()), style, name, lead, gap=1.4)
        for pain, name in zip(data.open_pains, names, strict=True)
    ]
    title = t("まだ取り上げていない困りごと")
    name = t("{heading}（つづき）", heading=title)
    return IssueBlock(rows, Head("", title, size=12), name=name)


def _pain_name(pain: PainData) -> str:
    number = f"▲{pain.number}" if pain.number else ""
    return " ".join(part for part in (number, pain.phase) if part)
