"""The list of ideas: all by number, those without votes too, and again by cluster."""

from __future__ import annotations

import dataclasses

import pytest
from support.sheet_checks import outside, overlapping
from support.sheet_samples import NOTES, ODD, RARE, job, key, sentences, squeeze, text_of, workshop

from servicedesign.model import Cluster, Note, Selection, Tally, VoteRound, VoteStatus, msg
from servicedesign.paper.raster import page_text
from servicedesign.tools.board.idea_data import BoardIdeas, GroupData, IdeaData, PileData
from servicedesign.tools.board.idea_list import ListData, blank_data, draw, gather


def listed(*ideas: IdeaData, piles: tuple[PileData, ...] = (), **changes: object) -> ListData:
    groups = (GroupData("A班", "A", "cream"),)
    made = BoardIdeas("ボード", "blank", (0, ""), piles, groups, ideas)
    return ListData((dataclasses.replace(made, **changes),))


@pytest.fixture
def project(tmp_path):
    with workshop(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_every_idea_is_listed_with_group_cluster_and_pain_point(project, paper, lang):
    document = draw(gather(project), job(paper, lang=lang))
    text = text_of(document)
    for number, title, words, group, pain in NOTES:
        assert f"{number}{squeeze(title)}" in text
        assert squeeze(words) in text
        assert f"{group}班" in text
        assert f"▲{pain}" in text
    for cluster in project.all(Cluster):
        assert cluster.title in text
    assert outside(document) == []
    assert overlapping(document) == []


def test_ideas_are_listed_by_number(project):
    text = text_of(draw(gather(project), job()))
    places = [text.index(f"{number}{squeeze(title)}") for number, title, *_ in sorted(NOTES)]
    assert places == sorted(places)


def test_ideas_without_votes_stay_in_the_list(project):
    notes = project.all(Note)
    vote = VoteRound(
        board_id=key("board"),
        title="第1回",
        status=VoteStatus.CLOSED,
        target_ids=tuple(note.id for note in notes),
        tallies=(Tally(target_id=notes[0].id, votes=6),),
        selections=(Selection(target_id=notes[0].id),),
    )
    with project.edit(msg("投票")):
        project.put(vote)
    text = text_of(draw(gather(project), job()))
    assert all(squeeze(note.title) in text for note in notes)
    assert "票は、投票「第1回」の結果です。" in text


def test_a_second_listing_goes_by_cluster(project):
    text = text_of(draw(gather(project), job()))
    second = text[text.index("まとまりごとの一覧") :]
    first, other = project.all(Cluster)
    assert second.index(first.title) < second.index(other.title) < second.index("ひとりで立つ案")
    assert all(second.count(squeeze(title)) == 1 for _, title, *_ in NOTES)


def test_columns_that_hold_nothing_are_left_out():
    text = text_of(draw(listed(IdeaData(1, "案", "", "sky")), job()))
    assert "まとまり" not in text
    assert "困りごと" not in text
    assert "票は" not in text


def test_a_thousand_ideas_run_over_pages_with_the_head_repeated():
    ideas = tuple(IdeaData(n, f"案その{n}。", "", "sky", group=0) for n in range(1, 1001))
    document = draw(listed(*ideas), job())
    pdf = document.pdf_bytes()
    pages = [squeeze(page_text(pdf, n)) for n in range(len(document.pages))]
    assert 20 < len(pages) < 60
    assert all("番号アイデア班" in words for words in pages)
    assert all(f"案その{n}。" in "".join(pages) for n in range(1, 1001))


@pytest.mark.parametrize("field", ["title", "text"])
@pytest.mark.parametrize("words", [ODD, sentences(2000)], ids=["odd", "long"])
def test_long_and_odd_words_are_printed_whole(field, words):
    idea = dataclasses.replace(IdeaData(3, "案", "説明", "cream"), **{field: words})
    document = draw(listed(IdeaData(1, "前", "", "sky"), idea, IdeaData(9, "後", "", "sky")), job())
    text = text_of(document)
    assert text.count(RARE) == words.count(RARE)
    assert text.count("x") >= words.count("x")
    assert outside(document) == []


def test_long_names_of_clusters_groups_and_questions_are_printed_whole():
    ideas = (IdeaData(1, "案", "", "sky", group=0, pile=0, pain=4),)
    document = draw(
        listed(
            *ideas,
            piles=(PileData(sentences(300)),),
            groups=(GroupData(sentences(100), "長い", "cream"),),
            question=(1, sentences(500)),
            pains=((4, sentences(200)),),
        ),
        job(),
    )
    # The cluster is named in its row and again in the second listing, there also in short.
    text = text_of(document)
    assert 300 * 2 + 100 + 500 + 200 <= text.count(RARE) <= 1420
    assert text.count(f"299匹目の{RARE}です。") == 3
    assert f"499匹目の{RARE}です。" in text
    assert outside(document) == []


def test_emoji_alone_and_an_empty_note_are_listed():
    text = text_of(
        draw(listed(IdeaData(1, "", "😀🎉", "sky"), IdeaData(2, "", "", "green")), job())
    )
    assert "1😀🎉" in text
    assert "2" in text[text.index("😀🎉") :]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_blank_list_has_rows_to_write_in(lang):
    document = draw(blank_data(None), job(lang=lang, blank=True))
    assert len(document.pages) == 1
    text = text_of(document)
    assert ("困りごと" if lang == "ja" else "Painpoint") in text


def test_a_project_without_notes_has_no_list(project):
    with project.edit(msg("消す")):
        for note in project.all(Note):
            project.delete(note)
    assert gather(project) is None
