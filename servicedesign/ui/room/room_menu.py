"""The menu of the room: what is seen there now, what to do with it, and what to show.

Owns its arrangement. What an entry does is a command's or ``AudienceCommands``'.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QActionGroup, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from servicedesign import tokens
from servicedesign.ui.room.audience import Audience, RoomState
from servicedesign.ui.room.choices import Choice
from servicedesign.ui.room.room_words import state_sentence
from servicedesign.ui.theme import color, theme

if TYPE_CHECKING:
    from servicedesign.i18n import Translator

_WIDE: Final = 208
"""Width of the small picture in px at 100 %."""
_WORDS: Final = 320
"""Longest line under it."""

Run = Callable[[str], object]


def room_menu(
    parent: QWidget,
    audience: Audience,
    t: Translator,
    choices: Sequence[Choice],
    run: Run,
    show: Run,
) -> QMenu:
    """Return the menu as things are now.

    Args:
        parent: its owner.
        audience: what the room is shown.
        t: the translator.
        choices: what can be shown by name.
        run: carries out a command by its id.
        show: shows a choice by its id; empty follows the view in use.
    """
    menu = QMenu(parent)
    menu.setAccessibleName(t("映写"))
    if audience.is_on():
        _add_picture(menu, audience, t)
    _add_commands(menu, audience, t, run)
    menu.addSeparator()
    group = QActionGroup(menu)
    followed = audience.mode() is RoomState.FOLLOWS and audience.is_on()
    follow = menu.addAction(t("使っている画面を追う"))
    follow.setCheckable(True)
    follow.setChecked(followed)
    follow.triggered.connect(lambda: show(""))
    group.addAction(follow)
    for one in choices:
        action = menu.addAction(t(one.label))
        action.setCheckable(True)
        action.setChecked(audience.is_on() and audience.choice() == one.id)
        action.triggered.connect(lambda _=False, name=one.id: show(name))
        group.addAction(action)
    return menu


def _add_commands(menu: QMenu, audience: Audience, t: Translator, run: Run) -> None:
    on = audience.is_on()
    frozen = audience.mode() is RoomState.FROZEN
    black = audience.state() is RoomState.BLACK
    entries = [
        (t("映すのをやめる") if on else t("映し始める"), "F5", "audience"),
        (t("この画面を映す"), "Shift+F5", "audience_view"),
    ]
    if on:
        entries += [
            (t("また画面を追う") if frozen else t("静止させる"), "Ctrl+F5", "audience_freeze"),
            (t("黒をやめる") if black else t("黒くする"), "Ctrl+Shift+F5", "audience_black"),
        ]
        page = audience.page()
        if page is not None and page.leaf_count() > 1:
            entries += [
                (t("次のページへ"), "Ctrl+Shift+PgDown", "audience_next"),
                (t("前のページへ"), "Ctrl+Shift+PgUp", "audience_previous"),
            ]
        if audience.fills_screen():
            entries.append((t("この画面に窓で戻す"), "", "audience_move"))
        elif audience.other_screen() is not None:
            entries.append((t("もう1つの画面に映す"), "", "audience_move"))
    for label, key, name in entries:
        # The key is only shown: the shortcut itself belongs to the command.
        action = menu.addAction(f"{label}\t{key}" if key else label)
        action.triggered.connect(lambda _=False, command=name: run(command))


def _add_picture(menu: QMenu, audience: Audience, t: Translator) -> None:
    window = audience.window()
    if window is None:
        return
    page = audience.page()
    title = page.title() if page is not None else ""
    shown = None if audience.state() is RoomState.BLACK else window.take_picture()
    holder = QWidgetAction(menu)
    holder.setDefaultWidget(_RoomPicture(shown, state_sentence(t, audience.state(), title)))
    holder.setEnabled(False)
    menu.addAction(holder)


class _RoomPicture(QWidget):
    """What the room sees, small, over a sentence that says why."""

    def __init__(self, picture: QPixmap | None, words: str) -> None:
        """Show ``picture``, or black."""
        super().__init__()
        self._picture = picture
        self._words = words
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Return room for the picture and the words below it."""
        look = theme()
        wide, words = look.px(_WIDE), self._words_height()
        return QSize(look.px(_WORDS + 48), wide * 9 // 16 + words + look.px(12 + 6 + 10))

    def _words_height(self) -> int:
        metrics = QFontMetricsF(theme().font())
        flags = int((Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap).value)
        room = QRectF(0, 0, theme().px(_WORDS), 1000)
        return ceil(metrics.boundingRect(room, flags, self._words).height())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint picture and words."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide = look.px(_WIDE)
        box = QRectF(look.px(31), look.px(12), wide, wide * 9 / 16)
        painter.fillRect(box, Qt.GlobalColor.black)
        if self._picture is not None and not self._picture.isNull():
            size = self._picture.size().scaled(
                box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(box.center())
            painter.drawPixmap(target, self._picture, QRectF(self._picture.rect()))
        painter.setPen(QPen(color(tokens.EDGE), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        painter.setFont(look.font())
        painter.setPen(color(tokens.TEXT))
        words = QRectF(box.left(), box.bottom() + look.px(6), look.px(_WORDS), look.px(64))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags.value), self._words)
        painter.end()
