"""The list of all sheets: what each holds, on what it is printed, and one button to write them out.

Owns the list on screen. What a sheet is comes from the registry.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens, tools
from servicedesign.model.method import PHASE_NUMERALS, PHASE_TITLES, MethodPhase
from servicedesign.tools.registry import SheetSpec
from servicedesign.ui.command_set import CommandSet
from servicedesign.ui.context import EditorContext
from servicedesign.ui.editor import HeadAction
from servicedesign.ui.preview_pane import PreviewPane
from servicedesign.ui.sheet_row import SheetRow
from servicedesign.ui.theme import theme
from servicedesign.ui.view_head import ViewHead
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel

_LIST_LEAST = 380
_PREVIEW_LEAST = 280
"""Least widths in px at 100 %: below their sum the list stands alone."""


class PrintView(QWidget):
    """All sheets by phase, with the one chosen beside them."""

    def __init__(self, context: EditorContext, commands: CommandSet) -> None:
        """List the sheets of the project of ``context``."""
        super().__init__()
        self._context = context
        self._commands = commands
        self._rows: dict[str, SheetRow] = {}
        self._current = ""
        self._head = ViewHead(context.t)
        self.preview = PreviewPane(context, self.sheet_target)
        self._total = TextLabel(size=tokens.CONTENT_PX, bold=True)
        self._arrange(self._page())

    def _arrange(self, page: QWidget) -> None:
        look = theme()
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        self._scroll = PageScroll(page)
        left.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(32), look.px(12), look.px(16), look.px(16))
        foot.addWidget(self._total)
        left.addWidget(SectionRule(strong=True))
        left.addLayout(foot)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addLayout(left, 5)
        below.addWidget(self.preview, 4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addLayout(below, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the preview out where the list needs all the room."""
        super().resizeEvent(event)
        look = theme()
        shown = self.width() >= look.px(_LIST_LEAST) + look.px(_PREVIEW_LEAST)
        if shown is self.preview.isHidden():
            self.preview.setVisible(shown)
            if shown:
                self.preview.ask()

    def _page(self) -> QWidget:
        look = theme()
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, look.px(16))
        box.setSpacing(0)
        for phase in MethodPhase:
            specs = self._of_phase(phase)
            if specs:
                box.addWidget(self._phase_head(phase))
                for spec in specs:
                    box.addWidget(self._row(spec))
        box.addStretch(1)
        return page

    def _of_phase(self, phase: MethodPhase) -> Sequence[SheetSpec]:
        return [s for tool in tools.all_tools() if tool.phase is phase for s in tool.sheets]

    def _phase_head(self, phase: MethodPhase) -> QWidget:
        t = self._context.t
        look = theme()
        head = QWidget()
        grid = QGridLayout(head)
        grid.setContentsMargins(look.px(32), look.px(16), look.px(16), 0)
        numeral = PHASE_NUMERALS.get(phase, "")
        title = f"{numeral}  {t(PHASE_TITLES[phase])}".strip()
        grid.addWidget(TextLabel(title, bold=True), 0, 0)
        grid.addWidget(SectionRule(strong=True), 1, 0)
        return head

    def _row(self, spec: SheetSpec) -> SheetRow:
        row = SheetRow(spec, self._context.t)
        row.pointed.connect(self._on_pointed)
        row.ticked.connect(self._on_ticked)
        self._rows[spec.id] = row
        return row

    def refresh(self) -> None:
        """Say of each sheet whether the project holds something for it."""
        project = self._context.project
        for row in self._rows.values():
            row.show_content(filled=row.spec.gather(project, None) is not None)
        if self._current not in self._rows:
            first = next((r for r in self._rows.values() if r.is_ticked()), None)
            first = first or next(iter(self._rows.values()), None)
            if first is not None:
                self._on_pointed(first.spec.id)
        self._on_ticked()
        self.preview.ask()

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of the sheets that are ticked, in the order of the list."""
        return tuple(row.spec.id for row in self._rows.values() if row.is_ticked())

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the sheet shown beside the list."""
        return self._current or next(iter(self._rows)), None

    def head(self) -> ViewHead:
        """Return the head."""
        return self._head

    def entrance(self) -> QWidget | None:
        """Return the row of the sheet shown beside the list: up and down lead on from it."""
        return self._rows.get(self._current)

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Return the parts in the order in which Tab leads through them."""
        return self._head, self._scroll, self.preview

    def focus_first(self) -> None:
        """Put the focus on the row of the sheet shown, else on the first."""
        row = self.entrance() or next(iter(self._rows.values()), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def stop(self) -> None:
        """Let the preview come to its end."""
        self.preview.stop()

    def _on_pointed(self, sheet_id: str) -> None:
        self._current = sheet_id
        for row in self._rows.values():
            row.set_current(row.spec.id == sheet_id)
        self.preview.ask()

    def _on_ticked(self) -> None:
        t = self._context.t
        count = len(self.ticked())
        self._total.setText(t.plural("{n}種類の紙", count))
        self._head.set_words(t("印刷"), t("どの紙も100%で、画面の見たままに出ます。"))
        none = "" if count else t("紙に印をつけてください")
        self._head.set_actions(
            [
                HeadAction(
                    t("書き出す…"),
                    lambda: self._commands.run("export"),
                    primary=True,
                    icon="mdi6.file-export-outline",
                    key="Ctrl+E",
                    disabled_because=none,
                )
            ]
        )
