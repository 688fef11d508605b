"""Write sheets out: which, in which language, as one PDF, a folder of PDFs, or pictures.

Owns the asking, the progress and the stop; the writing is ``exchange.export``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QGridLayout, QProgressBar, QWidget

from servicedesign import tokens, tools
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.folders import file_name
from servicedesign.ui.save_places import ask_where_to_save
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.check_box import CheckBox
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel


class ExportDialog(BaseDialog):
    """Asks what and how, then writes."""

    def __init__(
        self, context: EditorContext, ticked: Sequence[str] | None, parent: QWidget | None
    ) -> None:
        """Offer all sheets, with ``ticked`` chosen, or all that hold something when None."""
        t = context.t
        super().__init__(t("書き出す"), parent, width=600)
        self._context = context
        self._stopped = False
        self._running = False
        self._written: Path | None = None
        self._sheets: dict[str, CheckBox] = {}
        self._filled: dict[str, bool] = {}
        contents = [Choice("filled", t("記入済み")), Choice("blank", t("白紙"))]
        self._content = ChoiceSwitch(t("中身"), contents, value="filled")
        languages = [Choice("ja", "日本語"), Choice("en", "English")]
        self._lang = ChoiceSwitch(t("紙のことば"), languages, value=context.lang)
        forms = [
            Choice("pdf", t("1つのPDF")),
            Choice("folder", t("紙ごとのPDF")),
            Choice("png", t("画像（PNG）")),
        ]
        self._form = ChoiceSwitch(t("形"), forms, value="pdf")
        finenesses = [Choice("150", t("画面用 150 dpi")), Choice("300", t("印刷用 300 dpi"))]
        self._dpi = ChoiceSwitch(t("画像の細かさ"), finenesses, value="150")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._arrange(self._list(ticked))
        if ticked and not any(self._filled[sheet_id] for sheet_id in ticked):
            self._content.set_value("blank")
        self._content.chosen.connect(self._show_usable)
        self._form.chosen.connect(self._show_fineness)
        self._show_fineness()
        self._show_usable()

    def _list(self, ticked: Sequence[str] | None) -> QWidget:
        t, look = self._context.t, theme()
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, look.px(8), 0)
        grid.setSpacing(0)
        for row, spec in enumerate(tools.all_sheets()):
            filled = spec.gather(self._context.project, None) is not None
            box = CheckBox(t(spec.title), checked=filled if ticked is None else spec.id in ticked)
            box.toggled.connect(self._show_usable)
            self._sheets[spec.id] = box
            self._filled[spec.id] = filled
            grid.addWidget(box, row, 0)
            word = t("記入済み") if filled else t("まだ白紙")
            grid.addWidget(TextLabel(word, tone=tokens.SECOND_TEXT), row, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(self._sheets), 1)
        return page

    def _arrange(self, page: QWidget) -> None:
        t, look = self._context.t, theme()
        scroll = PageScroll(page)
        scroll.setMinimumHeight(look.px(200))
        self.body.addWidget(scroll, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(24))
        grid.setVerticalSpacing(look.px(8))
        grid.setColumnStretch(2, 1)
        rows = (
            (t("中身"), self._content),
            (t("紙のことば"), self._lang),
            (t("形"), self._form),
            (t("画像の細かさ"), self._dpi),
        )
        labels = [TextLabel(label, tone=tokens.SECOND_TEXT) for label, _ in rows]
        for row, (shown, (_, widget)) in enumerate(zip(labels, rows, strict=True)):
            grid.addWidget(shown, row, 0)
            grid.addWidget(widget, row, 1)
        self._dpi_row = (labels[-1], self._dpi)
        self.body.addLayout(grid)
        self.body.addWidget(self._bar)
        self._write = PrimaryButton(t("書き出す…"), icon="mdi6.file-export-outline")
        self._write.clicked.connect(self._on_write)
        self._stop = SecondaryButton(t.context("button", "やめる"), key="Esc")
        self._stop.clicked.connect(self.reject)
        self.add_button(self._stop)
        self.add_button(self._write)
        self._write.setFocus()

    def written(self) -> Path | None:
        """Return the file or folder that was written, or None."""
        return self._written

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the sheets chosen that can be printed as asked."""
        return tuple(
            key for key, box in self._sheets.items() if box.isChecked() and self._printable(key)
        )

    def _printable(self, sheet_id: str) -> bool:
        """Tell whether a sheet has something to show: content, or an empty worksheet."""
        if self._content.value() == "blank":
            return tools.sheet(sheet_id).has_blank
        return self._filled[sheet_id]

    def _show_usable(self) -> None:
        for sheet_id, box in self._sheets.items():
            box.setEnabled(self._printable(sheet_id))
        self._write.set_usable("" if self.chosen() else self._context.t("紙に印をつけてください"))

    def _show_fineness(self) -> None:
        """Ask for the resolution only where pictures are written."""
        for widget in self._dpi_row:
            widget.setVisible(self._form.value() == "png")

    def _on_write(self) -> None:
        target = self._ask_target()
        if target is not None:
            self.write_to(target)

    def write_to(self, target: Path) -> None:
        """Write the chosen sheets to ``target``; files that were there stay until replaced whole.

        Raises:
            ProjectError: nothing to print, or the place cannot be written.
        """
        from servicedesign.exchange.export import ExportPlan, ExportStoppedError, export_sheets

        blank = self._content.value() == "blank"
        plan = ExportPlan(
            sheets=self.chosen(),
            blank=blank,
            lang=self._lang.value() or "ja",
            day=self._context.clock().date(),
            dpi=int(self._dpi.value() or "150"),
        )
        self._running, self._stopped = True, False
        self._bar.show()
        self._write.set_usable(self._context.t("書き出しています"))
        try:
            export_sheets(self._context.project, plan, target, self._on_progress)
        except ExportStoppedError:
            return
        finally:
            self._running = False
            self._bar.hide()
            self._show_usable()
        self._written = target
        self.accept()

    def _on_progress(self, done: int, total: int, sheet_id: str) -> bool:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(f"{done} / {total}")
        QCoreApplication.processEvents()
        return not self._stopped

    def reject(self) -> None:
        """Stop the writing when it runs, else close."""
        if self._running:
            self._stopped = True
        else:
            super().reject()

    def _ask_target(self) -> Path | None:
        t = self._context.t
        project = self._context.project
        if self._form.value() == "folder":
            chosen = QFileDialog.getExistingDirectory(
                self, t("書き出すフォルダ"), str(project.path.parent)
            )
            return Path(chosen) if chosen else None
        suffix = ".png" if self._form.value() == "png" else ".pdf"
        name = file_name(project.path.stem) + suffix
        return ask_where_to_save(self, t, t("書き出す"), project.path.parent / name)
