"""Lines for the projector: as large as fits, broken where one reads on, and nothing lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from servicedesign.paper.prohibit import NOT_AT_END, NOT_AT_START
from servicedesign.ui.room.leaf import LEAST
from servicedesign.ui.room.lines import lay, measure, one_line
from servicedesign.ui.room.screen_places import place_beside, window_place

QUESTION = "どうすれば美咲さんが、平日に仕事を休まず、一度の相談で手続を進められるか"


def test_a_question_ends_its_lines_at_commas() -> None:
    laid = lay(QUESTION, 1696, 480, 104, LEAST, bold=True, balanced=True)
    assert laid.lines == (
        "どうすれば美咲さんが、",
        "平日に仕事を休まず、",
        "一度の相談で手続を進められるか",
    )
    assert laid.size >= 100
    assert laid.rest == ""


def test_type_shrinks_to_the_least_and_the_rest_is_given_back() -> None:
    laid = lay(QUESTION * 40, 1696, 300, 104, LEAST)
    assert laid.size == LEAST
    assert "".join(laid.lines) + laid.rest == QUESTION * 40
    assert laid.height <= 300


@given(
    words=st.text(alphabet="あいうアー、。「」（）漢字々っょABc 12…\n", max_size=300),
    width=st.integers(200, 1800),
    height=st.integers(60, 900),
    balanced=st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_no_character_is_lost_and_no_line_is_too_long(
    words: str, width: int, height: int, balanced: bool
) -> None:
    laid = lay(words, width, height, 104, LEAST, balanced=balanced)

    def bare(text: str) -> str:
        return "".join(text.split())

    assert bare("".join(laid.lines) + laid.rest) == bare(words)
    assert all(measure(line, laid.size) <= width + 1 for line in laid.lines)
    assert laid.height <= max(height, laid.size) + 1


def test_lines_obey_the_rules_of_punctuation() -> None:
    words = "「窓口は、どこですか。」と聞かれた（平日の昼）ので、案内した。" * 8
    for width in range(400, 1700, 50):
        for line in lay(words, width, 900, 56, 56).lines:
            assert line[0] not in NOT_AT_START, line
            assert line[-1] not in NOT_AT_END, line


def test_one_line_shrinks_first_and_then_ends_in_dots() -> None:
    assert one_line("短い", 76, False, 500, LEAST) == ("短い", 76)
    words, size = one_line("少し長い題名です", 76, False, 500, LEAST)
    assert words == "少し長い題名です"
    assert size < 76
    words, size = one_line("とても" * 500, 76, False, 500, LEAST)
    assert size == LEAST
    assert words.endswith("…")
    assert measure(words, size) <= 500


def test_a_window_beside_another_lies_on_the_screen_and_not_over_it() -> None:
    room = QRect(0, 0, 1920, 1040)
    for taken in (QRect(0, 0, 1200, 900), QRect(900, 100, 1000, 800), QRect(100, 500, 900, 500)):
        place = place_beside(room, taken)
        assert place is not None
        assert room.contains(place)
        assert not place.intersects(taken)
    assert place_beside(room, QRect(0, 0, 1920, 1040)) is None
    assert room.contains(window_place(room))
    assert QRect(0, 0, 800, 600).contains(window_place(QRect(0, 0, 800, 600)))
