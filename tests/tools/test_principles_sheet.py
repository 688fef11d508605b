"""The check against the 12 principles on paper: exact titles, every word, no lone score."""

import dataclasses
import io
import re

import pypdf
import pytest
from support.sheet_samples import (
    ODD,
    QUESTIONS,
    RARE,
    TITLES,
    job,
    sentences,
    squeeze,
    text_of,
    workshop,
)

from servicedesign.model import Answer
from servicedesign.paper.raster import page_text
from servicedesign.tools.principles.sheet import blank_data, draw, gather
from servicedesign.tools.principles.sheet_data import CheckData, EvidenceData

PAPERS = [("A4", "portrait"), ("A4", "landscape"), ("A3", "landscape"), ("A3", "portrait")]


@pytest.fixture
def data(tmp_path):
    with workshop(tmp_path) as project:
        yield gather(project)


def with_first(data, **changes):
    """Return ``data`` with its first principle changed."""
    first = dataclasses.replace(data.items[0], **changes)
    return dataclasses.replace(data, items=(first, *data.items[1:]))


@pytest.mark.parametrize(("paper", "orientation"), PAPERS)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_twelve_titles_and_all_words_are_printed(data, paper, orientation, lang):
    found = text_of(draw(data, job(paper, orientation, lang)))
    for title in TITLES:
        assert title in found
    for question in QUESTIONS:
        assert found.count(question) == 12
    assert found.count(squeeze("父子家庭の人にも、12月に1件聞く")) == 12
    for words in ("夜勤の人の声がまだない。", "H-03半日休みを3回とった", "住民課吉井"):
        assert words in found
    assert squeeze(data.checked_by) in found
    assert squeeze(data.edition) in found


def test_the_empty_check_takes_three_pages_and_its_name_stands_whole(tmp_path):
    with workshop(tmp_path) as project:
        for lang in ("ja", "en"):
            doc = draw(blank_data(project), job(lang=lang, blank=True))
            assert len(doc.pages) == 3
            assert not doc.warnings


def test_answers_are_counted_by_state_and_never_made_one_score(data):
    pdf = draw(data, job()).pdf_bytes()
    first = squeeze(page_text(pdf, 0))
    for words in ("できている6", "一部5", "まだ1", "対象外0"):
        assert words in first
    everything = text_of(draw(data, job()))
    assert not re.search(r"\d+[%％点]|／12|/12", everything)


def test_what_changed_since_the_last_review_is_said(data):
    assert "5、10が「一部」から「できている」に。" in text_of(draw(data, job()))
    assert "5,10:from'Partly'to'Done'." in text_of(draw(data, job(lang="en")))


def test_without_changes_or_reviews_the_sheet_says_so(data):
    same = dataclasses.replace(data, changes=())
    assert "答えは変わっていません。" in text_of(draw(same, job()))
    none = dataclasses.replace(data, changes=(), review_date="")
    assert "前の記録はありません。" in text_of(draw(none, job()))


@pytest.mark.parametrize(("paper", "orientation"), PAPERS)
@pytest.mark.parametrize("field", ["title", "comment", "next_action", "owner", "due"])
def test_ten_thousand_characters_in_any_field_continue(data, paper, orientation, field):
    document = draw(with_first(data, **{field: sentences(1000)}), job(paper, orientation))
    found = text_of(document)
    assert found.count(RARE) == 1000
    assert all(title in found for title in TITLES[1:])
    assert document.warnings


@pytest.mark.parametrize(("paper", "orientation"), PAPERS)
def test_long_questions_evidence_and_closing_words_continue(data, paper, orientation):
    words = sentences(500)
    long = with_first(
        data,
        checks=(CheckData(words, Answer.DONE),) * 2,
        evidence=(EvidenceData("聞き取り", "", words),),
    )
    long = dataclasses.replace(long, edition=words, checked_by=words, review_note=words)
    found = text_of(draw(long, job(paper, orientation)))
    assert found.count(RARE) >= 6 * 500


def test_odd_words_are_printed_as_they_are(data):
    odd = with_first(data, title=ODD, comment=ODD, checks=(CheckData(ODD),), next_action=ODD)
    found = text_of(draw(odd, job()))
    for word in ("<b>太字</b>", "A‹B社", "𠮷野家", "葛城市"):
        assert found.count(word) == 4
    assert found.count("x") >= 12_000


def test_missing_evidence_and_action_are_named(data):
    empty = with_first(data, evidence=(), next_action="", owner="", due="", comment="")
    assert "まだ書いていません" in text_of(draw(empty, job()))
    gone = with_first(
        data, evidence=(), next_action="", owner="", due="", answer=Answer.NOT_APPLICABLE
    )
    assert "まだ書いていません" not in text_of(draw(gone, job()))


@pytest.mark.parametrize(("paper", "orientation"), PAPERS)
def test_a_blank_sheet_needs_no_project(paper, orientation):
    found = text_of(draw(blank_data(None), job(paper, orientation, blank=True)))
    assert all(title in found for title in TITLES)
    assert found.count("対象外") == 12
    assert found.count("次の一手") >= 12


def test_an_english_blank_sheet_has_no_japanese_words():
    made = job(lang="en", blank=True)
    frame = dataclasses.replace(made.frame, project="Support", organisation="Midorino", section="")
    found = text_of(draw(blank_data(None), dataclasses.replace(made, frame=frame)))
    assert "Startfromtheneedsofusers" in found
    assert found.count("Nextaction") >= 12
    assert not any("\u3040" <= char <= "\u30ff" for char in found)


def test_a_blank_sheet_of_a_project_carries_its_own_questions(tmp_path):
    with workshop(tmp_path) as project:
        blank = blank_data(project)
    found = text_of(draw(blank, job(blank=True)))
    assert found.count(QUESTIONS[0]) == 12
    assert "できている6" not in found


def test_every_face_is_embedded(data):
    reader = pypdf.PdfReader(io.BytesIO(draw(data, job()).pdf_bytes()))
    fonts = [f.get_object() for p in reader.pages for f in p["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
