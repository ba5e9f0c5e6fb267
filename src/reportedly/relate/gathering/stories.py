"""Articles to stories: each with those that it is most like, by telling words and nearness in time.

In a small set everything is compared with everything: whoever brings a folder mostly brings one event, and accounts of
one event are chained by likeness even where two of them have little in common. In a large one likeness first parts the
articles into fields, which nothing joins; the stories of a field are then found in it alone, by average likeness. So
an article more changes the stories of its field and no others. No order of reading matters.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from reportedly.model.ids import content_id
from reportedly.model.reading import Reading
from reportedly.model.story import Story
from reportedly.relate.gathering.averaging import averaged
from reportedly.relate.gathering.gists import Gist, gist, likenesses
from reportedly.relate.gathering.profiles import Profile, counted, profiles
from reportedly.relate.union import Union

FIELD = 0.2  # likeness of two articles that brings them into one field
ONE_STORY = 0.18  # mean likeness of two sets of articles from which they tell one story
FAINT = 0.06  # likeness below which two articles have nothing in common
SMALL = 100  # articles
CHAINED = 0.05  # likeness of two articles (cosine) that chains them, in a small set
MOST, STRAY = 0.75, 0.025  # share of a small set that is one story; then likeness from which the rest belong to it


def find_stories(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """The stories of all readings, each in the readings' order, by their first article."""
    groups = cluster([counted(reading) for reading in readings], [day_of(reading) for reading in readings])
    return tuple(story_of([readings[number] for number in group]) for group in groups)


def cluster(counts: Sequence[Counter[str]], days: Sequence[int | None]) -> list[list[int]]:
    """Numbers of the articles that tell one story, from weighed word counts and days (ordinals; None: unknown)."""
    if len(counts) <= SMALL:
        return _chained(profiles(counts))
    gists = [gist(each, day) for each, day in zip(counts, days, strict=True)]
    found = (parted(field, [gists[number] for number in field]) for field in fields(gists))
    return sorted(group for groups in found for group in groups)


def fields(gists: Sequence[Gist]) -> list[tuple[int, ...]]:
    """Sets of articles such that no two of different sets are alike."""
    union = Union(range(len(gists)))
    for one, other, _ in likenesses(gists, FIELD):
        union.join(one, other)
    return union.sets()


def parted(numbers: Sequence[int], field: Sequence[Gist]) -> list[list[int]]:
    """The stories of one field, whose articles bear these numbers."""
    groups = averaged(len(field), likenesses(field, FAINT), ONE_STORY)
    return [[numbers[place] for place in group] for group in groups]


def _chained(vectors: Sequence[Profile]) -> list[list[int]]:
    likeness = {pair: _cosine(vectors[pair[0]], vectors[pair[1]]) for pair in combinations(range(len(vectors)), 2)}
    union = Union(range(len(vectors)))
    for (one, other), alike in likeness.items():
        if alike >= CHAINED:
            union.join(one, other)
    main = max(union.sets(), key=len, default=())
    if len(main) >= MOST * len(vectors):
        for (one, other), alike in likeness.items():
            if alike >= STRAY and (one in main) != (other in main):
                union.join(one, other)
    return sorted(list(held) for held in union.sets())


def _cosine(one: Profile, other: Profile) -> float:
    return math.fsum(weight * other[word] for word, weight in one.items() if word in other)


def day_of(reading: Reading) -> int | None:
    """The last day on which it can have been published, as an ordinal; None where that is open."""
    published = reading.article.published
    day: dt.date | None = published.when.latest if published is not None else None
    return day.toordinal() if day is not None else None


def story_of(readings: Sequence[Reading]) -> Story:
    """The story that some readings tell, in the record's order."""
    articles = tuple(reading.article.id for reading in readings)
    titles = [reading.article.title.text for reading in readings if reading.article.title is not None]
    return Story(story_id(articles), titles[0] if titles else "", articles)


def story_id(articles: Iterable[str]) -> str:
    """The id of the story that these articles (ids) tell."""
    return content_id("story", min(articles))
