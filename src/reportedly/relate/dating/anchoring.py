"""Undated accounts of a dated story: the year that the other accounts settle, and what that says of publication.

A text that says "20 April" and nowhere which year is read with the year of its story, if all dated accounts of the
story lie within one year. When it was itself published is then asked of `undated.py`, and what it says of times that
count from then ("on Monday") is read once more against that.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.moments import read_against
from reportedly.grammar.edtf import when
from reportedly.model.mention import Moment
from reportedly.model.reading import Reading
from reportedly.model.when import When
from reportedly.relate.dating.shared_days import dated_by_others
from reportedly.relate.dating.undated import NEWS, Surroundings

YEARLESS = re.compile(r"XXXX-(\d\d(?:-\d\d)?)")
HALF_A_YEAR = dt.timedelta(days=183)


def anchored(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of one story, its undated accounts read with the story's year."""
    window = story_window(readings)
    if window is None:
        return tuple(readings)
    around = Surroundings([r for r in readings if r.article.published is not None], *window)
    return dated_by_others([r if r.article.published is not None else _anchored(r, around) for r in readings])


def story_window(readings: Sequence[Reading]) -> tuple[dt.date, dt.date] | None:
    """From the first to the last day on which dated accounts were published; None if that is more than a year."""
    known = [r.article.published.when for r in readings if r.article.published is not None]
    days = [day for w in known if w.days is not None and w.days <= NEWS.days for day in (w.earliest, w.latest) if day]
    if not days or max(days) - min(days) > 2 * HALF_A_YEAR:
        return None
    return min(days), max(days)


def _anchored(reading: Reading, around: Surroundings) -> Reading:
    moments = tuple(_dated(moment, around.middle) for moment in reading.moments)
    published = around.published(replace(reading, moments=moments))
    if published is None:
        return replace(reading, moments=moments)
    dated = replace(reading, article=replace(reading.article, published=published))
    pairs = zip(moments, read_against(dated, published.when), strict=True)
    return replace(dated, moments=tuple(one if one.when and one.when.days == 1 else other for one, other in pairs))


def _settled(moment: Moment) -> bool:
    """Whether both ends of a moment are known."""
    return moment.when is not None and moment.when.days is not None


def _dated(moment: Moment, middle: dt.date) -> Moment:
    """The moment with the year that brings it nearest to the story; unchanged where it lacks more than the year."""
    found = YEARLESS.fullmatch(moment.timex)
    if found is None or _settled(moment):
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
