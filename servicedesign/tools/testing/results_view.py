"""What the sessions of a version come to, on screen: as on the summary sheet.

Owns the arrangement. It only shows; what is decided is decided in the sessions.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.testing.results import Said, TaskResult, VersionResult
from servicedesign.tools.testing.words import (
    counts_words,
    honesty_words,
    people_words,
    side_words,
    state_words,
    times_words,
)
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel


class ResultsView(QWidget):
    """A page of words, made anew when it is shown."""

    def __init__(self, t: Translator) -> None:
        """Show nothing yet."""
        super().__init__()
        self.t = t
        self._page = QVBoxLayout(self)
        look = theme()
        self._page.setContentsMargins(look.px(12), look.px(8), look.px(24), look.px(40))
        self._page.setSpacing(look.px(6))

    def lines(self) -> list[str]:
        """Return all texts shown, from above down."""
        return [label.text() for label in self.findChildren(TextLabel)]

    def show_result(self, result: VersionResult) -> None:
        """Show ``result``."""
        while self._page.count():
            item = self._page.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        t = self.t
        self._line(people_words(result, t), size=tokens.SECTION_PX, bold=True)
        self._line(honesty_words(result, t), tone=tokens.SECOND_TEXT)
        for number, task in enumerate(result.tasks, 1):
            self._task(number, task)
        self._marks(result)
        if result.words:
            self._page.addWidget(SectionRule(t("最後に話した言葉")))
            self._said(result.words)
        if result.improvements:
            self._page.addWidget(SectionRule(t("直すこと（次の版へ）")))
            words = state_words(t)
            for code, one in result.improvements:
                self._line(t("{state}　{text}（{code}）", state=words[one.state], text=one.text,
                             code=code), size=tokens.CONTENT_PX)  # fmt: skip
        self._page.addStretch(1)

    def _task(self, number: int, task: TaskResult) -> None:
        t = self.t
        self._page.addWidget(SectionRule())
        title = task.title.strip() or t("課題{number}", number=number)
        self._line(f"{number}　{title}", size=tokens.CONTENT_PX, bold=True)
        self._line(counts_words(task, t), size=tokens.CONTENT_PX)
        times = times_words(task, t)
        if times:
            self._line(t("{label}：{text}", label=t("時間"), text=times))
        for label, said in ((t("つまずき"), task.stumbles), (t("話した言葉"), task.words)):
            if said:
                self._line(label, tone=tokens.SECOND_TEXT)
                self._said(said)

    def _marks(self, result: VersionResult) -> None:
        if not result.marks:
            return
        t = self.t
        self._page.addWidget(SectionRule(t("満足（1人ずつ）")))
        sides = side_words(t)
        for mark in result.marks:
            five = "●" * mark.value + "○" * (5 - mark.value)
            self._line(f"{five}　{mark.value}　{mark.code}　{sides[mark.side]}")

    def _said(self, said: tuple[Said, ...]) -> None:
        for one in said:
            self._line(self.t("{code}：{text}", code=one.code or "—", text=one.text))

    def _line(
        self,
        text: str,
        *,
        size: int = tokens.BASE_PX,
        bold: bool = False,
        tone: str = tokens.TEXT,
    ) -> None:
        if text:
            self._page.addWidget(TextLabel(text, size=size, bold=bold, tone=tone, wrap=True))
