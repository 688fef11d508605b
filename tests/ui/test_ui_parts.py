"""Widgets, commands, settings, faults, dates: the small parts of the shell."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from servicedesign import tools
from servicedesign.i18n import translator
from servicedesign.model.drawing import Drawing, Shape
from servicedesign.model.errors import ProjectError
from servicedesign.model.message import msg
from servicedesign.model.method import Progress, together
from servicedesign.ui.commands import COMMANDS, Where
from servicedesign.ui.date_reading import read_date
from servicedesign.ui.dialogs.keys_dialog import KeysDialog
from servicedesign.ui.faults import FaultHandler, describe, start_log
from servicedesign.ui.folders import file_name, free_path
from servicedesign.ui.icons import outline
from servicedesign.ui.places import Place, Places
from servicedesign.ui.settings import SETTINGS, Settings
from servicedesign.ui.theme import Theme, plain
from servicedesign.ui.widgets.certainty_chip import CertaintyChip
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.date_field import DateField
from servicedesign.ui.widgets.drawing_view import DrawingView
from servicedesign.ui.widgets.int_field import IntField
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.toast import Toast

T = translator("ja")
ROOT = Path(__file__).resolve().parents[2]


# Commands --------------------------------------------------------------------------------------


def test_no_key_is_given_twice():
    keys = [QKeySequence(key).toString() for entry in COMMANDS for key in entry.keys]
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_a_command_without_a_key_stands_in_the_menu_with_its_icon():
    assert all(entry.icon for entry in COMMANDS if not entry.key)
    assert all(entry.where is Where.EDITOR for entry in COMMANDS if not entry.key)


def test_the_list_of_keys_names_no_command_without_one(qtbot, look):
    dialog = KeysDialog(T, COMMANDS, None)
    qtbot.addWidget(dialog)
    shown = {label.text() for label in dialog.findChildren(TextLabel)}
    assert "" not in shown
    assert {T(entry.label) for entry in COMMANDS if entry.key} <= shown


def test_the_list_of_keys_scrolls_by_key(qtbot, look):
    dialog = KeysDialog(T, COMMANDS, None)
    qtbot.addWidget(dialog)
    dialog.show()
    bar = dialog.findChild(PageScroll).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for key, place in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(dialog.focusWidget() or dialog, key)
        assert bar.value() == place
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_no_key_belongs_to_an_input_method_or_an_old_driver():
    forbidden = re.compile(
        r"^(Ctrl\+Space|Shift\+Space|Alt\+`|F[789]|F10|Ctrl\+F7|Ctrl\+F10|.*\\)$"
        r"|Ctrl\+Alt\+(Left|Right|Up|Down)"
    )
    assert not [key for entry in COMMANDS for key in entry.keys if forbidden.search(key)]


def test_editor_commands_are_offered_by_editors_alone():
    groups = {entry.group.value for entry in COMMANDS if entry.where is Where.EDITOR}
    assert groups.isdisjoint({"file", "everywhere", "go", "writing"})


# Widgets ---------------------------------------------------------------------------------------


@pytest.fixture
def answers(qtbot, look):
    switch = ChoiceSwitch("答え", [Choice(v, v, Progress.NONE) for v in ("a", "b", "c")])
    qtbot.addWidget(switch)
    switch.show()
    return switch


def test_digits_and_arrows_choose_on_a_switch(qtbot, answers):
    heard = []
    answers.chosen.connect(heard.append)
    qtbot.keyClick(answers, Qt.Key.Key_2)
    qtbot.keyClick(answers, Qt.Key.Key_Right)
    qtbot.keyClick(answers, Qt.Key.Key_Right)
    qtbot.keyClick(answers, Qt.Key.Key_Left)
    assert heard == ["b", "c", "b"]
    assert answers.accessibleDescription() == "b"


def test_the_mouse_chooses_what_it_points_at(qtbot, answers):
    edge = QPoint(answers.width() - 6, 10)
    qtbot.mouseClick(answers, Qt.MouseButton.LeftButton, pos=edge)
    assert answers.value() == "c"


def test_a_refresh_of_a_switch_tells_nobody(answers):
    heard = []
    answers.chosen.connect(heard.append)
    answers.set_value("b")
    assert heard == []


def test_the_certainty_chip_asks_and_waits_to_be_told(qtbot, look):
    chip = CertaintyChip("職業", T)
    qtbot.addWidget(chip)
    heard = []
    chip.turned.connect(heard.append)
    chip.turn()
    assert heard == ["fact"]
    assert chip.value() is None
    for value, word in (("fact", "事実"), ("guess", "推測"), (None, "印なし")):
        chip.set_value(value)
        assert chip.accessibleName() == f"職業: {word}"


@pytest.mark.parametrize("typed", ["34", "34歳", "３４", " 34 歳"])
def test_a_number_is_read_as_people_type_it(qtbot, look, typed):
    field = IntField("年齢", T, minimum=0, maximum=120, unit="歳")
    qtbot.addWidget(field)
    heard = []
    field.number_committed.connect(heard.append)
    field.insertPlainText(typed)
    field.flush()
    assert heard == [34]
    assert field.text() == "34歳"


@pytest.mark.parametrize("typed", ["340", "-1", "三十", "3.5", "9" * 30])
def test_a_wrong_number_is_kept_and_explained(qtbot, look, typed):
    field = IntField("年齢", T, minimum=0, maximum=120, unit="歳")
    qtbot.addWidget(field)
    field.insertPlainText(typed)
    field.flush()
    assert field.error() == "0から120まで"
    assert field.text() == typed
    assert field.number() is None


def test_markup_is_shown_as_it_is_written(qtbot, look):
    label = TextLabel("<b>A‹B社</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert plain("<img src='x'>") == "<span>&lt;img src='x'></span>"


def test_a_label_gets_the_height_its_lines_need(qtbot, look):
    label = TextLabel("選んだ案を紙の上で形にし、使う人も役場も納得できるか確かめます。", wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(10_000) == 22
    assert label.heightForWidth(150) >= 66


def test_a_disabled_button_says_why(qtbot, look):
    button = PrimaryButton("印刷", key="Ctrl+P")
    qtbot.addWidget(button)
    button.set_usable("紙がありません")
    assert not button.isEnabled()
    assert button.toolTip() == "紙がありません"


def test_every_target_is_at_least_32_px(qtbot, look):
    for widget in (PrimaryButton("は"), CertaintyChip("職業", T)):
        qtbot.addWidget(widget)
        assert widget.sizeHint().height() >= 32
        assert widget.sizeHint().width() >= 32


def test_a_drawing_is_painted(qtbot, look):
    red = Shape("M 0 0 L 10 0 L 10 10 L 0 10 Z", "#FF0000", None, 0)
    view = DrawingView(Drawing(10, 10, (red,)), "四角", side=40)
    qtbot.addWidget(view)
    assert view.grab().toImage().pixelColor(20, 20).name() == "#ff0000"


def test_a_toast_offers_to_take_back(qtbot, look):
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(600, 300)
    done = []
    toast = Toast(view)
    toast.say("束ねました", "元に戻す", lambda: done.append(1))
    assert toast.text() == "束ねました"
    button = next(child for child in toast.children() if isinstance(child, PrimaryButton.__base__))
    button.click()
    assert done == [1]
    assert toast.text() == ""


def test_a_toast_stands_above_what_is_at_the_foot(qtbot, look):
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(600, 300)
    foot = 60
    toast = Toast(view, lambda: foot)
    toast.say("束ねました")
    high = toast.geometry().bottom()
    assert high < 300 - 60
    foot = 0
    toast.follow()
    assert toast.geometry().bottom() == high + 60


def test_every_icon_that_is_named_exists(qapp):
    names = set()
    for path in (ROOT / "servicedesign").rglob("*.py"):
        names |= set(re.findall(r'"(mdi6\.[a-z0-9-]+)"', path.read_text(encoding="utf-8")))
    assert names
    assert [name for name in sorted(names) if outline(name).isEmpty()] == []


# Look ------------------------------------------------------------------------------------------


def test_lengths_follow_the_scale():
    assert Theme(150).px(24) == 36
    assert Theme(200).pitch(14) == 44
    assert Theme(100).px(0) == 0


# Settings, folders, places ---------------------------------------------------------------------


def test_a_setting_that_is_not_valid_is_replaced_by_its_default(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"scale": 7, "lang": "en", "window": "wide", "unknown": 1}))
    settings = Settings(path)
    assert settings.get("scale") == 100
    assert settings.get("lang") == "en"
    assert settings.get("window") == [1366, 768]
    with pytest.raises(ValueError, match="scale"):
        settings.set("scale", 101)
    with pytest.raises(KeyError):
        settings.get("unknown")


@pytest.mark.parametrize("content", ["", "[", "[1]", "\0", '{"lang": ' + "[" * 5000])
def test_a_broken_settings_file_is_begun_anew(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_text(content)
    settings = Settings(path)
    settings.set("lang", "en")
    assert Settings(path).get("lang") == "en"
    assert set(json.loads(path.read_text())) <= set(SETTINGS)


def test_settings_that_cannot_be_written_stop_nobody(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings = Settings(blocked / "settings.json")
    settings.set("lang", "en")
    assert settings.get("lang") == "en"


def test_a_new_file_never_takes_the_place_of_another(tmp_path):
    (tmp_path / "計画.sdproj").write_text("")
    assert free_path(tmp_path, "計画").name == "計画 2.sdproj"
    assert file_name("a/b:c?") == "a_b_c_"
    assert file_name("CON") == "CON_"


def test_going_back_and_on():
    places = Places()
    for view in ("a", "b", "c"):
        places.visit(Place(view))
    assert places.step(-1) == Place("b")
    assert places.step(-1) == Place("a")
    assert places.step(-1) is None
    assert places.step(1) == Place("b")
    places.visit(Place("d"))
    assert places.step(1) is None


def test_the_mark_of_a_phase():
    assert together([]) is Progress.NONE
    assert together([Progress.DONE, Progress.DONE]) is Progress.DONE
    assert together([Progress.DONE, Progress.NONE]) is Progress.SOME
    assert together([Progress.DONE, Progress.LOOK]) is Progress.LOOK


# Dates -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    ["2026-09-01", "2026/9/1", "2026年9月1日", "令和8年9月1日", "R8.9.1", "８．９．１", "令和8（2026）年9月1日", "2026年9月", "1 September 2026 (Reiwa 8)"],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(typed):
    assert read_date(typed) == date(2026, 9, 1)


@pytest.mark.parametrize("typed", ["", "きのう", "2026-13-01", "2026/2/30", "99", "1/2"])
def test_what_is_no_date_is_none(typed):
    assert read_date(typed) is None


def test_a_date_field_keeps_what_is_wrong_and_writes_iso(qtbot, look):
    field = DateField("始まり", T)
    qtbot.addWidget(field)
    heard = []
    field.date_committed.connect(heard.append)
    field.insertPlainText("いつか")
    field.flush()
    assert field.error()
    assert heard == []
    field.selectAll()
    field.insertPlainText("R8.9.1")
    field.flush()
    assert heard == ["2026-09-01"]
    assert not field.error()
    assert field.text() == "令和8（2026）年9月1日"


# Faults ----------------------------------------------------------------------------------------


def test_a_fault_in_a_slot_is_logged_and_told_and_the_app_lives(qtbot, personal_folder):
    import sys

    folder = start_log()
    handler = FaultHandler()
    heard = []
    handler.failed.connect(heard.append)
    handler.install()
    try:
        try:
            raise KeyError("佐伯 美咲の電話番号")
        except KeyError:
            sys.excepthook(*sys.exc_info())
        qtbot.waitUntil(lambda: len(heard) == 1)
    finally:
        handler.remove()
    log = (folder / "servicedesign.log").read_text(encoding="utf-8")
    assert "KeyError" in log
    assert "佐伯" not in log


def test_a_refusal_is_told_and_not_logged(qtbot):
    handler = FaultHandler()
    heard = []
    handler.refused.connect(heard.append)
    error = ProjectError(msg("何が"), msg("無事"), msg("どうする"))
    handler.handle(error)
    qtbot.waitUntil(lambda: heard == [error])


def test_a_fault_in_a_thread_arrives_too(qtbot):
    import threading

    handler = FaultHandler()
    heard = []
    handler.failed.connect(heard.append)
    handler.install()
    try:
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: len(heard) == 1)
    finally:
        handler.remove()
    assert "ZeroDivisionError" in describe(heard[0])


@pytest.mark.parametrize(
    ("qt", "python", "unsound"),
    [
        ("6.12.0", (3, 11), True),
        ("6.11.3", (3, 11), False),
        ("6.12.0", (3, 12), False),
        ("7.0.0", (3, 11), True),
    ],
)
def test_a_pair_of_qt_and_python_that_aborts_is_known(qt, python, unsound):
    from servicedesign.app import unsound_pair

    assert unsound_pair(qt, python) is unsound


def test_importing_the_first_window_loads_neither_store_nor_sheets():
    import subprocess
    import sys

    code = (
        "import sys, servicedesign.app, servicedesign.ui.main_window, servicedesign.ui.start_screen;"
        "print([m for m in sys.modules if m.startswith(('sqlite', 'reportlab', 'PIL', 'qtawesome',"
        "'servicedesign.store', 'servicedesign.paper'))])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_every_tool_with_an_editor_is_a_screen(qapp):
    from servicedesign.ui.screens import screens

    ids = {screen.id for screen in screens()}
    assert {f"tool-{tool.id}" for tool in tools.all_tools() if tool.editor} <= ids


def test_a_label_is_measured_anew_for_other_words_and_another_weight(qtbot, look):
    label = TextLabel("窓口", wrap=True)
    qtbot.addWidget(label)
    short, one_line = label.sizeHint().width(), label.heightForWidth(120)
    label.setText("窓口が3か所に分かれていて、平日の昼しか行けない")
    assert label.sizeHint().width() > short
    assert label.heightForWidth(120) > one_line
    plain = label.sizeHint().width()
    label.set_look(bold=True)
    assert label.sizeHint().width() != plain
