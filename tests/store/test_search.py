"""Every text is found by any part of it, however that part is written."""

from __future__ import annotations

import time
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesign.model import Board, DeepDive, Note, Persona, Worry, msg
from servicedesign.model.normalise import fold, plain_text
from servicedesign.store import Project
from servicedesign.store.records import Records
from servicedesign.store.search import SearchIndex, occurrences

MIXED = st.text(
    st.one_of(
        st.sampled_from(
            "ひとり親窓口ガギｶﾞｷﾞﾊﾟあアぁァﬁ①㌔㍿ＡａÄßİǅΣσς葛\U000e0100𠮷‹›<b>\u3099\u0301e가ᄀ\n "
        ),
        st.characters(codec="utf-8"),
    ),
    min_size=2,
    max_size=30,
)


def one_note(text: str) -> tuple[Records, Note]:
    records = Records()
    note = Note(board_id="0190c0de-0000-7000-8000-000000000000", text=text)
    records.put(note)
    return records, note


@settings(max_examples=300, deadline=None)
@given(MIXED, st.data())
def test_every_part_of_a_text_finds_it(raw: str, data: st.DataObject) -> None:
    text = plain_text(raw)
    if len(text) < 2:
        return
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 2, len(text)))
    records, note = one_note(text)
    wanted = text[start:end]
    if len(plain_text(wanted)) < 2:
        return
    hits = SearchIndex().search(records, wanted, None)
    assert [hit.id for hit in hits] == [note.id]
    hit = hits[0]
    assert 0 <= hit.start < hit.end <= len(hit.text)
    assert hit.text == text


@settings(max_examples=200, deadline=None)
@given(st.text("ひとり親窓口ガギパあいう①ＡａアイウｶｷABCdef", min_size=2, max_size=20))
def test_width_case_and_kana_make_no_difference(text: str) -> None:
    records, note = one_note(text)
    for variant in (text.upper(), text.lower(), fold(text), unicodedata.normalize("NFKC", text)):
        hits = SearchIndex().search(records, variant, None)
        assert len(variant) < 2 or [hit.id for hit in hits] == [note.id]


@settings(max_examples=200, deadline=None)
@given(MIXED, st.data())
def test_a_hit_stands_where_the_original_folds_to_what_was_wanted(
    raw: str, data: st.DataObject
) -> None:
    text = plain_text(raw)
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    wanted = text[start:]
    for first, last in occurrences(text, wanted):
        assert fold(wanted) in fold(text[first:last]) or wanted == text[first:last]


def test_places_are_those_of_the_original() -> None:
    assert list(occurrences("㌔とｶﾞｷﾞ①ｶﾞｷﾞ", "がぎ")) == [(2, 6), (7, 11)]
    assert list(occurrences("Straße", "STRASSE")) == [(0, 6)]
    assert list(occurrences("葛󠄀城", "葛󠄀城")) == [(0, 3)]
    assert list(occurrences("城葛󠄀さん", "城葛")) == [(0, 3)]
    assert list(occurrences("abc", "x")) == []


def test_texts_inside_lists_and_parts_are_found_with_their_place(project: Project) -> None:
    dive = DeepDive(
        worries=(Worry(worry="人手"), Worry(answer="応援を頼む")), comments=("賛成", "予算は")
    )
    with project.edit(msg("深掘り")):
        project.put(dive)
    (hit,) = project.search("応援")
    assert (hit.field, hit.path, hit.start, hit.end) == ("worries", "worries[1].answer", 0, 2)
    assert project.search("予算")[0].path == "comments[1]"


def test_search_hears_of_changes_and_undo(project: Project) -> None:
    persona = Persona(name="花子")
    assert project.search("花子") == []
    with project.edit(msg("作る")):
        project.put(persona)
    assert len(project.search("ﾊﾅ")) == 0
    assert len(project.search("花子")) == 1
    project.undo()
    assert project.search("花子") == []
    project.redo()
    assert len(project.search("花子")) == 1


def test_short_texts_find_nothing_and_codes_are_passed_by(project: Project) -> None:
    with project.edit(msg("作る")):
        project.put(Persona(name="花子", face="face-07"))
    assert project.search("花") == []
    assert project.search("") == []
    assert project.search("face-07") == []


def test_hits_come_in_order_and_as_many_as_wanted(project: Project) -> None:
    board = Board(title="窓口の案")
    notes = [
        Note(board_id=board.id, number=n, text=f"窓口{n}", position=float(-n)) for n in range(5)
    ]
    with project.edit(msg("作る")):
        project.put(board)
        for note in notes:
            project.put(note)
        project.put(Persona(dream="窓口"))
    hits = project.search("窓口")
    assert [hit.kind for hit in hits] == ["persona", "board", *["note"] * 5]
    assert [hit.id for hit in hits[2:]] == [note.id for note in reversed(notes)]
    assert len(project.search("窓口", limit=3)) == 3


def test_fifty_thousand_texts_are_searched_without_waiting() -> None:
    records = Records()
    board = "0190c0de-0000-7000-8000-000000000000"
    for number in range(25_000):
        records.put(Note(board_id=board, title=f"案{number}", text="窓口で待たずに相談できる" * 4))
    index = SearchIndex()
    index.search(records, "無い言葉", None)
    started = time.monotonic()
    assert index.search(records, "無い言葉", None) == []
    assert time.monotonic() - started < 2  # a hang, not a speed: tests/bench has the speed
