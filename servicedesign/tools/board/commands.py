"""What the keys of a board do.

Owns the way from a command or a single letter to what it does. Must not paint nor write itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from servicedesign.model import StickyColour
from servicedesign.tools.board.places import Edge

if TYPE_CHECKING:
    from servicedesign.tools.board.editor import BoardEditor

Do = Callable[[], object]

_COLOURS: Final = dict(
    zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), StickyColour, strict=True)
)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def editor_commands(editor: BoardEditor) -> Mapping[str, Do]:
    """Return the commands of ``editor``: to look around always, to change unless reading."""
    view = editor.view
    looking: dict[str, Do] = {
        "zoom_in": lambda: view.zoom_step(1),
        "zoom_out": lambda: view.zoom_step(-1),
        "zoom_full": lambda: view.zoom_to(1.0),
        "zoom_fit": editor.overview.show,
        "board_all": editor.choose_all,
        "board_columns": editor.affinity.toggle_view,
        "board_words": editor.handling.copy_words,
        "board_rules": editor.handling.show_rules,
        "board_room": editor.room.toggle_whole,
    }
    if editor.context.read_only:
        return looking
    return {
        **looking,
        "more": editor.handling.new_note,
        "edit": editor.handling.write_focused,
        "link": editor.handling.link,
        "delete": editor.handling.delete,
        "board_paste": editor.handling.paste,
        "board_copy": editor.handling.copy,
        "board_origin": editor.handling.ask_origin,
        "board_deepen": editor.handling.deepen,
        "board_new": editor.new_board,
        "board_title": editor.describe_board,
        "board_remove": editor.remove_board,
        "board_cluster": editor.affinity.gather,
        "board_loosen": editor.affinity.loosen,
        "board_fold": editor.affinity.fold,
        **_placing(editor),
    }


def _placing(editor: BoardEditor) -> dict[str, Do]:
    """Return the commands that change places: there are none in columns, which are a mere view."""
    arranging = editor.arranging
    commands: dict[str, Do] = {
        "board_tidy": arranging.tidy,
        "board_lock": arranging.lock,
        "board_front": lambda: arranging.bring(front=True),
        "board_back": lambda: arranging.bring(front=False),
        "board_left": lambda: arranging.align(Edge.LEFT),
        "board_centre": lambda: arranging.align(Edge.CENTRE),
        "board_right": lambda: arranging.align(Edge.RIGHT),
        "board_top": lambda: arranging.align(Edge.TOP),
        "board_middle": lambda: arranging.align(Edge.MIDDLE),
        "board_bottom": lambda: arranging.align(Edge.BOTTOM),
        "board_across": lambda: arranging.distribute(across=True),
        "board_down": lambda: arranging.distribute(across=False),
    }

    def unless_in_columns(do: Do) -> Do:
        return lambda: editor.affinity.say_places_are_fixed() if editor.showing.by_cluster else do()

    return {name: unless_in_columns(do) for name, do in commands.items()}


def press_letter(editor: BoardEditor, event: QKeyEvent) -> bool:
    """Take a key that is no command and was not typed anywhere; False when it is none of ours."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.isAutoRepeat():
        return False
    key = Qt.Key(event.key())
    if key == Qt.Key.Key_M:
        editor.toggle_minimap()
        return True
    if key == Qt.Key.Key_R:
        editor.handling.show_rules()
        return True
    if editor.context.read_only:
        return False
    letters: dict[Qt.Key, Do] = {
        Qt.Key.Key_N: editor.handling.new_note,
        Qt.Key.Key_Q: editor.handling.quick_entry,
        Qt.Key.Key_T: editor.handling.ask_origin,
        Qt.Key.Key_F: editor.affinity.fold,
        Qt.Key.Key_P: editor.sketching.take_pen,
        Qt.Key.Key_E: editor.sketching.take_eraser,
        Qt.Key.Key_D: editor.sketching.open_pad,
        Qt.Key.Key_I: editor.photos.ask_files,
    }
    if key in letters:
        letters[key]()
    elif key in _COLOURS:
        editor.handling.choose_colour(_COLOURS[key])
    elif key in _ENTER:
        editor.handling.write_focused()
    else:
        return False
    return True
