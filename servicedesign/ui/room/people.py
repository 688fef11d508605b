"""Whose problem it is, for the head of an audience page: the persona that was chosen.

Owns the words and the likeness of a persona as the room sees them. Must not draw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.model import Persona
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.tools.portraits import likeness
from servicedesign.ui.widgets.portrait import picture

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from servicedesign.i18n import Translator
    from servicedesign.model.drawing import Drawing
    from servicedesign.store import Project


def primary_persona(project: Project) -> Persona | None:
    """Return the persona that was chosen, or the only one; None while several stand beside."""
    personas = project.all(Persona)
    chosen = [persona for persona in personas if persona.chosen]
    return chosen[0] if chosen else personas[0] if len(personas) == 1 else None


def called(persona: Persona, t: Translator) -> str:
    """Return name and age of a persona; its age alone without a name, or empty."""
    name = persona.name.strip()
    if not name:
        return "" if persona.age is None else t("{age}歳", age=persona.age)
    polite = name if t.lang == "ja" and name.endswith(_POLITE) else t("{name}さん", name=name)
    if persona.age is None:
        return polite
    return t("{name}・{age}歳", name=polite, age=persona.age)


_POLITE = ("さん", "様", "くん", "ちゃん", "君", "氏")


def face_of(project: Project, persona: Persona) -> Drawing | QImage | None:
    """Return the drawn face or the photo as it was cropped, or None."""
    shown = likeness(project, persona, DrawingLibrary()).picture
    return picture(shown) if isinstance(shown, bytes) else shown
