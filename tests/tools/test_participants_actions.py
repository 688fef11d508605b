"""Participants and groups: written, pasted, dealt so that kinds mix, and taken out without loss."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesign.i18n import translator
from servicedesign.model import (
    Ballot,
    Board,
    DeepDive,
    Group,
    Note,
    Participant,
    ProjectError,
    Reflection,
    StakeholderKind,
    StickyColour,
    VoteRound,
    VoteStatus,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.model.table_text import read_block
from servicedesign.store import create_project
from servicedesign.tools.participants import actions, grouping, leaving
from servicedesign.tools.participants.balance import Seat, deal
from servicedesign.tools.participants.pasting import paste_people, read_head
from servicedesign.tools.participants.people import (
    BEST_GROUP,
    people,
    sizes_of,
    suggested_count,
    workable_counts,
)
from servicedesign.tools.participants.words import (
    read_stakeholder,
    stakeholder_text,
    typed_stakeholder,
)
from servicedesign.tools.stakeholders import WANTED_KINDS, missing_kinds

T = translator("ja")
KIND = StakeholderKind


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "名簿.sdproj")
    yield made
    made.close(discard=True)


def names(project) -> list[str]:
    return [person.name for person in project.all(Participant)]


def fill(project, count: int) -> None:
    kinds = list(StakeholderKind)
    with project.edit(msg("見本")):
        for i in range(count):
            project.put(
                Participant(name=f"人{i}", stakeholder=kinds[i * i % len(kinds)], position=float(i))
            )


# Writing --------------------------------------------------------------------------------------


def test_typing_on_in_a_new_row_is_one_step(project):
    person = actions.add_participant(project, {"name": "な"})
    actions.write_cell(project, person.id, "name", "中原")
    actions.write_cell(project, person.id, "name", "中原 恵子")
    assert names(project) == ["中原 恵子"]
    project.undo()
    assert names(project) == []


@pytest.mark.parametrize(
    ("text", "kind", "note"),
    [
        ("職員", KIND.OFFICIAL, ""),
        ("企業", KIND.COMPANY, ""),
        ("ＩＣＴ技術者", KIND.ENGINEER, ""),
        ("NPO", KIND.ORGANISATION, ""),
        (" 町民 ", KIND.USER, ""),
        ("異分野", KIND.OUTSIDER, ""),
        ("自治体職員（県）", KIND.OFFICIAL, "県"),
        ("user (night shift)", KIND.USER, "night shift"),
        ("民生委員", KIND.OTHER, "民生委員"),
        ("その他", KIND.OTHER, ""),
        ("", KIND.OTHER, ""),
    ],
)
def test_words_for_stakeholders_are_understood_and_unknown_ones_kept(text, kind, note):
    assert read_stakeholder(text) == (kind, note)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("1", KIND.OFFICIAL), ("５", KIND.USER), ("り", KIND.USER), ("じ", KIND.OFFICIAL),
     ("いぶ", KIND.OUTSIDER), ("異", KIND.OUTSIDER), ("eng", KIND.ENGINEER)],
)  # fmt: skip
def test_a_number_or_first_letters_choose_a_kind(typed, kind):
    assert typed_stakeholder(typed) == (kind, "")


@given(
    kind=st.sampled_from(list(StakeholderKind)),
    note=st.text(alphabet="県利用者（）() abイ民", max_size=8).map(
        lambda text: " ".join(text.split())
    ),
    lang=st.sampled_from(["ja", "en"]),
)
def test_what_is_shown_of_a_stakeholder_is_read_back(kind, note, lang):
    shown = stakeholder_text(kind, note, translator(lang))
    assert read_stakeholder(shown) == (kind, note)


def test_an_unknown_group_is_made_and_a_known_one_found_without_its_ending(project):
    first = actions.add_participant(project, {"name": "安藤", "group": "A班"})
    second = actions.add_participant(project, {"name": "小田", "group": "Ａ"})
    assert first.group_id == second.group_id
    assert [group.name for group in project.all(Group)] == ["A班"]
    actions.write_cell(project, second.id, "group", "")
    assert project.get(Participant, second.id).group_id is None


def test_people_are_moved_inserted_and_sorted_by_reading(project):
    for name, kana in (("野口", "のぐち"), ("安藤", "アンドウ"), ("無名", ""), ("小田", "おだ")):
        actions.add_participant(project, {"name": name, "kana": kana})
    ids = [person.id for person in project.all(Participant)]
    actions.move_participants(project, [ids[3], ids[0]], 1)
    assert names(project) == ["安藤", "野口", "小田", "無名"]
    actions.insert_participant(project, 1)
    assert names(project) == ["安藤", "", "野口", "小田", "無名"]
    assert len(people(project)) == 4
    actions.sort_by_reading(project)
    assert [name for name in names(project) if name] == ["安藤", "小田", "野口", "無名"]
    project.undo()
    assert names(project) == ["安藤", "", "野口", "小田", "無名"]


def test_moving_finds_room_however_often_it_is_done(project):
    fill(project, 5)
    for _ in range(120):
        ids = [person.id for person in project.all(Participant)]
        actions.move_participants(project, [ids[-1]], 1)
    places = [person.position for person in project.all(Participant)]
    assert places == sorted(set(places))


# Pasting --------------------------------------------------------------------------------------


def test_a_head_says_which_column_is_which_and_the_list_goes_behind_the_others(project):
    fill(project, 2)
    text = "No.\t部署\t氏名\tフリガナ\t区分\t電話\tグループ\n1\t企画課\t中原 恵子\tナカハラ ケイコ\t職員\t0100-00\tA班\n2\t旅館\t若松 美和\t\t異分野\t\tC班\n"
    told = paste_people(project, read_block(text), row=0, column=0)
    assert (told.first, told.added, told.changed) == (2, 2, 0)
    assert told.left_out == ("電話",)
    assert told.groups == ("A班", "C班")
    third, fourth = project.all(Participant)[2:]
    assert (third.name, third.kana, third.affiliation) == ("中原 恵子", "ナカハラ ケイコ", "企画課")
    assert fourth.stakeholder is KIND.OUTSIDER
    assert project.undo_label is not None
    project.undo()
    assert len(names(project)) == 2
    assert project.all(Group) == ()


def test_family_and_first_name_in_two_columns_are_joined(project):
    paste_people(project, read_block("名\t姓\n恵子\t中原\n大輔\t安藤\n"))
    assert names(project) == ["中原 恵子", "安藤 大輔"]


@pytest.mark.parametrize(
    "row",
    [
        ("中原 恵子", "なかはら けいこ"),
        ("名前だけの町", "所属"),
        ("部署", "役割"),
        ("氏名", "あ", "い", "う"),
    ],
)
def test_people_are_not_taken_for_a_head(row):
    assert read_head(row) is None


def test_a_block_without_head_is_laid_over_the_table_from_the_cell_in_use(project):
    fill(project, 2)
    told = paste_people(
        project, read_block("企画課\t職員\n旅館\t異分野\nNPO\t団体"), row=1, column=2
    )
    assert (told.changed, told.added) == (1, 2)
    first, second, third, fourth = project.all(Participant)
    assert first.affiliation == ""
    assert (second.name, second.affiliation) == ("人1", "企画課")
    assert (third.name, third.stakeholder) == ("", KIND.OUTSIDER)
    assert fourth.affiliation == "NPO"


def test_ragged_rows_quotes_and_line_breaks_are_taken_as_they_are(project):
    text = '名前\tメモ\n"中原\n恵子"\t"1行目\n2行目 ""引用"""\n\n安藤\n😀\tx\ty\tz\n'
    told = paste_people(project, read_block(text))
    assert told.added == 3
    first = project.all(Participant)[0]
    assert first.name == "中原 恵子"
    assert first.note == '1行目\n2行目 "引用"'
    assert names(project)[1:] == ["安藤", "😀"]


def test_2000_rows_are_one_fast_step_and_what_is_too_many_is_told(project):
    rows = "".join(f"人{i}\tひと\t課\t職員\t\t{i % 9}班\t\n" for i in range(2_500))
    block = read_block(rows)
    start = time.perf_counter()
    told = paste_people(project, block)
    assert time.perf_counter() - start < 5
    assert (told.added, told.too_many) == (2_000, 500)
    assert len(project.all(Group)) == 9
    with pytest.raises(ProjectError):
        actions.add_participant(project, {"name": "もう一人"})
    project.undo()
    assert names(project) == []


def test_thousands_of_group_names_make_a_bounded_number_of_groups(project):
    told = paste_people(project, read_block("".join(f"人{i}\t組{i}\n" for i in range(300))), 0, 5)
    told = paste_people(
        project, read_block("名前\t班\n" + "".join(f"人{i}\t{i}組\n" for i in range(300)))
    )
    assert len(project.all(Group)) == grouping.MOST_GROUPS
    assert told.refused_groups == 300 - len(told.groups)
    assert len(told.groups) + told.refused_groups == 300


def test_30_columns_fill_what_the_table_has_and_the_rest_is_told(project):
    told = paste_people(project, read_block("\t".join(f"c{i}" for i in range(30))))
    assert told.added == 1
    assert told.beyond == 30 - len(actions.COLUMNS)


# Dealing --------------------------------------------------------------------------------------

SEATS = st.lists(st.tuples(st.integers(0, 6), st.sampled_from(["", "課", "店"])), max_size=60)


@given(people_=SEATS, count=st.integers(1, 12))
def test_sizes_and_kinds_differ_by_one_at_most_and_nobody_is_lost(people_, count):
    seats = [Seat(kind, house) for kind, house in people_]
    places = deal(seats, count)
    assert len(places) == len(seats)
    assert set(places) <= set(range(count))
    assert spread(Counter(places), count) <= 1
    for kind in {seat.kind for seat in seats}:
        of_kind = Counter(p for p, seat in zip(places, seats, strict=True) if seat.kind == kind)
        assert spread(of_kind, count) <= 1
    assert deal(seats, count) == places


@given(people_=SEATS, count=st.integers(1, 8), data=st.data())
def test_those_who_have_a_place_keep_it_and_the_rest_makes_sizes_as_even_as_can_be(
    people_, count, data
):
    stays = [data.draw(st.none() | st.integers(0, count - 1)) for _ in people_]
    seats = [Seat(kind, house, stay) for (kind, house), stay in zip(people_, stays, strict=True)]
    places = deal(seats, count)
    assert all(stay in (None, place) for stay, place in zip(stays, places, strict=True))
    sizes = Counter(places)
    before = Counter(stay for stay in stays if stay is not None)
    grown = [place for place in range(count) if sizes[place] > before[place]]
    for place in grown:
        assert sizes[place] <= min(sizes[other] for other in range(count)) + 1


def spread(counted: Counter, count: int) -> int:
    sizes = [counted[place] for place in range(count)]
    return max(sizes) - min(sizes)


@given(number=st.integers(1, 500))
def test_the_suggested_number_of_groups_is_workable(number):
    count = suggested_count(number)
    least, most = workable_counts(number)
    assert least <= count <= most
    assert sum(sizes_of(number, count)) == number
    if number >= 3 * BEST_GROUP:
        assert all(5 <= size <= 8 for size in sizes_of(number, count))


def test_dealing_makes_the_groups_that_are_missing_in_one_step(project):
    fill(project, 20)
    told = grouping.balance_groups(project, 3, T)
    assert sorted(told.sizes) == [6, 7, 7]
    groups = project.all(Group)
    assert [group.name for group in groups] == ["A班", "B班", "C班"]
    assert len({group.colour for group in groups}) == 3
    again = grouping.balance_groups(project, 3, T)
    assert again.moved == 0
    project.undo()
    assert project.all(Group) == ()
    assert {person.group_id for person in project.all(Participant)} == {None}


def test_a_group_too_many_goes_unless_something_refers_to_it(project):
    fill(project, 8)
    grouping.balance_groups(project, 4, T)
    last = project.all(Group)[-1]
    with project.edit(msg("見本")):
        project.put(Reflection(text="よかった", group_id=last.id))
    told = grouping.balance_groups(project, 2, T)
    assert told.sizes == (4, 4)
    assert [group.name for group in project.all(Group)] == ["A班", "B班", "D班"]


def test_those_already_placed_stay_when_asked(project):
    fill(project, 9)
    grouping.balance_groups(project, 3, T)
    first = project.all(Group)[0]
    everyone = [person.id for person in project.all(Participant)]
    actions.set_group(project, everyone[:4], first.id)
    actions.set_group(project, everyone[4:], None)
    told = grouping.balance_groups(project, 3, T, keep_placed=True)
    assert told.sizes == (4, 3, 2)
    assert all(project.get(Participant, one).group_id == first.id for one in everyone[:4])


def test_an_impossible_number_of_groups_is_refused(project):
    fill(project, 3)
    for count in (0, 4):
        with pytest.raises(ProjectError):
            grouping.balance_groups(project, count, T)
    assert project.all(Group) == ()


def test_groups_are_named_coloured_and_moved(project):
    made = [grouping.add_group(project, T) for _ in range(5)]
    assert [group.colour for group in made][:4] == list(StickyColour)
    grouping.write_group(project, made[0].id, "name", "うみ\n班")
    grouping.move_group(project, made[0].id, 4)
    grouping.set_group_colour(project, made[0].id, StickyColour.GREEN)
    last = project.all(Group)[-1]
    assert (last.name, last.colour) == ("うみ 班", StickyColour.GREEN)
    assert grouping.add_group(project, T).name == "A班"


# Leaving --------------------------------------------------------------------------------------


@pytest.fixture
def workshop(project):
    board = Board(title="案", next_number=2)
    group = Group(name="A班", colour=StickyColour.SKY)
    ann, ben = Participant(name="安藤", group_id=group.id), Participant(name="小田", position=1.0)
    note = Note(board_id=board.id, number=1, author_id=ann.id, group_id=group.id)
    closed = VoteRound(board_id=board.id, status=VoteStatus.CLOSED, voter_ids=(ann.id, ben.id))
    draft = VoteRound(board_id=board.id, voter_ids=(ann.id, ben.id), position=1.0)
    ballot = Ballot(round_id=closed.id, participant_id=ann.id, number=1)
    dive = DeepDive(title="深掘り", group_id=group.id)
    words = Reflection(text="よかった", group_id=group.id)
    records = {
        "group": group, "ann": ann, "ben": ben, "note": note, "closed": closed, "draft": draft,
        "ballot": ballot, "dive": dive, "words": words,
    }  # fmt: skip
    with project.edit(msg("見本")):
        for record in (board, *records.values()):
            project.put(record)
    return records


def test_deleting_a_group_frees_whatever_refers_to_it_and_one_undo_brings_all_back(
    project, workshop
):
    before = project.dump()
    told = leaving.delete_group(project, workshop["group"].id)
    assert (told.people, told.notes, told.others) == (1, 1, 2)
    note = project.get(Note, workshop["note"].id)
    assert (note.group_id, note.colour) == (None, StickyColour.SKY)
    assert project.get(DeepDive, workshop["dive"].id).group_id is None
    assert project.check() == ()
    project.undo()
    assert project.dump() == before


def test_deleting_someone_keeps_notes_and_ballots_without_the_name(project, workshop):
    before = project.dump()
    told = leaving.delete_participants(project, [workshop["ann"].id])
    assert (told.people, told.notes, told.ballots) == (1, 1, 1)
    assert project.get(Note, workshop["note"].id).author_id is None
    assert project.get(Ballot, workshop["ballot"].id).participant_id is None
    for name in ("closed", "draft"):
        assert project.get(VoteRound, workshop[name].id).voter_ids == (workshop["ben"].id,)
    assert project.check() == ()
    project.undo()
    assert project.dump() == before


def test_someone_whose_vote_is_in_an_open_round_stays_until_it_is_closed(project, workshop):
    with project.edit(msg("見本")):
        project.put(VoteRound(id=workshop["closed"].id, board_id=workshop["closed"].board_id,
                              status=VoteStatus.OPEN))  # fmt: skip
    with pytest.raises(ProjectError) as refused:
        leaving.delete_participants(project, [workshop["ben"].id, workshop["ann"].id])
    assert "安藤" in str(T(refused.value.what))
    assert len(project.all(Participant)) == 2


# How far ----------------------------------------------------------------------------------------


def test_the_list_is_done_when_every_kind_is_there_and_everyone_has_a_group(project):
    assert actions.progress(project) is Progress.NONE
    actions.add_participant(project, {"name": "中原", "stakeholder": "職員"})
    assert actions.progress(project) is Progress.SOME
    assert missing_kinds(project) == WANTED_KINDS[1:]
    for kind in WANTED_KINDS[1:]:
        person = actions.add_participant(project, {"name": kind.value})
        actions.set_stakeholder(project, person.id, kind)
    assert actions.progress(project) is Progress.SOME
    actions.insert_participant(project, 0)
    grouping.balance_groups(project, 2, T)
    assert actions.progress(project) is Progress.DONE
