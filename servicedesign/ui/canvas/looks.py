"""What the canvas shows, as plain display data: no record, no rule.

Owns the shapes of what is handed in. Lengths are board units: 1 unit is 1 px at 100 %.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoteLook:
    """One sticky note as it is seen.

    Attributes:
        id: its name; unique on the canvas.
        x: left edge in board units.
        y: upper edge in board units.
        width: in board units.
        height: in board units; what is shown grows beyond it where the words need it.
        colour: key of the sticky colour; its symbol goes with it.
        number: its short number, 0 for none.
        title: its first line, perhaps empty.
        text: what follows, perhaps empty.
        z: order from below to above.
        linked: whether it answers a problem.
        locked: whether it stays where it is.
        tags: shown on its last line.
        picture: key of a picture that is loaded by need, or empty.
        ratio: height of the picture to its width.
        over: key of a drawing that lies over the picture, or empty.
        cluster: the cluster it belongs to, or empty.
    """

    id: str
    x: float
    y: float
    width: float = 160.0
    height: float = 160.0
    colour: str = "cream"
    number: int = 0
    title: str = ""
    text: str = ""
    z: float = 0.0
    linked: bool = False
    locked: bool = False
    tags: tuple[str, ...] = ()
    picture: str = ""
    ratio: float = 1.0
    cluster: str = ""
    over: str = ""

    def moved_to(self, x: float, y: float) -> NoteLook:
        """Return the same note at another place; of thousands this is what takes the time."""
        return NoteLook(
            self.id, x, y, self.width, self.height, self.colour, self.number, self.title,
            self.text, self.z, self.linked, self.locked, self.tags, self.picture, self.ratio,
            self.cluster, self.over,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClusterLook:
    """A white sheet under notes that belong together, with its title card (表札).

    Attributes:
        id: its name; unique on the canvas.
        x: left edge in board units.
        y: upper edge in board units.
        width: in board units.
        height: in board units.
        title: of the card, perhaps empty.
        count: what is said of how many notes it holds, in the reader's language.
        folded: whether it is a pile and its notes are not seen.
        colours: of the notes of a pile, the topmost first.
        head: height of its head, which is chosen and dragged, in board units.
        fixed: whether it is a mere heading that cannot be chosen, moved or written.
    """

    id: str
    x: float
    y: float
    width: float
    height: float
    title: str = ""
    count: str = ""
    folded: bool = False
    colours: tuple[str, ...] = ()
    head: float = 44.0
    fixed: bool = False
