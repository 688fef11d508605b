"""What a text tells of a person is pointed at, and ordinary words are left in peace."""

from __future__ import annotations

from dataclasses import is_dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.printed import texts_in

from servicedesign.exchange.examples import EXAMPLES, example_records
from servicedesign.i18n import LANGUAGES, translator
from servicedesign.model import Interview, Participant, Persona, msg
from servicedesign.model.record import Personal, field_specs
from servicedesign.store import create_project
from servicedesign.tools.personal_data import (
    HintKind,
    hint_sentence,
    names_in,
    personal_hints,
)


def found(text: str, *known: str, invented: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(hint.kind.value, hint.text) for hint in personal_hints(text, known, invented)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("電話は090-1234-5678です", "phone", "090-1234-5678"),
        ("０９０－１２３４－５６７８に", "phone", "０９０－１２３４－５６７８"),
        ("０９０ー１２３４ー５６７８に", "phone", "０９０ー１２３４ー５６７８"),
        ("番号は09012345678。", "phone", "09012345678"),
        ("役場(0123)45-6789まで", "phone", "(0123)45-6789"),
        ("+81 90-1234-5678", "phone", "+81 90-1234-5678"),
        ("0120 123 456 へ", "phone", "0120 123 456"),
        ("misaki.s@example.jp へ送る", "email", "misaki.s@example.jp"),
        ("ｍｉｓａｋｉ＠ｅｘａｍｐｌｅ．ｊｐ", "email", "ｍｉｓａｋｉ＠ｅｘａｍｐｌｅ．ｊｐ"),
        ("〒999-0123 みどり野町", "postcode", "〒999-0123"),
        ("郵便は999-0123です", "postcode", "999-0123"),
        ("みどり野町本町2丁目3番4号に住む", "address", "野町本町2丁目3番4号"),
        ("大字中12番地の3です", "address", "大字中12番地の3"),
        ("緑町２－３－５", "address", "緑町２－３－５"),
        ("本町三丁目二番", "address", "本町三丁目二番"),
        ("番号は1234 5678 9012と", "my_number", "1234 5678 9012"),
        ("１２３４５６７８９０１２", "my_number", "１２３４５６７８９０１２"),
        ("隣の田中さんが来た", "name", "田中さん"),
        ("土屋さんと話した", "name", "土屋さん"),
        ("Then Mrs Tanaka came.", "name", "Mrs Tanaka"),
    ],
)
def test_it_points_at_what_tells_of_a_person(text, kind, words):
    assert found(text) == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-05に来た。2026/11/05、令和8年11月5日、11-5",
        "10時30分から12:45まで。9～16時、7時50分",
        "10,000円、1万4千円、120,000,000,000円、3-4人、1-2歳、0.5倍、12.5％",
        "お母さん、お父さん、おばあちゃん、お子さん、お姉さん、おじさん、赤ちゃん",
        "職員さん、相談員さん、看護師さん、保育士さん、町長さん、業者さん、運転手さん",
        "奥さん、娘さん、息子さん、お孫さん、皆さん、隣さん、お二人さん、三人さん",
        "本屋さん、大工さん、係さん、担当さん、学生さん、お客さん、店員さん、町内会長さん",
        "62件のうち41件。148のうち87。23ページ。2階の3番窓口。三つの窓口を95分",
        "みどり野町の2025-2026年の計画。第3-1-2号様式",
        "毎日3-4回、午前9-12時に、会議室1-2",
        "たくさん、さんざん、くんくん、某氏、両氏、仕様、皆様、お客様",
        "受付票1234567890123456",
        "Mr. and Mrs. said nothing. See page 12-34.",
        "",
        "😀",
    ],
)
def test_dates_amounts_and_ordinary_words_are_no_alarm(text):
    assert found(text) == []


def test_names_of_those_who_take_part_are_found_as_people_write_them():
    names = ("西村 修", "小田　真理", "Mari Oda", "林")
    assert found("西村修に聞いた。西村さんも小田原で林さんと", *names) == [
        ("known_name", "西村修"),
        ("known_name", "西村さん"),
        ("known_name", "林さん"),
    ]
    assert found("She met Mari Oda and Ms Oda in Odawara.", *names) == [
        ("known_name", "Mari Oda"),
        ("known_name", "Ms Oda"),
    ]
    assert found("林の中を歩いた", *names) == []


def test_invented_names_may_stand_anywhere():
    assert found("佐野さんの一日と、田中さん", invented=("佐野 美咲",)) == [("name", "田中さん")]
    assert found("佐野さんの一日", invented=("佐野美咲",)) == []
    assert found("Ms Sano came", invented=("Sano Misaki",)) == []


def test_hints_stand_in_order_and_never_over_one_another():
    text = "西村さん(090-1111-2222)は西村修、〒123-4567 緑町1-2-3"
    hints = personal_hints(text, ("西村 修",))
    assert [hint.text for hint in hints] == [
        "西村さん",
        "090-1111-2222",
        "西村修",
        "〒123-4567",
        "緑町1-2-3",
    ]
    assert all(text[hint.start : hint.end] == hint.text for hint in hints)
    assert all(one.end <= other.start for one, other in pairwise(hints))


@given(st.text(alphabet="0０1２-－ー ()〒@aさん田中母町丁目番\n😀", max_size=60))
def test_any_text_is_read_and_positions_are_those_of_the_text(text):
    end = 0
    for hint in personal_hints(text, ("田中 母",)):
        assert end <= hint.start < hint.end <= len(text)
        assert text[hint.start : hint.end] == hint.text
        end = hint.end


def test_a_very_long_text_is_read_to_its_end():
    text = "窓口は平日の昼だけ。お母さんは一二三四五六七八九十と数えた。0-0-0-0。" * 500
    hints = personal_hints(text + "090-1234-5678", ("西村 修",))
    assert [hint.kind for hint in hints] == [HintKind.PHONE]


def test_every_kind_has_its_sentence_in_both_languages():
    for kind in HintKind:
        sentence = hint_sentence(kind)
        assert translator("en")(sentence) != translator("ja")(sentence)


def without_persons(value: Any) -> Any:
    """Leave out of the parts of a record what says who someone is."""
    if isinstance(value, tuple):
        return tuple(without_persons(part) for part in value)
    if not is_dataclass(value):
        return value
    specs = field_specs(type(value))
    return [getattr(value, name) for name in specs if specs[name].personal is Personal.NO]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("example", [example.id for example in EXAMPLES])
def test_nothing_in_the_examples_is_an_alarm(example, lang):
    records = example_records(example, lang)
    known = [record.name for record in records if isinstance(record, Participant)]
    known += [record.interviewer for record in records if isinstance(record, Interview)]
    invented = [record.name for record in records if isinstance(record, Persona)]
    alarms = []
    for record in records:
        for name, spec in field_specs(type(record)).items():
            if spec.searchable and spec.personal is Personal.NO:
                for text in texts_in(without_persons(getattr(record, name))):
                    alarms += personal_hints(text, known, invented)
    assert alarms == []


def test_a_project_lends_the_names_it_knows(tmp_path: Path):
    project = create_project(tmp_path / "名前.sdproj")
    with project.edit(msg("見本")):
        project.put(Participant(name="西村 修"))
        project.put(Interview(interviewer="小田 真理、石井 由美", recorder="西村 修"))
        project.put(Persona(name="佐野 美咲"))
        project.put(Persona())
    names = names_in(project)
    project.close()
    assert names.known == ("西村 修", "小田 真理", "石井 由美")
    assert names.invented == ("佐野 美咲",)
