"""One TrueType face as the PDF embeds it, with text that can be searched and copied.

Owns the mapping from printed codes back to characters, which the library writes wrongly for
characters beyond the first 65,536 (𠮷, emoji). Must not choose faces nor measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from reportlab.pdfbase.ttfonts import TTFont

_GROUP: Final = 100
"""Most entries that one block of the map may hold (PDF 32000-1, 9.10.3)."""
_DIGITS: Final = str.maketrans("0123456789", "ABCDEFGIJK")
"""How the library spells the number of a subset in its name."""


class SearchableFont(TTFont):
    """A TrueType font whose subsets map back to every character, astral ones included."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - the library's name
        """Write the subsets of ``doc`` and correct their maps to characters."""
        state: Any = self.state
        subsets = [list(subset) for subset in state[doc].subsets] if doc in state else []
        super().addObjects(doc)
        face: Any = self.face
        base = (face.name + face.subfontNameX).decode("latin-1")
        for index, subset in enumerate(subsets):
            name = f"{index:06d}".translate(_DIGITS) + "+" + base
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _to_unicode(name, subset)


def _to_unicode(name: str, subset: Sequence[int]) -> str:
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    pairs = [(code, char) for code, char in enumerate(subset) if char]
    for start in range(0, len(pairs), _GROUP):
        part = pairs[start : start + _GROUP]
        lines.append(f"{len(part)} beginbfchar")
        lines += [f"<{code:02X}> <{chr(char).encode('utf-16-be').hex()}>" for code, char in part]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
