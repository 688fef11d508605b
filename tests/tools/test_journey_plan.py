"""Which columns and lanes of a map go on which page: few pages, phases whole, names written once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.journey_maps import ALL_LANES, FORMATS, job, journey, numbered, printed, sound
from support.sheet_checks import bare, text_of, words_on

from servicedesign.model import EvidenceLevel, LaneKind
from servicedesign.paper.document import Document
from servicedesign.paper.flow import Continuation
from servicedesign.paper.frame import Heading
from servicedesign.paper.papers import Box
from servicedesign.tools.journey.presets import LANE_TITLES
from servicedesign.tools.journey.sheet_data import Column
from servicedesign.tools.journey.sheet_desk import Desk, measures_for
from servicedesign.tools.journey.sheet_emotion import SCALE_FACE
from servicedesign.tools.journey.sheet_plan import even_spans
from servicedesign.tools.journey.sheet_rows import build_rows


@given(st.lists(st.integers(1, 5), min_size=1, max_size=12), st.integers(5, 9))
def test_pages_take_all_columns_in_order_and_part_no_phase(stages, most):
    columns = [Column(phase=phase) for phase, count in enumerate(stages) for _ in range(count)]
    pages = -(-len(columns) // most)
    spans = even_spans(columns, pages, most)
    assert [at for first, count in spans for at in range(first, first + count)] == list(
        range(len(columns))
    )
    assert len(spans) <= pages
    assert max(count for _, count in spans) <= most
    starts = [first for first, _ in spans[1:]]
    parted = [at for at in starts if columns[at].phase == columns[at - 1].phase]
    if whole_pages(stages, most) <= pages:
        assert parted == []


def whole_pages(stages, most):
    """Return how many pages of ``most`` columns hold phases of so many stages unparted."""
    pages, used = 1, 0
    for count in stages:
        if used + count > most:
            pages, used = pages + 1, 0
        used += count
    return pages


@pytest.mark.parametrize("count", [8, 9])
def test_a_map_of_the_usual_size_takes_one_a3_and_two_a4(count):
    data = journey(count)
    assert len(printed(data)[0].pages) == 1
    assert len(printed(data, orientation="portrait")[0].pages) == (1 if count == 8 else 2)
    for orientation in ("landscape", "portrait"):
        assert len(printed(data, paper="A4", orientation=orientation)[0].pages) <= 2


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
@pytest.mark.parametrize("what", ["goal", "persona", "phase", "when", "lane"])
def test_a_long_name_on_many_pages_is_continued_only_once(what, paper, orientation):
    long, numbers = numbered(100, 1_500)
    data = journey(24, kinds=(*ALL_LANES, *ALL_LANES))
    if what in ("goal", "persona"):
        data = replace(data, **{what: long})
    elif what == "lane":
        data = replace(data, lanes=(replace(data.lanes[0], title=long), *data.lanes[1:]))
    else:
        field = {"phase": "title"}.get(what, what)
        first = replace(data.phases[0], **{field: long})
        data = replace(data, phases=(first, *data.phases[1:]))
    document, pdf = printed(data, paper=paper, orientation=orientation)
    text = text_of(pdf)
    assert [number for number in numbers if number not in text] == []
    assert text.count(numbers[-1]) == 1
    assert len(document.warnings) == 1
    sound(document, pdf)


def desk_for(paper="A3"):
    document = Document(job(paper), Heading("x"))
    document.new_page()
    return Desk(document, Continuation(document), document.job.t, measures_for(document.grid))


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize(
    "title", ["感情", "感情の動きと理由", "Feelings along the whole way of a day"]
)
@pytest.mark.parametrize("spoken", [True, False])
def test_the_name_of_the_lane_of_feelings_keeps_clear_of_the_faces_at_its_scale(
    title, paper, spoken
):
    data = journey(8, kinds=(LaneKind.EMOTION,))
    lane = replace(data.lanes[0], title=title)
    if not spoken:
        cells = tuple(tuple(replace(card, text="理由" * 60) for card in c) for c in lane.cells)
        lane = replace(lane, cells=cells)
    desk = desk_for(paper)
    row = build_rows(desk, replace(data, lanes=(lane,)), 40)[0]
    assert row.emotion.spoken is spoken
    plot = row.emotion._plot(Box(44, 60, 320, row.emotion.least))
    wide, tall = row.emotion.title
    face_top, face_left = plot.y(2) - SCALE_FACE - 60, desk.size.label - 2.4 - 9.5 - SCALE_FACE
    assert 2.0 + tall <= face_top or wide <= face_left


def test_lanes_and_phases_are_named_again_on_every_page():
    data = journey(30, kinds=(*ALL_LANES, *ALL_LANES))
    document, pdf = printed(data)
    text = text_of(pdf)
    cards = [card for lane in data.lanes for cell in lane.cells for card in cell]
    assert [card.text for card in cards if bare(card.text) not in text] == []
    names = {head.title for head in data.phases}
    for page in range(len(document.pages)):
        shown = "".join(one.text for one in words_on(document, page))
        assert any(LANE_TITLES[kind] in shown for kind in ALL_LANES)
        assert any(name in shown for name in names)
    assert document.warnings == ()
    sound(document, pdf)


def test_codes_stand_at_the_card_whole_where_there_is_room_and_short_where_not():
    data = journey(8, kinds=(LaneKind.TOUCHPOINT, LaneKind.EMOTION))
    codes = [("H-01・8行",), ("H-02・11行", "H-04・18行", "K-01（観察）"), ("受付票62件",)]
    for place, some in enumerate(codes):
        for lane in (0, 1):
            row = data.lanes[lane]
            card = replace(row.cells[place][0], references=some, evidence=EvidenceLevel.RESEARCHED)
            cells = (*row.cells[:place], (card,), *row.cells[place + 1 :])
            lanes = [*data.lanes]
            lanes[lane] = replace(row, cells=cells)
            data = replace(data, lanes=tuple(lanes))
    document, pdf = printed(data)
    text = text_of(pdf)
    assert "H-01・8行" in text
    assert "H-02、H-04、K-01" in text
    assert text.count("受付票62件") == 2
    assert "感情の根拠" in text
    assert "地図の出どころ" in text
    sound(document, pdf)
