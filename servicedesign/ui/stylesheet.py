"""The one style sheet, made from tokens times the scale and set once on the application.

Owns the look of Qt's own controls (menus, scroll bars, dialogs, lists, tooltips). What the sheet
cannot say (focus ring, marks, chips, buttons) is painted by the widgets.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from servicedesign import tokens

if TYPE_CHECKING:
    from servicedesign.ui.theme import Theme

_SHEET = Template("""
QMainWindow, QDialog, QScrollArea, QStackedWidget { background: $ground; border: none; }
QAbstractScrollArea { background: transparent; border: none; }
QAbstractScrollArea > QWidget#qt_scrollarea_viewport { background: transparent; }
QToolTip { background: $text; color: $ground; border: none; padding: ${p4}px ${p8}px; }
QMenu { background: $ground; border: 1px solid $edge; padding: ${p4}px 0; }
QMenu::item { padding: ${p8}px ${p24}px ${p8}px ${p16}px; min-height: ${menu}px; }
QMenu::icon { padding-left: ${p12}px; }
QMenu::item:selected { background: $tint; color: $action; }
QMenu::item:disabled { color: $edge; }
QMenu::separator { height: 1px; background: $hairline; margin: ${p4}px 0; }
QMenu::section { color: $second; padding: ${p8}px ${p16}px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${bar}px; }
QScrollBar:horizontal { height: ${bar}px; }
QScrollBar::handle { background: $edge; border-radius: ${half}px; margin: ${p2}px; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; }
QScrollBar::handle:hover { background: $second; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QListView, QTreeView, QTableView { background: $ground; border: none; }
QHeaderView { background: $table; border: none; }
QHeaderView#row_head { background: $ground; }
QTableCornerButton::section { background: $table; border: none; }
QTableView#white_table QTableCornerButton::section { background: $ground; border: none; }
QHeaderView::section { background: $table; color: $text; border: none; padding: ${p2}px; }
QProgressBar { background: $table; border: none; border-radius: ${p4}px; height: ${p8}px; }
QProgressBar::chunk { background: $action; border-radius: ${p4}px; }
QLineEdit, QSpinBox, QPlainTextEdit { background: $ground; border: 1px solid $edge;
  border-radius: ${radius}px; padding: ${p4}px ${p8}px; min-height: ${p24}px;
  selection-background-color: $action; selection-color: $ground; }
QTextEdit { background: transparent; border: none;
  selection-background-color: $action; selection-color: $ground; }
QComboBox QAbstractItemView { background: $ground; border: 1px solid $edge; padding: ${p4}px 0;
  selection-background-color: $tint; selection-color: $action; outline: none; }
QComboBox QAbstractItemView::item { min-height: ${row}px; padding: 0 ${p12}px; }
QPushButton { background: $ground; border: 1px solid $edge; border-radius: ${radius}px;
  padding: 0 ${p16}px; min-height: ${button}px; }
QPushButton:hover { background: $table; }
QPushButton:default { background: $action; border-color: $action; color: $ground;
  font-weight: bold; }
QPushButton:default:pressed { background: $pressed; }
""")


def style_sheet(theme: Theme) -> str:
    """Return the sheet for ``theme``."""
    lengths = {f"p{n}": theme.px(n) for n in (2, 4, 8, 12, 16, 24, 32)}
    return _SHEET.substitute(
        lengths,
        text=tokens.TEXT,
        second=tokens.SECOND_TEXT,
        ground=tokens.GROUND,
        table=tokens.TABLE_GROUND,
        edge=tokens.EDGE,
        hairline=tokens.HAIRLINE,
        action=tokens.ACTION,
        pressed=tokens.PRESSED,
        tint=tokens.TINT,
        radius=theme.px(tokens.RADIUS),
        bar=theme.px(12),
        half=theme.px(4),
        menu=theme.px(20),
        row=theme.px(36),
        button=theme.px(34),
    )
