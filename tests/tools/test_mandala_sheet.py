"""The mandala sheet: every word once more on paper, nothing lost, empty ones for markers."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.printed import outside
from support.sheet_samples import job, sentences, text_of

from servicedesign.model import msg
from servicedesign.store import create_project
from servicedesign.tools.mandala import actions, sheet
from servicedesign.tools.mandala.cell_text import fit_cell
from servicedesign.tools.mandala.sending import send_cell
from servicedesign.tools.mandala.sheet_data import MandalaData
from servicedesign.tools.mandala.spots import IDEAS, MIDDLE, Spot


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "会議.sdproj")
    yield made
    made.close(discard=True)


def test_nothing_is_printed_without_a_chart_but_an_empty_one_that_is_asked_for_is(project):
    assert sheet.gather(project) is None
    mandala = actions.add_mandala(project)
    assert sheet.gather(project) is None
    assert sheet.gather(project, mandala.id) is not None


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_all_words_and_the_numbers_of_notes_are_on_one_page(project, paper, orientation):
    mandala = actions.add_mandala(project, "願いを広げる")
    texts = {spot: f"語{spot.row}の{spot.column}" for spot in (MIDDLE, *IDEAS)}
    actions.fill_cells(project, mandala.id, texts)
    send_cell(project, mandala.id, Spot(4, 4), "案")
    document = sheet.draw(sheet.gather(project), job(paper, orientation))
    assert len(document.pages) == 1
    words = text_of(document)
    assert all(text in words for text in texts.values())
    assert words.count(texts[Spot(0, 3)]) == 2
    assert "72／72案" in words
    assert outside(document.pdf_bytes(), 4) == []


def test_long_words_go_on_overleaf_once_for_both_twins(project):
    mandala = actions.add_mandala(project)
    for spot in (MIDDLE, Spot(0, 2), Spot(5, 5)):
        actions.write_cell(project, mandala.id, spot, sentences(40))
    document = sheet.draw(sheet.gather(project), job("A3", "landscape"))
    words = text_of(document)
    assert words.count("39匹目の") == 3
    assert len(document.warnings) == 1


def test_a_chart_with_the_first_eight_only_is_large_on_a4(project):
    mandala = actions.add_mandala(project)
    actions.fill_cells(project, mandala.id, {Spot(0, slot): f"願い{slot}" for slot in range(9)})
    words = text_of(sheet.draw(sheet.gather(project), job("A4")))
    assert words.count("願い3") == 1
    assert text_of(sheet.draw(sheet.gather(project), job("A3"))).count("願い3") == 2


@pytest.mark.parametrize(("paper", "pages"), [("A4", 2), ("A3", 1), ("A1", 1)])
def test_empty_ones_have_cells_for_a_marker_and_numbers_that_lead_on(paper, pages):
    blank = sheet.draw(MandalaData(), job(paper, "landscape", blank=True))
    assert len(blank.pages) == pages
    assert blank.warnings == ()
    words = text_of(blank)
    assert "同じ番号の中心" in words


def test_several_charts_take_a_page_each(project):
    for title in ("一枚目", "二枚目"):
        with project.edit(msg("作る")):
            mandala = actions.add_mandala(project, title)
            actions.write_cell(project, mandala.id, MIDDLE, f"{title}の中心")
    document = sheet.draw(sheet.gather(project), job("A3", "landscape"))
    assert len(document.pages) == 2
    assert [mark.title for mark in document.bookmarks][1:] == ["一枚目", "二枚目"]


def test_no_word_is_broken_where_a_smaller_size_holds_it_whole():
    laid = fit_cell("Screened seat", 60, 60, (14.0, 12.0, 10.0, 8.0), 1.3)
    assert laid.lines == ("Screened", "seat")
    laid = fit_cell("昼休みの窓口", 48, 60, (10.5, 10.0, 9.0, 8.0), 1.3)
    assert "".join(laid.lines) == "昼休みの窓口"
    assert min(len(line) for line in laid.lines) > 1
    assert not fit_cell("長い" * 300, 48, 60, (10.5, 8.0), 1.3).whole
