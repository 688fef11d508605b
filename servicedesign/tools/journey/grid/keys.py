"""What each key means on a map, at rest and while something is written.

Owns the table from keys to the grid's doings. Single letters are text; keys with Ctrl that belong
to the shell never come here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from servicedesign.tools.journey.grid.map_grid import MapGrid

_Key = Qt.Key
_NONE: Final = Qt.KeyboardModifier.NoModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier

_ARROWS: Final = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}
_ENTER: Final = (_Key.Key_Return, _Key.Key_Enter)


def handle_key(grid: MapGrid, event: QKeyEvent, writing: bool) -> bool:
    """Do what a key means; False leaves it to the field."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if _leaving_key(grid, event.key(), held, writing):
        return True
    if event.key() in _ARROWS and held == _ALT:
        grid.leave_writing()
        grid.hands().shift(*_ARROWS[Qt.Key(event.key())])
        return True
    if writing:
        return False
    return (
        _moving_key(grid, event.key(), held)
        or _block_key(grid, event.key(), held)
        or _feeling_key(grid, event.text(), held)
    )


def _leaving_key(grid: MapGrid, key: int, held: Qt.KeyboardModifier, writing: bool) -> bool:
    """Enter, Tab and Esc end what is written and go on."""
    if key in _ENTER and held in (_NONE, _SHIFT):
        grid.enter(back=held == _SHIFT)
    elif key == _Key.Key_Tab and held == _NONE:
        grid.tab(back=False)
    elif key == _Key.Key_Backtab or (key == _Key.Key_Tab and held == _SHIFT):
        grid.tab(back=True)
    elif key == _Key.Key_Escape and held == _NONE:
        if writing:
            grid.leave_writing()
        else:
            grid.select_only()
    else:
        return False
    return True


def _moving_key(grid: MapGrid, key: int, held: Qt.KeyboardModifier) -> bool:
    if key in _ARROWS and not held & ~(_SHIFT | _CTRL):
        dx, dy = _ARROWS[Qt.Key(key)]
        grid.go(dx, dy, far=bool(held & _CTRL), extend=bool(held & _SHIFT))
    elif key in (_Key.Key_Home, _Key.Key_End) and not held & ~(_SHIFT | _CTRL):
        side = -1 if key == _Key.Key_Home else 1
        grid.go(side, 0, far=True, extend=bool(held & _SHIFT))
        if held & _CTRL:
            grid.go(0, side, far=True, extend=bool(held & _SHIFT))
    elif key in (_Key.Key_PageUp, _Key.Key_PageDown) and held == _NONE:
        grid.page(-1 if key == _Key.Key_PageUp else 1)
    else:
        return False
    return True


def _block_key(grid: MapGrid, key: int, held: Qt.KeyboardModifier) -> bool:
    hands = grid.hands()
    table: Mapping[tuple[int, Qt.KeyboardModifier], Callable[[], None]] = {
        (_Key.Key_Delete, _NONE): hands.clear,
        (_Key.Key_Backspace, _NONE): hands.clear,
        (_Key.Key_Delete, _CTRL): hands.delete_card,
        (_Key.Key_C, _CTRL): hands.copy,
        (_Key.Key_Insert, _CTRL): hands.copy,
        (_Key.Key_X, _CTRL): hands.cut,
        (_Key.Key_Delete, _SHIFT): hands.cut,
        (_Key.Key_V, _CTRL): hands.paste,
        (_Key.Key_Insert, _SHIFT): hands.paste,
        (_Key.Key_Insert, _NONE): hands.add,
        (_Key.Key_A, _CTRL): grid.select_all,
    }
    do = table.get((key, held))
    if do is not None:
        do()
    return do is not None


def _feeling_key(grid: MapGrid, text: str, held: Qt.KeyboardModifier) -> bool:
    """Digits and signs on a feeling set or step it."""
    plain = not held & ~_SHIFT
    return plain and bool(text.strip()) and grid.hands().take_level(text)
