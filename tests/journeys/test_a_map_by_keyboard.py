"""A journey map of eight phases and seven lanes, from nothing, without a mouse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from servicedesign.model import (
    Cell,
    EvidenceLevel,
    Issue,
    JourneyMap,
    Lane,
    LaneKind,
    Outcome,
    Phase,
)
from servicedesign.store import create_project, open_project
from servicedesign.tools.journey.actions import progress

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier

TIMES = ("4月1日", "4月上旬", "4月中旬", "4月下旬", "5月7日", "5〜7月", "7月11日", "8月から")
TOUCH = (
    "住民係の窓口",
    "連絡帳",
    "町のサイト",
    "役場3か所",
    "窓口",
    "自宅の郵便受け",
    "銀行",
    "なし",
)
ACTION = (
    "離婚届を出す", "人づてに聞く", "対象か読み取れない", "写しを忘れて出直す",
    "3回目で受理される", "電話で聞けない", "入金を確かめる", "講座を調べてやめる",
)  # fmt: skip
OUTCOMES = (1, 2, 3, 3, 1, 3, 1, 2)
THOUGHT = (
    "これから一人で", "うちも対象かな", "どこへ行けばいいの", "また休むのか",
    "やっと終わった", "忘れられていない？", "給食費が払える", "この先は誰に",
)  # fmt: skip
LEVELS = ("-1", "0", "-2", "-2", "1", "-1", "2", "-1")
REASONS = (
    "不安",
    "半信半疑",
    "途方に暮れる",
    "疲れた",
    "肩の荷が下りる",
    "心配",
    "ほっとした",
    "心細い",
)
PAINS = (
    "案内がない",
    "",
    "窓口が分からない",
    "書類が揃わない",
    "3回話す",
    "いつ届くか",
    "",
    "相談先",
)
BACKSTAGE = ("戸籍係", "先輩", "広報係", "3つの課", "こども係", "県で審査", "会計係", "社協")
CHANCES = (
    "一緒に渡す",
    "",
    "質問に答える",
    "先に知らせる",
    "一度で済む",
    "経過を知らせる",
    "",
    "電話する",
)


def test_a_map_is_filled_in_from_nothing_by_keys_alone(hands, start_app, work_folder: Path) -> None:
    file = work_folder / "手当.sdproj"
    create_project(file).close()
    window = start_app(file)
    workspace = window.workspace()
    while workspace.current_view() != "journey":
        hands.ctrl(Key.Key_PageDown)
    assert hands.focus().label().endswith("で始める")
    hands.press(Key.Key_Return)
    fill_in(hands)
    hands.ctrl(Key.Key_W)
    check(file)


def fill_in(hands) -> None:
    """Type everything, in the order in which a facilitator hears it."""
    hands.press(Key.Key_Up)
    across(hands, TIMES)
    hands.press(Key.Key_Return)
    across(hands, TOUCH)
    hands.press(Key.Key_Return)
    for text, turns in zip(ACTION, OUTCOMES, strict=True):
        hands.type(text)
        for _ in range(turns):
            hands.ctrl(Key.Key_J)
        hands.press(Key.Key_J, CTRL, SHIFT)
        hands.press(Key.Key_Tab) if text != ACTION[-1] else None
    hands.press(Key.Key_Return)
    across(hands, THOUGHT)
    hands.press(Key.Key_Return)
    for level, reason in zip(LEVELS, REASONS, strict=True):
        QTest.keyClicks(hands.focus(), level)
        hands.type(reason)
        hands.press(Key.Key_Tab) if reason != REASONS[-1] else None
    hands.press(Key.Key_Return)
    across(hands, PAINS)
    hands.press(Key.Key_I, CTRL, SHIFT)
    hands.press(Key.Key_Return)
    across(hands, BACKSTAGE)
    hands.press(Key.Key_Return)
    across(hands, CHANCES)
    hands.press(Key.Key_Escape)


def across(hands, texts: tuple[str, ...]) -> None:
    """Type one lane from left to right; Enter then leads to the beginning of the next."""
    for number, text in enumerate(texts):
        if text:
            hands.type(text)
        if number < len(texts) - 1:
            hands.press(Key.Key_Tab)
    QCoreApplication.processEvents()


def check(file: Path) -> None:
    """Read the file: everything is there, once, where it belongs."""
    with open_project(file, read_only=True) as project:
        (journey,) = project.all(JourneyMap)
        phases, lanes = project.all(Phase), project.all(Lane)
        assert (len(phases), len(lanes)) == (8, 7)
        assert tuple(phase.when for phase in phases) == TIMES
        told = {
            LaneKind.TOUCHPOINT: TOUCH,
            LaneKind.ACTION: ACTION,
            LaneKind.THOUGHT: THOUGHT,
            LaneKind.EMOTION: REASONS,
            LaneKind.PAIN_POINT: PAINS,
            LaneKind.BACKSTAGE: BACKSTAGE,
            LaneKind.OPPORTUNITY: CHANCES,
        }
        for lane in lanes:
            texts = told[lane.kind]
            for phase, text in zip(phases, texts, strict=True):
                found = project.all(Cell, phase_id=phase.id, lane_id=lane.id)
                assert [cell.text for cell in found] == ([text] if text else [])
        assert len(project.all(Cell)) == 8 * 7 - 4
        check_marks(project, lanes)
        assert [issue.title for issue in project.all(Issue)] == [PAINS[-1]]
        assert journey.persona_id is None
        assert progress(project).value == "some"


def check_marks(project, lanes) -> None:
    """Outcome, level and feeling of each card are what the keys said."""
    order = {phase.id: place for place, phase in enumerate(project.all(Phase))}
    turned = (Outcome.DONE, Outcome.PARTLY, Outcome.FAILED)
    for lane in lanes:
        for cell in project.all(Cell, lane_id=lane.id):
            place = order[cell.phase_id]
            if lane.kind is LaneKind.ACTION:
                assert cell.outcome is turned[OUTCOMES[place] - 1]
                assert cell.evidence is EvidenceLevel.SOME
            elif lane.kind is LaneKind.EMOTION:
                assert cell.emotion == float(LEVELS[place])
