"""A text that dates one of its weekdays: "met on Friday" beside a picture of "Friday, 20 June 2031".

A weekday without a date is one of the last week. Where the newest day that a story names in full bears its weekday,
and the story names that weekday again without a date, it was written within a week of that day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from reportedly.clean.story_days import DayOfStory, StoryDay
from reportedly.grammar.edtf import between
from reportedly.model.article import STORY, Block
from reportedly.vocabulary import table

SEEN = 160  # code points before a date in which a word tells that it lies ahead


class NamedDays:
    """Finds the week after the newest day that a story names with its weekday."""

    def __init__(self) -> None:
        named = table("publication")["named"]
        self._weekday = re.compile(named["weekday"], re.I)
        self._bare = re.compile(named["bare"], re.I)
        self._ahead = re.compile(named["ahead"], re.I)
        self._week = dt.timedelta(days=named["week"])

    def __call__(self, text: str, days: Sequence[StoryDay], blocks: Sequence[Block]) -> DayOfStory | None:
        """That week and the day; None without a year or weekday, or for a day ahead or of an old picture."""
        years = {(day.month, day.day): day.year for day in days if day.year}
        dated = [(known, day) for day in days if (known := day.of(years.get((day.month, day.day)) or 0))]
        if not dated:
            return None
        newest = max(known for known, _ in dated)
        written = [day for known, day in dated if known == newest]
        if any(self._ahead.search(text[max(0, day.span.start - SEEN) : day.span.start]) for day in written):
            return None
        bare = self._bare_weekdays(text, blocks)
        for day in written:
            weekday = self._weekday.match(day.span.of(text))
            if weekday and weekday[1][:3].lower() in bare:
                return between(newest, newest + self._week), (day,)
        return None

    def _bare_weekdays(self, text: str, blocks: Sequence[Block]) -> set[str]:
        story = (block.span.of(text) for block in blocks if block.kind in STORY)
        return {found[1][:3].lower() for words in story for found in self._bare.finditer(words)}
