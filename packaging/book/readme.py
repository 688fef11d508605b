"""The few pictures that README.md shows, small enough to be kept with the code.

Owns which they are and how they are made small. They are taken as those of the book are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image

from book.projects import DAY, Shelf
from servicedesign.exchange.export import ExportPlan, sheet_job
from servicedesign.paper.raster import render_page
from servicedesign.tools import sheet

_COLOURS: Final = 256
_DPI: Final = 200
"""Sheets are rasterised large and made smaller, so that thin lines stay even."""
EXAMPLE: Final = "single-parent"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A picture of README.md: a screen or a sheet's first page, and its width in px."""

    name: str
    lang: str
    width: int


SCREENS: Final = (
    _Wanted("start", "ja", 900),
    _Wanted("tool-journey", "ja", 900),
    _Wanted("tool-board", "ja", 900),
    _Wanted("tool-voting", "ja", 900),
    _Wanted("tool-principles", "en", 900),
)
SHEETS: Final = (
    _Wanted("persona", "ja", 560),
    _Wanted("journey-map", "ja", 900),
    _Wanted("prototype", "en", 900),
    _Wanted("principles", "ja", 560),
)


def write_pictures(folder: Path, work: Path) -> Iterator[Path]:
    """Write the pictures into ``folder``; projects are built in ``work``."""
    shelf = Shelf(work / "projects")
    folder.mkdir(parents=True, exist_ok=True)
    for wanted in SCREENS:
        yield _kept(folder / f"screen-{wanted.name}-{wanted.lang}.png", _screen(wanted, shelf))
    for wanted in SHEETS:
        picture = _scaled(_sheet(wanted, shelf), wanted.width)
        yield _kept(folder / f"sheet-{wanted.name}-{wanted.lang}.png", picture)


def _screen(wanted: _Wanted, shelf: Shelf) -> Image.Image:
    from book.screens import LAPTOP, screen_picture
    from servicedesign.ui.screens import screens

    screen = next(one for one in screens() if one.id == wanted.name)
    picture = screen_picture(screen, shelf, EXAMPLE, wanted.lang, LAPTOP)
    return _scaled(picture, wanted.width)


def _sheet(wanted: _Wanted, shelf: Shelf) -> Image.Image:
    spec = sheet(wanted.name)
    with shelf.open(EXAMPLE, wanted.lang, read_only=True) as project:
        job = sheet_job(spec, ExportPlan(lang=wanted.lang, day=DAY), project)
        pdf = spec.draw(spec.gather(project), job).pdf_bytes()
    return render_page(pdf, 0, _DPI)


def _scaled(picture: Image.Image, width: int) -> Image.Image:
    height = round(picture.height * width / picture.width)
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _kept(target: Path, picture: Image.Image) -> Path:
    small = picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(target, format="PNG", optimize=True)
    return target
