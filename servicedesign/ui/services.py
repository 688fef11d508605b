"""What the windows of one run share: settings, language, clock, faults.

Owns nothing; it is passed in, so that nothing is global.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from servicedesign.i18n import Translator, translator
from servicedesign.ui.faults import FaultHandler
from servicedesign.ui.recent import RecentFiles
from servicedesign.ui.room.timer import RoomTimer
from servicedesign.ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Services:
    """Passed to every window and view.

    Attributes:
        settings: this person's settings.
        faults: where everything that went wrong ends.
        clock: returns the present moment in local time.
        lang: language of the interface, ``ja`` or ``en``.
        timer: the timer of the room; it outlives a window built anew.
    """

    settings: Settings
    faults: FaultHandler
    clock: Callable[[], datetime]
    lang: str
    timer: RoomTimer = field(default_factory=RoomTimer)

    @property
    def t(self) -> Translator:
        """The translator of the interface."""
        return translator(self.lang)

    @property
    def recent(self) -> RecentFiles:
        """The files opened last."""
        return RecentFiles(self.settings)


def local_now() -> datetime:
    """Return the present moment with the local time zone."""
    return datetime.now().astimezone()
