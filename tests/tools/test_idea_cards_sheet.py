"""Idea cards: nothing of a note is lost, whatever is written on it."""

import dataclasses
import io

import pypdf
import pytest
from PIL import Image
from support.sheet_samples import NOTES, ODD, RARE, job, sentences, squeeze, text_of, workshop

from servicedesign.model import Cell, Cluster, Note, msg
from servicedesign.tools.board.card import NoteData
from servicedesign.tools.board.sheet import BoardData, CardsData, blank_data, draw, gather
from servicedesign.tools.pictures import Picture


@pytest.fixture
def data(tmp_path):
    with workshop(tmp_path) as project:
        yield gather(project)


def cards(*notes: NoteData) -> CardsData:
    return CardsData("ひとり親の支援", (BoardData("アイデアボード", notes),))


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("paper", ["A4", "A3", "A1", "B4"])
def test_every_card_says_all_of_its_note(data, paper, lang):
    text = text_of(draw(data, job(paper, lang=lang)))
    for number, title, words, group, pain in NOTES:
        assert str(number) in text
        assert squeeze(title) in text
        assert squeeze(words) in text
        assert f"{group}班" in text
        assert (f"困りごと{pain}" if lang == "ja" else f"Pain{pain}") in text


def test_eight_cards_fill_a4_and_sixteen_fill_a3(data):
    notes = tuple(NoteData(n, f"案{n}", "短い。", "sky") for n in range(1, 17))
    assert len(draw(cards(*notes), job("A4")).pages) == 2
    assert len(draw(cards(*notes), job("A3")).pages) == 1
    assert data is not None


def test_cards_come_cluster_by_cluster_and_by_number(tmp_path):
    with workshop(tmp_path) as project:
        first, second = project.all(Cluster)
        place = {first.id: 0, second.id: 1, None: 2}
        ordered = sorted(project.all(Note), key=lambda n: (place[n.cluster_id], n.number))
        found = gather(project)
    assert [note.number for note in found.boards[0].notes] == [note.number for note in ordered]


def test_a_note_shows_the_number_of_its_pain_point_and_its_groups_colour(tmp_path):
    with workshop(tmp_path) as project:
        note = next(n for n in project.all(Note) if n.number == 12)
        card = next(n for n in gather(project).boards[0].notes if n.number == 12)
        assert card.pain == project.get(Cell, note.cell_id).number == 4
    assert card.colour == "sky"
    assert card.group == "B班"


def test_long_text_takes_further_cards_with_the_same_number():
    words = sentences(1000)
    document = draw(cards(NoteData(7, "長い案", words, "sky", "B班", 4)), job())
    found = text_of(document)
    assert found.count(RARE) == 1000
    assert found.count("困りごと4") == found.count("枚目") - found.count("つづきは")
    assert any("7" in str(note) for note in document.warnings)


def test_text_grows_over_the_sketch_which_then_has_a_card_of_its_own(data):
    sketch = next(n.picture for n in data.boards[0].notes if n.picture)
    note = NoteData(5, "案", sentences(16), "sky", picture=sketch)
    from servicedesign.paper.fonts import font_book
    from servicedesign.tools.board.card import split_note

    parts = split_note(font_book(), note, job().t)
    assert [part.picture is not None for part in parts] == [False, True]
    assert "".join(line.text for part in parts for f, _ in part.texts for line in f.lines) == (
        note.text
    )


@pytest.mark.parametrize("field", ["title", "text", "group"])
def test_odd_words_are_printed_as_they_are(field):
    note = dataclasses.replace(NoteData(1, "案", "説明", "cream", "A班"), **{field: ODD})
    document = draw(cards(note), job())
    text = text_of(document)
    for word in ("<b>太字</b>", "A‹B社", "𠮷野家", "葛城市"):
        assert word in text
    assert text.count("x") >= 3000
    assert not any("〓" in str(note) for note in document.warnings)


def test_three_hundred_notes_are_three_hundred_cards():
    notes = tuple(NoteData(n, f"案その{n}。", "短い説明。", "green") for n in range(1, 301))
    document = draw(cards(*notes), job())
    assert len(document.pages) == 38
    text = text_of(document)
    assert all(f"案その{n}。" in text for n in range(1, 301))


def test_a_photo_is_shown_and_a_broken_one_leaves_its_frame_empty():
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, "PNG")
    good = NoteData(1, "案", "説明", "sky", picture=Picture(photo=out.getvalue()))
    bad = NoteData(2, "案", "説明", "sky", picture=Picture(photo=b"no picture"))
    pdf = draw(cards(good, bad), job()).pdf_bytes()
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].images) == 1


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_blank_cards_have_labels_in_the_readers_language(lang):
    text = text_of(draw(blank_data(None), job(lang=lang, blank=True)))
    expected = (
        ("番号", "うまくなくて", "1枚に1案") if lang == "ja" else ("Number", "noskill", "Oneidea")
    )
    assert all(text.count(word) == 8 for word in expected)
    if lang == "en":
        assert not any("\u3040" <= char <= "\u30ff" for char in text)


def test_a_project_without_notes_has_no_cards(tmp_path):
    with workshop(tmp_path) as project:
        with project.edit(msg("消す")):
            for note in project.all(Note):
                project.delete(note)
        assert gather(project) is None


def test_every_face_is_embedded(data):
    assert embedded(draw(data, job()).pdf_bytes())


def embedded(pdf: bytes) -> bool:
    fonts = [
        font.get_object()
        for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    return bool(fonts) and all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
