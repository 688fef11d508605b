"""Issues and questions on paper: by rank, each with the words behind it; empty, to be written on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.printed import outside, page_words, squeeze
from support.sheet_checks import overlapping
from support.sheet_samples import job, text_of

from servicedesign.exchange.examples import build_example
from servicedesign.model import Cell, HowMightWe, Issue, JourneyMap, Lane, LaneKind, Phase, msg
from servicedesign.store import Project
from servicedesign.tools.issues import actions
from servicedesign.tools.issues.sheet import blank_data, draw, gather
from servicedesign.tools.issues.sheet_data import IssueData, IssuesData, QuestionData, QuoteData

PAPERS = [("A4", "portrait"), ("A4", "landscape"), ("A3", "portrait"), ("A3", "landscape")]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "a.sdproj", "ja") as made:
        yield made


def sheet(data: IssuesData, paper: str = "A4", orientation: str = "portrait", **kind):
    return draw(data, job(paper, orientation, **kind))


@pytest.mark.parametrize(("paper", "orientation"), PAPERS)
def test_every_issue_stands_with_its_words_and_its_question(project, paper, orientation):
    data = gather(project)
    assert [issue.rank for issue in data.issues] == list(range(1, 8))
    document = sheet(data, paper, orientation)
    words = text_of(document)
    for issue in data.issues:
        for text in (issue.title, issue.detail, *(quote.words for quote in issue.quotes)):
            assert squeeze(text) in words
        for quote in issue.quotes:
            assert squeeze(quote.code) in words
    assert (
        squeeze(
            "どうすれば美咲さんが、仕事を休まず、人目も気にせず、一度で手続を終えられるようになれるか"
        )
        in words
    )
    assert "問いは、▲5と共通です。" in words
    assert outside(document.pdf_bytes()) == []
    assert overlapping(document) == []


def test_verbatim_words_stand_in_quotation_marks_and_what_was_seen_does_not(project):
    words = text_of(sheet(gather(project)))
    assert "「後ろの人に聞かれた気がして、声が出なかった」" in words
    assert "「待つ人は" not in words
    assert squeeze("待つ人は、話す人の後ろ1.2mに立っている") in words


def test_what_is_missing_is_said(project):
    lonely = actions.add_issue(project, "夜の窓口がない")
    actions.set_issue_chosen(project, lonely.id, True)
    words = text_of(sheet(gather(project)))
    assert "住民の言葉が、まだつながっていません" in words
    assert "問いは、まだありません" in words


def test_a_question_that_is_begun_shows_its_frame(project):
    lonely = actions.add_issue(project, "夜の窓口がない")
    question = actions.add_question(project, lonely.id)
    with project.edit(msg("書く")):
        project.put(replace(project.get(HowMightWe, question.id), who="夜勤の人"))
    words = text_of(sheet(gather(project)))
    assert "どうすれば夜勤の人が、〔状況〕で、〔望む状態〕になれるか" in words


def test_pain_points_that_were_not_taken_up_close_the_sheet(project):
    journey = project.all(JourneyMap)[0]
    lanes = project.all(Lane, map_id=journey.id)
    pain = next(lane for lane in lanes if lane.kind is LaneKind.PAIN_POINT)
    phase = project.all(Phase, map_id=journey.id)[0]
    with project.edit(msg("足す")):
        project.put(
            Cell(map_id=journey.id, phase_id=phase.id, lane_id=pain.id, text="名前が\n呼ばれる")
        )
    words = text_of(sheet(gather(project)))
    assert "まだ取り上げていない困りごと" in words
    assert squeeze(phase.title) + "名前が呼ばれる" in words


def test_a_project_without_issues_has_no_sheet_but_an_empty_one(tmp_path):
    with build_example("senior-tablets", tmp_path / "a.sdproj", "ja") as project:
        assert not project.all(Issue)
        assert gather(project) is None
        assert blank_data(project) == IssuesData()


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(("paper", "orientation"), PAPERS)
def test_the_empty_sheet_is_one_page_with_rows_and_the_frame_of_a_question(
    paper, orientation, lang
):
    document = sheet(IssuesData(), paper, orientation, lang=lang, blank=True)
    assert len(document.pages) == 1
    words = text_of(document)
    for part in (
        ("どうすれば", "〔誰〕", "になれるか", "困りごと")
        if lang == "ja"
        else (
            "Howmight",
            "[who]",
            "[inwhichsituation]",
            "Painpoint",
        )
    ):
        assert part in words
    assert outside(document.pdf_bytes()) == []
    assert overlapping(document) == []


def test_lines_to_write_on_are_wide_enough_for_a_marker():
    from servicedesign.tools.issues import sheet_blank

    assert sheet_blank._MARKER >= 14.6


def test_an_overlong_issue_runs_over_pages_and_loses_nothing():
    long = "窓口は平日の昼だけ開いている。" * 400
    quotes = tuple(QuoteData(f"{n}番目の言葉。" * 12, f"H-{n:02}", True) for n in range(60))
    issue = IssueData(
        rank=1,
        number=123456,
        title="とても長い題名" * 30,
        detail=long,
        phase="とても長いフェーズの名前" * 6,
        level=1,
        chosen=True,
        quotes=quotes,
        questions=(QuestionData("どうすれば" + "ながい問いが" * 120, chosen=True),),
    )
    document = sheet(IssuesData((issue, issue)))
    assert len(document.pages) > 4
    words = "".join(page_words(document.pdf_bytes()))
    for quote in quotes:
        assert quote.code in words
    assert words.count("窓口は平日の昼だけ開いている。") == 800
    assert "▲123456（つづき）" in words
    assert document.warnings
    assert outside(document.pdf_bytes()) == []
