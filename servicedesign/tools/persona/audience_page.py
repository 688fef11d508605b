"""A persona for the room: face, name and one line first, then what is known, section by section.

Owns that page. What a section rests on is not shown: sources name people who were asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from servicedesign import tokens
from servicedesign.model import Certainty, Persona
from servicedesign.model.method import MethodPhase
from servicedesign.model.record import field_specs
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import LEAST, Leaf
from servicedesign.ui.room.lines import lay
from servicedesign.ui.room.parts import Flow, Head, head, portrait
from servicedesign.ui.room.people import called, face_of, primary_persona

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext

SECTIONS: Final = (
    *("wishes", "behaviour", "problems", "dream", "belonging"),
    *("home", "devices", "considerations"),
)
"""Fields in the order in which they are told; who it is stands on the first leaf."""
_FACE: Final = 480
_GAP: Final = 96
_NAME: Final = 108
_OPENING: Final = ("「", "『", "“", '"', "'")
"""Words that begin so stand in quotation marks already."""
_SHOWN: Final = frozenset({"persona", "image"})


class PersonaPage(AudiencePage):
    """One persona."""

    def __init__(
        self, context: EditorContext, persona_id: str, parent: QWidget | None = None
    ) -> None:
        """Show the persona called ``persona_id``."""
        self._persona_id = persona_id
        super().__init__(context, parent)

    def title(self) -> str:
        """Return whose page it is."""
        persona = self.context.project.find(Persona, self._persona_id)
        name = persona.name.strip() if persona is not None else ""
        return name or self.context.t("ペルソナ")

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Compose anew when a persona changed."""
        if changes is None or any(one.kind in _SHOWN for one in changes.changes):
            self.recompose()

    def compose(self, leaves: Leaves) -> None:
        """Set who it is, then the sections that say anything."""
        persona = self.context.project.find(Persona, self._persona_id)
        if persona is None:
            return
        face = face_of(self.context.project, persona)
        left_out = self._who(leaves.add(), persona, face)
        self._sections(leaves, persona, face, (*left_out, *SECTIONS))

    def _who(self, leaf: Leaf, persona: Persona, face: object) -> tuple[str, ...]:
        """Set who it is and return the fields that did not fit whole."""
        t = self.context.t
        body = head(leaf, Head(phase=MethodPhase.NEEDS, aside=t("ペルソナ")), t)
        side = min(_FACE, body.height(), body.width() * 0.36)
        top = body.top() + (body.height() - side) * 0.4
        portrait(leaf, QRectF(body.left(), top, side, side), face)  # type: ignore[arg-type]
        left = body.left() + side + _GAP
        room = QRectF(left, body.top(), body.right() - left, body.height())
        return self._words(leaf, room, persona)

    def _words(self, leaf: Leaf, room: QRectF, persona: Persona) -> tuple[str, ...]:
        """Set name, age and work, and the one line, in the middle of ``room``."""
        wide, facts, said = room.width(), self._facts(persona), self._motto(persona)
        tagline = persona.tagline.strip()
        called = persona.name or self.context.t("名前はまだ")
        name = lay(called, wide, 300, _NAME, LEAST, bold=True, pitch=1.2, balanced=True)
        kana = 72.0 if persona.kana.strip() else 0.0
        left = room.height() - name.height - kana
        line = lay(tagline, wide, min(260, left * 0.4), 68, LEAST, bold=True, pitch=1.35,
                   balanced=True)  # fmt: skip
        left -= line.height + 48 if tagline else 0
        known = lay(facts, wide, min(220, left * 0.5), 56, LEAST, pitch=1.45)
        left -= known.height + 40 if facts else 0
        quoted = lay(said, wide, max(LEAST, left - 40), 56, LEAST, pitch=1.45)
        no_motto = bool(said) and (bool(quoted.rest) or quoted.height > left - 40)
        left -= 0 if no_motto or not said else quoted.height + 40
        y = room.top() + max(0.0, left * 0.4)
        if kana:
            leaf.text(room.left(), y, persona.kana.strip(), LEAST, tone=tokens.SECOND_TEXT,
                      room=wide)  # fmt: skip
            y += kana
        for laid, words, bold, tone, gap in (
            (name, called, True, tokens.TEXT, 48),
            (line, tagline, True, tokens.TEXT, 40),
            (known, facts, False, tokens.TEXT, 40),
            (quoted, "" if no_motto else said, False, tokens.SECOND_TEXT, 0),
        ):
            if words:
                leaf.lines(QRectF(room.left(), y, wide, laid.height), laid, bold=bold, tone=tone)
                y += laid.height + gap
        return (
            *(("name",) if name.rest else ()),
            *(("tagline",) if line.rest else ()),
            *(("occupation", "household") if known.rest else ()),
            *(("motto",) if no_motto else ()),
        )

    def _facts(self, persona: Persona) -> str:
        t = self.context.t
        age = "" if persona.age is None else t.context("room", "{age}歳", age=persona.age)
        rest = (" ".join(text.split()) for text in (persona.occupation, persona.household))
        return "　".join(part for part in (age, *rest) if part)

    def _motto(self, persona: Persona) -> str:
        motto = persona.motto.strip()
        if not motto or motto.startswith(_OPENING):
            return motto
        return self.context.t("「{words}」", words=motto)

    def _sections(
        self, leaves: Leaves, persona: Persona, face: object, fields: tuple[str, ...]
    ) -> None:
        t = self.context.t
        written = [name for name in fields if getattr(persona, name).strip()]
        if not written:
            return
        specs = field_specs(Persona)
        sure = {one.field: one.certainty for one in persona.certainties}
        top = Head(phase=MethodPhase.NEEDS, aside=called(persona, t), portrait=face)  # type: ignore[arg-type]
        flow = Flow(leaves, top, t)
        for name in written:
            guess = sure.get(name) is Certainty.GUESS
            words = getattr(persona, name).strip()
            flow.section(t(specs[name].label), words, chip=t("推測") if guess else "")


def persona_page(context: EditorContext) -> AudiencePage | None:
    """Return the page of the chosen persona; None while none is chosen."""
    persona = primary_persona(context.project)
    return PersonaPage(context, persona.id) if persona is not None else None
