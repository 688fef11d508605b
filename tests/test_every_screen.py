"""Every registered screen opens in both languages, speaks one language, and can be reached by Tab."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMainWindow, QWidget
from support.printed import JAPANESE
from support.projects import Shelf, now
from support.screen import nameless, shown_texts, too_small

from servicedesign.i18n import LANGUAGES
from servicedesign.ui.room.audience_window import AudienceWindow
from servicedesign.ui.screens import Screen, Stage, screens, set_stage
from servicedesign.ui.settings import Settings

LAPTOP = (1366, 768)
OWN_NAMES = ("日本語",)
"""Words that stay as they are in the other language: the name of a language."""

CASES = [
    (screen, state, lang)
    for screen in screens()
    for state in (("single-parent",) if screen.is_dialog else ("single-parent", "empty", "crowded"))
    for lang in LANGUAGES
    # What people wrote is Japanese in any case when there is too much of it.
    if (state, lang) != ("crowded", "en")
]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("projects"))


class Watch(QObject):
    """Notes what is shown as a window of its own and is none: it would flash on a real screen."""

    def __init__(self) -> None:
        super().__init__()
        self.flashed: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            inner = isinstance(watched.parent(), QComboBox)  # its list of choices
            own = QMainWindow | QDialog | AudienceWindow
            if watched.isWindow() and not inner and not isinstance(watched, own):
                self.flashed.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def show(
    qapp: QApplication, shelf: Shelf, tmp_path: Path
) -> Iterator[Callable[[Screen, str, str], QWidget]]:
    """Brings a screen up and takes it down again."""
    opened: list[Any] = []

    def _show(screen: Screen, state: str, lang: str) -> QWidget:
        settings = Settings(tmp_path / "settings.json")
        settings.set("folder", str(tmp_path))
        project = shelf.open(state, lang) if screen.needs_project else None
        stage = set_stage(qapp, project, lang=lang, size=LAPTOP, clock=now, settings=settings)
        shown = screen.build(stage)
        opened.extend([project, stage, shown])
        return shown

    yield _show
    project, stage, shown = opened
    assert isinstance(stage, Stage)
    if shown is not stage.window:
        shown.close()
    stage.close()
    if project is not None:
        project.close()


def ids(value: object) -> str:
    return value.id if isinstance(value, Screen) else str(value)


@pytest.mark.parametrize(("screen", "state", "lang"), CASES, ids=ids)
def test_it_opens_and_all_that_tab_reaches_is_named_and_large_enough(
    screen: Screen, state: str, lang: str, watch: Watch, show: Any
) -> None:
    shown = show(screen, state, lang)
    assert watch.flashed == []
    assert nameless(shown) == []
    assert too_small(shown) == []
    texts = shown_texts(shown)
    assert texts
    if lang == "en":
        japanese = [text for text in texts if JAPANESE.search(text) and text not in OWN_NAMES]
        assert japanese == []
