"""A photo of a drawing on paper, to be cut out, straightened and whitened.

Owns the arrangement and the work in the background. What becomes of the picture is the caller's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools import photo_paper
from servicedesign.tools.photo_paper import Corners, PaperWish
from servicedesign.ui.background import Background
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.corner_view import CornerView
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.image_view import ImageView
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from PIL.Image import Image

_PREVIEW: Final = 900
_SLOW_MS: Final = 300
_PAUSE_MS: Final = 40

_Opened = tuple["Image", "Image", Corners]


@dataclass(frozen=True, slots=True)
class PhotoWords:
    """What is said of a photo that does not become a note and takes no words of its own.

    Attributes:
        title: of the dialog.
        shown: over the finished picture.
        done: on the button that takes it.
    """

    title: str
    shown: str
    done: str


class PaperPhotoDialog(BaseDialog):
    """One photo.

    Attributes:
        view: the photo with its corners.
        words: what is written on the note.
        all_the_rest: whether further photos are wanted without a question each.
        fault: why the photo could not be opened, or None.
    """

    def __init__(
        self,
        data: bytes,
        t: Translator,
        parent: QWidget | None,
        *,
        place: int = 1,
        count: int = 1,
        says: PhotoWords | None = None,
    ) -> None:
        """Show the photo in ``data``, the ``place``-th of ``count``; it is opened meanwhile.

        It becomes a note with words, unless ``says`` tells what else.
        """
        title = says.title if says is not None else t("紙の写真を付箋にする")
        if count > 1:
            title = t("紙の写真を付箋にする（{place}／{count}）", place=place, count=count)
        super().__init__(title, parent, width=560)
        self.t = t
        self._says = says or PhotoWords(title, t("付箋での見え方"), t("付箋にする"))
        self._data = data
        self._photo: Image | None = None
        self._small: Image | None = None
        self._turns = 0
        self._made = b""
        self.all_the_rest = False
        self.fault: Exception | None = None
        self.words = TextField(t("付箋の言葉"), placeholder=t("何の絵か（なくてもよい）"))
        names = (t("左上の角"), t("右上の角"), t("右下の角"), t("左下の角"))
        self.view = CornerView(t("写真。Tabで角を移り、矢印で動かす"), names)
        self.shown = ImageView(self._says.shown)
        self.white = self._make_slider()
        self._busy = TextLabel(tone=tokens.SECOND_TEXT)
        self._arrange()
        self._words_block.setVisible(says is None)
        self._add_buttons(count - place)
        self._slow = self._timer(_SLOW_MS, self._show_busy)
        self._late = self._timer(_PAUSE_MS, self._preview)
        self._worker = Background(self)
        self._worker.finished.connect(self._on_done)
        self._worker.failed.connect(self._on_failed)
        self._looker = Background(self)
        self._looker.finished.connect(self._on_preview)
        self._looker.failed.connect(self._on_failed)
        self.view.changed.connect(self._late.start)
        self.white.valueChanged.connect(self._late.start)
        self.view.setFocus()
        self._work(partial(_open, data))

    def _timer(self, pause: int, run: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(run)
        return timer

    # Arrangement ------------------------------------------------------------------------------

    def _make_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 10)
        slider.setPageStep(2)
        slider.setValue(7)
        slider.setMinimumHeight(theme().px(44))
        slider.setStyleSheet(_slider_style())
        slider.setAccessibleName(self.t("紙を白くする強さ"))
        return slider

    def _arrange(self) -> None:
        t, look = self.t, theme()
        middle = QHBoxLayout()
        middle.setSpacing(look.px(24))
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(look.px(6))
        right.setSpacing(look.px(8))
        left.addWidget(TextLabel(t("四つの角を、紙の角に合わせます。"), wrap=True))
        left.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setSpacing(look.px(2))
        for label, icon, run in (
            (t("左に回す"), "mdi6.rotate-left", lambda: self.turn(-1)),
            (t("右に回す"), "mdi6.rotate-right", lambda: self.turn(1)),
            (t("紙をさがす"), "mdi6.auto-fix", self.guess),
            (t("写真の全体"), "mdi6.fullscreen", self.take_whole),
        ):
            button = QuietButton(label, icon=icon)
            button.setMinimumHeight(look.px(44))
            button.clicked.connect(lambda _=False, one=run: one())
            row.addWidget(button)
        row.addStretch(1)
        left.addLayout(row)
        right.addWidget(TextLabel(self._says.shown))
        right.addWidget(self.shown, 1)
        light = QHBoxLayout()
        light.setSpacing(look.px(8))
        light.addWidget(TextLabel(t("紙を白く")))
        light.addWidget(self.white, 1)
        right.addLayout(light)
        self._words_block = FieldBlock(t("付箋の言葉"), self.words)
        right.addWidget(self._words_block)
        right.addWidget(self._busy)
        middle.addLayout(left, 3)
        middle.addLayout(right, 2)
        self.body.addLayout(middle, 1)
        wide, high = look.px(1080), look.px(640)
        parent = self.parentWidget()
        if parent is not None:
            window = parent.window()
            wide, high = min(wide, window.width() - 24), min(high, window.height() - 64)
        self.resize(wide, high)

    def _add_buttons(self, rest: int) -> None:
        t = self.t
        if rest:
            label = t.plural("残りの{n}枚もこのまま付箋にする", rest)
            more = QuietButton(label, icon="mdi6.image-multiple-outline", blue=True)
            more.clicked.connect(self._take_all)
            self.add_button(more, left=True)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self._done = PrimaryButton(self._says.done, key="Enter")
        self._done.clicked.connect(self._finish)
        self.add_button(self._done)

    # What is wanted ---------------------------------------------------------------------------

    def wish(self) -> PaperWish:
        """Return what is to be done with the photo."""
        return PaperWish(self._turns, self.view.corners(), self.white.value() / 10)

    def picture(self) -> bytes:
        """Return the finished picture, once the dialog was accepted."""
        return self._made

    def is_open(self) -> bool:
        """Tell whether the photo is there to be worked on."""
        return self._photo is not None

    def turn(self, step: int) -> None:
        """Turn the photo by quarters to the right; the corners turn along."""
        if self._small is None:
            return
        corners = photo_paper.turned_corners(self.view.corners(), step % 4)
        self._turns = (self._turns + step) % 4
        self.view.set_image(_as_image(photo_paper.turned(self._small, self._turns)), corners)
        self._late.start()

    def guess(self) -> None:
        """Put the corners where the paper seems to lie."""
        if self._small is not None:
            turned = photo_paper.turned(self._small, self._turns)
            self.view.set_corners(photo_paper.guessed_corners(turned))

    def take_whole(self) -> None:
        """Put the corners at those of the photo."""
        self.view.set_corners(photo_paper.WHOLE)

    # Work -------------------------------------------------------------------------------------

    def _work(self, work: object) -> None:
        self._done.setEnabled(False)
        self._slow.start()
        self._worker.submit(work)  # type: ignore[arg-type]

    def _show_busy(self) -> None:
        opened = self._photo is not None
        self._busy.setText(
            self.t("写真を仕上げています…") if opened else self.t("写真を開いています…")
        )

    def _on_done(self, result: object) -> None:
        self._slow.stop()
        self._busy.setText("")
        self._done.setEnabled(True)
        if isinstance(result, bytes):
            self._made = result
            self.accept()
        elif isinstance(result, tuple):
            self._photo, self._small, corners = result
            self.view.set_image(_as_image(self._small), corners)
            self._preview()

    def _on_failed(self, error: object) -> None:
        self.fault = error if isinstance(error, Exception) else None
        self.reject()

    def _preview(self) -> None:
        if self._small is not None:
            self._looker.submit(partial(photo_paper.finished, self._small, self.wish(), _PREVIEW))

    def _on_preview(self, picture: Image) -> None:
        self.shown.set_image(_as_image(picture))

    def _finish(self) -> None:
        if self._photo is not None and not self._worker.busy():
            self.words.flush()
            self._work(partial(_finish, self._photo, self.wish()))

    def _take_all(self) -> None:
        self.all_the_rest = True
        self._finish()

    def done(self, result: int) -> None:
        """Let what runs in the background come to its end."""
        self._late.stop()
        self._slow.stop()
        self._looker.stop()
        self._worker.stop()
        super().done(result)


def _slider_style() -> str:
    """Return the look of the slider, its handle large enough for a finger."""
    look = theme()
    side, line = look.px(28), look.px(6)
    return (
        f"QSlider::groove:horizontal {{ height: {line}px; border-radius: {line // 2}px;"
        f" background: {tokens.HAIRLINE}; }}"
        f"QSlider::sub-page:horizontal {{ border-radius: {line // 2}px;"
        f" background: {tokens.ACTION}; }}"
        f"QSlider::handle:horizontal {{ width: {side - 4}px; height: {side - 4}px;"
        f" margin: -{(side - line) // 2}px 0; border-radius: {side // 2}px;"
        f" border: 2px solid {tokens.ACTION}; background: {tokens.GROUND}; }}"
    )


def _open(data: bytes) -> _Opened:
    """Return the photo, a small one to look at, and where the paper lies."""
    photo = photo_paper.open_photo(data)
    small = photo.copy()
    small.thumbnail((_PREVIEW, _PREVIEW))
    return photo, small, photo_paper.guessed_corners(small)


def _finish(photo: Image, wish: PaperWish) -> bytes:
    return photo_paper.written(photo_paper.finished(photo, wish))


def _as_image(picture: Image) -> QImage:
    plain = picture.convert("RGB")
    raw = plain.tobytes("raw", "RGB")
    width, height = plain.size
    return QImage(raw, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
