import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.grammar.dates import moments
from reportedly.grammar.edtf import when

WEDNESDAY = when("2031-09-17")


def said(text: str, published: str | None = "2031-09-17") -> list[tuple[str, str, str | None]]:
    found = moments(text, when(published) if published else None)
    return [(text[m.start : m.end], m.timex, m.when.edtf if m.when else None) for m in found]


@pytest.mark.parametrize(
    ("text", "words", "timex", "edtf"),
    [
        ("The ferry sank on 3 Sept. 2031.", "3 Sept. 2031", "2031-09-03", "2031-09-03"),
        ("The ferry sank on September 3rd, 2031.", "September 3rd, 2031", "2031-09-03", "2031-09-03"),
        ("Filed 2031-09-03T14:30Z from the quay.", "2031-09-03T14:30Z", "2031-09-03T14:30Z", "2031-09-03T14:30Z"),
        ("The inquiry opened in March 2030.", "March 2030", "2030-03", "2030-03"),
        ("The law dates from 1994.", "1994", "1994", "1994"),
        ("Fashions of the 1990s returned.", "the 1990s", "199", "1990/1999"),
        ("It was built in the 19th century.", "the 19th century", "18", "1800/1899"),
        ("The quay closed on Monday.", "Monday", "2031-09-15", "2031-09-15"),
        ("The quay will close on Monday.", "Monday", "2031-09-22", "2031-09-22"),
        ("The quay closed last Friday.", "last Friday", "2031-09-12", "2031-09-12"),
        ("They met yesterday.", "yesterday", "2031-09-16", "2031-09-16"),
        ("The road flooded two weeks ago.", "two weeks ago", "2031-W36", "2031-09-01/2031-09-07"),
        ("It opened last October.", "last October", "2030-10", "2030-10"),
        ("Talks are due in June.", "June", "2032-06", "2032-06"),
        ("Talks failed in June.", "June", "2031-06", "2031-06"),
        ("Talks failed last year.", "last year", "2030", "2030"),
        ("The search lasted three days.", "three days", "P3D", None),
        ("The search took 72 hours.", "72 hours", "PT72H", None),
        ("Sales fell in the third quarter of 2029.", "the third quarter of 2029", "2029-Q3", "2029-07/2029-09"),
        ("The pass was shut in the winter of 2028.", "the winter of 2028", "2028-WI", "2028-12/2029-02"),
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1", None),
        ("He was born in 1412 BC.", "1412 BC", "BC1412", None),
        ("The gate opened after about an hour.", "about an hour", "PT1H", None),
        ("By seven this morning the quay was full.", "seven this morning", "2031-09-17T07:00", "2031-09-17T07:00"),
        ("It fell at 3.40 in the morning.", "3.40 in the morning", "2031-09-17T03:40", "2031-09-17T03:40"),
        ("The mill stopped at 2.17 this morning.", "2.17 this morning", "2031-09-17T02:17", "2031-09-17T02:17"),
        ("It was twenty to three when she went.", "twenty to three", "2031-09-17T02:40", "2031-09-17"),
        (
            "She left at half past six in the evening.",
            "half past six in the evening",
            "2031-09-17T18:30",
            "2031-09-17T18:30",
        ),
        ("It crossed at 8 minutes to 11 pm.", "8 minutes to 11 pm", "2031-09-17T22:52", "2031-09-17T22:52"),
        ("It was eleven-forty at night.", "eleven-forty at night", "2031-09-17T23:40", "2031-09-17T23:40"),
        ("An overnight flood took the bridge.", "overnight", "2031-09-17TNI", "2031-09-16/2031-09-17"),
        ("It burned on the night of 3 May.", "the night of 3 May", "2031-05-03TNI", "2031-05-03"),
        ("They wrote on the 9th.", "the 9th", "2031-09-09", "2031-09-09"),
        ("They wrote on the 23rd.", "the 23rd", "2031-08-23", "2031-08-23"),
        ("It sank on Saturday the sixteenth.", "Saturday the sixteenth", "2031-08-16", "2031-08-16"),
        ("It sank on Tuesday, the first such loss in years.", "Tuesday", "2031-09-16", "2031-09-16"),
        ("The mill closes by the end of March 2032.", "the end of March 2032", "2032-03", "2032-03-24/2032-03-31"),
        ("The mill closed in late March 2031.", "late March 2031", "2031-03", "2031-03-21/2031-03-31"),
        ("It sank on the twenty-ninth of August.", "the twenty-ninth of August", "2031-08-29", "2031-08-29"),
        ("The mill burned on Thursday, October 10.", "Thursday, October 10", "2030-10-10", "2030-10-10"),
        ("They met on 29 February.", "29 February", "2028-02-29", "2028-02-29"),
        ("Recalled since 05/08/2031.", "05/08/2031", "2031-08-05", "2031-08-05"),
        (
            "It was the 80th anniversary of the end of World War II.",
            "the 80th anniversary of the end of World War II",
            "2025",
            "2025",
        ),
        (
            "on the twentieth anniversary of the September 11 attacks",
            "the twentieth anniversary of the September 11 attacks",
            "2021-09-11",
            "2021-09-11",
        ),
        (
            "Seit dem 3. Oktober is all he wrote; der 5 octobre 2030 was hers.",
            "5 octobre 2030",
            "2030-10-05",
            "2030-10-05",
        ),
    ],
)
def test_says_when(text: str, words: str, timex: str, edtf: str | None) -> None:
    assert (words, timex, edtf) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "She flew in from Rio de Janeiro with him.",
        "He may march.",
        "Some 1500 people came.",
        "Flight MH17 left.",
        "The price rose 3 percent.",
        "Ask her in a second.",
        "Ten to twenty people came, five to ten of them on foot.",
        "On the tenth anniversary of the mill they sang.",
        "It won in the 9th race; the 3rd of them fell.",
    ],
)
def test_finds_no_time_where_none_is(text: str) -> None:
    assert said(text) == []


def test_a_wide_day_of_publication_keeps_the_answer_wide() -> None:
    found = moments("The bridge fell on Monday.", when("2031-09-17/2031-09-23"))
    assert [(m.timex, m.when.edtf if m.when else None) for m in found] == [("2031-09-XX", "2031-09-15/2031-09-22")]


def test_a_wide_day_that_changes_nothing_stays_exact() -> None:
    found = moments("The bridge fell on Monday.", when("2031-09-16/2031-09-18"))
    assert [m.when.edtf for m in found if m.when] == ["2031-09-15"]


def test_later_counts_from_the_date_before_it() -> None:
    assert said("The dam broke on 3 May 2029. Two days later the valley was empty.")[1][1:] == (
        "2029-05-05",
        "2029-05-05",
    )


def test_without_publication_the_text_dates_itself() -> None:
    found = said("In 1911 the mine opened. In June it flooded.", None)
    assert [f[1] for f in found] == ["1911", "1911-06"]


def test_an_authors_slip_is_kept() -> None:
    """A treaty of "June 2030" and the months after it stand side by side, each as its words have it."""
    found = said("They signed in June 2030. In August the first ship came.")
    assert [f[1] for f in found] == ["2030-06", "2031-08"]


def test_no_day_that_does_not_exist() -> None:
    assert all(m.when is None for m in moments("on 31 June 2031 and at 25:00", WEDNESDAY) if m.kind == "time")


WORDS = [
    *(
        "last",
        "the",
        "next",
        "Monday",
        "May",
        "5",
        "31",
        "1994",
        "week",
        "ago",
        "two",
        "a",
        "of",
        "-",
        ",",
        ".",
        "year",
    ),
    *("later", "June", "'98", "1990s", "3rd", "century", "half", "p.m", "10:30", "GMT", "every", "end", "BC", "0000"),
    *(
        "past",
        "this",
        "that",
        "first",
        "quarter",
        "spring",
        "night",
        "noon",
        "/",
        "(",
        "2031-09-17",
        "9/11/2001",
        "\n\n",
    ),
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=25),
    st.dates(min_value=dt.date(1, 1, 1)),
    st.integers(0, 4000),
)
def test_any_words_against_any_day(words: list[str], day: dt.date, width: int) -> None:
    text = " ".join(words)
    try:
        last = day + dt.timedelta(days=width)
    except OverflowError:
        last = day
    found = moments(text, when(f"{day.isoformat()}/{last.isoformat()}"))
    end = 0
    for match in found:
        assert end <= match.start < match.end <= len(text)
        end = match.end
        if match.when:
            assert when(match.when.edtf).earliest == match.when.earliest


def test_news_with_no_day_of_its_own_was_written_after_the_latest_date_it_tells_of() -> None:
    text = (
        "The treaty was signed in June 2029. The minister said on Monday that the mill, shut last October, will open."
    )
    assert said(text, None) == [
        ("June 2029", "2029-06", "2029-06"),
        ("Monday", "XXXX-WXX-1", "2029-05-28/.."),
        ("last October", "XXXX-10", "2028-10-01/.."),
    ]


def test_a_date_to_come_does_not_tell_when_news_was_written() -> None:
    assert said("She said on Monday that the bridge will open in 2041.", None)[0] == ("Monday", "XXXX-WXX-1", None)


def test_a_history_goes_from_date_to_date() -> None:
    text = (
        "On 3 May 1841 the siege began, on 3 June 1841 the wall fell, on 9 July 1841 the town. In August the last ship "
        "left; on a Monday it sank."
    )
    assert ("August", "1841-08", "1841-08") in said(text, None)


@pytest.mark.parametrize(
    ("published", "edtf"), [("2031-09-03/..", "2031-09-01/.."), ("../2031-09-17", "../2031-09-15")]
)
def test_where_the_interval_of_publication_is_open_the_answer_is(published: str, edtf: str) -> None:
    assert said("The quay closed on Monday.", published) == [("Monday", "XXXX-WXX-1", edtf)]


@pytest.mark.parametrize("words", ["last week", "this month", "next year", "Monday", "yesterday", "April 3", "6 p.m."])
def test_a_time_stands_at_one_place_whenever_it_was_published(words: str) -> None:
    text = f"The harbour was shut {words} after the storm."
    places = {tuple((m.start, m.end) for m in moments(text, anchor)) for anchor in (None, WEDNESDAY, when("2031/.."))}
    assert len(places) == 1 and text[slice(*min(min(places)))] == words


def test_what_speaks_against_a_date_is_noted_beside_it() -> None:
    (found,) = moments("The mill burned on Monday, 10 June 2020.", WEDNESDAY)
    assert found.when == when("2020-06-10")
    assert found.anchor == "published 2031-09-17; 2020-06-10 is a Wednesday"


def test_a_month_after_an_explicit_year_keeps_its_nearest_year_and_the_doubt() -> None:
    _, found = moments("The treaty was signed in June 2029. In August they left.", WEDNESDAY)
    assert found.when == when("2031-08")
    assert found.anchor == "published 2031-09-17; 2029-08 if it counts from 2029-06 before it"
