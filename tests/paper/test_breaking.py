"""Lines: nothing is lost, nothing forbidden begins or ends one, none is too wide."""

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesign.paper.breaking import break_lines, shortfall, wrap
from servicedesign.paper.clean import clean
from servicedesign.paper.fonts import font_book
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.paper.prohibit import NOT_AT_END, NOT_AT_START, SMALL_KANA, may_split

BOOK = font_book()
WORDS = st.sampled_from(
    [
        *(
            "平日は",
            "休まずに",
            "手続を",
            "終えたい。",
            "「受け付けた」",
            "（小2）",
            "ページ",
            "キャッシュ",
        ),
        *("……", "――", "12万円", "7時50分", "第2版", "H-03", "Wi-Fi", "to finish", "face-to-face"),
        *(
            "𠮷野",
            "☑",
            "、",
            "。",
            "ー",
            "っ",
            " ",
            "　",
            "\n",
            "3か月",
            "100%",
            "A‹B社",
            "葛\U000e0100",
        ),
    ]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=40).map("".join), st.text(max_size=120))


def texts(lines):
    return [line.text for line in lines]


def broken(text, width_mm, size=12, **options):
    return texts(wrap(clean(text), BOOK, width_mm * PT_PER_MM, size, **options))


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.floats(3, 120), st.booleans(), st.booleans())
def test_no_text_is_lost_and_lines_follow_one_another(text, width, bold, relaxed):
    text = clean(text)
    lines = list(break_lines(text, BOOK, width * PT_PER_MM, 12, bold=bold, relaxed=relaxed))
    at = 0
    for line in lines:
        assert line.start == at
        part = text[line.start : line.end]
        assert part.startswith(line.text)
        assert part[len(line.text) :].strip(" \u3000\n") == ""
        at = line.end
    assert at in {len(text), len(text) + 1}


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.floats(3, 120))
def test_no_line_is_wider_than_the_column_unless_it_is_one_character(text, width):
    limit = width * PT_PER_MM
    for line in wrap(clean(text), BOOK, limit, 12):
        wide = BOOK.measure(line.text, 12)
        assert wide == pytest.approx(line.width * 12 / 1000, abs=0.01)
        assert wide <= limit + 0.02 or len(line.text) == 1


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS.filter(lambda w: w not in {"\n", " ", "　"}), min_size=1, max_size=40))
def test_lines_begin_and_end_as_the_standard_allows(words):
    text = clean("".join(words))
    lines = wrap(text, BOOK, 60 * PT_PER_MM, 12)
    for before, line in pairwise(lines):
        if _must_split(text, before, line):
            continue
        assert line.text[0] not in NOT_AT_START | SMALL_KANA
        assert before.text[-1] not in NOT_AT_END
        assert not (before.text[-1] == line.text[0] and line.text[0] in "…―")


def _must_split(text, before, line):
    """A stretch in which the last places all are forbidden has to be split somewhere."""
    places = range(before.end, max(before.start, before.end - 8), -1)
    return not any(may_split(text, at, relaxed=False) for at in places)


def test_lines_end_at_phrases():
    assert broken(
        "平日は休まずに手続を終えたい。夕方の2時間は、子どもと過ごす時間として守りたい。", 84
    ) == [
        "平日は休まずに手続を終えたい。夕方の",
        "2時間は、子どもと過ごす時間として",
        "守りたい。",
    ]


def test_numbers_keep_their_units_and_words_stay_whole():
    for width in range(20, 80, 3):
        lines = broken(
            "申請までに仕事を3回休み、給料は約2万円減。7時50分にWi-FiでH-03を見た……と――。", width
        )
        for whole in ("3回", "約2万円", "7時50分", "Wi-Fi", "H-03", "……", "――"):
            assert any(whole in line for line in lines), (width, whole, lines)


def test_the_last_line_has_three_characters_or_more():
    for width in range(25, 90):
        lines = broken(
            "育った町で友人はいるが、事情を話せる人は一人だけ。行事には仕事で出られず、少し離れて見ている。",
            width,
        )
        assert len(lines[-1].rstrip("。")) >= 3
    assert broken("。", 30) == ["。"]


@pytest.mark.parametrize(
    ("text", "ems", "first"),
    [
        ("県に週1回、町から日にちを聞く", 11, "県に週1回、町から"),
        ("灯油代の立て替えも案内", 10, "灯油代の"),
        ("自宅（郵便）、電話", 7, "自宅"),
        ("電話は平日12時台だけ。封筒に名前を出さない。", 8.5, "電話は平日"),
        ("「手当があるらしい。私も当てはまるのかな」", 7.5, "「手当が"),
    ],
)
def test_a_line_that_cannot_end_well_ends_a_little_earlier(text, ems, first):
    assert broken(text, ems * 12 / PT_PER_MM)[0] == first


def test_titles_are_balanced():
    assert broken("届出の日の「はじめの一枚」", 65, 20, bold=True, balanced=True) == [
        "届出の日の",
        "「はじめの一枚」",
    ]
    lines = wrap("土曜のまとめて相談の日を町で開く", BOOK, 60 * PT_PER_MM, 16, balanced=True)
    widths = [line.width for line in lines]
    assert max(widths) < 1.6 * min(widths)


def test_english_breaks_between_words():
    lines = broken("To finish the paperwork without missing work. To keep the two hours.", 60)
    assert " ".join(lines) == "To finish the paperwork without missing work. To keep the two hours."
    assert all(line == line.strip() for line in lines)


def test_small_kana_may_open_a_line_on_narrow_notes_only():
    text = "キャッシュレスサービスセンター"
    strict = broken(text, 14, 12)
    assert all(line[0] not in SMALL_KANA for line in broken(text, 17, 12)[1:])
    assert all(line[0] not in SMALL_KANA for line in strict[1:])


def test_paragraphs_and_empty_lines_are_kept():
    assert broken("一つめ\n\n二つめ\n", 60) == ["一つめ", "", "二つめ", ""]
    assert broken("", 60) == [""]


def test_the_shortfall_follows_the_width():
    assert [shortfall(w * 1000) for w in (10, 15, 30)] == [0.40, 0.22, 0.12]


@pytest.mark.parametrize(
    "text",
    [
        "平日は休まずに手続を終えたい。夕方の2時間は、子どもと過ごす時間として守りたい。" * 5000,
        "a" * 200_000,
        "、" * 200_000,
        "「" * 200_000,
        "1" * 200_000,
        " " * 200_000,
        "\n" * 200_000,
    ],
    ids=["sentences", "one word", "commas", "brackets", "digits", "spaces", "line ends"],
)
def test_two_hundred_thousand_characters_are_no_trouble(text):
    text = text[:200_000]
    start = time.process_time()
    lines = wrap(text, BOOK, 84 * PT_PER_MM, 12)
    assert time.process_time() - start < 2
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace("\n", "").replace(
        " ", ""
    )


def test_the_same_text_breaks_the_same_at_any_order_of_asking():
    generator = random.Random(3)
    text = "町のページには着けなかった。先輩に聞いて検索。"
    widths = [generator.uniform(20, 90) for _ in range(20)]
    once = {width: broken(text, width) for width in widths}
    for width in reversed(widths):
        assert broken(text, width) == once[width]


def test_balancing_a_title_tears_no_word():
    whole = ["Children's", "Future", "Section"]
    for width in range(20, 40):
        lines = broken("Children's Future Section", width, 9.5, bold=True, balanced=True)
        assert " ".join(lines).split() == whole, width
