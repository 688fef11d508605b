"""The house keeps its shape: one-way imports, small files, docstrings, and no machine's own paths."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "servicedesign"
MODULES = sorted(PACKAGE.rglob("*.py"))
PAPER_MAY = ("drawing", "dates", "errors", "message")
QT_FREE = ("cli", "store", "paper", "exchange", "tools")

ONE_CLASS_FOLDERS = ("canvas", "widgets", "dialogs")
LINES = 500
DOCUMENTED = 0.95
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/[\w.]")
TEXT_SUFFIXES = {
    ".py",
    ".md",
    ".toml",
    ".json",
    ".po",
    ".lock",
    ".txt",
    ".desktop",
    ".xml",
    ".cfg",
    "",
}


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_imports_run_one_way() -> None:
    tool = Path(sys.executable).with_name("lint-imports" + Path(sys.executable).suffix)
    done = subprocess.run(
        [str(tool), "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_tool_reaches_another_only_through_model_and_store() -> None:
    graph = grimp.build_graph("servicedesign", cache_dir=None)

    def tool_of(module: str) -> str | None:
        parts = module.split(".")
        inside = len(parts) > 2 and parts[1] == "tools" and (PACKAGE / "tools" / parts[2]).is_dir()
        return parts[2] if inside else None

    crossings = [
        f"{module} imports {other}"
        for module in sorted(graph.modules)
        if tool_of(module)
        for other in graph.find_modules_directly_imported_by(module)
        if tool_of(other) not in {None, tool_of(module)}
    ]
    assert crossings == []


def test_the_sheet_kit_knows_drawings_dates_and_sentences_but_no_record() -> None:
    graph = grimp.build_graph("servicedesign", cache_dir=None)
    known = {
        other
        for module in graph.modules
        if module.startswith("servicedesign.paper")
        for other in graph.find_modules_directly_imported_by(module)
        if other.startswith("servicedesign.model")
    }
    assert known <= {f"servicedesign.model.{name}" for name in PAPER_MAY}


@pytest.mark.parametrize("part", QT_FREE)
def test_nothing_below_ui_loads_qt(part: str) -> None:
    code = (
        f"import sys, servicedesign.{part};"
        "print(*sorted(m for m in sys.modules if m.split('.')[0] in {'PySide6', 'shiboken6', 'qtpy'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


def test_no_file_grows_past_500_lines() -> None:
    sources = [*MODULES, *(ROOT / "packaging").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    lengths = {_named(path): path.read_text("utf-8").count("\n") for path in sources}
    assert {name: length for name, length in lengths.items() if length > LINES} == {}


def test_canvas_widgets_and_dialogs_hold_one_public_class_a_file() -> None:
    crowded = {}
    for path in MODULES:
        if set(path.relative_to(PACKAGE).parts) & set(ONE_CLASS_FOLDERS):
            body = ast.parse(path.read_text("utf-8")).body
            names = [n.name for n in body if isinstance(n, ast.ClassDef) and _is_part(n)]
            if len(names) > 1:
                crowded[_named(path)] = names
    assert crowded == {}


def _is_part(node: ast.ClassDef) -> bool:
    """Tell whether a class is a public part of the screen, and not the plain data it is given."""
    data = {
        "dataclass",
        "Enum",
        "StrEnum",
        "IntEnum",
        "Flag",
        "NamedTuple",
        "Protocol",
        "TypedDict",
    }
    said = {
        getattr(part, "id", getattr(part, "attr", ""))
        for mark in (*node.decorator_list, *node.bases)
        for part in ast.walk(mark)
    }
    return not node.name.startswith("_") and not said & data


def test_every_module_opens_with_what_it_owns() -> None:
    silent = [
        _named(path)
        for path in MODULES
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_public_names_are_documented() -> None:
    names = [(f"{_named(path)}: {name}", said) for path in MODULES for name, said in _public(path)]
    silent = [name for name, said in names if not said]
    assert len(silent) <= (1 - DOCUMENTED) * len(names), silent


def _public(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield the public classes and functions of a module, and whether each says what it is."""
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    todo: list[tuple[str, ast.AST]] = [("", ast.parse(path.read_text("utf-8")))]
    while todo:
        prefix, parent = todo.pop()
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, kinds) and not node.name.startswith("_"):
                yield prefix + node.name, ast.get_docstring(node) is not None
                if isinstance(node, ast.ClassDef):
                    todo.append((f"{prefix}{node.name}.", node))


def test_no_committed_file_names_a_place_on_one_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    names = [name for name in listed.stdout.split("\0") if Path(name).suffix in TEXT_SUFFIXES]
    if listed.returncode:
        pytest.skip("not a git working tree")
    found = [
        f"{name}:{number}"
        for name in names
        if (ROOT / name).is_file()
        for number, line in enumerate(_text(ROOT / name).splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")
