"""What one frame of a storyboard shows, as plain data for its card.

Owns that shape alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from servicedesign.ui.storyboard.frame_paint import FramePicture


@dataclass(frozen=True, slots=True)
class FrameView:
    """One frame.

    Attributes:
        id: of the record.
        heading: the scene in a word or two.
        caption: what happens.
        picture: what it shows.
    """

    id: str
    heading: str = ""
    caption: str = ""
    picture: FramePicture = field(default_factory=FramePicture)
