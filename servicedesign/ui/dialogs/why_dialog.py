"""Why, and what came of it: one record with what it rests on and what it led to, step by step.

Owns the window and the walk in it. The steps are ``tools.chain_steps``; nothing is changed here but
by choosing evidence.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import InterviewEntry, Record
from servicedesign.tools.chain_steps import SOURCE_KINDS, ahead, grounds, sentences
from servicedesign.ui.chain_list import ChainList
from servicedesign.ui.chain_words import (
    chain_code,
    chain_kind,
    chain_line,
    chain_name,
    chain_title,
)
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.evidence_picking import pick_evidence
from servicedesign.ui.marks import Sign
from servicedesign.ui.reaching import has_screen, without_screen
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.link_button import LinkButton
from servicedesign.ui.widgets.mark import Mark
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel

_WIDTH = 980
_HEIGHT = 680
_LEAST_WIDTH = 640
_LEAST_LIST = 84
"""Lengths in px at 100 %; a window never grows beyond its screen."""

_LONG = 120
"""Characters of words that stand as a heading."""

_READ_LINES = 3

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_CLAIMING = (*SOURCE_KINDS, "participant", "group", "project")
"""Kinds that need no evidence: they are the ground, or say nothing."""


class WhyDialog(BaseDialog):
    """A record, 根拠 at its left and ここから at its right."""

    def __init__(self, context: EditorContext, record: Record, parent: QWidget | None) -> None:
        """Begin at ``record``."""
        super().__init__(context.t("根拠と行き先"), parent, width=_LEAST_WIDTH)
        self._context = context
        self._path: list[tuple[str, str]] = []
        self._record = record
        self._open_id = ""
        t = context.t
        self._walked = TextLabel(tone=tokens.SECOND_TEXT)
        self._kind = TextLabel(tone=tokens.SECOND_TEXT)
        self._title = TextLabel(size=tokens.SECTION_PX, bold=True, wrap=True)
        self._whole = TextLabel(size=tokens.CONTENT_PX, wrap=True)
        self._reading = PageScroll(self._whole)
        self._reading.setAccessibleName(t("全文"))
        self._warning = Mark(Sign.LOOK, "", word_shown=True)
        self.behind = ChainList(t("根拠"))
        self.ahead = ChainList(t("ここから"))
        self._nothing_behind = TextLabel(size=tokens.CONTENT_PX, wrap=True)
        self._nothing_ahead = TextLabel(
            t("ここから先は、まだありません。"), size=tokens.CONTENT_PX, wrap=True
        )
        self._room = QWidget()
        self._room.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._link = LinkButton(t("根拠をつなぐ…"))
        self._back = QuietButton(t("戻る"), key="Backspace", icon="mdi6.arrow-left")
        self._chain = QuietButton(t("つながりで見る"), icon="mdi6.graph-outline")
        self._chain_asked = False
        self._close = SecondaryButton(t("閉じる"), key="Esc")
        self._open = PrimaryButton("", key="Ctrl+Enter")
        self._build()
        self._connect()
        self._show(focus=True)
        look, room = theme(), self.screen().availableSize()
        self.resize(
            min(look.px(_WIDTH), room.width() - look.px(32)),
            min(look.px(_HEIGHT), room.height() - look.px(48)),
        )

    def _build(self) -> None:
        t, look = self._context.t, theme()
        head = QVBoxLayout()
        head.setSpacing(look.px(2))
        for part in (self._walked, self._kind, self._title, self._reading, self._warning):
            head.addWidget(part)
        self.body.addLayout(head)
        sides = QHBoxLayout()
        sides.setSpacing(look.px(24))
        left, right = (
            self._side(t("根拠"), t("なぜ、そう言えるのか"), self.behind),
            self._side(t("ここから"), t("何が生まれたか"), self.ahead),
        )
        left.addWidget(self._nothing_behind)
        left.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self._room)
        right.addWidget(self._nothing_ahead, 1, Qt.AlignmentFlag.AlignTop)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        self.body.addLayout(sides, 1)
        hint = t("↑↓ で選び、←→ で左右へ。Enter でたどり、Ctrl+Enter でその画面を開きます。")
        self.body.addWidget(TextLabel(hint, tone=tokens.SECOND_TEXT, wrap=True))
        self.add_button(self._back, left=True)
        self.add_button(self._chain, left=True)
        self._chain.setVisible(self._context.shell.can_go_tool("chain"))
        self.add_button(self._close, closes=True)
        self.add_button(self._open)

    def _side(self, title: str, meaning: str, rows: ChainList) -> QVBoxLayout:
        look = theme()
        column = QVBoxLayout()
        column.setSpacing(look.px(6))
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(TextLabel(title, size=tokens.CONTENT_PX, bold=True))
        head.addWidget(TextLabel(meaning, tone=tokens.SECOND_TEXT), 1)
        column.addLayout(head)
        column.addWidget(SectionRule(strong=True))
        rows.setMinimumHeight(look.px(_LEAST_LIST))
        column.addWidget(rows, 1)
        return column

    def _connect(self) -> None:
        for rows in (self.behind, self.ahead):
            rows.walked.connect(self.walk)
            rows.side_asked.connect(self._go_side)
            rows.currentRowChanged.connect(self._tell_open)
        self._back.clicked.connect(self.walk_back)
        self._link.clicked.connect(self.link)
        self._open.clicked.connect(self.open)
        self._chain.clicked.connect(self.see_chain)

    # Walking ----------------------------------------------------------------------------------

    def record(self) -> Record:
        """Return the record in the middle."""
        return self._record

    def opened(self) -> Record | None:
        """Return the record whose screen was asked for, or None."""
        return self._context.project.find_any(self._open_id) if self._open_id else None

    def chain_asked(self) -> bool:
        """Tell whether the record in the middle was asked for in the picture of the whole chain."""
        return self._chain_asked

    def see_chain(self) -> None:
        """Close, and let the whole chain be opened at the record in the middle."""
        self._chain_asked = True
        self.accept()

    def walk(self, record_id: str) -> None:
        """Make another record the middle."""
        record = self._context.project.find_any(record_id)
        if record is None:
            return
        ahead_used = self.ahead.hasFocus()
        self._path.append((self._record.id, record_id))
        self._record = record
        self._show(focus=True, prefer_ahead=ahead_used)

    def walk_back(self) -> None:
        """Go to the record before; at the first one nothing happens."""
        while self._path:
            before, here = self._path.pop()
            record = self._context.project.find_any(before)
            if record is not None:
                self._record = record
                self._show(focus=False)
                self._point_at(here)
                return

    def _point_at(self, record_id: str) -> None:
        for rows in (self.behind, self.ahead):
            if record_id in {line.record_id for line in rows.lines()}:
                rows.point_at(record_id)
                rows.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._focus_rows()

    def _go_side(self, by: int) -> None:
        target = self.behind if by < 0 else self.ahead
        if target.count():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_rows(self, *, prefer_ahead: bool = False) -> None:
        """Focus the steps; where there are none, what can be done about it."""
        sides = [self.ahead, self.behind] if prefer_ahead else [self.behind, self.ahead]
        full = [rows for rows in sides if rows.count()]
        other = self._close if self._link.isHidden() else self._link
        (full[0] if full else other).setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing ----------------------------------------------------------------------------------

    def _show(self, *, focus: bool, prefer_ahead: bool = False) -> None:
        project, t = self._context.project, self._context.t
        record = self._record
        steps, results = grounds(project, record), ahead(project, record)
        self.behind.show_lines([chain_line(project, step, t) for step in steps])
        self.ahead.show_lines([chain_line(project, step, t) for step in results])
        self.behind.setVisible(bool(steps))
        self.ahead.setVisible(bool(results))
        self._nothing_ahead.setVisible(not results)
        self._show_head()
        self._show_missing(found=bool(steps))
        self._back.setVisible(bool(self._path))
        if focus:
            self._focus_rows(prefer_ahead=prefer_ahead)
        self._tell_open()

    def _show_head(self) -> None:
        project, t, record = self._context.project, self._context.t, self._record
        facts = (chain_kind(record, t), chain_code(project, record))
        self._kind.setText("　".join(part for part in facts if part))
        title = chain_title(project, record, t)
        short = title if len(title) <= _LONG else title[: _LONG - 1] + "…"
        self._title.setText(short)
        around = _around(record)
        self._whole.setText("\n".join(part for part in (around, title) if part != short and part))
        self._fit_reading()
        names = []
        for record_id, _ in self._path:
            before = project.find_any(record_id)
            if before is not None:
                names.append(chain_name(project, before, t))
        self._walked.setText(t("たどった道：{path}", path="　›　".join(names)) if names else "")
        self._walked.setVisible(bool(names))

    def _fit_reading(self) -> None:
        """Give what is read a few lines; longer texts scroll."""
        look = theme()
        self._reading.setVisible(bool(self._whole.text()))
        needed = self._whole.heightForWidth(self.width() - look.px(2 * 24 + 16))
        most = _READ_LINES * look.pitch(tokens.CONTENT_PX)
        self._reading.setFixedHeight(min(needed, most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is read to the width."""
        super().resizeEvent(event)
        self._fit_reading()

    def _show_missing(self, *, found: bool) -> None:
        """Say plainly where residents' words are missing."""
        t, record = self._context.t, self._record
        claims = record.KIND not in _NOT_CLAIMING
        unfounded = claims and not sentences(self._context.project, record)
        self._nothing_behind.setVisible(not found)
        self._room.setVisible(not found)
        self._nothing_behind.setText(
            t("まだ根拠がつながっていません。")
            if claims
            else t("ここが出発点です。住民の言葉や、見たことそのものです。")
        )
        self._warning.set_sign(Sign.LOOK, t("住民の言葉までは、まだつながっていません"))
        self._warning.setVisible(unfounded and found)
        self._link.setVisible(claims and not self._context.read_only)

    def _tell_open(self) -> None:
        """Say on the button what it opens: the row pointed at, else the record in the middle."""
        record = self._pointed_at()
        t = self._context.t
        self._open.set_label(
            t("「{name}」を開く", name=chain_name(self._context.project, record, t))
        )
        self._open.set_usable("" if has_screen(record.KIND) else t(without_screen(record.KIND)))

    def _pointed_at(self) -> Record:
        for rows in (self.behind, self.ahead):
            if rows.hasFocus() and rows.current_id():
                return self._context.project.find_any(rows.current_id()) or self._record
        return self._record

    # Doing ------------------------------------------------------------------------------------

    def link(self) -> None:
        """Choose what the record in the middle rests on."""
        if self._context.read_only or self._record.KIND in _NOT_CLAIMING:
            return
        claim = chain_title(self._context.project, self._record, self._context.t)
        pick_evidence(self._context, self._record, "", claim, self)
        self._show(focus=True)

    def open(self) -> None:
        """Close, and let the screen of what is pointed at be opened."""
        record = self._pointed_at()
        if has_screen(record.KIND):
            self._open_id = record.id
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter opens, Backspace or Alt+left walks back, Ctrl+K links."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if control and event.key() in _ENTER:
            self.open()
        elif event.key() == Qt.Key.Key_Backspace or (alt and event.key() == Qt.Key.Key_Left):
            self.walk_back()
        elif control and event.key() == Qt.Key.Key_K:
            self.link()
        else:
            super().keyPressEvent(event)


def _around(record: Record) -> str:
    """Return what else was noted with an answer, to be read with it: its question."""
    if not isinstance(record, InterviewEntry):
        return ""
    return "\n".join(part for part in (record.question, record.observation) if part.strip())
