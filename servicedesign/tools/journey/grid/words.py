"""What stands at a spot, as text to write on and as a sentence for a screen reader.

Owns those two. Must not know Qt.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.model import Cell, EvidenceLevel, Lane, LaneKind, Outcome, Phase
from servicedesign.model.message import N_
from servicedesign.tools.journey.contents import MapContents
from servicedesign.tools.journey.grid.moving import SPAN, TITLE, WHEN, Spot
from servicedesign.tools.journey.lanes import lane_name
from servicedesign.tools.journey.levels import level_words
from servicedesign.tools.journey.presets import OUTCOME_WORDS

EVIDENCE_WORDS = {
    EvidenceLevel.NONE: N_("根拠なし"),
    EvidenceLevel.SOME: N_("根拠は一部"),
    EvidenceLevel.RESEARCHED: N_("調査済み"),
}
"""The word beside the two squares."""


def card_at(contents: MapContents, spot: Spot) -> Cell | None:
    """Return the card at a spot; None where there is none yet, and on heads."""
    if not spot.in_body:
        return None
    cards = contents.at(spot.col, spot.row)
    return cards[spot.card] if spot.card < len(cards) else None


def spot_of(contents: MapContents, record: Phase | Lane | Cell, field: str) -> Spot | None:
    """Return where a record stands on its map; None for what is not shown."""
    if isinstance(record, Lane):
        row = contents.row_of(record.id)
        return Spot(-1, row) if row >= 0 else None
    if isinstance(record, Phase):
        col = contents.column_of(record.id)
        own = col >= 0 and contents.columns[col].id == record.id
        card = WHEN if field == "when" else TITLE
        return Spot(col, -1 if own else SPAN, card) if col >= 0 else None
    col, row = contents.column_of(record.phase_id), contents.row_of(record.lane_id)
    ids = [one.id for one in contents.at(col, row)] if col >= 0 and row >= 0 else []
    return Spot(col, row, ids.index(record.id)) if record.id in ids else None


def text_at(contents: MapContents, spot: Spot) -> str:
    """Return the words at a spot as they are written on."""
    if spot.in_lane_head:
        return contents.lanes[spot.row].title
    column = contents.columns[spot.col]
    if spot.in_phase_head:
        phase = column.head if spot.row == SPAN else column.phase
        if phase is None:
            return ""
        return phase.when if spot.card == WHEN else phase.title
    card = card_at(contents, spot)
    return card.text if card is not None else ""


def spoken(contents: MapContents, spot: Spot, t: Translator) -> str:
    """Return what a screen reader says of a spot: where it is, what stands there, how it is."""
    if spot.in_lane_head:
        return t("レーン「{name}」", name=t(lane_name(contents.lanes[spot.row])))
    column = contents.columns[spot.col]
    if spot.in_phase_head:
        phase = column.head if spot.row == SPAN else column.phase
        name = (phase.title.strip() if phase else "") or t("名前のないフェーズ")
        if spot.card == WHEN:
            return t("フェーズ「{name}」の時期・所要", name=name)
        return t("フェーズ「{name}」", name=name)
    title = (column.phase.title.strip() if column.phase else "") or t("名前のないフェーズ")
    lane = contents.lanes[spot.row]
    where = t("{phase}、{lane}", phase=title, lane=t(lane_name(lane)))
    return t("、").join([where, *_card_words(contents, spot, lane, t)])


def _card_words(contents: MapContents, spot: Spot, lane: Lane, t: Translator) -> list[str]:
    cards = contents.at(spot.col, spot.row)
    card = card_at(contents, spot)
    if card is None:
        return [t("新しいカード") if cards else t("空")]
    said = []
    if len(cards) > 1:
        said.append(t("{n}枚目／{all}枚", n=spot.card + 1, all=len(cards)))
    if lane.kind is LaneKind.EMOTION and card.emotion is not None:
        said.append(level_words(card.emotion))
    if lane.kind is LaneKind.ACTION and card.outcome is not Outcome.UNSET:
        said.append(t(OUTCOME_WORDS[card.outcome]))
    said.append(" ".join(card.text.split()) or t("文字なし"))
    if lane.kind is not LaneKind.EMOTION:
        said.append(t(EVIDENCE_WORDS[card.evidence]))
    issue = contents.issues.get(card.id)
    if issue is not None:
        said.append(t("課題{number}", number=issue.number))
    if card.image_id:
        said.append(t("写真あり"))
    return said
