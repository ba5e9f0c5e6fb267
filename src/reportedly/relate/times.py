"""When an answer holds: as of when, else when it was said, else when its article was published."""

from __future__ import annotations

import datetime as dt

from reportedly.grammar.edtf import when
from reportedly.model.article import Article
from reportedly.model.point import Answer
from reportedly.model.when import When


def time_of(answer: Answer, article: Article) -> When | None:
    """The interval in which an answer holds; None where nothing tells, and then it establishes no order."""
    for edtf in (answer.as_of, answer.said):
        if edtf is not None:
            return when(edtf)
    return article.published.when if article.published is not None else None


def comes_after(late: When, early: When) -> bool:
    """Whether one time is the later: it neither begins nor ends before the other, and its middle is a day later.

    Intervals may share days ("published between the 3rd and the 9th", "between the 5th and the 12th"); one that lies
    inside the other is neither earlier nor later. An open end is after only what ends before it begins.
    """
    if early.precedes(late):
        return True
    if not (early.earliest and early.latest and late.earliest and late.latest):
        return False
    begins, ends = (late.earliest - early.earliest).days, (late.latest - early.latest).days
    return begins >= 0 and ends >= 0 and begins + ends >= 2


def middle(time: When | None) -> dt.date | None:
    """The middle day of an interval, of one with an open end its other; None where nothing is known."""
    if time is None or time.earliest is None or time.latest is None:
        return (time.latest or time.earliest) if time is not None else None
    return time.earliest + (time.latest - time.earliest) / 2
