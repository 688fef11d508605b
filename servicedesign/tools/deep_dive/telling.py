"""What is told after a deletion.

Owns the sentences.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.model import DeepDive
from servicedesign.store import Project
from servicedesign.tools.deep_dive import actions


def told_of_deletion(project: Project, dive: DeepDive, t: Translator) -> str:
    """Return the sentences that tell what deleting ``dive`` takes along and what stays."""
    hanging = actions.hanging_on(project, dive.id)
    name = dive.title.strip()[:40] or t("名前のない案")
    told = [t("「{name}」の深掘りを消しました。", name=name)]
    if hanging.frames:
        told.append(t.plural("コマ{n}個も消えました。", hanging.frames))
    if hanging.comments:
        told.append(t.plural("質問と意見{n}件も消えました。", hanging.comments))
    if hanging.prototypes:
        told.append(t.plural("試作{n}種類は残ります。", hanging.prototypes))
    if hanging.claims:
        told.append(t.plural("つながり{n}本を外しました。", hanging.claims))
    return ("" if t.lang == "ja" else " ").join(told)
