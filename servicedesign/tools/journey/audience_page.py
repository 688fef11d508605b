"""One phase of a map for the room: its name, what stands in each lane, where it lies on the way.

Owns that page. It shows the phase in which the facilitator works; what does not fit goes on to
further leaves. What a card rests on is told by its two squares alone: sources name people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from servicedesign import tokens
from servicedesign.model import JourneyMap, JourneyView, Persona
from servicedesign.model.titles import record_title
from servicedesign.tools.journey.audience_rows import PhaseRows, PhaseShown
from servicedesign.tools.journey.audience_way import WAY_HIGH, draw_way
from servicedesign.tools.journey.contents import MapContents, read_contents
from servicedesign.tools.journey.lanes import lane_name
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import LEAST, Leaf
from servicedesign.ui.room.parts import Head, head
from servicedesign.ui.room.people import called, face_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from servicedesign.store import ChangeSet
    from servicedesign.tools.journey.editor import JourneyEditor

_SHOWN: Final = frozenset({"journey_map", "phase", "lane", "cell", "issue", "persona", "image"})
_BELOW: Final = 56
"""Under the way, in units."""
_TITLE_GAP: Final = 20


class MapPage(AudiencePage):
    """One map, a phase at a time."""

    def __init__(self, editor: JourneyEditor, map_id: str, parent: QWidget | None = None) -> None:
        """Show the map called ``map_id``, at the phase in use in ``editor``."""
        self._editor = editor
        self._map_id = map_id
        self._phase_id = editor.phase_in_use(map_id)
        super().__init__(editor.context, parent)
        editor.phase_changed.connect(self._follow)

    def title(self) -> str:
        """Return the title of the map."""
        return self._words()

    def numbers_leaves(self) -> bool:
        """The line over the way says it."""
        return False

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Compose anew when the map or its persona changed."""
        if changes is None or any(one.kind in _SHOWN for one in changes.changes):
            self.recompose()

    def phase_shown(self) -> str:
        """Return the id of the phase shown, or empty."""
        contents = self._contents()
        col = self._column(contents) if contents is not None else -1
        return contents.columns[col].id if contents is not None and col >= 0 else ""

    def _follow(self) -> None:
        phase_id = self._editor.phase_in_use(self._map_id)
        if phase_id and phase_id != self._phase_id:
            self._phase_id = phase_id
            self.show_leaf(0)
            self.recompose()

    def _contents(self) -> MapContents | None:
        try:
            return read_contents(self.context.project, self._map_id)
        except KeyError:
            return None  # the map was deleted while the room looked at it

    def _column(self, contents: MapContents) -> int:
        """Return the column shown: the first one when that in use is gone, −1 when none is left."""
        col = contents.column_of(self._phase_id) if self._phase_id else 0
        return col if 0 <= col < len(contents.columns) else min(0, len(contents.columns) - 1)

    def _words(self) -> str:
        journey, t = self.context.project.find(JourneyMap, self._map_id), self.context.t
        if journey is None:
            return t("ジャーニーマップ")
        name = " ".join(record_title(journey).split()) or t("題のない地図")
        return t("{title}（理想）", title=name) if journey.view is JourneyView.TO_BE else name

    # Composing --------------------------------------------------------------------------------

    def compose(self, leaves: Leaves) -> None:
        """Set the lanes of the phase over as many leaves as it takes."""
        contents = self._contents()
        col = self._column(contents) if contents is not None else -1
        if contents is None or col < 0:
            leaf = leaves.add()
            leaf.block(leaf.whole, self._words(), 100, bold=True)
            return
        top = self._head(contents, col)
        made: list[Leaf] = []

        def _begin() -> tuple[Leaf, QRectF]:
            leaf = leaves.add()
            made.append(leaf)
            box = head(leaf, top, self.context.t)
            box.setBottom(leaf.height - _BELOW - WAY_HIGH - LEAST - 2 * _TITLE_GAP - 12)
            return leaf, box

        rows = PhaseRows(_begin, self.context.t)
        rows.fill(self._shown(contents, col))
        for number, leaf in enumerate(made, 1):
            self._way(leaf, contents, col, f"{number} / {len(made)}" if len(made) > 1 else "")

    def _head(self, contents: MapContents, col: int) -> Head:
        t, column = self.context.t, contents.columns[col]
        phase, over = column.phase, column.head
        name = " ".join((phase.title if phase is not None else "").split())
        if column.is_stage and over is not None and over.title.strip():
            name = f"{' '.join(over.title.split())}　{name}"
        when = " ".join((phase.when if phase is not None else "").split())
        persona = self.context.project.find(Persona, contents.journey.persona_id)
        return Head(
            title=name or t("名前のないフェーズ"),
            subtitle=when,
            aside=called(persona, t) if persona is not None else "",
            portrait=face_of(self.context.project, persona) if persona is not None else None,
        )

    def _shown(self, contents: MapContents, col: int) -> list[PhaseShown]:
        t = self.context.t
        return [
            PhaseShown(
                " ".join(t(lane_name(lane)).split()),
                lane.kind,
                cards,
                tuple(contents.issues[card.id].number for card in cards
                      if card.id in contents.issues),
                contents.to_be,
            )
            for row, lane in enumerate(contents.lanes)
            if (cards := tuple(c for c in contents.at(col, row) if _says(c)))
        ]  # fmt: skip

    def _way(self, leaf: Leaf, contents: MapContents, col: int, number: str) -> None:
        """Set the name of the map, and below it all its phases with the present one marked."""
        bottom = leaf.height - _BELOW
        y = bottom - WAY_HIGH - _TITLE_GAP - LEAST
        used = 0.0
        if number:
            used = leaf.text(leaf.right, y, number, LEAST, tone=tokens.SECOND_TEXT, align="right")
        leaf.text(leaf.left, y, self._words(), LEAST, tone=tokens.SECOND_TEXT,
                  room=leaf.right - leaf.left - used - 48)  # fmt: skip
        box = QRectF(leaf.left, bottom - WAY_HIGH, leaf.right - leaf.left, WAY_HIGH)
        draw_way(leaf, box, contents, col)


def _says(card: object) -> bool:
    """Tell whether anything of a card is seen on the page."""
    text = getattr(card, "text", "").strip()
    return bool(text) or getattr(card, "emotion", None) is not None
