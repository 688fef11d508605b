"""Lists and name tags: everything printed, nothing private, tags to size, rows for a marker."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.sheet_checks import outside, overlapping
from support.sheet_samples import ODD, job, sentences, squeeze, text_of

from servicedesign.exchange.examples import build_example
from servicedesign.i18n import translator
from servicedesign.model import Group, Participant, StakeholderKind, StickyColour, msg
from servicedesign.paper.page import TextOp
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.store import create_project, open_project
from servicedesign.tools import sheet
from servicedesign.tools.participants import grouping, tags
from servicedesign.tools.participants.sheet_data import GroupData, PeopleData, PersonData

LIST, TAGS = sheet("participants"), sheet("name-tags")


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "名簿.sdproj")
    yield made
    made.close(discard=True)


def put(project, *records) -> None:
    with project.edit(msg("見本")):
        for record in records:
            project.put(record)


def person(name: str, kana: str = "", **fields) -> Participant:
    return Participant(name=name, kana=kana, **fields)


def test_people_stand_in_their_group_by_reading_and_those_without_one_last(project):
    group = grouping.add_group(project, translator("ja"))
    put(
        project,
        person("小田", "おだ", group_id=group.id, note="内緒のメモ"),
        person("安藤", "アンドウ", group_id=group.id, position=1.0),
        person("遅れて来る人", position=2.0),
        Participant(position=3.0),
    )
    words = text_of(LIST.draw(LIST.gather(project), job()))
    order = [words.index(one) for one in ("A班", "安藤", "小田", "まだ班のない人", "遅れて来る人")]
    assert order == sorted(order)
    assert "3人" in words
    assert "内緒" not in words


def test_missing_kinds_are_named(project):
    put(project, person("中原", stakeholder=StakeholderKind.OFFICIAL))
    words = text_of(LIST.draw(LIST.gather(project), job()))
    assert squeeze("足りない立場：地域企業、ICT技術者、関係団体、利用者、異分野の人") in words


def test_an_empty_project_has_neither_list_nor_tags(project):
    assert LIST.gather(project) is None
    assert TAGS.gather(project) is None
    put(project, Participant())
    assert TAGS.gather(project) is None


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    ("paper", "way"), [("A4", "portrait"), ("A3", "portrait"), ("A3", "landscape")]
)
def test_no_words_stand_on_words(tmp_path, lang, paper, way):
    build_example("single-parent", tmp_path / "a.sdproj", lang).close()
    with open_project(tmp_path / "a.sdproj", read_only=True) as project:
        for spec in (LIST, TAGS):
            for blank in (False, True):
                data = spec.blank_data(project) if blank else spec.gather(project)
                document = spec.draw(data, job(paper, way, lang, blank=blank))
                assert overlapping(document) == []
                assert outside(document) == []


def test_two_columns_are_about_equally_long(tmp_path):
    build_example("single-parent", tmp_path / "a.sdproj", "ja").close()
    with open_project(tmp_path / "a.sdproj", read_only=True) as project:
        document = LIST.draw(LIST.gather(project), job("A3", "landscape"))
    assert len(document.pages) == 1
    lefts = {round(op.x / PT_PER_MM) for op in document.pages[0].ops if isinstance(op, TextOp)}
    assert any(left > 200 for left in lefts)


def test_2000_people_are_all_printed(project):
    people = tuple(PersonData(f"名前{i}", f"なまえ{i}", "課") for i in range(2_000))
    data = PeopleData((GroupData("A班", "cream", people),))
    document = LIST.draw(data, job())
    words = text_of(document)
    assert all(f"名前{i}" in words for i in (0, 999, 1_999))
    assert len(document.pages) > 30


def test_a_row_higher_than_a_page_goes_on_overleaf():
    text = sentences(900)
    long = PersonData(text, text, text, StakeholderKind.OTHER, text, text)
    document = LIST.draw(PeopleData((GroupData(text, "sky", (long,)),)), job())
    words = text_of(document)
    assert words.count("899匹目") == 6
    assert outside(document) == []


# Name tags ------------------------------------------------------------------------------------


def tag(name: str, kana: str = "", **fields) -> tags.Tag:
    told = {"affiliation": "企画課", "group": "A班", "colour": "cream"} | fields
    return tags.Tag(name, kana, **told)


def sizes(document, word: str) -> set[float]:
    """Return the sizes in pt at which a line with ``word`` is printed."""
    return {
        op.size
        for page in document.pages
        for op in page.ops
        if isinstance(op, TextOp) and word in "".join(run.text for run in op.runs)
    }


def test_ten_tags_stand_on_an_a4_and_the_last_page_ends_with_empty_ones():
    data = tags.TagsData("会議", tuple(tag(f"名前{i:02}") for i in range(11)))
    document = TAGS.draw(data, job())
    assert len(document.pages) == 2
    words = text_of(document)
    assert words.count("企画課") == 11
    assert words.count("所属") == 9


def test_names_are_large_with_their_reading_group_and_affiliation():
    document = TAGS.draw(tags.TagsData("会議", (tag("中原 恵子", "なかはら けいこ"),)), job())
    assert min(sizes(document, "中原")) >= 28
    assert min(sizes(document, "なかはら")) >= 10.5
    assert squeeze("A班") in text_of(document)


def test_a_long_name_shrinks_then_takes_more_lines_and_is_never_cut():
    name = "アレクサンドラ・ヴァレンティーナ・フェルナンデス゠ゴンサレス 山田"
    document = TAGS.draw(tags.TagsData("", (tag(name),)), job())
    assert squeeze(name) in text_of(document)
    assert len(document.pages) == 1
    odd = tag(ODD, ODD, affiliation=sentences(200), group=sentences(100))
    document = TAGS.draw(tags.TagsData(sentences(100), (odd,)), job())
    assert text_of(document).count("199匹目") == 1
    assert text_of(document).count("99匹目") >= 3
    assert outside(document) == []
    assert document.warnings


@pytest.mark.parametrize("colour", list(StickyColour))
def test_every_group_has_its_colour_and_symbol(project, colour):
    group = Group(name="組", colour=colour)
    put(project, group, person("一人", group_id=group.id))
    data = TAGS.gather(project)
    assert data.tags[0].colour == colour.value
    assert "組" in text_of(TAGS.draw(data, job()))


def test_an_anonymous_copy_prints_labels_and_keeps_kinds(project, tmp_path):
    put(
        project,
        person("中原 恵子", "なかはら", affiliation="企画課", role="進行",
               stakeholder=StakeholderKind.OFFICIAL, stakeholder_note="県", note="秘密"),
    )  # fmt: skip
    project.copy_to(tmp_path / "anonymous.sdproj", anonymise=True)
    with open_project(tmp_path / "anonymous.sdproj", read_only=True) as copy:
        words = text_of(LIST.draw(LIST.gather(copy), job()))
        tag_words = text_of(TAGS.draw(TAGS.gather(copy), job()))
    assert "参加者1" in words
    assert "参加者1" in tag_words
    assert "自治体職員" in words
    for private in ("中原", "なかはら", "企画課", "進行", "秘密"):
        assert private not in words + tag_words
