"""Templates: a new project is ready to work with."""

import json
from datetime import date

import pytest

from servicedesign.exchange.beginnings import TEMPLATES
from servicedesign.exchange.templates import create_from_template
from servicedesign.locations import RESOURCES
from servicedesign.model import AgendaItem, PrincipleCheck, PrincipleEdition, PrincipleItem
from servicedesign.model.ids import is_id
from servicedesign.model.principles import Answer
from servicedesign.tools.agenda.timetable import plan_days

IDS = [template.id for template in TEMPLATES]
DAY = date(2026, 11, 24)


def create(tmp_path, template_id, lang="ja", name=""):
    path = tmp_path / f"{template_id}-{lang}.sdproj"
    return create_from_template(path, template_id, lang, lambda: DAY, service_name=name)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("template_id", IDS)
def test_every_new_project_has_the_edition_of_2019_unanswered(tmp_path, template_id, lang):
    project = create(tmp_path, template_id, lang, "図書館")
    (edition,) = project.all(PrincipleEdition)
    assert edition.date == "2019-12-20"
    assert edition.current
    assert len(project.all(PrincipleItem)) == 12
    for item in project.all(PrincipleItem):
        checks = project.all(PrincipleCheck, item_id=item.id)
        assert 2 <= len(checks) <= 3
        assert {check.answer for check in checks} == {Answer.UNSET}
    assert project.info.service_name == "図書館"
    assert project.info.period_start == "2026-11-24"
    assert project.undo_label is None
    project.close()


@pytest.mark.parametrize(
    ("template_id", "days", "pauses"), [("half-day", [780], 0), ("two-day", [570, 570], 1)]
)
def test_the_agenda_runs_without_gaps_but_lunch(tmp_path, template_id, days, pauses):
    project = create(tmp_path, template_id)
    plans = plan_days(project.all(AgendaItem))
    assert [plan.begin for plan in plans] == days
    for plan in plans:
        assert plan.end == 16 * 60 + 30
        gaps = [(slot.begin, slot.gap) for slot in plan.slots if slot.gap]
        assert gaps == [(13 * 60, 60)] * pauses
    project.close()


def test_the_agendas_are_those_of_the_method(tmp_path):
    expected = {
        "half-day": [[10, 15, 20, 45, 10, 10, 10, 20, 10, 10, 25, 15, 10, 0]],
        "two-day": [
            [20, 20, 40, 10, 60, 80, 10, 30, 20, 40, 30, 0],
            [10, 20, 40, 10, 25, 15, 30, 45, 55, 10, 35, 20, 30, 15, 0],
        ],
    }
    for template_id, days in expected.items():
        project = create(tmp_path, template_id)
        plans = plan_days(project.all(AgendaItem))
        assert [[slot.item.minutes for slot in plan.slots] for plan in plans] == days
        project.close()


def test_a_blank_project_has_no_agenda(tmp_path):
    project = create(tmp_path, "blank")
    assert project.all(AgendaItem) == ()
    project.close()


def test_two_projects_of_one_template_share_no_ids(tmp_path):
    one, two = (create(tmp_path, "half-day", lang) for lang in ("ja", "en"))
    ids = [{item.id for item in project.all(AgendaItem)} for project in (one, two)]
    assert not ids[0] & ids[1]
    assert all(is_id(i) for i in ids[0])
    one.close()
    two.close()


def test_an_unknown_template_is_a_fault_of_the_caller(tmp_path):
    with pytest.raises(KeyError):
        create(tmp_path, "three-day")


def test_the_draft_of_2017_differs_in_two_titles():
    draft, decided = (
        json.loads((RESOURCES / "principles" / f"{name}.json").read_text("utf-8"))["items"]
        for name in ("2017-05-30", "2019-12-20")
    )
    other = [a["number"] for a, b in zip(draft, decided, strict=True) if a["title"] != b["title"]]
    assert other == [6, 12]
    assert draft[5]["title"]["ja"] == "デジタル技術を徹底的に活用する"
    assert draft[11]["title"]["ja"] == "システムではなくサービスを作る"
