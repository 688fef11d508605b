"""One frame to be drawn and written: picture, number, heading, caption.

Owns the arrangement. It writes nothing: what is typed and asked for goes out as signals.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.storyboard.frame_paint import RATIO
from servicedesign.ui.storyboard.frame_view import FrameView
from servicedesign.ui.storyboard.picture_button import PictureButton
from servicedesign.ui.theme import plain, theme
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel


class FrameCard(QWidget):
    """A frame.

    Attributes:
        picture: what it shows.
        heading: the scene in a word or two.
        caption: what happens.
        more: opens the menu.

    Signals:
        written: ``heading`` or ``caption``, and its text.
        menu_asked: the widget below which the menu is wanted.
    """

    written = Signal(str, str)
    menu_asked = Signal(object)

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty card, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self.t = t
        self._shown = FrameView("")
        look = theme()
        self.picture = PictureButton(t, reading=reading)
        self._number = TextLabel(size=tokens.SECTION_PX, bold=True, tone=tokens.ACTION)
        self.heading = TextField(t("場面"), size=tokens.BASE_PX, rule=False)
        self.caption = TextArea(t("説明"), placeholder=t("ひとことで"))
        self.more = QuietButton("", icon="mdi6.dots-horizontal")
        for name, field in (("heading", self.heading), ("caption", self.caption)):
            field.setReadOnly(reading)
            field.committed.connect(lambda text, key=name: self.written.emit(key, text))
        self.more.setFixedHeight(look.px(34))
        if reading:
            self.more.hide()
        self.more.clicked.connect(lambda: self.menu_asked.emit(self.more))
        self.picture.menu_asked.connect(lambda: self.menu_asked.emit(self.picture))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.picture)
        row = QHBoxLayout()
        row.setContentsMargins(0, look.px(4), 0, 0)
        row.setSpacing(0)
        row.addWidget(self._number)
        row.addWidget(self.heading, 1)
        row.addWidget(self.more)
        column.addLayout(row)
        held = QHBoxLayout()
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self.caption)
        column.addLayout(held)
        column.addStretch(1)
        self._held = held
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

    def show_frame(self, view: FrameView, number: int) -> None:
        """Show ``view`` as frame ``number``; what is being typed is left alone."""
        t = self.t
        self._shown = view
        self.picture.show_picture(view.picture, number)
        self._number.setText(str(number))
        step = self._number.sizeHint().width()
        self._held.setContentsMargins(max(0, step - theme().px(2)), 0, 0, 0)
        self.heading.set_text(view.heading)
        self.caption.set_text(view.caption)
        self.heading.setAccessibleName(t("コマ{number}の場面", number=number))
        self.caption.setAccessibleName(t("コマ{number}の説明", number=number))
        self.heading.setPlaceholderText(t("場面"))
        name = t("コマ{number}の操作", number=number)
        self.more.setAccessibleName(name)
        self.more.setToolTip(plain(name))

    def shown(self) -> FrameView:
        """Return what is shown."""
        return self._shown

    def set_width(self, width: int) -> None:
        """Become ``width`` px wide; the picture keeps its shape."""
        if self.width() != width or self.picture.width() != width:
            self.setFixedWidth(width)
            self.picture.setFixedSize(width, round(width * RATIO))

    def parts(self) -> tuple[QWidget, ...]:
        """Return what takes the focus, in the order of Tab."""
        return self.picture, self.heading, self.caption, self.more

    def go_to(self, field: str) -> None:
        """Put the focus on ``heading``, ``caption``, or else the picture."""
        places = {"heading": self.heading, "caption": self.caption}
        places.get(field, self.picture).setFocus(Qt.FocusReason.OtherFocusReason)
