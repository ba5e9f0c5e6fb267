"""Likeness of two texts by runs of four words, as article-extraction benchmarks measure it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

WORD = re.compile(r"\w+")
RUN = 4  # words


@dataclass(frozen=True, slots=True)
class Likeness:
    """Precision, recall (None where there is nothing to find) and F1 of one page."""

    precision: float | None
    recall: float | None
    f1: float


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """How often each run of words occurs; a text of fewer words is one run."""
    words = WORD.findall(text)
    return Counter(tuple(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1)) if words)


def likeness(wanted: str, found: str) -> Likeness:
    """How much of `wanted` stands in `found`, and the other way round."""
    one, two = shingles(wanted), shingles(found)
    both = (one & two).total()
    extra, missed = two.total() - both, one.total() - both
    return Likeness(
        both / (both + extra) if both + extra else None,
        both / (both + missed) if both + missed else None,
        2 * both / (2 * both + extra + missed) if both + extra + missed else 1.0,
    )


def overall(pages: Iterable[Likeness]) -> float:
    """F1 of the mean precision and the mean recall."""
    known = list(pages)
    precision = _mean(page.precision for page in known)
    recall = _mean(page.recall for page in known)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _mean(values: Iterable[float | None]) -> float:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0
