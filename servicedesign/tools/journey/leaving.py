"""What goes when a map, a phase, a lane or a card is deleted, told before and done in one step.

Owns what a person is told of it, and pictures that nothing shows any more; the rule is
``letting_go``'s. Must not know how it is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from servicedesign.model import Cell, Image, Issue, Lane, Note, Phase, Record
from servicedesign.store import Project
from servicedesign.tools.letting_go import Letting, let_go, what_goes


class Leaving(Letting):
    """What goes, and what is loosened, with what a person is told of it."""

    __slots__ = ()

    @property
    def cards(self) -> int:
        """How many cards with something on them go."""
        return sum(isinstance(record, Cell) and has_content(record) for record in self.gone)

    @property
    def phases(self) -> int:
        """How many phases and stages go."""
        return sum(isinstance(record, Phase) for record in self.gone)

    @property
    def lanes(self) -> int:
        """How many lanes go."""
        return sum(isinstance(record, Lane) for record in self.gone)

    @property
    def issues(self) -> int:
        """How many issues lose the card they came from."""
        return sum(isinstance(record, Issue) for record in self.loosened)

    @property
    def notes(self) -> int:
        """How many ideas lose the place they answer."""
        return sum(isinstance(record, Note) for record in self.loosened)


def has_content(cell: Cell) -> bool:
    """Tell whether anything stands on a card."""
    marked = cell.outcome.value != "unset" or cell.evidence.value != "none"
    return bool(cell.text.strip() or marked or cell.emotion is not None or cell.image_id)


def leaving(project: Project, records: Sequence[Record]) -> Leaving:
    """Return what deleting ``records`` does; nothing is changed."""
    what = what_goes(project, records)
    return Leaving(what.gone, what.loosened, what.links)


def carry_out(project: Project, what: Leaving) -> None:
    """Delete and loosen inside an edit; pictures that nothing shows any more go, too."""
    pictures = {cell.image_id for cell in what.gone if isinstance(cell, Cell) and cell.image_id}
    let_go(project, what)
    for image_id in pictures:
        drop_picture(project, image_id)


def drop_picture(project: Project, image_id: str | None) -> None:
    """Delete a picture that nothing shows any more: it may show a real person."""
    image = project.find(Image, image_id)
    if image is not None and project.user_of(image) is None:
        project.delete(image)
