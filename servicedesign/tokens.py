"""The look, as values: colours, sizes and spaces that screen and paper share.

Owns the tokens after Japan's Digital Agency design system and Color Universal Design version 4.
Must not import anything of ours nor know Qt or reportlab.
"""

from __future__ import annotations

from typing import Final

ACTION: Final = "#0017C1"
PRESSED: Final = "#00118F"
TINT: Final = "#E8F1FE"
TEXT: Final = "#333333"
SECOND_TEXT: Final = "#4D4D4D"
EDGE: Final = "#949494"
HAIRLINE: Final = "#CCCCCC"
GROUND: Final = "#FFFFFF"
TABLE_GROUND: Final = "#F2F2F2"
SUCCESS: Final = "#197A4B"
ERROR: Final = "#EC0000"
WARNING: Final = "#927200"
RING: Final = "#FFD43D"
INK: Final = "#000000"
"""Text and outlines on paper, so that a laser printer does not screen them."""

PAIN_BAR: Final = "#FF4B00"
PAIN_GROUND: Final = "#FFEACC"
PAIN_BAND: Final = "#FFF6E8"
GAIN_BAND: Final = "#EAF6FF"
SKIN: Final = "#FFEEDD"
HAIR: Final = "#333333"

STICKIES: Final = {
    "cream": "#FFFF80",
    "sky": "#BFE4FF",
    "beige": "#FFCA80",
    "green": "#77D9A8",
}
"""The safe set: told apart by every kind of colour vision; black on them is at least 12:1."""

STICKY_SYMBOLS: Final = {
    "cream": "circle",
    "sky": "triangle",
    "beige": "square",
    "green": "diamond",
}
"""Each sticky colour also has a shape, so that a grey copy still tells them apart."""

PEN_INKS: Final = {"black": INK, "red": "#C83200", "blue": "#0041C8"}
"""Of a pen: told apart by every kind of colour vision, 3:1 or more on every sticky colour."""

MARKER_INKS: Final = {"orange": "#F6AA00", "pink": "#FF8082", "sky": "#4DC4FF"}
"""Of a broad marker: a black line on them is read well."""

BASE_PX: Final = 14
CONTENT_PX: Final = 16
SECTION_PX: Final = 20
TITLE_PX: Final = 24
DISPLAY_PX: Final = 32
SPACES: Final = (4, 8, 12, 16, 24, 32, 40)
RADIUS: Final = 8
