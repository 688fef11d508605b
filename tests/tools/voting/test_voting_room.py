"""What the room sees of a vote while it runs: every idea with its number, and no count."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.votes import open_vote, vote_project

from servicedesign.model import Note, VoteRound, msg
from servicedesign.tools.voting import ballots, choosing, closing

LONG = "きょうだいの送り迎えを近所どうしで分けあい、熱の出た朝も家を空けずに済ませるための表"


@pytest.fixture
def project(tmp_path):
    made = vote_project(tmp_path, ideas=45, people=12)
    with made.edit(msg("長い案")):
        made.put(replace(made.all(Note)[6], title=LONG))
    open_vote(made, budget=3, cap=2)
    yield made
    made.close(discard=True)


@pytest.fixture
def page(open_editor, project):
    editor = open_editor(project, "voting")
    editor.show_round(project.all(VoteRound)[0].id)
    made = editor.audience_page()
    yield made
    made.deleteLater()


def leaves_after_the_first(page):
    for number in range(1, page.leaf_count()):
        page.show_leaf(number)
        yield page.texts()


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_while_votes_are_open_every_idea_is_there_with_its_number_and_can_be_read(
    project, page, size
):
    page.resize(*size)
    ballots.put_ballot(project, project.all(VoteRound)[0].id, ("7", "7", "12"))
    page.refresh()
    said = [one for leaf in leaves_after_the_first(page) for one in leaf]
    assert all(px >= 48 * page.unit() - 0.01 for _, px in said)
    words = "".join(text for text, _ in said)
    assert "…" not in words
    shown = [text for text, _ in said]
    for note in project.all(Note):
        assert shown.count(str(note.number)) == 1
        assert note.title in words


def test_the_ideas_say_nothing_of_the_votes(project, page):
    page.resize(1920, 1080)
    before = list(leaves_after_the_first(page))
    for _ in range(5):
        ballots.put_ballot(project, project.all(VoteRound)[0].id, ("7", "7", "12"))
    page.refresh()
    assert list(leaves_after_the_first(page)) == before


def test_the_result_begins_at_its_first_leaf_whatever_was_shown_of_the_vote(project, page):
    page.resize(1920, 1080)
    round_id = project.all(VoteRound)[0].id
    for first in range(1, 25, 2):
        ballots.put_ballot(project, round_id, (str(first), str(first + 1)))
    page.show_leaf(2)
    closing.close_round(project, round_id)
    page.refresh()
    assert page.leaf_count() > 2
    assert page.leaf_number() == 0


def test_a_reason_of_one_round_is_not_offered_for_another(open_editor, project):
    first = project.all(VoteRound)[0]
    ballots.put_ballot(project, first.id, ("1", "2", "3"))
    closing.close_round(project, first.id)
    idea = first.target_ids[19]
    choosing.choose(project, first.id, {idea: "町長の約束と重なるため"}, who="進行役")
    second = open_vote(project, budget=3, cap=2)
    ballots.put_ballot(project, second.id, ("1", "2", "3"))
    closing.close_round(project, second.id)
    editor = open_editor(project, "voting")
    pane = editor.view.result.pane
    editor.show_round(first.id)
    assert pane.reasons([idea]) == {idea: "町長の約束と重なるため"}
    editor.show_round(second.id)
    assert pane._reason(idea, "").text() == ""
    editor.show_round(first.id)
    assert pane.reasons([idea]) == {idea: "町長の約束と重なるため"}
