"""The 12 principles: answers follow from questions, nothing becomes one lone score."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesign.model import (
    Answer,
    PrincipleCheck,
    PrincipleEdition,
    PrincipleItem,
    ProjectError,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.model.principles import answer_of
from servicedesign.store import create_project
from servicedesign.tools.principles import actions


@pytest.fixture
def project(tmp_path):
    made = create_project(tmp_path / "p.sdproj")
    edition = PrincipleEdition(title="令和元年12月20日 閣議決定")
    with made.edit(msg("12箇条を入れる")):
        for kept in made.all(PrincipleEdition):
            made.put(PrincipleEdition(id=kept.id, title=kept.title, current=False))
        made.put(edition)
        for number in (1, 2):
            item = PrincipleItem(edition_id=edition.id, number=number, title=f"箇条{number}")
            made.put(item)
            for position in (0.0, 1.0):
                made.put(PrincipleCheck(item_id=item.id, question="問い", position=position))
    yield made
    made.close()


def test_one_question_partly_answered_leaves_the_principle_partly(project):
    edition = actions.current_edition(project)
    first, second = actions.items_of(project, edition.id)
    one, two = actions.checks_of(project, first.id)
    assert actions.progress(project) is Progress.NONE
    actions.answer_question(project, one.id, Answer.DONE)
    assert actions.answers_by_item(project, edition.id)[first.id] is Answer.PARTLY
    actions.answer_question(project, two.id, Answer.NOT_APPLICABLE)
    answers = actions.answers_by_item(project, edition.id)
    assert answers == {first.id: Answer.DONE, second.id: Answer.UNSET}
    assert str(project.undo_label) == "箇条1に答える"
    assert actions.progress(project) is Progress.SOME


def test_a_review_shows_what_changed_since_and_one_day_has_one_review(project):
    edition = actions.current_edition(project)
    first, _ = actions.items_of(project, edition.id)
    review = actions.keep_review(project, edition.id, date(2026, 10, 14))
    for check in actions.checks_of(project, first.id):
        actions.answer_question(project, check.id, Answer.DONE)
    changes = actions.changes_since(project, review)
    assert [(c.number, c.before, c.after) for c in changes] == [(1, Answer.UNSET, Answer.DONE)]
    actions.keep_review(project, edition.id, date(2026, 10, 14))
    assert len(actions.reviews_of(project, edition.id)) == 1


def test_questions_are_added_moved_reworded_and_deleted(project):
    edition = actions.current_edition(project)
    first, _ = actions.items_of(project, edition.id)
    new = actions.add_question(project, first.id, "町の外の人は？")
    actions.move_question(project, new.id, 0)
    actions.write_question(project, new.id, "町の外に住む人は使えるか")
    assert actions.checks_of(project, first.id)[0].question == "町の外に住む人は使えるか"
    actions.delete_question(project, new.id)
    assert len(actions.checks_of(project, first.id)) == 2


def test_a_due_date_that_is_none_is_refused(project):
    item = actions.items_of(project, actions.current_edition(project).id)[0]
    actions.set_next_due(project, item.id, "2026-12-18")
    with pytest.raises(ProjectError, match="日付として読めません"):
        actions.set_next_due(project, item.id, "来月")
    assert project.get(PrincipleItem, item.id).next_due == "2026-12-18"
    actions.set_next_due(project, item.id, "")
    assert project.get(PrincipleItem, item.id).next_due == ""


@given(st.lists(st.sampled_from(list(Answer)), max_size=6))
def test_the_answer_of_a_principle_never_claims_more_than_its_questions(answers):
    result = answer_of(answers)
    applicable = [a for a in answers if a is not Answer.NOT_APPLICABLE]
    if result is Answer.DONE:
        assert applicable
        assert all(a is Answer.DONE for a in applicable)
    if result is Answer.NOT_APPLICABLE:
        assert answers
        assert not applicable
    assert answer_of(reversed(answers)) is result
