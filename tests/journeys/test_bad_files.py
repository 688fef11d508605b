"""Files that are no project or no picture: one dialog of three sentences each, and nothing written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from support.printed import JAPANESE
from support.projects import Shelf

from servicedesign.model import Persona

ROOT = Path(__file__).resolve().parents[2]


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.commit()
    connection.close()


def _foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE note (id TEXT)")
    connection.commit()
    connection.close()


def _damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 : len(data) - 4096] = os.urandom(len(data) - 8192)
    path.write_bytes(data)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


SPOIL = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("議事録\n", encoding="utf-8"),
    "header alone": lambda path: path.write_bytes(path.read_bytes()[:100]),
    "newer": _newer,
    "foreign": _foreign,
    "damaged": _damaged,
    "folder": _folder,
    "missing": Path.unlink,
    "picture": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000)),
}


def _everything(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def _read(dialog: QDialog, told: list[str]) -> None:
    told.append(dialog.windowTitle())
    told.extend(dialog.accessibleDescription().split("。"))


@pytest.mark.modal
@pytest.mark.parametrize("fault", SPOIL)
def test_a_bad_file_gets_one_dialog_and_is_left_as_it_is(
    fault, start_app, hands, chosen_file, work_folder, tmp_path
):
    file = work_folder / "100%完了 #1.sdproj"
    shutil.copyfile(Shelf(tmp_path / "shelf").path("sick-child-care", "ja"), file)
    SPOIL[fault](file)
    before = _everything(work_folder)
    window = start_app()
    chosen_file(file)
    told: list[str] = []

    def read_and_close(dialog: QDialog) -> None:
        _read(dialog, told)
        hands.press(Qt.Key.Key_Return)

    seen = hands.answer(read_and_close)
    hands.ctrl(Qt.Key.Key_O)
    hands.until(lambda: seen)
    hands.qtbot.wait(50)
    title, *rest = [part for part in told if part.strip()]
    assert len(seen) == 1
    assert JAPANESE.search(title)
    assert len(rest) >= 2
    assert "Traceback" not in "".join(told)
    assert window.start_screen() is not None
    assert _everything(work_folder) == before


@pytest.mark.modal
@pytest.mark.parametrize("data", [b"", "写真ではない".encode(), b"\x89PNG\r\n\x1a\n" + bytes(500)])
def test_a_photo_that_is_no_picture_is_refused_in_one_dialog(
    data, start_app, hands, chosen_file, work_folder, tmp_path
):
    window = start_app(Shelf(tmp_path / "shelf").path("senior-tablets", "ja"))
    hands.until(lambda: window.workspace() is not None)
    project = window.workspace().project
    before = project.dump()
    photo = work_folder / "顔.png"
    photo.write_bytes(data)
    chosen_file(photo)
    told: list[str] = []

    def ask_for_a_photo(_dialog: QDialog) -> None:
        refusal = hands.answer(lambda dialog: (_read(dialog, told), hands.press(Qt.Key.Key_Return)))
        told_of.append(refusal)
        hands.tab_to("写真を入れる")
        hands.press(Qt.Key.Key_Return)

    told_of: list[list[str]] = []
    hands.tab_to("ペルソナ、")
    hands.press(Qt.Key.Key_Return)
    hands.tab_to("顔を選ぶ")
    hands.answer(ask_for_a_photo)
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: told_of and told_of[0])
    assert len([part for part in told if part.strip()]) >= 3
    assert project.dump() == before
    assert project.all(Persona)


def test_a_missing_font_file_is_told_in_one_line(tmp_path):
    """An installation that lost a file: the program with its data, but for one font."""
    shutil.copytree(
        ROOT / "servicedesign",
        tmp_path / "servicedesign",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copytree(ROOT / "resources", tmp_path / "resources", copy_function=os.link)
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    (tmp_path / "resources" / "fonts" / "NotoSansJP-Bold.ttf").unlink()
    out = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "-P", "-m", "servicedesign", "export", "--example", "single-parent",
         "-o", str(out)],
        env={**os.environ, "PYTHONPATH": str(tmp_path), "SERVICEDESIGN_LANG": "ja"},
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "NotoSansJP-Bold.ttf" in done.stderr
    assert not out.exists()
