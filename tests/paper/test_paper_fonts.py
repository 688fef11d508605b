"""Every character has a face or is reported; a missing face is told in three sentences."""

import io
import shutil
import time
import unicodedata

import pypdf
import pytest
from support.component_pages import job

from servicedesign.locations import RESOURCES
from servicedesign.model.errors import ProjectError
from servicedesign.paper.clean import clean
from servicedesign.paper.document import Document
from servicedesign.paper.fonts import FACES, FontBook, font_book
from servicedesign.paper.frame import Heading
from servicedesign.paper.raster import page_text, render_page

FOLDER = RESOURCES / "fonts"


@pytest.fixture(scope="module")
def book():
    return font_book()


def printed(*lines, bold=False):
    doc = Document(job("A4", "portrait"), Heading("文字", 1))
    page = doc.new_page()
    for i, line in enumerate(lines):
        page.text(20, 60 + i * 10, line, 14, bold=bold)
    return doc


def test_plain_japanese_is_one_run_of_the_text_face(book):
    runs, missing = book.runs("佐野 美咲（34歳）髙﨑濵邉")
    assert [run.font.fontName.split("@")[0] for run in runs] == ["BIZUDPGothic-Regular"]
    assert missing == ""


def test_rare_kanji_and_emoji_fall_back_per_character(book):
    runs, missing = book.runs("𠮷野☑山", bold=True)
    names = [(run.font.fontName.split("@")[0], run.text) for run in runs]
    assert names == [
        ("NotoSansJP-Bold", "𠮷"),
        ("BIZUDPGothic-Bold", "野"),
        ("NotoEmoji-Bold", "☑"),
        ("BIZUDPGothic-Bold", "山"),
    ]
    assert missing == ""


def test_measuring_uses_the_same_faces_as_drawing(book):
    for text in ("𠮷野☑山", "葛\U000e0100城", "한", "Ạbc", "👩\u200d👩\u200d👧"):
        runs, _ = book.runs(text)
        drawn = sum(run.font.stringWidth(run.text, 10) for run in runs)
        assert book.measure(text, 10) == pytest.approx(drawn, abs=0.02)


def test_variation_selectors_joiners_and_controls_never_print(book):
    text = "葛\U000e0100城\ufe0f山\u200d川\x00\x07\u202e語\ud800"
    assert clean(text) == "葛城山川語"
    assert book.measure(text, 10) == book.measure("葛城山川語", 10)
    runs, missing = book.runs(text)
    assert "".join(run.text for run in runs) == "葛城山川語"
    assert missing == ""


def test_loose_marks_join_their_letter_and_kanji_stay_as_they_are():
    assert clean("か\u3099は\u309ae\u0301") == "がぱé"
    compatibility = "神\ufa19羽\ufa1e"
    assert unicodedata.normalize("NFC", compatibility) != compatibility
    assert clean(compatibility) == compatibility
    assert clean("一\r\n二\r三\u2028四\t五") == "一\n二\n三\n四 五"


def test_a_character_without_a_face_prints_as_geta_and_is_reported(book):
    doc = printed("한국")
    pdf = doc.pdf_bytes()
    assert "〓〓" in page_text(pdf, 0)
    assert "U+AD6D U+D55C" in str(doc.warnings[-1])


@pytest.mark.parametrize("bold", [False, True])
def test_text_can_be_searched_in_japanese_rare_kanji_and_emoji(bold):
    lines = ("離婚の事情を話すのがつらい", "𠮷野家 葛\U000e0100城 髙﨑", "☑ 😀 ✔", "(a\\b) 100%")
    text = page_text(printed(*lines, bold=bold).pdf_bytes(), 0)
    for line in lines:
        assert clean(line) in text


def test_more_than_one_subset_stays_searchable():
    every = map(chr, range(0x4E00, 0x4E00 + 1200))
    kanji = "".join(char for char in every if not font_book().runs(char)[1])
    assert len(kanji) > 600
    doc = Document(job("A4", "portrait"), Heading("字", 1))
    page = doc.new_page()
    rows = [kanji[i : i + 30] for i in range(0, len(kanji), 30)]
    for i, row in enumerate(rows):
        page.text(20, 50 + i * 7, row, 12)
    text = page_text(doc.pdf_bytes(), 0)
    assert all(row in text for row in rows)


def test_all_fonts_are_embedded_truetype_subsets():
    reader = pypdf.PdfReader(io.BytesIO(printed("あ A 𠮷 ☑", "한").pdf_bytes()))
    fonts = {}
    for page in reader.pages:
        fonts |= page["/Resources"]["/Font"]
    assert fonts
    for reference in fonts.values():
        font = reference.get_object()
        assert font["/Subtype"] == "/TrueType"
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font
        assert "Helvetica" not in font["/BaseFont"]


def test_no_box_is_drawn_for_a_variation_selector():
    plain = render_page(printed("葛城").pdf_bytes(), 0, 60)
    varied = render_page(printed("葛\U000e0100城\ufe0f").pdf_bytes(), 0, 60)
    assert plain.tobytes() == varied.tobytes()


@pytest.mark.parametrize("name", [*FACES[False], *FACES[True]])
def test_a_missing_face_is_told_at_once(tmp_path, name):
    shutil.copytree(FOLDER, tmp_path / "fonts")
    (tmp_path / "fonts" / name).unlink()
    with pytest.raises(ProjectError) as refused:
        FontBook(tmp_path / "fonts")
    assert name in str(refused.value)
    assert len(refused.value.sentences) == 3


@pytest.mark.parametrize("damage", [b"", b"not a font" * 50, None])
def test_a_damaged_face_is_told_when_it_is_needed(tmp_path, damage):
    shutil.copytree(FOLDER, tmp_path / "fonts")
    path = tmp_path / "fonts" / FACES[False][0]
    path.write_bytes(path.read_bytes()[:200_000] if damage is None else damage)
    with pytest.raises(ProjectError) as refused:
        FontBook(tmp_path / "fonts").measure("あ", 10)
    assert FACES[False][0] in str(refused.value)


def test_fallback_faces_load_only_when_needed(tmp_path):
    fresh = FontBook(FOLDER)
    fresh.measure("ひらがな", 10)
    assert len(fresh._loaded) == 1
    fresh.measure("𠮷", 10)
    assert len(fresh._loaded) == 2


def test_coverage_of_all_faces_is_known_quickly():
    fresh = FontBook(FOLDER)
    start = time.process_time()
    for bold in (False, True):
        for step in range(3):
            assert fresh.face(bold, step).face.charToGlyph
    assert time.process_time() - start < 2, "about 0.2 s where it was measured"
