"""Articles to stories: each joins the story that it is most like, by telling words and nearness in time.

In a small set everything is compared with everything: whoever brings a folder mostly brings one event, and accounts of
one event are chained by likeness even where two of them have little in common. In a large one the articles are taken
in order of time, so that a story is known by what was told of it before; then stories that came apart are joined
again. No order of reading matters.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from reportedly.model.ids import content_id
from reportedly.model.reading import Reading
from reportedly.model.story import Story
from reportedly.relate.profiles import Profile, counted, profiles
from reportedly.relate.union import Union

SMALL = 100  # articles
CHAINED = 0.05  # likeness of two articles (cosine) that chains them, in a small set
MOST, STRAY = 0.75, 0.025  # share of a small set that is one story; then likeness from which the rest belong to it
JOINS = 0.16  # likeness to a story (cosine) from which an article is part of it
REPAIRS = 0.2  # likeness of two stories from which they are one
FRESH = 2  # days without news that change nothing
FADES = 20.0  # days: how slowly a story goes stale
CROWD = 300  # stories: a word in more of them tells nothing


@dataclass(slots=True)
class _Cluster:
    members: list[int] = field(default_factory=list)
    total: Counter[str] = field(default_factory=Counter)
    last: int | None = None
    square: float = 0.0  # of the length of `total`

    @property
    def length(self) -> float:
        return math.sqrt(self.square) or 1.0


def find_stories(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """The stories of all readings, each in the readings' order, by their first article."""
    groups = cluster([counted(reading) for reading in readings], [_day(reading) for reading in readings])
    return tuple(_story([readings[number] for number in group]) for group in groups)


def cluster(counts: Sequence[Counter[str]], days: Sequence[int | None]) -> list[list[int]]:
    """Numbers of the articles that tell one story, from weighed word counts and days (ordinals; None: unknown)."""
    vectors = profiles(counts)
    if len(vectors) <= SMALL:
        return _chained(vectors)
    online = _Online(vectors, days)
    for number in sorted(range(len(vectors)), key=lambda n: (days[n] is None, days[n] or 0, n)):
        online.take(number)
    online.repair()
    return sorted(sorted(c.members) for c in online.clusters if c.members)


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


@dataclass(slots=True)
class _Online:
    vectors: Sequence[Profile]
    days: Sequence[int | None]
    clusters: list[_Cluster] = field(default_factory=list)
    postings: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def take(self, number: int) -> None:
        """Put an article into the story that it is most like, or begin a new one."""
        best, likeness = self._nearest(self.vectors[number], self.days[number])
        if best is None or likeness < JOINS:
            self.clusters.append(_Cluster())
            best = len(self.clusters) - 1
        self._add(best, [number])

    def repair(self) -> None:
        """Join stories that are alike as wholes; the younger goes into the older."""
        for at in range(len(self.clusters) - 1, 0, -1):
            mine = self.clusters[at]
            length = mine.length
            whole = {word: weight / length for word, weight in mine.total.items()}
            best, likeness = self._nearest(whole, mine.last, before=at)
            if best is not None and likeness >= REPAIRS:
                self._add(best, mine.members)
                self.clusters[at] = _Cluster()

    def _nearest(self, vector: Profile, day: int | None, before: int | None = None) -> tuple[int | None, float]:
        scores: defaultdict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            posting = self.postings.get(word, set())
            if len(posting) <= CROWD:
                for at in posting:
                    if before is None or at < before:
                        scores[at] += weight * self.clusters[at].total[word]
        rated = ((self._aged(score / self.clusters[at].length, at, day), -at) for at, score in scores.items())
        likeness, at = max(rated, default=(0.0, 1))
        return (-at, likeness) if at <= 0 else (None, 0.0)

    def _aged(self, likeness: float, at: int, day: int | None) -> float:
        last = self.clusters[at].last
        gap = abs(day - last) if day is not None and last is not None else 0
        return likeness * math.exp(-(gap**2) / (2 * FADES**2)) if gap > FRESH else likeness

    def _add(self, at: int, numbers: Sequence[int]) -> None:
        held = self.clusters[at]
        for number in numbers:
            held.members.append(number)
            vector = self.vectors[number]
            held.square += 1.0 + 2 * math.fsum(weight * held.total[word] for word, weight in vector.items())
            held.total.update(vector)
            day = self.days[number]
            if day is not None:
                held.last = day if held.last is None else max(held.last, day)
            for word in self.vectors[number]:
                self.postings[word].add(at)


def _day(reading: Reading) -> int | None:
    published = reading.article.published
    day: dt.date | None = published.when.latest if published is not None else None
    return day.toordinal() if day is not None else None


def _story(readings: Sequence[Reading]) -> Story:
    articles = tuple(reading.article.id for reading in readings)
    titles = [reading.article.title.text for reading in readings if reading.article.title is not None]
    return Story(content_id("story", min(articles)), titles[0] if titles else "", articles)
