"""Cutting a photo to the face: the square that is shown on screen and on paper.

Owns the arrangement, and the warning that no picture of a resident may be used.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Crop
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.marks import Sign
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.crop_view import CropView, Square
from servicedesign.ui.widgets.mark import Mark
from servicedesign.ui.widgets.portrait import Portrait, picture
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel


class PhotoCrop(BaseDialog):
    """A photo with a square on it, and how it will look."""

    def __init__(
        self, data: bytes, t: Translator, parent: QWidget | None, *, crop: Crop | None = None
    ) -> None:
        """Cut the picture in ``data``, which came through the store's gate, from ``crop`` on."""
        super().__init__(t("写真を切り抜く"), parent, width=640)
        look = theme()
        self._image = picture(data)
        self.view = CropView(self._image, t("写真。矢印で動かし、+ と - で大きさを変える"))
        if crop is not None:
            side = crop.width * self._image.width()
            left, top = crop.left * self._image.width(), crop.top * self._image.height()
            self.view.set_square(Square(left, top, side))
        warning = QHBoxLayout()
        warning.setSpacing(look.px(8))
        warning.addWidget(Mark(Sign.LOOK, t("注意")))
        words = t("実在の住民の写真は使えません。使ってよい写真か、確かめてください。")
        warning.addWidget(TextLabel(words, wrap=True), 1)
        self.body.addLayout(warning)
        middle = QHBoxLayout()
        middle.setSpacing(look.px(24))
        middle.addWidget(self.view, 1)
        middle.addLayout(self._sample(t))
        self.body.addLayout(middle, 1)
        hint = t("ドラッグで動かし、角で大きさを変えます。矢印と + − でも動きます。")
        self.body.addWidget(TextLabel(hint, tone=tokens.SECOND_TEXT, wrap=True))
        done = PrimaryButton(t("この形で使う"))
        done.clicked.connect(self.accept)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self.add_button(done)
        self.view.changed.connect(self._show_sample)
        self._show_sample()
        self.view.setFocus()

    def _sample(self, t: Translator) -> QVBoxLayout:
        self._large = Portrait(t("シートでの見え方"))
        self._small = Portrait(t("候補の列での見え方"), side=56, is_round=True)
        column = QVBoxLayout()
        column.setSpacing(theme().px(12))
        column.addWidget(self._large)
        column.addWidget(self._small)
        column.addStretch(1)
        return column

    def crop(self) -> Crop:
        """Return the square as shares of the picture's width and height."""
        square = self.view.square()
        width, height = self._image.width(), self._image.height()
        return Crop(
            left=min(1.0, max(0.0, square.x / width)),
            top=min(1.0, max(0.0, square.y / height)),
            width=min(1.0, max(0.01, square.side / width)),
            height=min(1.0, max(0.01, square.side / height)),
        )

    def _show_sample(self) -> None:
        square = self.view.square()
        part = self._image.copy(
            round(square.x), round(square.y), max(1, round(square.side)), max(1, round(square.side))
        )
        self._large.set_image(part)
        self._small.set_image(part)
