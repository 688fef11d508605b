"""What is told after a deletion.

Owns the sentences.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.model.prototype import Prototype, PrototypeVersion
from servicedesign.store import Project
from servicedesign.tools.prototype import actions


def told_of_deletion(project: Project, record: Prototype | PrototypeVersion, t: Translator) -> str:
    """Return the sentences that tell what deleting ``record`` takes along."""
    hanging = actions.hanging_on(project, record)
    if isinstance(record, Prototype):
        name = record.name.strip()[:40] or t("名前のない試作")
        told = [t("「{name}」を消しました。", name=name)]
    else:
        told = [t("第{number}版を消しました。", number=record.number)]
    if hanging.versions:
        told.append(t.plural("版{n}つも消えました。", hanging.versions))
    if hanging.frames:
        told.append(t.plural("コマ{n}個も消えました。", hanging.frames))
    if hanging.sessions:
        told.append(t.plural("テスト{n}回も消えました。", hanging.sessions))
    if hanging.improvements:
        told.append(t.plural("直すこと{n}件も消えました。", hanging.improvements))
    if hanging.loosened:
        told.append(t.plural("これを指していた記録{n}件は残ります。", hanging.loosened))
    if hanging.claims:
        told.append(t.plural("つながり{n}本を外しました。", hanging.claims))
    return ("" if t.lang == "ja" else " ").join(told)
