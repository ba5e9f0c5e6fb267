"""What an export is asked for: a record, and which points, statements and happenings of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.model.filters import PointFilter, StatementFilter, TimelineFilter
from reportedly.store import Store


@dataclass(frozen=True, slots=True)
class Request:
    """A record and a filter for each kind of thing that it holds. Formats take what they are made of."""

    store: Store
    points: PointFilter = field(default_factory=PointFilter)
    statements: StatementFilter = field(default_factory=StatementFilter)
    timeline: TimelineFilter = field(default_factory=TimelineFilter)
    tables: tuple[str, ...] = ("points",)
    text: bool = True
