"""Named versions: give the present one a name, open an old one as a new file.

Owns the look; keeping them is the store's.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model.dates import short_date
from servicedesign.model.normalise import plain_text
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.folders import free_path
from servicedesign.ui.save_places import ask_where_to_save
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.link_button import LinkButton
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel


class VersionsDialog(BaseDialog):
    """A name to give and a list of names given.

    Signals:
        taken_out: the path of a file made from an old version.
    """

    taken_out = Signal(str)

    def __init__(self, context: EditorContext, parent: QWidget | None) -> None:
        """Show the versions of the project of ``context``."""
        t = context.t
        super().__init__(t("この版に名前をつける"), parent, width=620)
        self._context = context
        words = t("保存はいつも自動です。名前をつけた版には、あとで戻れます。")
        self.body.addWidget(TextLabel(words, tone=tokens.SECOND_TEXT, wrap=True))
        self._name = TextField(t.context("version", "版の名前"), placeholder=t("例：1日目の終わり"))
        self.body.addWidget(FieldBlock(t.context("version", "版の名前"), self._name))
        self._keep = PrimaryButton(t("名前をつける"), key="Enter")
        self._keep.clicked.connect(self._on_keep)
        self._name.done.connect(self._on_keep)
        self._name.textChanged.connect(self._show_usable)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, theme().px(8), 0)
        self._rows.setSpacing(0)
        scroll = PageScroll(self._list)
        scroll.setMinimumHeight(theme().px(220))
        self.body.addWidget(scroll, 1)
        close = SecondaryButton(t("閉じる"))
        self.add_button(close, closes=True)
        self.add_button(self._keep)
        self._show_versions()
        self._show_usable()
        self._name.setFocus()

    def _title(self) -> str:
        return plain_text(self._name.text(), single_line=True).strip()

    def _show_usable(self) -> None:
        t = self._context.t
        reason = "" if self._title() else t("名前を書いてください")
        self._keep.set_usable(
            t("読み取り専用で開いています") if self._context.read_only else reason
        )

    def _on_keep(self) -> None:
        if not self._title() or self._context.read_only:
            return
        self._context.project.name_version(self._title())
        self._context.shell.toast(
            self._context.t("「{name}」として残しました。", name=self._title())
        )
        self.accept()

    def _show_versions(self) -> None:
        t = self._context.t
        versions = self._context.project.versions()
        self._rows.addWidget(SectionRule(t("名前をつけた版")))
        if not versions:
            self._rows.addSpacing(theme().px(8))
            self._rows.addWidget(TextLabel(t("まだありません。"), tone=tokens.SECOND_TEXT))
        for version in versions:
            row = QHBoxLayout()
            row.setContentsMargins(0, theme().px(4), theme().px(5), theme().px(4))
            row.addWidget(TextLabel(version.title, size=tokens.CONTENT_PX, bold=True), 1)
            when = TextLabel(self._when(version.at), tone=tokens.SECOND_TEXT)
            when.setMinimumWidth(when.sizeHint().width())
            row.addWidget(when)
            row.addSpacing(theme().px(16))
            link = LinkButton(t("新しいファイルに取り出す…"))
            link.clicked.connect(
                lambda _=False, v=version.id, name=version.title: self._on_take(v, name)
            )
            row.addWidget(link)
            self._rows.addLayout(row)
            self._rows.addWidget(SectionRule())
        self._rows.addStretch(1)

    def _when(self, moment: float) -> str:
        when = datetime.fromtimestamp(moment).astimezone()
        return f"{short_date(when.date(), self._context.lang)} {when:%H:%M}"

    def _on_take(self, version_id: str, title: str) -> None:
        t = self._context.t
        project = self._context.project
        offered = free_path(project.path.parent, f"{project.path.stem} {title}")
        path = ask_where_to_save(self, t, t("新しいファイルに取り出す"), offered)
        if path is not None:
            project.restore_version_as(version_id, path)
            self.taken_out.emit(str(path))
            self.accept()
