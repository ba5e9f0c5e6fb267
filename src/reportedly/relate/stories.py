"""Articles to stories: each joins the story that it is most like, by telling words and nearness in time.

In a small set everything is compared with everything: whoever brings a folder mostly brings one event, and accounts of
one event are chained by likeness even where two of them have little in common. In a large one the articles are taken
in order of time, so that a story is known by what was told of it before; then stories that came apart are joined
again, and each article is asked once more where it belongs. No order of reading matters.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from reportedly.model.ids import content_id
from reportedly.model.reading import Reading
from reportedly.model.story import Story
from reportedly.relate.profiles import Profile, counted, profiles
from reportedly.relate.shelf import Shelf
from reportedly.relate.union import Union

SMALL = 100  # articles
CHAINED = 0.05  # likeness of two articles (cosine) that chains them, in a small set
MOST, STRAY = 0.75, 0.025  # share of a small set that is one story; then likeness from which the rest belong to it


def find_stories(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """The stories of all readings, each in the readings' order, by their first article."""
    groups = cluster([counted(reading) for reading in readings], [_day(reading) for reading in readings])
    return tuple(_story([readings[number] for number in group]) for group in groups)


def cluster(counts: Sequence[Counter[str]], days: Sequence[int | None]) -> list[list[int]]:
    """Numbers of the articles that tell one story, from weighed word counts and days (ordinals; None: unknown)."""
    vectors = profiles(counts)
    if len(vectors) <= SMALL:
        return _chained(vectors)
    shelf = Shelf(vectors, days)
    order = sorted(range(len(vectors)), key=lambda n: (days[n] is None, days[n] or 0, n))
    for number in order:
        shelf.take(number)
    shelf.repair()
    for number in order:
        shelf.reconsider(number)
    return shelf.groups()


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


def _day(reading: Reading) -> int | None:
    published = reading.article.published
    day: dt.date | None = published.when.latest if published is not None else None
    return day.toordinal() if day is not None else None


def _story(readings: Sequence[Reading]) -> Story:
    articles = tuple(reading.article.id for reading in readings)
    titles = [reading.article.title.text for reading in readings if reading.article.title is not None]
    return Story(content_id("story", min(articles)), titles[0] if titles else "", articles)
