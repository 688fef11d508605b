"""When the environment counts as complete, and what a person reads when it cannot be made."""

from __future__ import annotations

import errno
import json
import shutil
from pathlib import Path

import pytest
from support.scripts import script

environment = script("environment")
speech = script("speech")

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder with no more than what an environment depends on."""
    root = tmp_path / "project"
    (root / "packaging").mkdir(parents=True)
    shutil.copy(ROOT / "pyproject.toml", root)
    for name in environment.LOCKS.values():
        shutil.copy(ROOT / "packaging" / name, root / "packaging")
    return root


@pytest.fixture
def folder(project: Path) -> Path:
    """An environment's folder with an interpreter in it, but no stamp yet."""
    venv = project / ".venv"
    python = environment.python_of(venv)
    python.parent.mkdir(parents=True)
    python.touch()
    return venv


def test_an_environment_without_stamp_is_not_ready(project: Path, folder: Path) -> None:
    assert not environment.is_ready("run", folder, project)


def test_a_stamped_environment_is_ready(project: Path, folder: Path) -> None:
    environment.write_stamp(folder, ["run"], project)
    assert environment.is_ready("run", folder, project)
    assert not environment.is_ready("dev", folder, project)


def test_an_environment_for_tests_serves_the_program_too(project: Path, folder: Path) -> None:
    environment.write_stamp(folder, ["run", "dev"], project)
    assert environment.is_ready("run", folder, project)
    assert environment.is_ready("dev", folder, project)


def test_a_changed_lock_asks_for_a_new_installation(project: Path, folder: Path) -> None:
    environment.write_stamp(folder, ["run", "dev"], project)
    with (project / "packaging" / environment.LOCKS["dev"]).open("a") as lock:
        lock.write("another==1\n")
    assert environment.is_ready("run", folder, project)
    assert not environment.is_ready("dev", folder, project)


def test_a_changed_dependency_asks_for_a_new_installation(project: Path, folder: Path) -> None:
    environment.write_stamp(folder, ["run"], project)
    text = (project / "pyproject.toml").read_text("utf-8")
    (project / "pyproject.toml").write_text(text.replace("click>=8.1", "click>=8.2"), "utf-8")
    assert not environment.is_ready("run", folder, project)


def test_a_changed_lint_rule_asks_for_nothing(project: Path, folder: Path) -> None:
    environment.write_stamp(folder, ["run"], project)
    text = (project / "pyproject.toml").read_text("utf-8")
    (project / "pyproject.toml").write_text(text + "\n[tool.other]\nx = 1\n", "utf-8")
    assert environment.is_ready("run", folder, project)


def test_a_moved_project_asks_for_a_new_installation(project: Path, folder: Path) -> None:
    environment.write_stamp(folder, ["run"], project)
    moved = project.rename(project.with_name("moved"))
    assert not environment.is_ready("run", moved / ".venv", moved)


def test_a_lost_interpreter_asks_for_a_new_installation(project: Path, folder: Path) -> None:
    environment.write_stamp(folder, ["run"], project)
    environment.python_of(folder).unlink()
    assert not environment.is_ready("run", folder, project)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"run": 1}'])
def test_a_damaged_stamp_counts_as_none(folder: Path, text: str) -> None:
    (folder / environment.STAMP).write_text(text)
    assert environment.read_stamp(folder) == {}


def test_a_folder_with_other_things_is_never_cleared(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("keep me")
    with pytest.raises(speech.SetupError) as caught:
        environment._refuse_foreign_folder(tmp_path)
    assert str(tmp_path) in caught.value.english


def test_an_empty_missing_or_half_made_environment_may_be_made_anew(tmp_path: Path) -> None:
    environment._refuse_foreign_folder(tmp_path / "missing")
    environment._refuse_foreign_folder(tmp_path)
    (tmp_path / "pyvenv.cfg").write_text("version = 3.11.0\n")
    environment._refuse_foreign_folder(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["pyvenv.cfg"]


@pytest.mark.parametrize(
    ("output", "word"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left", "disk"),
        ("WARNING: Retrying … NewConnectionError: Temporary failure in name resolution", "network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "lock names"),
        ("ERROR: something else\n", "something else"),
        ("", "?"),
    ],
)
def test_a_failed_installation_is_told_in_one_line(output: str, word: str, tmp_path: Path) -> None:
    refusal = environment.explain_pip(output, tmp_path / "install.log")
    assert word in refusal.english
    assert "\n" not in refusal.english + refusal.japanese


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_a_fault_of_the_disk_is_told_in_one_line(number: int, tmp_path: Path) -> None:
    refusal = environment.explain_os_error(OSError(number, "fault"), tmp_path / ".venv")
    assert str(tmp_path) in refusal.english
    assert "\n" not in refusal.english + refusal.japanese


def test_a_refusal_becomes_an_exit_status_and_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    def refuse() -> int:
        raise speech.SetupError("だめです", "No")

    assert environment.guarded(refuse) == 1
    assert capfd.readouterr().err.strip() in {"だめです", "No"}


def test_the_stamp_appears_whole(project: Path, folder: Path) -> None:
    environment.write_stamp(folder, ["run"], project)
    assert set(json.loads((folder / environment.STAMP).read_text())) == {"run"}
    assert not list(folder.glob("*.new"))
