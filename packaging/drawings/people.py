"""People for storyboards: who they are, how they stand, sit, call or carry.

Owns the list of people figures. All share one measure: an adult is 160 units high and the feet
stand on the lower edge of the box; ``…-table`` figures end at the hip, to be put behind a table.
"""

# ruff: noqa: E501 - tables: one figure a line

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from drawings import bodies
from drawings.bodies import STATURES, Look, Stature
from drawings.pen import (
    BEIGE,
    CREAM,
    DARK,
    GREEN,
    GREY,
    INK,
    SKY,
    TINT,
    WHITE,
    Point,
    Sheet,
    curve,
    ellipse,
    rect,
    straight,
    tube,
)
from servicedesign.model.drawing import Drawing

WOMAN: Final = Look("ponytail", "black", SKY, DARK)
MAN: Final = Look("short", "black", GREEN, GREY)
CLERK_M: Final = Look("short", "black", WHITE, GREY, extras=("badge",))
CLERK_W: Final = Look("bob", "black", BEIGE, DARK, extras=("badge",))
GIRL: Final = Look("bangs", "black", CREAM, GREY)
BOY: Final = Look("boy", "black", CREAM, GREY)
GRANDMA: Final = Look("bun", "white", GREEN, GREY, skirt=True, extras=("cardigan",))
GRANDPA: Final = Look("bald", "white", BEIGE, GREY, skin="warm", extras=("cardigan",))
SIXTIES: Final = Look("perm", "grey", SKY, GREY, extras=("glasses",))


@dataclass(frozen=True, slots=True)
class Person:
    """One figure: words for it, its stature and look, and what arms and hands do."""

    id: str
    ja: str
    en: str
    stature: str
    look: Look
    left: str = "down"
    right: str = "down"
    item: str = ""
    cut: bool = False


PEOPLE: Final = (
    Person("woman-stand", "立つ女性", "Woman standing", "slim", WOMAN),
    Person("woman-give", "手を差し出す女性", "Woman reaching out", "slim", WOMAN, right="out"),
    Person("woman-phone", "スマホを見る女性", "Woman with a smartphone", "slim", WOMAN, right="phone", item="phone"),
    Person("woman-call", "電話する女性", "Woman on the phone", "slim", WOMAN, right="ear", item="call"),
    Person("woman-lead", "子の手を引く女性", "Woman holding out a hand to a child", "slim", WOMAN, left="lead",
           right="lead"),
    Person("woman-bag", "買い物袋を持つ女性", "Woman with a shopping bag", "slim",
           replace(WOMAN, top=CREAM, hair="long", colour="chestnut", legs=GREY, skirt=True), item="bag"),
    Person("woman-hijab", "ヒジャブの女性", "Woman in a hijab", "slim",
           Look("none", "black", GREEN, DARK, skin="tan", skirt=True, extras=("hijab",)), right="out"),
    Person("woman-table", "席の女性", "Woman at a table", "slim", WOMAN, left="table", right="table", cut=True),
    Person("woman-phone-table", "席でスマホを見る女性", "Woman at a table with a smartphone", "slim", WOMAN,
           left="table", right="phone", item="phone", cut=True),
    Person("man-stand", "立つ男性", "Man standing", "adult", MAN),
    Person("man-give", "手を差し出す男性", "Man reaching out", "adult", MAN, right="out"),
    Person("man-wave", "手を上げる男性", "Man raising a hand", "adult", replace(MAN, top=WHITE), right="wave"),
    Person("man-phone", "スマホを見る男性", "Man with a smartphone", "adult", MAN, right="phone", item="phone"),
    Person("man-call", "電話する男性", "Man on the phone", "adult", MAN, right="ear", item="call"),
    Person("man-curls", "縮れ毛の男性", "Man with curly hair", "adult",
           Look("afro", "black", BEIGE, DARK, skin="brown"), right="out"),
    Person("man-table", "席の男性", "Man at a table", "adult", MAN, left="table", right="table", cut=True),
    Person("clerk-man", "職員（男性）", "Clerk, man", "adult", CLERK_M, left="front", right="front"),
    Person("clerk-woman", "職員（女性）", "Clerk, woman", "slim", CLERK_W, left="front", right="front"),
    Person("clerk-point", "案内する職員", "Clerk showing the way", "slim", CLERK_W, right="point"),
    Person("clerk-paper", "紙を渡す職員", "Clerk handing a paper", "adult", CLERK_M, right="out", item="paper"),
    Person("clerk-call", "電話する職員", "Clerk on the phone", "slim", CLERK_W, right="ear", item="call"),
    Person("clerk-man-table", "窓口の職員（男性）", "Clerk at a counter, man", "adult", CLERK_M, left="table",
           right="out", cut=True),
    Person("clerk-woman-table", "窓口の職員（女性）", "Clerk at a counter, woman", "slim", CLERK_W, left="table",
           right="table", cut=True),
    Person("carer", "保育士", "Nursery teacher", "slim",
           Look("ponytail", "brown", WHITE, GREY, extras=("apron",)), left="lead", right="wave"),
    Person("nurse", "看護師", "Nurse", "slim", Look("bob", "brown", TINT, TINT), right="chest",
           left="chest", item=""),
    Person("teen-stand", "立つ10代", "Teenager standing", "teen", Look("bangs", "black", WHITE, DARK, skirt=True)),
    Person("teen-phone", "スマホを見る10代", "Teenager with a smartphone", "teen",
           Look("short", "black", SKY, DARK), right="phone", item="phone"),
    Person("girl-stand", "立つ女の子", "Girl standing", "child", GIRL),
    Person("girl-lead", "手をつなぐ女の子", "Girl holding a hand", "child", GIRL, left="wave"),
    Person("girl-cheer", "両手を上げる女の子", "Girl with both arms up", "child", GIRL, left="high", right="high"),
    Person("girl-table", "席の女の子", "Girl at a table", "child", GIRL, left="table", right="table", cut=True),
    Person("boy-stand", "立つ男の子", "Boy standing", "child", BOY),
    Person("boy-lead", "手をつなぐ男の子", "Boy holding a hand", "child", BOY, right="wave"),
    Person("boy-cheer", "両手を上げる男の子", "Boy with both arms up", "child", replace(BOY, top=GREEN), left="high",
           right="high"),
    Person("toddler", "幼い子", "Toddler", "toddler", Look("bangs", "brown", GREEN, GREY)),
    Person("grandma-stand", "立つ高齢の女性", "Older woman standing", "elder", GRANDMA, left="front", right="front"),
    Person("grandma-tablet", "タブレットを見る高齢の女性", "Older woman with a tablet", "elder",
           replace(SIXTIES, colour="silver"), left="chest", right="chest", item="tablet"),
    Person("grandma-call", "電話する高齢の女性", "Older woman on the phone", "elder", GRANDMA, right="ear", item="call"),
    Person("grandma-table", "席の高齢の女性", "Older woman at a table", "elder", GRANDMA, left="table", right="table",
           cut=True),
    Person("grandpa-stick", "つえをつく高齢の男性", "Older man with a stick", "elder", GRANDPA, right="stick",
           item="stick"),
    Person("grandpa-stand", "立つ高齢の男性", "Older man standing", "elder", replace(GRANDPA, hair="receding")),
    Person("grandpa-table", "席の高齢の男性", "Older man at a table", "elder", GRANDPA, left="table", right="table",
           cut=True),
    Person("sixties-stand", "立つ60代の女性", "Woman in her sixties", "slim", SIXTIES),
    Person("farmer", "帽子の農家", "Farmer in a cap", "adult",
           Look("receding", "grey", WHITE, SKY, skin="warm", extras=("cap",)), right="wave"),
)  # fmt: skip

WIDTH: Final = 124.0


def person(who: Person) -> Drawing:
    """Draw a standing figure, or one cut at the hip."""
    build = STATURES[who.stature]
    x = WIDTH / 2
    sheet = Sheet(WIDTH, build.hip if who.cut else build.height)
    if not who.cut:
        bodies.legs(sheet, x, build, who.look)
    _upper(sheet, x, build, who)
    return sheet.drawing()


_BEHIND: Final = frozenset({"down", "wave", "out", "high", "point", "lead"})
"""Poses whose arms lie behind the trunk."""


def _upper(sheet: Sheet, x: float, build: Stature, who: Person) -> None:
    look = who.look
    bodies.hair_behind(sheet, x, build.head, build.radius, look)
    bodies.neck(sheet, x, build, look)
    poses = ((who.left, -1), (who.right, 1))
    for pose, side in (pair for pair in poses if pair[0] in _BEHIND):
        bodies.arm(sheet, x, build, look, pose, side)
    bodies.trunk(sheet, x, build, look)
    bodies.head(sheet, x, build.head, build.radius, look)
    hand = bodies.hand_of(x, build, who.right, 1)
    if who.item == "stick":
        grip = f"{hand.x - 7},{hand.y - 2} {hand.x - 2},{hand.y - 6} {hand.x + 2},{hand.y}"
        sheet.stroke(curve(f"{grip} {hand.x + 3},{build.height - 1}"), 3.2, "#7A5742")
    elif who.item not in {"", "tablet"}:
        bodies.held(sheet, who.item, hand, 1)
    for pose, side in (pair for pair in poses if pair[0] not in _BEHIND):
        bodies.arm(sheet, x, build, look, pose, side)
    if who.item == "tablet":
        bodies.held(sheet, who.item, hand, 1)
        for end in (hand, bodies.hand_of(x, build, who.left, -1)):
            thumb = ellipse(end.x, end.y + 2, build.arm[1] * 0.5)
            sheet.form(thumb, bodies.SKINS[look.skin], 1.5)


def seated(look: Look, *, phone: bool) -> Drawing:
    """Draw somebody seated to the right, on a seat 44 above the ground."""
    base = STATURES["slim"]
    build = replace(base, head=base.head + 17, shoulder=base.shoulder + 17, hip=base.hip + 17)
    sheet = Sheet(WIDTH, 160)
    x = 42.0
    for lean in (0, 5):
        sheet.form(tube(f"{70 + lean},116 {71 + lean},136 {71 + lean},154", (14, 12)), look.legs)
        sheet.form(
            curve(
                f"{65 + lean},152! {77 + lean},152! {86 + lean},160! {65 + lean},160!", closed=True
            ),
            INK,
            1.0,
        )
    sheet.form(tube(f"{x - 4},113 {x + 16},112 {72},114", (19, 16)), look.legs)
    bodies.hair_behind(sheet, x, build.head, build.radius, look)
    bodies.neck(sheet, x, build, look)
    bodies.trunk(sheet, x, build, look)
    bodies.head(sheet, x, build.head, build.radius, look)
    hand = Point(x + 29, build.shoulder + (20 if phone else 36))
    if phone:
        bodies.held(sheet, "phone", hand, 1)
    right = f"{x + 11},{build.shoulder + 6} {x + 11},{build.shoulder + 29} {hand.x - 7},{hand.y + (3 if phone else 0)}"
    sheet.form(ellipse(hand.x, hand.y, 5.4), bodies.SKINS[look.skin])
    sheet.form(tube(right, (11, 9.5)), look.top)
    return sheet.drawing()


def wheelchair() -> Drawing:
    """Draw a person in a wheelchair, turned to the right."""
    look = Look("short", "brown", CREAM, DARK)
    base = STATURES["slim"]
    build = replace(base, head=base.head + 19, shoulder=base.shoulder + 19, hip=base.hip + 17)
    sheet = Sheet(120, 160)
    x = 50.0
    sheet.stroke(straight("22,70 30,72 30,122", closed=False), 3.0)
    sheet.form(rect(27, 78, 8, 42, 3), GREY)
    sheet.form(tube("82,116 85,134 88,148", (14, 12)), look.legs)
    sheet.form(curve("82,146! 94,145! 102,152! 83,153!", closed=True), INK, 1.0)
    sheet.stroke(straight("72,122 86,154 103,154", closed=False), 3.0)
    sheet.form(tube(f"{x - 6},115 {x + 14},114 83,115", (19, 16)), look.legs)
    bodies.hair_behind(sheet, x, build.head, build.radius, look)
    bodies.neck(sheet, x, build, look)
    bodies.trunk(sheet, x, build, look)
    bodies.head(sheet, x, build.head, build.radius, look)
    sheet.form(ellipse(x + 20, 112, 5.2), bodies.SKINS[look.skin])
    sheet.form(tube(f"{x + 10},{build.shoulder + 6} {x + 10},98 {x + 18},110", (11, 9.5)), look.top)
    sheet.stroke(ellipse(46, 134, 25), 3.2)
    sheet.stroke(ellipse(46, 134, 20.5), 1.2, GREY)
    sheet.form(ellipse(46, 134, 3.4), WHITE)
    sheet.form(ellipse(88, 152.5, 6.6), WHITE, 2.4)
    return sheet.drawing()


def baby() -> Drawing:
    """Draw a baby wrapped in a blanket."""
    sheet = Sheet(64, 44)
    look = Look("tuft", "black", CREAM, CREAM)
    sheet.form(curve("20,12! 40,10 58,18 62,32 54,43 30,43 16,38", closed=True), CREAM)
    sheet.stroke(curve("24,40 40,30 60,28"), 1.4)
    bodies.head(sheet, 20, 24, 15, look)
    return sheet.drawing()


def parent_with_baby() -> Drawing:
    """Draw a woman with a baby in her arms."""
    look = Look("bob", "brown", SKY, DARK)
    build = STATURES["slim"]
    sheet = Sheet(WIDTH, 160)
    x = WIDTH / 2
    bodies.hair_behind(sheet, x, build.head, build.radius, look)
    bodies.legs(sheet, x, build, look)
    bodies.neck(sheet, x, build, look)
    bodies.trunk(sheet, x, build, look)
    bodies.head(sheet, x, build.head, build.radius, look)
    sheet.form(
        curve(f"{x - 12},66! {x + 10},66 {x + 22},76 {x + 20},90 {x},94 {x - 16},88", closed=True),
        CREAM,
    )
    bodies.head(sheet, x - 13, 72, 11.5, Look("tuft", "black", CREAM, CREAM))
    sheet.form(ellipse(x - 6, 90, 5.2), bodies.SKINS["light"])
    sheet.form(tube(f"{x + 14},60 {x + 19},84 {x},90", (11, 9.5)), SKY)
    sheet.form(tube(f"{x - 14},60 {x - 22},82 {x - 14},90", (11, 9.5)), SKY)
    return sheet.drawing()


OTHERS: Final[tuple[tuple[str, str, str, Callable[[], Drawing]], ...]] = (
    ("woman-sit", "座る女性", "Woman sitting", lambda: seated(WOMAN, phone=False)),
    ("woman-sit-phone", "座ってスマホを見る女性", "Woman sitting with a smartphone", lambda: seated(WOMAN, phone=True)),
    ("man-sit", "座る男性", "Man sitting", lambda: seated(MAN, phone=False)),
    ("man-sit-phone", "座ってスマホを見る男性", "Man sitting with a smartphone", lambda: seated(MAN, phone=True)),
    ("grandma-sit", "座る高齢の女性", "Older woman sitting", lambda: seated(replace(GRANDMA, skirt=False), phone=False)),
    ("grandpa-sit", "座る高齢の男性", "Older man sitting", lambda: seated(GRANDPA, phone=False)),
    ("wheelchair", "車いすの人", "Person in a wheelchair", wheelchair),
    ("baby", "赤ちゃん", "Baby", baby),
    ("woman-baby", "赤ちゃんを抱く女性", "Woman with a baby", parent_with_baby),
)  # fmt: skip


def all_people() -> list[tuple[str, str, str, Drawing]]:
    """Return id, Japanese words, English words and drawing of every figure of a person."""
    standing = [(who.id, who.ja, who.en, person(who)) for who in PEOPLE]
    return standing + [(key, ja, en, draw()) for key, ja, en, draw in OTHERS]
