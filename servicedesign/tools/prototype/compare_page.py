"""Two versions of a prototype side by side: what is written, answered and drawn in each.

Owns the page: another version at the left, the one in view at the right, and which one stands at
the left. It writes nothing. What differs is found in ``differing``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import TestSession
from servicedesign.model.prototype import Frame, PrototypeVersion, Side, VerificationQuestion
from servicedesign.model.record import field_specs
from servicedesign.model.titles import record_title, reference_code
from servicedesign.tools.prototype import differing, verifying
from servicedesign.tools.prototype.card_form import form_words
from servicedesign.tools.prototype.verification import outcome_words, question_words, side_words
from servicedesign.ui.context import EditorContext
from servicedesign.ui.storyboard.frame_paint import (
    RATIO,
    FramePicture,
    frame_picture,
    paint_picture,
)
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET

_DIFFERENT: Final = "different"
_ALL: Final = "all"
_LABEL: Final = 156
"""Width of the names of the rows in px at 100 %."""
_PICTURE: Final = 240
"""Width of a frame in px at 100 %."""


class _FramePane(QWidget):
    """One frame as it is looked at."""

    def __init__(self, shown: FramePicture, name: str) -> None:
        super().__init__()
        self._shown = shown
        self.setAccessibleName(name)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        wide = theme().px(_PICTURE)
        return QSize(wide, round(wide * RATIO))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_picture(painter, self._shown, box, radius=theme().px(tokens.RADIUS))
        painter.end()


class ComparePage(QWidget):
    """A table of two versions.

    Attributes:
        other: which version stands at the left.
        range: everything, or only what differs.
    """

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make an empty page that shows what differs."""
        super().__init__(parent)
        self._context = context
        t = self.t = context.t
        self._active = False
        self._versions: tuple[PrototypeVersion, ...] = ()
        self._shown: PrototypeVersion | None = None
        self._other_id = ""
        self.other = Select(t("左に置く版"))
        self.other.activated.connect(lambda _: self._on_other())
        choices = [Choice(_DIFFERENT, t("違うところ")), Choice(_ALL, t("すべて"))]
        self.range = ChoiceSwitch(t("比べる範囲"), choices, value=_DIFFERENT)
        self.range.chosen.connect(lambda _: self._lay())
        self._name = TextLabel(size=tokens.SECTION_PX, bold=True)
        self._only = TextLabel(
            t("比べる版がまだありません。新しい版を作ると、ここに並びます。"),
            size=tokens.CONTENT_PX,
            wrap=True,
        )
        self._table = QWidget()
        self._build()

    def _build(self) -> None:
        look = theme()
        page = self._page = QVBoxLayout(self)
        page.setContentsMargins(look.px(INSET), look.px(8), look.px(INSET), look.px(40))
        page.setSpacing(look.px(12))
        self._head = QWidget()
        head = QGridLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        self._set_columns(head)
        head.addWidget(self.range, 0, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.other, 0, 1, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._name, 0, 2)
        page.addWidget(self._head)
        page.addWidget(self._only)
        page.addWidget(self._table)
        page.addStretch(1)

    def _set_columns(self, grid: QGridLayout) -> None:
        look = theme()
        wide = max(look.px(_LABEL), self.range.sizeHint().width())
        grid.setColumnMinimumWidth(0, wide)
        grid.setHorizontalSpacing(look.px(24))
        for column in (1, 2):
            grid.setColumnStretch(column, 1)

    # Showing ----------------------------------------------------------------------------------

    def set_active(self, active: bool) -> None:
        """Tell whether the page is in view; only then the table follows the versions."""
        self._active = active
        self._show()

    def show_versions(self, versions: Sequence[PrototypeVersion], shown: PrototypeVersion) -> None:
        """Show ``shown`` of ``versions`` (in order) at the right, and another one at the left.

        The other is the one that was chosen, else the one before it, else the first.
        """
        self._versions, self._shown = tuple(versions), shown
        self._show()

    def refresh_frames(self) -> None:
        """Show the frames anew, such as after one was taken back."""
        self._show()

    def _show(self) -> None:
        shown = self._shown
        if shown is None or not self._active:
            return
        others = [one for one in self._versions if one.id != shown.id]
        if self._other_id not in [one.id for one in others]:
            before = [one for one in others if one.number < shown.number]
            self._other_id = (before[-1:] or others[:1] or [shown])[0].id
        self.other.clear()
        for one in others:
            self.other.add(one.id, self.t("第{number}版", number=one.number))
        self.other.set_value(self._other_id)
        self._name.setText(self.t("第{number}版", number=shown.number))
        self._head.setVisible(bool(others))
        self._only.setVisible(not others)
        self._lay()

    def _on_other(self) -> None:
        self._other_id = str(self.other.value())
        self._lay()

    def lines(self) -> list[str]:
        """Return all texts of the table, from above down."""
        return [label.text() for label in self._table.findChildren(TextLabel)]

    def _lay(self) -> None:
        """Make the table anew."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme().px(8))
        self._set_columns(grid)
        other = next((one for one in self._versions if one.id == self._other_id), None)
        if other is not None and self._shown is not None and other.id != self._shown.id:
            self._fill(grid, other, self._shown)
        self._page.replaceWidget(self._table, table)
        self._table.setParent(None)
        self._table.deleteLater()
        self._table = table

    def _fill(self, grid: QGridLayout, one: PrototypeVersion, other: PrototypeVersion) -> None:
        everything = self.range.value() == _ALL
        self._reasons(grid, one, other)
        self._fields(grid, one, other, everything=everything)
        self._answers(grid, one, other, everything=everything)
        self._frames(grid, one, other, everything=everything)
        if not grid.count():
            same = TextLabel(self.t("この2つの版に、違うところはありません。"), wrap=True)
            grid.addWidget(same, 0, 0, 1, 3)

    def _fields(self, grid: QGridLayout, *pair: PrototypeVersion, everything: bool) -> None:
        changed = differing.differing_fields(*pair)
        for field in differing.CARD_FIELDS:
            if everything or field in changed:
                texts = [self._written(version, field) for version in pair]
                self._row(grid, self._label(field), texts, differs=field in changed)

    def _answers(self, grid: QGridLayout, *pair: PrototypeVersion, everything: bool) -> None:
        changed = differing.differing_answers(*pair)
        for question, words in question_words(self.t).items():
            for side, who in side_words(self.t).items():
                differs = (question, side) in changed
                if everything or differs:
                    texts = [self._answer(version, question, side) for version in pair]
                    self._row(grid, f"{words}\n{who}", texts, differs=differs)

    def _frames(
        self, grid: QGridLayout, one: PrototypeVersion, other: PrototypeVersion, *, everything: bool
    ) -> None:
        pairs = differing.frame_pairs(self._context.project, one.id, other.id)
        for number, (left, right, differs) in enumerate(pairs, 1):
            if everything or differs:
                panes = [self._frame(frame, number) for frame in (left, right)]
                self._cells(grid, self.t("コマ{number}", number=number), panes, differs=differs)

    def _label(self, field: str) -> str:
        return self.t(field_specs(PrototypeVersion)[field].label)

    def _reasons(self, grid: QGridLayout, one: PrototypeVersion, other: PrototypeVersion) -> None:
        """Say first what the versions themselves say of their change, and which test made it."""
        texts = [self._reason(version) for version in (one, other)]
        if any(texts):
            self._row(grid, self._label("changes"), texts, differs=False)

    def _reason(self, version: PrototypeVersion) -> str:
        cause = self._context.project.find(TestSession, version.cause_session_id)
        parts = [version.changes.strip()]
        if cause is not None:
            named = f"{reference_code(cause)} {record_title(cause)}".strip()
            parts.append(self.t("もとになったテスト：{name}", name=named))
        return "\n".join(part for part in parts if part)

    def _written(self, version: PrototypeVersion, field: str) -> str:
        if field == "forms":
            words = form_words(self.t)
            return self.t("、").join(words[form] for form in version.forms)
        return str(getattr(version, field)).strip()

    def _answer(self, version: PrototypeVersion, question: VerificationQuestion, side: Side) -> str:
        answer = verifying.answer_of(version, question, side)
        unset = self.t.context("prototype", "まだ")
        said = outcome_words(self.t).get(answer.outcome, unset)
        return "\n".join(part for part in (said, answer.note.strip()) if part)

    def _frame(self, frame: Frame | None, number: int) -> QWidget:
        if frame is None:
            return self._text("")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        shown = frame_picture(self._context.project, frame)
        column.addWidget(_FramePane(shown, self.t("コマ{number}", number=number)))
        for text, bold in ((frame.heading.strip(), True), (frame.caption.strip(), False)):
            if text:
                column.addWidget(TextLabel(text, size=tokens.CONTENT_PX, bold=bold, wrap=True))
        column.addStretch(1)
        return holder

    def _text(self, text: str) -> TextLabel:
        tone = tokens.TEXT if text else tokens.SECOND_TEXT
        return TextLabel(text or "―", size=tokens.CONTENT_PX, tone=tone, wrap=True)

    def _row(self, grid: QGridLayout, label: str, texts: Sequence[str], *, differs: bool) -> None:
        self._cells(grid, label, [self._text(text) for text in texts], differs=differs)

    def _cells(
        self, grid: QGridLayout, label: str, cells: Sequence[QWidget], *, differs: bool
    ) -> None:
        """Add a row; its name is bold where the two differ, so that it is found among all."""
        row = grid.rowCount()
        grid.addWidget(SectionRule(), row, 0, 1, 3)
        top = Qt.AlignmentFlag.AlignTop
        tone = tokens.TEXT if differs else tokens.SECOND_TEXT
        name = TextLabel(label, bold=differs, tone=tone, wrap=True)
        name.setContentsMargins(0, theme().px(2), 0, 0)  # in line with the larger words beside it
        grid.addWidget(name, row + 1, 0, top)
        for column, cell in enumerate(cells, 1):
            grid.addWidget(cell, row + 1, column, top)
