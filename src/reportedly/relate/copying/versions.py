"""Captures of one page: the same canonical address. A version is never another origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.model.reading import Reading


def with_versions(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, each later capture of a page pointing to the first one obtained."""
    pages: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.article.canonical is not None:
            pages[reading.article.canonical].append(reading)
    first = {page: min(kept, key=_age).article.id for page, kept in pages.items()}
    return tuple(_pointing(reading, first) for reading in readings)


def _age(reading: Reading) -> tuple[str, str]:
    return reading.capture.captured or "9999", reading.capture.id


def _pointing(reading: Reading, first: dict[str, str]) -> Reading:
    original = first.get(reading.article.canonical or "")
    if original is None or original == reading.article.id:
        return reading
    return replace(reading, article=replace(reading.article, version_of=original))
