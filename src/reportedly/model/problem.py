"""What could not be read, and why; never a reason to stop."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong with one capture, kept beside the record.

    `stage` is the room in which it was met, `what` a short fixed phrase ("empty file"), `detail` the
    circumstances and what to do about it.
    """

    path: str
    stage: str
    what: str
    detail: str = ""
