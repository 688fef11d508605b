"""What a person is told after many rows changed at once: what came, and what did not.

Owns the sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from servicedesign.i18n import Translator
from servicedesign.tools.agenda.actions import MOST_ITEMS
from servicedesign.tools.agenda.pasting import Pasted

_SHOWN = 4


def pasted_words(told: Pasted, t: Translator) -> tuple[str, str]:
    """Return what was taken in, and what was not (empty when all was)."""
    done = []
    if told.added:
        done.append(t.plural("{n}項目を足しました。", told.added))
    if told.changed:
        done.append(t.plural("{n}行を書きかえました。", told.changed))
    if not done:
        done.append(t("貼り付けるものがありませんでした。"))
    return _run(done, t), _run(_left_out(told, t), t)


def _left_out(told: Pasted, t: Translator) -> list[str]:
    left = []
    if told.too_many:
        left.append(
            t.plural(
                "{n}行は、{most}項目を超えるので入れていません。", told.too_many, most=MOST_ITEMS
            )
        )
    if told.unread:
        left.append(t.plural("時刻や分として読めない{n}か所は、そのままにしました。", told.unread))
    if told.left_out:
        names = "、".join(name[:20] for name in told.left_out[:_SHOWN])
        left.append(t("「{names}」の列は、ここに欄がないので入れていません。", names=names))
    if told.beyond:
        left.append(t.plural("右にはみ出した{n}列は入れていません。", told.beyond))
    return left


def unread_words(column: str, text: str, t: Translator) -> str:
    """Return why ``text`` was not written into a column."""
    shown = text.strip()[:30]
    if column == "start":
        return t("「{text}」は時刻として読めません。13:00 のように書きます。", text=shown)
    if column == "tool":
        return t("「{text}」という道具はありません。一覧から選びます。", text=shown)
    return t("「{text}」は分として読めません。15 や 1時間30分 のように書きます。", text=shown)


def _run(sentences: Sequence[str], t: Translator) -> str:
    return (" " if t.lang == "en" else "").join(sentences)
