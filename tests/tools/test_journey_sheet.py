"""The journey map sheet: every card stands on it, whole, however many phases and lanes there are."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image as Pictures
from support.journey_maps import (
    ALL_LANES,
    FEELINGS,
    FORMATS,
    JAPANESE,
    REASONS,
    journey,
    numbered,
    printed,
    sound,
    with_text,
)
from support.sheet_checks import bare, text_of, words_on

from servicedesign.model import JourneyView, LaneKind
from servicedesign.tools.journey.presets import BLANK_LANES, LANE_TITLES
from servicedesign.tools.journey.sheet_data import Column, MapData, PhaseHead


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_every_card_head_and_word_of_the_person_stands_on_the_sheet(paper, orientation):
    data = journey(kinds=ALL_LANES, title="届けから手当まで", purpose="窓口の前後も見る地図です。")
    document, pdf = printed(data, paper=paper, orientation=orientation)
    text = text_of(pdf)
    cards = [one for lane in data.lanes for cell in lane.cells for one in cell]
    wanted = [*(one.text for one in cards), *(head.title for head in data.phases)]
    wanted += [*(head.when for head in data.phases), data.title, data.purpose, data.goal]
    assert [one for one in wanted if bare(one) not in text] == []
    assert "佐野美咲（34歳）" in text
    assert {"できた", "一部できた", "できなかった", "案3", "現状"} <= {
        one for one in ("できた", "一部できた", "できなかった", "案3", "現状") if one in text
    }
    assert document.warnings == ()
    sound(document, pdf)


def test_eight_phases_and_seven_lanes_are_one_page_of_a3():
    assert len(printed(journey())[0].pages) == 1


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
@pytest.mark.parametrize("lane", range(len(ALL_LANES)))
def test_ten_thousand_characters_in_a_card_go_on_overleaf_and_none_is_lost(
    lane, paper, orientation
):
    long, numbers = numbered(100, 10_000)
    data = with_text(journey(kinds=ALL_LANES), lane, 4, long)
    document, pdf = printed(data, paper=paper, orientation=orientation)
    text = text_of(pdf)
    assert [number for number in numbers if number not in text] == []
    assert document.warnings
    sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
@pytest.mark.parametrize("field", ["title", "goal", "purpose", "persona"])
def test_long_words_about_a_map_are_all_printed(field, paper, orientation):
    long, numbers = numbered(100, 10_000)
    document, pdf = printed(
        replace(journey(), **{field: long}), paper=paper, orientation=orientation
    )
    text = text_of(pdf)
    assert [number for number in numbers if number not in text] == []
    sound(document, pdf)


@pytest.mark.parametrize("field", ["title", "when"])
def test_long_heads_of_phases_and_names_of_lanes_are_all_printed(field):
    long, numbers = numbered(100, 3_000)
    data = journey()
    head = replace(data.phases[2], **{field: long})
    other, more = numbered(200, 3_000)
    lanes = (replace(data.lanes[0], title=other), *data.lanes[1:])
    phases = (*data.phases[:2], head, *data.phases[3:])
    document, pdf = printed(replace(data, phases=phases, lanes=lanes))
    text = text_of(pdf)
    assert [number for number in numbers + more if number not in text] == []
    sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_a_map_full_of_long_cards_loses_nothing(paper, orientation):
    data, wanted = journey(), []
    for lane in range(len(data.lanes)):
        for column in range(8):
            long, numbers = numbered(1_000 + lane * 8 + column, 500)
            wanted += numbers
            data = with_text(data, lane, column, long)
    document, pdf = printed(data, paper=paper, orientation=orientation)
    text = text_of(pdf)
    assert [number for number in wanted if number not in text] == []
    sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
@pytest.mark.parametrize("count", [1, 2, 9, 20])
def test_any_number_of_phases_is_legible_with_the_lanes_named_on_every_page(
    count, paper, orientation
):
    data = journey(count)
    document, pdf = printed(data, paper=paper, orientation=orientation)
    text = text_of(pdf)
    cards = [one.text for lane in data.lanes for cell in lane.cells for one in cell]
    assert [one for one in cards if bare(one) not in text] == []
    least = min(op.size for page in document.pages for op in page.ops if hasattr(op, "runs"))
    assert least >= 8.9
    for number in range(len(document.pages)):
        shown = "".join(one.text for one in words_on(document, number))
        assert any(LANE_TITLES[kind] in shown for kind in BLANK_LANES)
    sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_a_map_without_phases_or_lanes_can_be_printed(paper, orientation):
    without = replace(journey(), phases=(), columns=())
    without = replace(without, lanes=tuple(replace(one, cells=()) for one in without.lanes))
    for data in (without, replace(journey(4), lanes=()), MapData()):
        document, pdf = printed(data, paper=paper, orientation=orientation)
        assert len(document.pages) == 1
        sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_sixty_lanes_go_on_further_pages_under_the_same_phases(paper, orientation):
    data = journey()
    lanes = tuple(replace(data.lanes[index % 3], title=f"段{index + 1}の話") for index in range(60))
    document, pdf = printed(replace(data, lanes=lanes), paper=paper, orientation=orientation)
    text = text_of(pdf)
    assert [i for i in range(60) if f"段{i + 1}の話" not in text] == []
    assert len(document.pages) > 1
    sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_several_cards_in_one_place_are_all_printed(paper, orientation):
    data = journey()
    lanes = tuple(
        replace(
            lane,
            cells=tuple(
                tuple(replace(cell[0], text=f"{cell[0].text}その{n}") for n in (1, 2, 3))
                for cell in lane.cells
            ),
        )
        for lane in data.lanes
    )
    document, pdf = printed(replace(data, lanes=lanes), paper=paper, orientation=orientation)
    text = text_of(pdf)
    wanted = [one.text for lane in lanes for cell in lane.cells for one in cell]
    assert [one for one in wanted if bare(one) not in text] == []
    sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_odd_characters_and_endless_words_print_as_themselves(paper, orientation):
    odd = "<b>太い</b>、A‹B社、😀、𠮷野、葛\U000e0100城" + "x" * 300
    data = journey()
    for lane in range(len(data.lanes)):
        data = with_text(data, lane, 2, odd)
    data = replace(data, title=odd, goal=odd, purpose=odd, persona=odd)
    document, pdf = printed(data, paper=paper, orientation=orientation)
    text = text_of(pdf)
    for part in ("A‹B社", "😀", "𠮷野", "葛城"):
        assert text.count(part) >= len(data.lanes), part
    assert text.count("x") >= 300 * (len(data.lanes) + 4)
    assert not any("〓" in str(note) for note in document.warnings)
    sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_the_english_sheet_has_no_japanese_label(paper, orientation):
    data = journey(kinds=ALL_LANES)
    lanes = tuple(
        replace(
            lane,
            cells=tuple(tuple(replace(one, text="Some words") for one in c) for c in lane.cells),
        )
        for lane in data.lanes
    )
    phases = tuple(PhaseHead(title="Step", when="May") for _ in data.phases)
    data = replace(data, lanes=lanes, phases=phases, persona="Misaki", goal="Life in order")
    for view in JourneyView:
        document, pdf = printed(
            replace(data, view=view), paper=paper, orientation=orientation, lang="en"
        )
        text = text_of(pdf)
        assert JAPANESE.findall(text) == []
        assert "Touchpoint" in text
        sound(document, pdf)


def test_the_to_be_map_shows_both_curves_and_says_so():
    columns = tuple(
        Column(phase=i, before=level, before_reason=f"前は{reason}")
        for i, (level, reason) in enumerate(zip(FEELINGS, REASONS, strict=True))
    )
    data = replace(journey(), view=JourneyView.TO_BE, compared=True, columns=columns)
    document, pdf = printed(data)
    text = text_of(pdf)
    assert "理想" in text
    assert "現状" in text  # the legend of the black line
    dashed = [op for op in document.pages[0].ops if isinstance(op, str) and op == "[6.00 3.00] 0 d"]
    assert dashed
    sound(document, pdf)


def test_stages_stand_under_their_phase():
    data = journey(4, kinds=(LaneKind.ACTION,))
    columns = (
        Column(phase=0),
        Column(phase=1, title="気づく", when="1週目"),
        Column(phase=1, title="たずねる", when="2週目"),
        Column(phase=2),
    )
    document, pdf = printed(replace(data, phases=data.phases[:3], columns=columns))
    text = text_of(pdf)
    assert {"気づく", "たずねる", "1週目", "2週目"} <= {
        one for one in ("気づく", "たずねる", "1週目", "2週目") if one in text
    }
    sound(document, pdf)


def test_a_photo_on_a_card_is_in_the_file():
    out = io.BytesIO()
    Pictures.new("RGB", (60, 40), "#336699").save(out, "PNG")
    data = journey(3, kinds=(LaneKind.TOUCHPOINT,))
    lane = data.lanes[0]
    first = (replace(lane.cells[0][0], picture=out.getvalue()),)
    lanes = (replace(lane, cells=(first, *lane.cells[1:])),)
    _, pdf = printed(replace(data, lanes=lanes))
    assert b"/Image" in pdf


def test_reasons_too_long_for_the_curve_get_a_row_of_their_own():
    data = with_text(journey(), 3, 2, "長い理由を書いた。" * 12)
    document, pdf = printed(data)
    text = text_of(pdf)
    assert "感情の理由" in text
    assert "長い理由を書いた。" * 12 in text
    sound(document, pdf)
