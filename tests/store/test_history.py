"""Steps are taken back and made again, also after closing, and keystrokes are one step."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import records as made_up

from servicedesign.model import RECORDS, Message, Persona, ProjectError, msg
from servicedesign.store import Project, create_project, open_project
from servicedesign.store import history as history_module
from servicedesign.store.history import read_label, write_label


def write_field(project: Project, persona: Persona, text: str, key: str | None = "k") -> None:
    with project.edit(msg("家族構成を書く"), merge=key):
        project.put(replace(project.get(Persona, persona.id), household=text))


def a_persona(project: Project) -> Persona:
    persona = Persona(name="花子")
    with project.edit(msg("ペルソナを作る")):
        project.put(persona)
    return persona


class Clock:
    def __init__(self) -> None:
        self.time = 1_800_000_000.0

    def __call__(self) -> float:
        return self.time


def test_keystrokes_of_one_field_are_one_step(project: Project) -> None:
    persona = a_persona(project)
    news: list[bool] = []
    project.subscribe(lambda n: news.append(n.merged))
    for text in ("母", "母と", "母と子"):
        write_field(project, persona, text)
    assert news == [False, True, True]
    project.undo()
    assert project.get(Persona, persona.id).household == ""
    project.redo()
    assert project.get(Persona, persona.id).household == "母と子"


def test_keystrokes_are_apart_after_leaving_the_field_or_a_pause(
    new_project: Callable[..., Project],
) -> None:
    clock = Clock()
    project = new_project(now=clock)
    persona = a_persona(project)
    write_field(project, persona, "一")
    project.break_merge()
    write_field(project, persona, "二")
    clock.time += 61
    write_field(project, persona, "三")
    write_field(project, persona, "四", key="other")
    write_field(project, persona, "五", key=None)
    write_field(project, persona, "六", key=None)
    clock.time -= 86_400
    write_field(project, persona, "七")
    values = []
    while project.undo():
        found = project.find(Persona, persona.id)
        values.append(found.household if found else None)
    assert values == ["六", "五", "四", "三", "二", "一", "", None]


def test_keystrokes_are_apart_after_undo_and_after_reopening(project: Project) -> None:
    persona = a_persona(project)
    write_field(project, persona, "一")
    project.undo()
    project.redo()
    write_field(project, persona, "二")
    project.close()
    with open_project(project.path) as again:
        write_field(again, persona, "三")
        again.undo()
        assert again.get(Persona, persona.id).household == "二"
        again.undo()
        assert again.get(Persona, persona.id).household == "一"


def test_typing_that_ends_where_it_began_leaves_no_step(project: Project) -> None:
    persona = a_persona(project)
    write_field(project, persona, "一")
    write_field(project, persona, "")
    assert str(project.undo_label) == "ペルソナを作る"
    project.undo()
    assert project.all(Persona) == ()


def test_history_survives_closing(project: Project) -> None:
    persona = a_persona(project)
    write_field(project, persona, "一")
    project.undo()
    project.close()
    with open_project(project.path) as again:
        assert str(again.undo_label) == "ペルソナを作る"
        assert str(again.redo_label) == "家族構成を書く"
        changes = again.redo()
        assert changes is not None
        assert changes.cause == "redo"
        assert again.get(Persona, persona.id).household == "一"
        assert again.redo() is None


def test_a_new_edit_drops_what_was_taken_back(project: Project) -> None:
    persona = a_persona(project)
    write_field(project, persona, "一")
    project.undo()
    write_field(project, persona, "二")
    assert project.redo_label is None
    project.close()
    with open_project(project.path) as again:
        assert again.redo() is None
        assert again.get(Persona, persona.id).household == "二"


def test_a_thousand_steps_are_kept_and_the_size_is_bounded(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_module, "_TRIM_SLACK", 5)
    monkeypatch.setattr(history_module, "KEPT_STEPS", 30)
    persona = a_persona(project)
    for number in range(50):
        write_field(project, persona, str(number), key=None)
    kept = 0
    while project.undo():
        kept += 1
    assert 30 <= kept <= 35
    assert history_module.KEPT_BYTES < 1 << 30


def test_large_steps_are_given_up_by_size(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_module, "KEPT_BYTES", 3_000)
    persona = a_persona(project)
    for number in range(8):
        write_field(project, persona, str(number), key=None)
    size = project.inside.connection.execute('SELECT sum(length("changes")) FROM "step"')
    assert size.fetchone()[0] <= 4_500
    assert project.undo() is not None


def steps_in(project: Project) -> set[int]:
    rows = project.inside.connection.execute('SELECT "seq" FROM "step"').fetchall()
    return {row[0] for row in rows}


def test_old_steps_leave_the_file_while_it_stays_open(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_module, "_TRIM_SLACK", 5)
    monkeypatch.setattr(history_module, "KEPT_STEPS", 30)
    persona = a_persona(project)
    for number in range(150):
        write_field(project, persona, str(number), key=None)
        assert len(steps_in(project)) == len(project.inside.history) <= 35


def test_every_step_that_can_be_undone_is_in_the_file_after_large_ones_were_joined(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_module, "KEPT_BYTES", 6_000)
    persona = a_persona(project)
    for number in range(40):
        write_field(project, persona, f"{number}" * 150, key=None)
        for key in range(3):
            write_field(project, persona, f"{number}-{key}" * 200, key=f"one {number}")
        assert len(steps_in(project)) == len(project.inside.history)
    undone = 0
    while project.undo():
        undone += 1
    assert undone >= 3


def test_the_published_limit_is_a_thousand_steps_at_least() -> None:
    assert history_module.KEPT_STEPS >= 1_000


@pytest.mark.parametrize(
    "label",
    [
        msg("消す"),
        msg("{name}を消す", name="{x}"),
        msg("{what}を{n}件", what=msg("付箋"), n=3),
        Message("{", {}),
    ],
)
def test_labels_are_kept_as_messages(label: Message) -> None:
    assert read_label(write_label(label)) == label


@pytest.mark.parametrize(
    "hostile",
    [
        '{"text":"{a.__class__}","params":{"a":"x"}}',
        '{"text":"{a:>999999999}","params":{"a":"x"}}',
        '{"text":"{b}","params":{"a":"x"}}',
        '{"text":1}',
        "[" * 100_000,
        "no json",
        b"\xff",
        None,
    ],
)
def test_a_strangers_label_becomes_a_neutral_one(hostile: object) -> None:
    assert str(read_label(hostile)) == "変更"


def test_a_strangers_step_is_refused_and_nothing_changes(project: Project) -> None:
    persona = a_persona(project)
    project.close()
    hostile = [
        b"DROP TABLE persona",
        b"[]",
        b"[[1,2,3]]",
        b'[["persona","' + persona.id.encode() + b'",null,{"id":"x"}]]',
        b'[["project","' + project.info.id.encode() + b'",null,{"id":"x"}]]',
        b'[["persona","' + persona.id.encode() + b'",{"name":"x"},{"age":1}]]',
        b'[["persona","' + persona.id.encode() + b'",{"alien":1},{"alien":2}]]',
        b'[["persona","' + persona.id.encode() + b'",{"age":-1},{"age":null}]]',
        b'[["sqlite_schema","a",null,null]]',
        b"x\x9c" + b"0" * 40,
    ]
    for changes in hostile:
        raw = sqlite3.connect(project.path)
        raw.execute('UPDATE "step" SET "changes"=?, "undone"=0', (changes,))
        raw.commit()
        raw.close()
        with open_project(project.path) as again:
            before = again.dump()
            if changes == b"[]":
                again.undo()
            else:
                with pytest.raises(ProjectError):
                    again.undo()
            assert again.dump() == before


def test_a_broken_list_of_steps_and_versions_keeps_nothing_from_opening(project: Project) -> None:
    a_persona(project)
    project.name_version("一版")
    project.close()
    raw = sqlite3.connect(project.path)
    raw.execute(
        "UPDATE step SET label=CAST(x'ff' AS TEXT), merge_key=CAST(x'ff' AS TEXT), at='a', undone=x'00'"
    )
    raw.execute("UPDATE named_version SET title=CAST(x'ff' AS TEXT)")
    raw.execute("INSERT INTO blob VALUES (CAST(x'ff' AS TEXT), 'no bytes')")
    raw.commit()
    raw.close()
    with open_project(project.path) as again:
        assert str(again.redo_label or again.undo_label) == "変更"
        assert again.versions() == ()
        with again.edit(msg("続ける")):
            again.put(Persona())


def test_a_step_that_does_not_fit_the_content_is_refused(project: Project) -> None:
    persona = a_persona(project)
    project.close()
    raw = sqlite3.connect(project.path)
    raw.execute('UPDATE "persona" SET "name"=?', ("別人",))
    raw.commit()
    raw.close()
    with open_project(project.path) as again:
        with pytest.raises(ProjectError):
            again.undo()
        assert again.get(Persona, persona.id).name == "別人"


def _random_edit(project: Project, choose: random.Random) -> None:
    ids = made_up.ids_of(project)
    with project.edit(msg("手当たりしだい"), merge=choose.choice([None, None, "k"])):
        for _ in range(choose.randrange(1, 5)):
            kinds = [kind for kind in RECORDS if made_up.may_be_made(kind)]
            present = [r for found in project.records().values() for r in found]
            action = choose.random()
            if action < 0.6:
                record = made_up.record(choose.choice(kinds), choose, ids)
                if record is not None:
                    project.put(record)
                    ids.setdefault(record.KIND, []).append(record.id)
            elif action < 0.85:
                project.put(made_up.changed(choose.choice(present), choose, ids))
            else:
                gone = choose.choice(present)
                if made_up.may_be_made(gone.KIND):
                    project.delete(gone)
                    ids[gone.KIND] = [i for i in ids.get(gone.KIND, []) if i != gone.id]


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32))
def test_undoing_everything_gives_the_first_dump_and_redoing_the_last(
    tmp_path: Path, seed: int
) -> None:
    choose = random.Random(seed)
    path = tmp_path / f"{seed}.sdproj"
    path.unlink(missing_ok=True)
    project = create_project(path)
    try:
        first, dumps = project.dump(), []
        for _ in range(40):
            try:
                _random_edit(project, choose)
            except ProjectError:
                continue  # a rule was broken: the edit is gone
            dumps.append(project.dump())
        last = project.dump()
        project.close()
        project = open_project(path)
        assert project.notices == ()
        assert project.dump() == last
        while project.undo():
            assert not project.notices
        assert project.dump() == first
        while project.redo():
            pass
        assert project.dump() == last
    finally:
        project.close()
        path.unlink()
