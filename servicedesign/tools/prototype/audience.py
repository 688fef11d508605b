"""One version before the room: its name and hypothesis, then the storyboard frame by frame.

Owns the leaves of the page.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF

from servicedesign import tokens
from servicedesign.model.method import MethodPhase
from servicedesign.model.prototype import Frame, Prototype, PrototypeVersion
from servicedesign.model.record import field_specs
from servicedesign.tools.frames import frames_of
from servicedesign.tools.prototype import actions
from servicedesign.ui.context import EditorContext
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import FOOT, LEAST, Leaf
from servicedesign.ui.room.lines import lay
from servicedesign.ui.room.parts import Flow, Head, head
from servicedesign.ui.storyboard.frame_paint import RATIO, frame_picture, paint_picture

_KINDS: Final = frozenset({"prototype", "prototype_version", "frame", "sketch", "image"})
_NUMBER: Final = 96
_CAPTION: Final = 64
_LEAST_CAPTION: Final = 420.0
"""Least width of the words beside a picture, in units."""


class VersionPage(AudiencePage):
    """A version of a prototype, one leaf after the other."""

    def __init__(self, context: EditorContext, version_id: str) -> None:
        """Show the version with an id."""
        self._version_id = version_id
        super().__init__(context)

    def title(self) -> str:
        """Return name and version."""
        shown = self._shown()
        return self._name(*shown) if shown is not None else self.context.t("試作")

    def refresh(self, changes: object = None) -> None:
        """Compose anew when something changed that is shown."""
        found = getattr(changes, "changes", None)
        if found is None or _KINDS & {change.kind for change in found}:
            self.recompose()

    def _shown(self) -> tuple[Prototype, PrototypeVersion] | None:
        project = self.context.project
        version = project.find(PrototypeVersion, self._version_id)
        prototype = project.find(Prototype, version.prototype_id) if version is not None else None
        return (prototype, version) if version is not None and prototype is not None else None

    def _name(self, prototype: Prototype, version: PrototypeVersion) -> str:
        t = self.context.t
        name = prototype.name.strip() or t("名前のない試作")
        return f"{name}　{self._version(version)}"

    def _version(self, version: PrototypeVersion) -> str:
        return self.context.t("第{number}版", number=version.number)

    def compose(self, leaves: Leaves) -> None:
        """Begin with the name, then the hypothesis and what to find out, then the frames."""
        shown = self._shown()
        if shown is None:
            return
        prototype, version = shown
        t = self.context.t
        name = prototype.name.strip() or t("名前のない試作")
        self._first(leaves.add(), name, version)
        over = Head(name, aside=self._version(version))
        fields = [one for one in ("hypothesis", "to_find_out") if getattr(version, one).strip()]
        if fields:
            flow = Flow(leaves, over, t)
            for field in fields:
                flow.space(36)
                flow.heading(t(field_specs(PrototypeVersion)[field].label))
                flow.text(getattr(version, field).strip(), 60, pitch=1.4)
        for number, frame in enumerate(
            frames_of(self.context.project, actions.owner(version.id)), 1
        ):
            self._frame(leaves, over, frame, number)

    def _first(self, leaf: Leaf, name: str, version: PrototypeVersion) -> None:
        box = head(leaf, Head(phase=MethodPhase.PROTOTYPE), self.context.t)
        top = box.top() + 24
        leaf.text(leaf.left, top, self._version(version), 72, bold=True, tone=tokens.SECOND_TEXT)
        top += 72 + 56
        room = QRectF(leaf.left, top, leaf.right - leaf.left, box.bottom() - top)
        laid = lay(
            name, room.width(), room.height(), 132, LEAST, bold=True, pitch=1.3, balanced=True
        )
        leaf.lines(room, laid, bold=True)

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
        wide = leaf.text(left, box.top(), str(number), _NUMBER, bold=True, tone=tokens.ACTION)
        x = left + wide + 28
        if frame.heading.strip():
            leaf.text(
                *(x, box.top() + 36, frame.heading, LEAST),
                tone=tokens.SECOND_TEXT,
                room=leaf.right - x,
            )
        over_words = _NUMBER + 40
        words = QRectF(left, box.top() + over_words, box.right() - left, high - over_words)
        rest = leaf.block(words, frame.caption.strip(), _CAPTION, bold=True, pitch=1.45).rest
        if rest.strip():
            Flow(leaves, over, self.context.t).text(rest, _CAPTION - 8)
