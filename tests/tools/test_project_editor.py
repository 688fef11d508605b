"""The overview on screen: it leads on by keys and mouse, and stays true to the project."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from support.projects import Shelf
from support.windows import press

from servicedesign.model import (
    Answer,
    Interview,
    Participant,
    Persona,
    PrincipleCheck,
    PrincipleItem,
    StakeholderKind,
    msg,
)
from servicedesign.model.method import MethodPhase
from servicedesign.store import open_project
from servicedesign.tools.persona import actions as persona_actions
from servicedesign.ui.dialogs.facts_dialog import FactsDialog
from servicedesign.ui.dialogs.keep_template_dialog import KeepTemplateDialog
from servicedesign.ui.widgets.text_label import TextLabel

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    return Shelf(tmp_path_factory.mktemp("projects"))


@pytest.fixture
def opened(shelf, tmp_path):
    made = []

    def _open(name, *, read_only=False):
        path = tmp_path / f"{name}.sdproj"
        with shelf.open(name, "ja", read_only=True) as source:
            source.copy_to(path)
        made.append(open_project(path, read_only=read_only))
        return made[-1]

    yield _open
    for project in made:
        project.close(discard=True)


def view(editor):
    return editor.window().workspace()


def words(widget):
    return [label.text() for label in widget.findChildren(TextLabel) if label.isVisibleTo(widget)]


def put(project, *records):
    with project.edit(msg("作る")):
        for record in records:
            project.put(record)


def line(editor, name):
    lists = [*(column.list for column in editor.columns.values()), editor.preparation]
    return next(found for one in lists if (found := one.lines().get(name)) is not None)


def test_a_project_opens_on_the_overview(open_editor, opened):
    editor = open_editor(opened("senior-tablets"), "")
    assert view(editor).current_view() == "project"


def test_alt_home_comes_back_from_anywhere(qtbot, open_editor, opened):
    editor = open_editor(opened("senior-tablets"), "persona")
    window = editor.window()
    press(qtbot, Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert window.workspace().current_view() == "project"


def test_the_head_says_what_it_is_about(open_editor, opened):
    editor = open_editor(opened("single-parent"), "project")
    assert editor.heading() == "ひとり親の支援"
    assert editor.summary() == (
        "みどり野町 こども未来課　／　今のサービスを見直す　／　令和8（2026）年9月～12月"
    )
    shown = words(editor.aim)
    assert "仕事を休まず、一度の来庁で、受けられる支援をすべて申し込めるようにする" in shown


def test_enter_takes_the_next_step_at_once(qtbot, open_editor, opened):
    editor = open_editor(opened("senior-tablets"), "project")
    assert QApplication.focusWidget() is editor.next.button
    assert editor.next.gap().id == "choice"
    press(qtbot, Key.Key_Return)
    assert view(editor).current_view() == "persona"


def test_a_line_leads_to_its_tool_by_mouse(qtbot, open_editor, opened):
    editor = open_editor(opened("senior-tablets"), "project")
    qtbot.mouseClick(line(editor, "persona"), LEFT)
    assert view(editor).current_view() == "persona"


def test_a_line_without_a_screen_takes_neither_focus_nor_clicks(qtbot, open_editor, opened):
    editor = open_editor(opened("senior-tablets"), "project")
    proposal = line(editor, "proposal")
    assert not view(editor).can_go_tool("proposal")
    assert proposal.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert proposal.cursor().shape() is not Qt.CursorShape.PointingHandCursor
    qtbot.mouseClick(proposal, LEFT, pos=QPoint(20, 10))
    assert view(editor).current_view() == "project"


def test_a_warning_leads_to_the_record(qtbot, open_editor, opened):
    project = opened("sick-child-care")
    editor = open_editor(project, "project")
    gap = next(g for g in editor.columns[MethodPhase.NEEDS].list.gaps() if "推測" in words(g)[0])
    qtbot.mouseClick(gap.link, LEFT)
    assert view(editor).current_view() == "persona"
    shown = view(editor).current_tool().editor.sheet_target()[1]
    assert project.get(Persona, shown).chosen


def test_a_principle_leads_to_itself_and_the_row_is_one_stop(qtbot, open_editor, opened):
    project = opened("single-parent")
    editor = open_editor(project, "project")
    cells = editor.principles.cells
    assert len(cells) == 12
    stops = [cell for cell in cells if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1
    cells[0].setFocus()
    for _ in range(4):
        press(qtbot, Key.Key_Right)
    assert QApplication.focusWidget() is cells[4]
    press(qtbot, Key.Key_End)
    press(qtbot, Key.Key_Right)
    assert QApplication.focusWidget() is cells[11]
    press(qtbot, Key.Key_Home)
    press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_Return)
    assert view(editor).current_view() == "principles"
    assert view(editor).current_tool().editor.place() == 1


def test_an_answer_shows_on_its_cell(open_editor, opened):
    project = opened("empty")
    editor = open_editor(project, "project")
    item = next(one for one in project.all(PrincipleItem) if one.number == 3)
    assert "答えていない" in editor.principles.cells[2].accessibleName()
    for check in project.all(PrincipleCheck, item_id=item.id):
        put(project, replace(check, answer=Answer.DONE))
    name = editor.principles.cells[2].accessibleName()
    assert item.title in name
    assert "できている" in name


@pytest.mark.modal
def test_an_empty_project_says_what_to_do_first_and_enter_does_it(
    qtbot, open_editor, opened, answer_dialog
):
    project = opened("empty")
    editor = open_editor(project, "project")
    assert editor.heading() == ""
    assert not editor.aim.isVisible()
    assert not [gap for column in editor.columns.values() for gap in column.list.gaps()]
    seen = []

    def _write(dialog):
        seen.append(type(dialog))
        qtbot.keyClicks(QApplication.focusWidget(), "toshokan")
        press(qtbot, Key.Key_Return)

    answer_dialog(_write)
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [FactsDialog]
    assert project.info.service_name == "toshokan"
    assert editor.heading() == "toshokan"
    assert editor.aim.isVisible()
    assert editor.next.gap().id == "goal"


def test_what_is_written_elsewhere_shows_when_one_comes_back(open_editor, opened):
    project = opened("senior-tablets")
    editor = open_editor(project, "project")
    view(editor).show_view("persona")
    before = line(editor, "persona").count()
    persona_actions.add_candidate(project)
    assert line(editor, "persona").count() == before  # nobody looks
    view(editor).show_view("project")
    assert line(editor, "persona").count() == "候補4人"
    project.undo()
    assert line(editor, "persona").count() == "候補3人"


def test_the_focus_stays_where_it_is_while_the_project_changes(open_editor, opened):
    project = opened("senior-tablets")
    editor = open_editor(project, "project")
    target = line(editor, "persona")
    target.setFocus()
    for number in range(5):
        put(project, Interview(code=f"H-1{number}"))
    assert QApplication.focusWidget() is target


def test_missing_stakeholders_stand_beside_the_participants(open_editor, opened):
    project = opened("senior-tablets")
    editor = open_editor(project, "project")
    (gap,) = editor.preparation.gaps()
    assert words(gap)[0] == "足りない立場：ICT技術者"
    put(project, Participant(name="高山", stakeholder=StakeholderKind.ENGINEER))
    assert editor.preparation.gaps() == ()


@pytest.mark.parametrize(("width", "across"), [(1366, 4), (900, 2), (800, 2)])
def test_phases_stand_in_as_many_columns_as_have_room(qtbot, open_editor, opened, width, across):
    editor = open_editor(opened("single-parent"), "project")
    editor.window().resize(width, 700)
    qtbot.waitUntil(
        lambda: len({c.mapTo(editor, QPoint()).x() for c in editor.columns.values()}) == across
    )


def test_a_very_long_name_and_goal_are_bounded(open_editor, opened):
    project = opened("empty")
    put(project, replace(project.info, service_name="長" * 20_000, goal="😀" * 20_000))
    editor = open_editor(project, "project")
    assert editor.aim.height() < 300
    assert editor.window().width() <= 1366


def test_a_project_that_is_only_read_leads_but_offers_no_writing(open_editor, opened):
    project = opened("senior-tablets", read_only=True)
    editor = open_editor(project, "project")
    assert editor.head_actions()[0].label == "基本の事項を見る"
    assert editor.next.button.isVisible()
    assert not any(link.isVisible() for link in editor.aim._links.values())


def test_an_undone_fact_is_shown_here(open_editor, opened):
    project = opened("single-parent")
    editor = open_editor(project, "persona")
    put(project, replace(project.info, theme="別のテーマ"))
    window = editor.window()
    window.commands().run("undo")
    assert window.workspace().current_view() == "project"


@pytest.mark.modal
def test_the_frame_is_kept_as_a_template_from_here(qtbot, open_editor, opened, answer_dialog):
    from servicedesign.exchange.template_files import read_shelf

    project = opened("single-parent", read_only=True)
    editor = open_editor(project, "project")
    seen = []

    def _keep(dialog):
        seen.append(type(dialog))
        press(qtbot, Key.Key_Return)  # the name that is offered
        qtbot.keyClicks(QApplication.focusWidget(), "3 groups")
        press(qtbot, Key.Key_Return)

    answer_dialog(_keep)
    qtbot.mouseClick(editor._keep, LEFT)
    qtbot.waitUntil(lambda: bool(read_shelf().templates))
    assert seen == [KeepTemplateDialog]
    (kept,) = read_shelf().templates
    assert (kept.title, kept.summary) == ("ひとり親の支援の進め方", "3 groups")
    assert "取っておきました" in view(editor).toast_widget().text()
