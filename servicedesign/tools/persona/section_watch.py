"""Whether one is in the empathy map, at the end of the form, or in the persona before it.

Owns the watching of focus and scrolling. What follows from it is the editor's.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from servicedesign.tools.persona.persona_form import PersonaForm
from servicedesign.ui.widgets.page_scroll import PageScroll


class SectionWatch(QObject):
    """Knows the part of the form that is in use: where the focus is in view, else what is seen.

    Signals:
        moved: the other part is in use now.
        scrolled: the page moved.
    """

    moved = Signal()
    scrolled = Signal()

    def __init__(self, form: PersonaForm, scroll: PageScroll) -> None:
        """Watch ``form`` in ``scroll``."""
        super().__init__(scroll)
        self._form = form
        self._scroll = scroll
        self._in_empathy = False
        scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def in_empathy(self) -> bool:
        """Tell whether the empathy map is in use."""
        return self._in_empathy

    def follow(self, focus: QWidget) -> None:
        """Note that ``focus``, somewhere in the form, has the focus."""
        self._set(in_it=self._form.empathy_section.isAncestorOf(focus))

    def _on_scrolled(self) -> None:
        self.scrolled.emit()
        if not self._focus_in_view():
            begins = self._form.empathy_top() - self._scroll.verticalScrollBar().value()
            self._set(in_it=begins < self._scroll.viewport().height() // 2)

    def _focus_in_view(self) -> bool:
        focus = QApplication.focusWidget()
        if focus is None or not self._form.isAncestorOf(focus):
            return False
        top = focus.mapTo(self._form, QPoint(0, 0)).y() - self._scroll.verticalScrollBar().value()
        return 0 <= top < self._scroll.viewport().height()

    def _set(self, *, in_it: bool) -> None:
        if in_it != self._in_empathy:
            self._in_empathy = in_it
            self.moved.emit()
