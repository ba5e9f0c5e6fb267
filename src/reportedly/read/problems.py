"""The problems of this room, in fixed words."""

from __future__ import annotations

from reportedly.model.problem import Problem

STAGE = "read"


def problem(path: str, what: str, detail: str = "") -> Problem:
    """Something that kept a file, or a row of it, from being read."""
    return Problem(path, STAGE, what, detail)
