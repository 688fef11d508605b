"""Keeps the English catalogue complete: what the code says to people, against what is translated.

Owns the way from the marked strings in ``servicedesign/`` to the compiled catalogue that the
program reads. The Japanese sentence is the key; the English is written by hand, one .po file an
area (model, store, paper, exchange, cli, ui, app, tools, tools.<tool>). Must not change a .po file.

    python packaging/catalogue.py             compile, and report what is wrong
    python packaging/catalogue.py --check     fail when anything is wrong or the .mo is stale
    python packaging/catalogue.py --missing   print the entries to write, grouped by file
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.frontend import parse_keywords
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, PoFileParser, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "servicedesign"
ENGLISH = ROOT / "resources" / "locale" / "en"
COMPILED = ENGLISH / "LC_MESSAGES" / "servicedesign.mo"

MARKERS = ["t", "N_", "msg", "plural:1,1", "context:1c,2"]
"""The calls that mark a string, in Babel's notation."""

TEXT_ARGUMENT = {"t": 0, "N_": 0, "msg": 0, "plural": 0, "context": 1}
"""Which argument of each marking call is the text."""

KEEP = "keep-japanese"
"""The flag of an entry whose English rightly holds Japanese: ``#, keep-japanese``."""

FIXED_DATE = datetime(2026, 1, 1, tzinfo=UTC)
PLACE = re.compile(r"\{(\w+)\}")
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff01-\uff9f]")

Key = tuple[str | None, str]
"""Context and Japanese text: what names an entry."""


@dataclass(frozen=True)
class Marked:
    """A marked string in the code.

    Attributes:
        key: its context and text.
        plural: whether it counts something.
        path: the file it stands in, below the project.
        line: its line, from 1.
    """

    key: Key
    plural: bool
    path: Path
    line: int


class Entries(Catalog):
    """The entries of one .po file, which remember what was written twice."""

    def __init__(self) -> None:
        """Start an empty English catalogue."""
        super().__init__(locale="en", fuzzy=False)
        self.twice: list[str] = []

    def __setitem__(self, id: str | tuple[str, ...] | list[str], message: Message) -> None:  # noqa: A002 - Babel's own name
        """Add an entry and note a repetition of its key."""
        text = forms_of(message.id)[0]
        if text and self.get(text, message.context) is not None:
            self.twice.append(text)
        super().__setitem__(id, message)


def area_of(path: Path) -> str:
    """Return the area (the .po file's name) that a source file, named from the root, belongs to."""
    parts = path.with_suffix("").parts[1:]
    if parts[0] == "tools":
        return f"tools.{parts[1]}" if len(parts) > 2 else "tools"
    return "app" if parts[0].startswith("__") else parts[0]


def source_files() -> list[Path]:
    """Return every module of the package, in a fixed order."""
    return sorted(SOURCE.rglob("*.py"))


def marked_in(text: bytes, path: Path) -> Iterator[Marked]:
    """Yield the marked strings of one module's source."""
    keywords = parse_keywords(MARKERS)
    for line, message, _, context in extract("python", io.BytesIO(text), keywords=keywords):
        first = message if isinstance(message, str) else message[0]
        if first:
            yield Marked((context, first), not isinstance(message, str), path, line)


def unreadable_marks(text: bytes, path: Path) -> Iterator[str]:
    """Yield a line for each marked text that no extractor can read: f-strings, choices, sums."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        place = TEXT_ARGUMENT.get(name)
        if place is not None and len(node.args) > place and _is_built(node.args[place]):
            yield (
                f"{path}:{node.lineno}: {name}(…) must get one whole sentence; "
                "mark each sentence by itself and fill {places}"
            )


def _is_built(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return True
    if isinstance(node, ast.IfExp):
        return any(_is_text(part) or _is_built(part) for part in (node.body, node.orelse))
    return isinstance(node, ast.BinOp) and (_is_text(node.left) or _is_text(node.right))


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def read_entries(path: Path) -> Entries:
    """Read one .po file strictly.

    Raises:
        PoFileError: the file is not in gettext's form.
    """
    entries = Entries()
    parser = PoFileParser(entries, ignore_obsolete=True, abort_invalid=True)
    with path.open("rb") as handle:
        parser.parse(handle)
    return entries


def forms_of(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Return the singular and plural forms of an entry's text, or the text alone."""
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def key_of(message: Message) -> Key:
    """Return the context and text that name an entry."""
    return message.context or None, forms_of(message.id)[0]


def entry_problems(message: Message) -> Iterator[str]:
    """Yield what is wrong with one entry by itself."""
    key = key_of(message)
    forms = forms_of(message.string)
    if message.fuzzy:
        yield "is marked fuzzy"
    if not all(forms):
        yield "has no English"
        return
    wanted = set(PLACE.findall(key[1]))
    for index, form in enumerate(forms):
        found = set(PLACE.findall(form))
        one_thing = index == 0 and len(forms) > 1
        if found - wanted or (wanted - found) - ({"n"} if one_thing else set()):
            yield f"has other places than the Japanese: {form!r}"
        if "’" in form:
            yield f"has ’ for ': {form!r}"
        if JAPANESE.search(form) and KEEP not in message.flags:
            yield f"has Japanese in the English: {form!r}"


@dataclass
class State:
    """The code and the catalogues side by side.

    Attributes:
        marked: the first place of every marked string.
        entries: every entry of every .po file, the first one of each key.
        problems: what is wrong, a line each.
    """

    marked: dict[Key, Marked]
    entries: dict[Key, Message]
    problems: list[str]

    @property
    def missing(self) -> list[Marked]:
        """The marked strings without an entry, in the order of the code."""
        return [mark for key, mark in self.marked.items() if key not in self.entries]


def read_state() -> State:
    """Read the code and the catalogues and compare them."""
    state = State({}, {}, [])
    for path in source_files():
        text, place = path.read_bytes(), path.relative_to(ROOT)
        try:
            state.problems += unreadable_marks(text, place)
        except SyntaxError as error:
            state.problems.append(f"{place}:{error.lineno}: does not parse")
            continue
        for mark in marked_in(text, place):
            kept = state.marked.setdefault(mark.key, mark)
            if kept.plural != mark.plural:
                state.problems.append(
                    f"{place}:{mark.line}: {mark.key[1]!r} counts here, not there"
                )
    for path in sorted(ENGLISH.glob("*.po")):
        _read_into(state, path)
    for mark in state.missing:
        state.problems.append(f"{mark.path}:{mark.line}: no English for {_shown(mark.key)}")
    return state


def _read_into(state: State, path: Path) -> None:
    name = path.relative_to(ROOT)
    try:
        entries = read_entries(path)
    except (PoFileError, UnicodeDecodeError) as error:
        state.problems.append(f"{name}: {error}")
        return
    state.problems += [f"{name}: {text!r} stands here twice" for text in entries.twice]
    for message in entries:
        key = key_of(message)
        if not key[1]:
            continue
        shown = _shown(key)
        state.problems += [f"{name}: {shown} {problem}" for problem in entry_problems(message)]
        mark = state.marked.get(key)
        if mark is None:
            state.problems.append(f"{name}: {shown} is said nowhere any more")
        elif mark.plural != (len(forms_of(message.id)) > 1):
            state.problems.append(
                f"{name}: {shown} needs {'two forms' if mark.plural else 'one form'}"
            )
        kept = state.entries.setdefault(key, message)
        if kept.string != message.string:
            state.problems.append(f"{name}: {shown} is translated in two ways; give it a context")


def _shown(key: Key) -> str:
    return repr(key[1]) if key[0] is None else f"{key[1]!r} ({key[0]})"


def compiled(state: State) -> bytes:
    """Return the compiled catalogue: the same bytes for the same entries, whatever the day."""
    merged = Catalog(
        locale="en", project="servicedesign", version="1", fuzzy=False, charset="utf-8",
        creation_date=FIXED_DATE, revision_date=FIXED_DATE,
        msgid_bugs_address="", last_translator="Service Design Workshop", language_team="en",
    )  # fmt: skip
    for key, message in sorted(
        state.entries.items(), key=lambda item: (item[0][0] or "", item[0][1])
    ):
        if key in state.marked:
            merged.add(message.id, message.string, context=message.context)
    out = io.BytesIO()
    write_mo(out, merged)
    return out.getvalue()


def print_missing(state: State) -> None:
    """Print the entries to write, each under the file it belongs in."""
    areas: dict[str, Catalog] = {}
    for mark in state.missing:
        catalogue = areas.setdefault(area_of(mark.path), Catalog(locale="en"))
        text = (mark.key[1], mark.key[1]) if mark.plural else mark.key[1]
        where = [(mark.path.as_posix(), mark.line)]
        catalogue.add(text, locations=where, context=mark.key[0])
    for area, catalogue in sorted(areas.items()):
        out = io.BytesIO()
        write_po(out, catalogue, omit_header=True, width=0)
        print(f"# ==== resources/locale/en/{area}.po\n{out.getvalue().decode()}")


def main(arguments: list[str]) -> int:
    """Do what the arguments ask; return 1 when a check fails."""
    parser = argparse.ArgumentParser(description="Keeps the English catalogue complete.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail on any fault")
    parser.add_argument("--missing", action="store_true", help="print the entries to write")
    chosen = parser.parse_args(arguments)
    state = read_state()
    if chosen.missing:
        print_missing(state)
        return 0
    fresh = compiled(state)
    stale = not COMPILED.is_file() or COMPILED.read_bytes() != fresh
    if chosen.check and stale:
        state.problems.append(
            f"{COMPILED.relative_to(ROOT)} is stale: python packaging/catalogue.py"
        )
    if not chosen.check and stale:
        COMPILED.parent.mkdir(parents=True, exist_ok=True)
        COMPILED.write_bytes(fresh)
    for problem in state.problems:
        print(problem)
    print(
        f"{len(state.marked)} texts, {len(state.entries)} entries, {len(state.problems)} problems"
    )
    return 1 if chosen.check and state.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
