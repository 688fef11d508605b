"""Print the sheet in view: paper, filled or blank, colour, copies, printer or file.

Owns the asking and the carrying out for one sheet.
"""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from servicedesign import tokens
from servicedesign.exchange.files import replacing
from servicedesign.tools.registry import SheetSpec
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.folders import file_name
from servicedesign.ui.printing import make_printer, print_pages, printer_names
from servicedesign.ui.save_places import ask_where_to_save
from servicedesign.ui.sheet_print import (
    DrawnSheet,
    PaperChoice,
    draw_sheet,
    order_sheet,
    paper_choices,
)
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.int_field import IntField
from servicedesign.ui.widgets.notice_list import NoticeList
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_label import TextLabel

_FILE = ""
MOST_COPIES = 99


class PrintDialog(BaseDialog):
    """Asks how, then prints."""

    def __init__(
        self,
        context: EditorContext,
        spec: SheetSpec,
        only: str | None,
        choice: PaperChoice,
        parent: QWidget | None,
    ) -> None:
        """Offer to print ``spec`` (limited to the record ``only``) on ``choice``."""
        t = context.t
        super().__init__(t("「{sheet}」を印刷", sheet=t(spec.title)), parent, width=560)
        self._context = context
        self._spec = spec
        self._only = only
        self._printer = Select(t("プリンター"))
        for name in printer_names():
            self._printer.add(name, name)
        self._printer.add(_FILE, t("PDFファイルに出す"))
        self._paper = Select(t("用紙"))
        for offered, words in paper_choices(spec.papers, t):
            self._paper.add(offered, words)
        self._paper.set_value(choice)
        contents = [Choice("filled", t("記入済み")), Choice("blank", t("白紙"))]
        self._content = ChoiceSwitch(t("中身"), contents, value="filled")
        self._content.setEnabled(spec.has_blank)
        inks = [Choice("colour", t("カラー")), Choice("grey", t("白黒"))]
        self._ink = ChoiceSwitch(t("色"), inks, value="colour")
        self._copies = IntField(t("部数"), t, minimum=1, maximum=MOST_COPIES)
        self._copies.set_number(1)
        self._copies.setFixedWidth(theme().px(120))
        self._notices = NoticeList(t)
        self._arrange()
        self._printer.activated.connect(self._show_usable)
        self._show_usable()
        self._print.setFocus()

    def _arrange(self) -> None:
        t, look = self._context.t, theme()
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(24))
        grid.setVerticalSpacing(look.px(12))
        grid.setColumnStretch(2, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (t("出す先"), self._printer),
            (t("用紙"), self._paper),
            (t("中身"), self._content),
            (t("色"), self._ink),
            (t("部数"), self._copies),
        )
        for row, (label, widget) in enumerate(rows):
            title = TextLabel(label, tone=tokens.SECOND_TEXT)
            title.setBuddy(widget)
            grid.addWidget(title, row, 0)
            grid.addWidget(widget, row, 1)
        self.body.addLayout(grid)
        words = t("100%で印刷します。プリンターの「用紙に合わせる」は使わないでください。")
        self.body.addWidget(TextLabel(words, tone=tokens.SECOND_TEXT, wrap=True))
        self.body.addWidget(self._notices)
        self._print = PrimaryButton(t("印刷"), key="Enter", icon="mdi6.printer-outline")
        self._print.clicked.connect(self._on_print)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self.add_button(self._print)

    def _show_usable(self) -> None:
        to_file = self._printer.value() == _FILE
        self._ink.setEnabled(not to_file)
        self._copies.setEnabled(not to_file)
        t = self._context.t
        self._print.set_label(t("ファイルに出す…") if to_file else t("印刷"))

    def drawn(self) -> DrawnSheet:
        """Draw the sheet as it is asked for now."""
        context = self._context
        blank = self._content.value() == "blank"
        only = None if blank else self._only
        order = order_sheet(
            context.project,
            self._spec,
            self._choice(),
            context.t,
            context.clock().date(),
            only=only,
            blank=blank,
        )
        return draw_sheet(order)

    def _choice(self) -> PaperChoice:
        value = self._paper.value()
        assert isinstance(value, PaperChoice)
        return value

    def _on_print(self) -> None:
        self._copies.flush()
        if self._copies.error():
            return
        sheet = self.drawn()
        if self._printer.value() == _FILE:
            if not self._write(sheet):
                return
        else:
            grey = self._ink.value() == "grey"
            copies = self._copies.number() or 1
            printer = make_printer(
                str(self._printer.value()), self._choice(), copies=copies, grey=grey
            )
            print_pages(printer, sheet, self._choice(), grey=grey)
        for note in sheet.warnings:
            self._context.shell.toast(self._context.t(note))
        self.accept()

    def _write(self, sheet: DrawnSheet) -> bool:
        t = self._context.t
        project = self._context.project
        name = file_name(f"{project.path.stem} {t(self._spec.title)}") + ".pdf"
        offered = project.path.parent / name
        path = ask_where_to_save(self, t, t("PDFファイルに出す"), offered, "PDF")
        if path is None:
            return False
        with replacing(path) as part:
            part.write_bytes(sheet.pdf)
        self._context.shell.toast(t("「{path}」に書き出しました。", path=str(path)))
        return True
