"""A page with every part of the sheet kit at its size, to be looked at.

Run it to see it: ``python tests/support/component_pages.py OUT.pdf [ja|en]``. The tests print it too.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from servicedesign.i18n import translator
from servicedesign.paper import marks
from servicedesign.paper.chips import Chip, chip, chip_width
from servicedesign.paper.curve import CurvePlot, Feeling
from servicedesign.paper.document import Document, FrameInfo, SheetJob
from servicedesign.paper.faces import emotion
from servicedesign.paper.flow import Continuation, Flow
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label, label, pain_panel, solution_panel, writing_lines
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PAPERS, Box
from servicedesign.paper.reasons import Anchor, Places, along
from servicedesign.paper.smooth import monotone
from servicedesign.paper.table import Column, Table
from servicedesign.paper.textbox import TIGHT, TextStyle, fit, lay
from servicedesign.tokens import EDGE, SECOND_TEXT, STICKIES, STICKY_SYMBOLS, TINT

WORDS = TextStyle(12, 10.5)


def job(paper: str = "A3", orientation: str = "landscape", lang: str = "ja", blank: bool = False):
    """Return a job with an invented town in its frame."""
    frame = FrameInfo("ひとり親の支援", "みどり野町", "こども未来課", dt.date(2026, 11, 5))
    return SheetJob(PAPERS[paper], orientation, translator(lang), frame, blank)


def components(sheet_job: SheetJob) -> Document:
    """Return the page of parts (A3 landscape)."""
    doc = Document(
        sheet_job,
        Heading(
            "紙の部品",
            None,
            "すべての紙に共通の、枠・文字・色・印・線です。数字はmmかptで、実際のサイズで描いています。",
        ),
    )
    more = Continuation(doc)
    page = doc.new_page()
    first, second, third, fourth = page.grid.body.columns(4, 8)
    _type(page, first)
    _colours(page, second)
    _signs(page, third)
    _writing(page, fourth, doc, more)
    more.finish()
    return doc


def _type(page: Page, box: Box) -> None:
    y = head(page, box, box.y, "文字（A4 ／ A3）")
    for text, size, bold, note in (
        ("題名", 22, True, "22 ／ 28 pt"),
        ("見出し", 14, True, "14 ／ 14 pt"),
        ("本文", 12, False, "12 ／ 12 pt"),
        ("ラベル", 12, True, "10.5 ／ 12 pt"),
        ("注・書き方", 10.5, False, "10.5 ／ 12 pt"),
        ("柱・足", 9, False, "9 ／ 10.5 pt"),
    ):
        page.text(box.x, y, text, size, bold=bold)
        page.text(box.right, y, note, 12, colour=SECOND_TEXT, align="right")
        y += size / 2.83 + 3
    y = head(page, box, y + 3, "感情の曲線")
    lane = Box(box.x + 20, y, box.width - 20, 62)
    plot = CurvePlot(lane, 12, lane.x - 2)
    xs = [lane.x + (i + 0.5) * lane.width / 4 for i in range(4)]
    now = [
        Feeling(xs[0], -1),
        Feeling(xs[1], -2, "人前で話した"),
        Feeling(xs[2], 1),
        Feeling(xs[3], 0),
    ]
    then = [
        Feeling(xs[0], 0),
        Feeling(xs[1], 1),
        Feeling(xs[2], 2, "すぐ分かる"),
        Feeling(xs[3], 1),
    ]
    plot.gain(page, now, then)
    plot.grid(page)
    plot.line(page, now)
    plot.line(page, then, to_be=True)
    plot.arrows(page, now, then)
    for to_be, feelings in ((False, now), (True, then)):
        for one in feelings:
            emotion(page, one.x, plot.y(one.level), one.level, to_be=to_be)
    curves = [p for one in (now, then) for p in along(plot.points(one), monotone(plot.points(one)))]
    places = Places(lane, curves, [(f.x, plot.y(f.level), 5) for f in (*now, *then)])
    for above, feelings in ((False, now), (True, then)):
        for one in feelings:
            words = lay(page.book, one.reason, 26, TextStyle(10.5, 9, True, TIGHT, balanced=True))
            if words.lines:
                place, _ = places.take(Anchor(one.x, plot.y(one.level), 5, words, above))
                words.draw(page, place.x, place.y, align="center", width=place.width)
    y = head(page, box, lane.bottom + 5, "行の折り方")
    for text in (
        "朝5時半に起き、7時50分に保育園へ。調べものは昼休みの15分か、子どもが寝た後の夜10時にスマホで。",
        "To finish the paperwork without missing work. To keep the two hours from 6 p.m. for her kids.",
    ):
        y = fit(page.book, text, box.width, 40, WORDS).draw(page, box.x, y) + 3


def _colours(page: Page, box: Box) -> None:
    y = head(page, box, box.y, "付箋の四色（いつも形と文字を添える）")
    for name, colour in STICKIES.items():
        page.rect(box.x, y, 13, 9, fill=colour, stroke="#000000", line=0.5)
        marks.symbol(page, box.x + 6.5, y + 4.5, STICKY_SYMBOLS[name])
        page.text(box.x + 16, y + 2.4, name, 12)
        y += 10.6
    y = head(page, box, y + 3, "線の太さ（pt）")
    for width in (0.25, 0.35, 0.5, 0.75, 1.8, 2.2):
        page.text(box.x, y, f"{width}", 12)
        page.line(box.x + 12, y + 2.1, box.x + 50, y + 2.1, width)
        y += 5.6
    y = head(page, box, y + 3, "切り線と十字")
    marks.scissors(page, box.x, y + 2, 4.5)
    marks.cut_line(page, box.x + 6, y + 2, box.x + 60, y + 2)
    marks.cross(page, box.x + 72, y + 2, 6)
    y = head(page, box, y + 9, "表")
    flow = Flow(Document(job(), Heading("")))
    flow.begin(page, Box(box.x, y, box.width, 60))
    flow.add(
        Table(
            [Column("項目", 3), Column("初期", 1, True), Column("運用/年", 1, True)],
            [["予約の接続設定", "330", ""], ["利用料", "", "264"]],
            WORDS,
            ["計", "330", "264"],
        )
    )


def _signs(page: Page, box: Box) -> None:
    y = head(page, box, box.y, "気持ち −2…+2")
    for i in range(5):
        x = box.x + 7 + i * 19
        emotion(page, x, y + 5, i - 2, 6)
        emotion(page, x, y + 19, i - 2, 4.6, plain=True)
        page.text(
            x,
            y + 26,
            f"{i - 2:+d}".replace("-", "−") if i != 2 else "0",
            12,
            bold=True,
            align="center",
        )
    y = head(page, box, y + 35, "成否")
    x = box.x
    for which, word in zip(marks.OUTCOMES, ("できた", "一部できた", "できなかった"), strict=True):
        marks.outcome(page, x + 2.4, y + 2.2, which, 4.4)
        x += 6.6 + page.text(x + 6.6, y, word, 12) + 5
    y = head(page, box, y + 9, "根拠と確かさ")
    x = box.x
    for level, word in enumerate(("なし", "一部", "調査済み")):
        marks.evidence(page, x, y + 2.2, level, 2.4)
        x += 7.4 + page.text(x + 7.4, y, word, 12) + 7
    y += 9
    chip(page, box.x, y, Chip("事実"), 10)
    chip(page, box.x + 30, y, Chip("推測", "dashed"), 10)
    y = head(page, box, y + 11, "12箇条の四段階")
    x = box.x
    for which, word in zip(marks.PROGRESS, ("できている", "一部", "まだ", "対象外"), strict=True):
        marks.progress(page, x + 2.1, y + 2.2, which, 2.1)
        x += 5.4 + page.text(x + 5.4, y, word, 12) + 4
    y = head(page, box, y + 10, "困りごとと解決策")
    left, right = Box(box.x, y, box.width, 24).columns(2, 3)
    inner = pain_panel(page, left)
    marks.pain(page, inner.x + 1.6, inner.y + 2.4, 3.8)
    page.text(inner.x + 5, inner.y, "5", 14, bold=True)
    marks.evidence(page, inner.right - 4.4, inner.y + 2.2, 2)
    style = TextStyle(12, 9, bold=True, leading=TIGHT, balanced=True)
    fit(page.book, "人目のある窓口で、三つの課を回る", inner.width, 14, style).draw(
        page, inner.x, inner.y + 8
    )
    inner = solution_panel(page, right)
    chip(page, inner.x, inner.y, Chip("案 12", "accent"), 12)
    fit(page.book, "まとめて相談の日と仕切りの席", inner.width, 14, style).draw(
        page, inner.x, inner.y + 8
    )
    y = head(page, box, y + 31, "しるし")
    x = box.x
    for one, size in (
        (Chip("現状", "solid"), 13),
        (Chip("理想", "accent"), 13),
        (Chip("仮名"), 10),
        (Chip("採用"), 10),
    ):
        chip(page, x, y, one, size)
        x += chip_width(page, one, size) + 3
    marks.star(page, x + 3, y + 3.4, 5)
    page.text(x + 7, y + 1.4, "選んだ案", 12)
    marks.checkbox(page, box.x, y + 14)
    marks.checkbox(page, box.x + 8, y + 14, ticked=True)
    page.text(box.x + 15, y + 11.8, "四角は線で描く", 12)
    marks.town(page, box.x + 56, y + 14, 2.9)
    page.text(box.x + 61, y + 11.8, "組織の印", 12)


def _writing(page: Page, box: Box, doc: Document, more: Continuation) -> None:
    y = head(page, box, box.y, "書く線")
    page.text(box.x, y, "ペン 9.0 以上", 12, bold=True)
    writing_lines(page, Box(box.x, y + 4, box.width, 28), 9.2)
    page.text(box.x, y + 36, "マーカー 14 以上", 12, bold=True)
    writing_lines(page, Box(box.x, y + 40, box.width, 30), 14.6)
    y = head(page, box, y + 78, "見出しとあふれた文")
    text = (
        "手当や就学援助など5つの手続で、窓口が三つに分かれている。書類が一度でそろわず、申請までに仕事を"
        "3回休んだ。人目のある窓口で、離婚の事情を話すのがつらい。" * 2
    )
    what = Label("抱えている問題", reference="H-03・H-05", chip=Chip("事実"))
    y = label(page, box.x, y, box.width, what, rule=0)
    more.text(page, Box(box.x, y, box.width, 24), what, text, TextStyle(12, 12))
    y += 32
    page.rect(box.x, y, box.width, 26, fill=TINT, radius=2)
    names = "𠮷野 葛󠄀城 髙﨑 👩‍👧 ☑ ✔ か\u3099 〓"
    page.text(box.x + 3, y + 3, names, 14)
    page.text(box.x + 3, y + 12, names, 14, bold=True)
    page.line(box.x, y + 26, box.right, y + 26, 0.35, EDGE)


def head(page: Page, box: Box, y: float, text: str) -> float:
    """Draw the head of a group and return the y under it."""
    page.line(box.x, y, box.right, y, 0.75)
    page.text(box.x, y + 2, text, 13, bold=True)
    return y + 10


if __name__ == "__main__":
    components(job(lang=(sys.argv[2:] or ["ja"])[0])).write(Path(sys.argv[1]))
