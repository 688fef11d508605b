"""The head of a board: its question, how many ideas there are, and other boards.

Owns the counter with its gentle line of pace: quantity comes before quality (report ch. 7 §2(2)).
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Board
from servicedesign.tools.board.rules import IDEAS, MINUTES
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_label import TextLabel


class Counter(QWidget):
    """The number of ideas, and a line that fills on the way to ``IDEAS``."""

    def __init__(self, t: Translator) -> None:
        """Show no ideas."""
        super().__init__()
        self.t = t
        self._count = 0
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_count(self, count: int) -> None:
        """Show ``count`` ideas."""
        if count != self._count:
            self._count = count
            self._tell()

    def set_short(self, short: bool) -> None:
        """Show the number alone where there is no room for more, or all of it."""
        if short is not self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def whole_width(self) -> int:
        """Return the width of number, line and aim."""
        return ceil(sum(self._widths())) + theme().px(5 + 8 + 8) + 2

    def count(self) -> int:
        """Return the number shown."""
        return self._count

    def _tell(self) -> None:
        words = self.t(
            "アイデア{count}案、{minutes}分で{aim}案が目安",
            count=self._count, minutes=MINUTES, aim=IDEAS,
        )  # fmt: skip
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def _parts(self) -> tuple[str, str, str]:
        aim = self.t("目安は{minutes}分で{aim}", minutes=MINUTES, aim=IDEAS)
        return str(self._count), self.t.context("counter", "案"), aim

    def _widths(self) -> tuple[float, float, float, float]:
        look = theme()
        number, unit, pace = self._parts()
        small = QFontMetricsF(look.font())
        large = QFontMetricsF(look.font(tokens.TITLE_PX, bold=True))
        line = float(look.px(56))
        return (
            large.horizontalAdvance(number), small.horizontalAdvance(unit), line,
            small.horizontalAdvance(pace),
        )  # fmt: skip

    def sizeHint(self) -> QSize:
        """Return the size of number, line and aim."""
        look = theme()
        number, unit, *_ = self._widths()
        short = ceil(number + unit) + look.px(5) + 2
        return QSize(short if self._short else self.whole_width(), look.px(36))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint number, unit, line and aim."""
        look = theme()
        painter = QPainter(self)
        number, unit, pace = self._parts()
        wide, unit_wide, line, _ = self._widths()
        flags = int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft).value)
        height = self.height()
        painter.setPen(color(tokens.TEXT))
        painter.setFont(look.font(tokens.TITLE_PX, bold=True))
        painter.drawText(QRectF(0, -1, wide + 4, height), flags, number)
        painter.setFont(look.font())
        x = wide + look.px(5)
        painter.drawText(QRectF(x, look.px(2), unit_wide + 2, height), flags, unit)
        if self._short:
            painter.end()
            return
        x += unit_wide + look.px(8)
        thick = look.px(4)
        bar = QRectF(x, (height - thick) / 2, line, thick)
        painter.fillRect(bar, color(tokens.HAIRLINE))
        bar.setWidth(line * min(1.0, self._count / IDEAS))
        painter.fillRect(bar, color(tokens.TEXT))
        x += line + look.px(8)
        painter.setPen(color(tokens.SECOND_TEXT))
        painter.drawText(QRectF(x, 0, self.width() - x, height), flags, pace)
        painter.end()


class BoardHead(QWidget):
    """Question, counter, the board in view where there are several, and ways to look at it.

    Signals:
        board_chosen: another board is wanted, its id.
        view_chosen: another way to look at it is wanted.
        rules_asked: the rules of brainstorming are to be shown.
    """

    board_chosen = Signal(str)
    view_chosen = Signal(str)
    rules_asked = Signal()

    def __init__(self, t: Translator) -> None:
        """Show nothing yet."""
        super().__init__()
        look = theme()
        self.t = t
        self._question = TextLabel(tone=tokens.SECOND_TEXT)
        self._question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.counter = Counter(t)
        self._boards = Select(t("ボード"))
        self._boards.activated.connect(self._on_board)
        self._rules = rules = QuietButton(t("約束"), key="R")
        rules.setToolTip(t("ブレインストーミングの約束を大きく見せます"))
        rules.clicked.connect(self.rules_asked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(16))
        self._row.addWidget(self._question, 1)
        self._row.addWidget(self._boards)
        self._row.addWidget(rules)
        self._row.addWidget(self.counter)
        self._switch: ChoiceSwitch | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave line and aim out where they would push the other controls out of sight."""
        super().resizeEvent(event)
        self._spare()

    def _spare(self) -> None:
        items = [self._row.itemAt(at) for at in range(self._row.count())]
        widgets = [item.widget() for item in items if item is not None]
        gap, own = self._row.spacing(), (self._question, self.counter, self._rules)
        rest = gap
        for one in widgets:
            if one is not None and one not in own and not one.isHidden():
                rest += one.sizeHint().width() + gap
        rules = self._rules.sizeHint().width() + gap
        room = self.width() - rest
        self.counter.set_short(rules + self.counter.whole_width() > room)
        self._rules.setVisible(rules + self.counter.sizeHint().width() <= room)

    def show_question(self, number: int, sentence: str, fallback: str) -> None:
        """Show the question of the board, or ``fallback`` where it has none."""
        asked = self.t("問い{number}　{sentence}", number=number, sentence=sentence)
        words = asked if number else fallback
        self._question.setText(words)
        self._question.setToolTip(plain(words))

    def show_boards(self, boards: tuple[Board, ...], current: str) -> None:
        """Offer ``boards`` where there are several."""
        known = [(self._boards.itemData(i), self._boards.itemText(i))
                 for i in range(self._boards.count())]  # fmt: skip
        wanted = [
            (board.id, board.title or self.t("ボード{number}", number=number))
            for number, board in enumerate(boards, 1)
        ]
        if wanted != known:
            self._boards.clear()
            for key, label in wanted:
                self._boards.add(key, label)
        self._boards.set_value(current)
        self._boards.setVisible(len(boards) > 1)

    def set_views(self, choices: list[Choice], current: str) -> None:
        """Offer ways to look at the board; one alone is no choice and is not shown."""
        if self._switch is not None:
            self._row.removeWidget(self._switch)
            self._switch.deleteLater()
            self._switch = None
        if len(choices) > 1:
            self._switch = ChoiceSwitch(self.t("並べ方"), choices, value=current)
            self._switch.chosen.connect(self.view_chosen)
            self._row.addWidget(self._switch)

    def show_view(self, value: str) -> None:
        """Show which way to look at the board is the present one."""
        if self._switch is not None:
            self._switch.set_value(value)

    def add_control(self, control: QWidget) -> None:
        """Add a control after those there are."""
        self._row.addWidget(control)

    def _on_board(self, _index: int) -> None:
        value = self._boards.value()
        if isinstance(value, str):
            self.board_chosen.emit(value)
