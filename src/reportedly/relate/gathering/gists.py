"""What an article is about in a few hundred bytes, and how like two of them are, days considered.

A gist depends on its article alone, and a likeness on its two articles: whatever else a record holds, they stay. The
weights are whole numbers, so that a sum of products is the same in whatever order it was added up.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reportedly.relate.gathering.profiles import telling

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

ONE = 4096  # the length of a gist
FRESH = 2  # days between two articles that change nothing
FADES = 20.0  # days: how slowly what happened becomes another story
FORGOTTEN = 60  # days after which nothing is one story

_WORTH = np.array([1.0 if gap <= FRESH else math.exp(-(gap**2) / (2 * FADES**2)) for gap in range(FORGOTTEN)] + [0.0])


@dataclass(frozen=True, slots=True, eq=False)
class Gist:
    """The telling words of an article, hashed, with their weights (of `ONE`), and its day (ordinal; None: unknown)."""

    words: Ints
    weights: Ints
    day: int | None


def gist(counts: Counter[str], day: int | None) -> Gist:
    """The gist of weighed counts of words."""
    profile = telling(counts)
    weights = np.array([round(ONE * weight) for weight in profile.values()], dtype=np.int64)
    return Gist(np.array([_hashed(word) for word in profile], dtype=np.int64), weights, day)


@lru_cache(maxsize=65_536)
def _hashed(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big", signed=True)


def likenesses(
    gists: Sequence[Gist], least: float, asked: Iterable[int] | None = None
) -> Iterator[tuple[int, int, float]]:
    """Pairs of articles (numbers) that are at least so alike (0..1), each once; of `asked` articles alone, if given."""
    shelf = _Shelf(gists)
    wanted = set(range(len(gists)) if asked is None else asked)
    for number in sorted(wanted):
        for other, alike in shelf.near(number, least):
            if not (other in wanted and other < number):
                yield min(number, other), max(number, other), alike


def likeness(product: int, one: int | None, other: int | None) -> float:
    """How like two articles are whose gists have this product and which are of these days (ordinals; None: unknown)."""
    gap = 0 if one is None or other is None else min(abs(one - other), FORGOTTEN)
    return float(np.float64(product) / (ONE * ONE) * _WORTH[gap])


class _Shelf:
    """Gists in order of days, undated ones last, their words in one row."""

    def __init__(self, gists: Sequence[Gist]) -> None:
        self._order = sorted(range(len(gists)), key=lambda n: (gists[n].day is None, gists[n].day or 0, n))
        self._place = {number: place for place, number in enumerate(self._order)}
        held = [gists[number] for number in self._order]
        nothing = np.zeros(0, dtype=np.int64)
        known, codes = np.unique(np.concatenate([nothing, *(each.words for each in held)]), return_inverse=True)
        self._codes: Ints = codes.astype(np.int64)
        self._weights: Ints = np.concatenate([nothing, *(each.weights for each in held)])
        self._starts: Ints = np.cumsum([0, *(len(each.words) for each in held)])
        self._owners: Ints = np.repeat(np.arange(len(held)), np.diff(self._starts))
        self._days: Ints = np.array([each.day for each in held if each.day is not None], dtype=np.int64)
        self._asked: Ints = np.zeros(len(known), dtype=np.int64)

    def near(self, number: int, least: float) -> Iterator[tuple[int, float]]:
        """The articles that are at least so like this one, itself left out."""
        place = self._place[number]
        mine = slice(self._starts[place], self._starts[place + 1])
        self._asked[self._codes[mine]] = self._weights[mine]
        for first, last in self._reach(place):
            alike = self._alike(first, last) * self._worth(place, first, last)
            for at in np.flatnonzero(alike >= least):
                if first + at != place:
                    yield self._order[first + at], float(alike[at])
        self._asked[self._codes[mine]] = 0

    def _reach(self, place: int) -> tuple[tuple[int, int], ...]:
        """The places of articles that are not too far in time: dated ones, then the undated."""
        dated, every = len(self._days), len(self._order)
        if place >= dated:
            return ((0, every),)
        first, last = np.searchsorted(self._days, (self._days[place] - FORGOTTEN + 1, self._days[place] + FORGOTTEN))
        return (int(first), int(last)), (dated, every)

    def _alike(self, first: int, last: int) -> Floats:
        held = slice(self._starts[first], self._starts[last])
        products = self._asked[self._codes[held]] * self._weights[held]
        found = np.bincount(self._owners[held] - first, weights=products, minlength=last - first)
        return np.asarray(found, dtype=np.float64) / (ONE * ONE)

    def _worth(self, place: int, first: int, last: int) -> Floats:
        dated = len(self._days)
        if place >= dated or first >= dated:
            return np.ones(last - first)
        gaps = np.minimum(np.abs(self._days[first:last] - self._days[place]), FORGOTTEN)
        found: Floats = _WORTH[gaps]
        return found
