"""The look at one scale: fonts, lengths and colours for Qt, from the shared tokens.

Owns the loading of the bundled fonts and the theme, which belongs to the application as its
palette and style sheet do. Must not know any widget.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from servicedesign import tokens
from servicedesign.locations import RESOURCES

FAMILIES = ("BIZ UDPGothic", "Noto Sans JP", "Noto Emoji")
"""Text, rare kanji, emoji: asked in this order for every character."""

MIN_SCALE = 100
MAX_SCALE = 200
LINE_PITCH = {14: 22, 16: 26, 20: 30, 24: 36, 32: 44}
"""Line pitch in px at 100 % for each size of type."""

_PROPERTY = "servicedesign_theme"
_FIRST_FONTS = "BIZUDPGothic*.ttf"


@dataclass(frozen=True, slots=True)
class Theme:
    """Lengths, fonts and colours at one scale.

    Attributes:
        scale: size of the whole interface in per cent, 100 to 200.
    """

    scale: int = 100

    def px(self, length: float) -> int:
        """Return ``length`` (px at 100 %) at this scale."""
        return max(1, round(length * self.scale / 100)) if length else 0

    def font(self, size: int = tokens.BASE_PX, *, bold: bool = False) -> QFont:
        """Return the bundled font at ``size`` px (at 100 %) in one of its two weights."""
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def pitch(self, size: int) -> int:
        """Return the distance of lines of text of ``size`` px (at 100 %), in px at this scale."""
        return self.px(LINE_PITCH.get(size, round(size * 1.6)))


def theme() -> Theme:
    """Return the application's theme; 100 % before one is set."""
    application = QApplication.instance()
    found = application.property(_PROPERTY) if application is not None else None
    return found if isinstance(found, Theme) else Theme()


def apply_theme(application: QApplication, scale: int) -> Theme:
    """Give ``application`` the look at ``scale`` per cent: font, palette and style sheet."""
    from servicedesign.ui.stylesheet import style_sheet

    chosen = Theme(min(MAX_SCALE, max(MIN_SCALE, scale)))
    application.setProperty(_PROPERTY, chosen)
    application.setFont(chosen.font())
    application.setPalette(_palette())
    application.setStyleSheet(style_sheet(chosen))
    return chosen


def load_fonts(*, all_of_them: bool = False) -> tuple[str, ...]:
    """Load the bundled text fonts, or with ``all_of_them`` the rare kanji and emoji too.

    Returns:
        The families that were found; without any the system's font stands in.
    """
    families: list[str] = []
    for path in sorted((RESOURCES / "fonts").rglob("*.ttf" if all_of_them else _FIRST_FONTS)):
        number = QFontDatabase.addApplicationFont(str(path))
        families.extend(QFontDatabase.applicationFontFamilies(number) if number >= 0 else ())
    return tuple(dict.fromkeys(families))


def color(value: str, alpha: float = 1.0) -> QColor:
    """Return a token's colour for Qt, with ``alpha`` from 0 to 1."""
    made = QColor(value)
    made.setAlphaF(alpha)
    return made


def _palette() -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for part, value in (
        (role.Window, tokens.GROUND),
        (role.Base, tokens.GROUND),
        (role.AlternateBase, tokens.TABLE_GROUND),
        (role.Button, tokens.GROUND),
        (role.WindowText, tokens.TEXT),
        (role.Text, tokens.TEXT),
        (role.ButtonText, tokens.TEXT),
        (role.Highlight, tokens.ACTION),
        (role.HighlightedText, tokens.GROUND),
        (role.Link, tokens.ACTION),
        (role.PlaceholderText, tokens.SECOND_TEXT),
        (role.ToolTipBase, tokens.TEXT),
        (role.ToolTipText, tokens.GROUND),
    ):
        palette.setColor(part, QColor(value))
    return palette


def plain(text: str) -> str:
    """Return ``text`` safe for a place where Qt would read markup, such as a tooltip."""
    if "<" not in text and "&" not in text:
        return text
    return "<span>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</span>"
