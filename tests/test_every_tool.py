"""Every tool with an editor: two views on one project stay equal, whatever is changed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from support import records as made_up
from support.projects import Shelf, now
from support.screen import shown_texts

from servicedesign.i18n import LANGUAGES, translator
from servicedesign.model import (
    RECORDS,
    AgendaItem,
    Image,
    Link,
    PayoffItem,
    PayoffMatrix,
    ProjectError,
    ProjectInfo,
    Record,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.store import Project
from servicedesign.tools import all_tools
from servicedesign.tools.registry import Tool, load
from servicedesign.ui.screens import Stage, set_stage
from servicedesign.ui.settings import Settings

WITH_EDITOR = [tool for tool in all_tools() if tool.editor is not None]
STEPS = 40
SIZE = (1366, 900)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Project], Stage]]:
    """Opens windows on a project that is open already, and closes them all before it."""
    stages: list[Stage] = []
    projects: list[Project] = []

    def _open(project: Project) -> Stage:
        settings = Settings(tmp_path / f"settings-{len(stages)}.json")
        settings.set("preview_shown", False)
        projects.append(project)
        stages.append(set_stage(qapp, project, lang="ja", size=SIZE, clock=now, settings=settings))
        return stages[-1]

    yield _open
    for stage in stages:
        stage.close()
    for project in projects:
        project.close()


def ids(value: object) -> str:
    return value.id if isinstance(value, Tool) else str(value)


def editor(stage: Stage, tool: Tool) -> Any:
    stage.workspace.show_view(tool.id)
    view = stage.workspace.current_tool()
    assert view is not None
    return view.editor


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("tool", WITH_EDITOR, ids=ids)
def test_two_views_on_one_project_stay_equal(
    tool: Tool, seed: int, shelf: Shelf, window: Callable[[Project], Stage]
) -> None:
    choose = random.Random(seed)
    project = shelf.open("single-parent", "ja")
    first, second = window(project), window(project)
    editors = [editor(first, tool), editor(second, tool)]
    for _ in range(STEPS):
        random_step(project, tool, choose)
    for stage in (first, second):
        stage.settle()
    late = window(project)
    editors.append(editor(late, tool))
    shown = records_of(project, tool)[:2]
    for record in shown:  # what does not move the view leaves all of them where the last one did
        for one in editors:
            one.reveal(*place(project, record))
    for record in shown:
        for one in editors:
            one.reveal(*place(project, record))
        for stage in (first, second, late):
            stage.settle()
        texts = [shown_texts(one) for one in editors]
        assert difference(texts[0], texts[2]) == []
        assert difference(texts[1], texts[2]) == []


def place(project: Project, record: Record) -> tuple[str, str, str]:
    """Return where all views are to stand: a cursor and a mode of the view are nobody else's."""
    if isinstance(record, AgendaItem):
        return record.KIND, record.id, "title"
    if isinstance(record, PayoffMatrix):
        items = project.all(PayoffItem, matrix_id=record.id)
        if items:
            return PayoffItem.KIND, items[0].id, "impact"
    return record.KIND, record.id, ""


def records_of(project: Project, tool: Tool) -> list[Record]:
    found = project.records()
    return [record for kind in tool.kinds for record in found.get(kind, ())]


def difference(one: list[str], other: list[str]) -> list[str]:
    """Return what only one of two sorted lists of texts holds."""
    rest = list(other)
    missing = [text for text in one if text not in rest or rest.remove(text)]
    return [*(f"- {text[:80]}" for text in missing), *(f"+ {text[:80]}" for text in rest)]


def random_step(project: Project, tool: Tool, choose: random.Random) -> None:
    """Change, add or delete something the tool shows or links to, or take a step back."""
    what = choose.random()
    if what < 0.15:
        project.undo()
        return
    if what < 0.25:
        project.redo()
        return
    known = made_up.ids_of(project)
    kind = choose.choice([*tool.kinds, *tool.kinds, "finding", Link.KIND])
    found = project.all(RECORDS[kind])
    try:
        with project.edit(msg("変える")):
            if found and what < 0.7:
                project.put(made_up.changed(choose.choice(found), choose, known))
            elif found and what < 0.8 and kind != ProjectInfo.KIND:
                project.delete(choose.choice(found))
            elif kind not in (ProjectInfo.KIND, Image.KIND):
                made = made_up.record(kind, choose, known)
                if made is not None:
                    project.put(made)
    except ProjectError:
        pass  # others need the record: refused as a whole


@pytest.mark.parametrize("tool", all_tools(), ids=ids)
def test_everything_a_tool_names_is_there(tool: Tool) -> None:
    assert set(tool.kinds) <= set(RECORDS)
    for sheet in tool.sheets:
        assert callable(sheet.gather)
        assert callable(sheet.draw)
        assert callable(sheet.blank_data) or not sheet.has_blank
    if tool.state is not None:
        assert callable(load(tool.state))


@pytest.mark.parametrize("tool", all_tools(), ids=ids)
def test_titles_and_summaries_are_said_in_both_languages(tool: Tool) -> None:
    english = translator("en")
    for text in (tool.title, tool.summary, *(sheet.title for sheet in tool.sheets)):
        assert english(text) != text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["single-parent", "empty", "crowded"])
@pytest.mark.parametrize("tool", all_tools(), ids=ids)
def test_progress_is_told_of_any_project(tool: Tool, name: str, lang: str, shelf: Shelf) -> None:
    with shelf.open(name, lang, read_only=True) as project:
        progress = tool.progress(project)
    assert isinstance(progress, Progress)
    if name == "empty" and tool.id != "principles":
        assert progress is Progress.NONE
