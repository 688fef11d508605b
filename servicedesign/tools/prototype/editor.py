"""Prototypes on screen: one version open, its card or its verification.

Owns which version is shown, on which page, and the way from a gesture to an action. The rules are
in ``actions``, ``making`` and ``verifying``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QStackedLayout, QWidget

from servicedesign.model import Improvement, TestSession
from servicedesign.model.method import Progress
from servicedesign.model.prototype import Frame, Prototype, PrototypeVersion
from servicedesign.model.titles import record_title, reference_code
from servicedesign.tools.evidence import evidence_records
from servicedesign.tools.prototype import actions, making, verifying
from servicedesign.tools.prototype.audience import VersionPage
from servicedesign.tools.prototype.card_form import CardForm
from servicedesign.tools.prototype.compare_page import ComparePage
from servicedesign.tools.prototype.empty import NoPrototype
from servicedesign.tools.prototype.head import Head, PageName
from servicedesign.tools.prototype.proto_strip import ProtoStrip
from servicedesign.tools.prototype.proto_tab import TabView
from servicedesign.tools.prototype.telling import told_of_deletion
from servicedesign.tools.prototype.verify_page import VerifyPage
from servicedesign.tools.prototype.version_dialog import VersionDialog
from servicedesign.tools.prototype.writing import Writing
from servicedesign.ui.editor import Editor, HeadAction
from servicedesign.ui.source_words import source_words
from servicedesign.ui.widgets.page_scroll import PageScroll

if TYPE_CHECKING:
    from servicedesign.model import Record
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_page import AudiencePage

_MINE = frozenset(
    {"prototype", "prototype_version", "test_session", "improvement", "link"}
    | {"deep_dive", "vote_round", "note", "cluster"}
)
_DRAWN = frozenset({"frame", "sketch", "image"})
_MOST_OFFERED = 12


class PrototypeEditor(Editor):
    """The editor of prototypes."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Show the latest version of the first prototype."""
        super().__init__(context, parent)
        self._prototype_id = ""
        self._version_id = ""
        self._head_state: tuple[object, ...] = ()
        self.head = Head(context.t, self)
        self._strip = ProtoStrip(context)
        self.form = CardForm(context)
        self.verify = VerifyPage(context)
        self.compare = ComparePage(context)
        self._empty = NoPrototype(context, self._open_menu, self.begin)
        self._pages: dict[str, QWidget] = {
            PageName.CARD: PageScroll(self.form),
            PageName.VERIFY: PageScroll(self.verify),
            PageName.COMPARE: PageScroll(self.compare),
        }
        self._stack = QStackedLayout(self)
        for part in (self._empty, *self._pages.values()):
            self._stack.addWidget(part)
        self._writing = Writing(self)
        self._strip.chosen.connect(self.show_prototype)
        self._strip.add_asked.connect(self._open_menu)
        self._strip.delete_asked.connect(self.delete_prototype)
        self._strip.move_asked.connect(self._move)
        self.head.page_chosen.connect(self.show_page)
        self.head.version_chosen.connect(self.show_version)
        self.refresh(None)

    # What the shell asks ----------------------------------------------------------------------

    def strip(self) -> QWidget | None:
        """Return the strip of prototypes, when there are any."""
        return self._strip if self._version_id else None

    def in_head(self) -> QWidget | None:
        """Return pages and versions, when there are any."""
        return self.head if self._version_id else None

    def entrance(self) -> QWidget | None:
        """Return the current prototype: arrows go from one to another."""
        return self._strip.current_tab()

    def body_margins(self) -> tuple[int, int]:
        """Return margins such that the fields stand in line with the head's title."""
        return 20, 4

    def body_least(self) -> int:
        """Return the width of the body; what stands side by side wants more of it."""
        return 620 if self.head.pages.value() == PageName.CARD else 760

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the card of the prototype in view."""
        return "prototype", self._prototype_id or None

    def record_in_view(self) -> Record | None:
        """Return the frame in use, else the version in view."""
        frame = self.context.project.find(Frame, self.form.storyboard.frame_in_use())
        return frame or self.version()

    def head_actions(self) -> Sequence[HeadAction]:
        """Return the next version, and the tests."""
        if not self._version_id:
            return ()
        t, shell = self.context.t, self.context.shell
        locked = t("読み取り専用で開いています") if self.context.read_only else ""
        buttons = [
            HeadAction(
                t("新しい版を作る…"),
                self.next_version,
                icon="mdi6.content-copy",
                disabled_because=locked,
            )
        ]
        versions = actions.versions_of(self.context.project, self._prototype_id)
        if len(versions) > 1:
            delete = HeadAction(t("この版を消す"), self.delete_version, disabled_because=locked)
            buttons.insert(0, delete)
        if shell.can_go_tool("testing"):
            test = HeadAction(
                t("テストへ"), lambda: shell.go_tool("testing"), primary=True, leads_on=True
            )
            buttons.append(test)
        return buttons

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do here."""
        some: dict[str, Callable[[], object]] = {}
        if not self.context.read_only:
            some["more"] = self.more
            if self._version_id:
                some |= {"link": self._writing.link, "edit": lambda: self._go_to("name")}
        return some

    def audience_page(self) -> AudiencePage | None:
        """Return the version in view, its storyboard large."""
        return VersionPage(self.context, self._version_id) if self._version_id else None

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Show a version, a frame of one, or the one that an improvement or a test is about."""
        project = self.context.project
        prototype = project.find(Prototype, record_id)
        if prototype is not None:
            self.show_prototype(prototype.id)
            return not field or self._go_to(field) or True
        frame = project.find(Frame, record_id)
        improvement = project.find(Improvement, record_id)
        session = project.find(TestSession, improvement.session_id if improvement else record_id)
        tested = session.version_id if session is not None else record_id
        version = project.find(PrototypeVersion, frame.version_id if frame else tested)
        if version is None:
            return False
        self.show_version(version.id)
        if frame is not None:
            self.show_page(PageName.CARD)
            return self.form.storyboard.go_to(frame.id, field)
        return not field or self._go_to(field) or True

    def _go_to(self, field: str) -> bool:
        if self.verify.go_to(field):
            self.show_page(PageName.VERIFY)
            return self.verify.go_to(field)
        self.show_page(PageName.CARD)
        return self.form.go_to(field)

    # Refreshing -------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed: all when ``changes`` is None, else only what is in view of it."""
        kinds = {change.kind for change in changes.changes} if changes is not None else set()
        if changes is None or kinds & _MINE:
            self._show_all()
        elif kinds & _DRAWN:
            self.compare.refresh_frames()
        self.form.storyboard.refresh(changes)

    def _show_all(self) -> None:
        before = self._version_id
        self._choose_near()
        self._show_strip()
        version = self.version()
        if version is None:
            self.head.show_versions((), "")
            self._empty.show_count(len(making.origins(self.context.project)))
            self._stack.setCurrentWidget(self._empty)
        else:
            self._show_version(version)
            self._stack.setCurrentWidget(self._pages[self.head.pages.value() or PageName.CARD])
        if self._version_id != before:
            owner = actions.owner(self._version_id) if self._version_id else None
            self.form.storyboard.show_owner(owner)
            self.target_changed.emit()
        self._tell_head()

    def _choose_near(self) -> None:
        """Keep what is shown; when it is gone, take the latest version of a neighbour."""
        project = self.context.project
        shown = self.version()
        if shown is not None:
            self._prototype_id = shown.prototype_id
            return
        ids = [one.id for one in actions.ordered_prototypes(project)]
        if self._prototype_id not in ids:
            olds = self._strip.ids()
            place = olds.index(self._prototype_id) if self._prototype_id in olds else 0
            self._prototype_id = ids[min(place, len(ids) - 1)] if ids else ""
        latest = actions.latest_version(project, self._prototype_id)
        self._version_id = latest.id if latest is not None else ""

    def _show_strip(self) -> None:
        project = self.context.project
        views = []
        for one in actions.ordered_prototypes(project):
            latest = actions.latest_version(project, one.id)
            ready = latest is not None and latest.ready
            number = latest.number if latest is not None else 0
            sign = Progress.DONE if ready else Progress.SOME
            views.append(TabView(one.id, one.code, one.name, number, sign))
        self._strip.show_tabs(views, self._prototype_id)

    def _show_version(self, version: PrototypeVersion) -> None:
        project, t = self.context.project, self.context.t
        versions = actions.versions_of(project, version.prototype_id)
        named = [(one.id, t("第{number}版", number=one.number)) for one in reversed(versions)]
        self.head.show_versions(named, version.id)
        prototype = project.get(Prototype, version.prototype_id)
        self.form.show_version(prototype, version, versions[0].id == version.id)
        causes = [
            (one.id, f"{reference_code(one)} {record_title(one)}"[:60].strip())
            for one in actions.sessions_before(project, version)
        ]
        self.form.show_causes(causes, version.cause_session_id)
        found = evidence_records(project, version.id)
        plain = {record.id: record for link, record in found if "." not in link.source_field}
        self.form.show_grounds([source_words(one, t) for one in plain.values()])
        sources = {
            key: [
                source_words(record, t)
                for link, record in found
                if link.source_field == verifying.answer_field(*key)
            ]
            for key in self.verify.boxes
        }
        self.verify.show_version(version, sources)
        self.compare.show_versions(versions, version)

    def _tell_head(self) -> None:
        """Ask for head and commands anew when they would differ."""
        several = len(actions.versions_of(self.context.project, self._prototype_id)) > 1
        state = (bool(self._version_id), several)
        if state != self._head_state:
            self._head_state = state
            self.head_changed.emit()

    # What is shown ----------------------------------------------------------------------------

    def version(self) -> PrototypeVersion | None:
        """Return the version in view, or None."""
        return self.context.project.find(PrototypeVersion, self._version_id)

    def prototype_name(self) -> str:
        """Return the name of the prototype in view."""
        prototype = self.context.project.find(Prototype, self._prototype_id)
        name = prototype.name.strip() if prototype is not None else ""
        return name or self.context.t("名前のない試作")

    def verifies(self) -> bool:
        """Tell whether the page of the questions is in view."""
        return self.head.pages.value() == PageName.VERIFY

    def show_page(self, page: str) -> None:
        """Show another page of the version."""
        self.flush()
        self.head.pages.set_value(page)
        self.compare.set_active(page == PageName.COMPARE)
        if self._version_id:
            self._stack.setCurrentWidget(self._pages[page])
        self.target_changed.emit()

    def show_prototype(self, prototype_id: str) -> None:
        """Show the latest version of a prototype."""
        latest = actions.latest_version(self.context.project, prototype_id)
        if latest is not None and prototype_id != self._prototype_id:
            self.show_version(latest.id)

    def show_version(self, version_id: str) -> None:
        """Show another version; what was typed of this one is written first."""
        if version_id == self._version_id:
            return
        self.flush()
        self._version_id = version_id
        self.form.storyboard.show_owner(actions.owner(version_id))
        self._show_all()
        self.target_changed.emit()

    # Making and deleting ----------------------------------------------------------------------

    def more(self) -> None:
        """Add a frame where the storyboard is in use, else a prototype."""
        focus = QApplication.focusWidget()
        if self._version_id and focus is not None and self.form.storyboard.isAncestorOf(focus):
            self.form.storyboard.add()
        else:
            self.begin()

    def begin(self, origin: making.Origin | None = None) -> None:
        """Begin a prototype from ``origin`` or from nothing, and go to its first empty field."""
        self.flush()
        today = self.context.clock().date().isoformat()
        version = making.add_prototype(self.context.project, origin, date=today)
        self.show_version(version.id)
        self._go_to("name" if origin is None else "hypothesis")

    def menu(self, parent: QWidget) -> QMenu:
        """Return the ways to begin one more; what was chosen comes first."""
        t = self.context.t
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for origin in making.origins(self.context.project)[:_MOST_OFFERED]:
            title = f"{reference_code(origin)} {record_title(origin)}".strip().replace("&", "&&")
            menu.addAction(title).triggered.connect(lambda _=False, one=origin: self.begin(one))
        menu.addSeparator()
        menu.addAction(t("白紙から始める")).triggered.connect(lambda _=False: self.begin())
        return menu

    def _open_menu(self, below: QWidget) -> None:
        self.menu(below).popup(below.mapToGlobal(QPoint(0, below.height())))

    def next_version(self) -> None:
        """Copy the last version; where tests asked for something, ask what goes in."""
        self.flush()
        project = self.context.project
        last = actions.latest_version(project, self._prototype_id)
        if last is None:
            return
        ticked: tuple[str, ...] = ()
        offered = [
            (project.get(TestSession, one.session_id).code, one)
            for one in making.offered_improvements(project, last.id)
        ]
        if offered:
            dialog = VersionDialog(self.context.t, last.number + 1, offered, self.window())
            if not dialog.exec():
                return
            ticked = dialog.ticked()
        today = self.context.clock().date().isoformat()
        made = making.add_version(project, self._prototype_id, improvement_ids=ticked, date=today)
        self.show_version(made.id)
        self._go_to("changes")
        told = self.context.t("第{number}版を作りました。", number=made.number)
        self.context.shell.toast(told, undo=True)

    def delete_prototype(self, prototype_id: str) -> None:
        """Delete a prototype, show its neighbour, and say what went with it."""
        self.flush()
        project = self.context.project
        told = told_of_deletion(project, project.get(Prototype, prototype_id), self.context.t)
        actions.delete_prototype(project, prototype_id)
        self._strip.focus_current()
        self.context.shell.toast(told, undo=True)

    def delete_version(self) -> None:
        """Delete the version in view and say what went with it."""
        self.flush()
        version = self.version()
        if version is not None:
            told = told_of_deletion(self.context.project, version, self.context.t)
            actions.delete_version(self.context.project, version.id)
            self.context.shell.toast(told, undo=True)

    def _move(self, prototype_id: str, index: int) -> None:
        self.flush()
        actions.move_prototype(self.context.project, prototype_id, index)
        self._strip.focus_current()
