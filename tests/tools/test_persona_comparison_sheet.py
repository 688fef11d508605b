"""The comparison on paper: every candidate and every word on it, on every paper, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.sheet_checks import bare, outside, overlapping, text_of
from support.sheet_samples import RARE, job, key, sentences

from servicedesign.model import Certainty
from servicedesign.store import create_project
from servicedesign.tools.persona import actions, sheet_comparison
from servicedesign.tools.persona.compared import COMPARED, Candidate
from servicedesign.tools.persona.sheet_comparison_data import Column, ComparisonData

FORMATS = [
    (paper, orientation)
    for paper in ("A3", "A4", "A1")
    for orientation in ("landscape", "portrait")
]
TEXTS = tuple(name for name in COMPARED if name not in {"age", "digital_skill"})


def candidate(number: int = 1, **more) -> Candidate:
    made = Candidate(
        id=key(f"candidate-{number}"),
        name=f"人物{number}番",
        kana=f"じんぶつ{number}",
        tagline=f"たとえば{number}人目の人",
        age=30 + number,
        skill=1 + number % 5,
        texts={name: f"{number}人目の{name}の言葉" for name in TEXTS},
        certainty={"dream": Certainty.GUESS, "home": Certainty.FACT},
        evidence={"home": 2},
    )
    return replace(made, **more)


def data(*people: Candidate) -> ComparisonData:
    return ComparisonData(columns=tuple(Column(candidate=one) for one in people))


def printed(*people: Candidate, **how):
    document = sheet_comparison.draw(data(*people), job(**how))
    return document, document.pdf_bytes()


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
@pytest.mark.parametrize("count", [2, 3, 4])
def test_every_word_of_every_candidate_stands_there(count, paper, orientation):
    people = [candidate(number) for number in range(1, count + 1)]
    document, pdf = printed(*people, paper=paper, orientation=orientation)
    text = text_of(pdf)
    for one in people:
        for words in (one.name, one.kana, one.tagline, *one.texts.values()):
            assert bare(words) in text, words
    assert document.warnings == ()
    assert outside(document) == []
    assert overlapping(document) == []


def test_up_to_four_stand_on_one_page_and_a_fifth_opens_a_second_with_the_row_heads_again():
    for count, pages in ((4, 1), (5, 2), (8, 2), (9, 3)):
        people = [candidate(number) for number in range(1, count + 1)]
        document, pdf = printed(*people, paper="A3", orientation="landscape")
        assert len(document.pages) == pages, count
        assert text_of(pdf).count("抱えている問題") == pages
        assert overlapping(document) == []


def test_the_pages_say_which_candidates_they_show():
    people = [candidate(number) for number in range(1, 7)]
    text = text_of(printed(*people, paper="A3", orientation="landscape")[1])
    assert "候補6人のうち1～3人目" in text
    assert "候補6人のうち4～6人目" in text


def test_who_was_chosen_and_why_comes_first_under_the_heads():
    chosen = candidate(2, chosen=True, reason="この人から助ける")
    text = text_of(printed(candidate(1), chosen, paper="A3", orientation="landscape")[1])
    assert "この人に絞った" in text
    assert text.index("この人から助ける") < text.index(bare(chosen.texts["motto"]))


def test_while_nobody_is_chosen_there_is_room_to_write_the_reason_last():
    text = text_of(printed(candidate(1), candidate(2), paper="A3", orientation="landscape")[1])
    assert text.index("選んだ理由") > text.index("たしかさ")


def test_certainty_and_evidence_stand_at_their_fields_and_are_summed_up():
    text = text_of(printed(candidate(1), candidate(2), paper="A3", orientation="landscape")[1])
    assert text.count("事実1・推測1・根拠2") == 2
    assert text.count("根拠2") == 4


@pytest.mark.parametrize(("paper", "orientation"), FORMATS[:4])
def test_twenty_thousand_characters_in_each_of_two_fields_lose_nothing(paper, orientation):
    long = sentences(1_700)
    assert len(long) > 15_000
    texts = {"problems": long, "dream": long}
    people = [candidate(1, texts=texts), candidate(2)]
    document, pdf = printed(*people, paper=paper, orientation=orientation)
    assert text_of(pdf).count(RARE) == 2 * 1_700
    assert outside(document) == []
    assert overlapping(document) == []
    assert any("つづき" in str(note) for note in document.warnings)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS[:4])
def test_emoji_markup_and_endless_words_hold(paper, orientation):
    odd = "😀👨‍👩‍👧<b>A‹B社 " + "x" * 900
    people = [
        candidate(n, name=odd, tagline=odd, reason=odd, texts=dict.fromkeys(TEXTS, odd))
        for n in (1, 2, 3)
    ]
    document, pdf = printed(*people, paper=paper, orientation=orientation)
    assert text_of(pdf).count("x") >= 900 * 3 * (len(TEXTS) + 2)
    assert not any("〓" in str(note) for note in document.warnings)
    assert outside(document) == []
    assert overlapping(document) == []


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_empty_worksheet_has_three_columns_on_one_page(paper, orientation, lang):
    document = sheet_comparison.draw(
        sheet_comparison.blank_data(None), job(paper, orientation, lang, blank=True)
    )
    text = text_of(document.pdf_bytes())
    assert len(document.pages) == 1
    assert text.count("この人に絞る" if lang == "ja" else "Choosethisperson") == 3
    assert outside(document) == []
    assert overlapping(document) == []


def test_one_candidate_alone_is_not_compared(tmp_path):
    project = create_project(tmp_path / "a.sdproj")
    assert sheet_comparison.gather(project) is None
    actions.add_candidate(project)
    assert sheet_comparison.gather(project) is None
    actions.add_candidate(project, face="woman-30s-ponytail")
    assert [
        column.likeness.face is None for column in sheet_comparison.gather(project).columns
    ] == [
        True,
        False,
    ]
    project.close()
