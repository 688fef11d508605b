"""What is written and pressed on the page of a deep-dive, taken to the actions.

Owns these steps and what is said after a deletion. An undo may have taken the deep-dive away
meanwhile: then nothing is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.tools.deep_dive import actions
from servicedesign.tools.deep_dive.comment_list import CommentList

if TYPE_CHECKING:
    from servicedesign.tools.deep_dive.editor import DeepDiveEditor


class Writing:
    """Works for one editor."""

    def __init__(self, editor: DeepDiveEditor) -> None:
        """Listen to the page and to the questions while presenting."""
        self._editor = editor
        self._context = editor.context
        form = editor.form
        form.written.connect(self._write)
        form.taken.connect(self._take)
        form.group_chosen.connect(self._set_group)
        form.worries.written.connect(self._write_worry)
        form.worries.delete_asked.connect(self._delete_worry)
        for comments in (form.comments, editor.presenting.comments):
            comments.entered.connect(self._add_comment)
            comments.written.connect(self._write_comment)
            comments.delete_asked.connect(
                lambda place, one=comments: self._delete_comment(place, one)
            )

    def _write(self, field: str, text: str) -> None:
        if self._editor.dive() is not None:
            actions.write_field(self._context.project, self._editor.current(), field, text)

    def _take(self, field: str, words: str) -> None:
        self._editor.flush()
        actions.take_words(self._context.project, self._editor.current(), field, words)
        self._editor.form.go_to(field)

    def _set_group(self, group_id: object) -> None:
        self._editor.flush()
        chosen = str(group_id) if group_id else None
        actions.set_group(self._context.project, self._editor.current(), chosen)

    # Worries, questions and comments ----------------------------------------------------------

    def _write_worry(self, place: int, part: str, text: str) -> None:
        if self._editor.dive() is not None:
            current = self._editor.current()
            actions.write_worry(self._context.project, current, place, part, text)

    def _delete_worry(self, place: int) -> None:
        self._editor.flush()
        actions.delete_worry(self._context.project, self._editor.current(), place)
        self._editor.form.worries.go_to(place)
        self._context.shell.toast(self._context.t("心配と答えを消しました。"), undo=True)

    def _add_comment(self, text: str) -> None:
        if self._editor.dive() is not None:
            actions.add_comment(self._context.project, self._editor.current(), text)

    def _write_comment(self, place: int, text: str) -> None:
        if self._editor.dive() is not None:
            current = self._editor.current()
            actions.write_comment(self._context.project, current, place, text)

    def _delete_comment(self, place: int, shown: CommentList) -> None:
        self._editor.flush()
        actions.delete_comment(self._context.project, self._editor.current(), place)
        shown.go_to(-1)
        self._context.shell.toast(self._context.t("質問・意見を消しました。"), undo=True)
