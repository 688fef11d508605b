"""What the command line does with bad input and bad output: one line, its exit status, no harm."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from servicedesign.cli import main
from servicedesign.exchange.examples import build_example
from servicedesign.model import Persona, msg
from servicedesign.store import open_project

PROGRAM = [sys.executable, "-m", "servicedesign"]


def run(*words) -> int:
    return main([str(word) for word in words], lambda *_: pytest.fail("opened the app"))


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "町.sdproj"
    build_example("senior-tablets", path, "ja").close()
    return path


def one_line(capsys) -> str:
    said = capsys.readouterr().err.strip()
    assert said
    assert "\n" not in said
    assert "Traceback" not in said
    assert "思わぬ" not in said
    return said


@pytest.mark.parametrize("name", ["町.sdproj", "./町.sdproj", "別.sdproj", "印.json"])
def test_a_project_is_never_replaced_by_what_is_written_out(
    name, file, tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "別.sdproj").write_bytes(file.read_bytes())
    (tmp_path / "印.json").symlink_to(file)
    before = file.read_bytes()
    assert run("dump", file, "-o", name) == 1
    assert "置き換えません" in one_line(capsys)
    assert file.read_bytes() == before
    assert (tmp_path / "別.sdproj").read_bytes() == before


def test_a_project_under_a_sheets_name_is_not_replaced(file, tmp_path, capsys):
    odd = file.rename(tmp_path / "町.pdf")
    before = odd.read_bytes()
    assert run("export", odd, "-o", odd, "--sheet", "persona") == 1
    assert "置き換えません" in one_line(capsys)
    assert odd.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="no FIFOs there")
def test_what_is_no_ordinary_file_is_not_replaced(file, tmp_path, capsys):
    pipe = tmp_path / "管.json"
    os.mkfifo(pipe)
    assert run("dump", file, "-o", pipe) == 1
    assert "ふつうのファイルではありません" in one_line(capsys)
    assert pipe.is_fifo()


def test_of_a_link_the_file_behind_it_is_written(file, tmp_path):
    (tmp_path / "共有").mkdir()
    link, behind = tmp_path / "印.json", tmp_path / "共有" / "本体.json"
    link.symlink_to(behind)
    assert run("dump", file, "-o", link) == 0
    assert link.is_symlink()
    assert behind.read_text("utf-8").startswith("{")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("words", [["info"], ["info", "--json"], ["dump"], ["check"]])
def test_an_output_that_is_full_is_told_in_one_line(words, file):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *words, str(file)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    said = done.stderr.decode().strip()
    assert done.returncode == 1
    assert "結果を画面に出せませんでした（空きがありません）" in said
    assert "\n" not in said


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes an output")
@pytest.mark.parametrize("words", [["info"], ["dump"], ["sheets"]])
def test_an_output_that_is_closed_is_told_in_one_line(words, file):
    rest = [] if words == ["sheets"] else [str(file)]
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *PROGRAM, *words, *rest],
        stderr=subprocess.PIPE,
        check=False,
    )
    said = done.stderr.decode().strip()
    assert done.returncode == 1
    assert "結果を画面に出せませんでした" in said
    assert "\n" not in said


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_stopping_leaves_nothing_half_done_and_says_so(file, tmp_path):
    target = tmp_path / "紙.pdf"
    process = subprocess.Popen(
        [*PROGRAM, "notes", str(file), "--board", "1", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Tests that run behind a shell are told to ignore the key, and would hand that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads
    )
    assert process.stdin is not None
    time.sleep(2.0)  # it waits for ideas
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 1
    assert said.decode().strip().startswith("中止しました")
    assert not target.exists()
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_the_files_fault(file, capsys):
    file.chmod(0)
    assert run("info", file) == 1
    assert "許しがありません" in one_line(capsys)


def test_a_restore_point_that_cannot_be_made_is_no_matter_for_the_terminal(tmp_path):
    nowhere = tmp_path / "人"
    nowhere.write_text("a file where the folder should be", "utf-8")
    done = subprocess.run(
        [*PROGRAM, "new", str(tmp_path / "町.sdproj")], capture_output=True, check=False,
        env={**os.environ, "SERVICEDESIGN_HOME": str(nowhere)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "町.sdproj").exists()


@pytest.mark.parametrize("command", ["dump", "copy", "info"])
def test_what_was_set_aside_is_told_wherever_it_is_missing(command, file, tmp_path, capsys):
    with open_project(file) as project, project.edit(msg("足す")):
        project.put(Persona(name="花子"))
    connection = sqlite3.connect(file)
    connection.execute('UPDATE "persona" SET "age"=\'x\' WHERE "name"=\'花子\'')
    connection.commit()
    connection.close()
    rest = {
        "dump": ["-o", tmp_path / "a.json"],
        "copy": [tmp_path / "写し.sdproj"],
        "info": ["--json"],
    }
    assert run(command, file, *rest[command]) == 0
    assert "除けました" in one_line(capsys)
