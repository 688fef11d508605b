"""One note on the canvas: its look, its place, and its words laid out when they are needed.

Owns these together. Must not paint.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF

from servicedesign.ui.canvas.fit import Fit, fit_begun, fit_note, fit_title, may_grow
from servicedesign.ui.canvas.grid import Cells, cells_of
from servicedesign.ui.canvas.looks import NoteLook

LimitedRect = tuple[float, float, float, float]
"""Left, top, right, bottom in board units."""


class Entry:
    """A note on the canvas.

    Attributes:
        look: what it shows.
        key: its place from below to above.
        left: its edges in board units, grown for its words.
        top: see ``left``.
        right: see ``left``.
        bottom: see ``left``.
    """

    __slots__ = (
        *("_begun", "_fit", "_title"),
        *("bottom", "cells", "key", "left", "look", "right", "top"),
    )

    def __init__(self, look: NoteLook) -> None:
        """Take ``look``; its words are laid out when they are first needed."""
        self.look = look
        self.key = (look.z, look.number, look.id)
        self._fit: Fit | None = None
        self._title: Fit | None = None
        self._begun: Fit | None = None
        height = self.fit().height if may_grow(look) else look.height
        self.left, self.top = look.x, look.y
        self.right, self.bottom = look.x + look.width, look.y + height
        self.cells: Cells = cells_of(self.left, self.top, self.right, self.bottom)

    def fit(self) -> Fit:
        """Return the words laid out."""
        if self._fit is None:
            self._fit = fit_note(self.look)
        return self._fit

    def title_fit(self) -> Fit:
        """Return the title alone laid out in the place of all words: to be read from afar."""
        if self._title is None:
            self._title = fit_title(self.look, self.fit())
        return self._title

    def begun_fit(self, size: int) -> Fit:
        """Return the beginning of the words laid out at ``size`` in the place of all words."""
        if self._begun is None or self._begun.size != size:
            self._begun = fit_begun(self.look, self.fit(), size)
        return self._begun

    def is_fitted(self) -> bool:
        """Tell whether the words are laid out already."""
        return self._fit is not None

    def rect(self) -> QRectF:
        """Return the place of the note in board units."""
        return QRectF(self.left, self.top, self.right - self.left, self.bottom - self.top)

    def touches(self, rect: LimitedRect) -> bool:
        """Tell whether any of it lies in ``rect``."""
        left, top, right, bottom = rect
        return self.left < right and self.right > left and self.top < bottom and self.bottom > top
