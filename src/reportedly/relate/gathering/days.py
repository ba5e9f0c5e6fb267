"""The day of an article, and the day of which its lead tells."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from reportedly.model.article import STORY
from reportedly.model.reading import Reading
from reportedly.vocabulary import table

LEAD = 800  # code points in which an article says when what it tells of happened
WEEK = 7


def day_of(reading: Reading) -> int | None:
    """The last day on which it can have been published, as an ordinal; None where that is open."""
    published = reading.article.published
    day: dt.date | None = published.when.latest if published is not None else None
    return day.toordinal() if day is not None else None


def happened(reading: Reading) -> int | None:
    """The day of which its lead tells (ordinal); None where it names none, or the day of publication is not known."""
    published = reading.article.published
    if published is None or published.when.latest is None or published.when.earliest != published.when.latest:
        return None
    text, lead = reading.capture.text, ""
    for block in reading.article.blocks:
        if block.kind in STORY and block.kind != "title" and len(lead) < LEAD:
            lead += block.span.of(text)[:LEAD] + "\n"
    return told_day(lead, published.when.latest.toordinal())


def told_day(lead: str, day: int) -> int | None:
    """The last such day (ordinal) up to this one as the first weekday that a lead names."""
    found = _weekday().search(lead[:LEAD])
    if found is None:
        return None
    weekday: int = table("dates")["weekday"]["names"][found.group().lower()]
    return day - (dt.date.fromordinal(day).weekday() - weekday) % WEEK


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('dates')['weekday']['names'])})\b", re.IGNORECASE)
