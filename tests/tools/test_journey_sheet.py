"""The journey map sheet: every card stands on it, whole, however many phases and lanes there are."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace

import pytest
from PIL import Image as Pictures
from support.sheet_checks import (
    bare,
    fonts_not_embedded,
    outside,
    overlapping,
    text_of,
    words_on,
)

from servicedesign.i18n import translator
from servicedesign.model import (
    Board,
    Cell,
    EvidenceLevel,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Link,
    Note,
    Outcome,
    Persona,
    Phase,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.paper.document import FrameInfo, SheetJob
from servicedesign.paper.papers import PAPERS
from servicedesign.store import create_project
from servicedesign.tools.journey import actions, sheet
from servicedesign.tools.journey.presets import BLANK_LANES, LANE_TITLES, MUNICIPAL_PHASES
from servicedesign.tools.journey.sheet_data import (
    Card,
    Column,
    JourneyData,
    LaneRow,
    MapData,
    PhaseHead,
)

FORMATS = [
    (paper, orientation) for paper in ("A3", "A4") for orientation in ("landscape", "portrait")
]
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
FEELINGS = (-1, 0, -1, -1, -2, -1, 2, 0)
REASONS = ("先が見えない", "少し光が見えた", "つながらない", "頼むのが気まずい", "人前で話した",
           "いつ決まるか", "ほっとした", "負担は残る")  # fmt: skip
RESULTS = (Outcome.DONE, Outcome.PARTLY, Outcome.FAILED, Outcome.PARTLY)


def words(kind, index):
    return f"{LANE_TITLES[kind]}の{index + 1}番目の話"


def card(kind, index, text=None):
    text = words(kind, index) if text is None else text
    if kind is LaneKind.EMOTION:
        return Card(text=REASONS[index % 8], emotion=FEELINGS[index % 8])
    if kind is LaneKind.ACTION:
        return Card(text=text, outcome=RESULTS[index % 4], evidence=EvidenceLevel.SOME)
    if kind is LaneKind.PAIN_POINT:
        return Card(text=text, number=index + 1, evidence=EvidenceLevel.RESEARCHED)
    if kind is LaneKind.SOLUTION:
        return Card(text=text, ideas=(str(index + 3),))
    return Card(text=text)


def journey(count=8, kinds=BLANK_LANES, **more):
    names = [MUNICIPAL_PHASES[i % 8] for i in range(count)]
    return MapData(
        goal="仕事を休まず、暮らしを立て直す",
        persona="佐野 美咲",
        age=34,
        phases=tuple(PhaseHead(title=name, when=f"{i + 1}月") for i, name in enumerate(names)),
        columns=tuple(Column(phase=i) for i in range(count)),
        lanes=tuple(
            LaneRow(kind=kind, cells=tuple((card(kind, i),) for i in range(count)))
            for kind in kinds
        ),
        **more,
    )


def with_text(data, lane, column, text):
    lanes = list(data.lanes)
    cells = list(lanes[lane].cells)
    cells[column] = tuple(replace(one, text=text) for one in cells[column])
    lanes[lane] = replace(lanes[lane], cells=tuple(cells))
    return replace(data, lanes=tuple(lanes))


def job(paper="A3", orientation="landscape", lang="ja", *, blank=False):
    frame = FrameInfo("Support", "Midorino", "Children", dt.date(2026, 11, 5))
    return SheetJob(PAPERS[paper], orientation, translator(lang), frame, blank)


def printed(*maps, **how):
    document = sheet.draw(JourneyData(maps=maps), job(**how))
    return document, document.pdf_bytes()


def sound(document, pdf):
    """Fail when words leave the paper, stand on one another, or a font is missing."""
    assert outside(document) == []
    assert overlapping(document) == []
    assert fonts_not_embedded(pdf) == []


def numbered(tag, length):
    """Return a text of sentences with numbers that no line may break, and the numbers."""
    numbers = [str(tag * 1_000 + i) for i in range(length // 17 + 1)]
    return "".join(f"［{number}］の文はここで終わる。" for number in numbers), numbers


ALL_LANES = (*BLANK_LANES, LaneKind.DURATION, LaneKind.SOLUTION, LaneKind.CUSTOM)


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


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_the_empty_worksheet_names_phases_and_lanes(paper, orientation, lang):
    document = sheet.draw(sheet.blank_data(None), job(paper, orientation, lang, blank=True))
    pdf = document.pdf_bytes()
    text, t = text_of(pdf), translator(lang)
    kinds = [kind for kind in BLANK_LANES if kind is not LaneKind.BACKSTAGE]
    assert [kind for kind in kinds if bare(t(LANE_TITLES[kind])) not in text] == []
    if (paper, orientation) == ("A3", "landscape"):
        assert [name for name in MUNICIPAL_PHASES if bare(t(name)) not in text] == []
    assert "+2" in text
    assert lang == "ja" or JAPANESE.findall(text) == []
    assert len(document.pages) == 1
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


# --- from a project ---------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path):
    """A project with an as-is map of two phases and its to-be counterpart."""
    opened = create_project(tmp_path / "maps.sdproj")
    yield opened
    opened.close()


def put(project, *records):
    with project.edit(msg("地図を書く")):
        for record in records:
            project.put(record)


def filled(project):
    person = Persona(name="佐野 美咲", age=34, face="woman-30s-ponytail")
    now = JourneyMap(title="いま", persona_id=person.id, goal="休まない", position=0)
    later = JourneyMap(
        title="これから", persona_id=person.id, view=JourneyView.TO_BE, counterpart_id=now.id,
        position=1,
    )  # fmt: skip
    before = [Phase(map_id=now.id, title=name, position=i) for i, name in enumerate("知申")]
    after = [
        Phase(map_id=later.id, title=one.title, counterpart_id=one.id, position=one.position)
        for one in before
    ]
    put(project, person, now, later, *before, *after)
    return person, now, later, before, after


def lanes_for(project, journey_map, phases, *, feelings, action="申し込む"):
    acts = Lane(map_id=journey_map.id, kind=LaneKind.ACTION, position=0)
    feels = Lane(map_id=journey_map.id, kind=LaneKind.EMOTION, position=1)
    pains = Lane(map_id=journey_map.id, kind=LaneKind.PAIN_POINT, position=2)
    secret = Lane(map_id=journey_map.id, kind=LaneKind.CUSTOM, hidden=True, position=3)
    cells = [
        Cell(map_id=journey_map.id, lane_id=acts.id, phase_id=phase.id, text=action)
        for phase in phases
    ]
    cells += [
        Cell(map_id=journey_map.id, lane_id=feels.id, phase_id=phase.id, text="理由", emotion=one)
        for phase, one in zip(phases, feelings, strict=True)
    ]
    cells.append(
        Cell(map_id=journey_map.id, lane_id=pains.id, phase_id=phases[0].id, text="困る", number=1)
    )
    put(project, acts, feels, pains, secret, *cells)
    return acts, feels


def test_maps_are_gathered_with_person_lanes_and_the_counterpart(project):
    _, now, later, before, after = filled(project)
    lanes_for(project, now, before, feelings=(-2, 1))
    lanes_for(project, later, after, feelings=(1, 2))
    first, second = sheet.gather(project).maps
    assert (first.persona, first.age, first.goal) == ("佐野 美咲", 34, "休まない")
    assert [lane.kind for lane in first.lanes] == [
        LaneKind.ACTION,
        LaneKind.EMOTION,
        LaneKind.PAIN_POINT,
    ]
    assert not first.compared
    assert second.compared
    assert [column.before for column in second.columns] == [-2, 1]
    document = sheet.draw(sheet.gather(project), job())
    assert len(document.pages) == 2
    assert sheet.gather(project, later.id).maps == (second,)


def test_a_phase_with_stages_gives_its_columns_to_them(project):
    _, now, _, before, _ = filled(project)
    stages = [
        Phase(map_id=now.id, title=name, stage_of_id=before[0].id, position=i)
        for i, name in enumerate(("聞く", "調べる"))
    ]
    put(project, *stages)
    data = sheet.gather(project, now.id).maps[0]
    assert [(column.phase, column.title) for column in data.columns] == [
        (0, "聞く"),
        (0, "調べる"),
        (1, ""),
    ]


def test_a_card_on_a_phase_that_has_stages_is_not_lost(project):
    _, now, _, before, _ = filled(project)
    put(project, Phase(map_id=now.id, title="聞く", stage_of_id=before[0].id))
    lanes_for(project, now, before, feelings=(0, 0), action="全体の話")
    data = sheet.gather(project, now.id).maps[0]
    shown = text_of(sheet.draw(JourneyData(maps=(data,)), job()).pdf_bytes())
    assert shown.count("全体の話") == 2


def test_a_solution_names_the_ideas_it_came_from(project):
    _, _, later, _, after = filled(project)
    lane = Lane(map_id=later.id, kind=LaneKind.SOLUTION)
    cell = Cell(map_id=later.id, lane_id=lane.id, phase_id=after[0].id, text="予約する")
    board = Board(title="案")
    note = Note(board_id=board.id, number=41, title="スマホで予約")
    link = Link(source_kind="cell", source_id=cell.id, target_kind="note", target_id=note.id)
    put(project, lane, cell, board, note, link)
    shown = text_of(sheet.draw(sheet.gather(project, later.id), job()).pdf_bytes())
    assert "案41" in shown


def test_a_project_without_maps_has_nothing_to_print(project):
    assert sheet.gather(project) is None


def test_progress_goes_from_none_over_some_to_done(project):
    assert actions.progress(project) is Progress.NONE
    _, now, _, before, _ = filled(project)
    assert actions.progress(project) is Progress.SOME
    lanes_for(project, now, before, feelings=(-2, 1))
    assert actions.progress(project) is Progress.DONE


def test_a_phase_without_a_feeling_is_not_done(project):
    _, now, _, before, _ = filled(project)
    _, feels = lanes_for(project, now, before, feelings=(-2, 1))
    cell = project.all(Cell, lane_id=feels.id)[0]
    put(project, replace(cell, emotion=None))
    assert actions.progress(project) is Progress.SOME
