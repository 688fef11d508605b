"""The persona sheet: everything that is written stands on it, whole, in both languages."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace

import pytest
from PIL import Image as Pictures
from support.sheet_checks import bare, fonts_not_embedded, outside, overlapping, text_of

from servicedesign.i18n import translator
from servicedesign.model import (
    Certainty,
    Crop,
    FieldCertainty,
    Finding,
    Interview,
    Persona,
    field_specs,
    msg,
)
from servicedesign.paper.document import FrameInfo, SheetJob
from servicedesign.paper.papers import PAPERS
from servicedesign.store import create_project
from servicedesign.tools.evidence import link_evidence
from servicedesign.tools.persona import sheet
from servicedesign.tools.persona.sheet_data import PersonaCard, PersonaData
from servicedesign.tools.portraits import Likeness

FORMATS = [
    (paper, orientation)
    for paper in ("A4", "A3", "A1", "B4", "MOZO")
    for orientation in ("portrait", "landscape")
]
MISAKI = Persona(
    name="佐野 美咲",
    kana="さの みさき",
    tagline="働きながら一人で二人を育てる",
    motto="休みを取るたび、職場にも子どもにも謝っている気がする。",
    age=34,
    face="woman-30s-ponytail",
    occupation="食品加工会社のパート",
    household="長女7歳、長男4歳と3人",
    home="町営住宅。役場まで車で15分",
    wishes="平日は休まずに手続を終えたい。",
    behaviour="調べものは昼休みの15分か、子どもが寝た後。",
    problems="窓口が三つに分かれている\n申請までに仕事を3回休んだ\n人目のある窓口で話すのがつらい",
    dream="准看護師の資格を取り、日勤で働くこと。",
    belonging="育った町で友人はいるが、事情を話せる人は一人だけ。",
    devices="スマホだけ。長い説明文は苦手。",
    digital_skill=3,
    considerations="事情を人前で聞かない。",
    sources="聞き取り6件、窓口の観察2回",
    chosen=True,
    chosen_reason="この人の困りごとが解ければ、ほかの二人も楽になる。",
)
TEXTS = [
    name for name, spec in field_specs(Persona).items() if spec.searchable and name != "certainties"
]
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def job(paper="A4", orientation="portrait", lang="ja", *, blank=False):
    frame = FrameInfo("Support", "Midorino", "Children", dt.date(2026, 11, 5))
    return SheetJob(PAPERS[paper], orientation, translator(lang), frame, blank)


def card(persona, **more):
    return PersonaCard(persona=persona, **more)


def printed(persona, *, references=None, **how):
    data = PersonaData(cards=(card(persona, references=references or {}),), candidates=3)
    document = sheet.draw(data, job(**how))
    return document, document.pdf_bytes()


def sound(document, pdf):
    """Fail when words leave the paper, stand on one another, or a font is missing."""
    assert outside(document) == []
    assert overlapping(document) == []
    assert fonts_not_embedded(pdf) == []


def numbered(tag, length):
    """Return a text of sentences with numbers that no line may break, and the numbers."""
    numbers = [str(tag * 100_000 + i) for i in range(length // 19 + 1)]
    return "".join(f"［{number}］の文はここで終わる。" for number in numbers), numbers


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_every_field_stands_on_one_page_of_every_paper(paper, orientation):
    document, pdf = printed(MISAKI, paper=paper, orientation=orientation)
    text = text_of(pdf)
    for field in TEXTS:
        for line in getattr(MISAKI, field).split("\n"):
            assert bare(line) in text, field
    assert "34歳" in text
    assert len(document.pages) == 1
    assert document.warnings == ()
    sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS[:4])
@pytest.mark.parametrize("field", TEXTS)
def test_ten_thousand_characters_in_a_field_go_on_overleaf_and_none_is_lost(
    field, paper, orientation
):
    long, numbers = numbered(12, 10_000)
    document, pdf = printed(replace(MISAKI, **{field: long}), paper=paper, orientation=orientation)
    text = text_of(pdf)
    assert [number for number in numbers if number not in text] == []
    assert any("つづき" in str(note) for note in document.warnings)
    assert "つづきは" in text
    sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS[:4])
def test_all_fields_overfull_at_once_lose_nothing(paper, orientation):
    wanted, fields = [], {}
    for place, field in enumerate(TEXTS):
        fields[field], numbers = numbered(10 + place, 2_000)
        wanted += numbers
    document, pdf = printed(replace(MISAKI, **fields), paper=paper, orientation=orientation)
    text = text_of(pdf)
    assert [number for number in wanted if number not in text] == []
    sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS[:4])
def test_an_endless_word_is_broken_and_none_of_its_letters_is_lost(paper, orientation):
    document, pdf = printed(
        replace(MISAKI, **dict.fromkeys(TEXTS, "x" * 3_000)), paper=paper, orientation=orientation
    )
    assert text_of(pdf).count("x") == 3_000 * len(TEXTS)
    sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS[:4])
def test_odd_characters_print_as_themselves(paper, orientation):
    odd = "<b>太い</b>、A‹B社、😀、𠮷野、葛\U000e0100城"
    document, pdf = printed(
        replace(MISAKI, **dict.fromkeys(TEXTS, odd)), paper=paper, orientation=orientation
    )
    text = text_of(pdf)
    for part in ("<b>太い</b>", "A‹B社", "😀", "𠮷野", "葛城"):
        assert text.count(part) >= len(TEXTS), part
    assert not any("〓" in str(note) for note in document.warnings)
    sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_a_persona_without_any_words_is_a_sheet_to_go_on_writing(paper, orientation):
    document, pdf = printed(Persona(), paper=paper, orientation=orientation)
    assert len(document.pages) == 1
    assert bare("日常的な要望") in text_of(pdf)
    sound(document, pdf)


@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_the_english_sheet_has_no_japanese_label(paper, orientation):
    words = {name: f"Some words on {name}" for name in TEXTS}
    marks = tuple(FieldCertainty(field=name, certainty=Certainty.GUESS) for name in TEXTS)
    document, pdf = printed(
        replace(MISAKI, **words, certainties=marks),
        references=dict.fromkeys(TEXTS, ("H-03", "H-05")),
        paper=paper,
        orientation=orientation,
        lang="en",
    )
    text = text_of(pdf)
    assert JAPANESE.findall(text) == []
    assert "Primarypersona(1of3candidates)" in text
    assert "Guess" in text
    sound(document, pdf)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(("paper", "orientation"), FORMATS)
def test_the_empty_worksheet_has_every_label_and_boxes_to_tick(paper, orientation, lang):
    document = sheet.draw(sheet.blank_data(None), job(paper, orientation, lang, blank=True))
    pdf = document.pdf_bytes()
    text = text_of(pdf)
    t = translator(lang)
    for name in TEXTS:
        if name != "motto":  # asked for in other words
            assert bare(t(field_specs(Persona)[name].label)) in text, name
    assert text.count(bare(t("事実"))) >= 7
    assert lang == "ja" or JAPANESE.findall(text) == []
    assert len(document.pages) == 1
    sound(document, pdf)


def test_evidence_and_certainty_stand_at_their_fields():
    marks = (
        FieldCertainty(field="dream", certainty=Certainty.FACT),
        FieldCertainty(field="home", certainty=Certainty.GUESS),
    )
    _, pdf = printed(
        replace(MISAKI, certainties=marks), references={"dream": ("H-03",), "home": ("K-01",)}
    )
    text = text_of(pdf)
    assert "将来の夢" in text
    assert {"H-03", "K-01"} <= set(re.findall(r"[HK]-\d\d", text))
    assert text.count("事実") == 1
    assert text.count("推測") == 1


def test_evidence_too_long_for_its_label_joins_the_text_and_is_all_there():
    codes = tuple(f"H-{i:02d}" for i in range(1, 40))
    document, pdf = printed(MISAKI, references=dict.fromkeys(TEXTS, codes))
    text = text_of(pdf)
    assert all(text.count(code) >= 10 for code in codes)
    sound(document, pdf)


def test_problems_are_numbered_only_where_there_are_several():
    _, several = printed(MISAKI)
    _, one = printed(replace(MISAKI, problems="窓口が三つに分かれている"))
    assert "2申請までに" in text_of(several)
    assert "1窓口が" not in text_of(one)


@pytest.fixture
def project(tmp_path):
    with_three = create_project(tmp_path / "personas.sdproj")
    people = [
        Persona(name="長谷川 由佳", position=0),
        replace(MISAKI, position=1),
        Persona(name="大友 健吾", position=2),
    ]
    source = Interview(code="H-03")
    coded = Finding(interview_id=source.id, code="H-03-2", text="朝が早い")
    plain = Finding(interview_id=source.id, text="夜に調べる")
    with with_three.edit(msg("ペルソナの候補を足す")):
        for record in (*people, source, coded, plain):
            with_three.put(record)
    link_evidence(with_three, people[1], "behaviour", plain)
    link_evidence(with_three, people[1], "dream", coded)
    yield with_three
    with_three.close()


def test_all_candidates_are_printed_and_the_chosen_one_comes_first(project):
    data = sheet.gather(project)
    assert [one.persona.name for one in data.cards] == ["佐野 美咲", "長谷川 由佳", "大友 健吾"]
    document = sheet.draw(data, job())
    text = text_of(document.pdf_bytes())
    assert len(document.pages) == 3
    assert bare("主ペルソナ（候補3人から1人に）") in text
    assert bare("候補（3人のうち3人目）") in text
    assert [mark.title for mark in document.bookmarks][1:] == [
        one.persona.name for one in data.cards
    ]


def test_one_candidate_alone_is_printed_when_asked_for(project):
    third = project.all(Persona)[2]
    data = sheet.gather(project, third.id)
    assert [one.persona.id for one in data.cards] == [third.id]
    assert data.candidates == 3


def test_evidence_is_named_by_the_finding_or_else_its_interview(project):
    chosen = sheet.gather(project).cards[0]
    assert chosen.references == {"behaviour": ("H-03",), "dream": ("H-03-2",)}


def test_a_project_without_personas_has_nothing_to_print(tmp_path):
    empty = create_project(tmp_path / "empty.sdproj")
    assert sheet.gather(empty) is None
    empty.close()


def picture(size, colour):
    out = io.BytesIO()
    Pictures.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def test_only_the_cropped_part_of_a_photo_gets_into_the_file():
    photo = Pictures.new("RGB", (400, 200), "#FF0000")
    photo.paste("#00FF00", (200, 0, 400, 200))
    out = io.BytesIO()
    photo.save(out, "PNG")
    likeness = Likeness(photo=out.getvalue(), crop=Crop(left=0.5, top=0, width=0.5, height=1))
    with Pictures.open(io.BytesIO(likeness.picture)) as shown:
        colours = {colour for _, colour in shown.convert("RGB").getcolors()}
    assert colours == {(0, 255, 0)}


def test_a_picture_that_is_none_leaves_the_drawn_face():
    assert Likeness(photo=b"no picture").picture is None
    document = sheet.draw(
        PersonaData(cards=(card(MISAKI, likeness=Likeness(photo=b"no picture")),), candidates=1),
        job(),
    )
    assert len(document.pages) == 1


def test_a_photo_and_an_unknown_face_are_gathered_without_complaint(project):
    first = project.all(Persona)[0]
    with project.edit(msg("顔の写真を入れる")):
        image = project.add_image(picture((300, 300), "#336699"))
        project.put(replace(first, face="nobody", image_id=image.id, crop=Crop(width=0.5)))
    one = sheet.gather(project, first.id).cards[0]
    assert one.likeness.face is None
    assert isinstance(one.likeness.picture, bytes)
    assert sheet.draw(PersonaData(cards=(one,), candidates=1), job()).pdf_bytes()


def test_two_runs_give_the_same_bytes():
    assert printed(MISAKI)[1] == printed(MISAKI)[1]
