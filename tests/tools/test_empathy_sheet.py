"""The empathy map on paper: six places around the face, whole, on every paper, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.sheet_checks import bare, outside, overlapping, text_of
from support.sheet_samples import RARE, job, sentences

from servicedesign.model import EmpathyMap, Finding, Interview, field_specs, msg
from servicedesign.paper.papers import PAPERS, grid_for
from servicedesign.store import create_project
from servicedesign.tools.evidence import link_evidence
from servicedesign.tools.persona import actions, sheet_empathy
from servicedesign.tools.persona.sheet_empathy import EmpathyCard, EmpathyData
from servicedesign.tools.persona.sheet_empathy_grid import places

FIELDS = actions.EMPATHY_FIELDS
FORMATS = [
    (paper, orientation)
    for paper in ("A3", "A4", "A1")
    for orientation in ("landscape", "portrait")
]
CARD = EmpathyCard(
    name="佐野 美咲",
    tagline="平日に休みを取りにくい、二人の子の母",
    chosen=True,
    texts={name: f"{name}のひとつめ\n{name}のふたつめ" for name in FIELDS},
    references={"hears": ("H-03", "K-02")},
)


def printed(card: EmpathyCard, **how):
    document = sheet_empathy.draw(EmpathyData(cards=(card,)), job(**how))
    return document, document.pdf_bytes()


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_all_six_places_stand_on_one_page_with_the_person(paper, orientation):
    document, pdf = printed(CARD, paper=paper, orientation=orientation)
    text = text_of(pdf)
    for name in FIELDS:
        assert bare(field_specs(EmpathyMap)[name].label) in text
        for line in CARD.texts[name].split("\n"):
            assert bare(line) in text
    assert bare(CARD.name) in text
    assert bare(CARD.tagline) in text
    assert "H-03・K-02" in text
    assert len(document.pages) == 1
    assert document.warnings == ()
    assert outside(document) == []
    assert overlapping(document) == []


@pytest.mark.parametrize("blank", [False, True])
@pytest.mark.parametrize(("paper", "orientation"), FORMATS[:4])
def test_no_place_lies_over_another_or_over_the_face(paper, orientation, blank):
    where = places(grid_for(PAPERS[paper], orientation), blank=blank)
    boxes = [*where.boxes.values(), where.hub, where.under]
    for number, one in enumerate(boxes):
        assert one.width > 20
        assert one.height > 5
        for other in boxes[number + 1 :]:
            apart = (
                one.right <= other.x + 0.01
                or other.right <= one.x + 0.01
                or one.bottom <= other.y + 0.01
                or other.bottom <= one.y + 0.01
            )
            assert apart, (one, other)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS[:4])
@pytest.mark.parametrize("field", FIELDS)
def test_twenty_thousand_characters_go_on_overleaf_and_none_is_lost(field, paper, orientation):
    texts = {**CARD.texts, field: sentences(1_700)}
    document, pdf = printed(replace(CARD, texts=texts), paper=paper, orientation=orientation)
    assert text_of(pdf).count(RARE) == 1_700
    assert any("つづき" in str(note) for note in document.warnings)
    assert outside(document) == []
    assert overlapping(document) == []


@pytest.mark.parametrize(("paper", "orientation"), FORMATS[:4])
def test_emoji_many_lines_and_a_name_without_end_hold(paper, orientation):
    odd = "\n".join(["😀👨‍👩‍👧", "<b>太字", "A‹B社", "x" * 400] * 15)
    card = replace(CARD, name="よ" * 2_000, tagline=odd, texts=dict.fromkeys(FIELDS, odd))
    document, pdf = printed(card, paper=paper, orientation=orientation)
    text = text_of(pdf)
    assert text.count("x") == 400 * 15 * 7
    assert text.count("よ") >= 2_000
    assert not any("〓" in str(note) for note in document.warnings)
    assert outside(document) == []
    assert overlapping(document) == []


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_empty_worksheet_asks_in_every_place(paper, orientation, lang):
    blank = job(paper, orientation, lang, blank=True)
    document = sheet_empathy.draw(sheet_empathy.blank_data(None), blank)
    text = text_of(document.pdf_bytes())
    for name in FIELDS:
        assert bare(blank.t(field_specs(EmpathyMap)[name].label)) in text
        assert bare(blank.t(sheet_empathy.PROMPTS[name])) in text
    assert len(document.pages) == 1
    assert outside(document) == []
    assert overlapping(document) == []


def test_lines_leave_room_for_a_marker_on_a3_and_for_a_pen_on_a4():
    for paper, least in (("A3", 13.5), ("A4", 8.5)):
        where = places(grid_for(PAPERS[paper], "landscape"), blank=True)
        assert where.look.pitch >= least
        assert min(box.height for box in where.boxes.values()) > 2 * least


@pytest.fixture
def project(tmp_path):
    made = create_project(tmp_path / "empathy.sdproj")
    one, two, three = (actions.add_candidate(made).id for _ in range(3))
    actions.write_empathy(made, two, "hears", "「1枚足りませんね」")
    actions.write_empathy(made, three, "sees", "三つの窓口")
    actions.choose_primary(made, three, "いちばん困っている")
    with made.edit(msg("空の共感マップを足す")):
        made.put(EmpathyMap(persona_id=one))
        talk = Interview(code="H-07")
        finding = Finding(interview_id=talk.id, code="H-07・2行", text="足りないと言われた")
        made.put(talk)
        made.put(finding)
    link_evidence(made, actions.empathy_map(made, two), "hears", finding)
    yield made
    made.close()


def test_every_map_with_words_is_gathered_and_that_of_the_chosen_one_first(project):
    cards = sheet_empathy.gather(project).cards
    assert [card.texts["sees"] for card in cards] == ["三つの窓口", ""]
    assert cards[1].references == {"hears": ("H-07・2行",)}


def test_one_persona_has_its_own_map_or_none(project):
    one, two, _ = (persona.id for persona in actions.candidates(project))
    assert sheet_empathy.gather(project, one) is None
    assert len(sheet_empathy.gather(project, two).cards) == 1


def test_two_runs_give_the_same_bytes():
    assert printed(CARD)[1] == printed(CARD)[1]
