"""The journey map of the example, large and small: all of its words, none too small to be read."""

from __future__ import annotations

import pytest
from support.journey_maps import job
from support.sheet_checks import bare, fonts_not_embedded, outside, overlapping, text_of, words_on

from servicedesign.exchange.examples import build_example
from servicedesign.i18n import translator
from servicedesign.model import Cell, HowMightWe, Issue, JourneyMap, Lane, LaneKind, Persona, Phase
from servicedesign.paper.page import TextOp
from servicedesign.paper.papers import PAPERS
from servicedesign.paper.poster import tile
from servicedesign.tools.chain_steps import sentences
from servicedesign.tools.journey import sheet
from servicedesign.tools.journey.counterparts import as_is_and_to_be, differences

LANGUAGES = ("ja", "en")


@pytest.fixture(scope="module", params=LANGUAGES)
def example(request, tmp_path_factory):
    """Example (a) in one language, with that language."""
    path = tmp_path_factory.mktemp("example") / "a.sdproj"
    project = build_example("single-parent", path, request.param)
    yield project, request.param
    project.close()


def printed(example, paper="A3", orientation="landscape", only=None):
    project, lang = example
    document = sheet.draw(sheet.gather(project, only), job(paper, orientation, lang))
    return document, document.pdf_bytes()


def sizes(document):
    """Return every line of words with its size in pt, the ruler's caption aside."""
    ruler = bare(document.job.t("実際のサイズで印刷すると100 mm"))
    found = []
    for number, page in enumerate(document.pages):
        for op in page.finished(document.numberings()[number]):
            if isinstance(op, TextOp):
                words = "".join(run.text for run in op.runs)
                if bare(words) != ruler:
                    found.append((op.size, words))
    return found


@pytest.mark.parametrize(
    ("paper", "least"), [("A4", 9), ("A3", 9), ("A2", 12.7), ("A1", 14), ("A0", 20), ("MOZO", 20)]
)
def test_no_word_is_smaller_than_can_be_read(example, paper, least):
    document, pdf = printed(example, paper)
    assert [one for one in sizes(document) if one[0] < least - 0.01] == []
    assert document.warnings == ()
    assert outside(document) == []
    assert overlapping(document) == []
    assert fonts_not_embedded(pdf) == []


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
@pytest.mark.parametrize("paper", ["A4", "A3", "A1", "B2", "MOZO"])
def test_every_word_of_the_maps_is_on_the_sheet(example, paper, orientation):
    project, _ = example
    _, pdf = printed(example, paper, orientation)
    text = text_of(pdf).replace("-", "")  # a hyphen at the end of a line is not given back
    wanted = [cell.text for cell in project.all(Cell)]
    wanted += [words for phase in project.all(Phase) for words in (phase.title, phase.when)]
    wanted += [lane.title for lane in project.all(Lane) if not lane.hidden]
    for journey in project.all(JourneyMap):
        wanted += [journey.title, journey.goal, journey.purpose]
        wanted.append(project.get(Persona, journey.persona_id).name)
    assert [one for one in wanted if bare(one).replace("-", "") not in text] == []


def test_the_map_itself_is_one_page_of_a3(example):
    project, _ = example
    for journey in project.all(JourneyMap):
        document, _ = printed(example, only=journey.id)
        shown = "".join(one.text for one in words_on(document, 0))
        cells = project.all(Cell, map_id=journey.id)
        assert [cell.text for cell in cells if bare(cell.text) not in bare(shown)] == []


def test_from_every_issue_back_to_the_sentence_that_was_said(example):
    project, lang = example
    t = translator(lang)
    as_is = next(one for one in project.all(JourneyMap) if one.view == "as_is")
    document, pdf = printed(example, only=as_is.id)
    text = text_of(pdf)
    first = bare("".join(one.text for one in words_on(document, 0)))
    issues = [issue for issue in project.all(Issue) if issue.cell_id]
    assert len(issues) >= 7
    for issue in issues:
        cell = project.get(Cell, issue.cell_id)
        assert f"▲{issue.number}" in text
        assert bare(cell.text) in first
        for question in project.all(HowMightWe, issue_id=issue.id):
            assert bare(question.sentence) in text
        behind = sentences(project, cell)
        assert behind
        for one in behind:
            assert bare(one.code) in text
            assert bare(one.words) in text
    assert bare(t("地図の出どころ")) in text


def test_what_changes_is_listed_behind_the_to_be_map(example):
    project, lang = example
    now, later = as_is_and_to_be(project, project.all(JourneyMap)[0].id)
    document, pdf = printed(example, only=later.id)
    text = text_of(pdf)
    found = differences(project, now.id, later.id)
    sides = {side for one in found for side in (one.reason_before, one.reason_after)}
    sides |= {line for one in found if one.kind not in ("outcome", "emotion")
              for side in (one.before, one.after) for line in side.split("\n")}  # fmt: skip
    text = text.replace("-", "")  # a hyphen at the end of a line is not given back
    assert [one for one in sides if bare(one).replace("-", "") not in text] == []
    pains = [cell.text for lane in project.all(Lane, map_id=now.id, kind=LaneKind.PAIN_POINT)
             for cell in project.all(Cell, lane_id=lane.id)]  # fmt: skip
    first = bare("".join(one.text for one in words_on(document, 0)))
    assert [one for one in pains if bare(one) not in first] == []
    assert bare(translator(lang)("変わること")) in text


def test_a_poster_is_the_maps_alone_and_its_codes_say_what_they_are(example):
    project, lang = example
    document, pdf = printed(example, "A1")
    t = translator(lang)
    assert len(document.pages) == len(project.all(JourneyMap))
    text = text_of(pdf)
    assert bare(t("地図の出どころ")) not in text
    assert bare(t("{code} など：根拠の番号です", code="")) in text


@pytest.mark.parametrize("paper", ["A1", "MOZO"])
def test_a_poster_comes_out_of_an_office_printer_in_tiles(example, paper):
    document, _ = printed(example, paper)
    tiled = tile(document, PAPERS["A3"])
    pdf = tiled.pdf_bytes()
    assert len(tiled.pages) > len(document.pages)
    assert fonts_not_embedded(pdf) == []
