"""When an undated account of a dated story was published: an interval, with what shows it.

By the newest day that it tells of in the past: not before it, and as news within `NEWS` of it. Without one, by its
weekdays, where the dated accounts tell of just one week that has them all. Else, if it speaks of near days
("yesterday", "on Monday") and the story has one time, by that: such an account was news when it was written.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from reportedly.grammar.edtf import between
from reportedly.model.article import STORY, Evidence, Publication
from reportedly.model.mention import Moment
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.vocabulary import table

NEWS = dt.timedelta(days=31)
WEEK = dt.timedelta(days=7)
FRESH = dt.timedelta(days=2)  # after the weekday of its first sentences, an account is news no longer than this
OPENING = 3  # blocks: the title and the first paragraphs
WEEKDAY = re.compile(r"XXXX-WXX-(\d)(?:T.*)?")
FEWEST = 2  # weekdays, or dated accounts, below which nothing shows


class Surroundings:
    """What the dated accounts of a story, published from `first` to `last`, say of the undated ones."""

    def __init__(self, dated: Sequence[Reading], first: dt.date, last: dt.date) -> None:
        self._first, self._last = first, last
        self.middle = first + (last - first) / 2
        self._told = {day for reading in dated for day in _fresh_days(reading)}
        self._ran = _one_time(dated)
        words = table("publication")
        self._near_words = [
            re.compile(words[name][key], re.I) for name, key in (("near", "pattern"), ("named", "bare"))
        ]

    def published(self, reading: Reading) -> Publication | None:
        """When an undated account was published, None where nothing shows it."""
        told = [(day, m) for m in reading.moments if (day := _single_day(m)) and self._near(day)]
        if told:
            day, moment = max(told, key=lambda pair: (pair[0], pair[1].span))
            return _from(moment, day, NEWS)
        return self._by_weekdays(reading) or self._as_news(reading)

    def _as_news(self, reading: Reading) -> Publication | None:
        """The time of the story, for an account that speaks of near days; the first such word is its evidence."""
        near = self._near_day(reading)
        if self._ran is None or near is None:
            return None
        ran = between(*self._ran)
        return Publication(ran, (Evidence("mention", "mention", near.of(reading.capture.text), near, ran.edtf),))

    def _near_day(self, reading: Reading) -> Span | None:
        """The first words of the story that tie it to the day of its writing."""
        for block in reading.article.blocks:
            words = block.span.of(reading.capture.text) if block.kind in STORY else ""
            for pattern in self._near_words:
                found = pattern.search(words)
                if found:
                    return Span(*found.span()).shift(block.span.start)
        return None

    def _near(self, day: dt.date) -> bool:
        return self._first - NEWS <= day <= self._last + WEEK

    def _by_weekdays(self, reading: Reading) -> Publication | None:
        """After the last day of the one week in which the dated accounts tell of all its weekdays."""
        said = {number: moment for moment in reading.moments if (number := weekday(moment))}
        ends = [day for day in sorted(self._told) if day.isoweekday() in said and set(said) <= self._week_to(day)]
        if len(said) < FEWEST or len(ends) != 1:
            return None
        moment = said[ends[0].isoweekday()]
        opening = [block.span for block in reading.article.blocks if block.kind in STORY][:OPENING]
        led = any(m.span.overlaps(span) for m in reading.moments if weekday(m) == weekday(moment) for span in opening)
        return _from(moment, ends[0], FRESH if led else WEEK)

    def _week_to(self, day: dt.date) -> set[int]:
        return {told.isoweekday() for told in self._told if day - WEEK < told <= day}


def _from(moment: Moment, day: dt.date, length: dt.timedelta) -> Publication:
    evidence = Evidence("mention", "mention", moment.text, moment.span, day.isoformat())
    return Publication(between(day, day + length), (evidence,))


def _one_time(dated: Sequence[Reading]) -> tuple[dt.date, dt.date] | None:
    """The `NEWS` in whose middle more than two thirds of the dated accounts lie, None where there are no such."""
    middles = sorted(_middles(dated))
    held = [[day for day in middles if first <= day <= first + NEWS] for first in middles]
    best = max(held, key=len, default=[])
    if len(best) < FEWEST or 3 * len(best) <= 2 * len(middles):
        return None
    spare = (NEWS - (best[-1] - best[0])) / 2
    return best[0] - spare, best[-1] + spare


def _middles(dated: Sequence[Reading]) -> Iterator[dt.date]:
    for reading in dated:
        known = reading.article.published.when if reading.article.published else None
        if known and known.earliest and known.latest and known.latest - known.earliest <= NEWS:
            yield known.earliest + (known.latest - known.earliest) / 2


def _fresh_days(reading: Reading) -> Iterator[dt.date]:
    """The days of the week before its publication that an account tells of."""
    known = reading.article.published.when if reading.article.published else None
    for moment in reading.moments:
        day = _single_day(moment)
        if day and known and known.earliest and known.latest and known.earliest - WEEK < day <= known.latest:
            yield day


def _single_day(moment: Moment) -> dt.date | None:
    return moment.when.earliest if moment.when is not None and moment.when.days == 1 else None


def weekday(moment: Moment) -> int | None:
    """The weekday (1 is Monday) that a moment names by itself, not "last Friday"."""
    found = WEEKDAY.fullmatch(moment.timex)
    return int(found[1]) if found and not moment.text.lower().startswith(("last", "next")) else None
