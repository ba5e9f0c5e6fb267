"""Records of earlier formats, brought forward one step at a time when somebody opens them to write.

The derived tables need no step: a build makes them anew (see `shape`). A step is for what only the file holds: the
captures and judgements, and what is said about them. It runs in one transaction with the steps after it, so that a
record is of one format or of another, never between two. There is no way back: an earlier version of reportedly
refuses a later format and says so.

A change of format takes: SCHEMA_VERSION one higher; the step, under the number of the format that it starts from;
a record that the last release wrote, in tests/store/records (made by `python tests/store/records/keep.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from reportedly.store.schema import ABOUT, SCHEMA_VERSION

KEY = "schema"
Step = Callable[[Connection], None]

STEPS: Mapping[int, Step] = {}  # format 1 is the only one that was ever released


def forward(connection: Connection, steps: Mapping[int, Step] = STEPS, target: int = SCHEMA_VERSION) -> None:
    """Take every step from the record's format to `target`; none when it has it already."""
    held: Any = connection.scalar(select(ABOUT.c.value).where(ABOUT.c.key == KEY))
    for number in range(held, target):
        steps[number](connection)
        connection.execute(update(ABOUT).where(ABOUT.c.key == KEY).values(value=number + 1))
