"""To the printer at 100 %: one PDF page on one sheet of paper of the same size.

Owns the way through Qt's print support. Nothing is ever fitted: what is 100 mm on the sheet is
100 mm on paper.
"""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from servicedesign.model.errors import ProjectError
from servicedesign.model.message import msg
from servicedesign.ui.sheet_print import (
    MM_PER_INCH,
    DrawnSheet,
    PaperChoice,
    page_image,
    paper_size,
)

DPI = 300


def printer_names() -> tuple[str, ...]:
    """Return the printers of this machine, the usual one first."""
    names = list(QPrinterInfo.availablePrinterNames())
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(names, key=lambda name: name != usual))


def make_printer(name: str, choice: PaperChoice, *, copies: int, grey: bool) -> QPrinter:
    """Return the printer called ``name``, set to the full sheet of ``choice`` without margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    set_page(printer, choice)
    printer.setCopyCount(copies)
    mode = QPrinter.ColorMode.GrayScale if grey else QPrinter.ColorMode.Color
    printer.setColorMode(mode)
    return printer


def set_page(printer: QPrinter, choice: PaperChoice) -> None:
    """Set ``printer`` to the whole sheet of ``choice``."""
    width, height = paper_size(PaperChoice(choice.paper, "portrait"))
    size = QPageSize(
        QSizeF(width, height),
        QPageSize.Unit.Millimeter,
        choice.paper,
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    landscape = choice.orientation == "landscape"
    orientation = (
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    )
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)


def print_pages(printer: QPrinter, sheet: DrawnSheet, choice: PaperChoice, *, grey: bool) -> None:
    """Print all pages of ``sheet``.

    Raises:
        ProjectError: the printer did not take them.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise printer_refused()
    width, height = paper_size(choice)
    across = printer.logicalDpiX() / MM_PER_INCH
    down = printer.logicalDpiY() / MM_PER_INCH
    # The origin of a full page is the paper's corner, so that millimetres are millimetres.
    area = QRectF(0, 0, width * across, height * down)
    for page in range(sheet.pages):
        if page and not printer.newPage():
            painter.end()
            raise printer_refused()
        image = page_image(sheet.pdf, page, DPI)
        if grey:
            image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        painter.drawImage(area, image)
    if not painter.end():
        raise printer_refused()


def printer_refused() -> ProjectError:
    """Return what is said when a printer did not take a sheet."""
    return ProjectError(
        msg("プリンターが受け取りませんでした。"),
        msg("書いたものはそのままです。"),
        msg("プリンターの電源と用紙を確かめるか、PDFに書き出してください。"),
    )
