"""Real projects in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from servicedesign.model import ProjectInfo
from servicedesign.store import Project, create_project


@pytest.fixture
def new_project(tmp_path: Path) -> Iterator[Callable[..., Project]]:
    """Makes projects that are closed when the test ends."""
    made: list[Project] = []

    def make(name: str = "町.sdproj", **options: object) -> Project:
        info = ProjectInfo(service_name="ひとり親の支援")
        project = create_project(tmp_path / name, info, **options)  # type: ignore[arg-type]
        made.append(project)
        return project

    yield make
    for project in made:
        project.close(discard=True)


@pytest.fixture
def project(new_project: Callable[..., Project]) -> Project:
    return new_project()
