"""From afar one reads what a note is called, as long as that can be read."""

from __future__ import annotations

from servicedesign.ui.canvas.entry import Entry
from servicedesign.ui.canvas.looks import NoteLook

LONG = "職員が席を移り、三つの課の話を一度に聞く。次に来る日もその場で決め、紙で渡す。"


def look(title: str, text: str, picture: str = "") -> NoteLook:
    return NoteLook(id="a", x=0, y=0, title=title, text=text, picture=picture)


def test_a_title_alone_is_larger_and_stays_in_the_place_of_all_words():
    for picture in ("", "sketch"):
        entry = Entry(look("一度で済む窓口", LONG, picture))
        whole, title = entry.fit(), entry.title_fit()
        assert title.size > whole.size
        assert "".join(line.text for line in title.lines) == "一度で済む窓口"
        assert title.lines[-1].base < whole.picture_top


def test_words_without_a_title_stay_as_they_are():
    entry = Entry(look("", LONG))
    assert entry.title_fit() is entry.fit()
    short = Entry(look("夜", ""))
    assert short.title_fit() is short.fit()


def test_a_note_without_words_has_no_title():
    entry = Entry(look("", ""))
    assert entry.title_fit() is entry.fit()


def test_beside_a_picture_the_beginning_of_the_words_is_read_instead_of_bars():
    for words in (("", LONG), ("一度で済む窓口を作り、待つ時間を子どもと過ごせるようにする", LONG)):
        entry = Entry(look(*words, picture="sketch"))
        whole = entry.fit()
        for size in (17, 20, 24):
            begun = entry.begun_fit(size)
            assert begun.size == size
            assert begun.lines[-1].text.endswith("…")
            assert all(line.width <= 136 for line in begun.lines)
            assert begun.picture_top == whole.picture_top
            said = "".join(line.text for line in begun.lines)[:-1]
            assert (words[0] or words[1]).startswith(said)
