"""Personas on screen: candidates side by side, one of them open to be written.

Owns which candidate is shown and the way from a gesture to an action. The rules are in
``actions``; how a field looks is in the form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from servicedesign.model import Certainty, EmpathyMap, Persona
from servicedesign.model.titles import record_title
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.tools import evidence
from servicedesign.tools.persona import actions
from servicedesign.tools.persona.candidate_strip import CandidateStrip
from servicedesign.tools.persona.choose_dialog import ChooseDialog
from servicedesign.tools.persona.faces import change_face, show_likeness
from servicedesign.tools.persona.head import head_actions
from servicedesign.tools.persona.persona_form import PersonaForm
from servicedesign.ui.editor import Editor, HeadAction
from servicedesign.ui.evidence_picking import go_to_source, pick_evidence
from servicedesign.ui.source_words import SourceWords, source_words
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.typing_edit import INSET

if TYPE_CHECKING:
    from servicedesign.model import Record
    from servicedesign.store import Change, ChangeSet
    from servicedesign.ui.context import EditorContext


class PersonaEditor(Editor):
    """The editor of personas."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the chosen candidate, else the first."""
        super().__init__(context, parent)
        self._library = DrawingLibrary()
        self._current = ""
        self._claim = ""
        self._shown_sources: set[str] = set()
        self._head_state: tuple[object, ...] = ()
        self._strip = CandidateStrip(context, self._library)
        self._form = PersonaForm(context.t, reading=context.read_only)
        self._scroll = PageScroll(self._form)
        self._empty = self._make_empty()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._scroll)
        self._connect()
        self.refresh(None)

    def _connect(self) -> None:
        strip, form = self._strip, self._form
        strip.chosen.connect(self.show_candidate)
        strip.add_asked.connect(self.add)
        strip.copy_asked.connect(self._copy)
        strip.delete_asked.connect(self._delete)
        strip.move_asked.connect(self._move)
        strip.narrow_asked.connect(self.narrow)
        form.written.connect(self._write)
        form.empathy_written.connect(self._write_empathy)
        form.turned.connect(self._turn)
        form.source_asked.connect(self._open_source)
        form.link_asked.connect(self.link)
        form.face_asked.connect(self.change_face)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _make_empty(self) -> EmptyState:
        t = self.context.t
        add = PrimaryButton(t("候補を足す"), key="Ctrl+Shift+N")
        add.set_usable(t("読み取り専用で開いています") if self.context.read_only else "")
        add.clicked.connect(self.add)
        paper = SecondaryButton(t("白紙のシートを印刷"), icon="mdi6.printer-outline")
        paper.clicked.connect(lambda: self.context.shell.command("print_list"))
        method = t(
            "聞き取りで出会った人たちをもとに、実在しない人を何人か描きます。"
            "並べて比べ、いちばん助けたい一人に絞ります。"
        )
        state = EmptyState(t("まだペルソナの候補がいません"), method, add, paper)
        state.setContentsMargins(theme().px(INSET), 0, 0, 0)
        return state

    # What the shell asks ----------------------------------------------------------------------

    def strip(self) -> QWidget | None:
        """Return the strip of candidates, when there are any."""
        return self._strip if self._current else None

    def body_margins(self) -> tuple[int, int]:
        """Return margins such that the fields stand in line with the head's title."""
        return 20, 4

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the persona sheet of the candidate in view."""
        return "persona", self._current or None

    def record_in_view(self) -> Record | None:
        """Return the candidate in view."""
        return self.context.project.find(Persona, self._current)

    def head_actions(self) -> Sequence[HeadAction]:
        """Return the empathy map, narrowing, and the next step of the method."""
        if not self._current:
            return ()
        return head_actions(
            self.context,
            self._persona(),
            self.narrow,
            lambda: self._form.go_to_empathy(""),
        )

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        if self.context.read_only:
            return {}
        some: dict[str, Callable[[], object]] = {"more": self.add}
        if self._current:
            some |= {"turn_mark": self.turn_mark, "link": lambda: self.link(self._claim)}
        return some

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show the candidate, and put the focus on ``field`` when it is given."""
        empathy = self.context.project.find(EmpathyMap, record_id)
        persona_id = empathy.persona_id if empathy is not None else record_id
        if self.context.project.find(Persona, persona_id) is None:
            return False
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
        if "participant" in kinds:
            self._show_warning()
        if "empathy_map" in kinds:
            self._show_empathy()
        if evidence.touches_evidence(changes.changes, self._current, self._shown_sources):
            self._show_sources()

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
        self._stack.setCurrentWidget(self._scroll if self._current else self._empty)
        if self._current:
            self._form.forget_errors()
            self._show_persona()
            self._show_sources()
            self._show_empathy()
        if self._current != before:
            self.target_changed.emit()
        self._tell_head()

    def _persona(self) -> Persona:
        return self.context.project.get(Persona, self._current)

    def _show_persona(self) -> None:
        persona = self._persona()
        self._form.show_persona(persona)
        show_likeness(self._form.identity.portrait, self.context.project, persona, self._library)
        self._show_warning()
        self._show_sources()

    def _show_warning(self) -> None:
        warning = actions.real_name_warning(self.context.project, self._persona())
        self._form.identity.set_warning(self.context.t(warning) if warning else "")

    def _show_sources(self) -> None:
        t = self.context.t
        sources: dict[str, list[SourceWords]] = {}
        pairs = evidence.evidence_records(self.context.project, self._current)
        for link, record in pairs:
            sources.setdefault(link.source_field, []).append(source_words(record, t))
        self._shown_sources = {record.id for _, record in pairs}
        self._form.show_sources(self._persona(), sources)

    def _show_empathy(self) -> None:
        maps = self.context.project.all(EmpathyMap, persona_id=self._current)
        self._form.show_empathy(maps[0] if maps else None)

    def _tell_head(self) -> None:
        """Ask for the head anew when it would differ."""
        chosen = actions.chosen_persona(self.context.project)
        mine = bool(self._current) and self._persona().chosen
        state = (bool(self._current), chosen.id if chosen else "", mine)
        if state != self._head_state:
            self._head_state = state
            self.head_changed.emit()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._claim = self._form.follow_focus(new)

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
        self.show_candidate(actions.add_candidate(self.context.project).id)
        self._form.go_to("name")

    def _copy(self, persona_id: str) -> None:
        self.flush()
        self.show_candidate(actions.copy_candidate(self.context.project, persona_id).id)
        self._strip.focus_current()

    def _delete(self, persona_id: str) -> None:
        self.flush()
        people = [persona.id for persona in actions.candidates(self.context.project)]
        here = people.index(persona_id)
        neighbours = people[here + 1 : here + 2] or people[max(0, here - 1) : here]
        name = record_title(self.context.project.get(Persona, persona_id))
        if persona_id == self._current and neighbours:
            self.show_candidate(neighbours[0])
        actions.delete_candidate(self.context.project, persona_id)
        self._strip.focus_current()
        t = self.context.t
        self.context.shell.toast(
            t("候補「{name}」を消しました。", name=name or t("名前はまだ")), undo=True
        )

    def _move(self, persona_id: str, index: int) -> None:
        actions.move_candidate(self.context.project, persona_id, index)
        self._strip.focus_current()

    def narrow(self) -> None:
        """Ask why this is the one and narrow to it; where it is the one already, take it back."""
        self.flush()
        persona = self._persona()
        if persona.chosen:
            actions.release_choice(self.context.project, persona.id)
            self.context.shell.toast(self.context.t("絞り込みを戻しました。"), undo=True)
            return
        t = self.context.t
        chosen = actions.chosen_persona(self.context.project)
        dialog = ChooseDialog(
            t,
            record_title(persona) or t("この候補"),
            (record_title(chosen) or t("別の候補")) if chosen else "",
            persona.chosen_reason,
            self.window(),
        )
        if dialog.exec():
            actions.choose_primary(self.context.project, persona.id, dialog.reason())

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
        if self._claim in actions.CERTAINTY_FIELDS:
            actions.turn_certainty(self.context.project, self._current, self._claim)

    def change_face(self) -> None:
        """Let the person choose another face or a photo."""
        change_face(self.context, self._current, self._library, self.window())

    # Evidence ---------------------------------------------------------------------------------

    def link(self, field: str, start: str = "") -> None:
        """Let the person choose what ``field`` rests on, beginning at the source ``start``."""
        t = self.context.t
        if field not in self._form.claims():
            self.context.shell.toast(t("根拠は、職業や抱えている問題などの欄につなぎます。"))
            return
        self.flush()
        persona = self._persona()
        written = str(getattr(persona, field) or "")
        claim = f"{t(actions.field_label(field))}　{' '.join(written.split())}"
        if not pick_evidence(self.context, persona, field, claim, self.window(), start=start):
            self._form.focus_link(field)

    def _open_source(self, field: str, source_id: str) -> None:
        if not go_to_source(self.context, source_id):
            self.link(field, source_id)
