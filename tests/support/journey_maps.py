"""Journey maps made up for tests of their sheet, and what must hold once they are printed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from support.sheet_checks import fonts_not_embedded, outside, overlapping

from servicedesign.i18n import translator
from servicedesign.model import EvidenceLevel, LaneKind, Outcome
from servicedesign.paper.document import FrameInfo, SheetJob
from servicedesign.paper.papers import PAPERS
from servicedesign.tools.journey import sheet
from servicedesign.tools.journey.presets import BLANK_LANES, LANE_TITLES, MUNICIPAL_PHASES
from servicedesign.tools.journey.sheet_data import (
    Card,
    Column,
    JourneyData,
    LaneRow,
    MapData,
    PhaseHead,
)

FORMATS = [
    (paper, orientation) for paper in ("A3", "A4") for orientation in ("landscape", "portrait")
]
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
FEELINGS = (-1, 0, -1, -1, -2, -1, 2, 0)
REASONS = ("先が見えない", "少し光が見えた", "つながらない", "頼むのが気まずい", "人前で話した",
           "いつ決まるか", "ほっとした", "負担は残る")  # fmt: skip
RESULTS = (Outcome.DONE, Outcome.PARTLY, Outcome.FAILED, Outcome.PARTLY)


def words(kind, index):
    return f"{LANE_TITLES[kind]}の{index + 1}番目の話"


def card(kind, index, text=None):
    text = words(kind, index) if text is None else text
    if kind is LaneKind.EMOTION:
        return Card(text=REASONS[index % 8], emotion=FEELINGS[index % 8])
    if kind is LaneKind.ACTION:
        return Card(text=text, outcome=RESULTS[index % 4], evidence=EvidenceLevel.SOME)
    if kind is LaneKind.PAIN_POINT:
        return Card(text=text, number=index + 1, evidence=EvidenceLevel.RESEARCHED)
    if kind is LaneKind.SOLUTION:
        return Card(text=text, ideas=(str(index + 3),))
    return Card(text=text)


def journey(count=8, kinds=BLANK_LANES, **more):
    names = [MUNICIPAL_PHASES[i % 8] for i in range(count)]
    return MapData(
        goal="仕事を休まず、暮らしを立て直す",
        persona="佐野 美咲",
        age=34,
        phases=tuple(PhaseHead(title=name, when=f"{i + 1}月") for i, name in enumerate(names)),
        columns=tuple(Column(phase=i) for i in range(count)),
        lanes=tuple(
            LaneRow(kind=kind, cells=tuple((card(kind, i),) for i in range(count)))
            for kind in kinds
        ),
        **more,
    )


def with_text(data, lane, column, text):
    lanes = list(data.lanes)
    cells = list(lanes[lane].cells)
    cells[column] = tuple(replace(one, text=text) for one in cells[column])
    lanes[lane] = replace(lanes[lane], cells=tuple(cells))
    return replace(data, lanes=tuple(lanes))


def job(paper="A3", orientation="landscape", lang="ja", *, blank=False):
    frame = FrameInfo("Support", "Midorino", "Children", dt.date(2026, 11, 5))
    return SheetJob(PAPERS[paper], orientation, translator(lang), frame, blank)


def printed(*maps, **how):
    document = sheet.draw(JourneyData(maps=maps), job(**how))
    return document, document.pdf_bytes()


def sound(document, pdf):
    """Fail when words leave the paper, stand on one another, or a font is missing."""
    assert outside(document) == []
    assert overlapping(document) == []
    assert fonts_not_embedded(pdf) == []


def numbered(tag, length):
    """Return a text of sentences with numbers that no line may break, and the numbers."""
    numbers = [str(tag * 1_000 + i) for i in range(length // 17 + 1)]
    return "".join(f"［{number}］の文はここで終わる。" for number in numbers), numbers


ALL_LANES = (*BLANK_LANES, LaneKind.DURATION, LaneKind.SOLUTION, LaneKind.CUSTOM)
