"""A pad to sketch on: pens, a sheet, and figures to place.

Owns the arrangement and the keys of the pad. It keeps nothing: the holder writes what it tells.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Sketch, msg
from servicedesign.model.normalise import plain_text
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.ui.sketching import placing
from servicedesign.ui.sketching.figure_bar import FigureBar
from servicedesign.ui.sketching.figure_keys import FigureKeys
from servicedesign.ui.sketching.figure_palette import FigurePalette
from servicedesign.ui.sketching.ink import Ink, InkTool
from servicedesign.ui.sketching.ink_bar import InkBar
from servicedesign.ui.sketching.sketch_edit import SketchEdit
from servicedesign.ui.sketching.surface import SketchSurface
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SketchPad(QWidget):
    """One sketch to draw on.

    Attributes:
        ink: what is in the hand.
        surface: the sheet.
        palette_view: the figures.
        figure_bar: what can be done with the figure that is chosen.
        caption: what the picture shows, in words.

    Signals:
        changed: something was done, as a ``SketchEdit``; write it and call ``set_sketch``.
    """

    changed = Signal(object)

    def __init__(
        self, library: DrawingLibrary, t: Translator, *, beside: tuple[QWidget, ...] = ()
    ) -> None:
        """Show an empty sheet; ``beside`` are widgets at the right end of the bar of pens."""
        super().__init__()
        look = theme()
        self.t = t
        self._library = library
        self.ink = Ink(self)
        self.surface = SketchSurface(self.ink, library, t("絵を描く紙"))
        self._keys = FigureKeys(self.surface)
        self.ink_bar = InkBar(self.ink, t, figures=True)
        self.palette_view = FigurePalette(library, t)
        self.figure_bar = FigureBar(self.surface, self._keys, library, t)
        self.caption = TextField(t("絵の説明"), placeholder=t("絵の説明（なくてもよい）"))
        self._hint = TextLabel(tone=tokens.SECOND_TEXT)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.px(16))
        left = QVBoxLayout()
        left.setSpacing(look.px(6))
        bar = QHBoxLayout()
        bar.setSpacing(look.px(2))
        bar.addWidget(self.ink_bar)
        bar.addStretch(1)
        for widget in beside:
            bar.addWidget(widget)
        left.addLayout(bar)
        left.addWidget(self.surface, 1)
        foot = QWidget()
        foot.setFixedHeight(look.px(46))
        self._foot = QStackedLayout(foot)
        self._foot.addWidget(self._hint)
        self._foot.addWidget(self.figure_bar)
        left.addWidget(foot)
        left.addWidget(self.caption)
        whole.addLayout(left, 1)
        whole.addWidget(self.palette_view)
        self._connect()
        self._show_hint()

    def _connect(self) -> None:
        self.surface.edited.connect(self.changed)
        self.surface.figure_chosen.connect(self._on_chosen)
        self.surface.full.connect(self._on_full)
        self.ink.changed.connect(self._show_hint)
        self.palette_view.wanted.connect(self.place)
        self.caption.committed.connect(self._on_caption)

    def sketch(self) -> Sketch:
        """Return the sketch that is shown."""
        return self.surface.sketch()

    def set_sketch(self, sketch: Sketch) -> None:
        """Show ``sketch``; what is being drawn or typed is left alone."""
        self.surface.set_sketch(sketch)
        self.caption.set_text(sketch.caption)
        self.figure_bar.refresh()

    def set_ground(self, ground: str) -> None:
        """Show a paper of another colour."""
        self.surface.set_ground(ground)

    def set_reading(self, reading: bool) -> None:
        """Say whether nothing may be changed."""
        self.surface.set_reading(reading)
        self.ink_bar.setEnabled(not reading)
        self.palette_view.setEnabled(not reading)
        self.caption.setReadOnly(reading)

    def place(self, figure_id: str) -> None:
        """Put a figure into the sketch and choose it; arrows move it at once."""
        sketch = self.sketch()
        if len(sketch.figures) >= placing.MOST_FIGURES:
            most = placing.MOST_FIGURES
            self._hint.setText(self.t("絵の部品は{most}個までです。", most=most))
            self._foot.setCurrentIndex(0)
            return
        more = placing.with_new(sketch, self._library, figure_id)
        self.ink.take(InkTool.FIGURES)
        self.surface.tell(SketchEdit(more, msg("絵の部品を置く")))
        self.surface.choose(len(more.figures) - 1)
        self.surface.setFocus(Qt.FocusReason.TabFocusReason)

    def flush(self) -> None:
        """Tell what is typed and not told yet."""
        self.figure_bar.words.flush()
        self.caption.flush()

    def _on_caption(self, text: str) -> None:
        words = plain_text(text, single_line=True)
        if words != self.sketch().caption:
            edited = replace(self.sketch(), caption=words)
            self.surface.tell(SketchEdit(edited, msg("絵の説明を書く"), f"caption:{edited.id}"))

    def _on_chosen(self, number: int) -> None:
        self._foot.setCurrentIndex(1 if number >= 0 else 0)
        if number < 0:
            self.surface.setAccessibleDescription("")
            return
        figure = self.sketch().figures[number]
        infos = {info.id: info for info in self._library.figures}
        known = infos.get(figure.figure)
        name = known.describe(self.t.lang) if known is not None else figure.figure
        self.surface.setAccessibleDescription(
            self.t("{name}、{number}個目", name=name, number=number + 1)
        )

    def _on_full(self) -> None:
        self._hint.setText(self.t("線が多すぎます。消してから描いてください。"))

    def _show_hint(self) -> None:
        t = self.t
        words = {
            InkTool.FIGURES: t("絵を押して選ぶ。矢印で動かし、+ と − で大きさを変えます。"),
            InkTool.ERASER: t("消したい線をなぞります。"),
        }
        drawing = t("うまくなくてよい。線と絵を組み合わせられます。")
        self._hint.setText(words.get(self.ink.tool(), drawing))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of figures and of pens, where nothing is typed."""
        if self._take(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        if self._keys.press(event):
            self.figure_bar.refresh()
            return True
        if event.key() in _ENTER and self.surface.hasFocus():
            return self._enter()
        return self.ink_bar.press(event)

    def _enter(self) -> bool:
        """Enter chooses the first figure; with one chosen it goes to its words."""
        if self.surface.chosen() >= 0 and self.figure_bar.words.isVisible():
            self.figure_bar.words.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if self.surface.chosen() < 0 and self.sketch().figures:
            self.ink.take(InkTool.FIGURES)
            self.surface.choose(0)
            return True
        return False
