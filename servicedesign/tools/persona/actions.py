"""What one can do with personas, and the rules of it.

Owns every change to personas and their empathy maps. The rule behind: several candidates, narrowed
to one with the reason written down (report ch. 7 §2(1)①); what was found out is kept apart from
what is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from servicedesign.model import (
    Certainty,
    Crop,
    EmpathyMap,
    FieldCertainty,
    Image,
    Link,
    Message,
    Participant,
    Persona,
    ProjectError,
    Record,
    field_specs,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.evidence import set_evidence
from servicedesign.tools.letting_go import let_go, what_goes

STATEMENT_FIELDS: Final = (
    *("occupation", "household", "home", "wishes", "behaviour", "problems", "dream"),
    *("belonging", "devices", "considerations", "sources"),
)
"""Fields that say something of the person, in the order of screen and sheet."""

REPORT_FIELDS: Final = (
    *("occupation", "household", "wishes", "behaviour", "problems", "dream", "belonging"),
)
"""Fields that the report asks for; a persona is complete when they are written."""

CERTAINTY_FIELDS: Final = ("motto", "age", *STATEMENT_FIELDS, "digital_skill")
"""Fields that can be marked as fact or guess and can have evidence."""

EMPATHY_FIELDS: Final = ("sees", "hears", "thinks", "says", "pains", "gains")
"""Fields of the empathy map, in the order of screen and sheet."""

_TURN: Final = {
    Certainty.UNSET: Certainty.FACT,
    Certainty.FACT: Certainty.GUESS,
    Certainty.GUESS: Certainty.UNSET,
}


def field_label(field: str) -> Message:
    """Return the name of a field of a persona or of its empathy map for people."""
    cls = EmpathyMap if field in EMPATHY_FIELDS else Persona
    return Message(field_specs(cls)[field].label)


def candidates(project: Project) -> tuple[Persona, ...]:
    """Return the candidates in their order."""
    return project.all(Persona)


def chosen_persona(project: Project) -> Persona | None:
    """Return the persona that was chosen, or None."""
    return next((persona for persona in candidates(project) if persona.chosen), None)


def add_candidate(project: Project, *, face: str = "") -> Persona:
    """Add an empty candidate behind the others and return it."""
    persona = Persona(face=face, position=_next_position(project))
    with project.edit(msg("ペルソナの候補を足す")):
        project.put(persona)
    return persona


def copy_candidate(project: Project, persona_id: str) -> Persona:
    """Add a copy of a candidate, without its choice and its evidence, and return it."""
    source = project.get(Persona, persona_id)
    copy = replace(
        source,
        id=Persona().id,
        chosen=False,
        chosen_reason="",
        position=_next_position(project),
    )
    with project.edit(msg("ペルソナの候補を写す")):
        project.put(copy)
    return copy


def delete_candidate(project: Project, persona_id: str) -> None:
    """Delete a candidate with its empathy maps; journey maps stay, without a persona."""
    persona = project.get(Persona, persona_id)
    with project.edit(msg("ペルソナの候補を消す")):
        let_go(project, what_goes(project, [persona]))
        _drop_photo(project, persona.image_id)


def move_candidate(project: Project, persona_id: str, index: int) -> None:
    """Move a candidate to place ``index`` (0 first) among the others."""
    order = [persona for persona in candidates(project) if persona.id != persona_id]
    order.insert(max(0, index), project.get(Persona, persona_id))
    with project.edit(msg("候補の順を変える")):
        for position, persona in enumerate(order):
            project.put(replace(persona, position=float(position)))


def write_field(project: Project, persona_id: str, field: str, value: Any) -> None:
    """Write one field; the keystrokes of one field merge into one step.

    Args:
        project: the open project.
        persona_id: the candidate.
        field: a field of Persona that people write.
        value: text, or a whole number (or None) for ``age`` and ``digital_skill``.

    Raises:
        ProjectError: the number is out of its bounds; nothing is written.
    """
    spec = field_specs(Persona)[field]
    if spec.searchable:
        value = plain_text(value, single_line=not spec.long)
    elif value is not None:
        _check_bounds(field, value)
    persona = project.get(Persona, persona_id)
    label = msg("{field}を書く", field=field_label(field))
    with project.edit(label, merge=f"persona:{persona_id}:{field}"):
        project.put(replace(persona, **{field: value}))


def certainty_of(persona: Persona, field: str) -> Certainty:
    """Return how certain what stands in ``field`` is."""
    marks = {mark.field: mark.certainty for mark in persona.certainties}
    return marks.get(field, Certainty.UNSET)


def set_certainty(project: Project, persona_id: str, field: str, certainty: Certainty) -> None:
    """Mark a field as fact or guess, or take the mark away."""
    persona = project.get(Persona, persona_id)
    marks = {mark.field: mark.certainty for mark in persona.certainties} | {field: certainty}
    order = dict.fromkeys((*CERTAINTY_FIELDS, *marks))
    kept = tuple(
        FieldCertainty(field=name, certainty=marks[name])
        for name in order
        if marks.get(name, Certainty.UNSET) is not Certainty.UNSET
    )
    with project.edit(msg("{field}の確かさを変える", field=field_label(field))):
        project.put(replace(persona, certainties=kept))


def turn_certainty(project: Project, persona_id: str, field: str) -> Certainty:
    """Turn the mark of a field: none, fact, guess, none; return the new one."""
    persona = project.get(Persona, persona_id)
    certainty = _TURN[certainty_of(persona, field)]
    set_certainty(project, persona_id, field, certainty)
    return certainty


def choose_primary(project: Project, persona_id: str, reason: str) -> None:
    """Narrow the candidates to one, with the reason; any earlier choice is taken back."""
    reason = plain_text(reason)
    with project.edit(msg("この人に絞る")):
        for persona in candidates(project):
            chosen = persona.id == persona_id
            if chosen or persona.chosen:
                kept = reason if chosen else persona.chosen_reason
                project.put(replace(persona, chosen=chosen, chosen_reason=kept))


def release_choice(project: Project, persona_id: str) -> None:
    """Take the choice back; the reason stays written."""
    persona = project.get(Persona, persona_id)
    with project.edit(msg("絞り込みを戻す")):
        project.put(replace(persona, chosen=False))


def choose_face(project: Project, persona_id: str, face: str) -> None:
    """Give the candidate a drawn face; a photo, if any, is no longer shown."""
    persona = project.get(Persona, persona_id)
    with project.edit(msg("顔を選ぶ")):
        project.put(replace(persona, face=face, image_id=None, crop=None))
        _drop_photo(project, persona.image_id)


def set_photo(project: Project, persona_id: str, data: bytes, crop: Crop) -> Image:
    """Give the candidate a photo, shown as cropped.

    Raises:
        ProjectError: ``data`` is not a picture that can be taken in.
    """
    persona = project.get(Persona, persona_id)
    with project.edit(msg("顔の写真を入れる")):
        image = project.add_image(data)
        project.put(replace(persona, image_id=image.id, crop=crop))
        _drop_photo(project, persona.image_id)
    return image


def set_crop(project: Project, persona_id: str, crop: Crop) -> None:
    """Change which part of the photo is shown."""
    persona = project.get(Persona, persona_id)
    with project.edit(msg("写真の切り抜きを変える"), merge=f"persona:{persona_id}:crop"):
        project.put(replace(persona, crop=crop))


def empathy_map(project: Project, persona_id: str) -> EmpathyMap | None:
    """Return the empathy map of a candidate, or None while nothing is written in it."""
    return next(iter(project.all(EmpathyMap, persona_id=persona_id)), None)


def write_empathy(project: Project, persona_id: str, field: str, value: str) -> None:
    """Write one field of the empathy map of a candidate; the map is made when it is missing."""
    empathy = empathy_map(project, persona_id) or EmpathyMap(persona_id=persona_id)
    label = msg("{field}を書く", field=Message(field_specs(EmpathyMap)[field].label))
    changed: dict[str, Any] = {field: plain_text(value)}
    with project.edit(label, merge=f"empathy:{persona_id}:{field}"):
        project.put(replace(empathy, **changed))


def found_empathy(
    project: Project, persona_id: str, field: str, targets: Sequence[Record]
) -> tuple[Link, ...]:
    """Say that a field of the empathy map rests on ``targets`` and on nothing else, in one step.

    The map is made when it is missing.
    """
    known = empathy_map(project, persona_id)
    empathy = known or EmpathyMap(persona_id=persona_id)
    with project.edit(msg("根拠をつなぎ直す") if targets else msg("根拠を外す")):
        if known is None:
            project.put(empathy)
        return set_evidence(project, empathy, field, targets)


def real_name_warning(project: Project, persona: Persona) -> Message | None:
    """Return a gentle warning when the invented name is that of a participant."""
    name = "".join(persona.name.split())
    if not name:
        return None
    if any("".join(other.name.split()) == name for other in project.all(Participant)):
        return msg("参加者と同じ名前です。ペルソナには、実在しない名前をつけます。")
    return None


def progress(project: Project) -> Progress:
    """Return how far the personas are: done when one is chosen, reasoned and complete."""
    everyone = candidates(project)
    if not everyone:
        return Progress.NONE
    chosen = chosen_persona(project)
    if chosen is None or not chosen.chosen_reason.strip():
        return Progress.SOME
    complete = all(getattr(chosen, field).strip() for field in REPORT_FIELDS)
    return Progress.DONE if complete else Progress.SOME


def _next_position(project: Project) -> float:
    return max((persona.position for persona in candidates(project)), default=-1.0) + 1.0


def _drop_photo(project: Project, image_id: str | None) -> None:
    """Delete a photo that nothing shows any more: it may show a real person."""
    image = project.find(Image, image_id)
    if image is not None and project.user_of(image) is None:
        project.delete(image)


def _check_bounds(field: str, value: int) -> None:
    spec = field_specs(Persona)[field]
    low, high = spec.minimum, spec.maximum
    if low is not None and high is not None and not low <= value <= high:
        raise ProjectError(
            msg("{field}は{low}から{high}までです。", field=field_label(field), low=low, high=high),
            msg("前の値のままです。"),
            msg("{low}から{high}までの数を書いてください。", low=low, high=high),
        )
