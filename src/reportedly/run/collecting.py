"""Python's search for unreachable cycles, asked for less often while captures are read and related.

Reading and relating make objects by the hundred thousand and hardly a cycle (the words of a parse point at their text,
no more): at Python's own thresholds the search took a fifth of a build.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 20, 100)  # new objects until the young are looked through, and how often until the older are


def collect_seldom() -> None:
    """Ask less often from now on: for a process that does nothing but our work."""
    gc.set_threshold(*SELDOM)


@contextmanager
def seldom() -> Iterator[None]:
    """Ask less often meanwhile; a process that never asks, or less often still, is left as it is."""
    before = gc.get_threshold()
    if 0 < before[0] < SELDOM[0]:
        collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
