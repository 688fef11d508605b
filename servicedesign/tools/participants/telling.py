"""What a person is told after many rows changed at once: what came, and what did not.

Owns the sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from servicedesign.i18n import Translator
from servicedesign.tools.participants.actions import MOST_PEOPLE
from servicedesign.tools.participants.leaving import Departure
from servicedesign.tools.participants.pasting import Pasted

_SHOWN = 4


def pasted_words(told: Pasted, t: Translator) -> tuple[str, str]:
    """Return what was taken in, and what was not (empty when all was)."""
    done = []
    if told.added:
        done.append(t.plural("{n}人を足しました。", told.added))
    if told.changed:
        done.append(t.plural("{n}行を書きかえました。", told.changed))
    if told.groups:
        done.append(t.plural("{n}班を作りました。", len(told.groups)))
    if not done:
        done.append(t("貼り付けるものがありませんでした。"))
    return _run(done, t), _run(_left_out(told, t), t)


def _left_out(told: Pasted, t: Translator) -> list[str]:
    left = []
    if told.too_many:
        left.append(
            t.plural(
                "{n}行は、{most}人を超えるので入れていません。",
                told.too_many,
                most=f"{MOST_PEOPLE:,}",
            )
        )
    if told.left_out:
        names = "、".join(name[:20] for name in told.left_out[:_SHOWN])
        left.append(t("「{names}」の列は、ここに欄がないので入れていません。", names=names))
    if told.beyond:
        left.append(t.plural("右にはみ出した{n}列は入れていません。", told.beyond))
    if told.refused_groups:
        left.append(
            t.plural("{n}個の班の名前は、多すぎるので作っていません。", told.refused_groups)
        )
    return left


def departure_words(told: Departure, name: str, t: Translator) -> str:
    """Return who was deleted, and what stays without the name."""
    if told.people == 1 and name:
        said = [t("{name}さんを消しました。", name=name[:40])]
    else:
        said = [t.plural("{n}人を消しました。", told.people)]
    if told.notes:
        said.append(t.plural("付箋{n}枚は、書いた人の名前なしで残ります。", told.notes))
    if told.ballots:
        said.append(t.plural("票{n}件は、名前なしで残ります。", told.ballots))
    if told.votes:
        said.append(t.plural("続いている投票{n}件の名簿からも外しました。", told.votes))
    return _run(said, t)


def group_departure_words(told: Departure, name: str, t: Translator) -> str:
    """Return which group was deleted, and what stays without it."""
    said = [t("「{name}」を消しました。", name=name[:40])]
    if told.people:
        said.append(t.plural("{n}人は班なしになりました。", told.people))
    rest = told.notes + told.others
    if rest:
        said.append(t.plural("付箋や記録{n}件は、班なしで残ります。", rest))
    return _run(said, t)


def sizes_words(sizes: Sequence[int], t: Translator) -> str:
    """Return how many groups have how many people: 7人が2班、6人が1班."""
    counted = sorted(Counter(sizes).items(), reverse=True)
    parts = [t.plural("{size}人が{n}班", n, size=size) for size, n in counted]
    return (", " if t.lang == "en" else "、").join(parts)


def _run(sentences: Sequence[str], t: Translator) -> str:
    return (" " if t.lang == "en" else "").join(sentences)
