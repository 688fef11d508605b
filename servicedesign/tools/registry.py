"""What a tool is: the record that navigator, print list, search and the generic tests all read.

Owns ``Tool`` and ``SheetSpec``. Rooms of a tool are named by dotted paths and opened only when they
are used, so that listing the tools loads neither Qt nor the sheet kit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from servicedesign.model.method import MethodPhase, Progress

if TYPE_CHECKING:
    from servicedesign.paper.document import Document, SheetJob
    from servicedesign.store import Project


class Gather(Protocol):
    """Collects what a sheet shows from a project, all of it or one record's."""

    def __call__(self, project: Project, only: str | None = None) -> Any | None:
        """Return plain data for ``draw``, or None when the project holds nothing for the sheet."""


class Blank(Protocol):
    """Makes the data of an empty worksheet; a project lends its names to the frame."""

    def __call__(self, project: Project | None) -> Any:
        """Return plain data for ``draw``."""


class Draw(Protocol):
    """Draws a sheet from plain data; safe on any thread, knows no store."""

    def __call__(self, data: Any, job: SheetJob) -> Document:
        """Return the drawn document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSpec:
    """One printed sheet of a tool.

    Attributes:
        id: its name on the command line.
        title: its name for people.
        module: dotted path of the module that draws it.
        prefix: put before the names of the three functions where a module has several sheets.
        papers: paper ids it is made for, the default first; larger ones scale.
        orientation: ``portrait`` or ``landscape`` by default.
        record_kind: the kind of record that ``only`` of gather names, or None.
        order: place in the print list and in the workbook.
        has_blank: whether an empty worksheet makes sense.
        in_workbook: whether the workbook takes it in; things to cut out stay outside.
    """

    id: str
    title: str
    module: str
    prefix: str = ""
    papers: tuple[str, ...] = ("A4", "A3")
    orientation: str = "portrait"
    record_kind: str | None = None
    order: int = 0
    has_blank: bool = True
    in_workbook: bool = True

    @property
    def gather(self) -> Gather:
        """The function that collects the data."""
        return cast("Gather", self._function("gather"))

    @property
    def blank_data(self) -> Blank:
        """The function that makes the data of an empty worksheet."""
        return cast("Blank", self._function("blank_data"))

    @property
    def draw(self) -> Draw:
        """The function that draws."""
        return cast("Draw", self._function("draw"))

    def _function(self, name: str) -> Callable[..., Any]:
        return cast("Callable[..., Any]", load(f"{self.module}:{self.prefix}{name}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One workshop tool.

    Attributes:
        id: the name of its folder.
        phase: the phase of the method under which the navigator lists it.
        title: its name for people.
        summary: one line that says what it is for, shown beside the title.
        icon: a ``mdi6`` icon name.
        kinds: kinds of record that belong to it; search hits in them are opened by its editor.
        sheets: its printed sheets.
        editor: ``module:Class`` of its editor, or None while it has none on screen.
        state: ``module:function`` taking a project and returning ``Progress``, or None.
    """

    id: str
    phase: MethodPhase
    title: str
    summary: str
    icon: str
    kinds: tuple[str, ...]
    sheets: tuple[SheetSpec, ...] = ()
    editor: str | None = None
    state: str | None = None

    def load_editor(self) -> type[Any]:
        """Return the editor's class; loads Qt.

        Raises:
            LookupError: the tool has no editor.
        """
        if self.editor is None:
            raise LookupError(self.id)
        return cast("type[Any]", load(self.editor))

    def progress(self, project: Project) -> Progress:
        """Return how far ``project`` has come with this tool; NONE when the tool cannot tell."""
        if self.state is None:
            return Progress.NONE
        return Progress(load(self.state)(project))


def load(path: str) -> Any:
    """Return what ``module:name`` names."""
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)
