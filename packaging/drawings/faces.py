"""The bundled portraits: who is drawn, and how head, hair and clothes come together.

Owns the list of portraits with their descriptions. They are invented people: varied in age, gender,
look and dress, calm, and never a type to laugh at.
"""

# ruff: noqa: E501 - tables: one portrait a pair of lines

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from drawings import clothes, hair, heads, wraps
from drawings.pen import BEIGE, CREAM, DARK, GREEN, GREY, SKY, WHITE, Sheet
from servicedesign.model.drawing import Drawing, translate

SIDE: Final = 184
"""Heads are drawn on a square of 200 and cut closer, to this square, at the top and the sides."""
LINE: Final = 2.2


_COLOURS: Final = {
    "sky": SKY, "cream": CREAM, "beige": BEIGE, "green": GREEN, "white": WHITE, "grey": GREY, "dark": DARK,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Portrait:
    """One portrait: its description and the parts it is drawn of.

    Attributes:
        id: look and age, then what tells it apart.
        ja: description in Japanese.
        en: description in English.
        build: key of ``heads.BUILDS``.
        hair: style and colour, keys of :mod:`drawings.hair`.
        wear: clothes with their two colours; the colour ``skin`` is that of the skin.
        skin: key of ``heads.SKINS``.
        lines: how many lines age has drawn, 0 to 3.
        extras: ``glasses:…``, ``beard:…``, ``hijab:…``, ``headscarf:…``, ``cap:…``, ``blush``,
            ``braids``, ``earring``.
    """

    id: str
    ja: str
    en: str
    build: str
    hair: str
    wear: str
    skin: str = "light"
    eyes: str = "plain"
    brows: str = "soft"
    nose: str = "line"
    mouth: str = "smile"
    lines: int = 0
    extras: tuple[str, ...] = ()

    @property
    def gender(self) -> str:
        """The look that the id begins with."""
        return self.id.split("-")[0]

    @property
    def age(self) -> str:
        """The age band in the id."""
        return self.id.split("-")[1]


PORTRAITS: Final = (
    Portrait("woman-30s-ponytail", "30代の女性、一つ結び", "Woman in her thirties with a ponytail",
       "woman", "ponytail black", "crew sky white", eyes="lash"),
    Portrait("man-40s-short", "40代の男性、短い髪、襟のある服", "Man in his forties with short hair",
       "man", "short black", "polo green green", brows="strong", mouth="soft"),
    Portrait("woman-40s-bob", "40代の女性、肩までの髪、カーディガン", "Woman in her forties with a bob",
       "round", "bob-part brown", "cardigan beige white", eyes="lash"),
    Portrait("man-30s-glasses", "30代の男性、眼鏡、白いシャツ", "Man in his thirties with glasses",
       "man", "swept black", "shirt white white", extras=("glasses:square",), mouth="smile", brows="flat"),
    Portrait("woman-20s-long", "20代の女性、長い髪", "Woman in her twenties with long hair",
       "woman", "long chestnut", "crew cream white", eyes="lash", brows="thin", mouth="soft"),
    Portrait("man-20s-fringe", "20代の男性、前髪、パーカー", "Man in his twenties in a hoodie",
       "teen", "mash brown", "hoodie sky white", mouth="soft"),
    Portrait("woman-50s-short", "50代の女性、短い髪、上着", "Woman in her fifties with short hair",
       "woman", "pixie brown", "jacket green white", eyes="narrow", lines=1),
    Portrait("man-50s-beard", "50代の男性、白髪まじりのひげ", "Man in his fifties with a greying beard",
       "square", "short grey", "crew beige white", brows="strong", skin="warm", extras=("beard:full",), lines=0),
    Portrait("woman-60s-perm", "60代の女性、眼鏡、巻いた髪", "Woman in her sixties with curled hair and glasses",
       "elder", "perm grey", "vneck sky skin", eyes="narrow", extras=("glasses:round",), lines=1),
    Portrait("man-60s-receding", "60代の男性、ごま塩の髪、作業着", "Man in his sixties with receding hair",
       "square", "receding grey", "shirt sky sky", skin="warm", brows="strong", eyes="narrow", mouth="soft", lines=2),
    Portrait("woman-70s-bun", "70代の女性、白い髪のおだんご", "Woman in her seventies with a white bun",
       "elder", "bun white", "cardigan green white", eyes="elder", brows="thin", lines=2),
    Portrait("man-70s-moustache", "70代の男性、口ひげ、毛糸のベスト", "Man in his seventies with a moustache",
       "man", "short white", "vest beige white", eyes="elder", brows="bushy", extras=("beard:moustache",), lines=1),
    Portrait("woman-80s-glasses", "80代の女性、眼鏡、短い白髪", "Woman in her eighties with glasses",
       "elder", "pixie silver", "cardigan cream white", eyes="smile", brows="thin",
       extras=("glasses:half",), lines=2),
    Portrait("man-80s-bald", "80代の男性、薄い髪", "Man in his eighties with little hair",
       "man", "bald white", "cardigan sky white", skin="warm", eyes="elder", brows="bushy", nose="long", lines=3),
    Portrait("woman-30s-hijab", "30代の女性、ヒジャブ", "Woman in her thirties in a hijab",
       "woman", "none black", "crew green green", skin="tan", eyes="lash", extras=("hijab:sky",)),
    Portrait("woman-20s-curls", "20代の女性、縮れた髪", "Woman in her twenties with curly hair",
       "woman", "afro black", "scoop cream skin", skin="deep", eyes="lash", nose="broad"),
    Portrait("man-30s-curls", "30代の男性、短い縮れた髪", "Man in his thirties with short curls",
       "man", "short-curls black", "turtleneck beige beige", skin="brown", nose="broad", brows="strong"),
    Portrait("man-40s-beard", "40代の男性、整えたひげ", "Man in his forties with a trimmed beard",
       "man", "swept black", "jacket sky white", skin="tan", brows="strong", extras=("beard:short",)),
    Portrait("girl-8-twintails", "8歳くらいの女の子、二つ結び", "Girl of about eight with two tails",
       "child", "twintails black", "crew cream white", eyes="child", nose="short", extras=("blush",)),
    Portrait("boy-7-short", "7歳くらいの男の子", "Boy of about seven",
       "child", "boy black", "crew green white", eyes="child", nose="short", mouth="open", extras=("blush",)),
    Portrait("girl-teens-braids", "10代の女性、三つ編み、制服", "Teenage girl with braids in school uniform",
       "teen", "braids black", "school dark sky", nose="short", mouth="soft", extras=("braids",)),
    Portrait("boy-teens-uniform", "10代の男性、制服", "Teenage boy in school uniform",
       "teen", "crop black", "stand-collar dark cream", skin="warm", brows="strong", mouth="calm"),
    Portrait("person-20s-undercut", "20代、左右で長さの違う髪", "Person in their twenties with an undercut",
       "teen", "undercut brown", "turtleneck green green", brows="flat", mouth="soft", extras=("earring",)),
    Portrait("person-40s-glasses", "40代、丸い眼鏡、短い髪", "Person in their forties with round glasses",
       "round", "mash black", "vneck beige skin", skin="warm", extras=("glasses:round",), mouth="soft"),
    Portrait("woman-30s-apron", "30代の女性、おだんご、エプロン", "Woman in her thirties in an apron",
       "round", "low-bun brown", "apron green white", eyes="lash", mouth="wide"),
    Portrait("woman-50s-wavy", "50代の女性、波のある髪", "Woman in her fifties with wavy hair",
       "woman", "wavy chestnut", "vneck sky skin", skin="brown", eyes="lash", nose="broad", lines=1),
    Portrait("man-50s-suit", "50代の男性、背広", "Man in his fifties in a suit",
       "square", "short black", "jacket grey sky", eyes="narrow", brows="strong", mouth="calm", lines=1),
    Portrait("woman-60s-headscarf", "60代の女性、頭に布", "Woman in her sixties with a headscarf",
       "round", "none grey", "shirt cream cream", skin="warm", eyes="smile", mouth="wide", lines=1,
       extras=("headscarf:beige",)),
    Portrait("child-3-bob", "3歳くらいの子", "Child of about three",
       "child", "child-bob brown", "apron sky white", eyes="child", nose="short", extras=("blush",)),
    Portrait("man-60s-cap", "60代の男性、帽子", "Man in his sixties in a cap",
       "man", "none white", "polo cream cream", eyes="narrow", brows="bushy", lines=2, extras=("cap:green",)),
)  # fmt: skip


def portrait(who: Portrait) -> Drawing:
    """Draw one portrait on a square of ``SIDE``."""
    sheet = Sheet(200, 200, LINE)
    build, skin = heads.BUILDS[who.build], heads.SKINS[who.skin]
    cut, colour = who.hair.split()
    style = hair.STYLES[cut]
    wraps.behind(sheet, who.extras)
    hair.draw(sheet, style.back, colour)
    heads.neck(sheet, build, skin)
    dress, *tints = who.wear.split()
    fill, trim = (skin.tone if tint == "skin" else _COLOURS[tint] for tint in tints)
    clothes.CLOTHES[dress](sheet, build, fill, trim)
    heads.ears(sheet, build, skin)
    heads.face(sheet, build, skin)
    _features(sheet, who, build, skin)
    hair.draw(sheet, style.front, colour)
    hair.strands(sheet, style, colour)
    wraps.over(sheet, who.extras, build, colour)
    for extra in who.extras:
        if extra.startswith("glasses:"):
            heads.glasses(sheet, build, extra.partition(":")[2])
    whole = translate(sheet.drawing(), -(200 - SIDE) / 2, SIDE - 200)
    return replace(whole, width=SIDE, height=SIDE)


def _features(sheet: Sheet, who: Portrait, build: heads.Build, skin: heads.Skin) -> None:
    colour = who.hair.split()[1]
    brow = {"white": "#9A9A9A", "silver": "#8A8A8A", "grey": "#6E6E6E"}.get(colour, "#333333")
    if "blush" in who.extras:
        heads.blush(sheet, build, skin)
    heads.age_lines(sheet, build, skin, who.lines)
    beards = [extra.partition(":")[2] for extra in who.extras if extra.startswith("beard:")]
    for kind in beards:
        heads.beard(sheet, build, kind, hair.COLOURS[colour][0], skin)
    heads.eyes(sheet, build, skin, who.eyes)
    heads.brows(sheet, build, who.brows, brow)
    heads.nose(sheet, build, who.nose)
    if not beards:
        heads.mouth(sheet, build, who.mouth)
