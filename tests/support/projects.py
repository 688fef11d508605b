"""The projects of the picture book, for tests of all that is registered."""

from __future__ import annotations

from support.scripts import script

DAY = script("book.projects").DAY
Shelf = script("book.projects").Shelf
now = script("book.projects").now
crowded = script("book.crowded")
EXAMPLES = ("single-parent", "sick-child-care", "senior-tablets")
