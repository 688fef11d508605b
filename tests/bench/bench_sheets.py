"""Each sheet of the complete example, against the same strings and lines drawn by bare calls.

The primitives of the drawn pages are recorded once; what is timed is a reportlab canvas that gets
one public call for each of them.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from timing import Result, compare

from servicedesign.exchange.examples import build_example
from servicedesign.exchange.export import ExportPlan, sheet_job
from servicedesign.paper.document import Document
from servicedesign.paper.fonts import font_book
from servicedesign.paper.ops import ImageOp, Op, PageOp, TextOp
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.tools import all_sheets

Call = Callable[[Any], object]


def results(rounds: int = 9) -> Iterator[Result]:
    """Yield one comparison for each sheet that the example fills."""
    with tempfile.TemporaryDirectory() as folder:
        project = build_example("single-parent", Path(folder) / "a.sdproj", "ja")
        for spec in all_sheets():
            job = sheet_job(spec, ExportPlan(day=date(2026, 12, 1)), project)
            data = spec.gather(project)
            if data is not None:
                pages = recorded(spec.draw(data, job))
                yield compare(
                    f"sheet {spec.id} ({len(pages)} pages)",
                    lambda draw=spec.draw, data=data, job=job: draw(data, job).pdf_bytes(),
                    lambda pages=pages: replay(pages),
                    rounds=rounds,
                    bar=2.0,
                )
        project.close()


Recorded = list[tuple[tuple[float, float], list[Call]]]


def recorded(document: Document) -> Recorded:
    """Return every page's size and the canvas calls that draw it."""
    document.pdf_bytes()
    pages = []
    for page, number in zip(document.pages, document.numberings(), strict=True):
        size = (page.grid.paper_width * PT_PER_MM, page.grid.paper_height * PT_PER_MM)
        calls: list[Call] = []
        for op in page.finished(number):
            calls += _calls(op)
        pages.append((size, calls))
    return pages


def replay(pages: Recorded) -> bytes:
    """Draw the recorded pages with bare calls and return the file."""
    out = io.BytesIO()
    first = font_book().face(bold=False, step=0).fontName
    canvas = Canvas(out, pageCompression=1, initialFontName=first)
    for size, calls in pages:
        canvas.setPageSize(size)
        for call in calls:
            call(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _calls(op: Op) -> list[Call]:
    if isinstance(op, TextOp):
        return list(_text(op))
    if isinstance(op, ImageOp):
        return [
            lambda c: c.drawImage(
                ImageReader(io.BytesIO(op.data)), op.x, op.y, op.width, op.height, mask="auto"
            )
        ]
    if isinstance(op, PageOp):
        inner = [call for part in op.page.finished(op.numbering) for call in _calls(part)]
        return [
            lambda c: c.saveState(),
            lambda c: c.transform(op.scale, 0, 0, op.scale, op.x, op.y),
            *inner,
            lambda c: c.restoreState(),
        ]
    return _code(op.split())


def _text(op: TextOp) -> Iterator[Call]:
    x = op.x
    for run in op.runs:
        name = run.font.fontName
        width = run.font.stringWidth(run.text, op.size)
        yield lambda c, name=name: c.setFont(name, op.size)
        yield lambda c, x=x, text=run.text: c.drawString(x, op.y, text, charSpace=op.tracking)
        x += width + op.tracking * len(run.text)


def _code(words: Sequence[str]) -> list[Call]:
    """Return the canvas calls that write ``words`` of a content stream."""
    calls: list[Call] = []
    path: list[tuple[str, list[float]]] = []
    numbers: list[float] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word.startswith("["):
            end = next(i for i in range(at, len(words)) if words[i].endswith("]"))
            dash = [float(n) for n in " ".join(words[at : end + 1]).strip("[]").split()]
            calls.append(lambda c, dash=dash: c.setDash(dash, 0))
            at = end + 3
            continue
        if word[0].isdigit() or word[0] in "-.":
            numbers.append(float(word))
        elif word in {"m", "l", "c", "h", "re"}:
            path.append((word, numbers))
            numbers = []
        else:
            calls += _state(word, numbers, path)
            numbers = []
        at += 1
    return calls


def _state(word: str, n: list[float], path: list[tuple[str, list[float]]]) -> list[Call]:
    if word in {"S", "f", "f*", "B", "B*", "n", "W"}:
        drawn = list(path)
        if word == "W":
            return [lambda c: c.clipPath(_path(c, drawn), stroke=0, fill=0)]
        path.clear()
        if word == "n":
            return []
        mode = 0 if word.endswith("*") else 1
        stroke, fill = int(word[0] in "SB"), int(word[0] in "fB")
        return [lambda c: c.drawPath(_path(c, drawn), stroke=stroke, fill=fill, fillMode=mode)]
    plain: dict[str, Call] = {
        "RG": lambda c: c.setStrokeColorRGB(*n),
        "rg": lambda c: c.setFillColorRGB(*n),
        "w": lambda c: c.setLineWidth(n[0]),
        "J": lambda c: c.setLineCap(int(n[0])),
        "j": lambda c: c.setLineJoin(int(n[0])),
        "q": lambda c: c.saveState(),
        "Q": lambda c: c.restoreState(),
        "cm": lambda c: c.transform(*n),
    }
    return [plain[word]]


def _path(canvas: Any, parts: Sequence[tuple[str, list[float]]]) -> Any:
    path = canvas.beginPath()
    draw = {"m": path.moveTo, "l": path.lineTo, "c": path.curveTo, "re": path.rect}
    for word, numbers in parts:
        if word == "h":
            path.close()
        else:
            draw[word](*numbers)
    return path
