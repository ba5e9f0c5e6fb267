"""Articles to stories."""

from __future__ import annotations

from collections import Counter

from newsroom import account

from reportedly.relate.gathering.stories import SMALL, cluster, find_stories

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


def test_no_articles_no_stories() -> None:
    assert find_stories([]) == ()


def test_a_large_set_is_told_apart_by_words_and_time() -> None:
    counts = [Counter({f"name{n // 3}": 5, f"town{n // 3}": 3, f"word{n}": 1}) for n in range(SMALL + 20)]
    groups = cluster(counts, [730_000 + n // 3 for n in range(len(counts))])
    assert groups == [list(range(n, min(n + 3, len(counts)))) for n in range(0, len(counts), 3)]


def test_a_story_goes_stale() -> None:
    counts = [Counter({"name": 5, "town": 3}) for _ in range(2)]
    filler = [Counter({f"other{n}": 5, f"place{n}": 3}) for n in range(SMALL)]
    days = [730_000, 731_000, *(730_000 for _ in filler)]
    assert [0] in cluster(counts + filler, days)
