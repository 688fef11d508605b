"""Frames on screen: choosing one, what letting go of a note on it means, and what leads on from it.

Owns the way from the head's menu and from a drop to the actions of ``frames``, ``frame_laying`` and
``solutions``, and what is said about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu

from servicedesign.model import Board, BoardFrame, JourneyMap, Note, msg
from servicedesign.model.titles import reference_code
from servicedesign.tools.board import frame_laying, frames, moving, solutions
from servicedesign.tools.board.frame_painter import FramePainter
from servicedesign.tools.board.frames import FRAME_WORDS
from servicedesign.tools.board.notes import merge_key
from servicedesign.ui.canvas.frame import Frame
from servicedesign.ui.canvas.gestures.targets import Target
from servicedesign.ui.icons import icon
from servicedesign.ui.theme import plain, theme
from servicedesign.ui.widgets.secondary_button import SecondaryButton

if TYPE_CHECKING:
    from servicedesign.store import ChangeSet, Project
    from servicedesign.tools.board.editor import BoardEditor

_PAIN: Final = "pain:"
_PHASE: Final = "phase:"
_KINDS: Final = frozenset({"board", "journey_map", "phase", "lane", "cell", "issue"})
_MANDALA_KINDS: Final = frozenset({"board", "mandala", "mandala_cell"})
_MOST_TITLE: Final = 24


class Framing(QObject):
    """Works for one editor."""

    def __init__(self, editor: BoardEditor) -> None:
        """Work for ``editor``."""
        super().__init__(editor)
        self._editor = editor
        self._view = editor.view
        self.t = t = editor.context.t
        self._painter = FramePainter(t)
        self.button = SecondaryButton(t("枠に貼る"), icon="mdi6.layers-outline")
        self.button.clicked.connect(lambda _=False: self._open_menu())
        reason = t("読み取り専用で開いています") if editor.context.read_only else ""
        self.button.set_usable(reason)
        editor.head.add_control(self.button)
        self._view.add_underlay(self._paint)
        self._view.add_overlay(self._paint_strip)

    @property
    def _project(self) -> Project:
        return self._editor.context.project

    def _board(self) -> Board | None:
        return self._project.find(Board, self._editor.board_id)

    # Showing ----------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Show the frame of the board in view as it now is."""
        if changes is not None:
            kinds = {change.kind for change in changes.changes}
            if not kinds & _KINDS and not (self._painter.mandala and kinds & _MANDALA_KINDS):
                return
        board = None if self._editor.showing.by_cluster else self._board()
        if board is None:
            self._painter.show(None, None, None)
        else:
            journey = frames.journey_frame(self._project, board)
            self._painter.show(board, journey, frames.mandala_frame(self._project, board))
        self._name_button()
        self._view.redraw()

    def _name_button(self) -> None:
        board, t = self._board(), self.t
        frame = board.frame if board is not None else BoardFrame.BLANK
        words = t("枠に貼る") if frame is BoardFrame.BLANK else t(FRAME_WORDS[frame])
        self.button.set_label(words)
        self.button.setToolTip(plain(t("ボードの下敷きを選びます。付箋は動きません。")))
        self.button.setVisible(board is not None)

    def _paint(self, painter: QPainter, frame: Frame) -> None:
        self._painter.paint(painter, frame)

    def _paint_strip(self, painter: QPainter) -> None:
        if self._painter.journey is None:
            return
        frame = self._view.frame_now()
        ratio = self._view.viewport().devicePixelRatioF()
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        self._painter.paint_strip(painter, frame)
        painter.restore()

    def bounds(self) -> QRectF:
        """Return what the frame covers at least; null for none."""
        board = self._board()
        if board is None or self._editor.showing.by_cluster:
            return QRectF()
        box = frames.frame_box(self._project, board)
        return QRectF(*box) if box is not None else QRectF()

    # The menu ---------------------------------------------------------------------------------

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def menu(self) -> QMenu:
        """Return what can be chosen: frames, then what leads on from a map."""
        t, menu = self.t, QMenu(self.button)
        board = self._board()
        current = board.frame if board is not None else BoardFrame.BLANK
        maps = self._project.all(JourneyMap)
        for frame, words in FRAME_WORDS.items():
            if frame is not BoardFrame.JOURNEY:
                line = menu.addAction(t(words))
                line.setCheckable(True)
                line.setChecked(frame is current)
                line.triggered.connect(lambda _=False, one=frame: self.choose(one))
                continue
            for journey in maps:
                title = " ".join(journey.title.split())[:_MOST_TITLE] or t("題のない地図")
                line = menu.addAction(
                    t("ジャーニーマップ：{title}", title=title.replace("&", "&&"))
                )
                line.setCheckable(True)
                on = frame is current and board is not None and board.journey_map_id == journey.id
                line.setChecked(on)
                line.triggered.connect(
                    lambda _=False, one=journey.id: self.choose(BoardFrame.JOURNEY, one)
                )
            if not maps:
                menu.addAction(t("ジャーニーマップ（まだありません）")).setEnabled(False)
        if self._painter.journey is not None:
            self._add_steps(menu)
        return menu

    def _add_steps(self, menu: QMenu) -> None:
        t, journey = self.t, self._painter.journey
        menu.addSeparator()
        chosen = self._editor.affinity.with_notes(self._view.selection.ids())
        phases = menu.addMenu(t("選んだ付箋を貼る"))
        phases.setEnabled(bool(chosen))
        for column in journey.columns if journey is not None else ():
            title = (column.title or t("名前のないフェーズ")).replace("&", "&&")
            line = phases.addAction(title)
            line.triggered.connect(
                lambda _=False, one=column.phase_id: self._paste(chosen, one, None)
            )
        side = theme().px(18)
        lay = menu.addAction(icon("mdi6.view-column-outline", side), t("フェーズごとに並べ直す"))
        lay.triggered.connect(lambda _=False: self.lay())
        fill = menu.addAction(icon("mdi6.map-marker-path", side), t("解決策レーンに写す"))
        fill.triggered.connect(lambda _=False: self.fill())

    def choose(self, frame: BoardFrame, map_id: str | None = None) -> None:
        """Lay the board on a frame; where notes lie in other phases than theirs, offer to mend."""
        self._editor.affinity.set_view("free")
        frames.choose_frame(self._project, self._editor.ensure_board(), frame, map_id)
        self._editor.show_everything()
        board = self._board()
        if board is None:
            return
        everyone = self._project.all(Note, board_id=board.id)
        count = frames.strayed(self._project, board, everyone)
        if count:
            words = self.t.plural(
                "付箋{n}枚が、貼ったフェーズの列にありません。並べ直しますか。", count
            )
            self._editor.context.shell.warn(words, self.t("並べ直す"), self.lay)

    def lay(self) -> None:
        """Lay the notes into their phases."""
        heights = self._editor.showing.heights()
        count = frame_laying.lay_in_phases(self._project, self._editor.board_id, heights)
        if count:
            self._editor.show_everything()
            words = self.t.plural("付箋{n}枚をフェーズごとに並べました。", count)
            self._toast(words)
        else:
            self._toast(self.t("もうフェーズごとに並んでいます。"), undo=False)

    def fill(self) -> None:
        """Write the ideas into the solutions lane of the map, and say what came of it."""
        self._editor.flush()
        done = solutions.fill_solutions(self._project, self._editor.board_id)
        t = self.t
        parts = []
        if done.written:
            parts.append(t.plural("{n}案を解決策レーンに写しました。", done.written))
        if done.renewed:
            parts.append(t.plural("{n}案を新しくしました。", done.renewed))
        if done.kept:
            parts.append(t.plural("手で書いた{n}枠はそのままです。", done.kept))
        if done.homeless:
            parts.append(t.plural("{n}案は、地図に対になるフェーズがありません。", done.homeless))
        if not parts:
            parts.append(t("写すものはありません。付箋をフェーズに置くと、ここから写せます。"))
        self._toast("".join(parts), undo=bool(done.written or done.renewed))

    def _toast(self, words: str, *, undo: bool = True) -> None:
        self._editor.context.shell.toast(words, undo=undo)

    # Dropping ---------------------------------------------------------------------------------

    def pain_target(self, place: QPointF) -> Target | None:
        """Return the pain point at a place."""
        journey = self._painter.journey
        pain = journey.pain_at(place.x(), place.y()) if journey is not None else None
        if pain is None:
            return None
        code = f"▲{pain.number} " if pain.number else ""
        words = self.t("{pain}に答える", pain=f"{code}「{pain.text}」")
        return Target(_PAIN + pain.cell_id, QRectF(*pain.box), words)

    def phase_target(self, place: QPointF, ids: Iterable[str]) -> Target | None:
        """Return the phase at a place, if notes are not all pasted in it."""
        journey = self._painter.journey
        column = journey.column_at(place.x(), place.y()) if journey is not None else None
        if column is None:
            return None
        found = [note for one in ids if (note := self._project.find(Note, one)) is not None]
        if all(frames.leaf_of(self._project, n.phase_id) == column.phase_id for n in found):
            return None
        title = column.title or self.t("名前のないフェーズ")
        head = QRectF(*column.head)
        return Target(_PHASE + column.phase_id, head, self.t("「{title}」に貼る", title=title))

    def drop(self, ids: Sequence[str], target: str, by: tuple[float, float] | None) -> bool:
        """Write what letting go on a pain point came to; False for all other targets."""
        if not target.startswith(_PAIN):
            return False
        journey = self._painter.journey
        cell_id = target.removeprefix(_PAIN)
        for column in journey.columns if journey is not None else ():
            for pain in column.pains:
                if pain.cell_id == cell_id:
                    self._paste(ids, column.phase_id, cell_id)
                    codes = [
                        reference_code(note)
                        for one in ids[:3]
                        if (note := self._project.find(Note, one)) is not None
                    ]
                    words = self.t(
                        "案{numbers}を「{pain}」への答えにしました。",
                        numbers="、".join(codes) + ("…" if len(ids) > 3 else ""),
                        pain=pain.text,
                    )
                    self._toast(words)
        return True

    def _paste(self, ids: Iterable[str], phase_id: str, cell_id: str | None) -> None:
        heights = self._editor.showing.heights()
        board_id = self._editor.board_id
        frame_laying.paste_notes(self._project, board_id, ids, phase_id, heights, cell_id=cell_id)

    def _moved_on(self, ids: Iterable[str]) -> dict[str, str | None]:
        """Return the phase in which each of the notes now lies, where it is another than before."""
        journey = self._painter.journey
        if journey is None:
            return {}
        found: dict[str, str | None] = {}
        for one in ids:
            note = self._project.find(Note, one)
            if note is None:
                continue
            column = journey.column_at(note.x + note.width / 2, note.y + note.height / 2)
            here = column.phase_id if column is not None else None
            if frames.leaf_of(self._project, note.phase_id) != here:
                found[one] = here
        return found

    def _will_change(self, ids: Iterable[str], by: tuple[float, float]) -> bool:
        journey = self._painter.journey
        for one in ids if journey is not None else ():
            note = self._project.find(Note, one)
            if note is not None and journey is not None:
                x, y = note.x + note.width / 2 + by[0], note.y + note.height / 2 + by[1]
                column = journey.column_at(x, y)
                here = column.phase_id if column is not None else None
                if frames.leaf_of(self._project, note.phase_id) != here:
                    return True
        return False

    @contextmanager
    def following(self, ids: Iterable[str], by: tuple[float, float]) -> Iterator[None]:
        """Let notes that are moved inside be pasted in the phases where they come to lie."""
        ids = tuple(ids)
        if not self._will_change(ids, by):
            yield
            return
        with self._project.edit(msg("付箋を枠に貼る")):
            yield
            frames.paste_in_phases(self._project, self._moved_on(ids))

    def nudge(self, ids: Sequence[str], dx: float, dy: float) -> bool:
        """Move notes by keyboard over the phases of a map; False where there is no map."""
        if self._painter.journey is None:
            return False
        key = f"nudge-on-map:{len(ids)}:{ids[0] if ids else ''}"
        with self._project.edit(msg("付箋を動かす"), merge=key):
            moving.nudge_notes(self._project, ids, dx, dy)
            changed = self._moved_on(ids)
            if changed:
                frames.paste_in_phases(self._project, changed)
        return True

    def place_new(self, note_id: str) -> None:
        """Let a note that was just made be pasted in the phase it was made in."""
        changed = self._moved_on([note_id])
        if changed:
            with self._project.edit(msg("付箋を書く"), merge=merge_key(note_id)):
                frames.paste_in_phases(self._project, changed)
