"""What differs between two versions of a prototype.

Owns the comparison: which fields of the card, which answers and which frames are not the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from servicedesign.model import Sketch
from servicedesign.model.prototype import Frame, PrototypeVersion, Side, VerificationQuestion
from servicedesign.store import Project
from servicedesign.tools.frames import frames_of
from servicedesign.tools.prototype.actions import owner
from servicedesign.tools.prototype.verifying import answer_of

CARD_FIELDS: Final = (
    *("based_on", "hypothesis", "to_find_out", "forms", "cost", "effort", "partner"),
)
"""Fields that are laid side by side, in the order of the card."""


def differing_fields(one: PrototypeVersion, other: PrototypeVersion) -> frozenset[str]:
    """Return which of ``CARD_FIELDS`` differ."""
    return frozenset(name for name in CARD_FIELDS if getattr(one, name) != getattr(other, name))


def differing_answers(
    one: PrototypeVersion, other: PrototypeVersion
) -> frozenset[tuple[VerificationQuestion, Side]]:
    """Return the questions that a side answers otherwise in the two; notes count, too."""
    return frozenset(
        (question, side)
        for question in VerificationQuestion
        for side in Side
        if answer_of(one, question, side) != answer_of(other, question, side)
    )


def frame_pairs(
    project: Project, one_id: str, other_id: str
) -> tuple[tuple[Frame | None, Frame | None, bool], ...]:
    """Return the frames of two versions side by side by place, and whether each pair differs."""
    ones, others = (frames_of(project, owner(version)) for version in (one_id, other_id))
    pairs = []
    for place in range(max(len(ones), len(others))):
        left = ones[place] if place < len(ones) else None
        right = others[place] if place < len(others) else None
        pairs.append((left, right, _shown(project, left) != _shown(project, right)))
    return tuple(pairs)


def _shown(project: Project, frame: Frame | None) -> tuple[Any, ...] | None:
    """Return everything one sees of a frame: words, drawing and photo."""
    if frame is None:
        return None
    sketch = project.find(Sketch, frame.sketch_id)
    drawn = replace(sketch, id="") if sketch is not None else None
    return frame.heading, frame.caption, drawn, frame.image_id
