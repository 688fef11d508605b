"""What a hand did to a sketch, told to whoever keeps it.

Owns that shape alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.model import Message, Sketch


@dataclass(frozen=True, slots=True)
class SketchEdit:
    """A sketch as it should be kept.

    Attributes:
        sketch: all of it, with the id it had.
        label: name of the step.
        merge: edits in a row with the same key may become one step; empty never does. A stroke
            never does.
    """

    sketch: Sketch
    label: Message
    merge: str = ""
