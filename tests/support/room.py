"""Every page that the room can be shown, and what is to be read on it.

Owns the walk through tools and choices. A page of a tool joins by its editor's ``audience_page``.
"""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image, ImageChops
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from support.screen import shown_texts

from servicedesign.ui.room.audience import Audience
from servicedesign.ui.room.audience_page import AudiencePage
from servicedesign.ui.screens import Stage

_EDGES = 64
"""Steps of grey, of 255, by which the edge of a letter may differ from one painting to another."""


def every_page(stage: Stage) -> Iterator[tuple[str, AudiencePage]]:
    """Yield a new page of every tool that has one and of every choice, each with its name."""
    space, room = stage.workspace, stage.window.room()
    assert room is not None
    for tool_id in space.usable_tools():
        page = space.page_of(tool_id)
        if page is not None:
            yield f"tool {tool_id}", page
    for one in room.choices():
        page = room.page_of(one)
        if page is not None:
            yield f"choice {one.id}", page


def picture(audience: Audience) -> QImage:
    """Return the pixels of the audience window as the room sees them."""
    window = audience.window()
    assert window is not None
    return window.grab().toImage()


def same(one: QImage, other: QImage) -> bool:
    """Tell whether two pictures show the same, but for how Qt smooths the edges of letters."""
    if one == other:
        return True
    first, second = (
        Image.frombytes("RGB", (shown.width(), shown.height()), bytes(shown.constBits()))
        for shown in (_rgb(one), _rgb(other))
    )
    if first.size != second.size:
        return False
    return max(most for _, most in ImageChops.difference(first, second).getextrema()) <= _EDGES


def _rgb(shown: QImage) -> QImage:
    packed = QImage(shown.width() // 4 * 4, shown.height(), QImage.Format.Format_RGB888)
    painter = QPainter(packed)
    painter.drawImage(0, 0, shown)
    painter.end()
    return packed


def said(audience: Audience) -> str:
    """Return everything that is written on the audience window or told of its widgets."""
    window = audience.window()
    assert window is not None
    lines = [text for text, _ in audience.page().texts()] if audience.page() else []
    return "\n".join([*lines, *shown_texts(window), *_names(window)])


def _names(window: QWidget) -> list[str]:
    return [
        text
        for widget in (window, *window.findChildren(QWidget))
        for text in (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    ]
