"""The bar beside chosen clusters: what one does with them most often.

Owns its buttons and when it is shown. What they do is ``affinity``'s.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from servicedesign.ui.widgets.floating_bar import FloatingBar

if TYPE_CHECKING:
    from servicedesign.i18n import Translator
    from servicedesign.ui.canvas.canvas_view import CanvasView

_PAUSE_MS: Final = 150
"""So long after the canvas moved the bar comes back."""


class ClusterBar(FloatingBar):
    """What can be done with the chosen clusters."""

    def __init__(self, t: Translator, view: CanvasView, parent: QWidget) -> None:
        """Make a hidden bar for what is chosen on ``view``."""
        super().__init__(t("選んだまとまり"), parent)
        self.t = t
        self._view = view
        self._usable: Callable[[], bool] = lambda: True
        self.row.setSpacing(0)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PAUSE_MS)
        self._late.timeout.connect(self.follow)
        view.selection.changed.connect(self.follow)
        view.contents.changed.connect(lambda *_: self.follow())
        view.moved.connect(self._look_away)
        self.hide()

    def fill(
        self,
        write: Callable[[], object],
        gather: Callable[[], object],
        fold: Callable[[], object],
        loosen: Callable[[], object],
        usable: Callable[[], bool],
    ) -> None:
        """Put the buttons on; the bar is shown while ``usable``."""
        t = self.t
        self._usable = usable
        self._write = self.add_action(t("表札を書く"), "F2", "mdi6.card-text-outline", write)
        self._merge = self.add_action(t("一つにする"), "Ctrl+G", "mdi6.select-group", gather)
        icon = "mdi6.unfold-less-horizontal"
        self._fold = self.add_action(t.context("cluster", "たたむ"), "F", icon, fold)
        self.add_action(t("ほどく"), "Ctrl+Shift+G", "mdi6.ungroup", loosen)

    def _look_away(self) -> None:
        self.hide()
        self._late.start()

    def follow(self) -> None:
        """Show the bar where clusters alone are chosen."""
        view = self._view
        ids = view.selection.ids()
        looks = [look for one in ids if (look := view.contents.cluster(one)) is not None]
        alone = bool(looks) and len(looks) == len(ids)
        if not alone or not self._usable() or view.layers.lifted() or view.layers.sheets():
            self.hide()
            return
        chosen = view.rect_to_view(view.contents.bounds(ids))
        if not chosen.intersects(view.free()):
            self.hide()
            return
        folded = all(look.folded for look in looks)
        spread, fold = self.t.context("cluster", "ひらく"), self.t.context("cluster", "たたむ")
        self._fold.set_label(spread if folded else fold)
        self._write.setVisible(len(looks) == 1)
        self._merge.setVisible(len(looks) > 1)
        self.stand_by(chosen, view.free())
        self.show()
        self.raise_()
