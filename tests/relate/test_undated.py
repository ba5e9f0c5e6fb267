"""When an undated account of a dated story was published."""

from __future__ import annotations

from dataclasses import replace

from newsroom import account

from reportedly.grammar.edtf import when
from reportedly.model.mention import Moment
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.relate.dating.anchoring import anchored


def telling(name: str, text: str, published: str | None, **days: str) -> Reading:
    """An account; `days` are its words for times (underscores for spaces) with their TIMEX3 values."""
    reading = account(name, text, published=published) if published else account(name, text)
    moments = []
    for words, timex in days.items():
        start = text.index(words.replace("_", " "))
        span = Span(start, start + len(words))
        known = when(timex) if "X" not in timex else None
        moments.append(Moment(f"moment:{words}", reading.article.id, None, span, span.of(text), timex, known))
    return replace(reading, moments=tuple(moments))


SATURDAY = telling("a.txt", "The mill burned on 26 April.", "2031-04-28", **{"26_April": "2031-04-26"})  # a Saturday
MONDAY = telling("b.txt", "Its owner spoke on 28 April.", "2031-04-29", **{"28_April": "2031-04-28"})  # a Monday


def published(*readings: Reading) -> str | None:
    known = anchored(readings)[-1].article.published
    return known.when.edtf if known else None


def test_weekdays_that_the_dated_accounts_tell_of_in_one_week_date_an_account() -> None:
    news = "The owner confirmed Monday what the mayor had said on Saturday."
    reading = telling("c.txt", news, None, Monday="XXXX-WXX-1", Saturday="XXXX-WXX-6")
    assert published(SATURDAY, MONDAY, reading) == "2031-04-28/2031-04-30"


def test_two_such_weeks_show_nothing() -> None:
    """Then the account has the month in which the story ran."""
    later = telling(
        "d.txt", "They met on 3 May and 5 May.", "2031-05-05", **{"3_May": "2031-05-03", "5_May": "2031-05-05"}
    )
    reading = telling("c.txt", "Monday and Saturday passed.", None, Monday="XXXX-WXX-1", Saturday="XXXX-WXX-6")
    assert published(SATURDAY, MONDAY, later, reading) == "2031-04-16/2031-05-17"


def test_one_weekday_alone_says_no_more_than_that_the_account_is_news() -> None:
    """It has the month around the dated accounts then, with the weekday as its evidence."""
    reading = telling("c.txt", "It was Monday.", None, Monday="XXXX-WXX-1")
    *_, read = anchored([SATURDAY, MONDAY, reading])
    assert read.article.published is not None
    assert read.article.published.when.edtf == "2031-04-13/2031-05-14"
    assert [piece.text for piece in read.article.published.evidence] == ["Monday"]


def test_an_account_that_speaks_of_no_near_day_is_not_dated_by_the_others() -> None:
    assert published(SATURDAY, MONDAY, account("c.txt", "Nine of you asked which mill it was.")) is None


def test_dated_accounts_far_apart_date_no_other() -> None:
    old = account("o.txt", "The mill stands.", published="2030-12-20")
    reading = telling("c.txt", "The mill burned yesterday.", None)
    assert published(SATURDAY, MONDAY, old, reading) is None
