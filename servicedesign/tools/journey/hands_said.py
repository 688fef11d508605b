"""What is said of what went, and of what was pasted.

Owns those sentences. Must not know Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.i18n import Translator

if TYPE_CHECKING:
    from servicedesign.tools.journey.blocks import Pasted
    from servicedesign.tools.journey.leaving import Leaving


def gone_words(what: Leaving, t: Translator, *, card: bool = False) -> str:
    """Return what goes with something that is deleted; empty when nothing does.

    Args:
        what: goes.
        t: the reader's language.
        card: whether the one card itself is what is deleted.
    """
    parts = []
    if what.cards and not card:
        parts.append(t.plural("カード{n}枚", what.cards))
    if what.links:
        parts.append(t.plural("根拠などのつながり{n}件", len(what.links)))
    kept = []
    if what.issues:
        kept.append(t.plural("課題{n}件", what.issues))
    if what.notes:
        kept.append(t.plural("アイデア{n}枚", what.notes))
    said = []
    if parts:
        said.append(t("{what}も消えます。", what=t("、").join(parts)))
    if kept:
        said.append(
            t("{what}は残り、この地図とのつながりだけがなくなります。", what=t("、").join(kept))
        )
    return " ".join(said)


def pasted_words(done: Pasted, t: Translator) -> str:
    """Return what came of pasting, where it is more than what one sees."""
    said = []
    if done.phases_added:
        said.append(t.plural("フェーズを{n}個足しました。", done.phases_added))
    if done.rows_left or done.columns_left:
        said.append(
            t(
                "{n}升を貼りました。置き場のない{rows}行・{columns}列は貼っていません。",
                n=done.cells,
                rows=done.rows_left,
                columns=done.columns_left,
            )
        )
    return " ".join(said)
