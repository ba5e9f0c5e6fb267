"""Dates as intervals: never more exact than the words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

End = Literal["since", "until", "by"]


@dataclass(frozen=True, slots=True)
class When:
    """A time as EDTF (ISO 8601-2) beside the days that it can lie in.

    `earliest` and `latest` are the first and the last possible day, both included; `None` is an open end.
    Raises `ValueError` when they are out of order.
    """

    edtf: str
    earliest: dt.date | None
    latest: dt.date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"{self.edtf}: {self.earliest} is after {self.latest}")

    @property
    def days(self) -> int | None:
        """How many days it may be, at least one; None when an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def opened(self, end: End) -> When:
        """The interval that begins ("since") or ends ("until", "by") with this time; itself where that end is open."""
        first, _, last = self.edtf.partition("/")
        if end == "since":
            return When(f"{first}/..", self.earliest, None) if self.earliest else self
        return When(f"../{last or first}", None, self.latest) if self.latest else self

    def overlaps(self, other: When) -> bool:
        """Whether some day can be both."""
        return not (_before(self.latest, other.earliest) or _before(other.latest, self.earliest))

    def precedes(self, other: When) -> bool:
        """Whether every day of this one comes before every day of the other."""
        return _before(self.latest, other.earliest)

    def contains(self, other: When) -> bool:
        """Whether every day of the other is a day of this one."""
        starts = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return starts and ends


def _before(end: dt.date | None, start: dt.date | None) -> bool:
    return end is not None and start is not None and end < start
