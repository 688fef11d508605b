"""The groups as cards, one under the other, those without a group first.

Owns which cards there are and where a person goes from card to card. Nothing is written here:
what is wanted is asked for by signals. Of many groups the first cards are made at once, the others
as they are asked for or while nothing else is to be done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Group, Participant
from servicedesign.tools.participants.group_card import GroupCard
from servicedesign.tools.participants.group_people import PersonLine
from servicedesign.tools.participants.words import KINDS, short_words, stakeholder_text
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET

Members = Sequence[tuple[Group | None, Sequence[Participant]]]
"""Every group with its people; None with those who have no group."""

_AT_ONCE = 8
"""Cards made before the first picture: more than a screen shows."""

_A_TURN = 2
"""Cards made each time the window has nothing else to do."""

_MOST_KEPT = 10_000
"""So many people are kept as they were shown, those that are gone among them."""

NOBODY = ""
"""The id of the card of those without a group."""


class GroupBoard(QWidget):
    """Cards with a head that adds groups.

    Signals:
        add_asked: one more group.
        move_asked: ids of people, and the id of the group they go to (empty for none).
        written: group id, field and text.
        colour_asked: group id and the value of a ``StickyColour``.
        order_asked: group id, and the place it is to stand at.
        delete_asked: group id.
        open_asked: id of a person to be shown in the table.
    """

    add_asked = Signal()
    move_asked = Signal(list, str)
    written = Signal(str, str, str)
    colour_asked = Signal(str, str)
    order_asked = Signal(str, int)
    delete_asked = Signal(str)
    open_asked = Signal(str)

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make a board without cards."""
        super().__init__(parent)
        self._t = t
        self._reading = reading
        self._words = short_words(t)
        self._lines: dict[str, tuple[Participant, PersonLine]] = {}
        self._members: dict[str, tuple[Group | None, Sequence[Participant]]] = {}
        self._cards: dict[str, GroupCard] = {}
        self._order: list[str] = []
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(lambda: self._have(len(self._order) + _A_TURN))
        look = theme()
        self.title = TextLabel(t("班"), size=tokens.CONTENT_PX, bold=True)
        self.add = QuietButton(t("班を足す"), icon="mdi6.plus", blue=True)
        self.add.clicked.connect(self.add_asked)
        self.add.set_usable(t("読み取り専用で開いています") if reading else "")
        self.hint = PhraseLabel("", tone=tokens.SECOND_TEXT, wrap=True)
        self.hint.setContentsMargins(look.px(INSET), 0, 0, 0)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(INSET), 0, 0, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.add)
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, look.px(6), look.px(16))
        self._column.setSpacing(look.px(8))
        self._column.addWidget(self.hint)
        self._column.addStretch(1)
        self._scroll = PageScroll(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.px(4))
        whole.addLayout(head)
        whole.addWidget(self._scroll, 1)

    def cards(self) -> dict[str, GroupCard]:
        """Return the cards made so far by the ids of their groups, in order."""
        return {group_id: self._cards[group_id] for group_id in self._order}

    def group_ids(self) -> list[str]:
        """Return the ids of the groups, in order."""
        return [group_id for group_id in self._members if group_id != NOBODY]

    def show_groups(self, members: Members) -> None:
        """Show groups and people; cards are kept."""
        t = self._t
        if len(self._lines) > _MOST_KEPT:
            self._lines.clear()
        listed = sorted(members, key=lambda pair: pair[0] is not None)
        self._members = {pair[0].id if pair[0] else NOBODY: pair for pair in listed}
        kept = [place for place, one in enumerate(self._members) if one in self._order]
        fresh = self._have(max([_AT_ONCE, *(place + 1 for place in kept)]))
        for group_id in self._order:
            if group_id not in fresh:
                self._show(group_id)
        number = len(self.group_ids())
        self.title.setText(t.plural("{n}班", number) if number else t("班"))
        self.hint.setText(
            "" if number else t("6人くらいの班が話しやすく、3人から10人で進められます。")
        )
        self.hint.setVisible(not number)

    def _show(self, group_id: str) -> None:
        group, people = self._members[group_id]
        lines = [self._line(person) for person in people]
        self._cards[group_id].show_group(group, lines, self._kinds(people), len(people))

    def _have(self, count: int) -> set[str]:
        """Have the cards of the first ``count`` groups, in order; return those made now."""
        wanted = list(self._members)[:count]
        fresh = set(wanted) - set(self._order)
        self._arrange(wanted)
        for group_id in fresh:
            self._show(group_id)
        if len(self._order) < len(self._members):
            self._later.start()
        else:
            self._later.stop()
        return fresh

    def _line(self, person: Participant) -> PersonLine:
        """Return what a card shows of a person; a record that is the same is not read again."""
        known = self._lines.get(person.id)
        if known is None or known[0] is not person:
            known = self._lines[person.id] = (person, self._read(person))
        return known[1]

    def _read(self, person: Participant) -> PersonLine:
        t = self._t
        name = person.name.strip() or person.kana.strip() or t("名前はまだ")
        kind = stakeholder_text(person.stakeholder, person.stakeholder_note, t)
        said = [name[:80], person.affiliation[:80], kind[:80]]
        return PersonLine(person.id, name[:200], "、".join(part for part in said if part))

    def _kinds(self, people: Sequence[Participant]) -> list[str]:
        """Return how many of each kind there are."""
        counts = Counter(person.stakeholder for person in people)
        return [f"{self._words[kind]} {counts[kind]}" for kind in KINDS if counts[kind]]

    def _arrange(self, order: list[str]) -> None:
        if order == self._order:
            return
        for group_id in set(self._order) - set(order):
            card = self._cards[group_id]
            self._column.removeWidget(card)
            card.hide()
            if group_id != NOBODY:  # it may be the one that the last person is dragged out of
                del self._cards[group_id]
                card.deleteLater()
        self._order = order
        previous: QWidget = self.add
        for place, group_id in enumerate(order, 1):
            card = self._cards.get(group_id) or self._make(group_id)
            self._cards[group_id] = card
            if self._column.indexOf(card) == place:
                previous = card.note
                continue
            self._column.insertWidget(place, card)
            card.show()
            for part in (card.swatch, card.name, card.more, card.people, card.note):
                QWidget.setTabOrder(previous, part)
                previous = part

    def _make(self, group_id: str) -> GroupCard:
        card = GroupCard(self._t, reading=self._reading, nobody=group_id == NOBODY)
        card.written.connect(lambda field, text: self.written.emit(group_id, field, text))
        card.colour_asked.connect(lambda colour: self.colour_asked.emit(group_id, colour))
        card.dropped.connect(lambda ids: self.move_asked.emit(ids, group_id))
        card.move_asked.connect(lambda by: self._step_card(group_id, by))
        card.delete_asked.connect(lambda: self.delete_asked.emit(group_id))
        card.people.step_asked.connect(lambda one, by: self._step(one, group_id, by))
        card.people.number_asked.connect(self._send)
        card.people.out_asked.connect(lambda one: self._move(one, NOBODY))
        card.people.open_asked.connect(self.open_asked)
        return card

    # From card to card --------------------------------------------------------------------------

    def _step(self, person_id: str, group_id: str, by: int) -> None:
        ids = self.group_ids()
        here = ids.index(group_id) if group_id in ids else (-1 if by > 0 else len(ids))
        if 0 <= here + by < len(ids):
            self._move(person_id, ids[here + by])

    def _send(self, person_id: str, place: int) -> None:
        if place < len(self.group_ids()):
            self._move(person_id, self.group_ids()[place])

    def _move(self, person_id: str, group_id: str) -> None:
        self.move_asked.emit([person_id], group_id)
        self.use_person(person_id)

    def _step_card(self, group_id: str, by: int) -> None:
        place = self.group_ids().index(group_id) + by
        if 0 <= place < len(self.group_ids()):
            self.order_asked.emit(group_id, place)

    def use_person(self, person_id: str) -> bool:
        """Put the focus on a person, in whichever card; False when nobody holds them."""
        everyone = (people for _, people in self._members.values())
        holding = [any(one.id == person_id for one in people) for people in everyone]
        if True in holding:
            self._have(max(len(self._order), holding.index(True) + 1))
        return any(card.people.use(person_id) for card in self.cards().values())

    def use_group(self, group_id: str, field: str) -> bool:
        """Bring a group into view, and put the focus on its name or note when ``field`` says so."""
        if group_id not in self.group_ids():
            return False
        self._have(max(len(self._order), list(self._members).index(group_id) + 1))
        card = self._cards[group_id]
        self._scroll.ensureWidgetVisible(card, 0, 0)
        if field:
            written = card.note if field == "note" else card.name
            written.setFocus(Qt.FocusReason.OtherFocusReason)
            written.selectAll()
        return True

    def group_in_use(self) -> str:
        """Return the id of the group whose card has the focus, or empty."""
        focus = QApplication.focusWidget()
        for group_id, card in self.cards().items():
            if focus is not None and card.isAncestorOf(focus):
                return group_id
        return ""

    def person_in_use(self) -> str:
        """Return the id of the person in use in the card that has the focus, or empty."""
        card = self._cards.get(self.group_in_use())
        return card.people.current_id() if card is not None and card.people.hasFocus() else ""
