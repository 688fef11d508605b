"""To paper at 100 %, and out to files: sizes, progress, stopping."""

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from servicedesign import tools
from servicedesign.ui.dialogs.export_dialog import ExportDialog
from servicedesign.ui.dialogs.print_dialog import PrintDialog
from servicedesign.ui.printing import make_printer, print_pages
from servicedesign.ui.sheet_print import PaperChoice, default_choice, draw_sheet, order_sheet

A4 = PaperChoice("A4", "portrait")


def persona_sheet(project, choice=A4):
    from support.windows import fixed_clock

    from servicedesign.i18n import translator

    spec = tools.sheet("persona")
    order = order_sheet(project, spec, choice, translator("ja"), fixed_clock().date())
    return draw_sheet(order)


@pytest.mark.parametrize(
    ("choice", "points"),
    [
        (A4, (595, 842)),
        (PaperChoice("A3", "landscape"), (1191, 842)),
        (PaperChoice("B4", "portrait"), (729, 1032)),
    ],
)
def test_a_page_is_printed_on_its_own_paper_at_100_per_cent(
    qtbot, project, tmp_path, choice, points
):
    out = tmp_path / "out.pdf"
    printer = make_printer("", choice, copies=1, grey=False)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    print_pages(printer, persona_sheet(project, choice), choice, grey=False)
    document = pypdfium2.PdfDocument(out)
    width, height = document[0].get_size()
    assert (round(width), round(height)) == pytest.approx(points, abs=1)
    picture = document[0].render(scale=1).to_pil().convert("L")
    left, _, right, _ = picture.point(lambda v: 255 * (v < 200)).getbbox()
    document.close()
    assert left > 20
    assert right < points[0] - 20
    assert right - left > points[0] * 0.7


def test_the_print_dialog_draws_what_is_in_view(qtbot, window, project):
    workspace = window.workspace()
    spec = tools.sheet("persona")
    target = workspace.current_view_widget().sheet_target()
    dialog = PrintDialog(workspace.context, spec, target[1], default_choice(spec), window)
    qtbot.addWidget(dialog)
    filled = dialog.drawn()
    dialog._content.choose(1)
    blank = dialog.drawn()
    assert filled.pdf.startswith(b"%PDF")
    assert filled.pdf != blank.pdf


def test_sheets_are_written_as_one_pdf(qtbot, window, tmp_path):
    dialog = ExportDialog(window.workspace().context, ("persona",), window)
    qtbot.addWidget(dialog)
    assert dialog.chosen() == ("persona",)
    dialog.write_to(tmp_path / "out.pdf")
    assert dialog.written() == tmp_path / "out.pdf"
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_a_stopped_export_leaves_the_old_file_as_it_was(qtbot, window, tmp_path, monkeypatch):
    old = tmp_path / "out.pdf"
    old.write_bytes(b"old")
    dialog = ExportDialog(window.workspace().context, ("persona",), window)
    qtbot.addWidget(dialog)
    progress = dialog._on_progress

    def _stop(done, total, sheet_id):
        dialog.reject()
        return progress(done, total, sheet_id)

    monkeypatch.setattr(dialog, "_on_progress", _stop)
    dialog.write_to(old)
    assert old.read_bytes() == b"old"
    assert dialog.written() is None
    assert list(tmp_path.glob(".*part")) == []


def test_an_empty_sheet_can_be_written_blank_only(qtbot, window):
    dialog = ExportDialog(window.workspace().context, ("principles",), window)
    qtbot.addWidget(dialog)
    assert dialog._content.value() == "blank"
    dialog._content.choose(0)
    assert dialog.chosen() == ()
    assert not dialog._write.isEnabled()
