"""What each key means in a chart, at rest and while something is written.

Owns the table from keys to the grid's doings. All letters are text; keys with Ctrl that belong to
the shell never come here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from servicedesign.tools.mandala.spots import (
    MIDDLE,
    Spot,
    around,
    following,
    moved,
    preceding,
    spot_at,
)

if TYPE_CHECKING:
    from servicedesign.tools.mandala.grid import MandalaGrid

_Key = Qt.Key
_NONE: Final = Qt.KeyboardModifier.NoModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier

_ARROWS: Final = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}
_ENTER: Final = (_Key.Key_Return, _Key.Key_Enter)
_TAB: Final = (_Key.Key_Tab, _Key.Key_Backtab)
_CLEAR: Final = (_Key.Key_Delete, _Key.Key_Backspace)


def handle_key(grid: MandalaGrid, event: QKeyEvent) -> bool:
    """Do what a key means; False leaves it to the field."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if _going_key(grid, key, held):
        return True
    if grid.field.writing:
        return False
    return _resting_key(grid, key, held)


def _going_key(grid: MandalaGrid, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    """Enter, Tab and Esc end what is written and go on; with Ctrl arrows open, Tab leaves."""
    cursor = grid.cursor_spot()
    if key in _ENTER and held in (_NONE, _SHIFT):
        grid.go(preceding(cursor) if held == _SHIFT else following(cursor))
    elif key in _TAB and not held & ~(_SHIFT | _CTRL):
        _tab(grid, back=key == _Key.Key_Backtab or bool(held & _SHIFT), out=bool(held & _CTRL))
    elif key in (_Key.Key_Down, _Key.Key_Up) and held == _CTRL:
        (grid.open_cell if key == _Key.Key_Down else grid.close_cell)()
    elif key == _Key.Key_Escape and held == _NONE:
        _escape(grid)
    else:
        return False
    return True


def _tab(grid: MandalaGrid, *, back: bool, out: bool) -> None:
    if out:
        grid.field.leave(forward=not back)
    else:
        grid.go(around(grid.cursor_spot(), -1 if back else 1))


def _escape(grid: MandalaGrid) -> None:
    """End what is written; at rest show all cells again. The focus stays: one may type on."""
    if grid.field.writing:
        grid.finish()
    elif not grid.is_whole():
        grid.show_whole(True)


def _resting_key(grid: MandalaGrid, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    if key in _ARROWS and held == _NONE:
        grid.go(moved(grid.cursor_spot(), *_ARROWS[key]))
    elif key in (_Key.Key_Home, _Key.Key_End) and not held & ~_CTRL:
        _go_far(grid, key == _Key.Key_End, bool(held & _CTRL))
    elif key in _CLEAR and held == _NONE:
        grid.clear_asked.emit()
    elif (key, held) in ((_Key.Key_C, _CTRL), (_Key.Key_Insert, _CTRL)):
        grid.copy_asked.emit()
    elif (key, held) in ((_Key.Key_X, _CTRL), (_Key.Key_Delete, _SHIFT)):
        grid.copy_asked.emit()
        grid.clear_asked.emit()
    elif (key, held) in ((_Key.Key_V, _CTRL), (_Key.Key_Insert, _SHIFT)):
        grid.paste_asked.emit()
    elif key in _ENTER:
        grid.write()
    else:
        return False
    return True


def _go_far(grid: MandalaGrid, end: bool, whole: bool) -> None:
    """Go to the beginning or end of the row, with Ctrl to the middle or the last cell."""
    if whole:
        grid.go(Spot(8, 8) if end else MIDDLE)
    else:
        grid.go(spot_at(grid.cursor_spot().row, 8 if end else 0))
