"""Ideas: boards, sticky notes, clusters, sketches, pictures and the mandala chart.

Owns the records of アイデアの創出 (report ch. 7 §2(2), ch. 6 for the mandala). Lengths on a board
are board units: 1 unit is 1 pixel at 100 %.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from servicedesign.model.message import N_
from servicedesign.model.project import StickyColour
from servicedesign.model.record import (
    Personal,
    Record,
    choice_field,
    code_field,
    items_field,
    number_field,
    place_field,
    ref_field,
    text_field,
)

_FAR = 10_000_000


class BoardFrame(StrEnum):
    """What a board is laid on."""

    BLANK = "blank"
    JOURNEY = "journey"
    MANDALA_3 = "mandala_3"
    MANDALA_9 = "mandala_9"
    MATRIX = "matrix"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True, kw_only=True)
class Board(Record):
    """A surface for notes, perhaps laid on a journey map."""

    KIND: ClassVar[str] = "board"
    LABEL: ClassVar[str] = N_("ボード")

    title: str = text_field(N_("題名"))
    frame: BoardFrame = choice_field(N_("下敷き"), BoardFrame.BLANK)
    journey_map_id: str | None = ref_field("journey_map", N_("ジャーニーマップ"))
    how_might_we_id: str | None = ref_field("how_might_we", N_("問い"))
    next_number: int = number_field(N_("次の番号"), default=1, minimum=1)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster(Record):
    """Notes that belong together under a title card (表札)."""

    KIND: ClassVar[str] = "cluster"
    LABEL: ClassVar[str] = N_("まとまり")

    board_id: str = ref_field("board", N_("ボード"), owner=True)
    title: str = text_field(N_("表札"))
    x: float = number_field(N_("左"), default=0.0, minimum=-_FAR, maximum=_FAR)
    y: float = number_field(N_("上"), default=0.0, minimum=-_FAR, maximum=_FAR)
    width: float = number_field(N_("幅"), default=320.0, minimum=0, maximum=_FAR)
    height: float = number_field(N_("高さ"), default=240.0, minimum=0, maximum=_FAR)
    folded: bool = choice_field(N_("たたむ"), False)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of a stroke, with the pressure of the pen from 0 to 1."""

    x: float = number_field("", default=0.0, minimum=-_FAR, maximum=_FAR)
    y: float = number_field("", default=0.0, minimum=-_FAR, maximum=_FAR)
    pressure: float = number_field("", default=0.5, minimum=0, maximum=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One line of a sketch, from pen down to pen up."""

    tool: str = code_field("", default="pen")
    colour: str = code_field("", default="#000000")
    width: float = number_field("", default=3.0, minimum=0, maximum=1000)
    points: tuple[Point, ...] = items_field("")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePlacement:
    """A bundled figure placed in a sketch; ``text`` is written on it where it has room."""

    figure: str = code_field("")
    x: float = number_field("", default=0.0, minimum=-_FAR, maximum=_FAR)
    y: float = number_field("", default=0.0, minimum=-_FAR, maximum=_FAR)
    scale: float = number_field("", default=1.0, minimum=0.01, maximum=100)
    flip: bool = choice_field("", False)
    text: str = text_field(N_("絵の中の言葉"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch(Record):
    """A picture made in the app: bundled figures and strokes of a pen, kept as vectors."""

    KIND: ClassVar[str] = "sketch"
    LABEL: ClassVar[str] = N_("スケッチ")

    width: float = number_field(N_("幅"), default=400.0, minimum=1, maximum=100_000)
    height: float = number_field(N_("高さ"), default=240.0, minimum=1, maximum=100_000)
    figures: tuple[FigurePlacement, ...] = items_field(N_("絵の部品"))
    strokes: tuple[Stroke, ...] = items_field(N_("線"))
    caption: str = text_field(N_("説明"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Record):
    """A photo or picture; its bytes are kept once under their SHA-256."""

    KIND: ClassVar[str] = "image"
    LABEL: ClassVar[str] = N_("写真")

    sha256: str = code_field(N_("指紋"))
    mime: str = code_field(N_("形式"), default="image/jpeg")
    width: int = number_field(N_("幅"), default=1, minimum=1, maximum=100_000)
    height: int = number_field(N_("高さ"), default=1, minimum=1, maximum=100_000)
    caption: str = text_field(N_("説明"), personal=Personal.CLEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """One idea on one sticky note; its number never changes and is the same everywhere."""

    KIND: ClassVar[str] = "note"
    LABEL: ClassVar[str] = N_("付箋")

    board_id: str = ref_field("board", N_("ボード"), owner=True)
    number: int = number_field(N_("番号"), default=0, minimum=0)
    title: str = text_field(N_("題名"))
    text: str = text_field(N_("内容"), long=True)
    colour: StickyColour = choice_field(N_("色"), StickyColour.CREAM)
    author_id: str | None = ref_field("participant", N_("書いた人"), personal=Personal.CLEAR)
    group_id: str | None = ref_field("group", N_("班"))
    cluster_id: str | None = ref_field("cluster", N_("まとまり"))
    issue_id: str | None = ref_field("issue", N_("答える課題"))
    cell_id: str | None = ref_field("cell", N_("答える困りごと"))
    phase_id: str | None = ref_field("phase", N_("貼ったフェーズ"))
    sketch_id: str | None = ref_field("sketch", N_("スケッチ"))
    image_id: str | None = ref_field("image", N_("写真"))
    tags: tuple[str, ...] = items_field(N_("しるし"))
    x: float = number_field(N_("左"), default=0.0, minimum=-_FAR, maximum=_FAR)
    y: float = number_field(N_("上"), default=0.0, minimum=-_FAR, maximum=_FAR)
    width: float = number_field(N_("幅"), default=160.0, minimum=1, maximum=_FAR)
    height: float = number_field(N_("高さ"), default=160.0, minimum=1, maximum=_FAR)
    z: float = number_field(N_("重なり"), default=0.0, minimum=-_FAR, maximum=_FAR)
    locked: bool = choice_field(N_("固定"), False)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandala(Record):
    """A mandala chart: a centre with eight around it, each opening to its own eight."""

    KIND: ClassVar[str] = "mandala"
    LABEL: ClassVar[str] = N_("マンダラート")

    title: str = text_field(N_("題名"))
    how_might_we_id: str | None = ref_field("how_might_we", N_("問い"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class MandalaCell(Record):
    """One of the 81 cells: block 0 is the middle one, slot 0 the middle of a block."""

    KIND: ClassVar[str] = "mandala_cell"
    LABEL: ClassVar[str] = N_("マンダラートの升目")

    mandala_id: str = ref_field("mandala", N_("マンダラート"), owner=True)
    block: int = number_field(N_("かたまり"), default=0, minimum=0, maximum=8)
    slot: int = number_field(N_("升目"), default=0, minimum=0, maximum=8)
    text: str = text_field(N_("内容"), long=True)
    note_id: str | None = ref_field("note", N_("付箋"))
