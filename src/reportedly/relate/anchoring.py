"""Undated accounts of a dated story: the year that the other accounts settle, and what that says of publication.

A text that says "20 April" and nowhere which year is read with the year of its story, if all dated accounts of the
story lie within one year. An undated account is then published not before the latest such day that it tells of in the
past, and as news within `NEWS` days of it: an interval, with that day as its evidence, never a day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.grammar.edtf import between, when
from reportedly.model.article import Evidence, Publication
from reportedly.model.mention import Moment
from reportedly.model.reading import Reading
from reportedly.model.when import When

YEARLESS = re.compile(r"XXXX-(\d\d(?:-\d\d)?)")
HALF_A_YEAR = dt.timedelta(days=183)
NEWS = dt.timedelta(days=31)
WEEK = dt.timedelta(days=7)


def anchored(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of one story, its undated accounts read with the story's year."""
    window = story_window(readings)
    if window is None:
        return tuple(readings)
    return tuple(r if r.article.published is not None else _anchored(r, *window) for r in readings)


def story_window(readings: Sequence[Reading]) -> tuple[dt.date, dt.date] | None:
    """From the first to the last day on which dated accounts were published; None if that is more than a year."""
    known = [r.article.published.when for r in readings if r.article.published is not None]
    days = [day for w in known if w.days is not None and w.days <= NEWS.days for day in (w.earliest, w.latest) if day]
    if not days or max(days) - min(days) > 2 * HALF_A_YEAR:
        return None
    return min(days), max(days)


def _anchored(reading: Reading, first: dt.date, last: dt.date) -> Reading:
    middle = first + (last - first) / 2
    moments = tuple(_dated(moment, middle) for moment in reading.moments)
    published = _published(moments, first, last)
    article = replace(reading.article, published=published) if published is not None else reading.article
    return replace(reading, moments=moments, article=article)


def _dated(moment: Moment, middle: dt.date) -> Moment:
    """The moment with the year that brings it nearest to the story; unchanged where it lacks more than the year."""
    found = YEARLESS.fullmatch(moment.timex)
    if moment.when is not None or found is None:
        return moment
    near = [w for year in (middle.year - 1, middle.year, middle.year + 1) if (w := _day(year, found.group(1)))]
    best = min(near, key=lambda w: abs((w.earliest or middle) - middle), default=None)
    if best is None or best.earliest is None or abs(best.earliest - middle) > HALF_A_YEAR:
        return moment
    return replace(moment, timex=best.edtf, when=best, anchor="the story's year")


def _day(year: int, rest: str) -> When | None:
    try:
        return when(f"{year:04}-{rest}")
    except ValueError:  # 29 February of a common year
        return None


def _published(moments: Sequence[Moment], first: dt.date, last: dt.date) -> Publication | None:
    """Not before the latest day told of, and within `NEWS` of it; with no such day, while the story ran."""
    told = [(day, m) for m in moments if (day := _single_day(m)) and first - NEWS <= day <= last + WEEK]
    if told:
        day, moment = max(told, key=lambda pair: (pair[0], pair[1].span))
        evidence = Evidence("mention", "mention", moment.text, moment.span, day.isoformat())
        return Publication(between(day, day + NEWS), (evidence,))
    if last - first > NEWS:
        return None
    ran = between(first, last)
    return Publication(ran, (Evidence("mention", "publication", "the dated accounts of its story", None, ran.edtf),))


def _single_day(moment: Moment) -> dt.date | None:
    return moment.when.earliest if moment.when is not None and moment.when.days == 1 else None
