"""Articles to stories."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model.ids import content_id
from reportedly.model.reading import Reading
from reportedly.model.story import Story


def find_stories(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """One story for all that can be read."""
    articles = tuple(reading.article.id for reading in readings)
    if not articles:
        return ()
    titles = [r.article.title.text for r in readings if r.article.title is not None]
    return (Story(content_id("story", min(articles)), titles[0] if titles else "", articles),)
