"""Name tags: 91 by 55 mm, ten on an A4, to be cut out and put into holders.

Owns what stands on a tag and how tags are laid on the paper. A long name shrinks, then takes more
lines; what no tag can hold is printed whole on a last page. Must not change a record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from servicedesign.i18n import Translator
from servicedesign.model.dates import long_date
from servicedesign.paper import marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Continuation
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import fit_line
from servicedesign.paper.page import Numbering, Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import Fitted, TextStyle, fit
from servicedesign.tokens import EDGE, INK, SECOND_TEXT, STICKIES, STICKY_SYMBOLS
from servicedesign.tools.participants.sheet_data import PeopleData, gather_people

if TYPE_CHECKING:
    from servicedesign.store import Project

WIDTH: Final = 91.0
HEIGHT: Final = 55.0
"""Size of a tag in mm, that of a business card."""

_PHASE: Final = 0
_MARGIN: Final = 10.0
_BAND: Final = 9.5
_PAD: Final = 4.5
_AIR: Final = 4.4
"""Between reading, name and affiliation together, in mm."""
_NAME: Final = (
    TextStyle(40, 28, bold=True, leading=1.12),
    TextStyle(28, 12, bold=True, leading=1.12),
)
"""A name is large on one line, or less large on several."""
_KANA: Final = TextStyle(12, 10.5, leading=1.2, colour=SECOND_TEXT)
_AFFILIATION: Final = TextStyle(13, 10.5, leading=1.25, balanced=True)


@dataclass(frozen=True, slots=True)
class Tag:
    """What stands on one tag, and no more of the person."""

    name: str
    kana: str
    affiliation: str
    group: str
    colour: str


@dataclass(frozen=True, slots=True)
class TagsData:
    """The tags in the order of printing; without any they are empty ones."""

    service: str = ""
    tags: tuple[Tag, ...] = ()


def gather(project: Project, only: str | None = None) -> TagsData | None:
    """Return a tag for everyone with a name; None when nobody has one."""
    del only
    data = gather_people(project) or PeopleData()
    tags = tuple(
        Tag(person.name, person.kana, person.affiliation, group.name, group.colour)
        for group in data.groups
        for person in group.people
        if person.name or person.kana
    )
    return TagsData(data.service, tags) if tags else None


def blank_data(project: Project | None) -> TagsData:
    """Return the data of empty tags."""
    return TagsData(project.info.service_name if project else "")


def draw(data: TagsData, job: SheetJob) -> Document:
    """Draw the tags; a page that is not full ends with empty ones."""
    doc = Document(job, Heading(job.t("名札"), _PHASE))
    more = Continuation(doc)
    across, down = _fitting(job.grid.width, WIDTH), _fitting(job.grid.height, HEIGHT)
    tags: Sequence[Tag] = () if job.blank else data.tags
    number = across * down
    for start in range(0, max(len(tags), 1), number):
        _draw_page(doc, more, tags[start : start + number], data.service, (across, down))
    more.finish()
    return doc


def _fitting(length: float, one: float) -> int:
    return max(1, int((length - 2 * _MARGIN) / one))


def _draw_page(
    doc: Document,
    more: Continuation,
    tags: Sequence[Tag],
    service: str,
    places: tuple[int, int],
) -> None:
    page, job = doc.new_page(frame=False), doc.job
    across, down = places
    left = (job.grid.width - across * WIDTH) / 2
    top = (job.grid.height - down * HEIGHT) / 2
    for place in range(across * down):
        x, y = left + place % across * WIDTH, top + place // across * HEIGHT
        with page.at(x, y):
            if place < len(tags):
                _draw_tag(doc, more, page, tags[place], service)
            else:
                _draw_blank(page, job.t, service)
    _cut_marks(page, left, top, across, down)
    page.late.append(lambda last, numbering: _foot(last, job, numbering))


# One tag ----------------------------------------------------------------------------------------


def _draw_tag(doc: Document, more: Continuation, page: Page, tag: Tag, service: str) -> None:
    _band(doc, page, tag, service)
    name = tag.name or tag.kana
    kana = tag.kana if tag.name else ""
    shown_affiliation = _fitted(page, tag.affiliation, 12.5, _AFFILIATION)
    shown_kana = _fitted(page, kana, 9.5, _KANA)
    top, bottom = _BAND + 2.6, HEIGHT - 3.4
    room = bottom - top - shown_affiliation.height - shown_kana.height - _AIR
    shown_name = _fitted_name(page, name, room)
    used = shown_kana.height + shown_name.height + shown_affiliation.height + _AIR
    y = top + max(0.0, (bottom - top - used) * 0.45)
    heading = doc.job.t("名札「{name}」", name=name[:20])
    for shown, after in ((shown_kana, 1.0), (shown_name, _AIR - 1.0), (shown_affiliation, 0.0)):
        shown.draw(page, _PAD, y, align="center", width=WIDTH - 2 * _PAD)
        y += shown.height
        if shown.rest:
            more.later(
                page, WIDTH - _PAD, min(y + 4.0, HEIGHT - 1.0), heading, shown.rest, shown.style
            )
            y += 4.0
        y += after


def _fitted(page: Page, text: str, height: float, style: TextStyle) -> Fitted:
    return fit(page.book, text, WIDTH - 2 * _PAD, height, style, reserve=4.0)


def _fitted_name(page: Page, name: str, room: float) -> Fitted:
    """Return the name on one line from 40 down to 28 pt, else on as many as there is room for."""
    one, several = _NAME
    width = WIDTH - 2 * _PAD
    line = fit(page.book, name, width, one.size / PT_PER_MM * 1.05, one)
    if not line.rest:
        return line
    return fit(page.book, name, width, max(room, 8.0), several, reserve=4.0)


def _band(doc: Document, page: Page, tag: Tag, service: str) -> None:
    """Draw the group's colour with symbol and name, and what the meeting is about."""
    middle = _BAND / 2
    if tag.colour:
        page.rect(0, 0, WIDTH, _BAND, fill=STICKIES[tag.colour])
        page.line(0, _BAND, WIDTH, _BAND, 0.5)
        marks.symbol(page, _PAD + 2.4, middle, STICKY_SYMBOLS[tag.colour], 4.6)
    else:
        page.line(_PAD, _BAND, WIDTH - _PAD, _BAND, 0.5, EDGE)
    left = _PAD + (7.0 if tag.colour else 0.0)
    right = WIDTH - _PAD
    wanted = page.width(tag.group, 14, bold=True)
    room = min(wanted, (right - left) * (0.62 if service else 1.0))
    style = TextStyle(14, 9, bold=True, leading=1.05)
    group = fit(page.book, tag.group, max(room, 1.0) + 0.1, _BAND - 1.4, style)
    group.draw(page, left, middle - group.height / 2)
    if group.rest:
        doc.keep_whole(doc.job.t("班「{name}」", name=tag.group[:12]), tag.group)
    free = right - left - (group.width + 4.0 if tag.group else 0.0)
    _service(doc, page, service, Box(right - free, 0, free, _BAND))


def _service(doc: Document, page: Page, service: str, box: Box) -> None:
    style = TextStyle(9, 7, leading=1.1, colour=INK)
    shown = fit(page.book, service, max(box.width, 1.0), box.height - 2.0, style)
    if shown.rest:
        doc.keep_whole(doc.job.t("サービス名"), service)
    y = box.height / 2 - shown.height / 2
    shown.draw(page, box.x, y, align="right", width=box.width)


def _draw_blank(page: Page, t: Translator, service: str) -> None:
    """Draw an empty tag: a large line for the name, a small one for where one comes from."""
    size = 10.5
    x = _PAD + page.text(_PAD, 4.0, t.context("frame", "班"), size) + 2.0
    page.line(x, 8.6, x + 24.0, 8.6, 0.35, EDGE)
    if service:
        room = WIDTH - _PAD - x - 27.0
        style = TextStyle(9, 7, leading=1.1, colour=SECOND_TEXT)
        shown = fit(page.book, service, room, 7.4, style)
        if not shown.rest:
            shown.draw(page, x + 27.0, 4.4, align="right", width=room)
    for words, y, base in ((t("名前"), 13.0, 37.0), (t("所属"), 46.3, 50.4)):
        page.text(_PAD, y, words, size, colour=SECOND_TEXT)
        wide = page.width(words, size)
        start = _PAD if base < 40 else _PAD + wide + 2.0
        page.line(start, base, WIDTH - _PAD, base, 0.35, EDGE)


# Around the tags --------------------------------------------------------------------------------


def _cut_marks(page: Page, left: float, top: float, across: int, down: int) -> None:
    """Draw dashed lines between the tags, and marks at the edge of the paper to cut along."""
    right, bottom = left + across * WIDTH, top + down * HEIGHT
    for column in range(across + 1):
        x = left + column * WIDTH
        marks.cut_line(page, x, top, x, bottom)
        page.line(x, top - 5.5, x, top - 1.5, 0.35)
        page.line(x, bottom + 1.5, x, bottom + 5.5, 0.35)
    for row in range(down + 1):
        y = top + row * HEIGHT
        marks.cut_line(page, left, y, right, y)
        page.line(left - 5.5, y, left - 1.5, y, 0.35)
        page.line(right + 1.5, y, right + 5.5, y, 0.35)


def _foot(page: Page, job: SheetJob, numbering: Numbering) -> None:
    """Write date, scale and page number in the lower margin."""
    grid = page.grid
    base = grid.height - 5.2
    middle, k = grid.width / 2, 1 / grid.scale
    with page.at(middle, base, k, 1):
        page.line(-50, 0, 50, 0, 0.5)
        for i in range(11):
            length = 2.0 if i in {0, 10} else 1.4 if i == 5 else 1.0
            page.line(-50 + i * 10, 0, -50 + i * 10, -length, 0.5)
    room = middle - 50 * k - 19.0
    number = job.t("{number} ／ {total} ページ", number=numbering.number, total=numbering.total)
    date = long_date(job.frame.date, job.lang)
    y = base - 2.6
    for words, x, align in ((date, 17.0, "left"), (number, grid.width - 17.0, "right")):
        size = fit_line(page, words, 8, room, least=5)
        page.text(x, y, words, size, align=align, colour=SECOND_TEXT)
    page.text(middle + 50 * k + 2.0, y, "100 mm", 8, colour=SECOND_TEXT)
