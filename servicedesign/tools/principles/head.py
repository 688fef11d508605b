"""The list of editions in the head: those of the project, and those that can be added.

Owns that list; what a choice does is the editor's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from servicedesign.model import PrincipleEdition
from servicedesign.tools.principles.editions import EDITION_IDS, edition_data
from servicedesign.ui.editor import HeadAction

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext


def edition_menu(
    context: EditorContext,
    current: str,
    use: Callable[[str], object],
    add: Callable[[str], object],
) -> HeadAction:
    """Return the button that names the edition in use and opens the list of all."""
    t = context.t
    locked = t("読み取り専用で開いています") if context.read_only else ""
    editions = context.project.all(PrincipleEdition)
    titles = {edition.id: edition.title for edition in editions}
    entries = [
        HeadAction(
            edition.title,
            _calling(use, edition.id),
            ticked=edition.id == current,
            disabled_because=locked,
        )
        for edition in editions
    ]
    dates = {edition.date for edition in editions}
    for edition_id in EDITION_IDS:
        data = edition_data(edition_id)
        if data["date"] not in dates:
            label = t("「{title}」を足す", title=data["title"][context.lang])
            entries.append(HeadAction(label, _calling(add, edition_id), disabled_because=locked))
    return HeadAction(titles.get(current, ""), lambda: None, menu=tuple(entries))


def _calling(run: Callable[[str], object], argument: str) -> Callable[[], object]:
    return lambda: run(argument)
