"""Choosing the face of an invented person: one of the drawn ones, or a picture.

Owns the grid and its keys. Which persona gets the face is the caller's.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.dialogs.face_delegate import CELL, FaceDelegate
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel

_COLUMNS = 8
_ROWS = 4.1


class FaceWish(Enum):
    """What is wanted when the dialog closed."""

    FACE = "face"
    PHOTO = "photo"
    CROP = "crop"


class FacePicker(BaseDialog):
    """All drawn faces in a grid, none first.

    Attributes:
        wish: what was asked for, when the dialog was accepted.
    """

    def __init__(
        self,
        library: DrawingLibrary,
        face: str,
        t: Translator,
        parent: QWidget | None,
        *,
        has_photo: bool = False,
    ) -> None:
        """Show the faces of ``library`` with ``face`` chosen; a photo there may be cut anew."""
        super().__init__(t("顔を選ぶ"), parent, width=CELL * _COLUMNS + 48 + 20)
        self.wish = FaceWish.FACE
        look = theme()
        words = t("実在の人に似せず、年ごろと雰囲気の近い顔を選びます。")
        self.body.addWidget(TextLabel(words, tone=tokens.SECOND_TEXT, wrap=True))
        self._list = QListWidget()
        self._list.setAccessibleName(t("顔の一覧"))
        self._list.setViewMode(QListView.ViewMode.IconMode)
        self._list.setMovement(QListView.Movement.Static)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setUniformItemSizes(True)
        self._list.setGridSize(QSize(look.px(CELL), look.px(CELL)))
        self._list.setMinimumHeight(look.px(CELL * 2))
        self._list.setItemDelegate(FaceDelegate(library, self._list))
        self._named = TextLabel(size=tokens.CONTENT_PX)
        self._fill(library, face, t)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._named)
        self._add_buttons(t, has_photo=has_photo)
        self.resize(self.minimumWidth(), look.px(CELL * _ROWS + 230))
        self._list.currentItemChanged.connect(self._on_current)
        self._list.itemActivated.connect(self.accept)
        self._on_current(self._list.currentItem())
        self._list.setFocus()

    def _fill(self, library: DrawingLibrary, face: str, t: Translator) -> None:
        names = [("", t("顔をつけない"))]
        names += [(info.id, info.describe(t.lang)) for info in library.faces]
        for row, (face_id, name) in enumerate(names):
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, face_id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            item.setToolTip(name)
            self._list.addItem(item)
            if face_id == face:
                self._list.setCurrentRow(row)
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)

    def _add_buttons(self, t: Translator, *, has_photo: bool) -> None:
        if has_photo:
            cut = QuietButton(t("写真を切り抜き直す…"), icon="mdi6.crop", blue=True)
            cut.clicked.connect(lambda: self._finish(FaceWish.CROP))
            self.add_button(cut, left=True)
        photo = QuietButton(t("写真を入れる…"), icon="mdi6.image-plus", blue=True)
        photo.clicked.connect(lambda: self._finish(FaceWish.PHOTO))
        self.add_button(photo, left=True)
        done = PrimaryButton(t("この顔にする"), key="Enter")
        done.clicked.connect(self.accept)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self.add_button(done)

    def face(self) -> str:
        """Return the id of the face chosen, empty for none."""
        return str(self._list.currentIndex().data(Qt.ItemDataRole.UserRole) or "")

    def choose(self, face: str) -> None:
        """Point at ``face``; an unknown one changes nothing."""
        for row in range(self._list.count()):
            if self._list.item(row).data(Qt.ItemDataRole.UserRole) == face:
                self._list.setCurrentRow(row)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._named.setText(str(item.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _finish(self, wish: FaceWish) -> None:
        self.wish = wish
        self.accept()
