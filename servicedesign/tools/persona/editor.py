"""Personas on screen: one candidate open to be written, or all of them side by side.

Owns which candidate is shown, in which of the two ways, and the way from a gesture to an action.
The rules are in ``actions``; how a field looks is in the form, what it rests on is the desk's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from servicedesign.model import Certainty, EmpathyMap, Persona
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.tools.persona import actions
from servicedesign.tools.persona.audience_page import PersonaPage
from servicedesign.tools.persona.candidate_doings import CandidateDoings
from servicedesign.tools.persona.candidate_strip import CandidateStrip
from servicedesign.tools.persona.comparison_model import CHOICE, SURENESS
from servicedesign.tools.persona.comparison_view import ComparisonView
from servicedesign.tools.persona.empty import no_candidate
from servicedesign.tools.persona.faces import change_face, show_likeness
from servicedesign.tools.persona.head import comparison_actions, head_actions
from servicedesign.tools.persona.hints import persona_hint
from servicedesign.tools.persona.persona_form import PersonaForm
from servicedesign.tools.persona.section_watch import SectionWatch
from servicedesign.tools.persona.source_desk import SourceDesk
from servicedesign.ui.editor import Editor, HeadAction
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll

if TYPE_CHECKING:
    from servicedesign.store import Change, ChangeSet
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_page import AudiencePage


COMPARISON = "comparison"
"""Asked for as a field of a persona: all candidates side by side, this one pointed at."""

_WIDE_BODY = 900
"""Width in px at 100 % that the comparison keeps from the preview."""


class PersonaEditor(Editor):
    """The editor of personas."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the chosen candidate, else the first."""
        super().__init__(context, parent)
        self._library = DrawingLibrary()
        self._current = ""
        self._claim = ""
        self._comparing = False
        self._head_state: tuple[object, ...] = ()
        self._strip = CandidateStrip(context, self._library)
        self._form = PersonaForm(context.t, reading=context.read_only)
        self._scroll = PageScroll(self._form)
        self._section = SectionWatch(self._form, self._scroll)
        self._empty = no_candidate(context, self.add)
        self._comparison = ComparisonView(context, self._library)
        self._stack = QStackedLayout(self)
        for part in (self._empty, self._scroll, self._comparison):
            self._stack.addWidget(part)
        self._doings = CandidateDoings(self)
        self._desk = SourceDesk(context, self._form, self, self.current)
        self._connect()
        self.refresh(None)

    def _connect(self) -> None:
        strip, form = self._strip, self._form
        strip.chosen.connect(self.show_candidate)
        strip.add_asked.connect(self.add)
        strip.copy_asked.connect(self._doings.copy)
        strip.delete_asked.connect(self._doings.delete)
        strip.move_asked.connect(self._doings.move)
        strip.narrow_asked.connect(self.narrow)
        form.written.connect(self._write)
        form.empathy_written.connect(self._write_empathy)
        form.turned.connect(self._turn)
        form.link_asked.connect(self.link)
        form.face_asked.connect(self.change_face)
        side = self._comparison
        side.open_asked.connect(self._open_field)
        side.choose_asked.connect(self._choose)
        side.leave_asked.connect(self.leave_comparison)
        side.add_asked.connect(self.add)
        side.moved.connect(self._tell_head)
        self._section.moved.connect(self.target_changed)
        self._section.scrolled.connect(self._desk.peek.follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    # What the shell asks ----------------------------------------------------------------------

    def strip(self) -> QWidget | None:
        """Return the strip of candidates, when there are any and they do not stand below."""
        return self._strip if self._current and not self._comparing else None

    def go_to_empathy(self) -> None:
        """Begin the empathy map, with all of it in view that has room."""
        self._form.go_to_empathy("")
        self._scroll.verticalScrollBar().setValue(self._form.empathy_top() - theme().px(8))

    def entrance(self) -> QWidget | None:
        """Return the current candidate, or the table of all: arrows go from one to another."""
        if self._comparing:
            return self._comparison.table if self._comparison.comparing() else None
        return self._strip.current_tab()

    def body_margins(self) -> tuple[int, int]:
        """Return margins such that the fields stand in line with the head's title."""
        return 20, 4

    def body_least(self) -> int:
        """Return the width of the body; candidates side by side want more of it."""
        return _WIDE_BODY if self._comparing else super().body_least()

    def summary(self) -> str:
        """Return what the comparison is for, while it is in view."""
        t = self.context.t
        return t("同じ項目で並べ、違いを見て一人に絞ります。") if self._comparing else ""

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the sheet of what is in view: comparison, empathy map, or persona."""
        if self._comparing:
            return "persona-comparison", None
        return "empathy-map" if self._section.in_empathy() else "persona", self._current or None

    def audience_page(self) -> AudiencePage | None:
        """Return the candidate in view, large."""
        here = self._here_id()
        known = self.context.project.find(Persona, here) is not None
        return PersonaPage(self.context, here) if known else None

    def record_in_view(self) -> Persona | None:
        """Return the candidate in view, or the one pointed at among all."""
        return self.context.project.find(Persona, self._here_id())

    def head_actions(self) -> Sequence[HeadAction]:
        """Return the ways to look at the candidates, narrowing, and the next step of the method."""
        if not self._current:
            return ()
        if self._comparing:
            pointed = self.context.project.find(Persona, self._here_id()) or self._persona()
            choose = self._comparison.comparing()
            return comparison_actions(
                self.context, pointed, self.leave_comparison, self.narrow, choose=choose
            )
        return head_actions(
            self.context,
            self._persona(),
            self.narrow,
            self.go_to_empathy,
            self.compare,
        )

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        some: dict[str, Callable[[], object]] = {}
        if self._current:
            some["compare"] = self.leave_comparison if self._comparing else self.compare
        if self._comparing:
            some["edit"] = self._comparison.table.act
        if self.context.read_only:
            return some
        some["more"] = self.add
        if self._current:
            some |= {"turn_mark": self.turn_mark, "link": lambda: self.link(self._field_here())}
        return some

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show the candidate, and put the focus on ``field`` when it is given."""
        empathy = self.context.project.find(EmpathyMap, record_id)
        persona_id = empathy.persona_id if empathy is not None else record_id
        if self.context.project.find(Persona, persona_id) is None:
            return False
        if field == COMPARISON:
            self._compare(persona_id)
            return True
        self._show_one()
        self.show_candidate(persona_id)
        if empathy is not None:
            return not field or self._form.go_to_empathy(field)
        return not field or self._form.go_to(field) or True

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed: all when ``changes`` is None, else only what is in view of it."""
        if changes is None:
            self._show_all()
            return
        kinds = {change.kind for change in changes.changes}
        if "persona" in kinds:
            self._on_personas_changed(changes.changes)
        if not self._current:
            return
        if kinds & {"participant", "interview", "test_session"}:
            self._show_warning()
        if "empathy_map" in kinds:
            self._show_empathy()
            self._show_warning()
        if self._desk.touched(changes.changes):
            self._desk.refresh()
        if self._comparing and kinds & {"persona", "link", "image"}:
            self._comparison.refresh()
            self._tell_head()

    def _on_personas_changed(self, changes: Sequence[Change]) -> None:
        people = actions.candidates(self.context.project)
        ids = [persona.id for persona in people]
        if self._current not in ids:
            self._show_all()
            return
        self._strip.show_candidates(people, self._current)
        if any(change.id == self._current for change in changes):
            self._show_persona()
        self._tell_head()

    def _show_all(self) -> None:
        people = actions.candidates(self.context.project)
        ids = [persona.id for persona in people]
        before = self._current
        if self._current not in ids:
            chosen = actions.chosen_persona(self.context.project)
            self._current = chosen.id if chosen else next(iter(ids), "")
        self._strip.show_candidates(people, self._current)
        self._comparing = self._comparing and bool(self._current)
        self._show_page()
        if self._current:
            self._form.forget_errors()
            self._show_empathy()
            self._show_persona()
        if self._current != before:
            self.target_changed.emit()
        self._tell_head()

    def _show_page(self) -> None:
        """Show the form, the comparison, or how to begin."""
        if not self._current:
            page: QWidget = self._empty
        elif self._comparing:
            self._comparison.refresh()
            page = self._comparison
        else:
            page = self._scroll
        self._stack.setCurrentWidget(page)

    def _persona(self) -> Persona:
        return self.context.project.get(Persona, self._current)

    def _show_persona(self) -> None:
        persona = self._persona()
        self._form.show_persona(persona)
        show_likeness(self._form.identity.portrait, self.context.project, persona, self._library)
        self._show_warning()
        self._desk.refresh()

    def _show_warning(self) -> None:
        project = self.context.project
        empathy = actions.empathy_map(project, self._current)
        hint = persona_hint(project, self._persona(), empathy, self.context.t)
        self._form.identity.set_warning(hint)

    def _show_empathy(self) -> None:
        self._form.show_empathy(actions.empathy_map(self.context.project, self._current))

    def _tell_head(self) -> None:
        """Ask for the head anew when it would differ."""
        chosen = actions.chosen_persona(self.context.project)
        here = self.context.project.find(Persona, self._here_id())
        mine = here is not None and here.chosen
        some = self._comparing and self._comparison.comparing()
        state = (bool(self._current), chosen.id if chosen else "", mine, self._comparing, some)
        if state != self._head_state:
            self._head_state = state
            self.head_changed.emit()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._form.isAncestorOf(new):
            self._claim = self._form.follow_focus(new)
            self._section.follow(new)

    # Side by side -----------------------------------------------------------------------------

    def compare(self) -> None:
        """Show all candidates side by side; F4 leads back here from a field."""
        self.context.shell.go("persona", self._current, COMPARISON)

    def _compare(self, persona_id: str) -> None:
        self.flush()
        self._desk.peek.put_away()
        field = self._claim
        if not self._comparing:
            self._comparing = True
            self._show_page()
            self._tell_head()
            self.target_changed.emit()
        self._comparison.begin(persona_id, field)

    def leave_comparison(self) -> None:
        """Show the candidate pointed at alone."""
        here = self._here_id()
        self._show_one()
        self.show_candidate(here or self._current)
        self._strip.focus_current()

    def _show_one(self) -> None:
        if self._comparing:
            self._comparing = False
            self._show_page()
            self._tell_head()
            self.target_changed.emit()

    def _here_id(self) -> str:
        """Return the id of the candidate that is worked on: in view, or pointed at."""
        if self._comparing and self._comparison.comparing():
            return self._comparison.table.candidate() or self._current
        return self._current

    def _field_here(self) -> str:
        """Return the field that is worked on: in use, or pointed at."""
        if self._comparing:
            return self._comparison.table.field()
        return self._claim

    def _open_field(self, persona_id: str, field: str) -> None:
        """Go from the comparison to a field of a candidate; F4 leads back."""
        place = "name" if field == SURENESS else field
        self.context.shell.go("persona", persona_id, COMPARISON)
        self.context.shell.go("persona", persona_id, place)

    def _choose(self, persona_id: str) -> None:
        self._comparison.table.go(persona_id, CHOICE)
        self.narrow()

    # Candidates -------------------------------------------------------------------------------

    def current(self) -> str:
        """Return the id of the candidate in view, or empty."""
        return self._current

    def show_candidate(self, persona_id: str) -> None:
        """Show another candidate; what was typed of this one is written first."""
        if persona_id == self._current:
            return
        self.flush()
        self._current = persona_id
        self._claim = ""
        self._show_all()
        self._scroll.verticalScrollBar().setValue(0)
        self.target_changed.emit()

    def add(self) -> None:
        """Add a candidate and begin with its name."""
        self.flush()
        added = actions.add_candidate(self.context.project)
        self._show_one()
        self.show_candidate(added.id)
        self._form.go_to("name")

    def narrow(self) -> None:
        """Ask why this is the one and narrow to it, or take it back; see ``CandidateDoings``."""
        self._doings.narrow(self._here_id())

    def focus_strip(self) -> None:
        """Put the focus on the candidate in view, in the strip."""
        self._strip.focus_current()

    # Writing ----------------------------------------------------------------------------------

    def _here(self) -> bool:
        """Tell whether the candidate in view still is: an undo may have taken it back."""
        return self.context.project.find(Persona, self._current) is not None

    def _write(self, field: str, value: object) -> None:
        if self._here():
            actions.write_field(self.context.project, self._current, field, value)

    def _write_empathy(self, field: str, text: str) -> None:
        if self._here():
            actions.write_empathy(self.context.project, self._current, field, text)

    def _turn(self, field: str, value: str | None) -> None:
        certainty = Certainty(value or Certainty.UNSET.value)
        actions.set_certainty(self.context.project, self._current, field, certainty)

    def turn_mark(self) -> None:
        """Turn the mark of the field in use: none, fact, guess."""
        field = self._field_here()
        if field in actions.CERTAINTY_FIELDS:
            actions.turn_certainty(self.context.project, self._here_id(), field)

    def change_face(self) -> None:
        """Let the person choose another face or a photo."""
        change_face(self.context, self._current, self._library, self.window())

    # Evidence ---------------------------------------------------------------------------------

    def link(self, field: str, start: str = "") -> None:
        """Let the person choose what ``field`` rests on, beginning at the source ``start``."""
        self.flush()
        if self._comparing:
            self.show_candidate(self._here_id())
        self._desk.link(field, start)
