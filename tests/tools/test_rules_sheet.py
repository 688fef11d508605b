"""The rules of brainstorming: on the wall, on screen, and how fast the ideas come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from support.printed import outside
from support.sheet_samples import job, text_of
from support.windows import press

from servicedesign.i18n import LANGUAGES, translator
from servicedesign.model import Note, msg
from servicedesign.model.ids import made_at, new_id, seeded_id
from servicedesign.store import create_project
from servicedesign.tools.board import actions, notes, sheet_rules
from servicedesign.tools.board.pace import Pace, pace_of
from servicedesign.tools.board.rules import RULES
from servicedesign.tools.board.rules_dialog import RulesDialog
from servicedesign.tools.board.rules_scenes import HEIGHT, WIDTH
from servicedesign.tools.sketch_drawings import figures


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "会議.sdproj")
    yield made
    made.close(discard=True)


def test_a_project_with_a_board_prints_it_and_a_blank_print_always_does(project):
    assert sheet_rules.gather(project) is None
    board = actions.add_board(project, "案")
    assert sheet_rules.gather(project) is not None
    assert sheet_rules.gather(project, board.id) is not None
    assert sheet_rules.blank_data(None) is not None


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("paper", ["A3", "A4", "A1", "B4"])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_all_four_rules_stand_on_one_page(paper, orientation, lang):
    document = sheet_rules.draw(sheet_rules.blank_data(None), job(paper, orientation, lang))
    assert len(document.pages) == 1
    assert document.warnings == ()
    words, t = text_of(document), translator(lang)
    for rule in RULES:
        assert "".join(t(rule.title).split()) in words
        assert all("".join(t(line).split()) in words for line in rule.lines)
    assert outside(document.pdf_bytes(), 4) == []


def test_the_rules_keep_their_names_and_their_order():
    assert [rule.title for rule in RULES] == ["批判厳禁", "自由奔放", "質より量", "結合改善"]
    assert len({rule.colour for rule in RULES}) == 4


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.title)
def test_every_scene_is_there_and_of_one_size(rule):
    drawing = rule.scene(figures(), translator("ja"))
    assert (drawing.width, drawing.height) == (WIDTH, HEIGHT)
    assert len(drawing.shapes) > 5


# How fast the ideas come ----------------------------------------------------------------------

NOW = datetime(2026, 11, 20, 16, 12).astimezone()


def put_ideas(project, board_id: str, *minutes_ago: float) -> None:
    with project.edit(msg("案")):
        for seed, minutes in enumerate(minutes_ago):
            at = NOW - timedelta(minutes=minutes)
            note_id = seeded_id(round(at.timestamp() * 1000), seed)
            project.put(Note(id=note_id, board_id=board_id, number=seed + 1, text="案"))


def test_ideas_of_the_last_twenty_minutes_are_told_from_all(project):
    board = actions.add_board(project, "案")
    put_ideas(project, board.id, 90, 21, 19.9, 10, 0, -0.5, -600)
    assert pace_of(project, board.id, NOW) == Pace(total=7, recent=4)
    assert pace_of(project, "", NOW) == Pace(0, 0)


def test_an_id_tells_when_it_was_made():
    assert made_at(seeded_id(1_700_000_000_123, 5)) == 1_700_000_000_123
    assert abs(made_at(new_id()) / 1000 - datetime.now(UTC).timestamp()) < 60


def test_r_opens_the_rules_beside_the_board_and_they_count_along(qtbot, open_editor, project):
    board = actions.add_board(project, "案")
    put_ideas(project, board.id, 5, 200)
    editor = open_editor(project, "board")
    editor.view.setFocus()
    press(qtbot, Qt.Key.Key_R)
    dialog = editor.window().findChild(RulesDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.isModal()
    assert dialog.line.pace() == Pace(total=2, recent=1)
    notes.add_note(project, board.id, "夜の窓口", 0, 0)
    assert dialog.line.pace().total == 3
    editor.handling.show_rules()
    assert len(editor.window().findChildren(RulesDialog)) == 1
    qtbot.keyClick(dialog, Qt.Key.Key_F11)
    assert dialog.isFullScreen()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.isFullScreen()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: editor.window().findChild(RulesDialog) is None)
