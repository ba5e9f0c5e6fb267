"""Stories that became one, and stories that were parted: what more articles, or other rules, changed in their sets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from reportedly.model.record import Record
from reportedly.relate.changes import Change

MERGED = "article by article they likely tell of one event, with what has come"
PARTED = "article by article they no longer likely tell of one event, with what has come"
Home = tuple[str, str]  # id and title of a story


def homes(record: Record) -> dict[str, Home]:
    """The story of each article (id)."""
    return {article: (story.id, story.title) for story in record.stories for article in story.articles}


def regrouped(before: Mapping[str, Home], now: Mapping[str, Home]) -> Iterator[Change]:
    """Stories merged and parted, by the homes of the articles (ids) that stood in both records."""
    formers: defaultdict[Home, Counter[Home]] = defaultdict(Counter)
    parts: defaultdict[Home, Counter[Home]] = defaultdict(Counter)
    for article, home in sorted(now.items()):
        if article in before:
            formers[home][before[article]] += 1
            parts[before[article]][home] += 1
    for (story, title), held in sorted(formers.items()):
        if len(held) > 1:
            yield Change(story, title, "merged", f"{_told(held, ' and ')}: {MERGED}")
    for (story, title), held in sorted(parts.items()):
        if len(held) > 1:
            yield Change(story, title, "parted", f"{_told(held, ', ')}: {PARTED}")


def _told(held: Counter[Home], between: str) -> str:
    return between.join(
        f"“{title}” ({many} {'article' if many == 1 else 'articles'})" for (_, title), many in sorted(held.items())
    )
