"""What is typed into the quick-entry bar: an idea, and perhaps the group it came from.

Owns the reading of such a line. ``夜の窓口;2`` or ``夜の窓口；みなみ班`` gives it to a group by
number or name; a number at the end after a space does so too. What names no group belongs to the
idea.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from servicedesign.model import Group
from servicedesign.model.normalise import fold

_MARKED: Final = re.compile(r"^(?P<idea>.*?)\s*[;；]\s*(?P<group>[^;；]*)$", re.DOTALL)
_NUMBERED: Final = re.compile(r"^(?P<idea>.*\S)[ \u3000]+(?P<group>[0-9０-９]{1,2})$", re.DOTALL)


def read_quick(line: str, groups: Sequence[Group]) -> tuple[str, Group | None]:
    """Return the idea in ``line`` and the group it is given to, or None when none is named."""
    for pattern in (_MARKED, _NUMBERED):
        found = pattern.match(line.strip())
        if found is None:
            continue
        group = find_group(found["group"], groups)
        if group is not None and found["idea"].strip():
            return found["idea"].strip(), group
    return line.strip(), None


def find_group(name: str, groups: Sequence[Group]) -> Group | None:
    """Return the group called ``name``, or the n-th for a number from 1; perhaps None."""
    wanted = fold(name.strip())
    if not wanted:
        return None
    if wanted.isdecimal() and 1 <= int(wanted) <= len(groups):
        return groups[int(wanted) - 1]
    matches = [group for group in groups if fold(group.name) == wanted]
    matches = matches or [group for group in groups if fold(group.name).startswith(wanted)]
    return matches[0] if len(matches) == 1 else None
