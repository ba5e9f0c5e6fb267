"""Words that call for something: a cue to be looked for, a flag to be raised; each such thing is a bit of a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

MOST = 63  # bits


def plain(run: str) -> bool:
    """Whether it is letters alone, of which none behind the first is a capital: what no sign is found in."""
    return run.isalpha() and (len(run) == 1 or run[1:].islower())


class Calls:
    """Which words of a line, pairs of words and signs call, and for what; words in small letters."""

    def __init__(self) -> None:
        self.firsts: dict[str, int] = {}  # words of pairs, numbered from 1
        self.seconds: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._pairs: dict[tuple[str, str], int] = {}
        self._signs: dict[str, tuple[re.Pattern[str], int]] = {}
        self._any: re.Pattern[str] | None = None  # any of the signs
        self._bits = 0

    def by_words(self, words: Iterable[str]) -> int:
        """A new bit that each of these words calls, or two of them in a row ("log in")."""
        bit = self._new()
        for entry in words:
            first, _, second = entry.partition(" ")
            if second:
                self.firsts.setdefault(first, len(self.firsts) + 1)
                self.seconds.setdefault(second, len(self.seconds) + 1)
                self._pairs[first, second] = self.pair(first, second) | bit
            else:
                self._words[first] = self._words.get(first, 0) | bit
        return bit

    def by_sign(self, pattern: str) -> int:
        """The bit that a run without white space calls in which this is found."""
        if pattern not in self._signs:
            self._any = None
            self._signs[pattern] = re.compile(pattern), self._new()
        return self._signs[pattern][1]

    def _new(self) -> int:
        if self._bits == MOST:
            raise OverflowError(f"words can call for no more than {MOST} things")
        self._bits += 1
        return 1 << self._bits - 1

    def of(self, run: str, words: Sequence[str]) -> int:
        """What a run without white space calls for, by its words and its signs."""
        bits = 0 if plain(run) else self._signed(run)
        for word in words:
            bits |= self._words.get(word, 0)
        if len(words) > 1:
            for first, second in pairwise(words):
                bits |= self.pair(first, second)
        return bits

    def _signed(self, run: str) -> int:
        """The signs in a run; one search tells that it has none."""
        if self._any is None:
            self._any = re.compile("|".join(f"(?:{pattern})" for pattern in self._signs))
        if not self._any.search(run):
            return 0
        return sum([bit for sign, bit in self._signs.values() if sign.search(run)])

    def pairs(self) -> npt.NDArray[np.int64]:
        """What the words of each pair call for, by the numbers of the first and of the second."""
        called = np.zeros((len(self.firsts) + 1, len(self.seconds) + 1), np.int64)
        for (first, second), bits in self._pairs.items():
            called[self.firsts[first], self.seconds[second]] = bits
        return called

    def pair(self, first: str, second: str) -> int:
        """What two words in a row call for."""
        return self._pairs.get((first, second), 0)
