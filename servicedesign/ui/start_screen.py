"""The first screen: begin, go on, look at an example.

Owns its arrangement. It opens nothing itself: what was asked goes to the window as a signal.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import __version__, tokens
from servicedesign.exchange.beginnings import EXAMPLES, TEMPLATES
from servicedesign.exchange.template_files import OwnTemplate, read_shelf
from servicedesign.model.method import PHASE_NUMERALS, PHASE_TITLES
from servicedesign.ui.phase_words import short_titles
from servicedesign.ui.recent import RecentFile
from servicedesign.ui.services import Services
from servicedesign.ui.start_rows import BeginRow, ExampleRow, IconLine
from servicedesign.ui.template_menu import more_button
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.recent_card import RecentCard
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel

LEFT_WIDTH = 520
NARROW = 1200
"""Below this width of the window, in px at 100 %, margins give way."""
SHOWN_FILES = 3
_TOLD = 3
"""Most broken templates that are told of."""

_ICONS = {
    "half-day": "mdi6.calendar-clock",
    "two-day": "mdi6.calendar-month",
    "blank": "mdi6.file-outline",
}
_OWN_ICON = "mdi6.bookmark-outline"


class StartScreen(QWidget):
    """New, recent, examples.

    Signals:
        new_asked: a template's id, or the name of one that the person kept.
        open_asked: a file is to be chosen.
        path_asked: a recent file's path.
        example_asked: an example's id.
        command_asked: the id of a command.
        language_asked: ``ja`` or ``en``.
    """

    new_asked = Signal(str)
    open_asked = Signal()
    path_asked = Signal(str)
    example_asked = Signal(str)
    command_asked = Signal(str)
    language_asked = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        """Build the screen; the small pictures come after it was painted."""
        super().__init__(parent)
        self._services = services
        self._cards: list[RecentCard] = []
        look = theme()
        self._left = self._left_page()
        self._right = self._right_page()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left_scroll = PageScroll(self._left)
        self._left_scroll.setFixedWidth(look.px(LEFT_WIDTH))
        row.addWidget(self._left_scroll)
        row.addWidget(SectionRule(vertical=True))
        row.addWidget(PageScroll(self._right), 1)
        QTimer.singleShot(0, self, self._load_pictures)

    def focus_first(self) -> None:
        """Put the focus on the first thing to press: a recent file, else the first beginning."""
        if self._cards:
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    # Left -------------------------------------------------------------------------------------

    def _left_page(self) -> QWidget:
        look, t = theme(), self._services.t
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(look.px(72), look.px(64), look.px(44), look.px(24))
        box.setSpacing(0)
        box.addWidget(TextLabel(t("サービスデザイン工房"), size=32, bold=True, wrap=True))
        box.addSpacing(look.px(12))
        words = t(
            "住民の困りごとから、提案できるサービスまで。\n四つの段階を、ひとつのファイルで進めます。"
        )
        box.addWidget(TextLabel(words, size=tokens.CONTENT_PX, wrap=True))
        box.addSpacing(look.px(28))
        box.addWidget(self._phases())
        box.addSpacing(look.px(40))
        box.addWidget(SectionRule(t("新しく始める")))
        for number, template in enumerate(TEMPLATES):
            icon, first = _ICONS[template.id], number == 0
            row = BeginRow(icon, t(template.title), t(template.summary), t("始める"), first=first)
            row.button.clicked.connect(lambda _=False, name=template.id: self.new_asked.emit(name))
            if first:
                self._first = row.button
            box.addWidget(row)
        self._own = QVBoxLayout()
        self._own.setSpacing(0)
        box.addLayout(self._own)
        self._show_own()
        box.addStretch(1)
        box.addSpacing(look.px(24))
        box.addWidget(self._foot())
        return page

    def _show_own(self, changed: str | None = None) -> None:
        """List the templates that the person kept, and tell of files that are none.

        ``changed`` is the name of one that was renamed just now, or empty after one was deleted.
        """
        while (item := self._own.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        t, shelf = self._services.t, read_shelf()
        for template in shelf.templates:
            row = self._own_row(template)
            self._own.addWidget(row)
            if template.title == changed:
                row.button.setFocus(Qt.FocusReason.TabFocusReason)
        for error in shelf.broken[:_TOLD]:
            self._own.addSpacing(theme().px(8))
            self._own.addWidget(
                IconLine("mdi6.file-alert-outline", t(error.what), tone=tokens.WARNING)
            )
        if changed == "":
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def _own_row(self, template: OwnTemplate) -> BeginRow:
        t = self._services.t
        row = BeginRow(_OWN_ICON, template.title, template.summary, t("始める"), first=False)
        row.button.clicked.connect(lambda _=False: self.new_asked.emit(template.title))
        row.add_more(more_button(lambda: template, t, self._show_own))
        return row

    def _phases(self) -> QWidget:
        look, t = theme(), self._services.t
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(0)
        for column, (phase, numeral) in enumerate(PHASE_NUMERALS.items()):
            grid.addWidget(TextLabel(numeral, size=28, bold=True), 0, column)
            title = PHASE_TITLES[phase]
            words = _TWO_LINES[title] if t.lang == "ja" else short_titles(t)[phase]
            label = TextLabel(words, wrap="\n" in words)
            label.setMinimumWidth(label.sizeHint().width())
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, 1, column)
            grid.setColumnStretch(column, 1)
        return row

    def _foot(self) -> QWidget:
        t = self._services.t
        foot = QWidget()
        row = FlowLayout(foot, gap=12)
        settings = QuietButton(t("設定"), icon="mdi6.cog-outline")
        keys = QuietButton(t("キー操作の一覧"), key="F1", icon="mdi6.keyboard-outline")
        other = "ja" if self._services.lang == "en" else "en"
        language = QuietButton("日本語" if other == "ja" else "English")
        settings.clicked.connect(lambda: self.command_asked.emit("settings"))
        keys.clicked.connect(lambda: self.command_asked.emit("keys"))
        language.clicked.connect(lambda: self.language_asked.emit(other))
        for button in (settings, keys, language):
            row.addWidget(button)
        return foot

    # Right ------------------------------------------------------------------------------------

    def _right_page(self) -> QWidget:
        look, t = theme(), self._services.t
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(look.px(64), look.px(64), look.px(72), look.px(24))
        box.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(TextLabel(t("最近のファイル"), size=tokens.SECTION_PX, bold=True))
        head.addStretch(1)
        button = SecondaryButton(t("ファイルを開く"), key="Ctrl+O", icon="mdi6.folder-open-outline")
        button.clicked.connect(self.open_asked)
        head.addWidget(button)
        box.addLayout(head)
        box.addSpacing(look.px(16))
        self._add_recent(box)
        box.addSpacing(look.px(24))
        box.addWidget(SectionRule(t("見本を開く")))
        for example in EXAMPLES:
            row = ExampleRow(t(example.title), t(example.summary), t("開く"))
            row.pressed_row.connect(lambda name=example.id: self.example_asked.emit(name))
            box.addWidget(row)
        box.addStretch(1)
        box.addSpacing(look.px(24))
        foot = QHBoxLayout()
        words = t("通信はしません。書いたものは、このパソコンと選んだ場所だけに残ります。")
        foot.addWidget(IconLine("mdi6.lock-outline", words), 1)
        version = ".".join(__version__.split(".")[:2])
        foot.addWidget(TextLabel(t("第{version}版", version=version), tone=tokens.SECOND_TEXT))
        box.addLayout(foot)
        return page

    def _add_recent(self, box: QVBoxLayout) -> None:
        look, t = theme(), self._services.t
        files = self._services.recent.all()
        there = [file for file in files if not file.missing][:SHOWN_FILES]
        if there:
            row = QHBoxLayout()
            row.setSpacing(look.px(20))
            for file in there:
                card = RecentCard(file, t, self._services.clock())
                card.clicked.connect(lambda _=False, path=file.path: self.path_asked.emit(path))
                self._cards.append(card)
                row.addWidget(card, 1)
            for _ in range(SHOWN_FILES - len(there)):
                row.addStretch(1)
            box.addLayout(row)
        else:
            words = t("まだありません。下の見本を開くと、ひととおりの流れが分かります。")
            box.addWidget(TextLabel(words, size=tokens.CONTENT_PX, wrap=True))
        for file in [file for file in files if file.missing][:2]:
            box.addSpacing(look.px(12))
            box.addWidget(self._missing(file))

    def _missing(self, file: RecentFile) -> QWidget:
        t = self._services.t
        if on_stick(file.path):
            text = t("「{name}」はUSBメモリにあります。差し込むと開けます。", name=file.name)
            return IconLine("mdi6.usb-flash-drive-outline", text, tone=tokens.WARNING)
        text = t(
            "「{name}」が元の場所にありません。移したときは、そこから開けます。", name=file.name
        )
        return IconLine("mdi6.file-question-outline", text, tone=tokens.WARNING)

    def _set_sides(self, page: QWidget, left: int, right: int) -> None:
        box = page.layout()
        if box is not None:
            old = box.contentsMargins()
            box.setContentsMargins(left, old.top(), right, old.bottom())

    def _load_pictures(self) -> None:
        for card in self._cards:
            card.load_picture()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the left part less room in a narrow window."""
        super().resizeEvent(event)
        look = theme()
        narrow = self.width() < look.px(NARROW)
        side = look.px(32 if narrow else 72)
        inner = look.px(24 if narrow else 64)
        self._set_sides(self._left, side, look.px(24 if narrow else 44))
        self._set_sides(self._right, inner, side)
        share = self.width() * 9 // 20 if narrow else look.px(LEFT_WIDTH)
        self._left_scroll.setFixedWidth(max(share, self._left.minimumSizeHint().width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(tokens.GROUND))
        painter.end()


_TWO_LINES = {
    "ニーズの発見": "ニーズの\n発見",
    "アイデアの創出": "アイデアの\n創出",
    "試作とテスト": "試作と\nテスト",
    "提供に向けて": "提供に\n向けて",
}
"""Where the Japanese titles break, so that no word is split."""


def on_stick(path: str) -> bool:
    """Tell whether ``path`` looks like a stick or another drive that comes and goes."""
    slashed = path.replace("\\", "/")
    if slashed.startswith(("/media/", "/run/media/", "/mnt/", "/Volumes/")):
        return True
    return slashed[1:3] == ":/" and slashed[0].upper() not in "AC"
