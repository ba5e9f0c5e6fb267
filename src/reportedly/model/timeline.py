"""What is said to have happened, in order of time."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.span import Span
from reportedly.model.when import When


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where one article tells of a happening."""

    article: str
    statement: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One happening with its date interval and all its evidence."""

    when: When
    what: str
    evidence: tuple[Sighting, ...]
