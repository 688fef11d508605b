"""One group as a card: colour and symbol, name, how many of which kind, and who.

Owns the card. What is written, dropped or chosen in its menu is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Group, StickyColour
from servicedesign.tools.participants.group_people import GroupPeople, PersonLine
from servicedesign.tools.participants.items_label import ItemsLabel
from servicedesign.tools.participants.swatch_button import SwatchButton
from servicedesign.ui.sticky_marks import STICKY_WORDS, sticky_icon
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.table.row_head import keys_dragged
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET


class GroupCard(QWidget):
    """A group, or those who have none.

    Signals:
        written: the field (``name`` or ``note``) and its text.
        colour_asked: another colour, as the value of ``StickyColour``.
        dropped: ids of the people dropped on the card.
        move_asked: -1 or 1: put the card before or after its neighbour.
        delete_asked: the group is to be deleted.
    """

    written = Signal(str, str)
    colour_asked = Signal(str)
    dropped = Signal(list)
    move_asked = Signal(int)
    delete_asked = Signal()

    def __init__(
        self, t: Translator, *, reading: bool, nobody: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make an empty card; ``nobody`` is the card of those without a group."""
        super().__init__(parent)
        self._t = t
        self._over = False
        self._nobody = nobody
        self.setAcceptDrops(not reading)
        self.swatch = SwatchButton(t("班の色と記号"))
        self.name = TextField(t("班の名前"), bold=True, rule=False)
        self.title = TextLabel(t("まだ班のない人"), size=tokens.CONTENT_PX, bold=True)
        self.count = TextLabel(tone=tokens.SECOND_TEXT)
        self.kinds = ItemsLabel(t.lang, tone=tokens.SECOND_TEXT)
        self._below = QWidget()
        self.more = QuietButton("", icon="mdi6.dots-horizontal")
        self.note = TextField(
            t("班のメモ"), size=tokens.BASE_PX, rule=False, placeholder=t("席や持ち物のメモ")
        )
        self.people = GroupPeople(t("班の人"), reading=reading)
        self.name.committed.connect(lambda text: self.written.emit("name", text))
        self.note.committed.connect(lambda text: self.written.emit("note", text))
        self.swatch.clicked.connect(self._open_colours)
        self.more.clicked.connect(self._open_menu)
        for field in (self.name, self.note):
            field.setReadOnly(reading)
        self._arrange(reading=reading)

    def _arrange(self, *, reading: bool) -> None:
        look = theme()
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(look.px(4))
        if self._nobody:
            head.addSpacing(look.px(INSET - 4))
            head.addWidget(self.title, 1)
        else:
            head.addWidget(self.swatch)
            head.addWidget(self.name, 1)
        head.addWidget(self.count)
        head.addWidget(self.more)
        below = self._below
        line = QHBoxLayout(below)
        line.setContentsMargins(look.px(INSET), 0, look.px(INSET), 0)
        line.addWidget(self.kinds)
        column = QVBoxLayout(self)
        margin = look.px(6)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.px(4))
        column.addLayout(head)
        column.addWidget(below)
        column.addWidget(self.people)
        if self._nobody:
            head.addSpacing(look.px(INSET))
        else:
            column.addWidget(self.note)
        for part in (self.swatch, self.name, self.note, self.more, self.title):
            part.setParent(self)  # those that this card does not need are hidden in it
            part.setVisible(not self._nobody)
        self.title.setVisible(self._nobody)
        self.more.setVisible(not self._nobody and not reading)
        self.swatch.setEnabled(not reading)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_group(
        self, group: Group | None, lines: Sequence[PersonLine], kinds: Sequence[str], how_many: int
    ) -> None:
        """Show a group (None for those without one), its people and the kinds among them."""
        t = self._t
        title = t("まだ班のない人")
        if group is not None:
            title = group.name or t("名前のない班")
            self.name.set_text(group.name)
            self.note.set_text(group.note)
            self.swatch.set_colour(str(group.colour))
            words = t(STICKY_WORDS[str(group.colour)])
            self.swatch.setAccessibleName(
                t("{name}の色と記号、{colour}", name=title[:40], colour=words)
            )
            self.name.setAccessibleName(t("{name}の名前", name=title[:40]))
            self.note.setAccessibleName(t("{name}のメモ", name=title[:40]))
            self.more.setAccessibleName(t("{name}の操作", name=title[:40]))
        count = t.plural("{n}人", how_many)
        self.count.setText(count)
        self.kinds.set_items(kinds)
        self._below.setVisible(bool(kinds))
        self.people.setAccessibleName(t("{name}の人、{count}", name=title[:40], count=count))
        self.people.show_people(lines)

    # Menus --------------------------------------------------------------------------------------

    def colour_menu(self) -> QMenu:
        """Return the four colours with their symbols."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, colour in enumerate(StickyColour, 1):
            label = f"&{number}  {self._t(STICKY_WORDS[colour.value])}"
            action = menu.addAction(sticky_icon(colour.value, theme().px(20)), label)
            action.setIconVisibleInMenu(True)
            action.triggered.connect(lambda _=False, one=colour.value: self.colour_asked.emit(one))
        return menu

    def _open_colours(self) -> None:
        corner = self.swatch.mapToGlobal(QPoint(0, self.swatch.height()))
        self.colour_menu().popup(corner)

    def menu(self) -> QMenu:
        """Return what can be done with the group."""
        t = self._t
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, run in (
            (t("前へ動かす"), lambda: self.move_asked.emit(-1)),
            (t("後ろへ動かす"), lambda: self.move_asked.emit(1)),
            (t("この班を消す"), self.delete_asked.emit),
        ):
            menu.addAction(label).triggered.connect(lambda _=False, do=run: do())
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    # Qt's own hooks -----------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Let the card become narrow."""
        return QSize(theme().px(200), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a white sheet with an edge; a blue one while people are held over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme()
        width = look.px(2) if self._over else 1
        painter.setPen(QPen(color(tokens.ACTION if self._over else tokens.HAIRLINE), width))
        painter.setBrush(color(tokens.TINT if self._over else tokens.GROUND))
        half = width / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, look.px(tokens.RADIUS), look.px(tokens.RADIUS))
        painter.end()

    def _hold_over(self, over: bool) -> None:
        self._over = over
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take people."""
        if keys_dragged(event.mimeData()):
            event.acceptProposedAction()
            self._hold_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Wait for others."""
        self._hold_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the people to come here."""
        self._hold_over(False)
        event.acceptProposedAction()
        self.dropped.emit(keys_dragged(event.mimeData()))
