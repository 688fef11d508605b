"""Ideas that come from other programs: pasted lines and tables, dropped texts and CSV files.

Owns what is asked when it is too much and what is said about it. How they are read is in
``idea_reading``; all that come at once are one step.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDropEvent, QGuiApplication

from servicedesign.model import Group, ProjectError
from servicedesign.tools.board.actions import Idea, add_notes
from servicedesign.ui.dialogs.message_dialog import MessageDialog, tell_refusal
from servicedesign.ui.photo_sources import photo_paths
from servicedesign.ui.taken_drop import take_copy

if TYPE_CHECKING:
    from servicedesign.tools.board.editor import BoardEditor

MOST: Final = 5_000
"""Most ideas that are taken at once."""


class Incoming(QObject):
    """Works for one editor."""

    def __init__(self, editor: BoardEditor) -> None:
        """Take ideas for the board in view of ``editor``, dropped ones too."""
        super().__init__(editor)
        self._editor = editor
        editor.view.viewport().setAcceptDrops(True)
        editor.view.viewport().installEventFilter(self)

    def paste(self) -> None:
        """Make notes of the lines or the table on the clipboard."""
        from servicedesign.tools.board.idea_reading import ideas_of_text

        groups = self._editor.context.project.all(Group)
        mime = QGuiApplication.clipboard().mimeData()
        paths = _files(mime)
        if paths:
            self.take_files(paths)
            return
        ideas = ideas_of_text(QGuiApplication.clipboard().text(), groups)
        if ideas:
            self.add(ideas)
        else:
            t = self._editor.context.t
            self._editor.context.shell.toast(t("貼り付けられる文がありません。"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files and texts that are dropped on the canvas; photos are taken elsewhere."""
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return False
        mime = event.mimeData()
        if self._editor.context.read_only:
            return False
        paths, photos = _files(mime), bool(photo_paths(mime))
        words = "" if mime.hasUrls() else mime.text()
        if not paths and not words.strip():
            return False
        take_copy(event)
        if event.type() == QEvent.Type.Drop:  # let the drag end first
            take = partial(self.take_files, paths) if paths else partial(self._take_text, words)
            QTimer.singleShot(0, self, take)
        return not photos

    def _take_text(self, words: str) -> None:
        from servicedesign.tools.board.idea_reading import ideas_of_text

        ideas = ideas_of_text(words, self._editor.context.project.all(Group))
        if ideas:
            self.add(ideas)

    def take_files(self, paths: list[Path]) -> None:
        """Make notes of the ideas in texts and tables, as one step; others are told of."""
        from servicedesign.tools.board.idea_reading import LISTS, ideas_of_file

        context = self._editor.context
        ideas: list[Idea] = []
        for path in paths:
            if path.suffix.lower() not in LISTS:
                t = context.t
                context.shell.warn(
                    t(
                        "「{name}」は貼れません。写真か、1行1件の.txtか.csvにしてください。",
                        name=path.name,
                    )
                )
                continue
            try:
                ideas += ideas_of_file(path, context.project.all(Group))
            except ProjectError as error:
                tell_refusal(error, context.t, self._editor.window())
        if ideas:
            self.add(ideas)

    def add(self, ideas: list[Idea]) -> None:
        """Make a note of each of ``ideas`` and show them; too many are asked about first."""
        editor = self._editor
        t, view = editor.context.t, editor.view
        if len(ideas) > MOST and not self._wanted(len(ideas)):
            return
        editor.writing.end()
        made = add_notes(editor.context.project, editor.ensure_board(), ideas[:MOST])
        ids = [note.id for note in made]
        view.selection.choose(ids)
        view.fit(view.contents.bounds(ids))
        editor.context.shell.toast(t.plural("付箋を{n}枚貼りました。", len(ids)), undo=True)

    def _wanted(self, count: int) -> bool:
        t, most = self._editor.context.t, f"{MOST:,}"
        return (
            MessageDialog(
                t("{count}行あります。", count=f"{count:,}"),
                [t("一度に貼れるのは{most}行までです。", most=most)],
                [t.context("button", "やめる"), t("はじめの{most}行を貼る", most=most)],
                self._editor.window(),
            ).ask()
            == 1
        )


def _files(mime: QMimeData | None) -> list[Path]:
    """Return the files that are dragged or pasted and are no photos."""
    if mime is None or not mime.hasUrls():
        return []
    photos = set(photo_paths(mime))
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path not in photos]
