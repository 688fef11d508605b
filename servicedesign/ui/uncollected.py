"""A stretch of work in which Python does not look for garbage.

Owns that pause. While a project comes on screen tens of thousands of things are made and nearly all
stay: to look through them all again and again costs more than to make them.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Do what is inside without looking for garbage; what was on before is on again after."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
