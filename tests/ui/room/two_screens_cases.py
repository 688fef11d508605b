"""What holds with a laptop and a projector; run by ``test_two_screens`` on two screens."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.projects import Shelf, now
from support.room import picture, said, same

from servicedesign.model import (
    Ballot,
    BallotVote,
    BallotWay,
    Board,
    Note,
    Participant,
    Persona,
    VoteRound,
    VoteStatus,
    msg,
)
from servicedesign.store import Project, open_project
from servicedesign.tools.persona import actions
from servicedesign.ui.room.audience import RoomState
from servicedesign.ui.screens import Stage, set_stage
from servicedesign.ui.settings import Settings
from servicedesign.ui.widgets.button_base import ButtonBase

SIZE = (1000, 700)
VOTES = "9876"
"""Votes of one idea while people vote: a number that stands nowhere else."""


def laptop_and_projector() -> tuple[Any, Any]:
    first, second = QGuiApplication.screens()
    return first, second


def copied(shelf: Shelf, path: Path) -> Project:
    shutil.copy(shelf.path("single-parent", "ja"), path)
    return open_project(path)


@pytest.fixture(scope="module")
def shared(
    shelf: Shelf, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    """One window for all cases: each leaves it as it found it, see ``stage``."""
    folder = tmp_path_factory.mktemp("shared")
    settings = Settings(folder / "settings.json")
    settings.set("folder", str(folder))
    settings.set("preview_shown", False)
    project = copied(shelf, folder / "会議.sdproj")
    made = set_stage(qapp, project, lang="ja", size=SIZE, clock=now, settings=settings)
    yield made
    made.close()
    project.close(discard=True)


@pytest.fixture
def stage(shared: Stage, qapp: QApplication) -> Iterator[Stage]:
    """The window on the laptop, with the persona in view and nothing on the projector."""
    laptop, _ = laptop_and_projector()
    shared.window.setScreen(laptop)
    shared.window.resize(*SIZE)
    shared.window.move(0, 0)
    shared.window.activateWindow()
    shared.workspace.show_view("persona")
    settle(shared)
    yield shared
    shared.window.room().show_choice("")
    if shared.workspace.audience().is_on():
        shared.window.commands().run("audience")
    shared.workspace.flush()
    while shared.workspace.project.undo() is not None:
        pass
    settle(shared)


def settle(stage: Stage) -> None:
    """Let what was asked for be done; no preview is shown here that would take longer."""
    for _ in range(8):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.01)
    if stage._busy():
        stage.settle()


def first_persona(stage: Stage) -> Persona:
    project = stage.workspace.project
    return next(one for one in project.all(Persona) if one.chosen)


def rename(stage: Stage, name: str) -> None:
    actions.write_field(stage.workspace.project, first_persona(stage).id, "name", name)
    settle(stage)


def show(stage: Stage) -> Any:
    stage.window.commands().run("audience")
    settle(stage)
    return stage.workspace.audience()


# Where it stands ----------------------------------------------------------------------------------


def test_one_key_fills_the_second_screen_and_the_keys_stay_with_the_facilitator(
    stage: Stage,
) -> None:
    _, projector = laptop_and_projector()
    stage.window.activateWindow()
    QTest.keyClick(stage.window, Qt.Key.Key_F5)
    settle(stage)
    window = stage.workspace.audience().window()
    assert window is not None
    assert window.isFullScreen()
    assert window.geometry() == projector.geometry()
    assert stage.workspace.audience().page().size() == projector.size()
    assert QApplication.activeWindow() is stage.window
    QTest.keyClick(stage.window, Qt.Key.Key_F5)
    assert not window.isVisible()
    assert stage.workspace.audience().state() is RoomState.OFF


def test_it_goes_to_the_screen_on_which_the_facilitator_is_not(stage: Stage) -> None:
    laptop, projector = laptop_and_projector()
    stage.window.setScreen(projector)
    stage.window.setGeometry(projector.geometry().adjusted(100, 100, -900, -300))
    settle(stage)
    audience = show(stage)
    assert audience.window().geometry() == laptop.geometry()


@pytest.mark.parametrize("way", ["follows", "frozen", "held", "black"])
def test_the_cable_is_pulled_and_it_comes_back_without_covering_the_facilitator(
    stage: Stage, way: str, qapp: QApplication
) -> None:
    _, projector = laptop_and_projector()
    stage.window.setGeometry(0, 40, 820, 700)
    settle(stage)
    audience = show(stage)
    if way == "held":
        stage.window.room().show_choice("rules")
    elif way != "follows":
        stage.window.commands().run("audience_freeze" if way == "frozen" else "audience_black")
    settle(stage)
    still, page = audience.window().still(), audience.page()
    qapp.screenRemoved.emit(projector)
    settle(stage)
    window = audience.window()
    assert not window.isFullScreen()
    assert window.isVisible()
    assert not window.geometry().intersects(stage.window.frameGeometry())
    assert stage.window.screen().geometry().contains(window.geometry())
    assert window.width() * 9 // 16 == pytest.approx(window.height(), abs=1)
    assert "外れました" in stage.workspace.toast_widget().text()
    assert audience.state() is RoomState(way)
    assert (window.still(), audience.page()) == (still, page)
    if page is not None:
        assert page.size() == window.size()
    assert QApplication.activeWindow() is stage.window


def test_where_no_place_is_free_it_stands_behind(stage: Stage, qapp: QApplication) -> None:
    laptop, projector = laptop_and_projector()
    stage.window.setGeometry(laptop.geometry())
    settle(stage)
    audience = show(stage)
    qapp.screenRemoved.emit(projector)
    settle(stage)
    assert audience.window().isVisible()
    assert "後ろ" in stage.workspace.toast_widget().text()


def test_a_screen_that_goes_elsewhere_changes_nothing(stage: Stage, qapp: QApplication) -> None:
    laptop, projector = laptop_and_projector()
    audience = show(stage)
    before = audience.window().geometry()
    qapp.screenRemoved.emit(laptop)
    settle(stage)
    assert audience.window().isFullScreen()
    assert audience.window().geometry() == before == projector.geometry()


def test_what_is_said_to_be_on_screen_follows_the_page_that_is_held(stage: Stage) -> None:
    audience = show(stage)
    stage.window.commands().run("audience")
    stage.window.commands().run("audience_view")
    settle(stage)
    assert audience.state() is RoomState.HELD
    rename(stage, "別の名のひと")
    assert "別の名のひと" in audience.window().accessibleDescription()
    assert "別の名" in stage.workspace.top_bar().room_button.accessibleName()


def test_a_screen_that_appears_is_offered_and_taken_when_wanted(
    stage: Stage, qapp: QApplication
) -> None:
    _, projector = laptop_and_projector()
    audience = show(stage)
    audience.move()
    settle(stage)
    assert not audience.window().isFullScreen()
    qapp.screenAdded.emit(projector)
    settle(stage)
    toast = stage.workspace.toast_widget()
    assert "つながりました" in toast.text()
    assert not audience.window().isFullScreen()
    _button(toast, "そこに映す").click()
    settle(stage)
    assert audience.window().geometry() == projector.geometry()


def _button(parent: Any, label: str) -> Any:
    return next(one for one in parent.findChildren(ButtonBase) if one.label() == label)


@pytest.mark.parametrize("way", ["follows", "held", "frozen", "black"])
def test_a_window_built_anew_in_another_language_goes_on_showing_the_same(
    shelf: Shelf, tmp_path: Path, qapp: QApplication, way: str
) -> None:
    from support.windows import fixed_clock

    from servicedesign.app import Desk
    from servicedesign.ui.faults import FaultHandler

    desk = Desk(qapp, Settings(tmp_path / "settings.json"), FaultHandler(qapp), None, fixed_clock)
    desk.show()
    project = copied(shelf, tmp_path / "会議.sdproj")
    desk.window().show_project(project, view="persona")
    stage = Stage(desk.window(), desk.window().services())
    settle(stage)
    audience = show(stage)
    before = picture(audience)
    if way == "held":
        stage.window.room().show_choice("persona")
    elif way != "follows":
        stage.window.commands().run("audience_freeze" if way == "frozen" else "audience_black")
    settle(stage)
    stage.window.set_language("en")
    stage = Stage(desk.window(), desk.window().services())
    settle(stage)
    audience = stage.workspace.audience()
    assert audience.state() is RoomState(way)
    assert audience.window().isFullScreen()
    if way == "frozen":
        assert same(picture(audience), before)
    if way == "held":
        assert audience.choice() == "persona"
        assert "Needs" in said(audience)
    stage.window.hand_over().close(discard=True)
    stage.window.retire()
    settle(stage)


# What it shows ------------------------------------------------------------------------------------


def test_it_follows_the_view_in_use_and_keeps_the_page_where_a_view_has_none(
    stage: Stage,
) -> None:
    audience = show(stage)
    name = first_persona(stage).name
    assert name in said(audience)
    stage.workspace.show_view("issues")
    settle(stage)
    assert "どうすれば" in said(audience)
    asked = picture(audience)
    stage.workspace.show_view("interview")
    settle(stage)
    assert same(picture(audience), asked)
    stage.workspace.show_view("persona")
    settle(stage)
    assert name in said(audience)
    assert not same(picture(audience), asked)


def test_what_is_written_is_seen_at_once(stage: Stage) -> None:
    audience = show(stage)
    rename(stage, "見えています")
    assert "見えています" in said(audience)
    stage.window.commands().run("undo")
    settle(stage)
    assert "見えています" not in said(audience)


def test_it_stands_still_whatever_happens_behind_it(stage: Stage) -> None:
    audience = show(stage)
    before = picture(audience)
    run = stage.window.commands().run
    run("audience_freeze")
    settle(stage)
    assert audience.state() is RoomState.FROZEN
    rename(stage, "隠れています")
    for view in ("issues", "board", "journey", "voting", "agenda", "persona"):
        if view in stage.workspace.usable_tools():
            stage.workspace.show_view(view)
            settle(stage)
            assert picture(audience) == before, view
    stage.workspace.timer().start(60)
    run("undo")
    settle(stage)
    stage.workspace.timer().stop()
    assert picture(audience) == before
    assert "隠れています" not in said(audience)
    run("audience")
    run("audience")  # off and on: it is remembered that it stands still
    settle(stage)
    assert audience.state() is RoomState.FROZEN
    assert picture(audience) == before
    rename(stage, "また見えます")
    run("audience_freeze")
    settle(stage)
    assert audience.state() is RoomState.FOLLOWS
    assert "また見えます" in said(audience)


def test_what_is_typed_when_it_is_made_to_stand_still_is_not_in_the_picture(
    stage: Stage,
) -> None:
    from servicedesign.ui.widgets.typing_field import typing_fields

    audience = show(stage)
    before = picture(audience)
    view = stage.workspace.current_tool()
    assert view is not None
    name = first_persona(stage).name
    field = next(f for f in typing_fields(view.editor) if f.text() == name)
    field.insertPlainText("途中の言葉")
    stage.window.commands().run("audience_freeze")
    settle(stage)
    assert "途中の言葉" in first_persona(stage).name
    assert picture(audience) == before


def test_this_view_is_pushed_as_a_new_still_picture(stage: Stage) -> None:
    audience = show(stage)
    run = stage.window.commands().run
    run("audience_freeze")
    before = picture(audience)
    stage.workspace.show_view("issues")
    settle(stage)
    run("audience_view")
    settle(stage)
    pushed = picture(audience)
    assert audience.state() is RoomState.FROZEN
    assert not same(pushed, before)
    stage.workspace.show_view("persona")
    rename(stage, "別の名")
    assert picture(audience) == pushed


def test_black_is_black_to_the_last_pixel_and_says_nothing(stage: Stage) -> None:
    audience = show(stage)
    before = picture(audience)
    run = stage.window.commands().run
    run("audience_black")
    settle(stage)
    black = picture(audience)
    empty = QImage(black.size(), black.format())
    empty.fill(Qt.GlobalColor.black)
    assert black == empty
    run("audience_black")
    settle(stage)
    assert picture(audience) == before


def test_one_page_is_held_while_the_facilitator_works_elsewhere(stage: Stage) -> None:
    audience = show(stage)
    stage.window.room().show_choice("persona")
    for view in ("issues", "board"):
        stage.workspace.show_view(view)
        settle(stage)
        assert first_persona(stage).name in said(audience)
    rename(stage, "生きています")
    assert "生きています" in said(audience)
    stage.window.room().show_choice("")
    settle(stage)
    assert audience.state() is RoomState.FOLLOWS


def test_a_held_page_whose_record_is_deleted_gives_way_to_the_title(stage: Stage) -> None:
    audience = show(stage)
    stage.window.room().show_choice("persona")
    project = stage.workspace.project
    actions.delete_candidate(project, first_persona(stage).id)
    settle(stage)
    assert project.info.service_name in said(audience)


def test_keys_in_the_window_itself(stage: Stage) -> None:
    audience = show(stage)
    window = audience.window()
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert audience.page().leaf_number() == 1
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert audience.page().leaf_number() == 0
    QTest.keyClick(window, Qt.Key.Key_B)
    assert audience.state() is RoomState.BLACK
    QTest.keyClick(window, Qt.Key.Key_B)
    assert audience.state() is RoomState.FOLLOWS
    QTest.keyClick(window, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    assert audience.state() is RoomState.FROZEN
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert audience.state() is RoomState.OFF


def test_closing_the_project_takes_the_window_away(
    shelf: Shelf, stage_on: Any, tmp_path: Path
) -> None:
    stage = stage_on(copied(shelf, tmp_path / "会議.sdproj"))
    window = show(stage).window()
    gone: list[bool] = []
    window.destroyed.connect(lambda: gone.append(True))
    stage.workspace.audience().close()
    settle(stage)
    assert gone == [True]
    assert not stage.workspace.audience().is_on()


# What it never shows ------------------------------------------------------------------------------


def hide_something(project: Project, votes: int, author: int) -> None:
    """Let people vote, hidden, and say who wrote the notes; nothing else differs."""
    board = project.all(Board)[0]
    notes = project.all(Note, board_id=board.id)
    people = project.all(Participant)
    round_ = VoteRound(
        id="0190b8e0-0000-7000-8000-00000000aaaa",
        board_id=board.id,
        title="いまの投票",
        target_ids=tuple(note.id for note in notes),
        status=VoteStatus.OPEN,
        budget=3,
        voter_count=9999,
        opened_at="2026-12-01T10:00:00",
        position=99.0,
    )
    ballot = Ballot(
        id="0190b8e0-0000-7000-8000-00000000bbbb",
        round_id=round_.id,
        way=BallotWay.DOTS,
        votes=(BallotVote(target_id=notes[author].id, count=votes),),
    )
    with project.edit(msg("投票")):
        project.put(round_)
        project.put(ballot)
        for number, note in enumerate(notes):
            writer = people[(number + author) % len(people)].id
            project.put(replace(note, author_id=writer))


def every_picture(stage: Stage) -> dict[str, QImage]:
    """Follow through all views, then show every choice, and keep each picture and its words."""
    audience = show(stage)
    seen: dict[str, QImage] = {}
    words: list[str] = []
    for view in stage.workspace.usable_tools():
        stage.workspace.show_view(view)
        settle(stage)
        seen[view] = picture(audience)
        words.append(said(audience))
    for one in stage.window.room().choices():
        stage.window.room().show_choice(one.id)
        settle(stage)
        seen[f"choice {one.id}"] = picture(audience)
        words.append(said(audience))
    everything = "\n".join(words)
    people = [person.name for person in stage.workspace.project.all(Participant)]
    assert [name for name in people if name and name in everything] == []
    assert VOTES not in everything
    assert "いまの投票" in everything
    return seen


def test_running_votes_and_who_wrote_what_never_reach_it(
    shelf: Shelf, stage_on: Any, tmp_path: Path
) -> None:
    seen = []
    for votes, author in ((1, 0), (int(VOTES), 3)):
        project = copied(shelf, tmp_path / f"{author}.sdproj")
        hide_something(project, votes, author)
        seen.append(every_picture(stage_on(project)))
    first, second = seen
    assert first.keys() == second.keys()
    assert [name for name in first if not same(first[name], second[name])] == []
