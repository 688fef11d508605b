"""Lists of people by reading, where one is known."""

from servicedesign.model import Participant
from servicedesign.tools.participants.people import reading_order


def _sorted(*people: tuple[str, str]) -> list[str]:
    known = [Participant(name=name, kana=kana) for name, kana in people]
    return [person.name for person in sorted(known, key=reading_order)]


def test_people_stand_by_their_reading():
    assert _sorted(("野口", "のぐち"), ("安藤", "あんどう")) == ["安藤", "野口"]


def test_people_whose_reading_nobody_knows_stay_as_written_behind_the_others():
    found = _sorted(("青木", ""), ("石田", ""), ("上野", ""), ("安藤", "あんどう"), ("さくら", ""))
    assert found == ["安藤", "さくら", "青木", "石田", "上野"]
