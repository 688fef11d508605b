"""What is seen and heard of a task in a session.

Owns every change to observations. There is at most one for a task of a session; it is made when
the first thing is written. Must not count time: that is ``stopwatch``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from servicedesign.model import (
    Message,
    Observation,
    ProjectError,
    TaskOutcome,
    TestSession,
    TestTask,
    field_specs,
    msg,
)
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.testing.durations import MOST_SECONDS

WORDS: Final = "words"
STUMBLE: Final = "stumble"
"""The two fields of words of an observation."""


def observation_of(project: Project, session_id: str, task_id: str) -> Observation:
    """Return what was seen of a task in a session; a new empty one where nothing was."""
    found = project.all(Observation, session_id=session_id, task_id=task_id)
    if found:
        return found[0]
    task = project.get(TestTask, task_id)
    return Observation(session_id=session_id, task_id=task_id, position=task.position)


def set_outcome(
    project: Project, session_id: str, task_id: str, outcome: TaskOutcome | None
) -> None:
    """Say how a task went, or that nobody knows yet."""
    _put(project, session_id, task_id, msg("テストの結果を記す"), outcome=outcome)


def set_seconds(project: Project, session_id: str, task_id: str, seconds: int | None) -> None:
    """Set how long a task took, or take the time away.

    Raises:
        ProjectError: the time is negative or longer than a day.
    """
    if seconds is not None and not 0 <= seconds <= MOST_SECONDS:
        raise ProjectError(
            msg("かかった時間は、0秒から24時間までです。"),
            msg("前の時間は、そのままです。"),
            msg("「4分20秒」や「4:20」のように書いてください。"),
        )
    _put(project, session_id, task_id, msg("かかった時間を記す"), seconds=seconds)


def write_words(project: Project, session_id: str, task_id: str, field: str, text: str) -> None:
    """Write words or stumbles as a whole; the keystrokes of one field merge."""
    spec = field_specs(Observation)[field]
    label = msg("テストの「{field}」を書く", field=Message(spec.label))
    key = f"seen:{session_id}:{task_id}:{field}"
    _put(project, session_id, task_id, label, merge=key, **{field: plain_text(text)})


def add_words(project: Project, session_id: str, task_id: str, field: str, text: str) -> None:
    """Put a line behind the words or stumbles of a task; nothing happens without words."""
    line = plain_text(text).strip()
    if not line:
        return
    before = str(getattr(observation_of(project, session_id, task_id), field)).rstrip()
    whole = f"{before}\n{line}" if before else line
    spec = field_specs(Observation)[field]
    label = msg("テストの「{field}」を書く", field=Message(spec.label))
    _put(project, session_id, task_id, label, **{field: whole})


def _put(
    project: Project,
    session_id: str,
    task_id: str,
    label: Message,
    *,
    merge: str | None = None,
    **changed: Any,
) -> None:
    """Write one observation in one step; a task of another version is refused."""
    session, task = project.get(TestSession, session_id), project.get(TestTask, task_id)
    if session.version_id != task.version_id:
        raise ValueError("the task belongs to another version than the session")
    seen = observation_of(project, session_id, task_id)
    fresh = replace(seen, **changed)
    if fresh != seen:
        with project.edit(label, merge=merge):
            project.put(fresh)
