"""Text in a box shrinks, then splits; not one character is lost."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.component_pages import job

from servicedesign.paper.clean import clean
from servicedesign.paper.document import Document
from servicedesign.paper.flow import Continuation, Flow, TextBlock
from servicedesign.paper.fonts import font_book
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label
from servicedesign.paper.papers import Box
from servicedesign.paper.raster import page_count, page_text
from servicedesign.paper.rows import Cell, Row, draw_rows, fit_rows, natural_heights
from servicedesign.paper.table import Column, Table
from servicedesign.paper.textbox import TextStyle, fit, lay, lines_in

BOOK = font_book()
STYLE = TextStyle(12, 10.5)
SENTENCE = "窓口が三つに分かれている。書類が一度でそろわず、申請までに仕事を3回休んだ。"


def solid(text):
    return "".join(clean(text).split())


def document(paper="A4", orientation="portrait", lang="ja"):
    return Document(job(paper, orientation, lang), Heading("試し", 1))


def whole_text(doc):
    pdf = doc.pdf_bytes()
    return [solid(page_text(pdf, i)) for i in range(page_count(pdf))]


@settings(max_examples=120, deadline=None)
@given(
    st.one_of(
        st.lists(
            st.sampled_from([SENTENCE, "\n", "to finish ", "𠮷野", "。", "　"]), max_size=30
        ).map("".join),
        st.text(max_size=300),
    ),
    st.floats(8, 120),
    st.floats(0, 60),
    st.booleans(),
)
def test_what_is_shown_and_what_is_left_make_the_whole_text(text, width, height, balanced):
    style = TextStyle(12, 10.5, balanced=balanced)
    fitted = fit(BOOK, text, width, height, style, reserve=4)
    shown = "".join(line.text for line in fitted.lines)
    assert "".join((shown + fitted.rest).split()) == solid(text)
    assert fitted.height <= height + 0.02
    assert 10.5 <= fitted.size <= 12


@pytest.mark.parametrize("width", [1, 3, 84])
@pytest.mark.parametrize("height", [10, 200, 3000])
@pytest.mark.parametrize("text", [SENTENCE * 300, "い" * 9000, "i" * 9000, "一\n" * 4000])
def test_very_long_text_is_split_without_loss(text, width, height):
    fitted = fit(BOOK, text, width, height, STYLE)
    shown = "".join(line.text for line in fitted.lines)
    assert "".join((shown + fitted.rest).split()) == solid(text)


def test_two_hundred_thousand_characters_flow_over_pages_quickly():
    doc = document()
    more = Continuation(doc)
    page = doc.new_page()
    start = time.process_time()
    more.text(page, Box(20, 60, 84, 40), "長い話", SENTENCE * 5200, STYLE)
    more.finish()
    assert time.process_time() - start < 4, "half a second where it was measured"
    assert len(doc.pages) > 100


def test_short_text_keeps_its_size_and_long_text_shrinks_by_quarter_points():
    assert fit(BOOK, SENTENCE, 84, 30, STYLE).size == 12
    fitted = fit(BOOK, SENTENCE * 3, 84, lay(BOOK, SENTENCE * 3, 84, STYLE).height - 1, STYLE)
    assert 10.5 <= fitted.size < 12
    assert (12 - fitted.size) % 0.25 == 0
    assert not fitted.rest


def test_overfull_text_is_split_at_a_sentence():
    fitted = fit(BOOK, SENTENCE * 20, 84, 40, STYLE, reserve=5)
    assert fitted.size == 10.5
    assert fitted.lines[-1].text.endswith("。")
    assert fitted.rest


def test_lay_gives_all_lines_however_high():
    laid = lay(BOOK, SENTENCE * 50, 60, STYLE)
    assert not laid.rest
    assert lines_in(laid.height, 12, STYLE.leading) == len(laid.lines)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_does_not_fit_goes_on_overleaf_under_its_heading(lang):
    doc = document(lang=lang)
    more = Continuation(doc)
    page = doc.new_page()
    text = "".join(f"{i}番めの話。{SENTENCE}" for i in range(120))
    more.text(page, Box(20, 60, 84, 40), Label("抱えている問題"), text, STYLE)
    more.text(page, Box(112, 60, 84, 40), "将来の夢", text, STYLE)
    more.finish()
    pages = whole_text(doc)
    assert len(pages) >= 3
    mark, again = {
        "ja": ("つづきは2ページ", "抱えている問題（つづき）"),
        "en": ("Continuedonpage2", "抱えている問題(continued)"),
    }[lang]
    assert mark in pages[0]
    assert again in pages[1]
    for i in range(120):
        assert sum(page.count(f"{i}番めの話") for page in pages) >= 2
    assert doc.warnings


def test_the_continuation_mark_names_the_page_where_it_goes_on():
    doc = document()
    more = Continuation(doc)
    page = doc.new_page()
    for i, name in enumerate(("一", "二", "三")):
        more.text(page, Box(20, 60 + 50 * i, 84, 30), f"話{name}", SENTENCE * 60, STYLE)
    more.finish()
    pages = whole_text(doc)
    for name in "一二三":
        heading = f"話{name}（つづき）"
        where = next(i for i, text in enumerate(pages, 1) if heading in text)
        assert f"つづきは{where}ページ" in pages[0]


def test_a_block_flows_over_columns_and_pages_and_repeats_its_label():
    doc = document()
    flow = Flow(doc, 2)
    text = "".join(f"第{i}話。{SENTENCE}" for i in range(300))
    flow.add(TextBlock(text, TextStyle(12, 12), Label("経過")))
    flow.add(TextBlock("終わり。", TextStyle(12, 12), Label("結び")))
    pages = whole_text(doc)
    joined = "".join(pages)
    assert all(f"第{i}話" in joined for i in range(300))
    assert "経過（つづき）" in pages[1]
    assert "結び" in pages[-1]


def test_rows_share_the_height_and_one_size():
    rows = [
        Row([Cell(SENTENCE, TextStyle(11, 9)), Cell("短い", TextStyle(11, 9))], least=12),
        Row([Cell("短い", TextStyle(11, 9)), None], least=12),
    ]
    laid = fit_rows(BOOK, rows, [40, 40], 80)
    assert sum(laid.heights) == pytest.approx(80)
    assert laid.heights[0] > laid.heights[1] >= 12
    assert laid.complete
    assert laid.steps == 0


@pytest.mark.parametrize("height", range(30, 120, 6))
def test_rows_take_the_fewest_steps_that_fit(height):
    rows = [Row([Cell(SENTENCE * n, TextStyle(11, 9)) for n in (1, 3, 2)]) for _ in range(3)]
    widths = [60, 70, 80]
    laid = fit_rows(BOOK, rows, widths, height)
    sums = [sum(natural_heights(BOOK, rows, widths, steps)) for steps in range(9)]
    fitting = [steps for steps, total in enumerate(sums) if total <= height]
    assert laid.steps == (fitting[0] if fitting else 8)
    assert laid.complete == bool(fitting)


def test_overfull_rows_keep_the_rest_of_every_cell():
    doc = document("A3", "landscape")
    more = Continuation(doc)
    page = doc.new_page()
    rows = [
        Row(
            [
                Cell(
                    f"{r}{c}始め" + SENTENCE * 12 + f"{r}{c}終わり",
                    TextStyle(11, 9),
                    label=f"{r}-{c}",
                )
                for c in range(4)
            ]
        )
        for r in range(3)
    ]
    widths = [95.0] * 4
    laid = fit_rows(page.book, rows, widths, 120)
    assert not laid.complete
    assert sum(laid.heights) <= 120.01
    draw_rows(
        page,
        rows,
        laid,
        14,
        60,
        widths,
        lambda cell, box, fitted: more.later(
            page, box.right, box.bottom, cell.label, fitted.rest, cell.style
        ),
    )
    more.finish()
    joined = "".join(whole_text(doc))
    assert all(
        f"{r}{c}始め" in joined and f"{r}{c}終わり" in joined for r in range(3) for c in range(4)
    )


def test_a_table_repeats_its_head_and_keeps_every_row():
    doc = document()
    flow = Flow(doc)
    rows = [[f"項目{i}", f"{i}"] for i in range(90)] + [["長い" + SENTENCE * 60 + "終わり", "1"]]
    flow.add(Table([Column("名前", 3), Column("数", 1, True)], rows, STYLE, ["計", "4005"]))
    pages = whole_text(doc)
    assert len(pages) >= 3
    assert all("名前" in page for page in pages)
    joined = "".join(pages)
    assert all(f"項目{i}" in joined for i in range(90))
    assert "終わり" in joined
    assert joined.count("4005") == 1


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=10_000))
def test_any_ten_thousand_characters_print(text):
    doc = document()
    more = Continuation(doc)
    page = doc.new_page()
    more.text(page, Box(20, 60, 84, 40), "何でも", text, STYLE)
    page.text(20, 150, text[:200], 10)
    more.finish()
    assert doc.pdf_bytes().startswith(b"%PDF")
