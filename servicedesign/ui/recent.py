"""The files opened last, with what can be said of them without opening them.

Owns the list in the settings and the small pictures beside it. A file that is not there now is
kept in the list: it may be on a stick.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from servicedesign.locations import ensure, user_data_dir
from servicedesign.ui.settings import Settings

MAX_RECENT = 12


@dataclass(frozen=True, slots=True)
class RecentFile:
    """One file of the list.

    Attributes:
        path: where it was.
        name: the service name, or the file's name.
        state: the phase it was last seen in (a ``MethodPhase`` value), or empty.
        seen: when it was last open, ISO 8601 local time.
    """

    path: str
    name: str
    state: str
    seen: str

    @property
    def missing(self) -> bool:
        """Whether the file is not there now."""
        try:
            return not Path(self.path).is_file()
        except OSError:
            return True

    @property
    def picture(self) -> Path:
        """Where the small picture of its last sheet is kept; it may not exist."""
        import hashlib  # late: it loads a library of its own

        name = hashlib.sha256(self.path.encode("utf-8", "surrogatepass")).hexdigest()[:24]
        return user_data_dir() / "pictures" / f"{name}.png"


class RecentFiles:
    """The list, newest first."""

    def __init__(self, settings: Settings) -> None:
        """Work on the list kept in ``settings``."""
        self._settings = settings

    def all(self) -> tuple[RecentFile, ...]:
        """Return the files, newest first."""
        fields = ("path", "name", "state", "seen")
        kept = self._settings.get("recent")
        return tuple(
            RecentFile(**{key: item[key] for key in fields})
            for item in kept
            if all(key in item for key in fields)
        )

    def note(self, path: Path, name: str, state: str, now: datetime) -> RecentFile:
        """Put ``path`` first."""
        whole = str(path.resolve())
        entry = RecentFile(whole, name, state, now.isoformat(timespec="minutes"))
        others = [file for file in self.all() if file.path != whole]
        self._keep([entry, *others][:MAX_RECENT])
        return entry

    def forget(self, path: str) -> None:
        """Take ``path`` off the list; the file itself is not touched."""
        for file in self.all():
            if file.path == path:
                file.picture.unlink(missing_ok=True)
        self._keep([file for file in self.all() if file.path != path])

    def _keep(self, files: list[RecentFile]) -> None:
        self._settings.set("recent", [asdict(file) for file in files])


def picture_folder(file: RecentFile) -> Path:
    """Make and return the folder of the small pictures."""
    return ensure(file.picture.parent)
