"""The bar under a map: what the card at the cursor is, and what one can do with it.

Owns the arrangement of marks, sources, picture and issue for the cursor of one grid. What a press
does is in the hands.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.model import Cell, EvidenceLevel, LaneKind, Outcome
from servicedesign.model.message import N_
from servicedesign.tools import evidence
from servicedesign.tools.journey import cells, lanes
from servicedesign.tools.journey.grid.moving import WHEN, Spot
from servicedesign.tools.journey.grid.words import EVIDENCE_WORDS
from servicedesign.tools.journey.hands import MapHands
from servicedesign.tools.journey.levels import level_words
from servicedesign.tools.journey.presets import OUTCOME_WORDS
from servicedesign.tools.journey.sign_button import SignButton
from servicedesign.tools.journey.signs import (
    paint_evidence,
    paint_outcome,
    squares_width,
)
from servicedesign.ui.context import EditorContext
from servicedesign.ui.evidence_picking import go_to_source
from servicedesign.ui.faces import paint_face
from servicedesign.ui.source_words import SourceWords, source_words
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.action_chip import ActionChip
from servicedesign.ui.widgets.evidence_cell import EvidenceCell, Lack
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_label import TextLabel

HEIGHT = 52
_NO_OUTCOME = N_("成否")
_WHERE = 96
"""Width in px at 100 % that the words of the place keep as long as other words can go."""


class Inspector(QWidget):
    """The bar for the cursor of one grid at a time."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make a bar that shows nothing."""
        super().__init__(parent)
        t = context.t
        self._context = context
        self._hands: MapHands | None = None
        self._shown_sources: set[str] = set()
        self._found: tuple[SourceWords, ...] = ()
        self._issue_number: int | None = None
        self.setAccessibleName(t("選んだ升"))
        self.setFixedHeight(theme().px(HEIGHT))
        self._where = TextLabel(tone=tokens.SECOND_TEXT)
        self._where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._outcome = SignButton("", key="Ctrl+J")
        self._level = SignButton("", key="Ctrl+Shift+J")
        self._lower = QuietButton(t("下げる"), key="−")
        self._raise = QuietButton(t("上げる"), key="+")
        self._face = SignButton("")
        self._sources = EvidenceCell(t("このカード"), t)
        self._picture = QuietButton(t("写真…"), icon="mdi6.image-outline")
        self._issue = ActionChip("", icon="mdi6.arrow-right")
        self._more = QuietButton("", key="Ctrl+Shift+N", icon="mdi6.plus")
        self._gone = QuietButton(t("消す"), key="Delete", icon="mdi6.trash-can-outline")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        row.setSpacing(look.px(8))
        row.addWidget(self._where, 1)
        for part in self._parts():
            row.addWidget(part)
        self._sources.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._sources.set_active(True)

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            *(self._outcome, self._level, self._lower, self._face, self._raise),
            *(self._sources, self._picture, self._issue, self._more, self._gone),
        )

    def _connect(self) -> None:
        self._outcome.clicked.connect(lambda: self._do("turn_outcome"))
        self._level.clicked.connect(lambda: self._do("turn_evidence"))
        self._lower.clicked.connect(lambda: self._hands and self._hands.take_level("-"))
        self._raise.clicked.connect(lambda: self._hands and self._hands.take_level("+"))
        self._face.clicked.connect(self._on_face)
        self._sources.link_asked.connect(lambda: self._do("link"))
        self._sources.list_asked.connect(self._on_list)
        self._sources.source_asked.connect(self._on_source)
        self._picture.clicked.connect(self._on_picture)
        self._issue.clicked.connect(lambda: self._do("make_issue"))
        self._more.clicked.connect(self._on_more)
        self._gone.clicked.connect(lambda: self._do("delete_head"))

    def _do(self, name: str) -> None:
        if self._hands is not None:
            {
                "turn_outcome": self._hands.turn_outcome,
                "turn_evidence": self._hands.turn_evidence,
                "link": self._hands.link,
                "make_issue": self._hands.make_issue,
                "delete_head": self._hands.delete_head,
            }[name]()

    # What is shown ----------------------------------------------------------------------------

    def show_cursor(self, hands: MapHands | None) -> None:
        """Show what the cursor of a grid is on."""
        self._hands = hands
        spot = hands.grid.spot() if hands is not None else None
        if hands is None or spot is None:
            self.setVisible(False)
            return
        self.setVisible(True)
        lane = hands.lane() if spot.in_body else None
        card = hands.card() if spot.in_body else None
        free = not hands.locked()
        kind = lane.kind if lane is not None else None
        self._where.setText(self._where_words(hands, spot))
        self._show_outcome(card, kind is LaneKind.ACTION, free)
        self._show_level(card, lane is not None and kind is not LaneKind.EMOTION, free)
        self._show_feeling(card, kind is LaneKind.EMOTION, free)
        self._show_sources(card)
        self._show_issue(hands, card, kind is LaneKind.PAIN_POINT)
        self._picture.setVisible(lane is not None and kind is not LaneKind.EMOTION and free)
        has_picture = card is not None and card.image_id is not None
        t = self._context.t
        self._picture.set_label(t("写真を外す") if has_picture else t("写真…"))
        self._show_adding(spot, kind, free)
        self._fit()

    def refresh_links(self, ids: set[str]) -> None:
        """Show the sources anew when one of ``ids`` is a source or the card itself."""
        card = self._hands.card() if self._hands is not None else None
        if card is not None and (card.id in ids or self._shown_sources & ids):
            self._show_sources(card)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out keys, then words, where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the keys, then the words of what one does, then those of the marks."""
        look = theme()
        row = self.layout()
        parts = [part for part in self._parts() if not part.isHidden()]
        around = 2 * look.px(16) + len(parts) * look.px(8)
        where = min(self._where.sizeHint().width(), look.px(_WHERE))
        for keys, doings, marks in (
            (True, True, True),
            (False, True, True),
            (False, False, True),
            (False, False, False),
        ):
            self._show_words(keys=keys, doings=doings, marks=marks)
            if around + where + sum(part.sizeHint().width() for part in parts) <= self.width():
                break
        if row is not None:
            row.invalidate()

    def _show_words(self, *, keys: bool, doings: bool, marks: bool) -> None:
        free = self._free()
        for mark in (self._outcome, self._level, self._face):
            mark.show_parts(label=marks, key=keys and free)
        for doing in (self._picture, self._more, self._gone):
            doing.show_parts(label=doings, key=keys)
        if not self._issue.isHidden():
            self._issue.set_label(self._issue_words(key=keys))

    def _where_words(self, hands: MapHands, spot: Spot) -> str:
        t, phase, lane = self._context.t, hands.phase(), hands.lane()
        title = (phase.title.strip() if phase else "") or t("名前のないフェーズ")
        if spot.in_lane_head:
            return t("レーン「{name}」", name=t(lanes.lane_name(lane))) if lane else ""
        if spot.in_phase_head:
            if spot.card == WHEN:
                return t("フェーズ「{name}」の時期・所要", name=title)
            return t("フェーズ「{name}」", name=title)
        return f"{title} × {t(lanes.lane_name(lane))}" if lane else title

    def _show_outcome(self, card: Cell | None, shown: bool, free: bool) -> None:
        outcome = card.outcome if card is not None else Outcome.UNSET
        shown = shown and (free or outcome is not Outcome.UNSET)
        self._outcome.setVisible(shown)
        if not shown:
            return
        t = self._context.t
        word = t(OUTCOME_WORDS.get(outcome, _NO_OUTCOME))
        said = t("成否：{word}", word=word if outcome is not Outcome.UNSET else t("まだ"))
        self._outcome.set_sign(word, said, lambda p, r: paint_outcome(p, outcome, r))
        self._outcome.set_reading("" if free else t("読み取り専用で開いています"))

    def _show_level(self, card: Cell | None, shown: bool, free: bool) -> None:
        shown = shown and (free or card is not None)
        self._level.setVisible(shown)
        if not shown:
            return
        level = card.evidence if card is not None else EvidenceLevel.NONE

        def _paint(painter: QPainter, rect: QRectF) -> None:
            side = rect.height() / 2
            left = rect.center().x() - squares_width(side) / 2
            paint_evidence(painter, level, left, rect.center().y() - side / 2, side)

        t = self._context.t
        word = t(EVIDENCE_WORDS[level])
        self._level.set_sign(word, t("根拠の度合い：{word}", word=word), _paint)
        self._level.set_reading("" if free else t("読み取り専用で開いています"))

    def _show_feeling(self, card: Cell | None, shown: bool, free: bool) -> None:
        level = card.emotion if card is not None else None
        for part in (self._lower, self._raise):
            part.setVisible(shown and free)
        shown = shown and (free or level is not None)
        self._face.setVisible(shown)
        if not shown:
            return
        t = self._context.t
        word = level_words(level) if level is not None else t("まだ")

        def _paint(painter: QPainter, rect: QRectF) -> None:
            if level is not None:
                paint_face(painter, rect.center(), rect.width() / 2, level)

        self._face.set_sign(word, t("感情：{word}", word=word), _paint)
        self._face.set_reading("" if free else t("読み取り専用で開いています"))
        if free:
            self._face.set_usable("" if level is not None else t("+ か − で始めます"))

    def _show_sources(self, card: Cell | None) -> None:
        project, t = self._context.project, self._context.t
        found: list[SourceWords] = []
        if card is not None:
            pairs = evidence.evidence_records(project, card.id, "")
            found = [source_words(record, t) for _, record in pairs]
        self._found = tuple(found)
        self._shown_sources = {one.record_id for one in found}
        self._sources.setVisible(card is not None)
        self._sources.set_reading(self._context.read_only)
        self._sources.show_sources(found, Lack.NOTHING)
        self._sources.setFixedWidth(self._sources.sizeHint().width())

    def _show_issue(self, hands: MapHands, card: Cell | None, pain: bool) -> None:
        issue = hands.grid.scene.contents.issues.get(card.id) if card is not None else None
        self._issue_number = issue.number if issue is not None else None
        self._issue.setVisible(pain and card is not None and (issue is not None or self._free()))
        self._issue.set_label(self._issue_words(key=True))

    def _issue_words(self, *, key: bool) -> str:
        t = self._context.t
        if self._issue_number is not None:
            return t("課題{number}", number=self._issue_number)
        return t("課題にする") + (" Ctrl+Shift+I" if key else "")

    def _show_adding(self, spot: Spot, kind: LaneKind | None, free: bool) -> None:
        t = self._context.t
        self._more.setVisible(free and kind is not LaneKind.EMOTION)
        self._gone.setVisible(free and not spot.in_body)
        if spot.in_body:
            self._more.set_label(t("もう一枚"))
        else:
            self._more.set_label(t("フェーズを足す") if spot.in_phase_head else t("レーンを足す"))

    def _free(self) -> bool:
        return not self._context.read_only

    # What is pressed --------------------------------------------------------------------------

    def _on_face(self) -> None:
        place = self._hands.place() if self._hands is not None else None
        card = self._hands.card() if self._hands is not None else None
        if place is not None and card is not None:
            cells.set_emotion(self._context.project, place, card.id, None)

    def _on_list(self) -> None:
        """Offer each of several sources to be gone to."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for source in self._found:
            entry = menu.addAction(source.full.replace("&", "&&"))
            entry.triggered.connect(lambda _=False, asked=source.record_id: self._on_source(asked))
        menu.popup(self._sources.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _on_source(self, source_id: str) -> None:
        if not go_to_source(self._context, source_id) and self._hands is not None:
            self._hands.link(source_id)

    def _on_picture(self) -> None:
        hands = self._hands
        card = hands.card() if hands is not None else None
        if card is not None and card.image_id is not None:
            cells.take_picture_off(self._context.project, card.id)
        elif hands is not None:
            hands.choose_picture()

    def _on_more(self) -> None:
        if self._hands is not None:
            self._hands.add()
            self._hands.grid.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, color(tokens.EDGE))
        painter.end()
