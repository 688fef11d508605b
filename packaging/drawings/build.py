"""Writes all drawings into ``resources``, or says which files differ from what the code draws.

Owns the files' form and the two index files. Text files are the same to the byte on every machine;
the icon's pixels may differ by a shade between versions of Pillow and are not compared.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Final

from drawings import pixels
from drawings.faces import PORTRAITS, portrait
from drawings.marks import Studio, cover, icon, town_mark
from drawings.people import all_people
from drawings.places import PLACES
from drawings.rooms import ROOMS
from drawings.signs import SIGNS
from drawings.things import THINGS
from servicedesign.model.drawing import Drawing, drawing_to_plain

ROOT: Final = Path(__file__).resolve().parents[2] / "resources"
ICON_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)


def texts() -> dict[str, str]:
    """Return every text file by its path under ``resources``."""
    studio = Studio()
    files = {f"faces/{who.id}.json": written(portrait(who)) for who in PORTRAITS}
    files["faces/index.json"] = listed(
        [{"id": w.id, "ja": w.ja, "en": w.en, "age": w.age, "gender": w.gender} for w in PORTRAITS]
    )
    files.update({f"figures/{key}.json": written(art) for key, art in studio.figures.items()})
    files["figures/cover.json"] = written(cover(studio))
    files["figures/town-mark.json"] = written(town_mark())
    files["figures/index.json"] = listed(_figure_rows())
    return files


def _figure_rows() -> list[dict[str, str]]:
    rows = [{"id": key, "ja": ja, "en": en, "group": "people"} for key, ja, en, _ in all_people()]
    for group, listed_things in (
        ("places", (*ROOMS, *PLACES)),
        ("things", THINGS),
        ("signs", SIGNS),
    ):
        rows += [{"id": t[0], "ja": t[1], "en": t[2], "group": group} for t in listed_things]
    rows.append({"id": "cover", "ja": "表紙の絵", "en": "Cover picture", "group": "marks"})
    rows.append({"id": "town-mark", "ja": "町のしるし", "en": "Town mark", "group": "marks"})
    return rows


def written(drawing: Drawing) -> str:
    """Return a drawing as JSON with one shape a line."""
    plain = drawing_to_plain(drawing)
    parts = []
    for name, value in plain.items():
        if isinstance(value, list):
            rows = ",\n    ".join(json.dumps(item, ensure_ascii=False) for item in value)
            parts.append(f'  "{name}": [\n    {rows}\n  ]')
        else:
            parts.append(f'  "{name}": {json.dumps(value)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def listed(rows: list[dict[str, str]]) -> str:
    """Return an index as JSON with one entry a line."""
    return "[\n  " + ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def icons() -> dict[str, bytes]:
    """Return the icon files by their path under ``resources``."""
    pictures = {size: pixels.paint(icon(size), size) for size in ICON_SIZES}
    files = {}
    for size, picture in pictures.items():
        data = io.BytesIO()
        picture.save(data, "PNG", optimize=True)
        files[f"icons/app-{size}.png"] = data.getvalue()
    files["icons/app.png"] = files["icons/app-256.png"]
    data = io.BytesIO()
    pictures[256].save(
        data, "ICO", sizes=[(s, s) for s in ICON_SIZES], append_images=list(pictures.values())[:-1]
    )
    files["icons/app.ico"] = data.getvalue()
    return files


def write(root: Path = ROOT) -> int:
    """Write every file, remove drawings that no longer exist, and return how many were written."""
    wanted = texts()
    files = {**{name: text.encode() for name, text in wanted.items()}, **icons()}
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for stale in _stale(root, wanted):
        stale.unlink()
    return len(files)


def differing(root: Path = ROOT) -> list[str]:
    """Return the names of text files that are missing, left over, or not what the code draws."""
    wanted = texts()
    found = [name for name, text in wanted.items() if not _same(root / name, text)]
    found += [path.relative_to(root).as_posix() for path in _stale(root, wanted)]
    found += [
        f"icons/app-{s}.png" for s in ICON_SIZES if not (root / f"icons/app-{s}.png").is_file()
    ]
    return found


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def _stale(root: Path, wanted: dict[str, str]) -> list[Path]:
    there = [*root.glob("faces/*.json"), *root.glob("figures/*.json")]
    return [path for path in there if path.relative_to(root).as_posix() not in wanted]
