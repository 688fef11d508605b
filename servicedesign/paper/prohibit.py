"""Where a line may not break: the rules of JIS X 4051, with Latin words and units.

Owns the lists of characters and the test for one place. Must not know widths.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from servicedesign.paper.clean import invisible

NOT_AT_START: Final = frozenset(
    "、。，．・：；？！‼⁇⁈⁉」』）】〕〉》］｝〗〙｠»”’々〻ゝゞヽヾ…‥–—―〜～％‰℃／,.:;?!)]}%"
)
"""Characters that never open a line."""
SMALL_KANA: Final = frozenset(
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
"""Characters that open a line only on narrow notes."""
NOT_AT_END: Final = frozenset("「『（【〔〈《［｛〖〘｟«“‘([{¥￥＄$£€№＃")
"""Characters that never close a line."""
PAIRED: Final = frozenset("…‥―—─")
"""Characters that stay with their like: …… and ――."""

_UNITS: Final = (
    "か月|カ月|ヶ月|ケ月|箇月|か所|カ所|ヶ所|箇所|箇条|か年|年度|年間|年目|年生|週間|日間|日目|時間|時半|時台|年代|"
    "分間|分前|分後|秒間|ページ|パーセント|ポイント|メートル|センチ|ミリ|キロ|グラム|リットル|フェーズ|"
    "万円|千円|百円|億円|万人|千人|万件|人目|人分|回目|番目|件目|世帯|種類|"
    "[年月日時分秒週円人件回個枚本台冊通名歳才階班組票点案版番号行列段条項割倍度歩軒戸校園区町村市県課室席]"
)
_NUMBERS: Final = re.compile(
    r"[0-9０-９]{1,2}時[0-9０-９]{1,2}分|[0-9０-９]{1,2}月[0-9０-９]{1,2}日|"
    r"(?:[第約計各全]|令和|平成|昭和|[¥￥＋+−-])?[0-9０-９]"
    r"(?:[0-9０-９.,．，:：]|[億万千百](?=[0-9０-９]))*"
    rf"(?:\s?(?:mm|cm|km|kg|pt|%|％)|{_UNITS})?"
)
_LATIN: Final = re.compile("[!-~\u00a1-\u024f\u0300-\u058f\u1e00-\u1fff\u2010-\u2027]")
_NO_LATIN: Final = frozenset("‥…―–—“”‘’‧•·´¨±×÷§¶°")
_SPACES: Final = frozenset(" \u3000")


@lru_cache(maxsize=8192)
def _latin(char: str) -> bool:
    return char not in _NO_LATIN and _LATIN.match(char) is not None


def glued(text: str) -> frozenset[int]:
    """Return the places inside numbers with their units, where no line may break."""
    return frozenset(
        at for found in _NUMBERS.finditer(text) for at in range(found.start() + 1, found.end())
    )


def may_break(text: str, at: int, stuck: frozenset[int], relaxed: bool) -> bool:
    """Return whether a line of ``text`` may end before ``text[at]``.

    Args:
        text: one paragraph.
        at: a place inside it, 0 < at < len(text).
        stuck: what :func:`glued` returned for it.
        relaxed: on narrow notes small kana and ー may open a line.
    """
    before, after = text[at - 1], text[at]
    if before in _SPACES:
        return after not in _SPACES and after not in NOT_AT_START
    if at in stuck or after in _SPACES or not may_split(text, at, relaxed):
        return False
    if before == "\u00a0" or after == "\u00a0":
        return False
    return not (_latin(before) and _latin(after)) or _inside_compound(text, at)


def may_split(text: str, at: int, relaxed: bool) -> bool:
    """Return whether an over-long stretch may be split before ``text[at]``.

    Words and numbers then break, but no line begins or ends with what may not stand there.
    """
    before, after = text[at - 1], text[at]
    if after in NOT_AT_START or before in NOT_AT_END or invisible(after):
        return False
    return (relaxed or after not in SMALL_KANA) and not (before == after and before in PAIRED)


def _inside_compound(text: str, at: int) -> bool:
    """Return whether ``at`` follows a hyphen or slash between two words, as in check-list."""
    before, after = text[max(at - 4, 0) : at - 1], text[at : at + 3]
    return (
        text[at - 1] in "-/"
        and len(before) == len(after) == 3
        and all(map(_latin, before + after))
        and (before + after).isalpha()
    )


def is_phrase_end(before: str) -> bool:
    """Return whether a phrase ends after ``before`` whatever follows."""
    return before in _SPACES or before in "、。，．！？」』）】〕；"
