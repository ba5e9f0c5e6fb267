"""The days that a story names: it cannot have been written before those it tells of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.grammar.dates import moments
from reportedly.model.article import STORY, Block
from reportedly.model.span import Span
from reportedly.model.when import When
from reportedly.vocabulary import table

DIGIT = re.compile(r"\d")
TIMEX = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class StoryDay:
    """A day that the story names, and where; `year` is None where the text leaves it out."""

    span: Span
    year: int | None
    month: int
    day: int

    def before(self, latest: dt.date) -> dt.date | None:
        """The last such day up to `latest`, None when it lies ahead or in no calendar."""
        years = [self.year] if self.year else [latest.year, latest.year - 1]
        return next((known for year in years if (known := self.of(year)) and known <= latest), None)

    def of(self, year: int) -> dt.date | None:
        """This day in a year."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None

    def distance(self, day: dt.date) -> int:
        """Days between a day and the nearest reading of this one."""
        years = [self.year] if self.year else [day.year - 1, day.year, day.year + 1]
        return min((abs((known - day).days) for year in years if (known := self.of(year))), default=10**6)


DayOfStory = tuple[When, tuple[StoryDay, ...]]  # an interval of publication, and the days of the story that show it


class StoryDays:
    """Reads the days of a story."""

    def __init__(self) -> None:
        words = table("publication")
        self._near = re.compile(words["near"]["pattern"], re.I)
        self._day = re.compile(words["day"]["pattern"], re.I)

    def __call__(self, text: str, blocks: Sequence[Block]) -> list[StoryDay]:
        """Every day with its month that the story's blocks name."""
        return list(self.each(text, blocks))

    def each(self, text: str, blocks: Sequence[Block]) -> Iterator[StoryDay]:
        """The days one by one, for who needs but some of them."""
        return (day for block in blocks if block.kind in STORY for day in self._days(text, block))

    def speaks_of_near_days(self, text: str, blocks: Sequence[Block]) -> bool:
        """Whether the story says yesterday, on Monday, this week."""
        return any(block.kind in STORY and self._near.search(block.span.of(text)) for block in blocks)

    def _days(self, text: str, block: Block) -> Iterator[StoryDay]:
        words = block.span.of(text)
        if not (DIGIT.search(words) and self._day.search(words)):
            return
        for found in moments(words):
            parts = TIMEX.fullmatch(found.timex)
            if parts:
                year = int(parts[1]) if parts[1] in words[found.start : found.end] else None
                span = Span(block.span.start + found.start, block.span.start + found.end)
                yield StoryDay(span, year, int(parts[2]), int(parts[3]))
