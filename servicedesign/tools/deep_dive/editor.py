"""Deep-dives on screen: one open to be written, or presented to the room.

Owns which deep-dive is shown, in which of the two ways, and the way from a gesture to an action.
The rules are in ``actions`` and ``making``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from servicedesign.model import DeepDive, Frame, Group, Note
from servicedesign.tools import deepening
from servicedesign.tools.deep_dive import actions, views
from servicedesign.tools.deep_dive.audience import DivePage
from servicedesign.tools.deep_dive.beginning import Beginning
from servicedesign.tools.deep_dive.dive_form import DiveForm
from servicedesign.tools.deep_dive.dive_strip import DiveStrip
from servicedesign.tools.deep_dive.empty import NoDive
from servicedesign.tools.deep_dive.head import head_actions, presenting_actions
from servicedesign.tools.deep_dive.presenting import Presenting
from servicedesign.tools.deep_dive.telling import told_of_deletion
from servicedesign.tools.deep_dive.writing import Writing
from servicedesign.ui.editor import Editor, HeadAction
from servicedesign.ui.evidence_picking import pick_evidence
from servicedesign.ui.widgets.page_scroll import PageScroll

if TYPE_CHECKING:
    from servicedesign.model import Record
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_page import AudiencePage

_MINE = frozenset({"deep_dive", "group"})
_BEHIND = frozenset(
    {"note", "cluster", "issue", "cell", "how_might_we", "board", "persona", "journey_map", "link"}
    | {"vote_round", "finding", "interview", "interview_entry"}
)
"""Kinds that stand behind a deep-dive: their changes may concern its chips and offers."""


class DeepDiveEditor(Editor):
    """The editor of deep-dives."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the first deep-dive."""
        super().__init__(context, parent)
        self._current = ""
        self._presents = False
        self._head_state: tuple[object, ...] = ()
        self._strip = DiveStrip(context)
        self.form = DiveForm(context)
        self._scroll = PageScroll(self.form)
        self.presenting = Presenting(context)
        self._beginning = Beginning(self)
        self._writing = Writing(self)
        begin = self._beginning
        self._empty = NoDive(context, begin.from_choice, begin.pick, begin.empty)
        self._stack = QStackedLayout(self)
        for part in (self._empty, self._scroll, self.presenting):
            self._stack.addWidget(part)
        self._connect()
        self.refresh(None)

    def _connect(self) -> None:
        strip, form = self._strip, self.form
        strip.chosen.connect(self.show_dive)
        strip.add_asked.connect(self._beginning.open_menu)
        strip.delete_asked.connect(self.delete_dive)
        strip.move_asked.connect(self._move)
        strip.deal_asked.connect(self._deal)
        form.origin.opened.connect(self.context.shell.go)
        form.origin.join_asked.connect(self._beginning.join)
        form.origin.link_asked.connect(self.link)
        self.presenting.next_asked.connect(self.present_next)
        self.presenting.left.connect(self.stop_presenting)

    # What the shell asks ----------------------------------------------------------------------

    def strip(self) -> QWidget | None:
        """Return the strip of deep-dives, when there are any."""
        return self._strip if self._current else None

    def entrance(self) -> QWidget | None:
        """Return the current deep-dive: arrows go from one to another; or the questions."""
        if self._presents:
            return self.presenting.comments.field
        return self._strip.current_tab()

    def body_margins(self) -> tuple[int, int]:
        """Return margins such that the fields stand in line with the head's title."""
        return 20, 4

    def body_least(self) -> int:
        """Return the width of the body; presenting wants more of it."""
        return 1000 if self._presents else 620

    def summary(self) -> str:
        """Return what presenting is for, while it is in view."""
        t = self.context.t
        return t("班ごとに発表し、質問と意見を書きとめます。") if self._presents else ""

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the sheet of the deep-dive in view."""
        return "deep-dive", self._current or None

    def record_in_view(self) -> Record | None:
        """Return the frame in use, else the deep-dive in view."""
        project = self.context.project
        frame = project.find(Frame, self.form.storyboard.frame_in_use())
        return frame or self.dive()

    def head_actions(self) -> Sequence[HeadAction]:
        """Return what was chosen and is not begun, presenting, and the next step of the method."""
        if not self._current:
            return ()
        if self._presents:
            return presenting_actions(self.context, self.stop_presenting)
        return head_actions(self.context, self._beginning.from_choice, self.present)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        some: dict[str, Callable[[], object]] = {}
        if self._current:
            some["present"] = self.stop_presenting if self._presents else self.present
        if self._presents:
            some |= {
                "next_group": lambda: self.present_next(1),
                "previous_group": lambda: self.present_next(-1),
            }
            return some
        if not self.context.read_only:
            some["more"] = self.more
            if self._current:
                some |= {"link": self.link, "edit": lambda: self.form.go_to("title")}
        return some

    def audience_page(self) -> AudiencePage | None:
        """Return the deep-dive in view, large."""
        if self._presents:
            return self.presenting.make_page()
        return DivePage(self.context, self._current) if self._current else None

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show a deep-dive or a frame of one, and put the focus on ``field`` when it is given."""
        frame = self.context.project.find(Frame, record_id)
        dive_id = frame.deep_dive_id if frame is not None else record_id
        if self.context.project.find(DeepDive, dive_id) is None:
            return False
        self.stop_presenting()
        self.show_dive(dive_id or "")
        if frame is not None:
            return self.form.storyboard.go_to(frame.id, field)
        return not field or self.form.go_to(field) or True

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed: all when ``changes`` is None, else only what is in view of it."""
        kinds = {change.kind for change in changes.changes} if changes is not None else set()
        if changes is None or kinds & _MINE:
            self._show_all()
        elif kinds & _BEHIND:
            self._show_knowledge()
            self._show_strip()
            self._tell_head()
        if "frame" in kinds and not kinds & _MINE:
            self._show_strip()
        self.form.storyboard.refresh(changes)
        if self._presents:
            self.presenting.refresh_page(changes)

    def _show_all(self) -> None:
        project = self.context.project
        ids = [dive.id for dive in actions.ordered_dives(project)]
        before = self._current
        if before not in ids:
            self._current = self._near(ids)
        if not self._current:
            self._presents = False
        self._show_strip()
        self._show_page()
        if self._current != before:
            owner = actions.owner(self._current) if self._current else None
            self.form.storyboard.show_owner(owner)
            self.target_changed.emit()
        dive = self.dive()
        if dive is not None:
            self.form.show_groups(project.all(Group), dive.group_id)
            self.form.show_dive(dive)
            self._show_knowledge()
            self._show_presenting(dive)
        self._tell_head()

    def _near(self, ids: Sequence[str]) -> str:
        """Return the deep-dive in the place of one that is gone, else the first."""
        shown = [tab_id for tab_id in self._strip.ids() if tab_id in ids or tab_id == self._current]
        if not ids or self._current not in shown:
            return ids[0] if ids else ""
        return ids[min(shown.index(self._current), len(ids) - 1)]

    def _show_strip(self) -> None:
        project = self.context.project
        dives = actions.ordered_dives(project)
        self._strip.show_dives([views.tab_view(project, dive) for dive in dives], self._current)

    def _show_page(self) -> None:
        project = self.context.project
        if not self._current:
            ideas = len(project.all(Note))
            self._empty.show_count(len(deepening.not_begun(project)), ideas)
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(self.presenting if self._presents else self._scroll)

    def _show_knowledge(self) -> None:
        dive, project = self.dive(), self.context.project
        if dive is None:
            self._show_page()
            return
        self.form.origin.show_origin(views.origin_view(project, dive, self.context.t))
        self.form.show_offers(views.offers(project, dive, self.context.t))

    def _show_presenting(self, dive: DeepDive) -> None:
        if not self._presents:
            return
        project = self.context.project
        dives = actions.ordered_dives(project)
        place = [one.id for one in dives].index(dive.id)
        after = dives[place + 1] if place + 1 < len(dives) else None
        following = views.tab_view(project, after) if after is not None else None
        self.presenting.show_dive(dive, views.tab_view(project, dive), following)

    def _tell_head(self) -> None:
        """Ask for head and commands anew when they would differ."""
        project = self.context.project
        state = (
            bool(self._current),
            self._presents,
            len(deepening.not_begun(project)),
            actions.progress(project),
        )
        if state != self._head_state:
            self._head_state = state
            self.head_changed.emit()

    # Deep-dives -------------------------------------------------------------------------------

    def current(self) -> str:
        """Return the id of the deep-dive in view, or empty."""
        return self._current

    def dive(self) -> DeepDive | None:
        """Return the deep-dive in view, or None."""
        return self.context.project.find(DeepDive, self._current)

    def show_dive(self, dive_id: str) -> None:
        """Show another deep-dive; what was typed of this one is written first."""
        if dive_id == self._current:
            return
        self.flush()
        self._current = dive_id
        self.form.storyboard.show_owner(actions.owner(dive_id))
        self._show_all()
        self._scroll.verticalScrollBar().setValue(0)
        self.target_changed.emit()

    def focus_strip(self) -> None:
        """Put the focus on the current deep-dive in the strip."""
        self._strip.focus_current()

    def more(self) -> None:
        """Add one more of what is here: a frame where the flow is in use, else a deep-dive."""
        if self._current and self.form.storyboard.isAncestorOf(QApplication.focusWidget() or self):
            self.form.storyboard.add()
        elif self._current or self.context.project.all(Note):
            self._beginning.pick()
        else:
            self._beginning.empty()

    def delete_dive(self, dive_id: str) -> None:
        """Delete a deep-dive, show its neighbour, and say what went with it."""
        self.flush()
        project, t = self.context.project, self.context.t
        told = told_of_deletion(project, project.get(DeepDive, dive_id), t)
        actions.delete_dive(project, dive_id)
        self.focus_strip()
        self.context.shell.toast(told, undo=True)

    def _move(self, dive_id: str, index: int) -> None:
        self.flush()
        actions.move_dive(self.context.project, dive_id, index)
        self.focus_strip()

    def _deal(self) -> None:
        self.flush()
        t, shell = self.context.t, self.context.shell
        if not self.context.project.all(Group):
            shell.toast(t("班がまだありません。参加者・班で作れます。"))
            return
        deepening.deal_groups(self.context.project)
        shell.toast(t("深掘りを班に割りふりました。"), undo=True)

    # Evidence ---------------------------------------------------------------------------------

    def link(self) -> None:
        """Let the person choose what the deep-dive rests on."""
        dive = self.dive()
        if dive is not None:
            self.flush()
            claim = dive.title.strip() or self.context.t("名前のない案")
            pick_evidence(self.context, dive, "", claim, self.window())

    # Presenting -------------------------------------------------------------------------------

    def present(self, *, to_room: bool = True) -> None:
        """Present the deep-dive in view, and then those after it.

        Unless it goes ``to_room``, the audience window stays as it is: one rehearses.
        """
        if not self._current or self._presents:
            return
        self.flush()
        self._presents = True
        self._show_all()
        self.target_changed.emit()
        if to_room:
            self.context.shell.show_audience(self.presenting.make_page)
        self.presenting.comments.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_presenting(self) -> None:
        """Go back to writing; the room goes on seeing the page until another is chosen."""
        if not self._presents:
            return
        self.flush()
        self._presents = False
        self.presenting.time.end()
        self._show_all()
        self.target_changed.emit()
        self.focus_strip()

    def present_next(self, by: int) -> None:
        """Let the group after (1) or before (-1) present; at the ends nothing happens."""
        self.flush()
        ids = [dive.id for dive in actions.ordered_dives(self.context.project)]
        there = ids.index(self._current) + by if self._current in ids else -1
        if 0 <= there < len(ids):
            self.show_dive(ids[there])
            self.presenting.comments.field.setFocus(Qt.FocusReason.OtherFocusReason)
