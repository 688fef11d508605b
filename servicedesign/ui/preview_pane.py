"""The sheet beside the editor, as it will come out of the printer.

Owns the asking, the waiting and the showing: a change is drawn anew 0.15 s after the last one, on
another thread, and the old picture stays until the new one is whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from servicedesign.ui.background import Background
from servicedesign.ui.context import EditorContext
from servicedesign.ui.sheet_print import (
    MM_PER_INCH,
    DrawnSheet,
    PaperChoice,
    default_choice,
    draw_sheet,
    order_sheet,
    page_image,
    paper_choices,
    paper_size,
)
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.ground import Ground
from servicedesign.ui.widgets.notice_list import NoticeList
from servicedesign.ui.widgets.page_picture import PagePicture
from servicedesign.ui.widgets.page_stepper import PageStepper
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_label import TextLabel

PAUSE_MS = 150
_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_MARGIN = 24


@dataclass(frozen=True, slots=True)
class _Shown:
    """What one piece of work brought back."""

    sheet: DrawnSheet
    page: int
    image: QImage
    choice: PaperChoice


class PreviewPane(Ground):
    """The live preview of one sheet.

    Signals:
        shown: a new picture stands; its pixels are ``picture()``.
        background_failed: drawing raised this exception; the old picture stays.
    """

    shown = Signal()
    background_failed = Signal(object)

    def __init__(
        self,
        context: EditorContext,
        target: Callable[[], tuple[str, str | None]],
        parent: QWidget | None = None,
    ) -> None:
        """Show the sheet that ``target`` names, for the project of ``context``."""
        super().__init__(parent)
        self._context = context
        self._target = target
        self._zoom: float | None = None
        self._page = 0
        self._drawn: DrawnSheet | None = None
        self._last_target: tuple[str, str | None] | None = None
        self._papers: tuple[str, ...] = ()
        self._choices: dict[str, PaperChoice] = {}
        self._worker = Background(self)
        self._worker.finished.connect(self._on_finished)
        self._worker.failed.connect(self.background_failed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._draw)
        self._make_widgets()
        self._arrange()

    def _make_widgets(self) -> None:
        t = self._context.t
        self._paper = Select(t("用紙"), framed=False)
        self._print = SecondaryButton(t("この1枚を印刷"), icon="mdi6.printer-outline")
        self._picture = PagePicture(t("印刷イメージ"))
        self._stepper = PageStepper(t)
        self._notices = NoticeList(t)
        self._paper.activated.connect(self._on_paper)
        self._print.clicked.connect(lambda: self._context.shell.command("print"))
        self._stepper.stepped.connect(self._on_stepped)

    def _arrange(self) -> None:
        look = theme()
        t = self._context.t
        head = QHBoxLayout()
        head.setContentsMargins(look.px(_MARGIN), look.px(8), look.px(16), look.px(8))
        head.setSpacing(look.px(4))
        head.addWidget(TextLabel(t("印刷イメージ"), bold=True))
        head.addStretch(1)
        head.addWidget(self._paper)
        head.addWidget(self._print)
        self._scroll = QScrollArea()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(self._picture)
        self._scroll.viewport().installEventFilter(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._stepper, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addWidget(self._notices)

    # What the shell asks ----------------------------------------------------------------------

    def ask(self) -> None:
        """Draw anew soon."""
        self._timer.start()

    def choice(self) -> PaperChoice | None:
        """Return the paper chosen for the sheet in view."""
        return self._choices.get(self._target()[0])

    def picture(self) -> QImage:
        """Return the pixels of the page in view."""
        return self._picture.image()

    def zoom(self, step: int) -> None:
        """Make the page larger (1), smaller (-1), or fit it into the pane (0)."""
        if step == 0:
            self._zoom = None
        else:
            now = self._zoom or self._fitting()
            if step > 0:
                self._zoom = next((z for z in _ZOOMS if z > now + 0.01), _ZOOMS[-1])
            else:
                self._zoom = next((z for z in reversed(_ZOOMS) if z < now - 0.01), _ZOOMS[0])
        self._resize_page()
        self.ask()

    def zoom_full(self) -> None:
        """Show the page at its own size on a screen of 96 dpi."""
        self._zoom = 1.0
        self._resize_page()
        self.ask()

    def busy(self) -> bool:
        """Tell whether a picture is still to come."""
        return self._timer.isActive() or self._worker.busy()

    def stop(self) -> None:
        """Let the worker come to its end."""
        self._timer.stop()
        self._worker.stop()

    # Drawing ----------------------------------------------------------------------------------

    def _draw(self) -> None:
        from servicedesign.tools import sheet

        if not self.isVisible():
            return
        sheet_id, only = target = self._target()
        spec = sheet(sheet_id)
        if target != self._last_target:
            self._page = 0
            self._last_target = target
        choice = self._choices.setdefault(sheet_id, default_choice(spec))
        self._fill_papers(spec.papers, choice)
        context = self._context
        order = order_sheet(
            context.project, spec, choice, context.t, context.clock().date(), only=only
        )
        page, dpi = self._page, self._dpi(choice)

        def _work() -> _Shown:
            drawn = draw_sheet(order)
            number = min(page, drawn.pages - 1)
            return _Shown(drawn, number, page_image(drawn.pdf, number, dpi), choice)

        self._worker.submit(_work)

    def _on_finished(self, shown: _Shown) -> None:
        self._drawn = shown.sheet
        self._page = shown.page
        self._picture.show_page(shown.image, self._size(shown.choice))
        t = self._context.t
        self._stepper.show_place(shown.page, shown.sheet.pages)
        self._notices.show_notices([t(note) for note in shown.sheet.warnings])
        name = t("印刷イメージ、{page}/{pages}ページ", page=shown.page + 1, pages=shown.sheet.pages)
        self._picture.setAccessibleName(name)
        self.shown.emit()

    def _on_stepped(self, page: int) -> None:
        self._page = page
        self._draw()

    def _on_paper(self) -> None:
        value = self._paper.value()
        if isinstance(value, PaperChoice):
            self._choices[self._target()[0]] = value
            self._resize_page()
            self._draw()

    def _fill_papers(self, papers: tuple[str, ...], choice: PaperChoice) -> None:
        if papers != self._papers:
            self._papers = papers
            self._paper.clear()
            for offered, words in paper_choices(papers, self._context.t):
                self._paper.add(offered, words)
        self._paper.set_value(choice)

    # Size -------------------------------------------------------------------------------------

    def _fitting(self) -> float:
        """Return the zoom at which the page is as wide and high as the pane; 1 is 96 dpi."""
        choice = self.choice()
        if choice is None:
            return 1.0
        width, height = (side / MM_PER_INCH * 96 for side in paper_size(choice))
        look = theme()
        room = self._scroll.viewport().size()
        across = max(40, room.width() - 2 * look.px(_MARGIN))
        down = max(40, room.height() - look.px(_MARGIN))
        return min(across / width, down / height)

    def _size(self, choice: PaperChoice) -> QSize:
        zoom = self._zoom or self._fitting()
        width, height = (side / MM_PER_INCH * 96 * zoom for side in paper_size(choice))
        return QSize(round(width), round(height))

    def _dpi(self, choice: PaperChoice) -> float:
        pixels = self._size(choice).width() * self.devicePixelRatioF()
        return pixels / (paper_size(choice)[0] / MM_PER_INCH)

    def _resize_page(self) -> None:
        choice = self.choice()
        if choice is not None and self._drawn is not None:
            self._picture.resize_page(self._size(choice))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page anew."""
        super().resizeEvent(event)
        self.ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Zoom with Ctrl and the wheel; fit the page when the room for it changed."""
        if event.type() == QEvent.Type.Resize:
            self._resize_page()
            self.ask()
            return False
        ctrl = Qt.KeyboardModifier.ControlModifier
        if isinstance(event, QWheelEvent) and event.modifiers() & ctrl:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        return False
