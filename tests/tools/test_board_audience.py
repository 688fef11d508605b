"""Boards for the room: what is seen of them, how large, how often, and what never is."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.boards import board_project, field, ids
from support.windows import compose, finish_composing

from servicedesign.model import Board, BoardFrame, HowMightWe, Note, Participant, VoteRound
from servicedesign.model import msg as said
from servicedesign.tools.board import actions, clusters, notes

SIZES = [(1920, 1080), (1366, 768)]


@pytest.fixture
def project(tmp_path: Path):
    made = board_project(tmp_path)
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "board")


@pytest.fixture
def page(qtbot, editor):
    made = editor.audience_page()
    made.resize(1280, 720)
    made.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # as the window of the room
    made.show()
    editor.window().activateWindow()
    qtbot.waitUntil(editor.window().isActiveWindow)
    qtbot.waitUntil(made.is_complete)
    yield made
    made.hide()
    made.deleteLater()


class Paints(QObject):
    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def shown(page) -> str:
    return " ".join(text for text, _ in page.texts())


def settle(qtbot, page) -> None:
    QTest.qWait(120)
    qtbot.waitUntil(page.is_complete)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("whole", [False, True])
def test_every_word_can_be_read_from_the_back(qtbot, editor, project, page, size, whole):
    board = project.all(Board)[0]
    with project.edit(said("長い案")):
        note = project.all(Note)[0]
        project.put(replace(note, title="見出し", text="長い説明がつづく。" * 30, tags=("急ぎ",)))
        question = HowMightWe(
            sentence="どうすれば、仕事を休まずに一度で手続を終えられるか", position=1
        )
        project.put(question)
        project.put(replace(board, how_might_we_id=question.id))
    made = clusters.make_cluster(project, ids(project)[1:3], {})
    clusters.rename_cluster(project, made.id, "待つ時間を短くする")
    page.resize(*size)
    if whole:
        editor.room.toggle_whole()
    settle(qtbot, page)
    texts = page.texts()
    least = 48 * page.unit()
    assert [one for one in texts if one[1] < least - 0.01] == []
    assert any("仕事を休まず" in text for text, _ in texts)
    assert any("待つ時間" in text for text, _ in texts)


@pytest.mark.parametrize("frame", [BoardFrame.MATRIX, BoardFrame.COLUMNS])
def test_frames_say_their_names_large(qtbot, editor, project, page, frame):
    editor.framing.choose(frame)
    settle(qtbot, page)
    least = 48 * page.unit()
    assert all(size >= least - 0.01 for _, size in page.texts())


def test_neither_authors_nor_votes_nor_what_belongs_to_the_facilitator_is_seen(
    qtbot, editor, project, page
):
    person = Participant(name="佐伯 美咲")
    settle(qtbot, page)
    plain = page.grab().toImage()
    with project.edit(said("書いた人")):
        project.put(person)
        for note in project.all(Note):
            project.put(replace(note, author_id=person.id, tags=("内緒",), locked=True))
        target = project.all(Note)[0]
        project.put(VoteRound(board_id=target.board_id, target_ids=(target.id,), position=1))
    editor.view.selection.choose(ids(project))
    editor.view.selection.set_focus(ids(project)[0])
    settle(qtbot, page)
    assert "佐伯" not in shown(page)
    assert "内緒" not in shown(page)
    assert page.grab().toImage() == plain


def test_it_follows_where_the_facilitator_looks(qtbot, editor, project, page):
    far = notes.add_note(project, editor.board_id, "遠くの案", 9_000.0, 400.0)
    settle(qtbot, page)
    assert "遠くの案" not in shown(page)
    editor.view.zoom_to(0.4)
    editor.view.centre(QPointF(far.x + 80, far.y + 80))
    settle(qtbot, page)
    assert "遠くの案" in shown(page)
    assert all(size >= 48 * page.unit() - 0.01 for _, size in page.texts())


def squares(page):
    """Where the notes stand on the page that the room sees, in px of the page."""
    frame, top = page._frame(), page._canvas().top()
    return [
        (
            x,
            top + y,
            x + (e.right - e.left) * frame.scale,
            top + y + (e.bottom - e.top) * frame.scale,
        )
        for e in page._seen(frame)
        for x, y in [frame.at(e.left, e.top)]
    ]


def wall(project, editor, titles) -> None:
    """Fill a wall of five columns with notes."""
    with project.edit(said("壁")):
        for note in project.all(Note):
            project.delete(note)
    for number, title in enumerate(titles):
        notes.add_note(project, editor.board_id, title, 176.0 * (number % 5), 176.0 * (number // 5))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("across", [0, 110, 300])
@pytest.mark.parametrize("down", [0, 130, 420, 700])
def test_notes_in_view_are_whole_and_their_words_too(
    qtbot, editor, project, page, size, across, down
):
    titles = [
        f"きょうだいの送りを手伝う{n + 10}" if n % 3 else f"夜から仮予約{n + 10}" for n in range(25)
    ]
    wall(project, editor, titles)
    page.resize(*size)
    editor.view.zoom_to(0.9)
    editor.view.centre(QPointF(80.0 + across, 80.0 + down))
    settle(qtbot, page)
    words = "".join(text for text, _ in page.texts())
    assert "…" not in words
    seen = [title for title in titles if title in words]
    found = squares(page)
    assert len(seen) == len(found) >= 4
    canvas = page._canvas()
    for left, top, right, bottom in found:
        assert left >= -1
        assert top >= canvas.top() - 1
        assert right <= canvas.right() + 2
        assert bottom <= canvas.bottom() + 2


def test_a_long_note_is_read_whole_when_it_is_in_the_middle(qtbot, editor, project, page):
    long = "申し込みのときに一度だけ書けば、次からは名前と生年月日だけで済むようにする"
    wall(project, editor, [long if n == 12 else f"短い案{n}" for n in range(25)])
    page.resize(1920, 1080)
    editor.view.zoom_to(0.9)
    editor.view.centre(QPointF(2 * 176.0 + 80, 2 * 176.0 + 80))
    settle(qtbot, page)
    assert long in "".join(text for text, _ in page.texts())


def test_a_note_longer_than_a_page_says_as_much_as_there_is_room_for(qtbot, editor, project, page):
    wall(project, editor, ["とても長い案がつづく。" * 60])
    page.resize(1366, 768)
    editor.view.centre(QPointF(80, 80))
    settle(qtbot, page)
    words = "".join(text for text, _ in page.texts())
    assert "とても長い案" in words
    assert "…" in words


def test_a_note_that_is_added_or_changed_appears(qtbot, editor, project, page):
    first = project.all(Note)[0]
    notes.add_note(project, editor.board_id, "いま出た案", first.x, first.y + 176)
    editor.view.centre(QPointF(first.x + 80, first.y + 100))
    settle(qtbot, page)
    assert "いま出た案" in shown(page)
    with project.edit(said("直す")):
        project.put(replace(first, title="直した案"))
    settle(qtbot, page)
    assert "直した案" in shown(page)


def test_what_is_being_composed_does_not_flicker_in_the_room(qtbot, editor, project, page):
    first = project.all(Note)[0]
    editor.view.centre(QPointF(first.x + 80, first.y + 80))
    settle(qtbot, page)
    editor.writing.begin(first.id)
    settle(qtbot, page)
    before = page.grab().toImage()
    for preedit in ("か", "かき", "かきた", "書き足"):
        compose(field(), preedit)
        QApplication.processEvents()
        assert page.grab().toImage() == before
    finish_composing(field(), "書き足す")
    editor.writing.end()
    settle(qtbot, page)
    assert "書き足す" in shown(page)


def test_panning_paints_the_room_some_ten_times_a_second_at_most(qtbot, editor, page):
    settle(qtbot, page)
    paints = Paints(page)
    began = time.monotonic()
    for _ in range(60):
        editor.view.pan(3, 0)
        QTest.qWait(10)
    assert 2 <= paints.count <= (time.monotonic() - began) * 10 + 2


def test_nothing_is_painted_while_it_is_hidden_or_nothing_happens(qtbot, editor, page):
    settle(qtbot, page)
    paints = Paints(page)
    QTest.qWait(300)
    assert paints.count == 0
    page.hide()
    editor.view.pan(40, 0)
    QTest.qWait(200)
    assert paints.count == 0


def test_the_whole_board_is_shown_when_wanted(qtbot, editor, project, page):
    notes.add_note(project, editor.board_id, "遠くの案", 4_000.0, 400.0)
    settle(qtbot, page)
    editor.commands()["board_room"]()
    settle(qtbot, page)
    numbers = [str(note.number) for note in project.all(Note)]
    assert set(numbers) <= {text for text, _ in page.texts()}
    assert editor.room.whole
    editor.commands()["board_room"]()
    assert not editor.room.whole


def test_a_page_that_is_held_keeps_its_board(qtbot, editor, project, page):
    other = actions.add_board(project, "別の案")
    notes.add_note(project, other.id, "別のボードの案", 0.0, 0.0)
    editor.show_board(other.id)
    settle(qtbot, page)
    assert "別のボードの案" not in shown(page)
    assert "案その1" in shown(page)
    first = project.all(Note)[0]
    with project.edit(said("直す")):
        project.put(replace(first, title="直した案"))
    page.refresh(None)
    settle(qtbot, page)
    assert "直した案" in shown(page)


def test_an_empty_board_asks_its_question_alone(qtbot, editor, project, page):
    with project.edit(said("消す")):
        for note in project.all(Note):
            project.delete(note)
    page.refresh(None)
    settle(qtbot, page)
    assert shown(page) == "案"
    assert page.texts()[0][1] > 90 * page.unit()


def test_without_a_board_there_is_no_page(open_editor, tmp_path):
    from servicedesign.store import create_project

    empty = create_project(tmp_path / "空.sdproj")
    assert open_editor(empty, "board").audience_page() is None
    empty.close(discard=True)
