"""The one command that builds every example into a folder."""

import subprocess
import sys

from servicedesign.exchange.beginnings import EXAMPLES
from servicedesign.store import open_project


def build(project_root, folder, *options):
    command = [sys.executable, str(project_root / "packaging" / "build_examples.py"), str(folder)]
    return subprocess.run(
        [*command, *options], capture_output=True, text=True, check=False, cwd=project_root
    )


def test_builds_every_example_and_leaves_existing_files_alone(project_root, tmp_path):
    done = build(project_root, tmp_path / "made", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    before = {}
    for example in EXAMPLES:
        path = tmp_path / "made" / f"{example.id}.sdproj"
        before[path] = path.read_bytes()
        project = open_project(path, read_only=True)
        assert project.info.service_name.isascii()
        project.close()
    again = build(project_root, tmp_path / "made")
    assert again.returncode == 1
    assert "Traceback" not in again.stderr
    assert {path: path.read_bytes() for path in before} == before
