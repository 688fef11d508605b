"""Interviews on paper: all that was said, the marks in it, and a summary that leads back."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from support import sheet_checks
from support.sheet_samples import RARE, job, sentences, squeeze, text_of

from servicedesign.i18n import translator
from servicedesign.model import (
    Consent,
    Finding,
    FindingKind,
    InterviewEntry,
    Persona,
    SourceMethod,
    msg,
)
from servicedesign.paper.fonts import font_book
from servicedesign.paper.page import Page
from servicedesign.paper.textbox import TextStyle
from servicedesign.store import create_project
from servicedesign.tools.evidence import link_evidence
from servicedesign.tools.interview import actions, findings, sheet, summary_sheet
from servicedesign.tools.interview.guides import SHEET_QUESTIONS
from servicedesign.tools.interview.sheet_data import FindingData
from servicedesign.tools.interview.sheet_words import SIGNS, set_words

NOW = datetime(2026, 11, 20, 10, 8).astimezone()
ANSWER = "窓口が三つある。休みを4回取った。給料が減った。"


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "聞き取り.sdproj")
    talk = actions.add_interview(made, SourceMethod.DEPTH_INTERVIEW, "2026-09-18")
    for field, text in (("place", "町の図書館"), ("person", "30代の女性"), ("recorder", "西村 修")):
        actions.write_interview(made, talk.id, field, text)
    actions.write_interview(made, talk.id, "summary", "半日の休みを4回。")
    one = actions.entries_of(made, talk.id)[0]
    actions.write_entry(made, one.id, "question", "どうでしたか", NOW)
    actions.write_entry(made, one.id, "verbatim", ANSWER, NOW)
    actions.write_entry(made, one.id, "observation", "笑った", NOW)
    for kind, span in zip(FindingKind, ((0, 7), (8, 13), (17, 22)), strict=True):
        findings.mark_words(made, one.id, span, kind)
    own = findings.add_finding(made, talk.id, FindingKind.INSIGHT)
    findings.write_finding(made, own.id, "休みは、もう取れない")
    persona = Persona(name="佐野 美咲")
    with made.edit(msg("見本")):
        made.put(persona)
    link_evidence(made, persona, "problems", made.all(Finding)[0])
    actions.add_interview(made, SourceMethod.OBSERVATION, "2026-09-29")
    yield made
    made.close(discard=True)


def note(project, **how):
    return sheet.draw(sheet.gather(project, actions.interviews(project)[0].id), job(**how))


def test_everything_that_was_written_stands_on_the_note(project):
    words = text_of(note(project))
    for text in ("H-01", "令和8（2026）年9月18日", "町の図書館", "30代の女性", "西村修", *ANSWER.split("。"),
                 "どうでしたか", "10:08", "笑った", "休みは、もう取れない", "半日の休みを4回。"):  # fmt: skip
        assert squeeze(text) in words
    assert "同意がまだ" in words


def test_each_mark_has_its_sign_its_number_and_its_kind_of_line(project):
    document = note(project)
    words = text_of(document)
    for sign, line in zip(SIGNS.values(), ("2行", "3行", "4行"), strict=True):
        assert f"{sign}{line}" in words
        assert f"H-01・{line}" in words
    for word in ("事実（実線）", "解釈（破線）", "気づき（二重線）"):
        assert word in words
    lines = [op for page in document.pages for op in page.ops if isinstance(op, str)]
    assert any("] 0 d" in op and "[] 0 d" not in op for op in lines)


def test_a_note_without_marks_explains_none(project):
    one = actions.interviews(project)[1]
    words = text_of(sheet.draw(sheet.gather(project, one.id), job()))
    assert "K-01" in words
    assert "実線" not in words


def test_consent_that_was_given_needs_no_warning(project):
    talk = actions.interviews(project)[0]
    actions.choose_consent(project, talk.id, Consent.WRITTEN)
    words = text_of(note(project))
    assert "同意がまだ" not in words
    assert "書面で" in words


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_long_answers_flow_on_and_nothing_is_lost_or_printed_over(project, paper, orientation):
    one = project.all(InterviewEntry)[0]
    actions.write_entry(project, one.id, "verbatim", ANSWER + sentences(300), NOW)
    actions.write_entry(project, one.id, "observation", sentences(120), NOW)
    actions.write_entry(project, one.id, "question", sentences(30), NOW)
    document = note(project, paper=paper, orientation=orientation)
    assert text_of(document).count(RARE) == 450
    assert len(document.pages) > 1
    assert sheet_checks.outside(document) == []
    assert sheet_checks.overlapping(document) == []
    assert "質問1の答えは長い" in str(document.warnings[0])


def test_a_mark_that_runs_over_a_page_is_drawn_on_both(project):
    one = project.all(InterviewEntry)[0]
    actions.write_entry(project, one.id, "verbatim", sentences(200), NOW)
    text = project.get(InterviewEntry, one.id).verbatim
    findings.mark_words(project, one.id, (0, len(text)), FindingKind.FACT)
    document = note(project)
    assert len(document.pages) > 1
    assert sum("★" in line.text for line in sheet_checks.words_on(document, 1)) <= 1


def test_many_marks_in_one_line_each_get_their_number(project):
    one = project.all(InterviewEntry)[0]
    for place in range(4):
        findings.mark_words(project, one.id, (place, place + 2), FindingKind.FACT)
    words = text_of(note(project))
    codes = {finding.code.removeprefix("H-01・") for finding in project.all(Finding)}
    shown = [
        code
        for code in codes
        if code != "H-01" and any(f"{s}{code}" in words for s in SIGNS.values())
    ]
    assert len(shown) >= 4


def test_marks_stand_on_their_words_though_invisible_characters_go(project):
    text = "\u200b葛\U000e0100城さんの\u200b窓口が三つ"
    start = text.index("窓口")
    mark = FindingData(FindingKind.FACT, "H-01", "", "", (start, start + 2))
    set_in = set_words(font_book(), text, 100, TextStyle(12, 12), (mark,))
    (moved,) = set_in.marks
    printed = "".join(line.text for line in set_in.lines)
    assert printed[slice(*moved.span)] == "窓口"


def test_all_notes_begin_on_a_page_of_their_own(project):
    document = sheet.draw(sheet.gather(project), job())
    assert len(document.pages) == 2
    assert [(mark.page, mark.level) for mark in document.bookmarks] == [(0, 0), (0, 1), (1, 1)]
    assert sheet.gather(project, "no such") is None


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_the_empty_note_asks_its_questions_and_has_lines_for_a_pen(lang, paper, orientation):
    document = sheet.draw(sheet.blank_data(None), job(paper, orientation, lang, blank=True))
    assert len(document.pages) == 1
    words, t = text_of(document), translator(lang)
    for question in SHEET_QUESTIONS:
        assert squeeze(t(question)) in words
    assert squeeze(t("番号 H-")).removesuffix("-") in words
    for said in ("記録してよいか聞いた", "言葉の頭に付ける印"):
        assert squeeze(t(said)) in words
    assert sheet_checks.outside(document) == []
    assert sheet_checks.overlapping(document) == []
    gaps = _gaps(document.pages[0])
    assert min(gaps) >= 8.5


def _gaps(page: Page) -> list[float]:
    """Return the distances of the lines to write on, mm; to the rule of a section they are less."""
    g = page.grid
    ys = set()
    for op in page.ops:
        if isinstance(op, str) and op.endswith(" l S"):
            parts = op.split()
            x1, y1, x2, y2 = (float(parts[i]) for i in (0, 1, 3, 4))
            if y1 == y2 and abs(x2 - x1) > 0.4 * g.paper_width * 72 / 25.4:
                ys.add(round(y1 * 25.4 / 72, 1))
    inside = sorted(ys)
    return [high - low for low, high in pairwise(inside) if 5 < high - low < 20]


def test_the_summary_names_every_source_and_where_each_finding_is_used(project):
    document = summary_sheet.draw(summary_sheet.gather(project), job())
    words = text_of(document)
    for text in ("H-01", "K-01", "9月18日", "30代の女性", "観察", "■事実", "◇解釈", "★気づき",
                 "佐野美咲（抱えている問題）", "休みは、もう取れない", "半日の休みを4回。"):  # fmt: skip
        assert squeeze(text) in words
    assert words.index("■事実") < words.index("◇解釈") < words.index("★気づき")
    assert sheet_checks.overlapping(document) == []


def test_without_a_source_there_is_nothing_to_print(tmp_path):
    empty = create_project(tmp_path / "空.sdproj")
    assert sheet.gather(empty) is None
    assert summary_sheet.gather(empty) is None
    empty.close()
