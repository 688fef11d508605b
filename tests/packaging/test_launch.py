"""What the two commands do: open, print, or check."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from support.scripts import script

launch = script("launch")
speech = script("speech")


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":1"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_window_needs_a_display(environ: dict[str, str], platform: str, expected: bool) -> None:
    assert launch.has_display(environ, platform) is expected


def test_without_a_file_the_example_is_opened_or_printed() -> None:
    assert launch.program_arguments(None, None) == ["open", "--example", "single-parent"]
    assert launch.program_arguments(None, "out") == [
        "export", "--example", "single-parent", "-o", "out",
    ]  # fmt: skip


def test_a_file_is_opened_or_printed() -> None:
    assert launch.program_arguments("a.sdproj", None) == ["open", "a.sdproj"]
    assert launch.program_arguments("a.sdproj", "out") == ["export", "a.sdproj", "-o", "out"]


def test_pytest_comes_last_and_gets_the_callers_arguments() -> None:
    names, commands = zip(*launch.checks(Path("bin/python"), ["-k", "board"]), strict=True)
    assert names == ("lint", "format", "types", "layers", "texts", "tests")
    assert commands[-1][-2:] == ["-k", "board"]


@pytest.mark.parametrize(
    ("name", "expected"), [("ja_JP", True), ("Japanese_Japan", True), ("en_US", False), ("", False)]
)
def test_the_scripts_speak_the_machines_language(name: str, expected: bool) -> None:
    assert speech.speaks_japanese(name) is expected


@pytest.mark.parametrize("command", ["run.py", "test.py"])
def test_the_commands_explain_themselves(command: str, project_root: Path) -> None:
    done = subprocess.run(
        [sys.executable, f"packaging/{command}", "--help"],
        cwd=project_root, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "--venv" in done.stdout


def test_the_commands_need_nothing_but_the_standard_library(project_root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-E", "-S", "packaging/run.py", "--help"],
        cwd=project_root, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_the_locks_name_versions_and_hashes_alone(name: str, project_root: Path) -> None:
    text = (project_root / "packaging" / name).read_text("utf-8")
    assert "://" not in text
    entries = [line for line in text.splitlines() if line[:1].isalnum()]
    assert entries
    assert all("==" in line for line in entries)
    assert "--hash=sha256:" in text


def test_qt_that_corrupts_memory_on_python_311_is_not_locked(project_root: Path) -> None:
    lines = (project_root / "packaging" / "requirements.lock").read_text("utf-8").splitlines()
    qt = [line for line in lines if line.startswith("pyside6-essentials==")]
    assert qt
    assert all("python_full_version >= '3.12'" in line for line in qt if "==6.12" in line)


@pytest.mark.parametrize("name", ["lint", "types", "layers"])
def test_the_locked_tools_know_the_options_they_are_given(name: str) -> None:
    command = dict(launch.checks(Path(sys.executable), []))[name]
    done = subprocess.run([*command, "--help"], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
