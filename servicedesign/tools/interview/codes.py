"""The numbers under which sources and findings are spoken of: H-03, and H-03・14行.

Owns how the next number is made. A number is given once and stays, so that what was printed still
finds its place; it follows only when the number of its source is changed. Must not write.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from servicedesign.model import InterviewEntry, SourceMethod

PREFIXES: Final = {
    SourceMethod.DEPTH_INTERVIEW: "H",
    SourceMethod.OBSERVATION: "K",
    SourceMethod.DATA: "D",
}
"""聞き取り, 観察, データ: the letter says how the source came about."""

_SENTENCE: Final = re.compile(r"[。．！？!?\n]+[」』）)]*|\.(?=\s|$)")
_AFTER_CODE: Final = ("・", ", ", "（", " (")


def next_code(method: SourceMethod, taken: Collection[str]) -> str:
    """Return the number after every one that a source of ``method`` carries: H-04."""
    prefix = PREFIXES[method]
    pattern = re.compile(rf"{prefix}-?(\d{{1,6}})")
    numbers = [int(found[1]) for code in taken if (found := pattern.fullmatch(code.strip()))]
    return f"{prefix}-{max(numbers, default=0) + 1:02}"


def is_given_code(code: str) -> bool:
    """Tell whether ``code`` is one that ``next_code`` makes."""
    return any(re.fullmatch(rf"{prefix}-\d{{2,7}}", code) for prefix in PREFIXES.values())


def line_of(entries: Sequence[InterviewEntry], entry_id: str, start: int) -> int:
    """Return the line in which character ``start`` of an answer stands, from 1.

    A question, each sentence of an answer and what was seen count as one line each, however wide
    the paper or the window is.
    """
    line = 0
    for entry in entries:
        line += bool(entry.question.strip())
        if entry.id == entry_id:
            return line + len(_SENTENCE.findall(entry.verbatim[:start])) + 1
        line += _sentences(entry.verbatim) + bool(entry.observation.strip())
    return line + 1


def _sentences(text: str) -> int:
    parts = _SENTENCE.split(text)
    return sum(1 for part in parts if part.strip())


def free_line_code(source: str, line: int, form: str, taken: Collection[str]) -> str:
    """Return the code of a finding in ``line`` of ``source``, or in the next line still free.

    Args:
        source: code of the interview.
        line: from 1.
        form: how it is written, with places for ``{code}`` and ``{line}``.
        taken: codes of the other findings.
    """
    while (code := form.format(code=source, line=line)) in taken:
        line += 1
    return code


def renamed_code(code: str, before: str, after: str) -> str:
    """Return the code of a finding when the one of its source changes from ``before``."""
    if code == before:
        return after
    if before and any(code.startswith(before + joint) for joint in _AFTER_CODE):
        return after + code[len(before) :]
    return code


def place_in_source(code: str, source: str) -> str:
    """Return what ``code`` of a finding adds to the code of its source: 14行, or empty."""
    for joint in _AFTER_CODE[:2]:
        if source and code.startswith(source + joint):
            return code[len(source) + len(joint) :]
    return ""
