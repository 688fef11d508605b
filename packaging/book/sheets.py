"""Pictures of every page of every sheet: filled, blank and overfull, on each of its papers.

Owns which states of a sheet are shown. The sheets come from the registry.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from book.projects import BUILDERS, DAY, Shelf
from book.shot import Shot, keep
from servicedesign.exchange.export import ExportPlan, gather_sheet, sheet_job
from servicedesign.paper.raster import page_count, render_page
from servicedesign.store import Project
from servicedesign.tools import all_sheets
from servicedesign.tools.registry import SheetSpec

DPI: Final = 80
STATES: Final = (*(name for name in BUILDERS if name != "empty"), "blank")


def sheet_shots(folder: Path, shelf: Shelf, lang: str) -> Iterator[Shot]:
    """Draw all sheets in ``lang`` into ``folder``."""
    for state in STATES:
        blank = state == "blank"
        project = shelf.open("single-parent" if blank else state, lang, read_only=True)
        try:
            for spec in all_sheets():
                data = gather_sheet(spec, project, blank=blank)
                if data is not None:
                    yield from _pages(folder, spec, data, project, state, lang)
        finally:
            project.close()


def _pages(
    folder: Path, spec: SheetSpec, data: Any, project: Project, state: str, lang: str
) -> Iterator[Shot]:
    for paper in spec.papers:
        plan = ExportPlan(paper=paper, blank=state == "blank", lang=lang, day=DAY)
        pdf = spec.draw(data, sheet_job(spec, plan, project)).pdf_bytes()
        for page in range(page_count(pdf)):
            row = f"{state} {paper} {page + 1:03}"
            yield keep(folder, "sheets", spec.id, row, lang, render_page(pdf, page, DPI))
