"""The secrecy of a vote that is over: what was kept while it ran forgets who gave which votes.

Owns what happens to restore points and named versions that were made while an anonymous round was
open. They hold its ballots, who had voted by then, and the steps in between; two neighbouring ones
would tell whose ballot is whose. Once the round is closed, its ballots and the marks of who voted
are taken out of them, and restore points lose their steps; all other work in them stays. The votes
themselves are in the project and in a restore point that is made before anything is taken out.

Three things stay beyond this. While a round is open, its file must know who has voted, and so do
the copies of it. A copy that a person made meanwhile stays as it is: no one can say where it lies.
And of a round that is opened again after its result was shown, the difference between the two
results tells what came in later. The dialogs that close and reopen a round say so.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from servicedesign.model import Ballot, ProjectError, VoteRound, VoteStatus
from servicedesign.store.backups import list_backups, make_backup
from servicedesign.store.connection import connect
from servicedesign.store.files import new_file
from servicedesign.store.packing import inflate
from servicedesign.store.schema import compact_json, parse_json

if TYPE_CHECKING:
    from servicedesign.store.project import Project

_log = logging.getLogger(__name__)

_OPEN: Final = str(VoteStatus.OPEN)


def seal_past_votes(project: Project) -> int:
    """Let what was kept while anonymous rounds ran forget their ballots, once they are closed.

    What fails is logged and tried again when the project is closed.

    Returns:
        How many restore points and named versions were changed.
    """
    rounds = project.all(VoteRound)
    secret = {one.id for one in rounds if one.anonymous and one.status is VoteStatus.CLOSED}
    if not secret or project.read_only or project.pending:
        return 0
    try:
        return _seal_versions(project, secret) + _seal_backups(project, secret)
    except (ProjectError, sqlite3.Error, OSError):
        _log.exception("votes could not be taken out of what was kept")
        return 0


# Restore points -----------------------------------------------------------------------------------


def _seal_backups(project: Project, secret: set[str]) -> int:
    kept = [(one.path, _open_in(one.path, secret)) for one in list_backups(project.info.id)]
    telling = [(path, rounds) for path, rounds in kept if rounds]
    if telling:
        inside = project.inside
        make_backup(inside.connection, project.info.id, inside.history.mark, project.path)
    sealed = 0
    for path, rounds in telling:
        if path.is_file():  # the oldest may just have made room
            _seal_backup(path, rounds)
            sealed += 1
    return sealed


def _open_in(path: Path, secret: set[str]) -> tuple[str, ...]:
    """Return which of the rounds are open in a restore point and have something to forget."""
    try:
        connection = connect(path, "ro")
    except sqlite3.Error:
        return ()
    try:
        rows = connection.execute('SELECT "id" FROM "vote_round" WHERE "status"=?', (_OPEN,))
        found = sorted(secret & {row[0] for row in rows})
        return tuple(one for one in found if _tells(connection, one))
    except sqlite3.Error:
        return ()  # of another format, or no longer whole: it cannot be brought back either
    finally:
        connection.close()


def _tells(connection: sqlite3.Connection, round_id: str) -> bool:
    ballots = 'SELECT 1 FROM "ballot" WHERE "round_id"=? LIMIT 1'
    voted = """SELECT 1 FROM "vote_round" WHERE "id"=? AND "voted_ids"<>'[]'"""
    if connection.execute('SELECT 1 FROM "step" LIMIT 1').fetchone():
        return True  # among them are those of the vote
    return any(connection.execute(sql, (round_id,)).fetchone() for sql in (ballots, voted))


def _seal_backup(path: Path, rounds: Iterable[str]) -> None:
    with new_file(path, replace=True) as beside:
        shutil.copyfile(path, beside)
        connection = connect(beside)
        try:
            connection.execute("PRAGMA journal_mode=MEMORY")  # nobody knows this file yet
            connection.execute("BEGIN IMMEDIATE")
            connection.execute('DELETE FROM "step"')
            for one in rounds:
                connection.execute('DELETE FROM "ballot" WHERE "round_id"=?', (one,))
                sql = """UPDATE "vote_round" SET "voted_ids"='[]' WHERE "id"=?"""
                connection.execute(sql, (one,))
            _rewrite_versions(connection, set(rounds))
            connection.execute("COMMIT")
            connection.execute("PRAGMA journal_mode=DELETE")
        finally:
            connection.close()


# Named versions -----------------------------------------------------------------------------------


def _seal_versions(project: Project, secret: set[str]) -> int:
    connection = project.inside.connection
    connection.execute("BEGIN IMMEDIATE")
    try:
        sealed = _rewrite_versions(connection, secret)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    return sealed


def _rewrite_versions(connection: sqlite3.Connection, secret: set[str]) -> int:
    sealed = 0
    rows = connection.execute('SELECT "id", "data" FROM "named_version"').fetchall()
    for version_id, data in rows:
        content = _without_votes(data, secret)
        if content is not None:
            connection.execute(
                'UPDATE "named_version" SET "data"=? WHERE "id"=?', (content, version_id)
            )
            sealed += 1
    return sealed


def _without_votes(data: object, secret: set[str]) -> bytes | None:
    """Return the content of a version without the votes; None where it holds none of them."""
    try:
        content: Any = parse_json(inflate(data), "named_version")
        records = content["records"]
        rounds = [
            one
            for one in records.get(VoteRound.KIND, ())
            if one["id"] in secret and one["status"] == _OPEN
        ]
        ids = {one["id"] for one in rounds}
        ballots = records.get(Ballot.KIND, [])
        kept = [one for one in ballots if one["round_id"] not in ids]
    except (ProjectError, KeyError, TypeError, AttributeError):
        return None  # it cannot be read: nothing can be brought back from it
    if len(kept) == len(ballots) and not any(one.get("voted_ids") for one in rounds):
        return None
    records[Ballot.KIND] = kept
    if not kept:
        del records[Ballot.KIND]
    for one in rounds:
        one["voted_ids"] = []
    return zlib.compress(compact_json(content).encode(), 6)
