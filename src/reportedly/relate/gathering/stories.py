"""Articles to stories: each with those that most likely tell of the same event.

In a small set everything is compared with everything: whoever brings a folder mostly brings one event, and accounts of
one event are chained by likeness even where two of them have little in common. In a large one likelihood first parts
the articles into fields, which nothing joins; the stories of a field are then found in it alone, by mean likelihood.
So an article more changes the stories of its field and no others. No order of reading matters.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, combinations

from reportedly.grammar.one_line import one_line
from reportedly.grammar.sentence_end import sentence_end
from reportedly.model.ids import content_id
from reportedly.model.reading import Reading
from reportedly.model.story import Story
from reportedly.relate.gathering.averaging import averaged
from reportedly.relate.gathering.days import day_of, happened
from reportedly.relate.gathering.gists import Gist, gist
from reportedly.relate.gathering.profiles import Counted, Profile, counted, profiles
from reportedly.relate.gathering.shelf import Pair, likenesses
from reportedly.relate.union import Union

FIELD = 0.5  # likelihood that two articles tell one story which brings them into one field
ONE_STORY = 0.35  # mean likelihood of two sets of articles from which they tell one story
SLIGHT = 0.02  # likelihood below which two articles count as nothing alike
SMALL = 100  # articles
CHAINED = 0.05  # likeness of two articles (cosine) that chains them, in a small set
OPENING = 300  # code points: a longer first sentence is no title
MOST, STRAY = 0.75, 0.025  # share of a small set that is one story; then likeness from which the rest belong to it


def find_stories(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """The stories of all readings, each in the readings' order, by their first article."""
    counts = [counted(reading) for reading in readings]
    days = [(day_of(reading), happened(reading)) for reading in readings]
    return tuple(story_of([readings[number] for number in group]) for group in cluster(counts, days))


def cluster(counts: Sequence[Counted], days: Sequence[tuple[int | None, int | None]]) -> list[list[int]]:
    """Numbers of the articles that tell one story, from counted words and their days, and those that they tell of."""
    if len(counts) <= SMALL:
        return _chained(profiles([each.weighed for each in counts]))
    gists = [gist(each, *both) for each, both in zip(counts, days, strict=True)]
    return sorted(group for _, groups in sorted_out(gists) for group in groups)


def sorted_out(gists: Sequence[Gist]) -> list[tuple[tuple[int, ...], list[list[int]]]]:
    """The fields of articles (numbers), each with its stories."""
    return told_apart(len(gists), list(likenesses(gists, SLIGHT)))


def told_apart(many: int, pairs: Sequence[Pair]) -> list[tuple[tuple[int, ...], list[list[int]]]]:
    """The fields of so many articles, each with its stories, by how likely each pair tells one."""
    found = _fields(many, pairs)
    home = {number: at for at, field in enumerate(found) for number in field}
    inside: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if home[pair[0]] == home[pair[1]]:
            inside[home[pair[0]]].append(pair)
    return [(field, _stories(field, inside[at])) for at, field in enumerate(found)]


def fields(gists: Sequence[Gist]) -> list[tuple[int, ...]]:
    """Sets of articles such that no two of different sets are likely to tell one story."""
    return _fields(len(gists), likenesses(gists, FIELD))


def _fields(many: int, pairs: Iterable[Pair]) -> list[tuple[int, ...]]:
    union = Union(range(many))
    for one, other, alike in pairs:
        if alike >= FIELD:
            union.join(one, other)
    return union.sets()


def parted(numbers: Sequence[int], field: Sequence[Gist]) -> list[list[int]]:
    """The stories of one field, whose articles bear these numbers."""
    pairs = likenesses(field, SLIGHT) if len(field) > 1 else ()
    return _stories(numbers, ((numbers[one], numbers[other], alike) for one, other, alike in pairs))


def _stories(numbers: Sequence[int], pairs: Iterable[Pair]) -> list[list[int]]:
    place = {number: at for at, number in enumerate(numbers)}
    inside = ((place[one], place[other], alike) for one, other, alike in pairs)
    return [[numbers[at] for at in group] for group in averaged(len(numbers), inside, ONE_STORY)]


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


def story_of(readings: Sequence[Reading]) -> Story:
    """The story that some readings tell, in the record's order.

    It is called by the first of their titles; where none has one, as the first of their stories begins.
    """
    articles = tuple(reading.article.id for reading in readings)
    titles = (reading.article.title.text for reading in readings if reading.article.title is not None)
    named = story_id((day_of(reading), reading.article.id) for reading in readings)
    return Story(named, next(chain(titles, map(_begins, readings)), ""), articles)


def _begins(reading: Reading) -> str:
    """The first sentence of an article's story; nothing where it has none."""
    bodies = (block.span.of(reading.capture.text) for block in reading.article.blocks if block.kind == "body")
    begun = next(bodies, "")[:OPENING]
    end = sentence_end(r"\n+").search(begun)
    return one_line(begun[: end.start() + 1] if end is not None else begun)


def story_id(articles: Iterable[tuple[int | None, str]]) -> str:
    """The id of the story that articles of these days (ordinals; None: unknown) tell: by the earliest of them.

    So a story that grows by later articles keeps its id, in whatever order they come.
    """
    return content_id("story", min((day is None, day or 0, article) for day, article in articles)[-1])
