"""Records become plain values and back, or are refused with the place that is wrong."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import records as made_up

from servicedesign.model import (
    RECORDS,
    Crop,
    DeepDive,
    Note,
    Persona,
    ProjectError,
    Proposal,
    Sketch,
    Worry,
)
from servicedesign.model.codec import field_codecs, from_plain, record_from_plain, to_plain
from servicedesign.model.record import field_specs

ID = "0190c0de-0000-7000-8000-000000000000"
IDS = {kind: [f"0190c0de-0000-7000-8000-{n:012x}"] for n, kind in enumerate(RECORDS)}


@pytest.mark.parametrize("kind", RECORDS)
@given(seed=st.integers(0, 2**32))
def test_every_kind_comes_back_from_json_as_it_was(kind: str, seed: int) -> None:
    record = made_up.record(kind, random.Random(seed), IDS)
    assert record is not None
    plain = json.loads(json.dumps(to_plain(record), ensure_ascii=False))
    assert record_from_plain(kind, plain, kind) == record
    assert list(plain) == ["id", *field_specs(RECORDS[kind])]


@pytest.mark.parametrize(
    ("kind", "plain", "place"),
    [
        ("persona", [], "p"),
        ("persona", {}, r"p\.id"),
        ("persona", {"id": 1}, r"p\.id"),
        ("persona", {"id": ID.upper()}, r"p\.id"),
        ("persona", {"id": ID, "alien": 1}, r"p\.alien"),
        ("persona", {"id": ID, "name": None}, r"p\.name"),
        ("persona", {"id": ID, "name": "a\x00"}, r"p\.name"),
        ("persona", {"id": ID, "name": "\ud800"}, r"p\.name"),
        ("persona", {"id": ID, "name": "\u202e"}, r"p\.name"),
        ("persona", {"id": ID, "name": "x" * 200_001}, r"p\.name"),
        ("persona", {"id": ID, "age": True}, r"p\.age"),
        ("persona", {"id": ID, "age": 121}, r"p\.age.*0から120"),
        ("persona", {"id": ID, "age": 3.5}, r"p\.age"),
        ("persona", {"id": ID, "age": 2**64}, r"p\.age"),
        ("persona", {"id": ID, "chosen": "yes"}, r"p\.chosen"),
        ("persona", {"id": ID, "position": float("nan")}, r"p\.position"),
        ("persona", {"id": ID, "position": float("inf")}, r"p\.position"),
        ("persona", {"id": ID, "position": 10**400}, r"p\.position"),
        ("persona", {"id": ID, "crop": {"left": 2}}, r"p\.crop\.left"),
        ("persona", {"id": ID, "crop": {"up": 0}}, r"p\.crop\.up"),
        ("persona", {"id": ID, "certainties": {}}, r"p\.certainties"),
        ("persona", {"id": ID, "certainties": [{}, 3]}, r"p\.certainties\[1\]"),
        ("persona", {"id": ID, "image_id": "x"}, r"p\.image_id"),
        ("note", {"id": ID}, r"p\.board_id"),
        ("note", {"id": ID, "board_id": None}, r"p\.board_id"),
        ("note", {"id": ID, "board_id": ID, "colour": "pink"}, r"p\.colour.*cream"),
        ("note", {"id": ID, "board_id": ID, "colour": []}, r"p\.colour"),
        ("cost", {"id": ID, "proposal_id": ID, "amount": 3}, r"p\.amount"),
        ("cost", {"id": ID, "proposal_id": ID, "amount": "-1"}, r"p\.amount.*0以上"),
        ("cost", {"id": ID, "proposal_id": ID, "amount": "NaN"}, r"p\.amount"),
        ("cost", {"id": ID, "proposal_id": ID, "amount": "1e999"}, r"p\.amount"),
        ("cost", {"id": ID, "proposal_id": ID, "amount": "9" * 41}, r"p\.amount"),
        ("alien", {}, "alien"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(kind: str, plain: Any, place: str) -> None:
    with pytest.raises(ProjectError, match=place) as caught:
        record_from_plain(kind, plain, "p")
    assert all(str(sentence) for sentence in caught.value.sentences)


def test_fields_left_out_get_their_default() -> None:
    assert from_plain(Persona, {"id": ID, "name": "花子"}, "p") == Persona(id=ID, name="花子")
    assert from_plain(Crop, {}, "c") == Crop()


def test_exact_amounts_stay_exact() -> None:
    proposal = Proposal(hourly_rate=Decimal("3500.10"))
    plain = to_plain(proposal)
    assert plain["hourly_rate"] == "3500.10"
    assert str(from_plain(Proposal, plain, "p").hourly_rate) == "3500.10"


def test_parts_keep_their_order() -> None:
    dive = DeepDive(worries=(Worry(worry="一"), Worry(worry="二")), comments=("b", "a"))
    assert from_plain(DeepDive, to_plain(dive), "d") == dive


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(ProjectError, match="多すぎ"):
        from_plain(Sketch, {"id": ID, "strokes": [{}] * 100_001}, "s")


@pytest.mark.parametrize("kind", RECORDS)
def test_every_reference_names_a_kind_and_every_kind_has_words(kind: str) -> None:
    cls = RECORDS[kind]
    assert kind == cls.KIND
    assert cls.LABEL
    for name, codec in field_codecs(cls).items():
        assert codec.spec.refers_to is None or codec.spec.refers_to in RECORDS
        assert codec.spec.label or name == "position"
        assert not (codec.spec.owner and codec.optional)


def test_markup_and_rare_characters_are_kept() -> None:
    for text in ("<b>", "A‹B社", "𠮷", "葛󠄀", "😀👨‍👩‍👧", "a\nb", "=1+1"):
        note = Note(board_id=ID, text=text)
        assert from_plain(Note, to_plain(note), "n").text == text
