"""The errors a person can act on.

Owns the shape of a refusal: what happened, what is safe, what to do. Faults of our own are
ordinary exceptions and never take this form.
"""

from __future__ import annotations

from servicedesign.model.message import Message


class ProjectError(Exception):
    """A refusal in three sentences, for one line in a terminal or one dialog on screen.

    Attributes:
        what: what happened, naming the thing and the place.
        safe: what is safe (usually: nothing was written, nothing is lost).
        todo: what the person can do next.
    """

    def __init__(self, what: Message, safe: Message, todo: Message) -> None:
        """Bind the three sentences."""
        super().__init__(what, safe, todo)
        self.what = what
        self.safe = safe
        self.todo = todo

    @property
    def sentences(self) -> tuple[Message, Message, Message]:
        """The three sentences in reading order."""
        return self.what, self.safe, self.todo

    def __str__(self) -> str:
        """Return the three sentences in Japanese on one line."""
        return " ".join(str(part) for part in self.sentences)
