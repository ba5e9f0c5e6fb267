"""Articles about one unfolding event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """One event as its articles tell it; `articles` are ids."""

    id: str
    title: str
    articles: tuple[str, ...]
