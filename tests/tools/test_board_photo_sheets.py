"""Sheets with photos: what is gathered holds no bytes, and what is drawn fits the paper."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from support import pictures
from support.boards import board_project

from servicedesign.exchange.export import frame_info
from servicedesign.i18n import translator
from servicedesign.model import Board
from servicedesign.paper.document import SheetJob
from servicedesign.paper.papers import PAPERS
from servicedesign.store.images import fingerprint
from servicedesign.store.stored_picture import StoredPicture
from servicedesign.tools import sheet
from servicedesign.tools.board.photo_notes import add_photo_note
from servicedesign.tools.pictures import Picture


@pytest.fixture
def project(tmp_path: Path):
    made = board_project(tmp_path)
    for number in range(3):
        photo = pictures.photo((900 + number, 600))
        add_photo_note(made, made.all(Board)[0].id, photo, "", 400.0 * number, 900.0)
    yield made
    made.close(discard=True)


def job(project, paper: str) -> SheetJob:
    frame = frame_info(project, date(2026, 4, 1))
    return SheetJob(PAPERS[paper], "landscape", translator("ja"), frame, blank=False)


@pytest.mark.parametrize("name", ["board", "idea-cards", "stickies"])
def test_gathering_reads_no_photo_and_drawing_elsewhere_prints_all(project, name):
    spec = sheet(name)
    data = spec.gather(project)
    assert "StoredPicture(" in repr(data)
    assert "bytes" not in repr(data)
    drawn: list[bytes] = []
    paper = "A3" if "A3" in spec.papers else "A4"
    work = threading.Thread(
        target=lambda: drawn.append(spec.draw(data, job(project, paper)).pdf_bytes())
    )
    work.start()
    work.join(60)
    assert drawn[0].count(b"/Subtype /Image") >= 3


def test_a_photo_is_printed_as_jpeg_and_no_finer_than_print_shows(project):
    spec = sheet("board")
    small = spec.draw(spec.gather(project), job(project, "A3")).pdf_bytes()
    assert b"/DCTDecode" in small
    assert len(small) < 1_500_000


def test_a_photo_that_waits_to_be_written_is_printed_too(project):
    data = pictures.photo()
    held = StoredPicture(project.path, fingerprint(data), data)
    assert Picture(photo=held).photo_bytes() == data
