"""The menus of a map: everything a key does, with its key.

Owns which entries there are for what the cursor is on. What they do is in the hands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from servicedesign.model import LaneKind, Phase
from servicedesign.tools.journey import counterparts, lanes, phases
from servicedesign.tools.journey.grid.moving import SPAN
from servicedesign.tools.journey.presets import LANE_TITLES
from servicedesign.tools.map_pairing import partners

if TYPE_CHECKING:
    from servicedesign.tools.journey.hands import MapHands


def open_menu(hands: MapHands, where: QPoint) -> None:
    """Open the menu of the cursor at a place on the screen."""
    menu = cursor_menu(hands)
    if not menu.isEmpty():
        menu.popup(where)


def cursor_menu(hands: MapHands) -> QMenu:
    """Return the menu for what the cursor is on."""
    menu = QMenu(hands.grid)
    menu.aboutToHide.connect(menu.deleteLater)
    spot = hands.grid.spot()
    if spot is None:
        return menu
    if spot.in_body:
        _fill_card(menu, hands)
    elif spot.in_phase_head:
        _fill_phase(menu, hands)
    else:
        _fill_lane(menu, hands)
    return menu


def open_lane_menu(hands: MapHands, where: QPoint) -> None:
    """Open the menu of lanes that can be added or shown again at a place on the screen."""
    menu = QMenu(hands.grid)
    menu.aboutToHide.connect(menu.deleteLater)
    _fill_lane_kinds(menu, hands)
    menu.popup(where)


def _add(
    menu: QMenu, label: str, do: Callable[[], object], key: str = "", *, usable: bool = True
) -> None:
    text = label.replace("&", "&&")
    action = menu.addAction(f"{text}\t{key}" if key else text)
    action.setEnabled(usable)
    action.triggered.connect(lambda _=False: do())


def _fill_card(menu: QMenu, hands: MapHands) -> None:
    t, lane, card = hands.context.t, hands.lane(), hands.card()
    if lane is None:
        return
    free = not hands.locked()
    _add(menu, t("書き直す"), hands.edit, "F2", usable=free)
    if lane.kind is LaneKind.EMOTION:
        _add(menu, t("気持ちを上げる"), lambda: hands.take_level("+"), "+", usable=free)
        _add(menu, t("気持ちを下げる"), lambda: hands.take_level("-"), "−", usable=free)
    else:
        _add(menu, t("ここにもう一枚"), hands.add, "Ctrl+Shift+N", usable=free)
    menu.addSeparator()
    if lane.kind is LaneKind.ACTION:
        _add(menu, t("成否を変える"), hands.turn_outcome, "Ctrl+J", usable=free)
    if lane.kind is not LaneKind.EMOTION:
        _add(menu, t("根拠の度合いを変える"), hands.turn_evidence, "Ctrl+Shift+J", usable=free)
    _add(menu, t("根拠をつなぐ…"), hands.link, "Ctrl+K", usable=card is not None)
    if lane.kind is LaneKind.PAIN_POINT:
        taken = card is not None and card.id in hands.grid.scene.contents.issues
        label = t("課題を見る") if taken else t("課題にする")
        _add(menu, label, hands.make_issue, "Ctrl+Shift+I", usable=taken or free)
    if lane.kind is not LaneKind.EMOTION:
        _add(menu, t("写真を入れる…"), hands.choose_picture, usable=free)
    menu.addSeparator()
    _add(menu, t("切り取る"), hands.cut, "Ctrl+X", usable=free)
    _add(menu, t("写す"), hands.copy, "Ctrl+C")
    _add(menu, t("貼り付ける"), hands.paste, "Ctrl+V", usable=free)
    _add(menu, t("空にする"), hands.clear, "Delete", usable=free)
    _add(
        menu, t("カードを消す"), hands.delete_card, "Ctrl+Delete", usable=free and card is not None
    )


def _fill_phase(menu: QMenu, hands: MapHands) -> None:
    t, phase, spot = hands.context.t, hands.phase(), hands.grid.spot()
    if phase is None or spot is None:
        return
    free = not hands.locked()
    project = hands.context.project
    staged = hands.grid.scene.contents.columns[spot.col].is_stage
    _add(menu, t("名前を書き直す"), hands.edit, "F2", usable=free)
    label = (
        t("この後ろに段階を足す") if staged and spot.row != SPAN else t("この後ろにフェーズを足す")
    )
    _add(menu, label, hands.add, "Ctrl+Shift+N", usable=free)
    if not staged:
        _add(
            menu,
            t("二つの段階に分ける"),
            lambda: hands.write_head(phases.add_stage(project, phase.id)),
            usable=free,
        )
    else:
        _add(
            menu,
            t("段階をまとめて一つに戻す"),
            lambda: phases.merge_stages(project, phase.id),
            usable=free,
        )
    _fill_partners(menu, hands, phase)
    menu.addSeparator()
    _add(menu, t("左へ動かす"), lambda: hands.shift(-1, 0), "Alt+←", usable=free)
    _add(menu, t("右へ動かす"), lambda: hands.shift(1, 0), "Alt+→", usable=free)
    menu.addSeparator()
    _add(menu, t("貼り付ける"), hands.paste, "Ctrl+V", usable=free)
    _add(menu, t("消す…"), hands.delete_head, "Delete", usable=free)


def _fill_partners(menu: QMenu, hands: MapHands, phase: Phase) -> None:
    """Offer the columns of the other map to be linked with a phase, where there is another map."""
    t, project = hands.context.t, hands.context.project
    other = counterparts.counterpart_of(project, phase.map_id)
    if other is None:
        return
    theirs = project.all(Phase, map_id=other.id)
    partner = partners(project.all(Phase, map_id=phase.map_id), theirs).get(phase.id)
    more = menu.addMenu(t("対になる列"))
    more.setEnabled(not hands.locked())
    for one in theirs:
        action = more.addAction((one.title.strip() or t("名前のないフェーズ")).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(one.id == partner)
        action.triggered.connect(
            lambda _=False, to=one.id: counterparts.link_columns(project, phase.id, to)
        )
    more.addSeparator()
    _add(more, t("対にしない"), lambda: counterparts.link_columns(project, phase.id, None))


def _fill_lane(menu: QMenu, hands: MapHands) -> None:
    t, lane = hands.context.t, hands.lane()
    if lane is None:
        return
    free = not hands.locked()
    project = hands.context.project
    _add(menu, t("名前を書き直す"), hands.edit, "F2", usable=free)
    _add(menu, t("自分のレーンを足す"), hands.add, "Ctrl+Shift+N", usable=free)
    more = menu.addMenu(t("レーンを足す・出す"))
    more.setEnabled(free)
    _fill_lane_kinds(more, hands)
    _add(menu, t("隠す"), lambda: lanes.hide_lane(project, lane.id), usable=free)
    menu.addSeparator()
    _add(menu, t("上へ動かす"), lambda: hands.shift(0, -1), "Alt+↑", usable=free)
    _add(menu, t("下へ動かす"), lambda: hands.shift(0, 1), "Alt+↓", usable=free)
    menu.addSeparator()
    _add(menu, t("消す…"), hands.delete_head, "Delete", usable=free)


def _fill_lane_kinds(menu: QMenu, hands: MapHands) -> None:
    t, project = hands.context.t, hands.context.project
    map_id = hands.grid.scene.contents.journey.id
    for lane in lanes.hidden_lanes(project, map_id):
        name = t(lanes.lane_name(lane))
        _add(
            menu,
            t("隠した「{name}」を出す", name=name),
            lambda lane_id=lane.id: lanes.hide_lane(project, lane_id, hidden=False),  # type: ignore[misc]
        )
    if not menu.isEmpty():
        menu.addSeparator()
    for kind, title in LANE_TITLES.items():
        label = t("自分で名づける…") if kind is LaneKind.CUSTOM else t(title)
        _add(menu, label, lambda kind=kind: hands.new_lane(kind))  # type: ignore[misc]
