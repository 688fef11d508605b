"""A small workshop in a real project file, and odd or overlong words, for the tests of sheets."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from servicedesign.i18n import translator
from servicedesign.model import (
    Answer,
    Board,
    Cell,
    Cluster,
    FigurePlacement,
    Finding,
    Frame,
    Group,
    Interview,
    ItemAnswer,
    JourneyMap,
    Lane,
    Link,
    Note,
    Outcome,
    Participant,
    Phase,
    Point,
    PrincipleCheck,
    PrincipleEdition,
    PrincipleItem,
    PrincipleReview,
    ProjectInfo,
    Prototype,
    PrototypeForm,
    PrototypeVersion,
    Record,
    Relation,
    Side,
    Sketch,
    StickyColour,
    Stroke,
    TestSession,
    Verification,
    VerificationQuestion,
    msg,
)
from servicedesign.paper.document import Document, FrameInfo, SheetJob
from servicedesign.paper.papers import PAPERS
from servicedesign.paper.raster import page_count, page_text
from servicedesign.store import Project, create_project

TITLES = (
    "利用者のニーズから出発する",
    "事実を詳細に把握する",
    "エンドツーエンドで考える",
    "全ての関係者に気を配る",
    "サービスはシンプルにする",
    "デジタル技術を活用し、サービスの価値を高める",
    "利用者の日常体験に溶け込む",
    "自分で作りすぎない",
    "オープンにサービスを作る",
    "何度も繰り返す",
    "一遍にやらず、一貫してやる",
    "情報システムではなくサービスを作る",
)
"""The 12 principles as the Cabinet decision of 2019-12-20 words them."""

ODD = "<b>太字</b> A‹B社 & 😀 𠮷野家 葛󠄀城市 " + "x" * 3000
"""Markup, odd letters, and a word that never ends."""

NOTES = (
    (
        12,
        "土曜の「まとめて相談の日」",
        "三つの課と県の相談員が、一つの席に集まる。予約は30分ごと。",
        "B",
        4,
    ),
    (
        31,
        "仕切りのある相談席",
        "2階の角に、後ろから見えない席を二つ。荷物と子どもの居場所も。",
        "B",
        5,
    ),
    (
        3,
        "届出の日の「はじめの一枚」",
        "離婚届や転入届を出したら、次に行く所と持ち物を1枚で渡す。",
        "A",
        1,
    ),
    (
        27,
        "進み具合を知らせる短文",
        "「受け付けた」「県へ送った」「決まった」の3回だけ、短い文で知らせる。",
        "B",
        6,
    ),
    (
        8,
        "印字ずみの現況届を送る",
        "去年と変わらない所は印字しておく。直す所だけ書けばよい。",
        "C",
        7,
    ),
    (
        9,
        "子どもの待つ場所をつくる",
        "相談の間、目の届く所で遊べる。絵本は図書館の貸し出し。",
        "B",
        5,
    ),
    (29, "認定までの道のり図", "申請から振り込みまでを、すごろくのような1枚の図にする。", "A", 6),
    (
        17,
        "戸籍は役場どうしで取り寄せ",
        "同意があれば、戸籍の写しは本籍地の役場へ町から頼む。",
        "C",
        4,
    ),
    (44, "夜の電話相談", "仕事が終わった夜7時から9時まで、電話で聞ける。", "C", 2),
)
FIGURES = {
    12: "calendar",
    31: "woman-stand",
    3: "note",
    27: "smartphone-message",
    8: "paper-pencil",
    9: "play-corner",
    29: "path",
    17: "town-hall",
}

FRAMES = (
    ("きっかけ", "離婚届のその場で、次に行く所と持ち物を書いた一枚を受け取る。"),
    ("調べる・相談", "仕事の休憩中に、スマホで土曜の30分の枠を予約する。"),
    ("準備", "3日前に持ち物の知らせが届く。長女と一緒に確かめる。"),
    ("申請", "仕切りの席で、三つの課の職員と一度に話す。子どもは隣で絵本。"),
    ("申請（裏側）", "足りない戸籍は、同意のもとで役場どうしが取り寄せる。"),
    ("待つ・受け取る", "決まったことと振込日が短い文で届く。もう電話はいらない。"),
)
QUESTIONS = (
    "困っている人自身の言葉で、ニーズを書いてあるか",
    "利用者を何種類も思い描いたか",
    "窓口の職員も利用者として見たか",
)


RARE: Final = "鮪"
"""A character that no label has: each sentence of :func:`sentences` holds it once."""


def sentences(count: int) -> str:
    """Return ``count`` sentences, so that it can be counted whether all of them were printed."""
    return "".join(f"{i}匹目の{RARE}です。" for i in range(count))


def key(name: str) -> str:
    """Return the id that stands for a readable name."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def job(
    paper: str = "A4", orientation: str = "portrait", lang: str = "ja", *, blank: bool = False
) -> SheetJob:
    """Return a job with an invented town in its frame."""
    day = dt.date(2026, 11, 16)
    frame = FrameInfo("ひとり親の支援", "みどり野町", "こども未来課", day)
    return SheetJob(PAPERS[paper], orientation, translator(lang), frame, blank)  # type: ignore[arg-type]


def text_of(document: Document) -> str:
    """Return the words of all pages as a reader finds them, without spaces and line ends."""
    pdf = document.pdf_bytes()
    words = "".join(page_text(pdf, i) for i in range(page_count(pdf)))
    return squeeze(words)


def squeeze(text: str) -> str:
    """Return ``text`` without spaces and line ends: where lines break is the sheet's affair."""
    return "".join(text.replace("\ufffe", "").split())


@contextmanager
def workshop(folder: Path) -> Iterator[Project]:
    """Open a new project that holds a small workshop."""
    project = create_project(
        folder / "workshop.sdproj",
        ProjectInfo(
            service_name="ひとり親の支援",
            theme="仕事を休まず、一度の来庁で。",
            organisation="みどり野町",
            section="こども未来課",
            note="登場する人と町は、架空のものです。",
        ),
    )
    records = [*_room(), *_ideas(), *_prototypes(), *_principles()]
    with project.edit(msg("見本")):
        for record in records:
            project.put(record)
    try:
        yield project
    finally:
        project.close()


def _room() -> list[Record]:
    colours = {"A": StickyColour.CREAM, "B": StickyColour.SKY, "C": StickyColour.BEIGE}
    groups = [
        Group(id=key(f"group-{letter}"), name=f"{letter}班", colour=colour, position=float(i))
        for i, (letter, colour) in enumerate(colours.items())
    ]
    people = [
        Participant(name=f"参加者{i}", group_id=key(f"group-{'ABC'[i % 3]}"), position=float(i))
        for i in range(12)
    ]
    interviews = [
        Interview(id=key(f"h{i}"), code=f"H-0{i}", summary="仕事を休めない", position=float(i))
        for i in range(1, 7)
    ]
    finding = Finding(id=key("f1"), interview_id=key("h3"), code="H-03", text="半日休みを3回とった")
    return [*groups, *people, *interviews, finding]


def _ideas() -> list[Record]:
    journey = JourneyMap(id=key("map"), title="現状")
    lane, phase = (
        Lane(id=key("lane"), map_id=key("map")),
        Phase(id=key("phase"), map_id=key("map"), title="申請"),
    )
    cells = [
        Cell(
            id=key(f"cell-{n}"),
            map_id=key("map"),
            phase_id=key("phase"),
            lane_id=key("lane"),
            number=n,
            text="困る",
        )
        for n in range(1, 8)
    ]
    board = Board(id=key("board"), title="アイデアボード")
    clusters = [
        Cluster(id=key("c1"), board_id=key("board"), title="一度で済む", position=0.0),
        Cluster(id=key("c2"), board_id=key("board"), title="届けたその日に", position=1.0),
    ]
    sketches = [_scene(f"sketch-{n}", (figure,)) for n, figure in FIGURES.items()]
    notes = [
        Note(
            board_id=key("board"),
            number=number,
            title=title,
            text=text,
            group_id=key(f"group-{group}"),
            cell_id=key(f"cell-{pain}"),
            cluster_id={"B": key("c1"), "A": key("c2")}.get(group),
            sketch_id=key(f"sketch-{number}") if number in FIGURES else None,
        )
        for number, title, text, group, pain in NOTES
    ]
    return [journey, lane, phase, *cells, board, *clusters, *sketches, *notes]


def _scene(name: str, figures: tuple[str, ...]) -> Sketch:
    step = 300 / (len(figures) + 1)
    placed = tuple(
        FigurePlacement(
            figure=figure,
            x=step * (i + 1),
            y=170.0,
            scale=0.8,
            text="決まりました\n11月11日に\n振り込みます" if "speech" in figure else "",
        )
        for i, figure in enumerate(figures)
    )
    points = tuple(Point(x=10 + i, y=175 + (i % 3) * 0.4, pressure=0.5) for i in range(280))
    return Sketch(
        id=key(name),
        width=300,
        height=180,
        figures=placed,
        strokes=(Stroke(width=1.5, points=points),) if len(figures) > 1 else (),
    )


SCENES = (
    ("woman-give", "man-table"),
    ("woman-sit-phone", "smartphone"),
    ("woman-phone-table", "speech-large"),
    ("woman-table", "man-table"),
    ("town-hall", "town-hall"),
    ("woman-phone", "speech-large"),
)


def _prototypes() -> list[Record]:
    prototype = Prototype(id=key("p1"), code="P-1", name="土曜のまとめて相談の日")
    answers = (Outcome.DONE, Outcome.DONE, Outcome.DONE, Outcome.DONE, Outcome.DONE)
    staff = (Outcome.DONE, Outcome.DONE, Outcome.PARTLY, Outcome.PARTLY, Outcome.DONE)
    notes = (("T-01〜04", "", "", "", "4人とも"), ("", "", "予約の費用", "代休しだい", "条件つき"))
    verifications = tuple(
        Verification(question=question, side=side, outcome=outcome, note=note)
        for side, outcomes, words in (
            (Side.USER, answers, notes[0]),
            (Side.PROVIDER, staff, notes[1]),
        )
        for question, outcome, note in zip(VerificationQuestion, outcomes, words, strict=True)
    )
    first = PrototypeVersion(
        id=key("v1"), prototype_id=key("p1"), number=1, hypothesis="土曜なら来られる。"
    )
    second = PrototypeVersion(
        id=key("v2"),
        prototype_id=key("p1"),
        number=2,
        date="2026-11-14",
        based_on="12・31・3・27",
        hypothesis="仕事を休めない人でも、土曜の1時間で5つの手続を終えられる。",
        to_find_out="書類が一度でそろうか。人目を気にせず話せるか。職員3人で回るか。",
        forms=(PrototypeForm.PAPER, PrototypeForm.ACTING),
        cost="4万5千円",
        effort="職員3人×2時間×2回",
        partner="県の福祉事務所、図書館",
        changes="持ち物の知らせを前日から3日前に。子どもの席を追加",
        cause_session_id=key("t2"),
        verifications=verifications,
        user_count=4,
        provider_count=5,
        ready=True,
        ready_reason="土曜勤務の代休を決める（11月20日まで、こども未来課）",
    )
    session = TestSession(id=key("t2"), version_id=key("v1"), code="T-02")
    scenes = [_scene(f"scene-{i}", figures) for i, figures in enumerate(SCENES)]
    frames = [
        Frame(
            version_id=key("v2"),
            heading=heading,
            caption=caption,
            sketch_id=key(f"scene-{i}"),
            position=float(i),
        )
        for i, (heading, caption) in enumerate(FRAMES)
    ]
    return [prototype, first, session, second, *scenes, *frames]


STATES = "DDPPDPPDPDND"


def _principles() -> list[Record]:
    answers = {"D": Answer.DONE, "P": Answer.PARTLY, "N": Answer.NOT_YET}
    edition = PrincipleEdition(
        id=key("e1"),
        title="令和元年12月 閣議決定の名称",
        date="2019-12-20",
        checked_by="こども未来課 3人、住民課 1人、利用者 2人",
        checked_on="2026-11-20",
    )
    review = PrincipleReview(
        edition_id=key("e1"),
        date="2026-11-06",
        answers=tuple(
            ItemAnswer(number=n, answer=Answer.PARTLY if n in {5, 10} else answers[STATES[n - 1]])
            for n in range(1, 13)
        ),
    )
    records: list[Record] = [edition, review]
    for number, title in enumerate(TITLES, 1):
        item = PrincipleItem(
            id=key(f"item-{number}"),
            edition_id=key("e1"),
            number=number,
            title=title,
            comment="夜勤の人の声がまだない。" if number == 4 else "",
            next_action="父子家庭の人にも、12月に1件聞く",
            next_owner="住民課 吉井",
            next_due="2026-12-18",
            position=float(number),
        )
        state = answers[STATES[number - 1]]
        checks = [
            PrincipleCheck(item_id=item.id, question=question, answer=state, position=float(i))
            for i, question in enumerate(QUESTIONS)
        ]
        link = Link(
            source_kind="principle_item",
            source_id=item.id,
            target_kind="finding",
            target_id=key("f1"),
            relation=Relation.EVIDENCE,
        )
        records += [item, *checks, link]
    return records
