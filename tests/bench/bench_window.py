"""From the start of the process to the first painted window, against a bare PySide6 window.

Only the window itself is watched: a filter in Python on the whole application would cost more
where there are more widgets, and measure itself.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from timing import Result, compare

_WATCH = """
import time
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and not self.seen:
            self.seen = True
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        print(time.monotonic(), flush=True)
        import os
        os._exit(0)
"""

_BARE = (
    """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
"""
    + _WATCH
    + """
watch = Watch()
window = QMainWindow()
window.installEventFilter(watch)
window.resize(1366, 768)
window.show()
application.exec()
"""
)

_OURS = (
    """
import sys
from servicedesign import app
show = app.Desk.show
def watched_show(self):
    show(self)
"""
    + "\n".join(f"    {line}" for line in _WATCH.splitlines())
    + """
    self.watch = Watch()
    self.window().installEventFilter(self.watch)
app.Desk.show = watched_show
app.run(lang="ja")
"""
)


def first_paint(code: str, home: str) -> float:
    """Return the seconds until the window of ``code`` is painted."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SERVICEDESIGN_HOME": home}
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1]) - started


def results(rounds: int = 9) -> Iterator[Result]:
    """Yield the comparison."""
    with tempfile.TemporaryDirectory() as home:
        yield compare(
            "start to first painted window",
            lambda: first_paint(_OURS, home),
            lambda: first_paint(_BARE, home),
            rounds=rounds,
            bar=2.5,
        )
