"""One prototype in the strip: its code, its latest version, how far it is, its name.

Owns what stands in the tab.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.marks import SIGN_WORDS, Sign
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.record_tab import RecordTab


@dataclass(frozen=True, slots=True)
class TabView:
    """What a tab shows: id, code, name, the number of the latest version, how far it is."""

    id: str
    code: str
    name: str
    latest: int
    sign: Sign


class ProtoTab(RecordTab):
    """Code and version over the name."""

    USUAL = 240
    LEAST = 120

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty tab."""
        super().__init__(t, parent)
        self._view = TabView("", "", "", 0, Sign.NONE)

    def show_view(self, view: TabView) -> None:
        """Show ``view``."""
        self._view = view
        name, state = self._name(), self._t(SIGN_WORDS[view.sign])
        self.setAccessibleName(f"{self._head()}、{name}、{state}")
        self.setToolTip(plain(f"{self._head()}\n{name}\n{state}"))
        self.update()

    def _name(self) -> str:
        return self._view.name.strip() or self._t("名前のない試作")

    def _head(self) -> str:
        version = self._t("第{number}版", number=self._view.latest)
        return f"{self._view.code}  {version}".strip()

    def _paint_inside(self, painter: QPainter) -> None:
        sign = self._paint_sign(painter, self._view.sign)
        head = self._head_box()
        head.setRight(sign.left())
        painter.setFont(theme().font())
        painter.setPen(color(tokens.SECOND_TEXT))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter.value), self._head())
        self._paint_title(painter, self._name())
