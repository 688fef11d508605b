"""What is written and pressed on the pages of a prototype, taken to the actions.

Owns these steps. An undo may have taken the version away meanwhile: then nothing is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.model.journey import Outcome
from servicedesign.model.prototype import PrototypeForm, Side, VerificationQuestion
from servicedesign.model.record import field_specs
from servicedesign.tools.prototype import actions, verifying
from servicedesign.tools.prototype.verification import question_words, side_words
from servicedesign.ui.evidence_picking import go_to_source, pick_evidence

if TYPE_CHECKING:
    from servicedesign.tools.prototype.editor import PrototypeEditor


class Writing:
    """Works for one editor."""

    def __init__(self, editor: PrototypeEditor) -> None:
        """Listen to both pages."""
        self._editor = editor
        self._context = editor.context
        form, verify = editor.form, editor.verify
        form.named.connect(self._name)
        form.written.connect(self._write)
        form.form_ticked.connect(self._tick_form)
        form.cause_chosen.connect(self._set_cause)
        form.grounds.link_asked.connect(self.link)
        form.grounds.source_asked.connect(self._open)
        verify.answered.connect(self._answer)
        verify.noted.connect(self._note)
        verify.counted.connect(self._count)
        verify.reasoned.connect(self._reason)
        verify.ready_ticked.connect(self._ready)
        verify.link_asked.connect(self._link_answer)
        verify.source_asked.connect(self._open)

    def _id(self) -> str:
        version = self._editor.version()
        return version.id if version is not None else ""

    def _name(self, text: str) -> None:
        version = self._editor.version()
        if version is not None:
            actions.write_name(self._context.project, version.prototype_id, text)

    def _write(self, field: str, text: str) -> None:
        if self._id():
            actions.write_field(self._context.project, self._id(), field, text)

    def _tick_form(self, form: str, used: bool) -> None:
        if self._id():
            actions.set_form(self._context.project, self._id(), PrototypeForm(form), used=used)

    def _set_cause(self, session_id: object) -> None:
        self._editor.flush()
        chosen = str(session_id) if session_id else None
        actions.set_cause(self._context.project, self._id(), chosen)

    # Verification -----------------------------------------------------------------------------

    def _answer(self, question: str, side: str, outcome: str) -> None:
        if self._id():
            key = (VerificationQuestion(question), Side(side))
            verifying.set_answer(self._context.project, self._id(), *key, Outcome(outcome))

    def _note(self, question: str, side: str, text: str) -> None:
        if self._id():
            key = (VerificationQuestion(question), Side(side))
            verifying.write_note(self._context.project, self._id(), *key, text)

    def _count(self, side: str, number: object) -> None:
        if self._id():
            count = number if isinstance(number, int) else None
            verifying.set_count(self._context.project, self._id(), Side(side), count)

    def _reason(self, text: str) -> None:
        if self._id():
            verifying.write_reason(self._context.project, self._id(), text)

    def _ready(self, ready: bool) -> None:
        self._editor.flush()
        verifying.set_ready(self._context.project, self._id(), ready=ready)

    # Evidence ---------------------------------------------------------------------------------

    def link(self) -> None:
        """Let the person choose what the answer in use rests on, or the field, or the version."""
        key = self._editor.verify.key_in_use() if self._editor.verifies() else None
        if key is not None:
            self._link_answer(str(key[0]), str(key[1]))
            return
        version = self._editor.version()
        if version is None:
            return
        field = "" if self._editor.verifies() else self._editor.form.field_in_use()
        claim = self._editor.prototype_name()
        if field:
            words = self._context.t(field_specs(type(version))[field].label)
            claim = f"{words}：{str(getattr(version, field))[:60]}"
        self._pick(field, claim)

    def _link_answer(self, question: str, side: str) -> None:
        t = self._context.t
        key = (VerificationQuestion(question), Side(side))
        claim = f"{question_words(t)[key[0]]}（{side_words(t)[key[1]]}）"
        self._pick(verifying.answer_field(*key), claim)

    def _pick(self, field: str, claim: str) -> None:
        self._editor.flush()
        version = self._editor.version()
        if version is not None:
            pick_evidence(self._context, version, field, claim, self._editor.window())

    def _open(self, source_id: str) -> None:
        go_to_source(self._context, source_id)
