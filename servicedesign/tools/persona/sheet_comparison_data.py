"""What the comparison shows, as plain data: one column for each candidate.

Owns the shape of the data between the project and the page. Must not draw nor ask a store.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.tools.persona.compared import Candidate
from servicedesign.tools.portraits import NOBODY, Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One candidate with what stands in its frame."""

    candidate: Candidate
    likeness: Likeness = NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonData:
    """The candidates in their order; none for an empty worksheet."""

    columns: tuple[Column, ...] = ()
