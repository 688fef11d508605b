"""Papers, the frame in both languages, marks, posters: what is on the page, where, and how large."""

import io
import itertools
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdf
import pytest
from PIL import Image, ImageDraw
from support.component_pages import components, job

from servicedesign.model.drawing import Drawing, Shape
from servicedesign.paper.chips import Chip
from servicedesign.paper.curve import CurvePlot, Feeling
from servicedesign.paper.document import Document, join
from servicedesign.paper.flow import Continuation
from servicedesign.paper.fonts import font_book
from servicedesign.paper.frame import Heading
from servicedesign.paper.papers import PAPERS, PT_PER_MM, Box, grid_for
from servicedesign.paper.pictures import draw_picture, draw_portrait
from servicedesign.paper.poster import OVERLAP, inked_tiles, tile, tiling, white_edges
from servicedesign.paper.raster import page_count, page_text, render_page
from servicedesign.paper.reasons import Anchor, Places, along
from servicedesign.paper.smooth import monotone
from servicedesign.paper.textbox import TIGHT, TextStyle, lay

SIZES = {
    "A4": (210, 297),
    "A3": (297, 420),
    "A2": (420, 594),
    "A1": (594, 841),
    "A0": (841, 1189),
    "B4": (257, 364),
    "B3": (364, 515),
    "B2": (515, 728),
    "B1": (728, 1030),
    "MOZO": (788, 1091),
}


def sheet(paper="A4", orientation="portrait", lang="ja", *, blank=False, heading=None):
    doc = Document(
        job(paper, orientation, lang, blank), heading or Heading("ペルソナ", 1, "目的。")
    )
    doc.new_page()
    return doc


def media(pdf, page=0):
    box = pypdf.PdfReader(io.BytesIO(pdf)).pages[page].mediabox
    return float(box.width), float(box.height)


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize("paper", SIZES)
def test_every_paper_has_its_size_in_the_file(paper, orientation):
    short, long = SIZES[paper]
    size = (short, long) if orientation == "portrait" else (long, short)
    assert PAPERS[paper].size(orientation) == size
    expected = tuple(length * PT_PER_MM for length in size)
    assert media(sheet(paper, orientation).pdf_bytes()) == pytest.approx(expected, abs=0.01)


def test_the_grid_is_the_one_of_the_drawings():
    a4, a3 = grid_for(PAPERS["A4"], "portrait"), grid_for(PAPERS["A3"], "landscape")
    assert (a4.left, a4.right, a4.column, a4.body_top, a4.body_bottom) == (20, 14, 11, 45, 276)
    assert (a3.left, a3.right, a3.column, a3.body_top, a3.body_bottom) == (14, 14, 29, 48, 276)
    assert grid_for(PAPERS["A3"], "portrait").column == 18.75
    assert a4.col(1, 12) == (20, 176)
    assert grid_for(PAPERS["A1"], "landscape").scale == pytest.approx(2, abs=0.01)
    assert grid_for(PAPERS["B4"], "portrait").scale == pytest.approx(1.22, abs=0.01)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "ja",
            [
                "準備",
                "1 ニーズの発見",
                "4 提供に向けて",
                "12箇条",
                "令和8（2026）年11月5日",
                "1 ／ 1 ページ",
                "実際のサイズで印刷すると100 mm",
                "ひとり親の支援",
                "班",
                "名前",
                "月日",
            ],
        ),
        (
            "en",
            [
                "Prep",
                "1 Needs",
                "4 Delivery",
                "Check",
                "5 November 2026 (Reiwa 8)",
                "Page 1 of 1",
                "100 mm when printed at actual size",
                "Group",
                "Name",
                "Date",
            ],
        ),
    ],
)
@pytest.mark.parametrize(("paper", "orientation"), [("A4", "portrait"), ("A3", "landscape")])
def test_the_frame_speaks_both_languages(lang, words, paper, orientation):
    text = page_text(sheet(paper, orientation, lang, blank=True).pdf_bytes(), 0)
    for word in words:
        assert word in text


def test_the_ruler_is_a_hundred_millimetres_on_every_paper():
    for paper in SIZES:
        doc = sheet(paper, "landscape")
        code = "\n".join(
            op for op in doc.pages[0].finished(doc.numberings()[0]) if isinstance(op, str)
        )
        lengths = {
            round(float(x2) - float(x1), 1)
            for x1, y1, x2, y2 in re.findall(r"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", code)
            if y1 == y2
        }
        assert any(abs(length - 100 * PT_PER_MM) < 0.11 for length in lengths), paper


@pytest.mark.parametrize("times", [2, 400])
def test_long_names_stay_inside_the_frame_and_none_is_lost(times):
    long = "とても長い名前の支援サービスと関係するすべての手続の見直し" * times + "おしまい"
    plain = job("A4", "portrait")
    doc = Document(
        replace(plain, frame=replace(plain.frame, project=long, organisation=long)),
        Heading(long, 1, long, long, (Chip("現状", "solid"),)),
    )
    doc.new_page()
    pdf = doc.pdf_bytes()
    picture = render_page(pdf, 0, 72).convert("L")
    right_margin = picture.crop((picture.width - 30, 0, picture.width, picture.height))
    assert right_margin.getextrema()[0] > 250
    text = "".join("".join(page_text(pdf, i).split()) for i in range(page_count(pdf)))
    assert text.count("おしまい") >= 5
    assert doc.warnings


def test_pages_know_their_number_and_the_total():
    doc = sheet()
    doc.new_page()
    doc.new_page()
    pdf = doc.pdf_bytes()
    for i in range(3):
        assert f"{i + 1} ／ 3 ページ" in page_text(pdf, i)


def test_joined_documents_are_numbered_through_and_keep_their_papers_and_bookmarks():
    first, second = sheet("A4"), sheet("A3", "landscape", heading=Heading("地図", 1))
    second.new_page()
    whole = join([first, second], Heading("全部"))
    pdf = whole.pdf_bytes()
    assert page_count(pdf) == 3
    assert "2 ／ 3 ページ" in page_text(pdf, 1)
    assert media(pdf, 1)[0] == pytest.approx(420 * PT_PER_MM, abs=0.01)
    outline = pypdf.PdfReader(io.BytesIO(pdf)).outline
    assert [entry.title for entry in outline] == ["ペルソナ", "地図"]


def test_a_book_of_joined_documents_still_says_on_which_page_a_text_goes_on():
    inner = []
    for _ in range(3):
        one = sheet()
        more = Continuation(one)
        more.text(
            one.pages[-1], Box(20, 60, 60, 30), "長い話", "長い話です。" * 200, TextStyle(12, 12)
        )
        more.finish()
        inner.append(one)
    book = join([sheet(), join(inner)])
    pdf = book.pdf_bytes()
    marked = [page for page in range(page_count(pdf)) if "つづきは" in page_text(pdf, page)]
    assert len(marked) == 3
    for page in marked:
        assert f"つづきは{page + 2}ページ" in page_text(pdf, page)


def test_the_file_names_its_title_language_and_author():
    reader = pypdf.PdfReader(io.BytesIO(sheet(lang="en").pdf_bytes()))
    assert reader.metadata.title == "ペルソナ ひとり親の支援"
    assert reader.metadata.author == "みどり野町 こども未来課"
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_the_same_pages_give_the_same_bytes():
    assert components(job()).pdf_bytes() == components(job()).pdf_bytes()


def test_sheets_drawn_in_several_threads_at_once_are_the_same():
    expected = components(job()).pdf_bytes()
    with ThreadPoolExecutor(4) as pool:
        drawn = [pool.submit(lambda: components(job()).pdf_bytes()) for _ in range(12)]
    assert all(one.result() == expected for one in drawn)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_page_of_all_parts_prints_with_every_face_embedded(lang):
    pdf = components(job(lang=lang)).pdf_bytes()
    fonts = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"]
    assert all("/FontFile2" in font.get_object()["/FontDescriptor"] for font in fonts.values())
    assert "抱えている問題" in page_text(pdf, 0)


# --- curve and pictures ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "ys", [[0, 5, 5, -3, -3, 10, 9, 9, 0], [1, 1, 1], [0, 100, 0, 100], [3, 2]]
)
def test_the_curve_never_leaves_the_span_of_its_neighbours(ys):
    points = [(float(i * 10), float(y)) for i, y in enumerate(ys)]
    for (_, y0), (x1, c1, x2, c2, _, y3) in zip(points, monotone(points), strict=False):
        low, high = min(y0, y3), max(y0, y3)
        assert x1 < x2
        for i in range(21):
            t = i / 20
            y = (1 - t) ** 3 * y0 + 3 * (1 - t) ** 2 * t * c1 + 3 * (1 - t) * t**2 * c2 + t**3 * y3
            assert low - 1e-9 <= y <= high + 1e-9


def test_words_at_a_curve_cover_neither_curve_nor_faces_nor_each_other():
    book = font_book()
    plot = CurvePlot(Box(40, 100, 320, 70), pad=12)
    levels = (-1, 0, -1, -1, -2, -1, 2, 0)
    feelings = [Feeling(60 + 40 * i, level, "理由は一言だけ") for i, level in enumerate(levels)]
    points = plot.points(feelings)
    curve = along(points, monotone(points))
    places = Places(plot.box, curve, [(f.x, plot.y(f.level), 4.2) for f in feelings])
    words = lay(book, "理由は一言だけ", 36, TextStyle(10.5, 9, bold=True, leading=TIGHT))
    boxes = [
        places.take(Anchor(f.x, plot.y(f.level), 4.2, words, f.level >= 0))[0] for f in feelings
    ]
    for box in boxes:
        assert not any(box.x < x < box.right and box.y < y < box.bottom for x, y in curve)
        assert plot.box.x <= box.x
        assert box.right <= plot.box.right
    for one, other in itertools.combinations(boxes, 2):
        assert (
            one.right <= other.x
            or other.right <= one.x
            or one.bottom <= other.y
            or other.bottom <= one.y
        )


def test_a_photo_is_cropped_and_something_else_leaves_the_frame_empty():
    doc = sheet()
    page = doc.pages[0]
    photo = io.BytesIO()
    picture = Image.new("RGB", (3000, 1000), "#0017C1")
    ImageDraw.Draw(picture).rectangle((0, 0, 900, 1000), fill="#FF0000")
    picture.save(photo, "JPEG")
    draw_portrait(page, Box(20, 60, 40, 40), photo.getvalue())
    draw_portrait(page, Box(70, 60, 40, 40), b"no picture at all")
    draw_picture(page, Box(120, 60, 40, 40), b"nor this")
    draw_portrait(
        page,
        Box(20, 110, 40, 40),
        Drawing(10, 10, (Shape("M 0 0 L 10 0 L 5 10 Z", "#197A4B", "#000000", 1, ()),)),
    )
    shown = render_page(doc.pdf_bytes(), 0, 72)
    middle = shown.getpixel((round(40 * PT_PER_MM), round(80 * PT_PER_MM)))
    assert middle[2] > 150 > middle[0]
    green = shown.getpixel((round(40 * PT_PER_MM), round(120 * PT_PER_MM)))
    assert green[1] > green[0]


# --- posters --------------------------------------------------------------------------------


def test_a_b2_poster_takes_eight_a4_tiles_with_their_overlap():
    plan = tiling(728, 515, PAPERS["A4"])
    assert (plan.columns, plan.rows) == (4, 2)
    x0, _ = plan.origin(0, 0)
    x1, y1 = plan.origin(1, 1)
    assert x1 - x0 == plan.window[0] - OVERLAP
    assert y1 == plan.window[1] - OVERLAP
    last = plan.origin(plan.rows - 1, plan.columns - 1)
    assert last[0] + plan.window[0] >= 728
    assert last[1] + plan.window[1] >= 515


@pytest.mark.parametrize(
    ("poster", "tile_paper"), [("B2", "A4"), ("A1", "A3"), ("MOZO", "A3"), ("A0", "A4")]
)
def test_tiles_are_of_the_printers_paper_and_cover_the_poster(poster, tile_paper):
    doc = components(job(poster, "landscape"))
    doc.pages = doc.pages[:1]
    tiled = tile(doc, PAPERS[tile_paper])
    bare = doc.pdf_bytes()
    size = PAPERS[poster].size("landscape")
    plan = tiling(*size, PAPERS[tile_paper], white_edges(bare, 0))
    kept = inked_tiles(bare, 0, plan)
    pdf = tiled.pdf_bytes()
    assert page_count(pdf) == 1 + len(kept)
    expected = sorted(length * PT_PER_MM for length in SIZES[tile_paper])
    for i in range(page_count(pdf)):
        assert sorted(media(pdf, i)) == pytest.approx(expected, abs=0.01)
    assert "組み立て方" in page_text(pdf, 0)
    row, column = kept[0]
    assert f"{row + 1}-{column + 1}" in page_text(pdf, 1)


def test_white_edges_are_left_out_where_a_column_of_tiles_would_show_little_else():
    doc = components(job("A1", "landscape"))
    doc.pages = doc.pages[:1]
    pdf = tile(doc, PAPERS["A3"]).pdf_bytes()
    assert page_count(pdf) == 1 + 6
    shown = "".join(page_text(pdf, i) for i in range(1, 7))
    for word in "".join(page_text(doc.pdf_bytes(), 0).split()):
        assert word in shown
    plan = tiling(841, 594, PAPERS["A3"], (20, 16))
    assert plan.size == (811, 594)
    first, last = plan.origin(0, 0), plan.origin(0, plan.columns - 1)
    assert first[0] == 841 - last[0] - plan.window[0] == 15


def test_white_tiles_are_left_out():
    doc = Document(job("A1", "landscape"), Heading("一点", None))
    page = doc.new_page(frame=False)
    page.rect(20, 20, 30, 30, fill="#000000")
    tiled = tile(doc, PAPERS["A4"])
    assert len(tiled.pages) == 2
    assert "1-1" in page_text(tiled.pdf_bytes(), 1)


def test_a_tile_shows_the_poster_at_its_size_in_vectors():
    doc = Document(job("A1", "landscape"), Heading("一点", None))
    page = doc.new_page(frame=False)
    page.rect(20, 20, 30, 30, fill="#0017C1")
    page.rect(1, 1, 418, 295, stroke="#000000")
    pdf = tile(doc, PAPERS["A4"]).pdf_bytes()
    shown = render_page(pdf, 1, 25.4)
    assert shown.getpixel((10 + 45, 10 + 45)) == (0, 23, 193)
    assert shown.getpixel((10 + 95, 10 + 95)) == (0, 23, 193)
    assert shown.getpixel((10 + 105, 10 + 50)) == (255, 255, 255)
    kinds = {
        str(thing.get_object().get("/Subtype"))
        for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
        for thing in page["/Resources"].get("/XObject", {}).values()
    }
    assert kinds == {"/Form"}


def test_a_page_that_fits_the_printer_is_passed_on_and_joined_posters_keep_their_titles():
    small, large = sheet("A4"), sheet("B2", "landscape", heading=Heading("地図", 1))
    tiled = tile(join([small, large]), PAPERS["A4"])
    pdf = tiled.pdf_bytes()
    assert "ペルソナ" in page_text(pdf, 0)
    assert "組み立て方" not in page_text(pdf, 0)
    assert "「地図」" in page_text(pdf, 1)
    assert "B2判" in page_text(pdf, 1)


@pytest.mark.parametrize("odd", ["\ud800", "\x00", "A‹B社 <b>", "a\nb", "(", "\\", "あ" * 5000])
def test_odd_names_neither_stop_the_file_nor_count_as_markup(odd):
    plain = job("A4", "portrait")
    doc = Document(replace(plain, frame=replace(plain.frame, project=odd)), Heading(odd, 1, odd))
    doc.new_page().text(20, 60, odd, 12)
    doc.bookmark(odd, level=1)
    text = page_text(doc.pdf_bytes(), 0)
    if odd.isprintable() and len(odd) < 100:
        assert odd in text
