"""Every page for the room is read from the back of it, in both languages, on both projectors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.projects import Shelf
from support.room import every_page

from servicedesign.i18n import LANGUAGES
from servicedesign.ui.room.audience_page import AudiencePage

CASES = (
    *(("single-parent", size) for size in ((1920, 1080), (1366, 768), (1024, 768))),
    ("empty", (1366, 768)),
    ("crowded", (1366, 768)),
)
"""Projects and projectors: the least and the most that a page has to bear, on the smaller one."""
LEAST = 0.044
"""Share of the height that type has at least."""
BODY = 56
"""Size of what a section says, in units."""
PATIENCE = 60
"""Most leaves of one page that are looked at."""


def leaves(page: AudiencePage) -> range:
    return range(min(page.leaf_count(), PATIENCE))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("state", "size"), CASES, ids=str)
def test_every_text_has_its_height_and_stays_on_the_page(
    state: str, lang: str, size: tuple[int, int], shelf: Shelf, stage_on: Any
) -> None:
    stage = stage_on(shelf.open(state, lang), lang)
    stage.workspace.timer().start(600, "一人で書き出す", "班で読み合う")
    small: list[str] = []
    outside: list[str] = []
    seen = 0
    for name, page in every_page(stage):
        page.resize(*size)
        for number in leaves(page):
            page.show_leaf(number)
            where = f"{name} leaf {number + 1}"
            page.grab()
            small += [
                f"{where}: {text!r} {px:.1f}" for text, px in page.texts() if px < LEAST * size[1]
            ]
            leaf = page.leaf()
            outside += [
                f"{where}: {words.text!r} {words.box}"
                for words in leaf.words
                if words.box.right() > leaf.width + 1
                or words.box.bottom() > leaf.height + 1
                or words.box.left() < -1
                or words.box.top() < -1
            ]
        seen += 1
        page.deleteLater()
    stage.workspace.timer().stop()
    assert seen >= 3
    assert small == []
    assert outside == []


def test_no_page_can_be_pressed_or_takes_the_keys(shelf: Shelf, stage_on: Any) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QAbstractButton, QWidget

    stage = stage_on(shelf.open("single-parent", "ja"))
    for name, page in every_page(stage):
        parts = [page, *page.findChildren(QWidget)]
        assert [p for p in parts if p.focusPolicy() is not Qt.FocusPolicy.NoFocus] == [], name
        assert page.findChildren(QAbstractButton) == [], name
        assert page.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents), name
        page.deleteLater()


def test_a_text_that_does_not_fit_goes_on_over_the_leaves_without_losing_a_word(
    tmp_path: Path, stage_on: Any
) -> None:
    from servicedesign.model import Persona, msg
    from servicedesign.store import create_project
    from servicedesign.tools.persona.audience_page import PersonaPage

    words = "".join(f"第{number}の願いは夜に相談できること。" for number in range(200))
    project = create_project(tmp_path / "長い.sdproj")
    with project.edit(msg("書く")):
        project.put(persona := Persona(name="佐伯 美咲", wishes=words, dream="🏡" * 40))
    stage = stage_on(project)
    page = PersonaPage(stage.workspace.context, persona.id)
    page.resize(1366, 768)
    said: list[str] = []
    for number in range(page.leaf_count()):
        page.show_leaf(number)
        said += [text for text, size in page.leaf().texts() if size == BODY]
    assert page.leaf_count() > 3
    assert words in "".join(said)
    assert "🏡" * 40 in "".join(said)


def test_a_page_keeps_its_leaf_while_its_words_change(tmp_path: Path, stage_on: Any) -> None:
    from servicedesign.model import Persona, msg
    from servicedesign.store import create_project
    from servicedesign.tools.persona import actions

    project = create_project(tmp_path / "人.sdproj")
    fields = dict.fromkeys(("wishes", "problems", "dream"), "言葉。" * 60)
    with project.edit(msg("書く")):
        project.put(persona := Persona(name="佐伯", chosen=True, **fields))
    stage = stage_on(project)
    stage.window.room().show_choice("persona")
    audience = stage.workspace.audience()
    assert audience.turn(1)
    assert audience.turn(1)
    actions.write_field(project, persona.id, "problems", "窓口が三つ。" * 40)
    stage.settle()
    assert audience.page().leaf_number() == 2
    while audience.turn(1):
        pass
    assert audience.page().leaf_number() == audience.page().leaf_count() - 1
