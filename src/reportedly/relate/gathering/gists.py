"""What an article is about in a thousand bytes.

A gist depends on its article alone: whatever else a record holds, it stays. The weights are whole numbers, so that a
sum of products is the same in whatever order it was added up.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reportedly.relate.gathering.profiles import Counted, Profile, plainly_telling, shares, telling

Ints = NDArray[np.int64]

ONE = 4096  # the length of a gist, and the whole of a title


@dataclass(frozen=True, slots=True, eq=False)
class Gist:
    """The telling words of an article, hashed, with what each weighs among all, among those that name nothing, and in
    the title (of `ONE`); the day of the article and that of which its lead tells (ordinals; None: unknown)."""

    words: Ints
    weights: Ints
    plain: Ints
    title: Ints
    day: int | None
    happened: int | None = None


def gist(counts: Counted, day: int | None, happened: int | None = None) -> Gist:
    """The gist of counted words."""
    kinds = telling(counts.weighed), plainly_telling(counts), shares(counts.title)
    words = list(dict.fromkeys(word for kind in kinds for word in kind))
    hashed = np.array([_hashed(word) for word in words], dtype=np.int64)
    weights, plain, title = (_weights(kind, words) for kind in kinds)
    return Gist(hashed, weights, plain, title, day, happened)


def _weights(kind: Profile, words: list[str]) -> Ints:
    return np.array([round(ONE * kind.get(word, 0.0)) for word in words], dtype=np.int64)


@lru_cache(maxsize=65_536)
def _hashed(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big", signed=True)
