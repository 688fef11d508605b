"""What a sheet function gets and what it gives back.

Owns the job, the frame's words, and the document: its pages, warnings and bookmarks, joining and
writing. Must not know any tool.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from servicedesign.i18n import Translator
from servicedesign.model.message import Message, msg
from servicedesign.paper.fonts import FontBook, font_book
from servicedesign.paper.frame import Heading, draw_frame
from servicedesign.paper.page import Numbering, Page
from servicedesign.paper.papers import Grid, Orientation, Paper, grid_for
from servicedesign.paper.writer import Bookmark, Metadata, Writer


@dataclass(frozen=True, slots=True)
class FrameInfo:
    """What stands in the frame of every page.

    Attributes:
        project: name of the project.
        organisation: of the town.
        section: of the section in it.
        date: of printing.
    """

    project: str
    organisation: str
    section: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class SheetJob:
    """How a sheet is to be printed.

    Attributes:
        paper: one of papers.PAPERS.
        orientation: ``portrait`` or ``landscape``.
        t: writes for the reader.
        frame: what stands in the frame.
        blank: whether it is printed to be filled in by hand.
    """

    paper: Paper
    orientation: Orientation
    t: Translator
    frame: FrameInfo
    blank: bool = False

    @property
    def grid(self) -> Grid:
        """The layout to work in."""
        return grid_for(self.paper, self.orientation)

    @property
    def lang(self) -> str:
        """Language of the reader: ``ja`` or ``en``."""
        return self.t.lang


@dataclass
class Document:
    """A sheet of one or more pages.

    Attributes:
        job: how it was asked for.
        heading: title, phase and purpose in the header of its pages.
        pages: in order.
        bookmarks: entries of the outline.
        book: the faces.
    """

    job: SheetJob
    heading: Heading
    pages: list[Page] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    book: FontBook = field(default_factory=font_book)
    _notes: list[Message] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _kept: dict[str, str] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    @property
    def grid(self) -> Grid:
        """The layout of its pages."""
        return self.job.grid

    def new_page(self, heading: Heading | None = None, *, frame: bool = True) -> Page:
        """Add a page and return it.

        Args:
            heading: another heading than the document's.
            frame: False for a bare page, such as idea cards that fill the paper.
        """
        page = Page(self.grid, self.book)
        if not self.pages:
            self.bookmark(self.heading.title, page=0)
        self.pages.append(page)
        if frame:
            draw_frame(page, heading or self.heading, self.job, self._keep)
        return page

    def _keep(self, name: str, text: str) -> None:
        """Remember a text that the frame shows only the beginning of."""
        if name not in self._told:
            self._told.add(name)
            self._kept[name] = text
            self.warn(
                msg("見出し枠の「{name}」は長いため、全文を最後のページに印刷します。", name=name)
            )

    def keep_whole(self, name: str, text: str) -> None:
        """Print all of ``text`` at the end: there was room for the beginning of it only."""
        self._keep(name, text)

    def complete(self) -> None:
        """Add pages with the whole of what the frame could not hold; nothing if all was shown."""
        if self._kept:
            from servicedesign.paper.flow import print_whole  # late: flow stands on documents

            kept, self._kept = self._kept, {}
            print_whole(self, kept)

    def bookmark(self, title: str, *, page: int | None = None, level: int = 0) -> None:
        """Add an entry to the outline for ``page`` (from 0), or for the last one."""
        at = len(self.pages) - 1 if page is None else page
        self.bookmarks.append(Bookmark(title, at, level))

    def warn(self, note: Message) -> None:
        """Keep a warning for whoever prints; the same one is kept once."""
        if note not in self._notes:
            self._notes.append(note)

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What the reader should know: text continued overleaf, characters without a face."""
        missing = sorted({char for page in self.pages for char in page.missing})
        notes = list(self._notes)
        if missing:
            shown = " ".join(f"U+{ord(char):04X}" for char in missing[:20])
            notes.append(msg("書体にない文字を〓で印刷します：{characters}", characters=shown))
        return tuple(notes)

    def number_of(self, page: Page) -> int:
        """Return the number of ``page`` in this document, from 1."""
        return next(i for i, known in enumerate(self.pages, 1) if known is page)

    def numberings(self) -> list[Numbering]:
        """Return where each page stands: numbered through, and per joined document."""
        total = len(self.pages)
        starts = self._starts or [0]
        firsts = [max(s for s in starts if s <= i) + 1 for i in range(total)]
        return [Numbering(i + 1, firsts[i], total) for i in range(total)]

    def pdf_bytes(self) -> bytes:
        """Return the PDF file; the same pages give the same bytes."""
        self.complete()
        frame = self.job.frame
        author = " ".join(part for part in (frame.organisation, frame.section) if part)
        title = " ".join(part for part in (self.heading.title, frame.project) if part)
        meta = Metadata(title, author, frame.project, self.job.lang)
        return Writer(self.book, meta).write(self.pages, self.numberings(), self.bookmarks)

    def write(self, target: Path | str | BinaryIO) -> None:
        """Write the PDF to a path or an open binary file. How to replace a file is the caller's."""
        data = self.pdf_bytes()
        if isinstance(target, str | Path):
            Path(target).write_bytes(data)
        else:
            target.write(data)


def join(documents: Sequence[Document], heading: Heading | None = None) -> Document:
    """Return one document of all pages, numbered through.

    Args:
        documents: one or more.
        heading: title of the whole; the first document's when left out.
    """
    first = documents[0]
    whole = Document(first.job, heading or first.heading, book=first.book)
    for document in documents:
        document.complete()
        start = len(whole.pages)
        inner = document._starts or [0]  # noqa: SLF001 - the same class
        whole._starts.extend(start + own for own in inner)  # noqa: SLF001 - the same class
        whole.pages.extend(document.pages)
        whole.bookmarks.extend(
            Bookmark(mark.title, mark.page + start, mark.level) for mark in document.bookmarks
        )
        for note in document._notes:  # noqa: SLF001 - the same class
            whole.warn(note)
    return whole
