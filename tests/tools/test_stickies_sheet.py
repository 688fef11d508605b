"""Stickies to cut out: true to size, nothing of a note lost, empty ones with little ink."""

from __future__ import annotations

import dataclasses
import time

import pytest
from support.sheet_checks import PT, ink, outside, overlapping
from support.sheet_samples import NOTES, ODD, RARE, job, sentences, squeeze, text_of, workshop

from servicedesign.paper.page import TextOp
from servicedesign.tools.board.card import NoteData
from servicedesign.tools.board.sheet import BoardData, CardsData
from servicedesign.tools.board.sheet import draw as draw_cards
from servicedesign.tools.board.stickies import (
    StickyData,
    blank_data,
    draw,
    gather,
    wide_draw,
)

DRAWS = pytest.mark.parametrize("make", [draw, wide_draw], ids=["75", "127"])


def stickies(*notes: NoteData) -> StickyData:
    return StickyData(CardsData("ひとり親の支援", (BoardData("アイデアボード", notes),)))


def numbered(count: int) -> tuple[NoteData, ...]:
    return tuple(NoteData(n, f"案その{n}。", "短い説明。", "sky") for n in range(1, count + 1))


@pytest.fixture
def project(tmp_path):
    with workshop(tmp_path) as opened:
        yield opened


@DRAWS
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("paper", ["A4", "A3", "A1", "B4"])
def test_every_sticky_says_all_of_its_note(project, paper, lang, make):
    document = make(gather(project), job(paper, lang=lang))
    text = text_of(document)
    for number, title, words, group, pain in NOTES:
        assert str(number) in text
        assert squeeze(title) in text
        assert squeeze(words) in text
        assert f"{group}班" in text
        assert (f"困りごと{pain}" if lang == "ja" else f"Pain{pain}") in text
    assert outside(document) == []
    assert overlapping(document) == []


@pytest.mark.parametrize(
    ("make", "paper", "count"),
    [(draw, "A4", 6), (draw, "A3", 15), (wide_draw, "A4", 4), (wide_draw, "A3", 9)],
)
def test_as_many_as_there_is_room_for_stand_on_a_page(make, paper, count):
    assert len(make(stickies(*numbered(count)), job(paper)).pages) == 1
    assert len(make(stickies(*numbered(count + 1)), job(paper)).pages) == 2


@pytest.mark.parametrize("paper", ["A4", "A3", "A2", "B4"])
@pytest.mark.parametrize(("make", "width"), [(draw, 75), (wide_draw, 127)])
def test_stickies_are_true_to_size_on_every_paper(make, width, paper):
    document = make(stickies(*numbered(40)), job(paper))
    spots = {
        "".join(run.text for run in op.runs): (op.x / PT, op.y / PT)
        for op in document.pages[0].ops
        if isinstance(op, TextOp) and op.size == pytest.approx(26)
    }
    assert spots["2"][0] - spots["1"][0] == pytest.approx(width, abs=0.05)
    below = next(n for n in range(2, 41) if spots[str(n)][1] < spots["1"][1] - 1)
    assert spots["1"][1] - spots[str(below)][1] == pytest.approx(75, abs=0.05)


@DRAWS
def test_long_text_takes_further_stickies_with_the_same_number(make):
    document = make(stickies(NoteData(7, "長い案", sentences(400), "sky", "B班", 4)), job())
    text = text_of(document)
    assert text.count(RARE) == 400
    assert "2／" in text
    assert any("7" in str(note) for note in document.warnings)


@DRAWS
@pytest.mark.parametrize("field", ["title", "text", "group"])
def test_odd_words_are_printed_as_they_are(field, make):
    note = dataclasses.replace(NoteData(1, "案", "説明", "cream", "A班"), **{field: ODD})
    text = text_of(make(stickies(note), job()))
    for word in ("<b>太字</b>", "A‹B社", "𠮷野家", "葛城市"):
        assert word in text
    assert text.count("x") >= 3000


def test_a_picture_that_the_text_leaves_no_room_for_has_a_sticky_of_its_own(project):
    picture = next(n.picture for n in gather(project).cards.boards[0].notes if n.picture)
    short = NoteData(5, "案", "短い。", "sky", picture=picture)
    long = dataclasses.replace(short, text=sentences(18))
    from servicedesign.paper.fonts import font_book
    from servicedesign.tools.board.sticky import split_sticky

    parts = split_sticky(font_book(), short, 75, job().t)
    assert [part.picture is not None for part in parts] == [True]
    parts = split_sticky(font_book(), long, 75, job().t)
    assert [part.picture is not None for part in parts] == [False, True]


@DRAWS
def test_blank_stickies_come_in_the_symbols_of_the_groups_with_little_ink(project, make):
    document = make(blank_data(project), job(blank=True))
    assert len(document.pages) == 3
    text = text_of(document)
    count = 6 if make is draw else 4
    assert all(text.count(f"{group}班") == count for group in "ABC")
    assert all(ink(document, number) < 0.05 for number in range(3))


@DRAWS
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_blank_stickies_without_a_project_are_for_any_group(make, lang):
    document = make(blank_data(None), job(lang=lang, blank=True))
    assert len(document.pages) == 5
    text = text_of(document)
    for name in ("ひとり親の支援", "みどり野町", "こども未来課"):
        text = text.replace(name, "")
    assert ("番号" if lang == "ja" else "Number") in text
    if lang == "en":
        assert not any("\u3040" <= char <= "\u30ff" for char in text)


@pytest.mark.parametrize("kind", ["cards", "stickies", "wide"])
def test_a_thousand_are_drawn_within_three_seconds(kind):
    notes = stickies(*numbered(1000))
    start = time.process_time()
    if kind == "cards":
        document = draw_cards(notes.cards, job())
    else:
        document = (draw if kind == "stickies" else wide_draw)(notes, job())
    document.pdf_bytes()
    assert time.process_time() - start < 3
    assert len(document.pages) == {"cards": 125, "stickies": 167, "wide": 250}[kind]
