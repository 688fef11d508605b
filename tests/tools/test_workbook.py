"""The workbook: everything in one document, numbered through, with contents that are true."""

import dataclasses
import io
import re

import pypdf
import pytest
from support.sheet_samples import ODD, RARE, TITLES, job, sentences, squeeze, text_of, workshop

from servicedesign.model import Note, msg
from servicedesign.paper.raster import page_text
from servicedesign.tools import all_sheets
from servicedesign.tools.workbook.cover import Counts
from servicedesign.tools.workbook.sheet import draw, gather


@pytest.fixture
def data(tmp_path):
    with workshop(tmp_path) as project:
        yield gather(project)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_pages_are_numbered_through_the_whole_book(data, paper, lang):
    document = draw(data, job(paper, lang=lang))
    pdf = document.pdf_bytes()
    total = len(document.pages)
    words = "{}／{}ページ" if lang == "ja" else "Page{}of{}"
    for index in range(total):
        assert words.format(index + 1, total) in squeeze(page_text(pdf, index))


def test_the_contents_name_the_page_on_which_each_sheet_begins(data):
    document = draw(data, job())
    pdf = document.pdf_bytes()
    t = job().t
    specs = {spec.id: spec for spec in all_sheets()}
    lines = [squeeze(line) for line in page_text(pdf, 1).splitlines()]
    starts = {squeeze(mark.title): mark.page + 1 for mark in document.bookmarks}
    for sheet_id, _ in data.sheets:
        title = squeeze(t(specs[sheet_id].title))
        entry = next(line for line in lines if title in line)
        assert entry.endswith(str(starts[title])), entry


def test_every_sheet_that_holds_something_is_in_the_book_in_order(tmp_path, data):
    again = tmp_path / "again"
    again.mkdir()
    with workshop(again) as project:
        wanted = [
            spec.id
            for spec in all_sheets()
            if spec.id != "workbook" and spec.in_workbook and spec.gather(project) is not None
        ]
    assert [sheet_id for sheet_id, _ in data.sheets] == wanted
    assert {"board", "idea-list", "prototype", "principles"} <= set(wanted)


def test_what_is_cut_out_stays_outside_the_book(data):
    bound = {sheet_id for sheet_id, _ in data.sheets}
    assert not bound & {"idea-cards", "stickies", "stickies-wide", "name-tags"}


def test_a_sheet_without_data_is_left_out(tmp_path):
    with workshop(tmp_path) as project:
        with project.edit(msg("消す")):
            for note in project.all(Note):
                project.delete(note)
        assert not {"board", "idea-list"} & set(dict(gather(project).sheets))


def test_the_outline_has_cover_contents_and_every_sheet(data):
    reader = pypdf.PdfReader(io.BytesIO(draw(data, job()).pdf_bytes()))
    titles = [mark.title for mark in reader.outline if not isinstance(mark, list)]
    assert titles[:2] == ["表紙", "もくじ"]
    assert len(titles) == 2 + len(data.sheets)


def test_large_sheets_keep_their_paper_in_an_a4_book(data):
    reader = pypdf.PdfReader(io.BytesIO(draw(data, job()).pdf_bytes()))
    sizes = {(round(p.mediabox.width), round(p.mediabox.height)) for p in reader.pages}
    # What is upright stays as narrow as the book: only what lies can be folded in.
    assert {size for size in sizes if size[0] < size[1]} == {(595, 842)}
    assert (1191, 842) in sizes


def test_the_cover_counts_what_the_project_holds(data):
    assert data.cover.counts == Counts(
        interviews=6, participants=12, groups=3, ideas=9, prototypes=1, tests=1, proposals=0
    )
    cover = squeeze(page_text(draw(data, job()).pdf_bytes(), 0))
    for words in ("ひとり親の支援", "6件", "12人・3班", "9件", "1種類・1回", "みどり野町"):
        assert words in cover
    assert "0件" not in cover


def test_all_twelve_titles_are_in_the_book(data):
    found = text_of(draw(data, job()))
    assert all(title in found for title in TITLES)


@pytest.mark.parametrize("field", ["title", "theme", "note"])
def test_long_and_odd_words_of_the_cover_are_printed_in_full(data, field):
    words = sentences(1400)
    for text in (words, ODD):
        cover = dataclasses.replace(data.cover, **{field: text})
        found = text_of(draw(dataclasses.replace(data, cover=cover), job()))
        if text is ODD:
            assert found.count("x") >= 3000
            assert "<b>太字</b>" in found
        else:
            assert found.count(RARE) == 1400


def test_continued_texts_name_pages_of_the_book(data):
    words = sentences(1400)
    sheets = []
    for sheet_id, found in data.sheets:
        if sheet_id == "prototype":
            version = dataclasses.replace(found.versions[0], hypothesis=words)
            sheets.append((sheet_id, dataclasses.replace(found, versions=(version,))))
        else:
            sheets.append((sheet_id, found))
    document = draw(dataclasses.replace(data, sheets=tuple(sheets)), job())
    pdf = document.pdf_bytes()
    marks = [
        (index + 1, int(number))
        for index in range(len(document.pages))
        for number in re.findall(r"つづきは(\d+)ページ", squeeze(page_text(pdf, index)))
    ]
    assert marks
    for page, target in marks:
        assert target > page
        assert "（つづき）" in squeeze(page_text(pdf, target - 1))


def test_every_face_is_embedded(data):
    reader = pypdf.PdfReader(io.BytesIO(draw(data, job()).pdf_bytes()))
    fonts = [f.get_object() for p in reader.pages for f in p["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
