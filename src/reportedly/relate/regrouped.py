"""Stories that became one, and stories that were parted: what more articles, or other rules, changed in their sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from reportedly.model.change import ChangeKind
from reportedly.model.record import Record
from reportedly.relate.changes import Change

MERGED = "article by article they likely tell of one event, with what has come"
PARTED = "article by article they no longer likely tell of one event, with what has come"
Home = tuple[str, str]  # id and title of a story
Shared = tuple[Home, Home, int]  # a story, one of the other record, and how many articles are in both


def homes(record: Record) -> dict[str, Home]:
    """The story of each article (id)."""
    return {article: (story.id, story.title) for story in record.stories for article in story.articles}


def regrouped(before: Mapping[str, Home], now: Mapping[str, Home]) -> Iterator[Change]:
    """Stories merged and parted, by the homes of the articles (ids) that stood in both records."""
    both = Counter((now[article], before[article]) for article in now if article in before)
    yield from merged((new, old, many) for (new, old), many in sorted(both.items()))
    yield from parted(sorted((old, new, many) for (new, old), many in both.items()))


def merged(shared: Iterable[Shared]) -> Iterator[Change]:
    """The stories that several earlier ones became: each with each that it shares articles with, in order."""
    return _several(shared, "merged", " and ", MERGED)


def parted(shared: Iterable[Shared]) -> Iterator[Change]:
    """The earlier stories that became several: each with each that it shares articles with now, in order."""
    return _several(shared, "parted", ", ", PARTED)


def _several(shared: Iterable[Shared], kind: ChangeKind, between: str, why: str) -> Iterator[Change]:
    for (story, title), of_one in groupby(shared, itemgetter(0)):
        others = [(other, many) for _, other, many in of_one]
        if len(others) > 1:
            yield Change(story, title, kind, f"{_told(others, between)}: {why}")


def _told(others: Iterable[tuple[Home, int]], between: str) -> str:
    return between.join(f"“{title}” ({many} {'article' if many == 1 else 'articles'})" for (_, title), many in others)
