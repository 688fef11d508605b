"""What the fields of a candidate rest on: showing it, reading it in place, going there, linking.

Owns the way between the form and the evidence chain for the editor. What is written is
``tools.evidence``'s and the actions'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QWidget

from servicedesign.model import EmpathyMap, Link, Persona, Record
from servicedesign.store import Change
from servicedesign.tools import evidence, tool_for_kind
from servicedesign.tools.persona import actions
from servicedesign.tools.persona.persona_form import PersonaForm
from servicedesign.ui.context import EditorContext
from servicedesign.ui.evidence_picking import go_to_source, pick_evidence
from servicedesign.ui.source_quote import source_quote
from servicedesign.ui.source_words import SourceWords, source_words
from servicedesign.ui.widgets.source_peek import SourcePeek


class SourceDesk:
    """The evidence of the candidate in view."""

    def __init__(
        self,
        context: EditorContext,
        form: PersonaForm,
        over: QWidget,
        current: Callable[[], str],
    ) -> None:
        """Serve ``form``.

        Args:
            context: of the editor.
            form: whose cells show the sources.
            over: the editor, over which the words of a source lie.
            current: returns the id of the candidate in view.
        """
        self._context = context
        self._form = form
        self._over = over
        self._current = current
        self._field = ""
        self._shown: set[str] = set()
        self._shown_empathy = ""
        self.peek = SourcePeek(context.t, over)
        form.peek_asked.connect(self.show_words)
        form.peek_left.connect(self.peek.leave_soon)
        form.peek_ended.connect(self.peek.put_away)
        form.list_asked.connect(self.enter_words)
        form.source_asked.connect(self.open_source)
        self.peek.source_asked.connect(lambda source: self.open_source(self._field, source))
        self.peek.link_asked.connect(lambda: self.link(self._field))

    # Showing ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what each field rests on."""
        t = self._context.t
        sources: dict[str, list[SourceWords]] = {}
        shown = set()
        for link, record in self._pairs():
            sources.setdefault(link.source_field, []).append(source_words(record, t))
            shown.add(record.id)
        self._shown = shown
        self._shown_empathy = self._empathy_id()
        persona = self._context.project.find(Persona, self._current())
        if persona is not None:
            self._form.show_sources(persona, sources)
        if self.peek.isVisible():
            self.peek.put_away()

    def touched(self, changes: Sequence[Change]) -> bool:
        """Tell whether ``changes`` concern what the candidate in view rests on."""
        owners = {self._current(), self._empathy_id(), self._shown_empathy} - {""}
        return any(evidence.touches_evidence(changes, owner, self._shown) for owner in owners)

    def _empathy_id(self) -> str:
        empathy = actions.empathy_map(self._context.project, self._current())
        return empathy.id if empathy is not None else ""

    def _pairs(self) -> Iterator[tuple[Link, Record]]:
        """Yield the links of the candidate, then those of its empathy map."""
        project = self._context.project
        yield from evidence.evidence_records(project, self._current())
        empathy = actions.empathy_map(project, self._current())
        if empathy is not None:
            yield from evidence.evidence_records(project, empathy.id)

    def _owner(self, field: str) -> Record | None:
        """Return what claims: the candidate, or its empathy map, which may not be there yet."""
        project = self._context.project
        if field in actions.EMPATHY_FIELDS:
            return actions.empathy_map(project, self._current())
        return project.find(Persona, self._current())

    # Reading ----------------------------------------------------------------------------------

    def show_words(self, field: str) -> None:
        """Show the words of the sources of ``field`` beside their chip."""
        owner = self._owner(field)
        if owner is None:
            return
        project, t = self._context.project, self._context.t
        pairs = evidence.evidence_records(project, owner.id, field)
        if pairs:
            self._field = field
            quotes = [source_quote(project, record, t) for _, record in pairs]
            chip = self._form.cell(field).chip()
            self.peek.point(chip, quotes, reading=self._context.read_only)

    def enter_words(self, field: str) -> None:
        """Show the words and go into them."""
        self.show_words(field)
        self.peek.enter()

    def open_source(self, field: str, source_id: str) -> None:
        """Go to a source; one that has no place on screen yet can be read in the list."""
        self.peek.put_away()
        self._leave_mark(field, source_id)
        if not go_to_source(self._context, source_id):
            self.link(field, source_id)

    def _leave_mark(self, field: str, source_id: str) -> None:
        """Let the way back lead to ``field``, when there is a place to go to."""
        shell, owner = self._context.shell, self._owner(field)
        target = self._context.project.find_any(source_id)
        tool = tool_for_kind(target.KIND) if target is not None else None
        if owner is not None and tool is not None and shell.can_go_tool(tool.id):
            shell.go(owner.KIND, owner.id, field)

    # Linking ----------------------------------------------------------------------------------

    def link(self, field: str, start: str = "") -> None:
        """Let the person choose what ``field`` rests on, beginning at the source ``start``."""
        t = self._context.t
        if field not in self._form.claims():
            self._context.shell.toast(t("根拠は、職業や抱えている問題などの欄につなぎます。"))
            return
        self.peek.put_away()
        empathic = field in actions.EMPATHY_FIELDS
        source = self._owner(field) or EmpathyMap(persona_id=self._current())
        written = str(getattr(source, field) or "")
        claim = f"{t(actions.field_label(field))}　{' '.join(written.split())}"
        back = pick_evidence(
            self._context,
            source,
            field,
            claim,
            self._over.window(),
            start=start,
            commit=self._empathy_writer(field) if empathic else None,
        )
        if not back:
            self._form.focus_link(field)

    def _empathy_writer(self, field: str) -> Callable[[tuple[Record, ...]], object]:
        project, current = self._context.project, self._current()
        return lambda targets: actions.found_empathy(project, current, field, targets)
