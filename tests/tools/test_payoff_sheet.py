"""The payoff matrix on paper: marks on their places, lists that run on, nothing while hidden."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.sheet_checks import outside, overlapping, words_on

from servicedesign.exchange.examples import build_example
from servicedesign.i18n import translator
from servicedesign.model import Board, Note, PayoffItem, PayoffMatrix, msg
from servicedesign.paper.document import FrameInfo, SheetJob
from servicedesign.paper.papers import PAPERS
from servicedesign.store import Project
from servicedesign.tools.journey import sheet as journey_sheet
from servicedesign.tools.payoff import actions, choosing, rating, sheet
from servicedesign.tools.payoff.reading import to_be_maps


def job(lang: str, paper: str, way: str = "landscape", *, blank: bool = False) -> SheetJob:
    frame = FrameInfo("ひとり親の支援", "みどり野町", "こども未来課", date(2026, 11, 5))
    return SheetJob(PAPERS[paper], way, translator(lang), frame, blank)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "例.sdproj", "ja") as made:
        yield made


def texts(document) -> list[str]:
    return [one.text for page in range(len(document.pages)) for one in words_on(document, page)]


def matrix(project: Project) -> PayoffMatrix:
    return project.all(PayoffMatrix)[0]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(("paper", "way"), [("A3", "landscape"), ("A4", "landscape"),
                                            ("A4", "portrait"), ("A3", "portrait")])  # fmt: skip
def test_nothing_overlaps_or_leaves_the_paper(project, lang: str, paper: str, way: str) -> None:
    document = sheet.draw(sheet.gather(project), job(lang, paper, way))
    assert outside(document) == []
    assert overlapping(document) == []
    assert document.warnings == ()


def test_marks_points_fields_and_the_review_are_printed(project) -> None:
    said = texts(sheet.draw(sheet.gather(project), job("ja", "A3")))
    for words in ("12", "4.7", "3.7", "すぐやる", "計画する", "ついでに", "見送る", "4.5〜5"):
        assert words in said
    whole = "".join(said)
    assert "佐野 美咲さんの行動と思考に照らして" in whole
    assert "評価した班：A班・B班・C班" in whole
    assert "12・3・27・8を" in whole


def test_while_ratings_are_hidden_no_point_and_no_field_of_an_idea_is_printed(project) -> None:
    rating.set_hidden(project, matrix(project).id, True)
    data = sheet.gather(project)
    said = texts(sheet.draw(data, job("ja", "A3")))
    assert not any(text.count(".") == 1 and text.replace(".", "").isdecimal() for text in said)
    assert said.count("すぐやる") == 1  # the name of the field alone
    assert "評価を付けているところ" in "".join(said)
    order = [one.mark for one in data.matrices[0].ideas]
    assert order == [str(n) for n in (12, 3, 27, 31, 8, 19, 35, 5, 41, 16, 17, 22)]


def test_the_empty_sheet_has_four_fields_and_the_scale(project) -> None:
    document = sheet.draw(sheet.blank_data(project), job("ja", "A4", blank=True))
    said = texts(document)
    assert len(document.pages) == 1
    assert {"すぐやる", "計画する", "ついでに", "見送る", "1", "2", "3", "4", "5"} <= set(said)
    assert outside(document) == []
    assert overlapping(document) == []


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_three_hundred_ideas_with_odd_titles_are_all_listed(project, paper: str) -> None:
    board = project.all(Board)[0]
    odd = ["長い題名の案 " * 12, "<b>&太字</b>", "😀😀", "葛󠄀城市の𠮷野", "Ünïcode", "x" * 5000]
    with project.edit(msg("たくさん")):
        for number in range(46, 301):
            title = odd[number % len(odd)]
            project.put(Note(board_id=board.id, number=number, title=title))
    actions.add_ideas(project, matrix(project).id, choosing.on_board(project, board.id))
    values = {}
    for place, item in enumerate(project.all(PayoffItem)):
        for axis, share in zip(rating.Axis, (place % 41, place * 7 % 41), strict=True):
            values[item.id, axis] = share / 40
    rating.fill_points(project, values, "A班")
    document = sheet.draw(sheet.gather(project), job("ja", paper))
    assert outside(document) == []
    said = texts(document)
    assert all(str(number) in said for number in range(1, 301))
    assert len(document.pages) > 3


def test_a_long_reason_and_a_long_decision_run_on_and_lose_nothing(project) -> None:
    item = project.all(PayoffItem)[0]
    actions.write_reason(project, item.id, "".join(f"理由{n}。" for n in range(900)))
    actions.write_decided(project, matrix(project).id, "".join(f"決定{n}。" for n in range(400)))
    document = sheet.draw(sheet.gather(project), job("ja", "A4"))
    whole = "".join(texts(document))
    assert all(f"理由{n}。" in whole for n in (0, 450, 899))
    assert all(f"決定{n}。" in whole for n in (0, 200, 399))
    assert outside(document) == []


def test_ideas_that_wait_are_listed_without_points(project) -> None:
    note = next(one for one in project.all(Note) if one.number == 34)
    actions.add_ideas(project, matrix(project).id, [note.id])
    data = sheet.gather(project)
    assert data.matrices[0].ideas[-1].mark == "34"
    assert not data.matrices[0].ideas[-1].placed
    assert "―" in texts(sheet.draw(data, job("ja", "A3")))


def test_each_matrix_has_its_own_pages_and_its_own_title(project) -> None:
    board = project.all(Board)[0]
    ideas = choosing.on_board(project, board.id)[:3]
    actions.add_matrix(project, ideas, board.id, "もう一枚")
    data = sheet.gather(project)
    assert [one.title for one in data.matrices][1:] == ["もう一枚"]
    only = sheet.gather(project, project.all(PayoffMatrix)[1].id)
    assert len(only.matrices) == 1
    document = sheet.draw(data, job("ja", "A3"))
    last = [one.text for one in words_on(document, len(document.pages) - 1)]
    assert "もう一枚" in last


def test_a_matrix_without_ideas_is_not_printed(project) -> None:
    actions.delete_matrix(project, matrix(project).id)
    actions.add_matrix(project)
    assert sheet.gather(project) is None


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_completed_map_prints_its_solutions_with_their_numbers(project, lang: str) -> None:
    target = to_be_maps(project, matrix(project))[0]
    data = journey_sheet.gather(project, target.id)
    said = texts(journey_sheet.draw(data, job(lang, "A3")))
    chips = {text for text in said if text.split()[-1:] and text.split()[-1].isdecimal()}
    for number in (3, 14, 41, 17, 12, 31, 27, 35, 45, 8, 43):
        assert any(chip.split()[-1] == str(number) for chip in chips)
