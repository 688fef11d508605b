"""The overview on paper: one page, the same words as on screen, lines to write on when empty."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.printed import page_words, squeeze
from support.projects import DAY, Shelf

from servicedesign.exchange.export import ExportPlan, draw_sheet, gather_sheet, sheet_job
from servicedesign.i18n import LANGUAGES
from servicedesign.model import Participant, msg
from servicedesign.store import create_project
from servicedesign.tools import sheet
from servicedesign.tools.project.sheet import gather

SPEC = sheet("overview")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    return Shelf(tmp_path_factory.mktemp("projects"))


def drawn(project, lang="ja", *, paper="A4", blank=False, orientation="portrait"):
    plan = ExportPlan(blank=blank, lang=lang, day=DAY, paper=paper, orientation=orientation)
    return draw_sheet(
        SPEC, gather_sheet(SPEC, project, blank=blank), sheet_job(SPEC, plan, project)
    )


def words(document):
    return squeeze("".join(page_words(document.pdf_bytes())))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("name", ["single-parent", "sick-child-care", "senior-tablets"])
def test_a_project_stands_on_one_page(shelf, name, paper, orientation, lang):
    with shelf.open(name, lang, read_only=True) as project:
        document = drawn(project, lang, paper=paper, orientation=orientation)
    assert len(document.pages) == 1
    assert document.warnings == ()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_the_empty_sheet_is_one_page_with_all_there_is_to_fill_in(shelf, paper, orientation, lang):
    with shelf.open("empty", lang, read_only=True) as project:
        document = drawn(project, lang, paper=paper, blank=True, orientation=orientation)
    assert len(document.pages) == 1
    said = words(document)
    japanese = (
        "めざすこと",
        "テーマ",
        "期間",
        "会の日程",
        "異分野の人",
        "評価マトリクス",
        "次にすること",
    )
    english = ("Goal", "Theme", "Period", "Meetings", "Anotherfield", "Payoffmatrix", "Next")
    assert [w for w in (japanese if lang == "ja" else english) if w not in said] == []


def test_it_says_what_the_screen_says(shelf):
    with shelf.open("senior-tablets", "ja", read_only=True) as project:
        said = words(drawn(project))
    for part in (
        "「便利そう」から「これで孫と話している」へ",
        "令和8（2026）年8月17日～",
        "今のサービスを見直す",
        "候補を比べ、いちばん助けたい一人に絞る",
        "根拠のないペルソナの推測20項目",
        "6人・2班",
        "まだいない",
        "答えていない12",
    ):
        assert squeeze(part) in said, part


def test_nobody_is_named(shelf):
    with shelf.open("single-parent", "ja", read_only=True) as project:
        said = words(drawn(project))
        names = [squeeze(person.name) for person in project.all(Participant)]
    assert [name for name in names if name in said] == []


def test_a_project_without_anything_has_no_overview_but_a_goal_is_enough(tmp_path):
    with create_project(tmp_path / "空.sdproj") as project:
        assert gather(project) is None
        with project.edit(msg("書く")):
            project.put(replace(project.info, goal="だれでも借りられる"))
        assert "だれでも借りられる" in words(drawn(project))


def test_dates_that_are_none_are_printed_as_they_are(tmp_path):
    with create_project(tmp_path / "秋.sdproj") as project:
        with project.edit(msg("書く")):
            project.put(replace(project.info, theme="図書館", period_start="秋ごろ"))
        assert "秋ごろ～" in words(drawn(project))
