"""Templates of one's own: the frame of the work comes along, people and content never."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from support.projects import Shelf

from servicedesign.cli import main
from servicedesign.exchange.masking import name_masker
from servicedesign.exchange.own_templates import (
    delete_template,
    keep_template,
    rename_template,
    template_records,
)
from servicedesign.exchange.template_files import FORMAT, MAX_BYTES, read_shelf, template_folder
from servicedesign.exchange.template_parts import Part, parts_of
from servicedesign.exchange.templates import create_from_template
from servicedesign.model import (
    AgendaItem,
    Answer,
    Board,
    Cell,
    Group,
    Interview,
    JourneyMap,
    Lane,
    Note,
    Participant,
    Persona,
    Phase,
    PrincipleCheck,
    PrincipleEdition,
    PrincipleItem,
    PrintSet,
    ProjectError,
    msg,
)
from servicedesign.model.project import PrintChoice
from servicedesign.store import open_project

DAY = date(2026, 11, 24)
NAME = "みどり野町の半日"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    return Shelf(tmp_path_factory.mktemp("projects"))


@pytest.fixture
def full(shelf):
    with shelf.open("single-parent", "ja", read_only=True) as project:
        yield project


def begun(tmp_path, name=NAME):
    return create_from_template(tmp_path / "new.sdproj", name, "ja", lambda: DAY, "図書館")


def texts_of(project):
    return json.dumps(project.dump(), ensure_ascii=False)


def test_a_new_project_has_the_frame_of_the_old_one(full, tmp_path):
    keep_template(full, NAME, "3班で使う", list(Part))
    with begun(tmp_path) as project:
        assert [item.title for item in project.all(AgendaItem)] == [
            item.title for item in full.all(AgendaItem)
        ]
        assert {group.name for group in project.all(Group)} == {g.name for g in full.all(Group)}
        assert len(project.all(JourneyMap)) == len(full.all(JourneyMap))
        assert len(project.all(Phase)) == len(full.all(Phase))
        assert len(project.all(Lane)) == len(full.all(Lane))
        assert len(project.all(Board)) == len(full.all(Board))
        (edition,) = project.all(PrincipleEdition)
        assert edition.current
        assert len(project.all(PrincipleItem)) == 12
        assert project.info.service_name == "図書館"
        assert project.info.period_start == DAY.isoformat()
        assert project.undo_label is None
        assert project.check() == ()


def test_nothing_that_was_written_and_nobody_comes_along(full, tmp_path):
    kept = keep_template(full, NAME, "", list(Part))
    people = [person.name for person in full.all(Participant)]
    people += [person.affiliation for person in full.all(Participant)]
    people += [persona.name for persona in full.all(Persona)]
    with begun(tmp_path) as project:
        for cls in (Participant, Persona, Interview, Note, Cell):
            assert project.all(cls) == ()
        assert {check.answer for check in project.all(PrincipleCheck)} == {Answer.UNSET}
        for text in (texts_of(project), kept.path.read_text("utf-8")):
            assert [name for name in people if name and name in text] == []


def test_who_does_a_step_comes_along_only_as_a_role(full, tmp_path, shelf):
    project = open_project(full.copy_to(tmp_path / "copy.sdproj"))
    roles = {item.who for item in project.all(AgendaItem)}
    assert {"各班", "中原"} <= roles
    with project.edit(msg("変える")):
        project.put(AgendaItem(title="あいさつ", who="町長 山田 太郎", position=-1))
    keep_template(project, NAME, "", [Part.AGENDA])
    project.close()
    with begun(tmp_path) as made:
        first, *rest = made.all(AgendaItem)
        assert first.who == ""
        assert {item.who for item in rest} == {"", "全員", "各班", "各自"}


def test_names_are_taken_out_of_sentences_and_words_that_only_look_like_them_stay():
    mask = name_masker(["佐野 美咲", "Misaki Sano", "森", "", "山本"])
    assert (
        mask("佐野美咲さんと佐野 美咲を、美咲さんの目で見る")
        == "〇〇さんと〇〇を、〇〇さんの目で見る"
    )
    assert mask("山本周五郎を読む。森さん、森林") == "山本周五郎を読む。森さん、森林"
    assert mask("Sano and Sanoma") == "〇〇 and Sanoma"


def test_names_of_one_character_are_taken_out_where_they_are_spoken_of_as_a_person():
    mask = name_masker(["林 太郎", "森　学", "J Sato"])
    assert mask("林太郎が、林 太郎と、林さんに聞く") == "〇〇が、〇〇と、〇〇さんに聞く"
    assert (
        mask("森 学と森学さんは、森学園の小林さんを知る")
        == "〇〇と〇〇さんは、森学園の小林さんを知る"
    )
    assert mask("J Sato, J and Sato") == "〇〇, J and 〇〇"


def test_maps_that_belong_together_still_do_and_boards_lie_on_them(full, tmp_path):
    keep_template(full, NAME, "", [Part.MAPS, Part.BOARDS])
    with begun(tmp_path) as project:
        ids = {journey.id for journey in project.all(JourneyMap)}
        assert ids.isdisjoint(journey.id for journey in full.all(JourneyMap))
        linked = [j.counterpart_id for j in project.all(JourneyMap) if j.counterpart_id]
        assert len(linked) == sum(bool(j.counterpart_id) for j in full.all(JourneyMap))
        assert set(linked) <= ids
        assert all(journey.persona_id is None for journey in project.all(JourneyMap))


def test_a_board_without_its_map_lies_on_nothing(full, tmp_path):
    keep_template(full, NAME, "", [Part.BOARDS])
    with begun(tmp_path) as project:
        assert {board.journey_map_id for board in project.all(Board)} == {None}
        assert "journey" not in {board.frame.value for board in project.all(Board)}


def test_a_print_set_comes_along_whole(full, tmp_path):
    project = open_project(full.copy_to(tmp_path / "copy.sdproj"))
    choices = (PrintChoice(sheet="journey-map", copies=3, paper="A3", blank=True),)
    with project.edit(msg("変える")):
        project.put(PrintSet(title="会場に持っていく", choices=choices))
    assert Part.PRINT_SETS in parts_of(project)
    keep_template(project, NAME, "", [Part.PRINT_SETS])
    project.close()
    with begun(tmp_path) as made:
        assert choices in [one.choices for one in made.all(PrintSet)]


def test_without_the_principles_a_new_project_gets_those_of_the_program(full, tmp_path):
    keep_template(full, NAME, "", [Part.AGENDA])
    with begun(tmp_path) as project:
        assert len(project.all(PrincipleItem)) == 12
        assert project.all(JourneyMap) == ()


def test_two_projects_of_one_template_share_no_ids(full):
    kept = keep_template(full, NAME, "", list(Part))
    one, two = ({record.id for record in template_records(kept)} for _ in range(2))
    assert one.isdisjoint(two)


def test_an_empty_project_offers_only_what_it_has(shelf):
    with shelf.open("empty", "ja", read_only=True) as project:
        assert list(parts_of(project)) == [Part.PRINCIPLES]


# Names, renaming, deleting ------------------------------------------------------------------------


def test_a_template_of_the_same_name_is_replaced(full):
    keep_template(full, NAME, "古い", [Part.AGENDA])
    keep_template(full, NAME, "新しい", [Part.GROUPS])
    (only,) = read_shelf().templates
    assert only.summary == "新しい"
    assert {record.KIND for record in template_records(only)} == {"group"}


@pytest.mark.parametrize("name", ["", "  \n ", "half-day", "白紙から"])
def test_a_template_needs_a_name_of_its_own(full, name):
    with pytest.raises(ProjectError):
        keep_template(full, name, "", [Part.AGENDA])
    assert not template_folder().exists()


@pytest.mark.parametrize(
    "name", ["../../外", "a/b\\c", "CON", "・・・", "😀", "x" * 500, ".", "a\x00b"]
)
def test_any_name_makes_one_file_in_the_folder(full, name, tmp_path):
    keep_template(full, name, "", [Part.AGENDA])
    (only,) = read_shelf().templates
    assert only.path.parent == template_folder()
    assert len(only.path.name.encode()) < 255
    assert [path.parent for path in tmp_path.rglob("*.json")] == [template_folder()]


def test_two_names_that_make_one_file_name_are_two_templates(full):
    keep_template(full, "a/b", "", [Part.AGENDA])
    keep_template(full, "a?b", "", [Part.AGENDA])
    assert [one.title for one in read_shelf().templates] == ["a/b", "a?b"]


def test_a_template_is_renamed_and_keeps_what_is_in_it(full):
    kept = keep_template(full, NAME, "", [Part.AGENDA])
    keep_template(full, "ほか", "", [Part.AGENDA])
    before = [record.title for record in template_records(kept)]
    with pytest.raises(ProjectError):
        rename_template(kept, "ほか", "")
    renamed = rename_template(kept, "丸一日", "10人まで")
    assert [one.title for one in read_shelf().templates] == ["ほか", "丸一日"]
    assert [record.title for record in template_records(renamed)] == before


def test_a_template_is_deleted_once_and_for_all(full):
    kept = keep_template(full, NAME, "", [Part.AGENDA])
    delete_template(kept)
    delete_template(kept)
    assert read_shelf().templates == ()


def test_a_folder_that_cannot_be_written_is_told(full, personal_folder):
    personal_folder.mkdir(parents=True)
    template_folder().write_text("no folder")
    with pytest.raises(ProjectError):
        keep_template(full, NAME, "", [Part.AGENDA])
    assert read_shelf().templates == ()


# Files that are none ------------------------------------------------------------------------------


def put(name: str, plain: object) -> Path:
    folder = template_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    data = plain if isinstance(plain, bytes) else json.dumps(plain, ensure_ascii=False).encode()
    path.write_bytes(data)
    return path


def template(**changes: object) -> dict[str, object]:
    return {
        "format": FORMAT,
        "version": 1,
        "title": "よその町",
        "summary": "",
        "records": {},
    } | changes


NO_HEAD = {
    "empty": b"",
    "text": "ひな形".encode("shift_jis"),
    "deep": b"[" * 100_000,
    "number": b'{"format": ' + b"9" * 5_000 + b"}",
    "list": [],
    "foreign": {"format": "servicedesign"},
    "newer": template(version=2),
    "true": template(version=True),
    "no name": template(title="  "),
    "turned name": template(title="よその\u202e町"),
    "long name": template(title="町" * 81),
    "name of two lines": template(title="町\n村"),
    "no line": template(summary=7),
    "large": b" " * (MAX_BYTES + 1),
}


@pytest.mark.parametrize("fault", NO_HEAD)
def test_a_broken_file_is_told_of_and_passed_over(full, fault):
    keep_template(full, NAME, "", [Part.AGENDA])
    put("broken.json", NO_HEAD[fault])
    found = read_shelf()
    assert [one.title for one in found.templates] == [NAME]
    (told,) = found.broken
    assert "broken.json" in str(told.what)


def test_what_is_no_file_is_passed_over(full):
    keep_template(full, NAME, "", [Part.AGENDA])
    (template_folder() / "folder.json").mkdir()
    (template_folder() / "note.txt").write_text("…")
    found = read_shelf()
    assert [one.title for one in found.templates] == [NAME]
    assert len(found.broken) == 1


PHASE = {
    "id": "01a229c0-5400-7b88-ab6e-eb1b2216e588",
    "map_id": "01a229c0-5400-7b88-ab6e-eb1b2216e589",
}
GROUP = {"id": "01a229c0-5400-7b88-ab6e-eb1b2216e588", "name": "うみ班"}
HOSTILE = {
    "people": {"participant": [{"id": GROUP["id"], "name": "山田 太郎"}]},
    "a project": {"project": [{"id": GROUP["id"], "service_name": "…"}]},
    "a link": {"link": []},
    "no list": {"group": {}},
    "unknown field": {"group": [GROUP | {"run": "…"}]},
    "wrong type": {"group": [GROUP | {"name": 7}]},
    "wrong choice": {"group": [GROUP | {"colour": "black"}]},
    "no id": {"group": [{"name": "うみ班"}]},
    "id used twice": {"group": [GROUP, GROUP]},
    "loose part": {"phase": [PHASE]},
    "part of another kind": {"group": [GROUP | {"id": PHASE["map_id"]}], "phase": [PHASE]},
    "control characters": {"group": [GROUP | {"name": "うみ\u202e班"}]},
    "too many": {"group": [{"id": GROUP["id"]}] * 20_001},
    "not there": None,
}


@pytest.mark.parametrize("fault", HOSTILE)
def test_a_template_that_holds_what_it_may_not_is_refused_and_makes_no_file(fault, tmp_path):
    put("hostile.json", template(records=HOSTILE[fault]))
    with pytest.raises(ProjectError, match=r"hostile\.json"):
        begun(tmp_path, "よその町")
    assert not (tmp_path / "new.sdproj").exists()


def test_a_key_that_stands_twice_is_refused(tmp_path):
    text = json.dumps(template())[:-1] + ', "records": {}}'
    put("twice.json", text.encode())
    with pytest.raises(ProjectError, match=r"twice\.json"):
        begun(tmp_path, "よその町")


def test_a_reference_to_another_kind_makes_no_file(tmp_path):
    item = {"id": PHASE["map_id"], "title": "…", "persona_id": None}
    odd = {"id": PHASE["id"], "map_id": PHASE["map_id"], "stage_of_id": PHASE["map_id"]}
    put("odd.json", template(records={"journey_map": [item], "phase": [odd]}))
    with pytest.raises(ProjectError):
        begun(tmp_path, "よその町")
    assert not (tmp_path / "new.sdproj").exists()


def test_what_a_hand_wrote_into_fields_that_are_not_taken_begins_anew(tmp_path):
    put("by-hand.json", template(records={"group": [GROUP | {"note": "山田さんは遅れる"}]}))
    with begun(tmp_path, "よその町") as project:
        (group,) = project.all(Group)
        assert (group.name, group.note) == ("うみ班", "")


# The command line ---------------------------------------------------------------------------------


def run(capsys, *words: object) -> tuple[int, str, str]:
    status = main([str(word) for word in words], lambda *_: 0)
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_command_line_begins_with_a_kept_template(full, tmp_path, capsys):
    keep_template(full, NAME, "", [Part.GROUPS])
    path = tmp_path / "cli.sdproj"
    assert run(capsys, "new", path, "--template", NAME)[0] == 0
    with open_project(path) as project:
        assert len(project.all(Group)) == 3


def test_an_unknown_template_is_answered_with_those_there_are(full, tmp_path, capsys):
    keep_template(full, NAME, "", [Part.GROUPS])
    status, _, told = run(capsys, "new", tmp_path / "cli.sdproj", "--template", "三日間")
    assert status == 2
    assert all(name in told for name in ("half-day", "two-day", "blank", NAME))
    assert not (tmp_path / "cli.sdproj").exists()


def test_the_list_names_every_template_and_tells_of_broken_files(full, capsys):
    keep_template(full, NAME, "3班で使う", [Part.GROUPS])
    put("broken.json", b"")
    status, listed, told = run(capsys, "templates")
    assert status == 0
    lines = listed.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["half-day", "two-day", "blank", NAME]
    assert lines[-1].endswith("3班で使う")
    assert "broken.json" in told
