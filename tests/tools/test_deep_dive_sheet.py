"""The deep-dive sheet: what stands on it, what goes on overleaf, and the empty one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesign.exchange.examples import build_example
from servicedesign.exchange.export import ExportPlan, draw_sheet, gather_sheet, sheet_job
from servicedesign.model import DeepDive, Frame, Worry, msg
from servicedesign.paper import raster
from servicedesign.store import Project
from servicedesign.tools import sheet
from servicedesign.tools.deep_dive import actions
from servicedesign.tools.frames import add_frames

SPEC = sheet("deep-dive")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "例.sdproj", "ja") as made:
        yield made


def pages(project: Project, *, only: str | None = None, **plan: object) -> list[str]:
    whole = ExportPlan(lang="ja", day=date(2026, 11, 5), **plan)  # type: ignore[arg-type]
    data = SPEC.blank_data(project) if whole.blank else SPEC.gather(project, only)
    document = draw_sheet(SPEC, data, sheet_job(SPEC, whole, project), whole.tile)
    pdf = document.pdf_bytes()
    count = len(document.pages)
    return ["".join(raster.page_text(pdf, number).split()) for number in range(count)]


def first(project: Project) -> DeepDive:
    return actions.ordered_dives(project)[0]


def test_one_sheet_tells_number_votes_and_joined_ideas_on_one_page(project):
    [page] = pages(project, only=first(project).id)
    for words in ("12", "8票（8人）", "31「仕切りのある相談席」を合わせて検討", "B班"):
        assert words in page
    assert "会社の掲示板にも案内をはりたい" in page


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_all_deep_dives_are_printed_in_the_order_of_presentation(project, paper, orientation):
    dives = actions.ordered_dives(project)
    actions.move_dive(project, dives[-1].id, 0)
    found = "".join(pages(project, paper=paper, orientation=orientation))
    titles = ["".join(dive.title.split()) for dive in actions.ordered_dives(project)]
    places = [found.index(title) for title in titles]
    assert places == sorted(places)


@pytest.mark.parametrize("count", [0, 1, 5, 6, 13])
def test_any_number_of_frames_has_its_place(project, count):
    dive = first(project)
    for frame in project.all(Frame, deep_dive_id=dive.id):
        with project.edit(msg("消す")):
            project.delete(frame)
    for made in add_frames(project, actions.owner(dive.id), ["場面"] * count) if count else ():
        with project.edit(msg("書く")):
            project.put(replace(made, caption=f"説明{made.position:.0f}番"))
    found = "".join(pages(project, only=dive.id))
    assert all(f"説明{number}番" in found for number in range(count))
    assert ("流れ" in found) is bool(count)


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_what_is_too_much_goes_on_overleaf_and_nothing_is_lost(project, paper):
    dive = first(project)
    full = replace(
        dive,
        value="長い価値です。" * 300,
        people="\n".join(f"人{number}番目の係" for number in range(60)),
        worries=tuple(
            Worry(worry=f"心配{number}番", answer=f"答え{number}番") for number in range(40)
        ),
        comments=tuple(f"意見{number}番です" for number in range(120)),
    )
    with project.edit(msg("長い")):
        project.put(full)
    found = "".join(pages(project, only=dive.id, paper=paper))
    assert found.count("長い価値です。") >= 298
    assert all(f"人{number}番目の係" in found for number in range(60))
    assert all(f"心配{n}番" in found and f"答え{n}番" in found for n in range(40))
    assert all(f"意見{number}番です" in found for number in range(120))


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_the_empty_sheet_is_one_page_with_five_frames_to_draw_in(project, paper, orientation):
    [page] = pages(project, blank=True, paper=paper, orientation=orientation)
    for words in ("案の番号", "だれの、どの困りごと", "流れ", "必要な決まり", "心配", "質問と意見"):
        assert words in page


def test_a_vote_that_runs_again_is_not_told(project):
    from servicedesign.model import VoteRound, VoteStatus

    for round_ in project.all(VoteRound):
        with project.edit(msg("開き直す")):
            project.put(replace(round_, status=VoteStatus.OPEN))
    assert "8票" not in "".join(pages(project, only=first(project).id))


def test_nothing_is_gathered_where_there_is_nothing(project):
    for dive in project.all(DeepDive):
        actions.delete_dive(project, dive.id)
    assert gather_sheet(SPEC, project, blank=False) is None
