"""The timetable on screen: a table to write it in, and the view it is carried out from.

Owns which of the two is shown, and what the shell asks. Gestures in the table are in
``table_hands``, those of the run in ``run_hands``; what time it is, the desk knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesign.model import AgendaItem
from servicedesign.tools.agenda.audience import DayPage, NowPage
from servicedesign.tools.agenda.concerns import concerns_of
from servicedesign.tools.agenda.empty import no_agenda
from servicedesign.tools.agenda.head import running_actions, writing_actions
from servicedesign.tools.agenda.layout import AgendaLayout
from servicedesign.tools.agenda.rows import AgendaRows
from servicedesign.tools.agenda.run_desk import RunDesk
from servicedesign.tools.agenda.run_hands import RunHands
from servicedesign.tools.agenda.run_state import RunPhase, RunState, gather_run
from servicedesign.tools.agenda.run_view import RunView
from servicedesign.tools.agenda.running import is_begun
from servicedesign.tools.agenda.table_hands import TableHands
from servicedesign.tools.agenda.templates import use_template
from servicedesign.ui.dialogs.message_dialog import MessageDialog
from servicedesign.ui.editor import Editor, HeadAction

if TYPE_CHECKING:
    from servicedesign.model import Record
    from servicedesign.store import ChangeSet
    from servicedesign.tools.agenda.timetable import DayPlan
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_page import AudiencePage


class AgendaEditor(Editor):
    """The editor of the timetable.

    Attributes:
        desk: the run, as long as the program is open.
    """

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the table, the run that goes on, or how to begin."""
        super().__init__(context, parent)
        self._begun = False
        self._running = False
        self._run_day = 0
        self._head_state: tuple[object, ...] = ()
        self.desk = RunDesk(context, self)
        self._rows = AgendaRows(context.project, context.t)
        self._view = AgendaLayout(context.t, self._rows, reading=context.read_only)
        self._run_view = RunView(context.t)
        self._hands = TableHands(context, self._rows, self._view)
        self.run = RunHands(context, self.desk, self.show_run, self.day)
        self._empty = no_agenda(context, self.use_template, self.begin, self.paste)
        self._stack = QStackedLayout(self)
        for page in (self._empty, self._view, self._run_view):
            self._stack.addWidget(page)
        self._connect()
        self._running = self.desk.current() is not None
        self.refresh(None)
        QTimer.singleShot(0, self, self.desk.resume_timer)

    def _connect(self) -> None:
        view, run = self._run_view, self.run
        view.next_asked.connect(run.go_on)
        view.skip_asked.connect(run.skip)
        view.back_asked.connect(run.back)
        view.give_asked.connect(run.give)
        view.tool_asked.connect(run.open_tool)
        view.end_asked.connect(run.end)
        view.steps.start_asked.connect(run.start)
        view.steps.skip_asked.connect(run.turn_skipped)
        self.desk.ticked.connect(self._on_tick)
        self.desk.changed.connect(self._on_run_changed)
        self.desk.told.connect(self._tell)
        self._view.table.place_changed.connect(self._tell_head)

    # What the shell asks ------------------------------------------------------------------------

    def body_margins(self) -> tuple[int, int]:
        """Return room for the focus ring beside the table."""
        return 32, 18

    def body_least(self) -> int:
        """Return the room for all columns."""
        return 1090

    def entrance(self) -> QWidget | None:
        """Return the table, or the button that leads on."""
        if not self._shown():
            return None
        if self._running:
            forward = self._run_view.forward
            return self._run_view.steps if forward.isHidden() else forward
        return self._view.table.live

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the facilitator's timetable."""
        return "agenda", None

    def record_in_view(self) -> Record | None:
        """Return the step that runs, or the one in use."""
        if self._running:
            return self.desk.current()
        return self._rows.item(self._view.table.row())

    def heading(self) -> str:
        """Return the title of the view."""
        if self._running and self._shown():
            t = self.context.t
            days = len(self._rows.plans)
            return t("{n}日目を進める", n=self.day()) if days > 1 else t.context("view", "進行")
        return ""

    def summary(self) -> str:
        """Return what the view is for."""
        if self._running and self._shown():
            return self.context.t("項目を始めると、使う道具が開きます。Ctrl+Mでもどれます。")
        return ""

    def head_actions(self) -> Sequence[HeadAction]:
        """Return the buttons of table or run."""
        if not self._shown():
            return ()
        items = self.context.project.all(AgendaItem)
        if not self._running:
            going = self.desk.current() is not None
            return writing_actions(self.context, self.use_template, self.run.show, going=going)
        begun = is_begun(item for item in items if item.day == self.day())
        days = () if self.desk.current() is not None else self._days()
        return running_actions(self.context, self.show_table, self.run.forget, days, begun=begun)

    def _days(self) -> Sequence[HeadAction]:
        t, here = self.context.t, self.day()
        return [
            HeadAction(t("{n}日目", n=plan.day), self._choosing(plan.day), ticked=plan.day == here)
            for plan in self._rows.plans
        ]

    def _choosing(self, day: int) -> Callable[[], object]:
        return lambda: self._choose_day(day)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        if self.context.read_only or (self._running and self._shown()):
            return {}
        if not self._shown():
            return {"more": self.begin}
        return {"more": self._hands.insert, "edit": self._view.table.edit_here}

    def everywhere(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys of the run do in every view."""
        return {"agenda_run": self.turn_run, "agenda_next": self.run.go_on}

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show the row of a step, and go to ``field`` when given; a run stays in view without."""
        if self.context.project.find(AgendaItem, record_id) is None:
            return False
        if self._running and not field:
            return True
        self.show_table()
        if not self._view.table.go_to_key(record_id, field):
            return False
        if field:
            self._view.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def audience_page(self) -> AudiencePage | None:
        """Return what runs now, or the day at a glance."""
        if not self._rows.plans:
            return None
        if self._running or self.desk.current() is not None:
            return NowPage(self.context, self.run_state)
        return DayPage(self.context, self._plan_in_use)

    def stop(self) -> None:
        """Count no more."""
        self.desk.stop()

    # Refreshing ---------------------------------------------------------------------------------

    def _shown(self) -> bool:
        """Tell whether table or run are shown, and not how to begin."""
        return self._begun or bool(self._rows.plans)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show the timetable as it now is."""
        if changes is not None and not any(
            change.kind == AgendaItem.KIND for change in changes.changes
        ):
            return
        self._rows.reload()
        self._view.table.refresh()
        t = self.context.t
        several = len(self._rows.plans) > 1
        found = [one for plan in self._rows.plans for one in concerns_of(plan, t)]
        self._view.notices.show_notices(
            [f"{t('{n}日目', n=one.day)}　{one.words}" if several else one.words for one in found]
        )
        self._show_page()

    def _show_page(self) -> None:
        page: QWidget = self._empty
        if self._shown():
            page = self._run_view if self._running and self._rows.plans else self._view
        if page is self._run_view:
            self._show_state()
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            self.audience_changed.emit()
        self._tell_head()

    def run_state(self) -> RunState:
        """Return how the run of the day stands now."""
        return gather_run(self.desk, self.day())

    def _show_state(self) -> None:
        state = self.run_state()
        self._run_view.show_run(
            state, tool_usable=self.run.can_open(state.tool), locked=self.run.locked()
        )
        self._show_clock(state)

    def _show_clock(self, state: RunState) -> None:
        runs = state.phase is RunPhase.RUNNING
        left = self.desk.left() if runs else float(state.whole)
        self._run_view.clock.show_time(left, state.whole, running=runs, paused=self.desk.paused())

    def _on_tick(self) -> None:
        if self._running and self.isVisible():
            self._show_state()

    def _on_run_changed(self) -> None:
        if self.desk.current() is not None and not self._running:
            self._running = True
        self._show_page()
        self.audience_changed.emit()

    def _tell(self, words: str, minutes: int) -> None:
        """Tell what happened to the clocks, and offer the minutes that were slept through."""
        shell, t = self.context.shell, self.context.t
        if minutes and not self.context.read_only:
            label = t.plural("{n}分足す", minutes)
            shell.warn(words, label, lambda: self.run.give(minutes))
        else:
            shell.warn(words)

    def _tell_head(self) -> None:
        """Ask for the head anew when it would differ."""
        state = (
            self._shown(),
            self._running,
            self.day() if self._running else 0,
            self.desk.current() is not None,
            is_begun(self.context.project.all(AgendaItem)),
            len(self._rows.plans),
        )
        if state != self._head_state:
            self._head_state = state
            self.head_changed.emit()

    # Days ---------------------------------------------------------------------------------------

    def day(self) -> int:
        """Return the day that runs, was chosen, or is in use in the table."""
        current = self.desk.current()
        if current is not None:
            return current.day
        days = [plan.day for plan in self._rows.plans]
        if self._run_day in days:
            return self._run_day
        item = self._rows.item(self._view.table.row())
        if item is not None:
            return item.day
        return days[0] if days else 1

    def _plan_in_use(self) -> DayPlan | None:
        return self.desk.plan(self.day())

    def _choose_day(self, day: int) -> None:
        self._run_day = day
        self._show_page()
        self.audience_changed.emit()

    # Table, run and templates -------------------------------------------------------------------

    def begin(self) -> None:
        """Show the empty table, ready to be typed into."""
        self._begun = True
        self._show_page()
        self._view.table.go_to_key("", "")
        self._view.table.go(0, 3)
        self._view.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def paste(self) -> None:
        """Paste the block on the clipboard behind the others."""
        self.begin()
        self._hands.paste()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a list from a spreadsheet where none is begun: the table itself is not there yet."""
        begun = self._shown() or self.context.read_only
        if event.matches(QKeySequence.StandardKey.Paste) and not begun:
            self.paste()
        else:
            super().keyPressEvent(event)

    def show_run(self) -> None:
        """Show the view that the timetable is carried out from."""
        if not self._rows.plans:
            return
        if not self._running:
            self._run_day = self.day()
        self._running = True
        self._show_page()
        entrance = self.entrance()
        if self.isVisible() and entrance is not None:
            entrance.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_table(self) -> None:
        """Show the table."""
        if not self._running:
            return
        self._running = False
        self._run_day = 0
        self._show_page()
        if self.isVisible():
            self._view.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_run(self) -> None:
        """Go from anywhere to the run, and from the run to the tool of its step."""
        if self.isVisible() and self._running and self._shown():
            self.run.open_tool()
        else:
            self.run.show()

    def use_template(self, template_id: str) -> None:
        """Put a template in the place of the timetable; one that has steps is asked about."""
        self.flush()
        t, project = self.context.t, self.context.project
        count = len(project.all(AgendaItem))
        if count:
            question = MessageDialog(
                t("進行表を置きかえますか"),
                [
                    t.plural("いまの{n}項目が、ひな形の項目に替わります。", count),
                    t("「元に戻す」で、いまの進行表に戻せます。"),
                ],
                [t.context("button", "やめる"), t("置きかえる")],
                self.window(),
            )
            if question.ask() != 1:
                return
        use_template(project, template_id, self.context.lang)
        self.show_table()
        self._view.table.go(0, 3)
        self._view.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if count:
            self.context.shell.toast(t("ひな形の進行表にしました。"), undo=True)
