"""Asking where a file is to be written.

Owns the ending, which people need not type, and that nothing is replaced unasked because of it.
Writing is others'.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from servicedesign.i18n import Translator
from servicedesign.ui.dialogs.message_dialog import MessageDialog


def ask_where_to_save(
    parent: QWidget | None, t: Translator, title: str, offered: Path, kind: str = ""
) -> Path | None:
    """Return the place chosen, with the ending of ``offered``, or None.

    The system's dialog asks before a file is replaced, but knows only the name as it was typed:
    where the ending is added here, it is asked here.

    Args:
        parent: the window.
        t: the translator.
        title: of the dialog.
        offered: the place to begin with; its ending is what the file will have.
        kind: the name of files with this ending, or empty.
    """
    ending = offered.suffix
    chosen, _ = QFileDialog.getSaveFileName(
        parent, title, str(offered), f"{kind} (*{ending})".strip()
    )
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() == ending:
        return path
    path = path.with_name(path.name + ending)
    return path if not os.path.lexists(path) or _may_replace(path, t, parent) else None


def _may_replace(path: Path, t: Translator, parent: QWidget | None) -> bool:
    what = t("「{name}」は、もうあります。", name=path.name)
    sentences = [t("置き換えると、今の中身はなくなります。")]
    buttons = [t("置き換える"), t.context("button", "やめる")]
    return MessageDialog(what, sentences, buttons, parent).ask() == 0
