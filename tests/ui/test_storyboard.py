"""The storyboard by itself: as many frames side by side as there is room, photos, the menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from support.windows import finish_composing

from servicedesign.i18n import translator
from servicedesign.ui.storyboard.frame_view import FrameView
from servicedesign.ui.storyboard.storyboard_strip import StoryboardStrip
from servicedesign.ui.theme import apply_theme, load_fonts
from servicedesign.ui.widgets.page_scroll import PageScroll

JA = translator("ja")


@pytest.fixture
def strip(qtbot, qapp) -> Iterator[StoryboardStrip]:
    load_fonts()
    apply_theme(qapp, 100)
    made = StoryboardStrip(JA, reading=False)
    made.show_frames([FrameView(str(n), f"場面{n}", f"説明{n}") for n in range(8)])
    page = PageScroll(made)
    qtbot.addWidget(page)
    page.resize(1120, 600)
    page.show()
    yield made
    page.close()


def rows(strip: StoryboardStrip) -> list[int]:
    tops = [card.y() for card in strip.cards()]
    return [tops.count(top) for top in dict.fromkeys(tops)]


@pytest.mark.parametrize(
    ("width", "wanted"),
    [(1120, [5, 3]), (900, [4, 4]), (660, [3, 3, 2]), (430, [2, 2, 2, 2]), (200, [1] * 8)],
)
def test_as_many_frames_stand_side_by_side_as_have_room(qtbot, strip, width, wanted):
    page = strip.window()
    page.resize(width + page.width() - strip.width(), 600)
    qtbot.waitUntil(lambda: rows(strip) == wanted)
    assert all(card.geometry().right() < strip.width() for card in strip.cards())
    assert all(
        abs(card.picture.height() / card.picture.width() - 0.6) < 0.02 for card in strip.cards()
    )


def test_cards_keep_what_is_typed_and_the_focus_when_the_order_changes(qtbot, strip):
    card = strip.card("3")
    card.go_to("caption")
    finish_composing(card.caption, "あ")
    views = [card.shown() for card in strip.cards()]
    strip.show_frames([views[3], *views[:3], *views[4:]])
    assert strip.cards()[0] is card
    assert card.caption.hasFocus()
    assert "あ" in card.caption.text()


def test_every_part_has_a_name_and_tab_goes_frame_by_frame(strip):
    for number, card in enumerate(strip.cards(), 1):
        assert all(part.accessibleName() for part in card.parts())
        assert card.picture.accessibleName().startswith(f"コマ{number}")
    first, second = strip.cards()[:2]
    chain = [first.picture]
    while chain[-1] is not second.picture and len(chain) < 60:
        chain.append(chain[-1].nextInFocusChain())
    stops = [part for part in chain if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [one for one in stops if one in first.parts()] == list(first.parts())


def test_the_menu_offers_what_can_be_done_now(strip):
    menu = strip.menu("0", strip)
    usable = {one.text().split("\t")[0]: one.isEnabled() for one in menu.actions() if one.text()}
    assert usable["前へ動かす"] is False
    assert usable["後ろへ動かす"] is True
    assert usable["絵や写真を外す"] is False
    menu.deleteLater()
