"""Many photos of paper become notes one after the other, while one can see how far it is and stop.

Owns the order and the work in the background. What becomes of each picture is the caller's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QProgressBar, QWidget

from servicedesign.i18n import Translator
from servicedesign.model import ProjectError
from servicedesign.store.images import CleanImage, clean_image
from servicedesign.tools import photo_paper
from servicedesign.ui.background import Background
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel

Source = Callable[[], bytes]
"""Returns the bytes of a photo on another thread; it may raise ProjectError."""


class PhotoBatchDialog(BaseDialog):
    """Works through ``sources`` as long as it is open.

    Attributes:
        refused: why some photos were not taken.
        left: how many were not looked at, because someone stopped before.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        take: Callable[[CleanImage], object],
        t: Translator,
        parent: QWidget | None,
    ) -> None:
        """Give the picture of each of ``sources`` to ``take``, in order, in the window's thread."""
        super().__init__(t("残りの写真を付箋にしています"), parent, width=480)
        self.t = t
        self.refused: list[ProjectError] = []
        self._sources = list(sources)
        self._next = 0
        self._take = take
        self._stopping = False
        self._told = TextLabel(wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, len(self._sources))
        self._bar.setAccessibleName(t("できた写真"))
        self.body.addWidget(self._told)
        self.body.addWidget(self._bar)
        self._stop = SecondaryButton(t("ここまでにする"), key="Esc")
        self._stop.clicked.connect(self.reject)
        self.add_button(self._stop)
        self._worker = Background(self)
        self._worker.finished.connect(self._on_made)
        self._worker.failed.connect(self._on_failed)
        self._go_on()

    @property
    def left(self) -> int:
        """How many photos were not looked at."""
        return len(self._sources) - self._next

    def _go_on(self) -> None:
        self._bar.setValue(self._next)
        if self._stopping or not self.left:
            self.accept()
            return
        place, count = self._next + 1, len(self._sources)
        self._told.setText(self.t("{count}枚のうち{place}枚目です。", count=count, place=place))
        self._worker.submit(partial(_made, self._sources[self._next]))

    def _on_made(self, picture: object) -> None:
        self._next += 1
        if isinstance(picture, CleanImage):
            try:
                self._take(picture)
            except ProjectError as error:
                self.refused.append(error)
        self._go_on()

    def _on_failed(self, error: object) -> None:
        self._next += 1
        if isinstance(error, ProjectError):
            self.refused.append(error)
        self._go_on()

    def reject(self) -> None:
        """Stop once the photo under way is a note too: nothing that was begun is lost."""
        if not self._worker.busy():
            super().reject()
        elif not self._stopping:
            self._stopping = True
            self._stop.setEnabled(False)
            self._told.setText(self.t("いまの1枚を付箋にしてから、やめます。"))

    def done(self, result: int) -> None:
        """Let what runs in the background come to its end."""
        self._worker.stop()
        super().done(result)


def _made(source: Source) -> CleanImage:
    """Return what is kept of a photo: the paper as the guess finds it, whitened."""
    photo = photo_paper.open_photo(source())
    wish = photo_paper.PaperWish(corners=photo_paper.guessed_corners(photo))
    return clean_image(photo_paper.written(photo_paper.finished(photo, wish)))
