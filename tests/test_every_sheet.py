"""Every registered sheet prints whole: empty, full, overfull, in both languages, on all its papers."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from support.printed import (
    JAPANESE,
    font_objects,
    outside,
    page_words,
    pieces,
    squeeze,
    texts_in,
    written_texts,
)
from support.projects import DAY, EXAMPLES, Shelf, crowded
from support.sheet_samples import TITLES

from servicedesign.exchange.export import ExportPlan, draw_sheet, gather_sheet, sheet_job
from servicedesign.i18n import LANGUAGES
from servicedesign.model import RECORDS, Board, msg
from servicedesign.model.record import field_specs
from servicedesign.paper.document import Document
from servicedesign.store import Project
from servicedesign.tools import all_sheets, tool_for_kind
from servicedesign.tools.registry import SheetSpec

BOOK = "workbook"
STATES = (*EXAMPLES, "empty", "crowded", "blank")
CASES = [
    (spec, paper, state, lang)
    for spec in all_sheets()
    for paper in spec.papers
    for state in STATES
    for lang in LANGUAGES
    # What is overfull takes many pages: those of the paper that the sheet is made for will do.
    if state != "crowded" or paper == spec.papers[0]
    # Posters are the same sheet at another scale: the full example and the empty form will do.
    if paper in ("A4", "A3") or state in (EXAMPLES[0], "blank")
    # The overfull book is nothing but all overfull sheets again.
    if (spec.id, state, lang) != (BOOK, "crowded", "ja")
]
LISTS = {"journey-map": ("pains", "sources", "changes")}
"""What stands in lists behind a map: a poster on the wall goes without them, A3 and A4 have them."""
WALL = ("A1", "A0", "MOZO", "B1")
MARGIN_MM = 4
"""Nearer to the edge stand only the marks of poster tiles."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("projects"))


@pytest.fixture
def opened(shelf: Shelf) -> Iterator[Any]:
    """Opens projects of the shelf for reading."""
    projects: list[Project] = []

    def open_one(name: str, lang: str) -> Project:
        projects.append(
            shelf.open("single-parent" if name == "blank" else name, lang, read_only=True)
        )
        return projects[-1]

    yield open_one
    for project in projects:
        project.close()


def gathered(spec: SheetSpec, project: Project, state: str) -> Any:
    data = gather_sheet(spec, project, blank=state == "blank")
    if data is None:
        pytest.skip(f"{state} holds nothing for it")
    return data


def drawn(
    spec: SheetSpec, data: Any, project: Project, state: str, lang: str, **plan: Any
) -> Document:
    whole = ExportPlan(blank=state == "blank", lang=lang, day=DAY, **plan)
    return draw_sheet(spec, data, sheet_job(spec, whole, project), whole.tile)


def ids(value: object) -> str | None:
    return value.id if isinstance(value, SheetSpec) else None


@pytest.mark.parametrize(("spec", "paper", "state", "lang"), CASES, ids=ids)
def test_it_prints_whole_with_all_faces_inside_and_nothing_lost(
    spec: SheetSpec, paper: str, state: str, lang: str, opened: Any
) -> None:
    project = opened(state, lang)
    data = gathered(spec, project, state)
    pdf = drawn(spec, data, project, state, lang, paper=paper).pdf_bytes()
    fonts = font_objects(pdf)
    assert fonts
    assert [name for name, inside in fonts.items() if not inside or "Helvetica" in name] == []
    assert outside(pdf, MARGIN_MM) == []
    pages = page_words(pdf)
    assert all(pages)
    if state != "crowded":
        assert "〓" not in "".join(pages)
    if state != "blank":
        promised = without_lists(spec, data) if paper in WALL else data
        assert missing(project, promised, pages) == []


def without_lists(spec: SheetSpec, data: Any) -> Any:
    """Return the data of a map without what is told in lists behind it."""
    left_out = dict.fromkeys(LISTS.get(spec.id, ()), ())
    if not left_out:
        return data
    maps = tuple(dataclasses.replace(one, **left_out) for one in data.maps)
    return dataclasses.replace(data, maps=maps)


def missing(project: Project, data: Any, pages: list[str]) -> list[str]:
    """Return the texts that the sheet took from the project and did not print whole.

    Long texts run over columns, cards and pages. The name of a board stands in the file's outline,
    where there are several.
    """
    hay = "".join(pages)
    promised = written_texts(project) & set(texts_in(data))
    promised -= {board.title for board in project.all(Board)}
    lost = []
    for text in sorted(promised):
        wanted = squeeze(text)
        if wanted not in hay and pieces(wanted, hay) > 3 + len(wanted) // 60:
            lost.append(text[:80])
    return lost


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("spec", all_sheets(), ids=ids)
def test_it_prints_as_a_poster_in_tiles(spec: SheetSpec, lang: str, opened: Any) -> None:
    project = opened("single-parent", lang)
    document = drawn(
        spec, gathered(spec, project, "single-parent"), project, "full", lang, paper="A1", tile="A3"
    )
    pdf = document.pdf_bytes()
    assert len(page_words(pdf)) == len(document.pages) > 1
    assert all(font_objects(pdf).values())


@pytest.mark.parametrize("state", [*EXAMPLES, "blank"])
@pytest.mark.parametrize("spec", all_sheets(), ids=ids)
def test_an_english_sheet_speaks_no_japanese(spec: SheetSpec, state: str, opened: Any) -> None:
    project = opened(state, "en")
    document = drawn(spec, gathered(spec, project, state), project, state, "en")
    found = [words for words in page_words(document.pdf_bytes()) if JAPANESE.search(words)]
    assert [JAPANESE.findall(words)[:20] for words in found] == []
    warnings = [job_words for note in document.warnings if (job_words := document.job.t(note))]
    assert [words for words in warnings if JAPANESE.search(words)] == []


@pytest.mark.parametrize("state", ["single-parent", "sick-child-care", "blank"])
def test_the_twelve_titles_stand_exactly_as_decided(state: str, opened: Any) -> None:
    spec = next(one for one in all_sheets() if one.id == "principles")
    project = opened(state, "ja")
    words = "".join(
        page_words(drawn(spec, gathered(spec, project, state), project, state, "ja").pdf_bytes())
    )
    assert [title for title in TITLES if title not in words] == []


OWNED = [
    (spec, RECORDS[kind])
    for spec in all_sheets()
    if spec.record_kind is not None and (tool := tool_for_kind(spec.record_kind)) is not None
    for kind in tool.kinds
]


@pytest.mark.parametrize(
    ("spec", "cls"),
    OWNED,
    ids=lambda value: ids(value) if isinstance(value, SheetSpec) else value.KIND,
)
def test_markup_and_long_texts_in_any_field_print_as_they_are(
    spec: SheetSpec, cls: Any, shelf: Shelf, tmp_path: Any
) -> None:
    lang = "ja"
    source = shelf.open("single-parent", lang, read_only=True)
    project = _copy(source, tmp_path)
    try:
        found = project.all(cls)
        if not found:
            pytest.skip("the example has none")
        with project.edit(msg("変える")):
            project.put(dataclasses.replace(found[0], **_overlong(cls)))
        data = spec.gather(project)
        pdf = drawn(spec, data, project, "full", lang).pdf_bytes()
        assert outside(pdf, MARGIN_MM) == []
        assert missing(project, data, page_words(pdf)) == []
    finally:
        project.close()


def _copy(source: Project, folder: Any) -> Project:
    from servicedesign.store import open_project

    source.copy_to(folder / "copy.sdproj")
    source.close()
    return open_project(folder / "copy.sdproj")


def _overlong(cls: Any) -> dict[str, str]:
    """Return 10,000 characters for every text field, each beginning with its own mark."""
    hints = {field.name: field.type for field in dataclasses.fields(cls)}
    names = [
        name for name, spec in field_specs(cls).items() if spec.searchable and hints[name] == "str"
    ]
    odd = f" {' '.join(crowded.ODD_WORDS)} "
    filler = "窓口は平日の昼だけ開いている。"
    return {
        name: (f"〈{number}〉{odd}" + filler * 1000)[:10_000] for number, name in enumerate(names)
    }
