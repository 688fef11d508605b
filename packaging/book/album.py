"""The page that lists the pictures: plain HTML, both languages side by side, no network.

Owns its form. Must not take pictures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Final

from book.shot import Shot
from servicedesign.i18n import LANGUAGES

_STYLE: Final = """
body { margin: 2rem; font-family: "BIZ UDPGothic", sans-serif; color: #333; }
nav a { margin-right: 1rem; }
h2 { border-top: 2px solid #333; padding-top: .5rem; margin-top: 3rem; }
.row { display: flex; gap: 1rem; margin: 0 0 1.5rem; }
figure { margin: 0; width: 50%; min-width: 0; }
figcaption { font-size: .85rem; color: #4d4d4d; margin-bottom: .25rem; overflow-wrap: anywhere; }
img { max-width: 100%; max-height: 60vh; height: auto; border: 1px solid #ccc; }
"""

Row = Mapping[str, Shot]
"""The pictures of one thing by language."""


def write_album(folder: Path, shots: Iterable[Shot]) -> Path:
    """Write ``index.html`` over ``shots`` into ``folder`` and return it."""
    chapters = _chapters(shots)
    links = "\n".join(
        f'<a href="#{escape(f"{part}-{name}")}">{escape(name)}</a>' for part, name in chapters
    )
    body = "\n".join(_chapter(part, name, rows) for (part, name), rows in chapters.items())
    target = folder / "index.html"
    target.write_text(
        f'<!DOCTYPE html>\n<html lang="ja">\n<meta charset="utf-8">\n<title>絵の本</title>\n'
        f"<style>{_STYLE}</style>\n<h1>絵の本 / Picture book</h1>\n"
        f"<nav>{links}</nav>\n{body}\n</html>\n",
        encoding="utf-8",
    )
    return target


def _chapters(shots: Iterable[Shot]) -> dict[tuple[str, str], dict[str, dict[str, Shot]]]:
    chapters: defaultdict[tuple[str, str], dict[str, dict[str, Shot]]] = defaultdict(dict)
    for shot in shots:
        chapters[shot.part, shot.chapter].setdefault(shot.row, {})[shot.lang] = shot
    return dict(chapters)


def _chapter(part: str, name: str, rows: Mapping[str, Row]) -> str:
    pictures = "\n".join(_row(row, found) for row, found in rows.items())
    return f'<h2 id="{escape(f"{part}-{name}")}">{escape(name)}</h2>\n{pictures}'


def _row(row: str, found: Row) -> str:
    languages: Sequence[str] = [lang for lang in LANGUAGES if lang in found]
    figures = "".join(_figure(row, found[lang]) for lang in languages)
    return f'<div class="row">{figures}</div>'


def _figure(row: str, shot: Shot) -> str:
    file = escape(shot.file)
    caption = escape(f"{row} · {shot.lang}")
    return (
        f'<figure><figcaption>{caption}</figcaption><a href="{file}">'
        f'<img src="{file}" alt="{caption}" loading="lazy" '
        f'width="{shot.width}" height="{shot.height}"></a></figure>'
    )
