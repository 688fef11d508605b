"""The canvas of a board with the bars that float over it.

Owns their arrangement and when each is shown. What they do is the editor's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRectF, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout

from servicedesign import tokens
from servicedesign.tools.board.note_bar import NoteBar
from servicedesign.tools.board.sketching import PEN
from servicedesign.tools.board.tool_bar import ToolBar
from servicedesign.ui.canvas.canvas_view import HAND, LASSO, SELECT, CanvasView
from servicedesign.ui.canvas.minimap import Minimap
from servicedesign.ui.commands import command
from servicedesign.ui.icons import icon
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.floating_bar import SHADOW
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton

if TYPE_CHECKING:
    from servicedesign.tools.board.editor import BoardEditor
    from servicedesign.tools.board.handling import Handling
    from servicedesign.ui.context import EditorContext

_APART = 8
_NOTE, _PHOTO = "note", "photo"
ARRANGING = (
    "board_tidy",
    *("board_left", "board_centre", "board_right"),
    *("board_top", "board_middle", "board_bottom"),
    *("board_across", "board_down", "board_front", "board_back", "board_lock", "board_copy"),
)
"""Commands in the menu of arranging."""
_PAUSE_MS = 150
"""So long after the canvas moved the bar beside what is chosen comes back."""


class BoardDesk(QObject):
    """Lays bars over the canvas of ``editor``.

    Attributes:
        tools: the bar at the foot.
        bar: the bar beside what is chosen.
        minimap: the small board with the zoom.

    Signals:
        colour_chosen: a colour for the chosen notes.
    """

    colour_chosen = Signal(object)

    def __init__(self, editor: BoardEditor, view: CanvasView, context: EditorContext) -> None:
        """Fill ``editor`` with ``view`` and lay the bars over it."""
        super().__init__(editor)
        t = context.t
        self._editor = editor
        self._view = view
        self._context = context
        whole = QVBoxLayout(editor)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(view)
        self.empty = self._make_empty()
        self.bar = NoteBar(t, editor)
        self.tools = ToolBar(t, editor)
        self.minimap = Minimap(view, t, editor)
        view.tool_changed.connect(self.tools.show_tool)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PAUSE_MS)
        self._late.timeout.connect(self.follow)
        view.focus_seen.connect(lambda _: self._late.start())
        editor.installEventFilter(self)

    def fill(self, handling: Handling) -> None:
        """Put the buttons on the bars; they do what ``handling`` does."""
        self.empty.primary.clicked.connect(handling.new_note)
        self._fill_tools(handling)
        self._fill_bar(handling)
        self.tools.show_tool(self._view.tool())
        self._view.layers.lifting = self.follow

    def _make_empty(self) -> EmptyState:
        t, editor = self._context.t, self._editor
        begin = PrimaryButton(t("最初の付箋を書く"), key="N")
        begin.set_usable(t("読み取り専用で開いています") if self._context.read_only else "")
        paper = SecondaryButton(t("白紙のカードを印刷"), icon="mdi6.printer-outline")
        paper.clicked.connect(lambda: self._context.shell.command("print_list"))
        method = t(
            "思いついたことを、1件1枚で書いて貼ります。良し悪しは後にして、まず数を出します。"
        )
        return EmptyState(t("まだアイデアがありません"), method, begin, paper, editor)

    def _fill_tools(self, handling: Handling) -> None:
        t = self._context.t
        add = self.tools.add_tool
        add(SELECT, t("選択"), "V", "mdi6.cursor-default-outline", lambda: self._take(SELECT))
        add(
            HAND,
            t.context("tool", "移動"),
            "H",
            "mdi6.hand-back-right-outline",
            lambda: self._take(HAND),
        )
        note = add(
            _NOTE, t.context("tool", "付箋"), "N", "mdi6.note-plus-outline", handling.new_note
        )
        pen = add(PEN, t("ペン"), "P", "mdi6.pencil-outline", self._editor.sketching.take_pen)
        add(LASSO, t("囲む"), "L", "mdi6.lasso", lambda: self._take(LASSO))
        photos = self._editor.photos
        picture = add(_PHOTO, t("写真"), "I", "mdi6.image-plus-outline", photos.ask_files)
        if self._context.read_only:
            reason = t("読み取り専用で開いています")
            for button in (note, pen, picture):
                button.setEnabled(False)
                button.setToolTip(reason)
            self.tools.quick.setReadOnly(True)
            self.tools.quick.setEnabled(False)
            self.tools.origin.setEnabled(False)

    def _take(self, tool: str) -> None:
        self._view.set_tool(tool)
        self._view.setFocus()

    def _fill_bar(self, handling: Handling) -> None:
        t = self._context.t
        add = self.bar.add_action
        add(t("描く"), "D", "mdi6.draw-pen", self._editor.sketching.open_pad)
        add(t("困りごとにつなぐ"), "Ctrl+K", "mdi6.link-variant", handling.link)
        add(t("束ねる"), "Ctrl+G", "mdi6.select-group", self._editor.affinity.gather)
        add(t("班としるし"), "T", "mdi6.tag-outline", handling.ask_origin)
        self._arrange_button = add(
            t("整える"), "", "mdi6.view-grid-outline", self._open_arranging, worded=False
        )
        remove = "mdi6.trash-can-outline"
        add(t("消す"), "Delete", remove, handling.delete, worded=False)
        self.bar.colour_chosen.connect(self.colour_chosen)

    def _open_arranging(self) -> None:
        """Open what is done with the places of the chosen notes, each with its key."""
        menu = QMenu(self._editor)
        offered = self._editor.commands()
        for name in ARRANGING:
            entry = command(name)
            label = self._context.t(entry.label)
            line = menu.addAction(icon(entry.icon, theme().px(18)), label)
            line.setShortcut(QKeySequence(entry.key))
            line.triggered.connect(lambda _=False, name=name: offered[name]())
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._arrange_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    # Arrangement ------------------------------------------------------------------------------

    def covered(self) -> QMargins:
        """Return the margins of the canvas that the bar at the foot lies over."""
        return QMargins(0, 0, 0, self.tools.height() + theme().px(_APART))

    def foot(self) -> int:
        """Return the height, in px at 100 %, over which the bars stand at the left of the foot."""
        return round((self._editor.height() - self.tools.y()) * 100 / theme().scale)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the editor."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._arrange()
            self._editor.resized()
            self.follow()
        return False

    def _arrange(self) -> None:
        look = theme()
        width, height = self._editor.width(), self._editor.height()
        apart = look.px(_APART)
        self.minimap.adjustSize()
        left = look.px(12)
        beside = width - self.minimap.width() - apart - 2 * left
        under = 0
        if not self.tools.fit(max(beside, 0)):  # then one stands above the other
            self.tools.fit(width - 2 * left)
            under = self.tools.height()
        self.tools.move(left, height - self.tools.height() - apart + look.px(3))
        self.minimap.move(
            width - self.minimap.width() - left + look.px(3),
            height - self.minimap.height() - under - apart + look.px(3),
        )
        self._editor.sketching.arrange()
        self.empty.setGeometry(look.px(32), 0, min(width - look.px(64), look.px(760)), look.px(240))

    def toggle_minimap(self) -> None:
        """Show or hide the small board."""
        self.minimap.show_board(not self.minimap.board_shown())
        self._arrange()

    # Following --------------------------------------------------------------------------------

    def look_away(self) -> None:
        """Hide the bar beside what is chosen while the canvas moves; it comes back at rest."""
        if not self._editor.writing.active():
            self.bar.hide()
            self._tell_bars()
        self._late.start()

    def _tell_bars(self) -> None:
        """Tell the canvas what it need not paint: what lies behind the bars."""
        room = theme().px(tokens.RADIUS + SHADOW)
        bars = (self.tools, self.minimap, self.bar, self._editor.sketching.bar)
        shown = [bar for bar in bars if bar.isVisible()]
        self._view.set_bars([bar.geometry().adjusted(room, room, -room, -room) for bar in shown])

    def follow(self) -> None:
        """Show the bar beside what is chosen, and what stands on an empty board."""
        view, writing = self._view, self._editor.writing
        self.empty.setVisible(not len(view.contents) and not writing.active())
        chosen = self._chosen_rect()
        shown = not chosen.isNull() and not view.layers.lifted() and not self._context.read_only
        shown = shown and view.tool() != PEN and not self.tools.quick.hasFocus()
        some = view.contents.some(view.selection.ids())
        if shown:
            shown = chosen.intersects(view.free()) and bool(some or writing.active())
        if not shown:
            self.bar.hide()
            self._tell_bars()
            return
        self.bar.show_colours({entry.look.colour for entry in some[:200]})
        self.bar.stand_by(chosen, view.free(), self.minimap.geometry())
        self.bar.show()
        self._tell_bars()

    def _chosen_rect(self) -> QRectF:
        view = self._view
        if self._editor.writing.active():
            return self._editor.writing.written.rect() if len(view.selection) else QRectF()
        if not len(view.selection):
            return QRectF()
        return view.rect_to_view(view.contents.bounds(view.selection.ids()))
