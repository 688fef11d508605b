"""The window on a real project: navigator, undo, search, preview, language, closing."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from support.windows import compose, editor_of

from servicedesign import tools
from servicedesign.model import Persona, Proposal, msg
from servicedesign.store import open_project
from servicedesign.tools.persona import actions
from servicedesign.ui.command_set import CommandSet
from servicedesign.ui.dialogs.find_dialog import FindDialog
from servicedesign.ui.navigator import PRINT
from servicedesign.ui.services import Services
from servicedesign.ui.widgets.button_base import ButtonBase
from servicedesign.ui.widgets.save_sign import SaveState


def labels(widget):
    return [button.label() for button in widget.findChildren(ButtonBase)]


def persona_of(project):
    return project.all(Persona)[0]


def test_the_navigator_opens_only_tools_that_have_an_editor(window):
    with_editor = {tool.id for tool in tools.all_tools() if tool.editor is not None}
    workspace = window.workspace()
    rows = workspace.navigator().rows()
    opened = {key for key, row in rows.items() if row.isEnabled() and not key.startswith("phase:")}
    assert opened - {PRINT} <= with_editor
    assert "phase:prepare" in rows
    for tool in tools.all_tools():
        if tool.editor is None:
            assert tool.id not in rows


def test_a_phase_without_an_editor_does_not_open_and_says_why(window):
    row = window.workspace().navigator().rows()["phase:delivery"]
    assert not row.isEnabled()
    assert row.toolTip()


def test_undo_is_named_by_its_step(window, project):
    actions.write_field(project, persona_of(project).id, "household", "長男と3人")
    assert "元に戻す：家族構成を書く" in labels(window.workspace().top_bar())


def test_undo_takes_typed_text_back_that_was_not_committed_yet(qtbot, window, project):
    field = editor_of(window).fields["occupation"]
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    window.commands().run("undo")
    assert persona_of(project).occupation == ""
    assert field.text() == ""
    window.commands().run("redo")
    assert editor_of(window).fields["occupation"].text() == "abc"


def test_what_is_typed_after_coming_back_to_a_field_is_a_step_of_its_own(qtbot, window, project):
    fields = editor_of(window).fields
    for text in ("abc", "def"):
        fields["occupation"].setFocus()
        qtbot.keyClicks(fields["occupation"], text)
        fields["household"].setFocus()
    assert persona_of(project).occupation == "abcdef"
    project.undo()
    assert persona_of(project).occupation == "abc"


def test_undo_and_redo_are_off_where_there_is_nothing(make_window, project, tmp_path):
    project.close()
    window = make_window(open_project(project.path))
    workspace = window.workspace()
    while workspace.project.undo() is not None:
        pass
    assert "元に戻す" in labels(workspace.top_bar())
    workspace.project.close()


def test_no_command_is_carried_out_while_an_input_method_composes(window, project):
    window.activateWindow()
    editor = editor_of(window)
    field = editor.fields["occupation"]
    field.setFocus()
    compose(field, "しごと")
    window.commands().run("undo")
    window.commands().run("link")
    assert persona_of(project).problems != ""
    assert editor.linked == 0
    assert field.composing()


def test_the_editor_s_commands_come_and_go_with_it(window):
    offered = {entry.id for entry in window.commands().offered()}
    assert "link" in offered
    window.workspace().show_view(PRINT)
    assert "link" not in {entry.id for entry in window.commands().offered()}


def test_search_jumps_to_record_and_field(qtbot, window, project):
    dialog = FindDialog(window.workspace().context, "", window)
    qtbot.addWidget(dialog)
    dialog._field.insertPlainText("窓口が3")
    dialog.search()
    assert [hit.field for hit in dialog.hits()] == ["problems"]
    hit = dialog.hits()[0]
    window.workspace().show_view(PRINT)
    assert window.workspace().go(hit.kind, hit.id, hit.field)
    assert QApplication.focusWidget() is editor_of(window).fields["problems"]


def test_back_returns_to_where_one_was_before_a_jump(window, project):
    workspace = window.workspace()
    workspace.show_view(PRINT)
    assert workspace.go("persona", persona_of(project).id, "problems")
    window.commands().run("back")
    assert workspace.current_view() == PRINT
    window.commands().run("forward")
    assert workspace.current_view() == "persona"


def test_the_preview_follows_a_change_and_keeps_the_old_picture_until_then(qtbot, window, project):
    preview = window.workspace().current_tool().preview
    with qtbot.waitSignal(preview.shown, timeout=20_000):
        preview.ask()
    before = preview.picture().copy()
    assert not before.isNull()
    with qtbot.waitSignal(preview.shown, timeout=20_000):
        actions.write_field(project, persona_of(project).id, "name", "長谷川 由香")
        assert preview.picture() == before
    assert preview.picture() != before


def test_the_preview_can_be_put_away(window):
    window.commands().run("preview")
    assert window.workspace().current_tool().preview.isHidden()
    window.commands().run("preview")
    assert not window.workspace().current_tool().preview.isHidden()


def test_two_windows_on_one_project_stay_equal(make_window, project):
    one, other = make_window(project), make_window(project)
    actions.write_field(project, persona_of(project).id, "household", "3人家族")
    assert editor_of(one).fields["household"].text() == "3人家族"
    assert editor_of(other).fields["household"].text() == "3人家族"
    project.undo()
    assert editor_of(one).fields["household"].text() == ""
    assert editor_of(other).fields["household"].text() == ""


def test_closing_saves_what_is_half_converted(qtbot, window, project):
    field = editor_of(window).fields["occupation"]
    field.setFocus()
    qtbot.keyClicks(field, "a")
    compose(field, "しごと")
    path = project.path
    assert window.leave_project()
    with open_project(path) as again:
        assert persona_of(again).occupation == "aしごと"


def test_a_read_only_project_says_so_and_cannot_be_typed_into(make_window, project):
    project.close()
    with open_project(project.path, read_only=True) as closed:
        window = make_window(closed)
        workspace = window.workspace()
        assert "読み取り専用" in workspace.banner().text()
        assert workspace.top_bar().save_sign.state() is SaveState.READ_ONLY
        assert editor_of(window).fields["name"].isReadOnly()
        window.hand_over()


def test_a_file_that_is_gone_is_noticed(window, project, tmp_path):
    project.path.rename(tmp_path / "よそ.sdproj")
    window.look_after_file()
    assert "なくなりました" in window.workspace().toast_widget().text()
    (tmp_path / "よそ.sdproj").rename(project.path)


def test_the_language_can_be_switched_at_the_same_place(qtbot, look, tmp_path, project, services):
    from servicedesign.app import Desk

    app = QApplication.instance()
    desk = Desk(app, services.settings, services.faults)
    desk.show()
    assert desk.window().windowTitle() == "サービスデザイン工房"
    desk.window().set_language("en")
    assert desk.window().windowTitle() == "Service Design Workshop"
    assert services.settings.get("lang") == "en"
    desk.window().set_language("ja")
    desk.window().retire()


def test_a_project_stays_open_when_the_language_is_switched(
    qtbot, look, plain_editors, project, services: Services
):
    from servicedesign.app import Desk

    desk = Desk(QApplication.instance(), services.settings, services.faults)
    desk.show()
    desk.window().show_project(project)
    desk.window().workspace().show_view(PRINT)
    desk.window().set_language("en")
    assert desk.window().workspace().project is project
    assert desk.window().workspace().current_view() == PRINT
    assert "Undo" in " ".join(labels(desk.window().workspace().top_bar()))
    desk.window().set_language("ja")
    desk.window().hand_over()
    desk.window().retire()


def test_a_dropped_project_file_is_opened(make_window, project, tmp_path):
    project.close()
    window = make_window(None)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(project.path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert window.workspace() is not None
    assert window.workspace().project.path == project.path
    assert window.leave_project()
    window.show_start()


def test_recent_files_remember_name_phase_and_place(make_window, project, services: Services):
    window = make_window(project)
    window.leave_project()
    kept = services.recent.all()[0]
    assert (kept.name, kept.state) == ("ひとり親の支援", "needs")
    assert Path(kept.path) == project.path
    window.show_start()


def test_a_missing_recent_file_is_told_gently(make_window, services: Services, tmp_path):
    from support.windows import fixed_clock

    from servicedesign.ui.widgets.text_label import TextLabel

    services.recent.note(tmp_path / "通学路.sdproj", "通学路の見守り", "needs", fixed_clock())
    window = make_window(None)
    texts = [label.text() for label in window.start_screen().findChildren(TextLabel)]
    assert any("通学路の見守り" in text for text in texts)


def test_an_example_is_opened_as_an_own_copy(make_window, services: Services, tmp_path):
    from servicedesign.ui.openings import Openings

    window = make_window(None)
    assert Openings(window, services).example("single-parent")
    path = window.workspace().project.path
    assert path.parent == tmp_path
    assert str(path) in window.workspace().toast_widget().text()
    assert window.leave_project()
    window.show_start()
    assert Openings(window, services).example("single-parent")
    assert window.workspace().project.path == path
    assert window.leave_project()
    window.show_start()


def test_a_new_project_begins_with_name_and_agenda(make_window, services: Services, tmp_path):
    from servicedesign.exchange.templates import create_from_template
    from servicedesign.model import AgendaItem

    made = create_from_template(
        tmp_path / "新.sdproj", "half-day", "ja", lambda: services.clock().date(), "図書館"
    )
    window = make_window(made)
    assert "図書館" in window.windowTitle()
    assert made.all(AgendaItem)
    window.hand_over()
    made.close()


def test_every_control_can_be_reached_by_tab_and_has_a_name(window):
    window.activateWindow()
    window.workspace().top_bar().menu_button.setFocus()
    seen = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
        assert focus.accessibleName(), focus
        focus.focusNextChild()
    names = {widget.accessibleName() for widget in seen}
    assert {"メニュー", "この1枚を印刷", "次へ"} <= names
    assert all(field in seen for field in editor_of(window).fields.values())


def test_a_menu_entry_shows_its_key(window):
    commands: CommandSet = window.commands()
    menu = commands.menu(window)
    texts = {action.text(): action.shortcut().toString() for action in menu.actions()}
    assert texts["この紙を印刷…"] == "Ctrl+P"


def test_the_last_sheet_seen_is_the_picture_of_a_recent_file(qtbot, window, services: Services):
    from servicedesign.ui.thumbnails import recent_picture

    preview = window.workspace().current_tool().preview
    with qtbot.waitSignal(preview.shown, timeout=20_000):
        preview.ask()
    assert window.leave_project()
    assert recent_picture(services.recent.all()[0]).width() == 448
    window.show_start()


def test_down_and_enter_open_the_second_place_found(qtbot, window, project):
    persona = persona_of(project)
    actions.write_field(project, persona.id, "problems", "窓口が3か所")
    actions.write_field(project, persona.id, "dream", "窓口が1か所")
    dialog = FindDialog(window.workspace().context, "窓口が", window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog._field, Qt.Key.Key_Down)
    qtbot.keyClick(dialog._field, Qt.Key.Key_Return)
    assert dialog.chosen() == 1
    assert dialog.hits()[1].field == "dream"


def test_places_with_a_screen_come_first_in_a_search(qtbot, window, project):
    with project.edit(msg("提案を書く")):
        project.put(Proposal(title="窓口の列をなくす"))
    dialog = FindDialog(window.workspace().context, "窓口", window)
    qtbot.addWidget(dialog)
    kinds = [hit.kind for hit in dialog.hits()]
    assert kinds[-1] == "proposal"
    assert "persona" in kinds
