"""What can be done with a template of one's own where it is listed: rename it, delete it.

Owns the menu and the questions; files are changed by ``exchange.own_templates``, which is loaded
only when something is done.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from servicedesign.exchange.template_files import OwnTemplate
from servicedesign.i18n import Translator
from servicedesign.ui.widgets.quiet_button import QuietButton


def more_button(
    template: Callable[[], OwnTemplate | None],
    t: Translator,
    on_changed: Callable[[str], object],
) -> QuietButton:
    """Return the button that opens the menu of ``template``.

    Args:
        template: which one, when it is pressed.
        t: the translator.
        on_changed: called with the new name, or empty after it was deleted.
    """
    button = QuietButton(t("名前を変える、消す"), icon="mdi6.dots-horizontal")
    button.show_parts(label=False, key=False)

    def _open() -> None:
        one = template()
        if one is None:
            return
        menu = QMenu(button)
        rename = menu.addAction(t("名前を変える…"))
        rename.triggered.connect(lambda: _rename(one, t, button.window(), on_changed))
        delete = menu.addAction(t("消す…"))
        delete.triggered.connect(lambda: _delete(one, t, button.window(), on_changed))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    button.clicked.connect(_open)
    return button


def _rename(
    template: OwnTemplate, t: Translator, parent: QWidget, on_changed: Callable[[str], object]
) -> None:
    from servicedesign.ui.dialogs.rename_template_dialog import RenameTemplateDialog

    dialog = RenameTemplateDialog(template, t, parent)
    if dialog.exec():
        on_changed(dialog.title())


def _delete(
    template: OwnTemplate, t: Translator, parent: QWidget, on_changed: Callable[[str], object]
) -> None:
    from servicedesign.exchange.own_templates import delete_template
    from servicedesign.ui.dialogs.message_dialog import MessageDialog

    what = t("ひな形「{title}」を消しますか。", title=template.title)
    sentences = [t("このひな形から始めたプロジェクトは、そのまま残ります。元には戻せません。")]
    buttons = [t("消す"), t.context("button", "やめる")]
    if MessageDialog(what, sentences, buttons, parent).ask() == 0:
        delete_template(template)
        on_changed("")
