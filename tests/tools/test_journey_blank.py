"""The empty journey map: to be written on with a marker at a table, or hung up for sticky notes."""

from __future__ import annotations

import pytest
from support.journey_maps import FORMATS, JAPANESE, job, journey, sound
from support.sheet_checks import bare, text_of, words_on

from servicedesign.i18n import translator
from servicedesign.model import LaneKind
from servicedesign.paper.document import Document
from servicedesign.paper.flow import Continuation
from servicedesign.paper.frame import Heading
from servicedesign.paper.papers import PAPERS, grid_for
from servicedesign.tools.journey import sheet
from servicedesign.tools.journey.presets import (
    BLANK_LANES,
    LANE_TITLES,
    MUNICIPAL_PHASES,
    REPORT_PHASES,
)
from servicedesign.tools.journey.sheet_blank import _columns, _preset
from servicedesign.tools.journey.sheet_blank_lanes import STICKY, blank_groups
from servicedesign.tools.journey.sheet_data import Column, JourneyData, LaneRow, MapData, PhaseHead
from servicedesign.tools.journey.sheet_desk import Desk, measures_for


def printed_blank(data=None, **how):
    document = sheet.draw(data or JourneyData(), job(blank=True, **how))
    return document, document.pdf_bytes()


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_the_presets_name_phases_and_lanes(paper, orientation, lang):
    document, pdf = printed_blank(paper=paper, orientation=orientation, lang=lang)
    text, t = text_of(pdf), translator(lang)
    kinds = [kind for kind in BLANK_LANES if kind is not LaneKind.BACKSTAGE]
    assert [kind for kind in kinds if bare(t(LANE_TITLES[kind])) not in text] == []
    phases = (*MUNICIPAL_PHASES, *REPORT_PHASES)
    assert [name for name in phases if bare(t(name)) not in text] == []
    assert "+2" in text
    assert lang == "ja" or JAPANESE.findall(text) == []
    sound(document, pdf)


def test_on_a3_each_preset_is_one_page_in_the_order_eight_four_none():
    document, _ = printed_blank()
    shown = ["".join(one.text for one in words_on(document, page)) for page in range(3)]
    assert len(document.pages) == 3
    assert all(name in shown[0] for name in MUNICIPAL_PHASES)
    assert all(name in shown[1] for name in REPORT_PHASES)
    assert not any(name in shown[2] for name in (*MUNICIPAL_PHASES[4:7], *REPORT_PHASES[:3]))


def own_map(phases=3, stages=2):
    heads = tuple(PhaseHead(title=f"列{i + 1}番") for i in range(phases))
    columns = tuple(
        Column(phase=i, title=f"段{i + 1}の{k + 1}" if stages else "")
        for i in range(phases)
        for k in range(stages or 1)
    )
    lanes = (LaneRow(kind=LaneKind.ACTION), LaneRow(kind=LaneKind.CUSTOM, title="天気のようす"))
    return MapData(phases=heads, columns=columns, lanes=lanes)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
@pytest.mark.parametrize(("phases", "stages"), [(3, 2), (1, 0), (14, 0)])
def test_a_map_of_ones_own_lends_its_phases_stages_and_lanes(phases, stages, paper, orientation):
    data = own_map(phases, stages)
    document, pdf = printed_blank(JourneyData(maps=(data,)), paper=paper, orientation=orientation)
    text = text_of(pdf)
    wanted = [head.title for head in data.phases] + [one.title for one in data.columns]
    assert [one for one in (*wanted, "天気のようす", "行動内容") if bare(one) not in text] == []
    assert "思考" not in text
    sound(document, pdf)


def test_cards_never_stand_on_an_empty_worksheet():
    data = journey()
    _, pdf = printed_blank(JourneyData(maps=(data,)))
    assert "番目の話" not in text_of(pdf)


def test_twenty_lanes_and_endless_names_go_on_further_pages():
    lanes = tuple(LaneRow(kind=LaneKind.CUSTOM, title=f"レーン{i}の名前") for i in range(19))
    lanes += (LaneRow(kind=LaneKind.EMOTION, title="長い名前" * 400),)
    data = MapData(phases=(PhaseHead(title="列" * 900),), columns=(Column(phase=0),), lanes=lanes)
    document, pdf = printed_blank(JourneyData(maps=(data,)))
    text = text_of(pdf)
    assert all(f"レーン{i}の名前" in text for i in range(19))
    assert text.count("列") >= 900
    assert text.count("長い名前") >= 400
    sound(document, pdf)


def desk_for(paper, orientation):
    document = Document(job(paper, orientation, blank=True), Heading("x"))
    document.new_page()
    return Desk(document, Continuation(document), document.job.t, measures_for(document.grid))


@pytest.mark.parametrize("paper", ["A1", "A0", "MOZO", "B1"])
def test_a_sticky_note_fits_into_every_cell_of_a_wall_frame(paper):
    grid = grid_for(PAPERS[paper], "landscape")
    desk = desk_for(paper, "landscape")
    data = _preset(list(MUNICIPAL_PHASES))
    width, spans = _columns(grid, desk, data)
    assert len(spans) == 1
    assert width * grid.scale >= STICKY
    room = grid.body_bottom - grid.body_top - 36
    (group,) = blank_groups(desk, data, room, own=False)
    written = [one for one in group if one.lane.kind is not LaneKind.EMOTION]
    assert {LaneKind.TOUCHPOINT, LaneKind.ACTION, LaneKind.THOUGHT, LaneKind.PAIN_POINT} <= {
        one.lane.kind for one in written
    }
    assert min(one.height for one in written) * grid.scale >= STICKY - 3


@pytest.mark.parametrize("paper", ["A0", "MOZO"])
def test_upright_posters_take_sticky_notes_of_75_mm_too(paper):
    grid = grid_for(PAPERS[paper], "portrait")
    width, spans = _columns(grid, desk_for(paper, "portrait"), _preset(list(MUNICIPAL_PHASES)))
    assert width * grid.scale >= 75
    assert spans


def test_on_a3_there_is_room_for_a_marker_in_every_cell():
    desk = desk_for("A3", "landscape")
    (group,) = blank_groups(desk, _preset(list(MUNICIPAL_PHASES)), 190, own=False)
    kinds = {LaneKind.TOUCHPOINT, LaneKind.DURATION}
    assert min(one.height for one in group) >= 14.6
    assert min(one.height for one in group if one.lane.kind not in kinds) >= 22
