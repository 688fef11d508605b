"""The one button a view wants pressed next.

Owns its look alone.
"""

from __future__ import annotations

from servicedesign import tokens
from servicedesign.ui.widgets.button_base import ButtonBase, ButtonLook


class PrimaryButton(ButtonBase):
    """Filled blue and bold; at most one a view."""

    LOOK = ButtonLook(
        tokens.ACTION, tokens.PRESSED, tokens.PRESSED, tokens.ACTION, tokens.GROUND, True, 16
    )
