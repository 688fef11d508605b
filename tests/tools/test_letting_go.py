"""Whatever is deleted, nothing points at nothing afterwards, and one undo brings all of it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from servicedesign.exchange.examples import build_example
from servicedesign.model import RECORDS, ProjectInfo, msg
from servicedesign.tools.letting_go import let_go, pointing_at, what_goes


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory):
    folder: Path = tmp_path_factory.mktemp("letting_go")
    project = build_example("single-parent", folder / "例.sdproj", "ja")
    yield project
    project.close(discard=True)


@pytest.mark.parametrize("kind", [kind for kind in RECORDS if kind != ProjectInfo.KIND])
def test_any_record_of_the_example_can_go_and_come_back(example, kind):
    records = example.all(RECORDS[kind])
    before = example.dump()
    for record in {*records[:1], *records[-1:]}:
        what = what_goes(example, [record])
        with example.edit(msg("消す")):
            let_go(example, what)
        for gone in what.gone:
            assert example.find_any(gone.id) is None
            assert list(pointing_at(example, gone)) == []
        assert all(example.find_any(link) is None for link in what.links)
        example.undo()
        assert example.dump() == before
