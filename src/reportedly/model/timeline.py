"""What is said to have happened, in order of time."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.span import Span
from reportedly.model.when import When


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where one article tells of a happening, and the date (EDTF) that this article gives it."""

    article: str
    statement: str | None
    span: Span
    edtf: str = ""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One happening with its date interval and all its evidence.

    `when` is what all dates of its evidence leave possible; where they do not agree (`differs`) it covers them all.
    `rank` orders the entries of one story: 1 is what a reader needs first.
    """

    when: When
    what: str
    evidence: tuple[Sighting, ...]
    story: str | None = None
    differs: bool = False
    rank: int = 0
