"""What one does with matrices, ideas, points and raters, from a gesture to an action.

Owns what is asked and told on the way; the rules are in ``actions``. Which matrix, rater and idea
are in view is the editor's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from servicedesign.model import Group, PayoffItem, ProjectError
from servicedesign.model.table_text import Block
from servicedesign.tools.payoff import actions, choosing, rating
from servicedesign.tools.payoff.choose_dialog import ChooseDialog
from servicedesign.tools.payoff.raters_dialog import RatersDialog
from servicedesign.tools.payoff.ratings import TOGETHER, Axis
from servicedesign.tools.payoff.rows import IDEA, POINTS
from servicedesign.tools.payoff.scale import read_points
from servicedesign.tools.payoff.title_dialog import TitleDialog
from servicedesign.tools.payoff.words import rater_words
from servicedesign.ui.dialogs.message_dialog import MessageDialog

if TYPE_CHECKING:
    from servicedesign.tools.payoff.editor import PayoffEditor

_MOST_NUMBERS = 100


class PayoffHands:
    """Works for one editor."""

    def __init__(self, editor: PayoffEditor) -> None:
        """Work for ``editor``."""
        self._editor = editor
        self._context = editor.context

    # Matrices and ideas -----------------------------------------------------------------------

    def from_vote(self) -> None:
        """Put what the last vote kept on a matrix."""
        self._add(
            choosing.voted(self._context.project), choosing.board_to_begin(self._context.project)
        )

    def begin(self) -> None:
        """Begin as well as the project allows: with the vote's choice, else by choosing."""
        if choosing.voted(self._context.project):
            self.from_vote()
        else:
            self.choose()

    def choose(self) -> None:
        """Let the person choose ideas, and put them on the matrix."""
        editor, project = self._editor, self._context.project
        editor.flush()
        matrix = editor.matrix()
        items = project.all(PayoffItem, matrix_id=matrix.id) if matrix is not None else ()
        there = {one.note_id or one.cluster_id or "" for one in items}
        dialog = ChooseDialog(self._context.t, project, there, editor.window())
        if dialog.exec():
            self._add(dialog.idea_ids(), dialog.board_id())

    def _add(self, idea_ids: Sequence[str], board_id: str | None) -> None:
        editor, project, t = self._editor, self._context.project, self._context.t
        matrix = editor.matrix()
        if matrix is None:
            if not idea_ids:
                return
            board = board_id or choosing.board_to_begin(project)
            matrix = actions.add_matrix(project, idea_ids, board)
            editor.show_matrix(matrix.id)
            return
        added = actions.add_ideas(project, matrix.id, idea_ids)
        if added:
            editor.use(added[0])
            self._context.shell.toast(t.plural("{n}案を足しました。", len(added)), undo=True)

    def add_by_number(self, text: str) -> None:
        """Put the ideas whose numbers were typed on the matrix."""
        matrix, t, shell = self._editor.matrix(), self._context.t, self._context.shell
        if matrix is None:
            return
        plain = unicodedata.normalize("NFKC", text)
        numbers = "".join(letter if letter.isdecimal() else " " for letter in plain).split()
        wanted: list[str] = []
        missing: list[str] = []
        for number in numbers[:_MOST_NUMBERS]:
            found = choosing.by_number(self._context.project, matrix.board_id, int(number[:9]))
            wanted += found
            missing += [] if found else [number[:9]]
        added = actions.add_ideas(self._context.project, matrix.id, wanted)
        if missing:
            shell.warn(t("番号{numbers}の案はありません。", numbers="・".join(missing[:8])))
        elif not numbers:
            shell.toast(t("足すときは、案の番号を書いてください。"))
        elif not added:
            shell.toast(t("その案は、もうあります。"))
        if added:
            self._editor.use(added[-1])

    def remove(self, item_ids: Sequence[str]) -> None:
        """Take ideas off the matrix and say so."""
        t = self._context.t
        self._editor.flush()
        count = actions.remove_ideas(self._context.project, item_ids)
        if count:
            words = t.plural("{n}案を評価から外しました。案はボードに残っています。", count)
            self._context.shell.toast(words, undo=True)

    def sort(self) -> None:
        """Put the ideas in the order in which one goes about them."""
        matrix = self._editor.matrix()
        if matrix is not None:
            self._editor.flush()
            actions.sort_ideas(self._context.project, matrix.id)
            self._context.shell.toast(self._context.t("手をつける順に並べました。"), undo=True)

    def move(self, ids: Sequence[str], gap: int) -> None:
        """Move rows before the place ``gap``."""
        matrix = self._editor.matrix()
        if matrix is not None and ids:
            self._editor.flush()
            actions.move_ideas(self._context.project, matrix.id, ids, gap)

    def new_matrix(self) -> None:
        """Choose ideas for another matrix."""
        editor, project = self._editor, self._context.project
        dialog = ChooseDialog(self._context.t, project, set(), editor.window())
        if dialog.exec():
            board = dialog.board_id() or choosing.board_to_begin(project)
            editor.show_matrix(actions.add_matrix(project, dialog.idea_ids(), board).id)

    def rename(self) -> None:
        """Let the person write the title of the matrix."""
        matrix = self._editor.matrix()
        if matrix is None:
            return
        dialog = TitleDialog(self._context.t, matrix.title, self._editor.window())
        if dialog.exec():
            actions.rename_matrix(self._context.project, matrix.id, dialog.title())

    def delete(self) -> None:
        """Delete the matrix in view and say what went with it."""
        matrix, t = self._editor.matrix(), self._context.t
        if matrix is None:
            return
        self._editor.flush()
        name = t(actions.matrix_name(matrix))
        actions.delete_matrix(self._context.project, matrix.id)
        words = t("「{name}」を消しました。案はボードに残っています。", name=name)
        self._context.shell.toast(words, undo=True)

    # Points -----------------------------------------------------------------------------------

    def refuse(self) -> None:
        """Say that the mean is nobody's to move."""
        t, shell = self._context.t, self._context.shell
        matrix = self._editor.matrix()
        if self._context.read_only:
            shell.toast(t("読み取り専用で開いています"))
        elif matrix is not None and matrix.hidden:
            shell.toast(t("評価する人を選んでから、点を付けてください。"))
        else:
            shell.toast(t("平均は動かせません。上で班や人を選んでから、動かしてください。"))

    def place(self, item_id: str, impact: float, feasibility: float, nudged: bool) -> None:
        """Rate by a place on the matrix."""
        rater = self._editor.writer()
        if rater is None:
            self.refuse()
            return
        hold = "nudge" if nudged else ""
        rating.place(self._context.project, item_id, rater, impact, feasibility, hold=hold)

    def take_back(self, item_id: str) -> None:
        """Put an idea back into the tray."""
        rater = self._editor.writer()
        if rater is None:
            self.refuse()
        else:
            rating.take_back(self._context.project, [item_id], rater)

    def write(self, item_id: str, column: str, text: str) -> None:
        """Rate by typed points; the empty row takes numbers of ideas."""
        t, shell = self._context.t, self._context.shell
        if not item_id:
            if column == IDEA:
                self.add_by_number(text)
            else:
                shell.toast(t("先に、案の番号を書いてください。"))
            return
        if column not in POINTS:
            words = (
                t("案の言葉は、ボードで直します。")
                if column == IDEA
                else t("判定と開きは、点から決まります。")
            )
            shell.toast(words)
            return
        rater = self._editor.writer()
        if rater is None:
            self.refuse()
            return
        if self._context.project.find(PayoffItem, item_id) is not None:
            value = read_points(text)
            rating.write_points(self._context.project, item_id, rater, Axis(column), value)

    def fill(self, ids: Sequence[str], columns: Sequence[str], text: str) -> None:
        """Write the same points into many cells, or empty them."""
        rater = self._editor.writer()
        axes = [Axis(column) for column in columns if column in POINTS]
        if rater is None:
            self.refuse()
            return
        if not axes or not ids:
            return
        value = read_points(text)
        values = {(one, axis): value for one in ids for axis in axes}
        rating.fill_points(self._context.project, values, rater)

    def paste(self, block: Block, ids: Sequence[str], columns: Sequence[str]) -> None:
        """Lay a block over the table: points are taken, what is none is left and told."""
        t, rater = self._context.t, self._editor.writer()
        if rater is None:
            self.refuse()
            return
        values: dict[tuple[str, Axis], float | None] = {}
        left = 0
        for item_id, cells in zip(ids, block, strict=False):
            for column, text in zip(columns, cells, strict=False):
                if column not in POINTS or not text.strip():
                    continue
                value = _points(text)
                if value is None:
                    left += 1
                else:
                    values[item_id, Axis(column)] = value
        left += sum(len(row) > 0 for row in block[len(ids) :])
        if values:
            rating.fill_points(self._context.project, values, rater)
        done = t.plural("点を{n}個貼り付けました。", len(values))
        if left:
            rest = t.plural("1から5の数でない{n}か所は、そのままにしました。", left)
            self._context.shell.warn(f"{done} {rest}" if values else rest)
        else:
            self._context.shell.toast(done, undo=bool(values))

    # Raters -----------------------------------------------------------------------------------

    def edit_raters(self) -> None:
        """Let the person say who rates."""
        editor, project, t = self._editor, self._context.project, self._context.t
        matrix = editor.matrix()
        if matrix is None:
            return
        editor.flush()
        named = [name for name in editor.raters() if name != TOGETHER]
        rated = [(name, rating.ratings_of(project, matrix.id, name)) for name in named]
        groups = [group.name for group in project.all(Group)]
        dialog = RatersDialog(t, rated, groups, editor.window())
        if not dialog.exec():
            return
        wanted = dialog.names()
        gone = rating.set_raters(project, matrix.id, wanted)
        if gone:
            words = t.plural("評価する人を決めました。点{n}案分が消えました。", gone)
            self._context.shell.toast(words, undo=True)
        fresh = [rating.rater_name(new) for old, new in wanted if old is None and new.strip()]
        if fresh:
            editor.show_rater(fresh[0])

    def hide(self, hidden: bool) -> None:
        """Hide what others rated from now on, or show it to all."""
        matrix, t = self._editor.matrix(), self._context.t
        if matrix is None:
            return
        self._editor.flush()
        rating.set_hidden(self._context.project, matrix.id, hidden)
        self._editor.show_rater(None)
        words = (
            t("ほかの人の点を隠しました。名前を選んで、順に付けます。")
            if hidden
            else t("みんなの点を見せました。")
        )
        self._context.shell.toast(words, undo=True)

    def may_see(self, rater: str | None) -> bool:
        """Tell whether a rater's points may come into view; while hidden one is asked first."""
        matrix, t = self._editor.matrix(), self._context.t
        if matrix is None or not matrix.hidden or rater is None or self._context.read_only:
            return True
        if not rating.ratings_of(self._context.project, matrix.id, rater):
            return True
        name = rater_words(rater, t)
        title = t("{name}の点を開きますか。", name=name)
        sentences = [t("点は隠して付けているところです。{name}だけが見てください。", name=name)]
        labels = [t.context("button", "やめる"), t("開く")]
        return MessageDialog(title, sentences, labels, self._editor.window()).ask() == 1


def _points(text: str) -> float | None:
    """Return the value that a pasted cell stands for, or None when it is no point."""
    try:
        return read_points(text)
    except ProjectError:
        return None
