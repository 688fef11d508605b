"""The lists of records in memory are always those that a search through all would give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from servicedesign.model import Note
from servicedesign.model.ids import new_id
from servicedesign.store.records import Records


@given(
    st.lists(
        st.tuples(st.integers(0, 7), st.integers(0, 2), st.integers(0, 3), st.booleans()),
        max_size=30,
    )
)
def test_lists_by_a_field_follow_every_change(changes):
    records = Records()
    boards, notes = [new_id() for _ in range(3)], [new_id() for _ in range(8)]
    for number, board, position, stays in changes:
        known = records.find(notes[number])
        if stays:
            place = float(position)
            records.put(Note(id=notes[number], board_id=boards[board], position=place))
        elif known is not None:
            records.remove(known)
        for board_id in boards:
            wanted = [note for note in records.all("note") if note.board_id == board_id]
            assert list(records.where("note", {"board_id": board_id})) == wanted
