"""Japanese and English: turns marked sentences into the language of the reader.

Owns the translator. The Japanese text is the key, so Japanese needs no catalogue; English is read
from the compiled catalogue. Must not keep a current language: a translator is passed to whoever
writes for a person.
"""

from __future__ import annotations

import gettext
from functools import lru_cache

from servicedesign.locations import RESOURCES
from servicedesign.model.message import Message, fill

LANGUAGES = ("ja", "en")
"""The languages that are complete, the first one being the default."""


class Translator:
    """Writes for readers of one language.

    Attributes:
        lang: ``"ja"`` or ``"en"``.
    """

    def __init__(self, lang: str, catalogue: gettext.NullTranslations) -> None:
        """Bind ``catalogue`` for ``lang``."""
        self.lang = lang
        self._catalogue = catalogue

    def __call__(self, text: str | Message, /, **params: object) -> str:
        """Return ``text`` (or a bound Message) in this language with its places filled."""
        if isinstance(text, Message):
            return self(text.text, **dict(text.params))
        return self._fill(self._catalogue.gettext(text) if text else "", params)

    def plural(self, text: str, n: int, /, **params: object) -> str:
        """Return ``text`` for ``n`` things; ``{n}`` is filled with the number."""
        return self._fill(self._catalogue.ngettext(text, text, n), {"n": n, **params})

    def context(self, context: str, text: str, /, **params: object) -> str:
        """Return ``text`` as it reads in ``context``: one word may have several meanings."""
        return self._fill(self._catalogue.pgettext(context, text), params)

    def _fill(self, text: str, params: dict[str, object]) -> str:
        return fill(text, {k: self(v) if isinstance(v, Message) else v for k, v in params.items()})


@lru_cache(maxsize=len(LANGUAGES))
def translator(lang: str) -> Translator:
    """Return the translator for ``lang``; an unknown language gets Japanese.

    Translators hold no state that changes, so they are shared.
    """
    if lang != "en":
        return Translator("ja", gettext.NullTranslations())
    catalogue = gettext.translation(
        "servicedesign", RESOURCES / "locale", languages=["en"], fallback=True
    )
    return Translator("en", catalogue)
