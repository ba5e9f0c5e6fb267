"""Articles to stories."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from newsroom import account

from reportedly.model.span import Words
from reportedly.relate.gathering.days import happened, told_day
from reportedly.relate.gathering.profiles import Counted
from reportedly.relate.gathering.stories import SMALL, cluster, find_stories, story_of
from reportedly.relate.terms import little_words

BARGE = "The grain barge Sigrun went down off Vellhaven on Monday, the harbour master Oddny Falk said."
BARGE_LATER = "Divers from Vellhaven have reached the wreck of the Sigrun, according to Falk."
CHEESE = "A court at Dornbach ruled on Tuesday that Maurer may call its cheese Dornbacher, the dairy guild said."


def test_one_event_is_one_story_and_another_event_another() -> None:
    readings = [account("a", BARGE), account("b", CHEESE), account("c", BARGE_LATER)]
    stories = find_stories(readings)
    assert [story.articles for story in stories] == [
        (readings[0].article.id, readings[2].article.id),
        (readings[1].article.id,),
    ]


def test_a_story_without_a_title_is_called_as_its_first_article_begins() -> None:
    (story,) = find_stories([account("a", f"{BARGE} Nobody was hurt."), account("c", BARGE_LATER)])
    assert story.title == BARGE.removesuffix(".")


def test_a_story_is_called_by_the_first_title_that_it_has() -> None:
    plain, titled = account("a", BARGE), account("c", BARGE_LATER)
    titled = replace(titled, article=replace(titled.article, title=Words.at(0, 6, titled.capture.text)))
    assert story_of([plain, titled]).title == "Divers"


def test_no_articles_no_stories() -> None:
    assert find_stories([]) == ()


def told(*words: str, title: str = "") -> Counted:
    counts = Counted()
    counts.add(title, title=True)
    counts.add(" ".join(f"of {word}" for word in words))
    return counts


def day(number: int) -> tuple[int, None]:
    return number, None


def test_a_large_set_is_told_apart_by_words_and_time() -> None:
    counts = [told(f"Name{n // 3}", f"Town{n // 3}", f"word{n}") for n in range(SMALL + 20)]
    groups = cluster(counts, [day(730_000 + n // 3) for n in range(len(counts))])
    assert groups == [list(range(n, min(n + 3, len(counts)))) for n in range(0, len(counts), 3)]


def test_a_story_goes_stale() -> None:
    counts = [told("Name", "Town") for _ in range(2)]
    filler = [told(f"Other{n}", f"Place{n}") for n in range(SMALL)]
    days = [day(730_000), day(731_000), *(day(730_000) for _ in filler)]
    assert [0] in cluster(counts + filler, days)


def test_what_is_told_in_the_same_words_of_others_is_another_story() -> None:
    told_alike = ("burglars", "forced", "shutter", "jeweller", "fled", "scooter", "dawn", "alarm")
    counts = [told(*told_alike, f"Street{n}", f"Jeweller{n}", f"Officer{n}") for n in range(SMALL + 1)]
    assert len(cluster(counts, [day(730_000)] * len(counts))) == len(counts)


def test_capitals_of_a_title_make_no_names() -> None:
    counts = told("Vellhaven", "wreck", title="Divers Reach Wreck Off Vellhaven")
    assert counts.names == {"vellhaven"}
    assert counts.title == {"divers", "reach", "wreck", "off", "vellhaven"} - little_words()
    assert {"divers", "wreck"} <= set(counts.others)


MONDAY = dt.date(2024, 3, 11).toordinal()


@pytest.mark.parametrize(
    ("lead", "told_of"),
    [
        ("The barge sank on Saturday, a day after it was repaired.", MONDAY - 2),
        ("The barge sank on MONDAY.", MONDAY),
        ("The barge sank.", None),
        ("A mondaylike mood." + " It sank." * 100 + " On Friday.", None),
    ],
)
def test_a_lead_tells_of_the_last_such_day(lead: str, told_of: int | None) -> None:
    assert told_day(lead, MONDAY) == told_of


def test_a_lead_tells_of_no_day_where_publication_is_open() -> None:
    dated, open_ = account("a", BARGE, published="2024-03-12"), account("b", BARGE)
    assert (happened(dated), happened(open_)) == (MONDAY, None)


def test_a_story_that_grows_by_later_articles_keeps_its_id() -> None:
    first = account("m", BARGE, published="2024-03-12")
    later = [account(f"a{n}", BARGE_LATER, published=f"2024-03-{14 + n}") for n in range(9)]
    undated = account("b", BARGE_LATER)
    named = {story_of(held).id for held in ([first], [first, *later], [undated, *later[::-1], first])}
    assert len(named) == 1
    assert story_of([undated]).id != story_of([first]).id
