"""The parts of a test sheet that are written by hand, and the whole empty sheet.

Owns boxes to tick, faces to ring and lines for a pen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import TaskOutcome, Verdict
from servicedesign.paper import faces, marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label, fit_line, label, writing_lines
from servicedesign.paper.page import BASELINE, Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.tokens import ACTION, INK, SECOND_TEXT
from servicedesign.tools.testing.sheet_parts import heads
from servicedesign.tools.testing.words import outcome_words, verdict_words

PHASE: Final = 3
SHARES: Final = (0.295, 0.16, 0.137, 0.408)
"""Task, outcome, time, words: shares of the width."""
NUMBER: Final = 6.0
"""From the number of a task to its words, mm."""
BOX_PITCH: Final = 7.4
"""From one box to tick to the next, mm."""
HEAD: Final = 7.4
"""Height of the heads of columns, mm."""
TASKS: Final = 4
TASK_ROW: Final = 28.4
FACES: Final = 25.0
VERDICT: Final = 12.0
_SIZE: Final = 11.0
_BODY: Final = 12.0
_PITCH: Final = 9.4


def purpose(t: Translator) -> str:
    """Return what the sheet is for."""
    return t("使う様子を見て、つまずきと言葉を書きとめます。助けを出したら「助け」に印を付けます。")


def columns(width: float) -> list[tuple[float, float]]:
    """Return x and width of task, outcome, time and words in ``width`` mm."""
    found, x = [], 0.0
    for share in SHARES:
        found.append((x, width * share - 4))
        x += width * share
    return found


def task_heads(page: Page, box: Box, t: Translator) -> None:
    """Draw the heads over the tasks."""
    words = (t("してもらうこと"), t("結果"), t("時間"), t("つまずき・言葉"))
    places = columns(box.width)
    heads(page, box, [(x, w, word) for (x, w), word in zip(places, words, strict=True)], _SIZE)


def outcome_boxes(
    page: Page, x: float, y: float, width: float, chosen: TaskOutcome | None, t: Translator
) -> None:
    """Draw the three outcomes below each other, ``chosen`` ticked; y is the top of the first."""
    for place, (outcome, word) in enumerate(outcome_words(t).items()):
        middle = y + place * BOX_PITCH + 2.1
        _ticked(page, x, middle, word, width, ticked=outcome is chosen)


def _ticked(page: Page, x: float, y: float, word: str, width: float, *, ticked: bool) -> float:
    marks.checkbox(page, x, y, ticked=ticked)
    size = fit_line(page, word, _BODY - 0.5, width - 6.4, bold=ticked, least=6)
    top = y - size / PT_PER_MM / 2
    return 6.4 + page.text(x + 6.4, top, word, size, bold=ticked)


def time_line(page: Page, x: float, y: float, width: float, t: Translator) -> None:
    """Draw a line for minutes and seconds."""
    base = y + 6.6
    for share, word in ((0.5, t.context("pen", "分")), (1.0, t.context("pen", "秒"))):
        right = x + width * share
        page.text(right, base - 4.2, word, 10, colour=SECOND_TEXT, align="right")
    page.line(x, base, x + width, base, 0.35, SECOND_TEXT)


def face_row(page: Page, box: Box, satisfaction: int | None, t: Translator) -> float:
    """Draw the five faces, the one for ``satisfaction`` ringed; return the x behind them."""
    page.line(box.x, box.y, box.right, box.y, 0.5)
    middle = box.y + 9.2
    size = fit_line(page, t("満足"), _SIZE, 20, bold=True, least=6)
    page.text(box.x, middle - size / PT_PER_MM / 2 - 2.4, t("満足"), size, bold=True)
    x = box.x + 26.0
    for value in range(1, 6):
        chosen = value == satisfaction
        if chosen:
            page.circle(x, middle, 6.6, stroke=INK, line=1.2)
        faces.emotion(page, x, middle, value - 3)
        size = 11.0
        page.text(x, middle + 7.4, str(value), size, bold=chosen, align="center")
        x += 16.9
    return x - 6


def verdict_row(page: Page, box: Box, chosen: Verdict, t: Translator) -> None:
    """Draw the three verdicts side by side, ``chosen`` ticked."""
    page.line(box.x, box.y, box.right, box.y, 0.5)
    middle = box.y + 5.8
    page.text(box.x, middle - _SIZE / PT_PER_MM / 2, t("判定"), _SIZE, bold=True)
    words: Mapping[Verdict, str] = verdict_words(t)
    x, room = box.x + 21.6, (box.width - 21.6) / len(words)
    for verdict, word in words.items():
        x += max(_ticked(page, x, middle, word, room, ticked=verdict is chosen) + 9, room * 0.6)


def writing_words(page: Page, x: float, y: float, width: float, height: float) -> None:
    """Draw lines for words in a row of a task."""
    writing_lines(page, Box(x, y, width, height), _PITCH)


def improvement_lines(page: Page, box: Box, t: Translator) -> None:
    """Draw the label and lines for what should change."""
    top = label(page, box.x, box.y, box.width, Label(t("直すこと（次の版へ）")), size=_SIZE)
    writing_lines(page, Box(box.x, top - 2, box.width, box.bottom - top), _PITCH)


def draw_blank(job: SheetJob) -> Document:
    """Draw the empty sheet."""
    t = job.t
    heading = Heading(
        t("テストシート"), PHASE, purpose(t), subtitle=t("記入用"), fields=False, aside=46
    )
    doc = Document(job, heading)
    page = doc.new_page()
    grid = page.grid
    box = Box(grid.left, grid.body_top + 1, grid.text_width, grid.body_bottom - grid.body_top - 1)
    _number(page, job)
    y = _facts(page, box, t)
    y = _hypothesis(page, box, y, t)
    task_heads(page, Box(box.x, y, box.width, HEAD), t)
    y += HEAD
    foot = FACES + VERDICT + 27.0
    row = (box.bottom - foot - y) / TASKS
    for number in range(1, TASKS + 1):
        _task(page, Box(box.x, y, box.width, row), number, t)
        y += row
    behind = face_row(page, Box(box.x, y, box.width, FACES), None, t)
    page.text(behind, y + 4.4, t("理由"), _SIZE, bold=True)
    y += FACES
    improvement_lines(page, Box(box.x, y, box.width, 26.0), t)
    verdict_row(page, Box(box.x, box.bottom - VERDICT, box.width, VERDICT), Verdict.UNDECIDED, t)
    return doc


def _number(page: Page, job: SheetJob) -> None:
    """Write 番号 T- with a line, ending at the right margin on the title's baseline."""
    g = page.grid
    small = g.layout == "A4"
    base = (25.6 if small else 24.8) + g.sizes.title * BASELINE / PT_PER_MM
    size, right, line = g.sizes.body, g.width - g.right, 16.0
    page.line(right - line, base + 0.6, right, base + 0.6, 0.5)
    top = base - size * BASELINE / PT_PER_MM
    page.text(right - line - 1.8, top, job.t("番号 T-"), size, align="right")


def _facts(page: Page, box: Box, t: Translator) -> float:
    shares = (0.27, 0.27, 0.25, 0.21)
    words = (t("試作"), t("参加した人"), t("見た人・記録"), t("日時"))
    x = box.x
    for share, word in zip(shares, words, strict=True):
        width = box.width * share - (4 if share != shares[-1] else 0)
        label(page, x, box.y, width, Label(word), size=_SIZE)
        x += box.width * share
    return box.y + 17.0


def _hypothesis(page: Page, box: Box, y: float, t: Translator) -> float:
    label(page, box.x, y, box.width, Label(t("確かめたい仮説")), size=_SIZE)
    return y + 17.0


def _task(page: Page, box: Box, number: int, t: Translator) -> None:
    (_, task_width), (outcome, width), (time, time_width), (words, words_width) = columns(box.width)
    if number > 1:
        page.line(box.x, box.y, box.right, box.y, 0.35, SECOND_TEXT)
    page.text(box.x, box.y + 2.4, str(number), 14, bold=True, colour=ACTION)
    high = box.height - 1
    writing_words(page, box.x + NUMBER, box.y, task_width - NUMBER, high)
    outcome_boxes(page, box.x + outcome, box.y + 2.2, width, None, t)
    time_line(page, box.x + time, box.y, time_width, t)
    writing_words(page, box.x + words, box.y, words_width + 4, high)
