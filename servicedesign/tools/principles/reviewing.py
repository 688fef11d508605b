"""Keeping the answers of a day, and what changed since an earlier one.

Owns the way through the two dialogs and the sentence under a principle. What differs is found by
``actions``.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from servicedesign.model import PrincipleItem, PrincipleReview
from servicedesign.model.dates import parse_date, short_date
from servicedesign.tools.principles import actions
from servicedesign.tools.principles.answers import answer_words
from servicedesign.tools.principles.compare_dialog import CompareDialog
from servicedesign.tools.principles.keep_dialog import KeepDialog
from servicedesign.ui.context import EditorContext


def review_day(review: PrincipleReview, lang: str) -> str:
    """Return the day of ``review`` without its year."""
    day = parse_date(review.date)
    return short_date(day, lang) if day else review.date


def history_sentence(
    context: EditorContext, review: PrincipleReview | None, item: PrincipleItem
) -> str:
    """Return what became of ``item`` since ``review``; empty when there is none."""
    if review is None:
        return ""
    t = context.t
    day, words = review_day(review, t.lang), answer_words(t)
    for change in actions.changes_since(context.project, review):
        if change.number == item.number:
            return t(
                "{day}の「{before}」から「{after}」へ。",
                day=day,
                before=words[change.before],
                after=words[change.after],
            )
    return t("{day}の記録から、答えは変わっていません。", day=day)


def keep_answers(context: EditorContext, edition_id: str, today: date, parent: QWidget) -> None:
    """Keep today's answers, with a note if the person wants one."""
    project, t = context.project, context.t
    answers = actions.answers_by_item(project, edition_id)
    notes = {review.date: review.note for review in actions.reviews_of(project, edition_id)}
    counts = actions.count_answers(list(answers.values()))
    dialog = KeepDialog(t, today, counts, notes.get(today.isoformat(), ""), parent)
    if dialog.exec():
        actions.keep_review(project, edition_id, today, dialog.note())
        day = short_date(today, t.lang)
        context.shell.toast(t("{day}の答えとして記録しました。", day=day), undo=True)


def compare_answers(context: EditorContext, review: PrincipleReview, parent: QWidget) -> None:
    """Show what changed since ``review``, or any other of its edition."""
    CompareDialog(context, review.edition_id, review.id, parent).exec()
