"""Pictures of any size: a poster at 300 dpi without holding it, refused beyond a bound, stoppable."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from support.sheet_samples import workshop

from servicedesign.cli import main
from servicedesign.exchange.export import (
    PNG_DPI,
    ExportPlan,
    ExportStoppedError,
    draw_sheet,
    export_sheets,
    gather_sheet,
    sheet_job,
)
from servicedesign.exchange.png import MOST_PIXELS, check_size
from servicedesign.model import ProjectError
from servicedesign.paper.raster import large_page
from servicedesign.tools import sheet

MOST_GROWTH = 150
"""Megabytes by which the process may grow; the picture held whole would be 280."""

LEAST_SEEN = 6
"""Steps of 255 that no eye sees; the edge of a curve is smoothed a little by where a band ends."""


def plan(**changes) -> ExportPlan:
    return ExportPlan(sheets=("board",), day=dt.date(2026, 11, 16), **changes)


@pytest.fixture
def project(tmp_path):
    with workshop(tmp_path) as opened:
        yield opened


def pdf_of(project, **changes) -> bytes:
    spec = sheet("board")
    made = plan(**changes)
    data = gather_sheet(spec, project, blank=False)
    return draw_sheet(spec, data, sheet_job(spec, made, project)).pdf_bytes()


MEASURE = """
import datetime as dt, resource, sys
from pathlib import Path
from servicedesign.exchange.export import ExportPlan, export_sheets
from servicedesign.store import open_project

project = open_project(Path(sys.argv[1]), read_only=True)
day = dt.date(2026, 11, 16)
# What all of it needs is loaded first, so that only the picture is measured.
export_sheets(project, ExportPlan(sheets=("board",), day=day, dpi=36), Path(sys.argv[2]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
large = ExportPlan(sheets=("board",), day=day, paper="A1", dpi=300)
export_sheets(project, large, Path(sys.argv[3]))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no resource module")
def test_a_poster_of_a1_at_300_dpi_does_not_exhaust_memory(project, tmp_path, monkeypatch):
    large = tmp_path / "large.png"
    project.close()
    words = [sys.executable, "-c", MEASURE, str(project.path), str(tmp_path / "a.png"), str(large)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert int(done.stdout) < MOST_GROWTH
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)
    with Image.open(large) as picture:
        assert picture.size == (9933, 7016)
        assert picture.mode == "RGB"
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.01)
        picture.load()
        assert picture.getpixel((5, 5)) == (255, 255, 255)


def test_bands_join_without_a_seam(project):
    pdf = pdf_of(project)
    with large_page(pdf, 0, PNG_DPI) as page:
        bands = b"".join(
            page.rows(top, min(137, page.height - top)) for top in range(0, page.height, 137)
        )
        banded = Image.frombytes("RGB", (page.width, page.height), bands)
        whole = Image.frombytes("RGB", banded.size, page.rows(0, page.height))
    assert _far(banded, whole) <= LEAST_SEEN
    assert len(banded.convert("L").getcolors() or ()) > 20


def _far(one: Image.Image, other: Image.Image) -> int:
    """Return the largest difference of two pictures, in steps of 255."""
    return max(high for _, high in ImageChops.difference(one, other).getextrema())


def test_the_picture_is_that_of_the_page(project, tmp_path):
    exported = export_sheets(project, plan(), tmp_path / "board.png")
    spec = sheet("board")
    data = gather_sheet(spec, project, blank=False)
    pdf = draw_sheet(spec, data, sheet_job(spec, plan(), project)).pdf_bytes()
    with Image.open(exported.files[0]) as picture, large_page(pdf, 0, PNG_DPI) as page:
        whole = Image.frombytes("RGB", picture.size, page.rows(0, page.height))
        assert _far(picture, whole) <= LEAST_SEEN


@pytest.mark.parametrize("dpi", [36, 150, 300])
def test_the_resolution_asked_for_is_that_of_the_file(project, tmp_path, dpi):
    export_sheets(project, plan(dpi=dpi), tmp_path / "board.png")
    with Image.open(tmp_path / "board.png") as picture:
        assert picture.size == (round(420 / 25.4 * dpi), round(297 / 25.4 * dpi))
        assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)


def test_a_picture_that_nothing_could_open_is_refused(project, tmp_path):
    target = tmp_path / "board.png"
    target.write_bytes(b"old")
    with pytest.raises(ProjectError) as refused:
        export_sheets(project, plan(paper="A0", dpi=1200), target)
    assert "dpi" in str(refused.value.todo)
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.glob("*.p*")) == ["board.png"]


def test_the_resolution_that_a_refusal_names_is_not_refused():
    width, height, dpi = 39_732, 56_174, 1200
    with pytest.raises(ProjectError) as refused:
        check_size(width, height, dpi)
    fits = int(dict(refused.value.todo.params)["dpi"])
    assert 300 <= fits < dpi
    smaller = (round(width * fits / dpi), round(height * fits / dpi))
    assert smaller[0] * smaller[1] <= MOST_PIXELS
    check_size(*smaller, fits)


def test_a_long_picture_tells_how_far_it_is_and_can_be_stopped(project, tmp_path):
    target = tmp_path / "board.png"
    told: list[tuple[int, int, str]] = []

    def on_progress(done: int, total: int, name: str) -> bool:
        told.append((done, total, name))
        return name != target.name or done == 0

    target.write_bytes(b"old")
    with pytest.raises(ExportStoppedError):
        export_sheets(project, plan(paper="A1", dpi=200), target, on_progress)
    rows = [one for one in told if one[2] == target.name]
    assert rows[0][0] == 0 < rows[1][0] < rows[1][1]
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.glob(".*part")] == []


def test_the_command_line_takes_a_resolution(project, tmp_path, capsys):
    project.close()
    out = tmp_path / "out.png"
    words = ["export", str(project.path), "--sheet", "board", "--dpi", "72", "-o"]
    assert main([*words, str(out)], lambda *_: 0) == 0
    with Image.open(out) as picture:
        assert picture.size == (1191, 842)
    assert main([*words, str(tmp_path / "out.pdf")], lambda *_: 0) == 2
    assert "--dpi" in capsys.readouterr().err
    assert main([*words[:-2], "9", "-o", str(out)], lambda *_: 0) == 2
    assert not Path(tmp_path / "out.pdf").exists()
