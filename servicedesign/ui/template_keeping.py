"""Keeping the open project's frame as a template.

Owns the way from the command over the questions to the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.exchange.own_templates import keep_template
from servicedesign.exchange.template_files import read_shelf
from servicedesign.exchange.template_parts import parts_of
from servicedesign.model.errors import ProjectError
from servicedesign.ui.dialogs.keep_template_dialog import KeepTemplateDialog
from servicedesign.ui.dialogs.message_dialog import MessageDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from servicedesign.ui.context import EditorContext


def offered_title(context: EditorContext) -> str:
    """Return the name that is offered for a template of the open project."""
    name = " ".join(context.project.info.service_name.split())[:40]
    return context.t("{name}の進め方", name=name) if name else ""


def keep_as_template(context: EditorContext, window: QWidget) -> None:
    """Ask what to keep under which name, until it is kept or called off."""
    t, project = context.t, context.project
    dialog = KeepTemplateDialog(t, offered_title(context), parts_of(project), window)
    while dialog.exec():
        title = " ".join(dialog.title().split())
        if read_shelf().find(title) is not None and not _may_replace(context, title, dialog):
            continue
        try:
            kept = keep_template(project, title, dialog.summary(), dialog.parts())
        except ProjectError as error:
            dialog.refuse(t(error.what))
            continue
        name = kept.title
        context.shell.toast(
            t("ひな形「{title}」を取っておきました。新しく始めるときに選べます。", title=name)
        )
        return


def _may_replace(context: EditorContext, title: str, parent: QWidget) -> bool:
    t = context.t
    what = t("「{title}」というひな形は、もうあります。", title=title)
    sentences = [t("置き換えると、前のひな形はなくなります。")]
    buttons = [t("置き換える"), t.context("button", "やめる")]
    return MessageDialog(what, sentences, buttons, parent).ask() == 0
