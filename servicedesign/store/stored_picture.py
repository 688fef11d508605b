"""A picture that stays in the file until someone draws it, on whatever thread that is.

Owns the reading beside the project's own connection, which belongs to the window's thread and has
the file locked. So it is read past the lock and past every writing of the moment: what comes of it
counts only if it has the SHA-256 by which it was asked for, else it is read again a little later.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from servicedesign.model import ProjectError
from servicedesign.store.images import check_stored, fingerprint
from servicedesign.store.refusals import no_picture

_TRIES: Final = 6
_PAUSE: Final = 0.02
"""Between two tries, in seconds; longer each time: a commit may last."""


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """Where the bytes of one picture are.

    Attributes:
        file: the database file.
        sha256: the SHA-256 of the bytes, in hexadecimal.
        held: the bytes themselves, where they are not in the file yet.
    """

    file: Path
    sha256: str
    held: bytes | None = field(default=None, repr=False)

    def read(self) -> bytes:
        """Return the bytes, read now and checked.

        Raises:
            ProjectError: they are missing, changed, or no picture of a known format and size.
        """
        data = self._found()
        if data is None:
            raise no_picture()
        check_stored(data)
        return data

    def is_sound(self) -> bool:
        """Tell whether it can be read; of a picture once found sound it is known."""
        try:
            return _read_once(self)
        except ProjectError:
            return False

    def _found(self) -> bytes | None:
        if self.held is not None:
            return self.held if fingerprint(self.held) == self.sha256 else None
        for number in range(_TRIES):
            data = self._read()
            if data is not None and fingerprint(data) == self.sha256:
                return data
            if number + 1 < _TRIES:
                time.sleep(_PAUSE * (number + 1))
        return None

    def _read(self) -> bytes | None:
        try:
            # as_uri() spells out % # ? of a name; "immutable" asks for no lock.
            uri = f"{self.file.as_uri()}?mode=ro&immutable=1"
            with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
                connection.execute("PRAGMA trusted_schema=OFF")
                connection.execute("PRAGMA mmap_size=0")
                row = connection.execute(
                    'SELECT "data" FROM "blob" WHERE "sha256"=?', (self.sha256,)
                ).fetchone()
        except sqlite3.Error:
            return None
        return row[0] if row and isinstance(row[0], bytes) else None


@lru_cache(maxsize=4096)
def _read_once(picture: StoredPicture) -> bool:
    """Return True; a picture that cannot be read raises and is asked again the next time."""
    picture.read()
    return True
