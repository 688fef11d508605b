"""What changed since an earlier day, principle by principle.

Owns the showing; what differs is found by ``actions.changes_since``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import Answer, PrincipleReview
from servicedesign.model.dates import long_date, parse_date
from servicedesign.tools.principles import actions
from servicedesign.tools.principles.answers import SIGNS, answer_words
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.mark import Mark
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_label import TextLabel


class CompareDialog(BaseDialog):
    """A day to compare with, and the principles whose answer is another now."""

    def __init__(
        self, context: EditorContext, edition_id: str, review_id: str, parent: QWidget | None
    ) -> None:
        """Compare with the review ``review_id`` of the edition first."""
        t = context.t
        super().__init__(t("前の記録と比べる"), parent, width=680)
        self._context = context
        self._words = answer_words(t)
        self._reviews = {
            review.id: review
            for review in reversed(actions.reviews_of(context.project, edition_id))
        }
        self._titles = {
            item.number: item.title for item in actions.items_of(context.project, edition_id)
        }
        self._select = Select(t("比べる日"))
        for key, review in self._reviews.items():
            self._select.add(key, self._day(review))
        self._select.set_value(review_id)
        self._select.activated.connect(lambda _index: self._show())
        row = QHBoxLayout()
        row.addWidget(self._select)
        row.addStretch(1)
        self.body.addLayout(row)
        self._note = TextLabel(tone=tokens.SECOND_TEXT, wrap=True)
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, theme().px(8), 0)
        self._column.addWidget(self._note)
        self._grid_place: QWidget | None = None
        self._column.addStretch(1)
        scroll = PageScroll(self._page)
        scroll.setMinimumHeight(theme().px(200))
        self.body.addWidget(scroll, 1)
        done = PrimaryButton(t("閉じる"))
        done.clicked.connect(self.accept)
        self.add_button(done)
        self._show()
        self._select.setFocus()

    def _day(self, review: PrincipleReview) -> str:
        day = parse_date(review.date)
        return long_date(day, self._context.t.lang) if day else review.date

    def _show(self) -> None:
        t = self._context.t
        review = self._reviews[str(self._select.value())]
        self._note.setText(t("メモ：{text}", text=review.note) if review.note else "")
        self._note.setVisible(bool(review.note))
        if self._grid_place is not None:
            self._column.removeWidget(self._grid_place)
            self._grid_place.hide()
            self._grid_place.deleteLater()
        self._grid_place = self._changes(review)
        self._column.insertWidget(1, self._grid_place)

    def _changes(self, review: PrincipleReview) -> QWidget:
        t, look = self._context.t, theme()
        place = QWidget()
        grid = QGridLayout(place)
        grid.setContentsMargins(0, look.px(8), 0, look.px(8))
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(12))
        grid.setColumnStretch(1, 1)
        changes = actions.changes_since(self._context.project, review)
        if not changes:
            words = TextLabel(t("答えは変わっていません。"), size=tokens.CONTENT_PX)
            grid.addWidget(words, 0, 0, 1, 4)
        for row, change in enumerate(changes):
            number = TextLabel(str(change.number), size=tokens.CONTENT_PX, bold=True)
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
            title = TextLabel(
                self._titles.get(change.number, ""), size=tokens.CONTENT_PX, wrap=True
            )
            grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(title, row, 1)
            grid.addWidget(self._mark(change.before), row, 2, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(TextLabel("→"), row, 3, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._mark(change.after), row, 4, Qt.AlignmentFlag.AlignTop)
        return place

    def _mark(self, answer: Answer) -> QWidget:
        if answer not in SIGNS:
            return TextLabel(self._words[answer], tone=tokens.SECOND_TEXT)
        return Mark(SIGNS[answer], self._words[answer], word_shown=True)
