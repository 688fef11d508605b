"""What in a candidate might tell of a real person: its name, a telephone number, an address.

Owns the gentle sentences for the persona editor; the patterns are ``tools.personal_data``'s. It
forbids nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import EmpathyMap, Persona
from servicedesign.store import Project
from servicedesign.tools.persona import actions
from servicedesign.tools.personal_data import (
    Hint,
    HintKind,
    Names,
    hint_sentence,
    names_in,
    personal_hints,
)

_OWN_NAME: Final = ("name", "kana")
_MOST: Final = 40
"""Characters of what was found that are shown."""


def persona_hint(
    project: Project, persona: Persona, empathy: EmpathyMap | None, t: Translator
) -> str:
    """Return one gentle sentence on the first place that looks personal, or an empty one."""
    warning = actions.real_name_warning(project, persona)
    if warning is not None:
        return t(warning)
    names = names_in(project)
    for field, text in _texts(persona, empathy):
        hint = _first_hint(text, names)
        if hint is not None and not (field in _OWN_NAME and hint.kind is HintKind.NAME):
            found = hint.text if len(hint.text) <= _MOST else hint.text[: _MOST - 1] + "…"
            return t(
                "{field}の「{found}」：{sentence}",
                field=t(actions.field_label(field)),
                found=found,
                sentence=t(hint_sentence(hint.kind)),
            )
    return ""


def _texts(persona: Persona, empathy: EmpathyMap | None) -> Iterator[tuple[str, str]]:
    for field in ("name", "tagline", "motto", *actions.STATEMENT_FIELDS, "chosen_reason"):
        yield field, getattr(persona, field)
    if empathy is not None:
        for field in actions.EMPATHY_FIELDS:
            yield field, getattr(empathy, field)


@lru_cache(maxsize=256)
def _first_hint(text: str, names: Names) -> Hint | None:
    """Return the first place of one text; texts that stay are looked through once."""
    return next(iter(personal_hints(text, names.known, names.invented)), None)
