"""The evidence chain on screen: walked by keys, gaps mended one after the other, paper and size."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.sheet_checks import outside, words_on

from servicedesign.exchange.examples import build_example
from servicedesign.i18n import translator
from servicedesign.model import Board, Issue, Note, msg
from servicedesign.paper.document import FrameInfo, SheetJob
from servicedesign.paper.papers import PAPERS
from servicedesign.store import Project
from servicedesign.tools.chain import sheet
from servicedesign.tools.chain.editor import Part
from servicedesign.tools.chain.graph import read_graph, unfolded
from servicedesign.tools.chain.layout import place
from servicedesign.tools.chain.path import way_through
from servicedesign.tools.chain_gaps import find_chain_gaps

Key = Qt.Key


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with build_example("sick-child-care", tmp_path / "例.sdproj", "ja") as made:
        yield made


def kind_of(project: Project, editor) -> str:
    return project.find_any(editor.current()).KIND


def test_arrows_walk_from_the_words_of_residents_to_what_came_of_them(open_editor, project) -> None:
    editor = open_editor(project, "chain")
    assert kind_of(project, editor) == "issue"
    QTest.keyClick(editor.view, Key.Key_Left)
    assert kind_of(project, editor) == "persona"
    QTest.keyClick(editor.view, Key.Key_Left)
    assert kind_of(project, editor) == "interview"
    for wanted in ("persona", "issue", "how_might_we", "note"):
        QTest.keyClick(editor.view, Key.Key_Right)
        assert kind_of(project, editor) == wanted
    assert editor.view.accessibleDescription()


def test_n_goes_round_all_gaps_and_enter_to_the_record(open_editor, project) -> None:
    editor = open_editor(project, "chain")
    seen = []
    for _ in editor.gaps():
        QTest.keyClick(editor.view, Key.Key_N)
        seen.append(editor.pane.gaps.currentRow())
    assert seen == list(range(len(editor.gaps())))
    editor.reveal("issue", project.all(Issue)[0].id, "")
    QTest.keyClick(editor.view, Key.Key_Return)
    assert editor.window().workspace().current_view() == "issues"


def test_only_the_way_and_only_the_gaps(open_editor, project) -> None:
    editor = open_editor(project, "chain")
    everything = set(editor.view.picture().nodes)
    editor.show_part(Part.WAY)
    way = set(editor.view.picture().nodes)
    assert way
    assert everything - way
    assert editor.current() in way
    editor.show_part(Part.BROKEN)
    assert any(node.broken for node in editor.view.picture().nodes.values())
    editor.show_part(Part.ALL)
    editor.view.fit_all()
    bottom = max(editor.view.rect_of(one).bottom() for one in editor.view.picture().nodes)
    assert bottom <= editor.view.viewport().height()


def test_a_gap_that_is_mended_leaves_the_list(open_editor, project, qtbot) -> None:
    editor = open_editor(project, "chain")
    before = len(editor.gaps())
    gap = next(one for one in editor.gaps() if one.kind.id == "issue_without_question")
    with project.edit(msg("見送る")):
        project.put(replace(gap.record, chosen=False))
    qtbot.waitUntil(lambda: len(editor.gaps()) == before - 1)


def test_five_thousand_ideas_are_folded_and_stay_quick(project) -> None:
    board = project.all(Board)[0]
    with project.edit(msg("足す")):
        for number in range(5_000):
            project.put(Note(board_id=board.id, number=100 + number, text="案"))
    started = time.perf_counter()
    graph = read_graph(project, find_chain_gaps(project))
    shown = unfolded(graph)
    ids = {node.id for node in shown}
    place(shown, [pair for pair in graph.edges if set(pair) <= ids])
    assert time.perf_counter() - started < 0.5
    assert len(shown) <= 7 * 12
    assert graph.totals[4] >= 5_000


def test_nodes_of_a_column_never_overlap(project) -> None:
    graph = read_graph(project, find_chain_gaps(project))
    shown = unfolded(graph)
    rows = place(shown, graph.edges)
    for column in range(7):
        here = sorted(rows[node.id] for node in shown if node.column == column)
        assert all(b - a >= 1 - 1e-9 for a, b in itertools.pairwise(here))
    first = shown[0].id
    assert first in way_through(graph, first)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_the_poster_keeps_to_the_paper_and_tells_its_gaps(project, lang: str, paper: str) -> None:
    frame = FrameInfo("病児保育", "みどり野町", "こども未来課", date(2026, 11, 5))
    job = SheetJob(PAPERS[paper], "landscape", translator(lang), frame, False)
    document = sheet.draw(sheet.gather(project), job)
    assert outside(document) == []
    if paper == "A3":  # on A4 long words go on overleaf, and that is said
        assert document.warnings == ()
    said = "".join(one.text for n in range(len(document.pages)) for one in words_on(document, n))
    assert str(len(find_chain_gaps(project))) in said
