"""Pictures that nothing needs any more.

Owns the question which pictures are still needed: by records, by steps that can be taken back,
and by named versions.
"""

from __future__ import annotations

import sqlite3

from servicedesign.model import Image, ProjectError
from servicedesign.store.history import History
from servicedesign.store.records import Records
from servicedesign.store.versions import pictures_of_versions


def shown_pictures(records: Records) -> set[str]:
    """Return the SHA-256 of every picture that a record shows."""
    return {image.sha256 for image in records.all(Image.KIND) if isinstance(image, Image)}


def remove_unneeded_pictures(
    connection: sqlite3.Connection, records: Records, history: History
) -> int:
    """Delete the pictures that nothing needs and return how many they were.

    Raises:
        sqlite3.Error: the disk refused; nothing was deleted.
    """
    kept = {row[0] for row in connection.execute('SELECT "sha256" FROM "blob"')}
    doubtful = kept - shown_pictures(records)
    if not doubtful:
        return 0
    doubtful -= history.pictures()
    try:
        doubtful -= pictures_of_versions(connection)
    except ProjectError:
        return 0  # a version that cannot be read may need any of them
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.executemany(
            'DELETE FROM "blob" WHERE "sha256"=?', [(sha256,) for sha256 in doubtful]
        )
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return len(doubtful)
