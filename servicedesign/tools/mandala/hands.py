"""What is done with charts and their cells: from keys and buttons to actions, and what is said.

Owns the commands, the buttons over a chart, and the sentences about what was done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from servicedesign.model import Group, Note
from servicedesign.model.titles import record_title
from servicedesign.tools.mandala import actions
from servicedesign.tools.mandala.chart import Chart
from servicedesign.tools.mandala.facts_dialog import FactsDialog
from servicedesign.tools.mandala.pasting import as_block, deal
from servicedesign.tools.mandala.sending import send_cell
from servicedesign.tools.mandala.spots import Spot
from servicedesign.ui.editor import HeadAction

if TYPE_CHECKING:
    from servicedesign.tools.mandala.editor import MandalaEditor

_PASTED: Final = 20_000_000
"""Characters of the clipboard that are looked at."""


class MandalaHands:
    """Works for one editor."""

    def __init__(self, editor: MandalaEditor) -> None:
        """Work for ``editor``."""
        self._editor = editor
        self._context = editor.context

    # What there is to do ----------------------------------------------------------------------

    def head_actions(self) -> Sequence[HeadAction]:
        """Return the buttons over a chart, left to right; none without a chart."""
        mandala = self._editor.current()
        if mandala is None:
            return ()
        t, shell = self._context.t, self._context.shell
        buttons = [HeadAction(t("この一枚"), lambda: None, menu=self._menu())]
        if shell.can_go_tool("board"):
            buttons.append(
                HeadAction(
                    t("ボードへ"), lambda: shell.go_tool("board"), primary=True, leads_on=True
                )
            )
        return buttons

    def _menu(self) -> tuple[HeadAction, ...]:
        t = self._context.t
        locked = t("読み取り専用で開いています") if self._context.read_only else ""
        return (
            HeadAction(t("題と問い…"), self.change_facts, disabled_because=locked),
            HeadAction(t("もう一枚作る"), self.add, disabled_because=locked),
            HeadAction(t("これを写す"), self.duplicate, disabled_because=locked),
            HeadAction(t("表として写し取る"), self.copy_all),
            HeadAction(t("これを消す"), self.delete, disabled_because=locked),
        )

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do: to look around always, to change unless reading."""
        free = not self._context.read_only
        if self._editor.current() is None:
            return {"more": self.add} if free else {}
        grid = self._editor.grid
        looking: dict[str, Callable[[], object]] = {
            "zoom_in": lambda: grid.show_whole(False),
            "zoom_out": lambda: grid.show_whole(True),
            "zoom_fit": lambda: grid.show_whole(True),
            "mandala_open": grid.open_cell,
            "mandala_close": grid.close_cell,
            "mandala_send": self.send,
        }
        changing = {"edit": grid.write, "delete": self.clear, "more": self.add}
        return looking | changing if free else looking

    def colours(self, chart: Chart) -> dict[str, str]:
        """Return the colour of each note made of a cell; its group lends it."""
        project = self._context.project
        groups = {note.id: project.find(Group, note.group_id) for note in chart.notes.values()}
        return {
            note.id: str(group.colour if (group := groups[note.id]) else note.colour)
            for note in chart.notes.values()
        }

    # Cells ------------------------------------------------------------------------------------

    def write(self, spot: Spot, text: str) -> None:
        """Write the words of a cell."""
        mandala = self._editor.current()
        if mandala is not None:
            actions.write_cell(self._context.project, mandala.id, spot, text)

    def clear(self) -> None:
        """Empty the cell in use."""
        mandala, spot = self._editor.current(), self._editor.grid.cursor_spot()
        if mandala is not None and not self._context.read_only:
            actions.clear_cells(self._context.project, mandala.id, [spot])

    def copy(self) -> None:
        """Put the words of the cell in use on the clipboard."""
        grid = self._editor.grid
        text = grid.chart().text(grid.cursor_spot())
        if text:
            QGuiApplication.clipboard().setText(text)

    def copy_all(self) -> None:
        """Put the whole chart on the clipboard, for a spreadsheet."""
        QGuiApplication.clipboard().setText(as_block(self._editor.grid.chart()))
        self._context.shell.toast(
            self._context.t("9行9列の表として写し取りました。表計算に貼り付けられます。")
        )

    def paste(self) -> None:
        """Write what is on the clipboard into the cells from the one in use on."""
        mandala = self._editor.current()
        if mandala is None or self._context.read_only:
            return
        grid, shell, t = self._editor.grid, self._context.shell, self._context.t
        text = QGuiApplication.clipboard().text()[:_PASTED]
        texts, left = deal(text, grid.chart(), grid.cursor_spot())
        if texts:
            actions.fill_cells(self._context.project, mandala.id, texts)
        if left and not texts:
            shell.toast(t("この8つに空きがないので、何も書いていません。"))
        elif left:
            words = t.plural("{n}件を書きました。", len(texts))
            shell.toast(
                t("{words}残りの{left}件は、入る升目がありません。", words=words, left=left),
                undo=True,
            )
        elif len(texts) > 1:
            shell.toast(t.plural("{n}件を書きました。", len(texts)), undo=True)
        elif not texts:
            shell.toast(t("貼り付けられる文がありません。"))

    def send(self) -> None:
        """Make a note of the cell in use; where it has one, go there."""
        self._editor.flush()
        self._editor.grid.finish()
        grid, shell, t = self._editor.grid, self._context.shell, self._context.t
        known = grid.chart().note(grid.cursor_spot())
        mandala = self._editor.current()
        if known is not None:
            shell.go(Note.KIND, known.id)
            return
        if mandala is None or self._context.read_only:
            return
        sent = send_cell(self._context.project, mandala.id, grid.cursor_spot(), t("アイデアボード"))
        if sent is None:
            shell.toast(t("升目に言葉を書いてから送ります。"))
            return
        board = record_title(sent.board) or t("ボード")
        number = sent.note.number
        shell.toast(t("付箋{number}として「{board}」に貼りました。", number=number, board=board),
                    undo=True)  # fmt: skip

    # Whole charts -----------------------------------------------------------------------------

    def add(self) -> None:
        """Add a chart and begin with its middle."""
        if not self._context.read_only:
            made = actions.add_mandala(self._context.project)
            self._editor.show_chart(made.id)
            self._editor.grid.field.setFocus()

    def duplicate(self) -> None:
        """Add a copy of the chart in view and show it."""
        mandala, t = self._editor.current(), self._context.t
        if mandala is not None:
            title = t("{name}の写し", name=record_title(mandala) or t("題のないマンダラート"))
            made = actions.copy_mandala(self._context.project, mandala.id, title)
            self._editor.show_chart(made.id)

    def delete(self) -> None:
        """Delete the chart in view; the step can be undone at once."""
        mandala, t = self._editor.current(), self._context.t
        if mandala is not None:
            self._editor.grid.finish()
            actions.delete_mandala(self._context.project, mandala.id)
            self._context.shell.toast(
                t("マンダラートを消しました。付箋は残っています。"), undo=True
            )

    def change_facts(self) -> None:
        """Let the person write the title and choose the question."""
        mandala, project = self._editor.current(), self._context.project
        if mandala is None:
            return
        dialog = FactsDialog(self._context.t, project, mandala, self._editor.window())
        if dialog.exec():
            actions.change_facts(
                project, mandala.id, title=dialog.title(), question_id=dialog.question_id()
            )
