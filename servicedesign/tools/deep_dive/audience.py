"""One deep-dive before the room: group and idea, whose problem, the flow frame by frame, the rest.

Owns the leaves of the page. What was asked and said stays with the facilitator.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from servicedesign import tokens
from servicedesign.model import DeepDive, Frame, Group
from servicedesign.model.method import MethodPhase
from servicedesign.model.record import field_specs
from servicedesign.tools.deep_dive import actions
from servicedesign.tools.deep_dive.audience_words import WorryRows
from servicedesign.tools.frames import frames_of
from servicedesign.ui.context import EditorContext
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import FOOT, LEAST, Leaf
from servicedesign.ui.room.lines import lay
from servicedesign.ui.room.parts import Flow, Head, head
from servicedesign.ui.sticky_marks import paint_sticky_mark
from servicedesign.ui.storyboard.frame_paint import RATIO, frame_picture, paint_picture

_KINDS: Final = frozenset({"deep_dive", "frame", "sketch", "image", "group"})
_FIRST: Final = ("whose", "problem", "value")
_NEEDS: Final = ("people", "things", "rules", "partners")
_NUMBER: Final = 96
_CAPTION: Final = 64
_LEAST_CAPTION: Final = 420.0
"""Least width of the words beside a picture, in units."""


@dataclass(frozen=True, slots=True)
class _Shown:
    dive: DeepDive
    group: Group | None
    frames: tuple[Frame, ...]


class DivePage(AudiencePage):
    """The deep-dive of one group, one leaf after the other."""

    def __init__(self, context: EditorContext, dive_id: str) -> None:
        """Show the deep-dive with an id."""
        self._dive_id = dive_id
        super().__init__(context)

    def dive_id(self) -> str:
        """Return whose page it is."""
        return self._dive_id

    def show_dive(self, dive_id: str) -> None:
        """Show another deep-dive from its beginning."""
        if dive_id != self._dive_id:
            self._dive_id = dive_id
            self.recompose()
            self.show_leaf(0)

    def title(self) -> str:
        """Return group and idea."""
        shown = self._shown()
        if shown is None:
            return self.context.t("深掘り")
        return "　".join(part for part in (self._group_name(shown), shown.dive.title) if part)

    def refresh(self, changes: object = None) -> None:
        """Compose anew when something changed that is shown."""
        found = getattr(changes, "changes", None)
        if found is None or _KINDS & {change.kind for change in found}:
            self.recompose()

    def _shown(self) -> _Shown | None:
        project = self.context.project
        dive = project.find(DeepDive, self._dive_id)
        if dive is None:
            return None
        frames = frames_of(project, actions.owner(dive.id))
        return _Shown(dive, project.find(Group, dive.group_id), frames)

    def _group_name(self, shown: _Shown) -> str:
        return shown.group.name.strip() if shown.group is not None else ""

    # Leaves -----------------------------------------------------------------------------------

    def compose(self, leaves: Leaves) -> None:
        """Begin with who and what, then whose problem, the flow, what it takes, the worries."""
        shown = self._shown()
        if shown is None:
            return
        self._first(leaves.add(), shown)
        over = Head(
            shown.dive.title or self.context.t("名前のない案"), aside=self._group_name(shown)
        )
        self._texts(leaves, over, shown.dive, _FIRST)
        for number, frame in enumerate(shown.frames, 1):
            self._frame(leaves, over, frame, number)
        self._texts(leaves, over, shown.dive, _NEEDS)
        WorryRows(leaves, over, self.context.t).draw(shown.dive.worries)
        self._texts(leaves, over, shown.dive, ("smallest_trial",))

    def _first(self, leaf: Leaf, shown: _Shown) -> None:
        """Set the group and the idea, as large as they fit."""
        box = head(leaf, Head(phase=MethodPhase.IDEAS), self.context.t)
        top = box.top() + 24
        name = self._group_name(shown)
        if name:
            x = leaf.left
            if shown.group is not None:
                colour, mark = str(shown.group.colour), QRectF(x, top, 72, 72)
                leaf.custom(lambda painter: paint_sticky_mark(painter, colour, mark))
                x += 72 + 32
            leaf.text(x, top, name, 72, bold=True, tone=tokens.SECOND_TEXT, room=leaf.right - x)
            top += 72 + 56
        title = shown.dive.title or self.context.t("名前のない案")
        room = QRectF(leaf.left, top, leaf.right - leaf.left, box.bottom() - top)
        value = shown.dive.value.strip()
        high = room.height() - (300 if value else 0)
        laid = lay(title, room.width(), high, 132, LEAST, bold=True, pitch=1.3, balanced=True)
        leaf.lines(room, laid, bold=True)
        if value:
            top = room.top() + laid.height + 64
            place = QRectF(leaf.left, top, room.width(), box.bottom() - top)
            small = lay(value, place.width(), place.height(), 64, LEAST, pitch=1.45)
            if not small.rest:
                leaf.lines(place, small, tone=tokens.SECOND_TEXT)

    def _texts(self, leaves: Leaves, over: Head, dive: DeepDive, fields: tuple[str, ...]) -> None:
        """Set the fields that hold words, each under its label."""
        written = [field for field in fields if str(getattr(dive, field)).strip()]
        if not written:
            return
        flow = Flow(leaves, over, self.context.t)
        for field in written:
            flow.space(36)
            flow.heading(self.context.t(field_specs(DeepDive)[field].label))
            flow.text(str(getattr(dive, field)).strip(), 60, pitch=1.4)

    def _frame(self, leaves: Leaves, over: Head, frame: Frame, number: int) -> None:
        """Show one frame as large as there is room, its words at the right."""
        leaf = leaves.add()
        box = head(leaf, over, self.context.t)
        high = leaf.height - FOOT - box.top()
        width = min(high / RATIO, box.width() - _LEAST_CAPTION - 56)
        picture = QRectF(box.left(), box.top(), width, width * RATIO)
        shown = frame_picture(self.context.project, frame)
        leaf.custom(lambda painter: paint_picture(painter, shown, picture, radius=16, line=3))
        left = picture.right() + 56
        place = QRectF(left, box.top(), box.right() - left, high)
        wide = leaf.text(left, place.top(), str(number), _NUMBER, bold=True, tone=tokens.ACTION)
        if frame.heading.strip():
            x = left + wide + 28
            leaf.text(x, place.top() + 36, frame.heading, LEAST, tone=tokens.SECOND_TEXT,
                      room=leaf.right - x)  # fmt: skip
        words = QRectF(left, place.top() + _NUMBER + 40, place.width(), high - _NUMBER - 40)
        rest = leaf.block(words, frame.caption.strip(), _CAPTION, bold=True, pitch=1.45).rest
        if rest.strip():
            flow = Flow(leaves, over, self.context.t)
            flow.text(rest, _CAPTION - 8)
