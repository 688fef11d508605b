"""The first two pages as they are shown: what a rater sees, and one idea beside the map's words.

Owns what goes from the records to those pages. It writes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.tools.payoff import rating
from servicedesign.tools.payoff.completing import idea_of
from servicedesign.tools.payoff.items import are_groups, in_order
from servicedesign.tools.payoff.ratings import Axis
from servicedesign.tools.payoff.reading import map_words
from servicedesign.tools.payoff.seen import others_of, seen
from servicedesign.tools.payoff.telling import place_words

if TYPE_CHECKING:
    from servicedesign.tools.payoff.editor import PayoffEditor


class PayoffShowing:
    """Works for one editor."""

    def __init__(self, editor: PayoffEditor) -> None:
        """Work for ``editor``."""
        self._editor = editor
        self._context = editor.context

    def place(self) -> None:
        """Show raters, table, matrix and what was decided."""
        editor, page = self._editor, self._editor.place
        matrix = editor.matrix()
        if matrix is None:
            return
        counts = rating.counts_by_rater(self._context.project, matrix)
        page.raters.show_raters(counts, len(editor.ideas()), editor.rater(), hidden=matrix.hidden)
        spread = editor.rater() is None and not matrix.hidden
        page.rows.show(seen(matrix, editor.ideas(), editor.rater()), spread=spread)
        page.table.refresh()
        self._follow_row()
        page.decided.set_text(matrix.decided)
        self.matrix()

    def _follow_row(self) -> None:
        """Let the table stand at the idea in use, unless one is typing elsewhere in it."""
        editor, page = self._editor, self._editor.place
        table, here = page.table, page.rows.idea(page.table.row())
        if table.live.hasFocus() or (here is not None and here.id == editor.current()):
            return
        if not editor.ideas():
            table.go(0, 0)
        else:
            column = page.column() if here is not None else Axis.IMPACT.value
            table.go_to_key(editor.current(), column)

    def matrix(self) -> None:
        """Show the discs, and what is said of the idea in use."""
        editor, t = self._editor, self._context.t
        matrix, rater = editor.matrix(), editor.rater()
        if matrix is None:
            return
        shown = seen(matrix, editor.ideas(), rater)
        current = next((one for one in shown if one.id == editor.current()), None)
        others = others_of(matrix, current.idea, rater) if current is not None and rater else ()
        covered = matrix.hidden and rater is None
        note = (
            t("点は隠しています。\n上で名前を選んで付け、次の人に代わります。") if covered else ""
        )
        editor.place.matrix.show_ideas(
            () if covered else shown,
            editor.current(),
            movable=editor.writer() is not None and not covered,
            note=note,
            others=others,
        )
        groups = are_groups(self._context.project, editor.raters())
        words = place_words(current, rater, t, groups=groups) if current else ""
        editor.place.say("" if covered else words)

    def review(self) -> None:
        """Show the list, and the idea in use beside the words of the map."""
        editor, project = self._editor, self._context.project
        matrix = editor.matrix()
        if matrix is None:
            return
        ordered = editor.ideas() if matrix.hidden else in_order(editor.ideas())
        editor.review.show_ideas(ordered, editor.current(), hidden=matrix.hidden)
        current = next((one for one in ordered if one.id == editor.current()), None)
        idea = idea_of(project, current.item) if current is not None else None
        if current is not None and idea is not None:
            mean = seen(matrix, [current], None)[0]
            groups = are_groups(project, editor.raters())
            facts = place_words(mean, None, self._context.t, groups=groups, named=False)
            editor.review.show_idea(current, facts, map_words(project, idea))
