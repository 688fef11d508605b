"""An empty board to work on at the wall: the question, and panels to stick notes in.

Owns its geometry. Must not know the project.
"""

from __future__ import annotations

from typing import Final

from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.tokens import EDGE, SECOND_TEXT

_PHASE: Final = 2
_GAP: Final = 6.0


def draw_blank(job: SheetJob) -> Document:
    """Draw an empty board: the last panel is for ideas that stand alone."""
    t = job.t
    purpose = t("近い付箋を枠に集め、集まったわけを一言で表札に書きます。無理に集めません。")
    doc = Document(job, Heading(t("アイデアボード"), _PHASE, purpose))
    page = doc.new_page()
    body = doc.grid.body
    words = t("問い")
    wide = page.text(body.x, body.y + 3.6, words, 13, bold=True)
    page.line(body.x + wide + 3, body.y + 9, body.right, body.y + 9, 0.5)
    area = body.below(15)
    columns, rows = (3, 2) if doc.grid.landscape else (2, 3)
    panels = [box for row in area.rows(rows, _GAP) for box in row.columns(columns, _GAP)]
    for box in panels[:-1]:
        _panel(page, box, t("表札"))
    last = panels[-1]
    page.rect(
        last.x, last.y, last.width, last.height, stroke=EDGE, line=0.75, radius=2.5, dash=(2.5, 2)
    )
    page.text(last.x + 4, last.y + 4, t("ひとりで立つ案"), 12, bold=True)
    return doc


def _panel(page: Page, box: Box, label: str) -> None:
    page.rect(box.x, box.y, box.width, box.height, stroke=EDGE, line=0.5, radius=2.5)
    wide = page.text(box.x + 4, box.y + 4.4, label, 10.5, colour=SECOND_TEXT)
    page.line(box.x + wide + 6, box.y + 9.4, box.right - 4, box.y + 9.4, 0.35, EDGE)
