"""Journey maps on screen: one map, or today's above the wished one, to be filled in by key.

Owns which map is in view and the way from the shell to it. What is done on a map is in the hands,
the rules are in the actions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from servicedesign.model import Cell, JourneyMap, JourneyView, Lane, Persona, Phase, Record
from servicedesign.model.titles import record_title
from servicedesign.tools.journey import counterparts, maps
from servicedesign.tools.journey.desks import MapDesks
from servicedesign.tools.journey.empty import no_half, no_map
from servicedesign.tools.journey.head import head_actions
from servicedesign.tools.journey.head_part import AS_IS, BOTH, TO_BE, HeadPart
from servicedesign.tools.journey.inspector import HEIGHT, Inspector
from servicedesign.tools.journey.legend_line import LegendLine
from servicedesign.tools.journey.map_doings import MapDoings
from servicedesign.ui.editor import Editor, HeadAction

if TYPE_CHECKING:
    from servicedesign.store import ChangeSet
    from servicedesign.tools.journey.hands import MapHands
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_page import AudiencePage

_KINDS = frozenset({"journey_map", "phase", "lane", "cell", "issue"})


class JourneyEditor(Editor):
    """The editor of journey maps.

    Attributes:
        doings: what one does with whole maps.

    Signals:
        phase_changed: the cursor stands on another card, perhaps in another phase.
    """

    phase_changed = Signal()

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the first as-is map, else the first."""
        super().__init__(context, parent)
        self._current = ""
        self._view = AS_IS
        self._told: object = None
        self.doings = MapDoings(self)
        self._head = HeadPart(context.t)
        self._desks = MapDesks(context)
        self._legend = LegendLine(context.t, reading=context.read_only)
        self._inspector = Inspector(context)
        self._page = self._make_page()
        self._half: QWidget | None = None
        self._empty = no_map(context, self.doings.add)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._page)
        self._connect()
        self.refresh(None)

    def _make_page(self) -> QWidget:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._legend)
        box.addWidget(self._desks, 1)
        box.addWidget(self._inspector)
        return page

    def _connect(self) -> None:
        self._head.view_chosen.connect(self.show_view)
        self._head.map_chosen.connect(self.show_map)
        self._head.zoom_asked.connect(self._on_zoom_asked)
        self._desks.cursor_changed.connect(self._on_cursor)
        self._desks.zoomed.connect(lambda: self._head.show_view(self._view, self._desks.zoom()))
        self._desks.record_asked.connect(lambda kind, record_id: self.reveal(kind, record_id, ""))

    # What the shell asks ----------------------------------------------------------------------

    def in_head(self) -> QWidget | None:
        """Return person, maps, view and zoom."""
        return self._head

    def wants_width(self) -> bool:
        """Want all the width there is."""
        return True

    def stop(self) -> None:
        """Let pictures that are being made come to their end."""
        self._desks.stop()

    def body_margins(self) -> tuple[int, int]:
        """Return none: a map begins at the edge."""
        return 0, 0

    def body_least(self) -> int:
        """Return the width of a map of eight phases."""
        return 1_280

    def foot(self) -> int:
        """Return the height of the bar for what is chosen, which is under every map."""
        return HEIGHT if self._shows_map() else 0

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the sheet of the map in view."""
        return "journey-map", self._current or None

    def audience_page(self) -> AudiencePage | None:
        """Return the map in use for the room, at the phase in use; None while there is none."""
        if not self._current:
            return None
        from servicedesign.tools.journey.audience_page import MapPage

        return MapPage(self, self._current)

    def phase_in_use(self, map_id: str) -> str:
        """Return the phase in which the cursor stands on a map that is in use, or empty."""
        hands = self._hands()
        if hands is None or hands.grid.scene.contents.journey.id != map_id:
            return ""
        phase = hands.phase()
        return phase.id if phase is not None else ""

    def entrance(self) -> QWidget | None:
        """Return the map, where keys work at once."""
        hands = self._desks.hands()
        return hands.grid.writing.edit if hands is not None and self._shows_map() else None

    def record_in_view(self) -> Record | None:
        """Return the card at the cursor, or the phase or lane of its head."""
        hands = self._hands()
        return hands.record() if hands is not None else None

    def head_actions(self) -> Sequence[HeadAction]:
        """Return what one does with whole maps, the whole map at once, and the next step."""
        return head_actions(self)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        free = not self.context.read_only
        hands = self._hands()
        if hands is None:
            return (
                {"more": lambda: self.doings.add(maps.PRESETS[0])}
                if free and not self._current
                else {}
            )
        some: dict[str, Callable[[], object]] = {
            "zoom_in": lambda: self._desks.step_zoom(1),
            "zoom_out": lambda: self._desks.step_zoom(-1),
            "zoom_full": lambda: self._desks.set_zoom(1.0),
            "zoom_fit": self._desks.fit,
            "link": lambda: self._with_hands(lambda h: h.link()),
            "issue": lambda: self._with_hands(lambda h: h.make_issue()),
        }
        if free:
            some |= {
                "edit": lambda: self._with_hands(lambda h: h.edit()),
                "delete": lambda: self._with_hands(lambda h: h.clear()),
                "delete_card": lambda: self._with_hands(lambda h: h.delete_card()),
                "more": lambda: self._with_hands(lambda h: h.add()),
                "turn_mark": lambda: self._with_hands(lambda h: h.turn_outcome()),
                "turn_evidence": lambda: self._with_hands(lambda h: h.turn_evidence()),
            }
        return some

    def _with_hands(self, do: Callable[[MapHands], object]) -> None:
        hands = self._hands()
        if hands is not None:
            do(hands)

    def _hands(self) -> MapHands | None:
        return self._desks.hands() if self._shows_map() else None

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show a map, or the head or the card that stands on one."""
        project = self.context.project
        record = project.find_any(record_id)
        if isinstance(record, JourneyMap):
            self.show_map(record.id)
            return True
        if not isinstance(record, Phase | Lane | Cell):
            return False
        if project.find(JourneyMap, record.map_id) is None:
            return False
        self.show_map(record.map_id)
        spot = self._desks.spot_of(record, field)
        self._desks.reveal(record.map_id, spot)
        return spot is not None

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed: all when ``changes`` is None, else only what is in view of it."""
        if changes is None:
            self._show_all()
            return
        kinds = {change.kind for change in changes.changes}
        if "journey_map" in kinds:
            self._show_all()
        elif kinds & _KINDS and self._shows_map():
            self._desks.refresh()
        if kinds & {"persona", "image"}:
            self._show_head()
        if kinds & {"link", "finding", "interview", "interview_entry"}:
            both = (record for one in changes.changes for record in (one.before, one.after))
            ids = {getattr(record, "source_id", "") for record in both}
            self._inspector.refresh_links(ids | {change.id for change in changes.changes})

    def _show_all(self) -> None:
        project = self.context.project
        everyone = project.all(JourneyMap)
        ids = [one.id for one in everyone]
        before = self._current
        if self._current not in ids:
            now = (one.id for one in everyone if one.view is JourneyView.AS_IS)
            self._current = next(now, next(iter(ids), ""))
            if self._current:
                self._view = self._own_view()
        self._show_page()
        self._show_head()
        if self._current != before:
            self.target_changed.emit()
        self._tell_head()

    def _own_view(self) -> str:
        journey = self.context.project.get(JourneyMap, self._current)
        return TO_BE if journey.view is JourneyView.TO_BE else AS_IS

    def pair(self) -> tuple[JourneyMap | None, JourneyMap | None]:
        """Return today's map and the wished one that belong to the map in view."""
        project = self.context.project
        pair = counterparts.as_is_and_to_be(project, self._current)
        if pair is not None:
            return pair
        journey = project.find(JourneyMap, self._current)
        if journey is None:
            return None, None
        return (None, journey) if journey.view is JourneyView.TO_BE else (journey, None)

    def _wanted(self) -> list[JourneyMap]:
        as_is, to_be = self.pair()
        wanted = {AS_IS: [as_is], TO_BE: [to_be], BOTH: [as_is, to_be]}[self._view]
        return [one for one in wanted if one is not None]

    def _show_page(self) -> None:
        if not self._current:
            self._desks.show_maps([])
            self._stack.setCurrentWidget(self._empty)
            return
        wanted = self._wanted()
        if len(wanted) < (2 if self._view == BOTH else 1):
            self._desks.show_maps([])
            self._show_half()
            return
        if len(wanted) == 1:
            self._current = wanted[0].id
        if tuple(one.id for one in wanted) == self._desks.map_ids():
            self._desks.refresh()
        else:
            self._desks.show_maps(wanted)
        self._stack.setCurrentWidget(self._page)
        self._on_cursor()

    def _show_half(self) -> None:
        if self._half is not None:
            self._stack.removeWidget(self._half)
            self._half.deleteLater()
        to_be = self.pair()[1] is None
        make = self.doings.make_to_be if to_be else (lambda: self.doings.add(maps.PRESETS[0]))
        self._half = no_half(self.context, to_be=to_be, make=make)
        self._stack.addWidget(self._half)
        self._stack.setCurrentWidget(self._half)

    def _shows_map(self) -> bool:
        return bool(self._current) and self._stack.currentWidget() is self._page

    def _show_head(self) -> None:
        project, t = self.context.project, self.context.t
        journey = project.find(JourneyMap, self._current)
        persona = project.find(Persona, journey.persona_id) if journey else None
        named = [
            (one.id, record_title(one) or t("題のない地図"))
            for one in project.all(JourneyMap)
            if journey is not None and (one.view is journey.view or one.id == journey.id)
        ]
        goal = " ".join(journey.goal.split()) if journey else ""
        self._head.show_map(project, persona, goal, named, self._current)
        self._head.show_view(self._view, self._desks.zoom())

    def _tell_head(self) -> None:
        """Ask for the head anew when it would differ."""
        state = (self._current, self._view, self._shows_map(), self.pair()[1] is None)
        if state != self._told:
            self._told = state
            self.head_changed.emit()

    def _on_cursor(self) -> None:
        self._inspector.show_cursor(self._hands())
        self.phase_changed.emit()

    # Maps -------------------------------------------------------------------------------------

    def current(self) -> JourneyMap | None:
        """Return the map in view, or None."""
        return self.context.project.find(JourneyMap, self._current)

    def show_map(self, map_id: str) -> None:
        """Show another map; beside its other half it is only gone to."""
        if map_id in self._desks.map_ids() and self._shows_map():
            self._desks.reveal(map_id, None)
            if map_id != self._current:
                self._current = map_id
                self.target_changed.emit()
            return
        self.flush()
        self._current = map_id
        self._view = self._own_view()
        self._show_page()
        self._show_head()
        self.target_changed.emit()
        self._tell_head()
        self._focus()

    def show_view(self, view: str) -> None:
        """Show today's map, the wished one, or both."""
        self.flush()
        kept = self._head.isAncestorOf(QApplication.focusWidget() or self)
        as_is, to_be = self.pair()
        self._view = view
        chosen = {AS_IS: as_is, TO_BE: to_be}.get(view)
        if chosen is not None:
            self._current = chosen.id
        self._show_page()
        self._show_head()
        self.target_changed.emit()
        self._tell_head()
        if not kept:
            self._focus()

    def _focus(self) -> None:
        hands = self._hands()
        if hands is not None:
            hands.grid.setFocus()

    def fit(self) -> None:
        """Show the whole map."""
        self._desks.fit()

    def _on_zoom_asked(self, side: int) -> None:
        if side:
            self._desks.step_zoom(side)
        else:
            self._desks.set_zoom(1.0)
