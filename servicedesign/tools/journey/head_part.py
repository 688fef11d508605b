"""Beside the title of the map: whose it is, which of several, which view, how large.

Owns the arrangement, and what goes where there is little room. What is chosen is told by signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Persona
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.store import Project
from servicedesign.tools.portraits import likeness
from servicedesign.ui.theme import plain, theme
from servicedesign.ui.view_head import HeadMiddle
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.portrait import Portrait
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_label import TextLabel

AS_IS, TO_BE, BOTH = "as_is", "to_be", "both"
_FACE = 32
_NAME = 180
"""Most width of a name in px at 100 %; a longer one ends in dots."""
_MAPS = 80
"""Width in px at 100 % to which the title of a map may shrink."""


class HeadPart(HeadMiddle):
    """Person, maps, view and zoom.

    Signals:
        view_chosen: ``as_is``, ``to_be`` or ``both``.
        map_chosen: the id of another map.
        zoom_asked: 1 larger, −1 smaller, 0 to 100 %.
    """

    view_chosen = Signal(str)
    map_chosen = Signal(str)
    zoom_asked = Signal(int)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty part."""
        super().__init__(parent)
        self._t = t
        self._library = DrawingLibrary()
        self._shown: object = None
        self._face = Portrait("", side=_FACE, is_round=True)
        self._name = TextLabel(bold=True)
        self._goal = TextLabel(tone=tokens.SECOND_TEXT)
        self._name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name.setMaximumWidth(theme().px(_NAME))
        self._goal.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._maps = Select(t("地図を選ぶ"), framed=False)
        self._views = {AS_IS: t("現状"), TO_BE: t("理想"), BOTH: t("上下に並べる")}
        self._switch = ChoiceSwitch(
            t("現状か理想か"),
            [Choice(value, label) for value, label in self._views.items()],
            value=AS_IS,
        )
        self._opener = QuietButton(self._views[AS_IS], icon="mdi6.chevron-down")
        self._has_maps = False
        self._has_face = False
        self._out = QuietButton(t("小さく"), key="Ctrl+−", icon="mdi6.magnify-minus-outline")
        self._in = QuietButton(t("大きく"), key="Ctrl++", icon="mdi6.magnify-plus-outline")
        self._full = QuietButton("100%", key="Ctrl+0")
        self._arrange()
        self._switch.chosen.connect(self.view_chosen)
        self._opener.clicked.connect(self._on_opener)
        self._maps.activated.connect(lambda: self.map_chosen.emit(str(self._maps.value())))
        self._out.clicked.connect(lambda: self.zoom_asked.emit(-1))
        self._in.clicked.connect(lambda: self.zoom_asked.emit(1))
        self._full.clicked.connect(lambda: self.zoom_asked.emit(0))

    def _arrange(self) -> None:
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self._face)
        row.addWidget(self._name)
        row.addWidget(self._goal, 3)
        row.addWidget(self._maps)
        row.addWidget(self._switch)
        row.addWidget(self._opener)
        row.addStretch(1)
        for button in (self._out, self._full, self._in):
            row.addWidget(button)
        self._out.show_parts(label=False, key=False)
        self._in.show_parts(label=False, key=False)
        self._full.show_parts(label=True, key=False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def wanted_width(self) -> int:
        """Return the room without name and goal, which may be left out."""
        return self._width(self._all_but_words()) + self._maps_width(least=False)

    def minimumSizeHint(self) -> QSize:
        """Return the room of the maps and the view as a menu: all else may be left out."""
        opener: list[QWidget] = [self._opener] if self._has_maps else []
        width = self._width(opener) + self._maps_width(least=True) - theme().px(8)
        return QSize(max(0, width), theme().px(40))

    def _maps_width(self, *, least: bool) -> int:
        """Return the width of the list of maps with a gap behind; 0 when there is one map."""
        if self._maps.isHidden():
            return 0
        look = theme()
        hint = self._maps.sizeHint().width()
        return (min(hint, look.px(_MAPS)) if least else hint) + look.px(8)

    def _all_but_words(self) -> list[QWidget]:
        face: list[QWidget] = [self._face] if self._has_face else []
        if not self._has_maps:
            return face
        return [*face, self._switch, *self._zoom()]

    def _zoom(self) -> list[QWidget]:
        return [self._out, self._full, self._in]

    def _width(self, parts: Sequence[QWidget]) -> int:
        """Return the width of ``parts`` with a gap behind each."""
        look = theme()
        sizes = (look.px(_FACE) if p is self._face else p.sizeHint().width() for p in parts)
        return sum(size + look.px(8) for size in sizes)

    def show_map(
        self,
        project: Project,
        persona: Persona | None,
        goal: str,
        maps: Sequence[tuple[str, str]],
        current: str,
    ) -> None:
        """Show whose map it is, what the person wants, and the maps there are."""
        t = self._t
        name = persona.name.strip() if persona is not None else ""
        self._name.setText(name or (t("ペルソナはまだ") if current else ""))
        self._goal.setText(goal)
        self._goal.setToolTip(plain(goal))
        self._has_face = persona is not None
        self._face.setAccessibleName(name)
        self._show_face(project, persona)
        self._maps.clear()
        for map_id, title in maps:
            self._maps.add(map_id, title)
        self._maps.set_value(current)
        self._maps.setToolTip(plain(self._maps.currentText()))
        self._maps.setVisible(len(maps) > 1)
        self._has_maps = bool(maps)
        self._fit()
        self.updateGeometry()

    def _show_face(self, project: Project, persona: Persona | None) -> None:
        wanted = (persona.id, persona.face, persona.image_id, persona.crop) if persona else None
        if wanted == self._shown:
            return
        self._shown = wanted
        found = likeness(project, persona, self._library) if persona is not None else None
        if found is not None and found.photo is not None:
            shown = found.picture
            self._face.set_picture(shown if isinstance(shown, bytes) else None)
        else:
            self._face.set_drawing(found.face if found is not None else None)

    def show_view(self, view: str, zoom: float) -> None:
        """Show which view is in use, and how large."""
        self._switch.set_value(view)
        self._opener.set_label(self._views[view])
        self._opener.setAccessibleDescription(self._switch.accessibleName())
        self._full.set_label(f"{round(zoom * 100)}%")
        t = self._t
        said = t("表示の大きさ {percent}%、100%に戻す", percent=round(zoom * 100))
        self._full.setAccessibleName(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the goal, the name, the zoom, the face; at last the view is a menu."""
        look = theme()
        room = self.width() + look.px(8) - self._maps_width(least=True)
        face: list[QWidget] = [self._face] if self._has_face else []
        wide = self._has_maps and room >= self._width([self._switch])
        if self._has_maps:
            room -= self._width([self._switch if wide else self._opener])
        has_face = self._has_face and room >= self._width(face)
        room -= self._width(face) if has_face else 0
        zooms = self._has_maps and wide and room >= self._width(self._zoom())
        room -= self._width(self._zoom()) if zooms else 0
        longer = self._maps_width(least=False) - self._maps_width(least=True)
        longer = max(0, min(longer, room))
        room -= longer
        if not self._maps.isHidden():
            self._maps.setFixedWidth(self._maps_width(least=True) - look.px(8) + longer)
        name = min(self._name.sizeHint().width(), look.px(_NAME)) + look.px(8)
        named = (zooms or not self._has_maps) and room >= name
        self._switch.setVisible(wide)
        self._opener.setVisible(self._has_maps and not wide)
        self._face.setVisible(has_face)
        for part in self._zoom():
            part.setVisible(zooms)
        self._name.setVisible(named)
        self._goal.setVisible(named and room >= name + look.px(96))
        self._goal.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def _on_opener(self) -> None:
        """Offer the views below the button that stands for the switch."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for value, label in self._views.items():
            entry = menu.addAction(label.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(value == self._switch.value())
            entry.triggered.connect(lambda _=False, asked=value: self.view_chosen.emit(asked))
        menu.popup(self._opener.mapToGlobal(QPoint(0, self._opener.height())))
