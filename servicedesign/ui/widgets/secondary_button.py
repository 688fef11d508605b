"""A button beside the primary one.

Owns its look alone.
"""

from __future__ import annotations

from servicedesign import tokens
from servicedesign.ui.widgets.button_base import ButtonBase, ButtonLook


class SecondaryButton(ButtonBase):
    """White with an edge."""

    LOOK = ButtonLook(
        tokens.GROUND, tokens.TABLE_GROUND, tokens.HAIRLINE, tokens.EDGE, tokens.TEXT, False, 16
    )
