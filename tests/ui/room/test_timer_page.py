"""The timer for the room: large, in every state, and never two texts on each other."""

from __future__ import annotations

import pytest

from servicedesign.ui.room.timer_page import TimerPage

SIZES = [(1920, 1080), (1366, 768), (1024, 768), (1280, 1024)]
LONG = "班ごとに出した案をもう一度読み合わせて、似たものをまとめて表札をつける"


def pages(timed, size):
    page = TimerPage(timed.workspace.context)
    page.resize(*size)
    timer, clock = timed.timer, timed.clock
    timer.stop()
    yield "idle", page
    timer.start(600, "一人で書き出す", "班で読み合う")
    clock.now += 78
    timer.look()
    yield "running", page
    timer.pause()
    yield "paused", page
    timer.resume()
    clock.now += 1_000
    timer.look()
    yield "over", page
    timer.start(999 * 60, LONG, LONG)
    yield "long", page
    page.deleteLater()


@pytest.mark.parametrize("size", SIZES)
def test_it_can_be_read_from_the_back(timed, size):
    for state, page in pages(timed, size):
        texts = page.texts()
        assert texts, state
        least = 48 * page.unit()
        assert all(height >= least - 0.01 for _, height in texts), (state, texts)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_lies_on_anything_else_nor_outside(timed, size):
    for state, page in pages(timed, size):
        leaf = page.leaf()
        boxes = [line.box for line in leaf.words]
        for number, box in enumerate(boxes):
            assert box.left() >= 0, state
            assert box.right() <= leaf.width + 1, (state, leaf.words[number].text)
            assert box.bottom() <= leaf.height, state
            assert not any(box.intersects(other) for other in boxes[number + 1 :]), state


def test_over_it_is_dark_with_what_went_by(timed):
    looks = {}
    for state, page in pages(timed, (1280, 720)):
        if state in ("running", "over"):
            picture = page.grab().toImage()
            looks[state] = (picture.pixelColor(4, 4).lightness(), dict(page.texts()))
    assert looks["running"][0] > 240
    assert looks["over"][0] < 80
    assert "時間です" in looks["over"][1]
    assert "+07:58" in looks["over"][1]
    assert "08:42" in looks["running"][1]
    assert any("班で読み合う" in text for text in looks["running"][1])
