"""Undated accounts read with the year of their story."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from newsroom import account

from reportedly.model.mention import Moment
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.relate.dating.anchoring import anchored, story_window

DATED = account("a.txt", "The silo burned down.", published="2031-04-27")
LATER = account("b.txt", "The silo burned down.", published="2031-05-06")


def undated(words: str, timex: str) -> Reading:
    reading = account("c.txt", f"The silo burned down on {words}.")
    start = reading.capture.text.index(words)
    moment = Moment("moment:1", reading.article.id, None, Span(start, start + len(words)), words, timex, None)
    return replace(reading, moments=(moment,))


def test_a_day_without_a_year_takes_the_storys() -> None:
    *_, read = anchored([DATED, LATER, undated("20 April", "XXXX-04-20")])
    (moment,) = read.moments
    assert moment.when is not None
    assert (moment.when.edtf, moment.anchor) == ("2031-04-20", "the story's year")


def test_such_an_account_is_published_after_the_day_it_tells_of() -> None:
    *_, read = anchored([DATED, LATER, undated("20 April", "XXXX-04-20")])
    assert read.article.published is not None
    assert read.article.published.when.earliest == dt.date(2031, 4, 20)
    assert read.article.published.when.latest == dt.date(2031, 5, 21)
    assert read.article.published.evidence[0].text == "20 April"


def test_a_weekday_is_as_wide_as_the_time_in_which_the_story_ran() -> None:
    *_, read = anchored([DATED, LATER, undated("Friday", "XXXX-WXX-5")])
    assert read.moments[0].when is not None
    assert read.moments[0].when.edtf == "2031-04-11/2031-05-16"
    assert read.article.published is not None
    assert read.article.published.when.edtf == "2031-04-16/2031-05-17"  # a month around the dated accounts


def test_a_leap_day_that_is_none_stays_open() -> None:
    *_, read = anchored([DATED, LATER, undated("29 February", "XXXX-02-29")])
    assert read.moments[0].when is None or read.moments[0].when.edtf.endswith("-02-29")


def test_a_story_over_years_settles_nothing() -> None:
    old = account("d.txt", "The silo stands.", published="2019-01-01")
    readings = [DATED, old, undated("20 April", "XXXX-04-20")]
    assert story_window(readings) is None
    assert anchored(readings) == tuple(readings)
