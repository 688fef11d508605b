"""One edit is one transaction, one step, one message."""

from __future__ import annotations

from dataclasses import replace

import pytest

from servicedesign.model import Board, Link, Note, Persona, ProjectError, ProjectInfo, Relation, msg
from servicedesign.store import ChangeSet, Project, WriteOutsideEdit, open_project


def add(project: Project, *records: object) -> None:
    with project.edit(msg("加える")):
        for record in records:
            project.put(record)  # type: ignore[arg-type]


def heard(project: Project) -> list[ChangeSet]:
    news: list[ChangeSet] = []
    project.subscribe(news.append)
    return news


def test_an_edit_is_published_once_and_is_in_the_file(project: Project) -> None:
    news = heard(project)
    board = Board(title="案")
    add(project, board, Note(board_id=board.id, number=1), Note(board_id=board.id, number=2))
    assert len(news) == 1
    assert [change.kind for change in news[0].changes] == ["board", "note", "note"]
    project.close()
    with open_project(project.path) as again:
        assert again.get(Board, board.id) == board
        assert len(again.all(Note, board_id=board.id)) == 2


def test_a_write_outside_an_edit_is_a_fault(project: Project) -> None:
    with pytest.raises(WriteOutsideEdit):
        project.put(Persona())
    with pytest.raises(WriteOutsideEdit):
        project.delete(project.info)


def test_an_exception_takes_the_whole_edit_back(project: Project) -> None:
    persona = Persona(name="花子")
    add(project, persona)
    before, news = project.dump(), heard(project)

    def fail() -> None:
        with project.edit(msg("失敗")):
            project.put(replace(persona, name="太郎"))
            project.put(Persona(name="二人目"))
            project.delete(persona)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert project.dump() == before
    assert news == []
    assert len(project.all(Persona)) == 1
    project.undo()
    assert project.all(Persona) == ()


def test_an_edit_reads_what_it_wrote(project: Project) -> None:
    with project.edit(msg("書いて読む")):
        persona = Persona(name="花子")
        project.put(persona)
        assert project.all(Persona) == (persona,)
        project.delete(persona)
        assert project.all(Persona) == ()


def test_an_edit_that_changes_nothing_makes_no_step(project: Project) -> None:
    persona = Persona()
    add(project, persona)
    news = heard(project)
    with project.edit(msg("何もしない")):
        project.put(persona)
        extra = Persona()
        project.put(extra)
        project.delete(extra)
    assert news == []
    assert str(project.undo_label) == "加える"


def test_an_inner_edit_is_part_of_the_outer_one(project: Project) -> None:
    news = heard(project)

    def fail() -> None:
        with project.edit(msg("内")):
            project.put(Persona(name="二"))
            raise ZeroDivisionError

    with project.edit(msg("外")):
        add(project, Persona(name="一"))
        with pytest.raises(ZeroDivisionError):
            fail()
        add(project, Persona(name="三"))
    assert [str(n.label) for n in news] == ["外"]
    assert sorted(p.name for p in project.all(Persona)) == ["一", "三"]
    project.undo()
    assert project.all(Persona) == ()


def test_deleting_a_record_deletes_its_links_in_the_same_step(project: Project) -> None:
    one, two = Persona(name="一"), Persona(name="二")
    link = Link(
        source_kind="persona", source_id=one.id, source_field="dream",
        target_kind="persona", target_id=two.id, relation=Relation.CAME_FROM,
    )  # fmt: skip
    add(project, one, two, link)
    assert project.links_from(one.id, Relation.CAME_FROM, "dream") == (link,)
    assert project.links_from(one.id, Relation.EVIDENCE) == ()
    assert project.links_to(two.id) == (link,)
    with project.edit(msg("消す")):
        project.delete(two)
    assert project.all(Link) == ()
    project.undo()
    assert project.links_to(two.id) == (link,)


def test_a_record_that_others_need_is_not_deleted(project: Project) -> None:
    board = Board()
    add(project, board, Note(board_id=board.id))
    before = project.dump()
    with pytest.raises(ProjectError, match="付箋"), project.edit(msg("消す")):
        project.delete(board)
    assert project.dump() == before


def test_a_reference_to_nothing_is_refused(project: Project) -> None:
    gone = Board()
    with pytest.raises(ProjectError, match="ボード"), project.edit(msg("貼る")):
        project.put(Note(board_id=gone.id))
    with pytest.raises(ProjectError), project.edit(msg("つなぐ")):
        project.put(
            Link(source_kind="note", source_id=gone.id, target_kind="board", target_id=gone.id)
        )
    assert len(project.dump()["records"]) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        Persona(name="\x00"),
        Persona(name="\ud800"),
        Persona(age=-1),
        Persona(age="12"),  # type: ignore[arg-type]
        Persona(name="あ" * 200_001),
        Persona(id="1"),
    ],
)
def test_a_value_that_could_not_be_read_back_is_refused(project: Project, wrong: Persona) -> None:
    with pytest.raises(ProjectError), project.edit(msg("書く")):
        project.put(wrong)
    assert project.all(Persona) == ()


def test_ten_thousand_characters_and_markup_are_kept_as_they_are(project: Project) -> None:
    for wanted in ("長" * 10_000, "<b>A‹B社", "𠮷葛󠄀😀", "'; DROP TABLE persona; --"):
        persona = Persona(name=wanted)
        add(project, persona)
        assert project.get(Persona, persona.id).name == wanted


def test_records_come_by_position(project: Project) -> None:
    third, first, second = Board(position=3), Board(position=1), Board(position=2)
    add(project, third, first, second)
    assert project.all(Board) == (first, second, third)
    assert project.find_any(first.id) == first
    assert project.find(Persona, first.id) is None
    with pytest.raises(KeyError):
        project.get(Persona, first.id)


def test_every_view_hears_although_one_fails(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_news: ChangeSet) -> None:
        raise ZeroDivisionError

    unsubscribe = project.subscribe(fails)
    news = heard(project)
    add(project, Persona())
    assert len(news) == 1
    assert "a subscriber failed" in caplog.text
    unsubscribe()
    unsubscribe()


def test_an_edit_made_by_a_view_is_heard_after_the_one_it_answers(project: Project) -> None:
    def answer(news: ChangeSet) -> None:
        if str(news.label) == "加える":
            with project.edit(msg("答える")):
                project.put(Board())

    project.subscribe(answer)
    news = heard(project)
    add(project, Persona())
    assert [str(n.label) for n in news] == ["加える", "答える"]


def test_the_id_of_one_kind_is_never_used_for_another(project: Project) -> None:
    persona = Persona()
    add(project, persona)
    with pytest.raises(ValueError, match="persona"), project.edit(msg("取り違え")):
        project.put(Board(id=persona.id))


def test_a_project_keeps_its_one_project_record(project: Project) -> None:
    with pytest.raises(ValueError, match="one ProjectInfo"), project.edit(msg("消す")):
        project.delete(project.info)
    with pytest.raises(ValueError, match="one ProjectInfo"), project.edit(msg("加える")):
        project.put(ProjectInfo())
    with project.edit(msg("名前を変える")):
        project.put(replace(project.info, service_name="別の名前"))
    assert project.info.service_name == "別の名前"


def test_a_name_that_no_file_can_hold_does_not_stop_the_edit(project: Project) -> None:
    with project.edit(msg("{name}を消す", name="花\ud800子\x00" + "あ" * 5_000)):
        project.put(Persona(name="花子"))
    project.close()
    with open_project(project.path) as again:
        assert str(again.undo_label).startswith("花子あ")
        assert len(str(again.undo_label)) < 1_100


def test_an_edit_that_can_never_be_written_is_taken_back_and_the_next_one_is_kept(
    project: Project,
) -> None:
    with pytest.raises(UnicodeEncodeError), project.edit(msg("書く"), merge="\ud800"):
        project.put(Persona(name="花子"))
    assert project.all(Persona) == ()
    assert project.pending == ()
    with project.edit(msg("書く")):
        project.put(Persona(name="太郎"))
    assert [persona.name for persona in project.all(Persona)] == ["太郎"]
