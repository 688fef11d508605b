"""The command line as scripts use it: every command, in a real process where it matters."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from servicedesign.cli import main, reader_language
from servicedesign.paper.raster import page_count, page_text

EXAMPLES = ("single-parent", "sick-child-care", "senior-tablets")


def run(*words, expect=0):
    """Run one command in this process; the app must not be asked to open."""
    status = main([str(word) for word in words], lambda *_: pytest.fail("opened the app"))
    assert status == expect
    return status


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The three examples as files."""
    from servicedesign.exchange.examples import build_example

    folder = tmp_path_factory.mktemp("examples")
    for example in EXAMPLES:
        build_example(example, folder / f"{example}.sdproj", "ja").close()
    return folder


def test_words_that_are_no_command_open_the_app_with_that_file():
    opened = []

    def open_app(file, example, lang):
        opened.append((str(file) if file else None, example, lang))
        return 0

    main(["町の計画.sdproj"], open_app)
    main([], open_app)
    main(["open", "--example", "single-parent", "--lang", "en"], open_app)
    assert opened == [
        ("町の計画.sdproj", None, None),
        (None, None, None),
        (None, "single-parent", "en"),
    ]


@pytest.mark.parametrize("example", EXAMPLES)
def test_dump_load_dump_is_identical_and_prints_the_same_text(example, built, tmp_path):
    file = built / f"{example}.sdproj"
    again = tmp_path / "again.sdproj"
    run("dump", file, "-o", tmp_path / "one.json")
    run("load", tmp_path / "one.json", again)
    run("dump", again, "-o", tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    texts = []
    for source, out in ((file, tmp_path / "one.pdf"), (again, tmp_path / "two.pdf")):
        run("export", source, "-o", out)
        data = out.read_bytes()
        texts.append([page_text(data, page) for page in range(page_count(data))])
    assert texts[0] == texts[1]
    assert any(texts[0])


def test_info_tells_people_and_scripts(built, capsys):
    run("info", built / "single-parent.sdproj", "--json")
    summary = json.loads(capsys.readouterr().out)
    assert summary["records"]["note"] == 45
    assert summary["records"]["participant"] == 12
    assert "principles" in summary["sheets"]
    run("info", built / "single-parent.sdproj")
    assert summary["service_name"] in capsys.readouterr().out


def test_sheets_and_tools_are_listed(capsys):
    run("sheets", "--json")
    rows = json.loads(capsys.readouterr().out)
    assert {"persona", "journey-map", "idea-cards", "prototype", "principles", "workbook"} <= {
        row["id"] for row in rows
    }
    assert all(row["title"] and row["tool"] and "A4" in row["papers"] for row in rows)
    run("tools")
    assert "persona" in capsys.readouterr().out


def test_a_new_project_holds_the_principles_and_an_existing_file_is_left_alone(tmp_path, capsys):
    file = tmp_path / "新しい.sdproj"
    run("new", file, "--template", "half-day", "--name", "図書館の移動")
    run("check", file)
    before = file.read_bytes()
    capsys.readouterr()
    run("new", file, expect=1)
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "Traceback" not in error
    assert file.read_bytes() == before
    run("new", tmp_path / "b.sdproj", "--template", "none", expect=2)


def test_ideas_come_in_from_a_list(built, tmp_path, capsys):
    file = tmp_path / "p.sdproj"
    run("copy", built / "single-parent.sdproj", file)
    (tmp_path / "in.csv").write_text("題名,内容\n新しい案,ためす\n", encoding="cp932")
    run("notes", file, tmp_path / "in.csv", "--board", "1")
    run("info", file, "--json")
    assert '"note": 46' in capsys.readouterr().out
    run("notes", file, tmp_path / "in.csv", "--board", "どこにもない", expect=1)


def test_an_anonymised_copy_has_no_participant_in_its_bytes(built, tmp_path):
    from servicedesign.model import Participant
    from servicedesign.store import open_project

    project = open_project(built / "single-parent.sdproj", read_only=True)
    names = [p.name for p in project.all(Participant)]
    project.close()
    assert len(names) == 12
    run("copy", built / "single-parent.sdproj", tmp_path / "anon.sdproj", "--anonymise")
    data = (tmp_path / "anon.sdproj").read_bytes()
    for name in names:
        assert name.encode() not in data
    run("check", tmp_path / "anon.sdproj")


def test_posters_are_cut_into_tiles_and_pictures_are_numbered(built, tmp_path):
    file = built / "single-parent.sdproj"
    poster = tmp_path / "poster.pdf"
    run("export", file, "-o", poster, "--sheet", "journey-map", "--paper", "A1", "--tile", "A3")
    assert page_count(poster.read_bytes()) > 4
    run("export", file, "-o", tmp_path / "p.png", "--sheet", "principles")
    assert (tmp_path / "p-1.png").exists()


def test_blank_worksheets_need_no_project(tmp_path, capsys):
    run("export", "--blank", "-o", tmp_path / "out", "--lang", "en")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"persona.pdf", "journey-map.pdf", "principles.pdf"} <= names
    capsys.readouterr()
    run("export", "-o", tmp_path / "x.pdf", expect=2)
    run("export", "--blank", "-o", tmp_path / "x.pdf", "--sheet", "nothing", expect=2)


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"\0" * 84])
def test_files_that_are_no_project_get_one_line_and_stay_as_they_are(content, tmp_path, capsys):
    file = tmp_path / "bad.sdproj"
    file.write_bytes(content)
    for command in (
        ("info", file),
        ("check", file),
        ("dump", file),
        ("export", file, "-o", tmp_path / "o.pdf"),
        ("copy", file, tmp_path / "c.sdproj"),
    ):
        run(*command, expect=1)
        error = capsys.readouterr().err
        assert error.strip()
        assert error.count("\n") == 1
    assert file.read_bytes() == content
    assert sorted(p.name for p in tmp_path.iterdir() if p.name != "home") == ["bad.sdproj"]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"a": 1, "a": 2}',
        '{"format": "servicedesign", "version": 1, "records": {"persona": [{"id": 1}]}}',
        '{"format": "servicedesign", "version": 99, "records": {}}',
        "[" * 100_000,
        '{"x": NaN}',
    ],
)
def test_json_that_is_no_dump_is_refused_in_one_line_and_leaves_no_file(text, tmp_path, capsys):
    (tmp_path / "in.json").write_text(text, encoding="utf-8")
    run("load", tmp_path / "in.json", tmp_path / "out.sdproj", expect=1)
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert not (tmp_path / "out.sdproj").exists()


def test_messages_follow_the_environment():
    assert reader_language({}) == "ja"
    assert reader_language({"LANG": "en_GB.UTF-8"}) == "en"
    assert reader_language({"LANG": "en_GB.UTF-8", "SERVICEDESIGN_LANG": "ja"}) == "ja"


def test_a_missing_file_is_told_in_a_real_process_without_a_traceback(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "servicedesign", "info", str(tmp_path / "100%完了 #1.sdproj")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "100%完了 #1.sdproj" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_loads_neither_qt_nor_the_sheet_kit():
    code = (
        "import sys; from servicedesign.cli import main; main(['--help'], None);"
        "heavy = {'PySide6', 'reportlab', 'PIL', 'sqlite_utils', 'pypdfium2'} & set(sys.modules);"
        "sys.exit(bool(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0
