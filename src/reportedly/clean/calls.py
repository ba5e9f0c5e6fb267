"""Words that call for something: a cue to be looked for, a flag to be raised; each such thing is a bit of a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

MOST = 64  # bits


class Calls:
    """Which words of a line, pairs of words and signs call, and for what; words in small letters."""

    def __init__(self) -> None:
        self.firsts: set[str] = set()  # words of pairs
        self.seconds: set[str] = set()
        self._words: dict[str, int] = {}
        self._pairs: dict[tuple[str, str], int] = {}
        self._signs: dict[str, tuple[re.Pattern[str], int]] = {}
        self._bits = 0

    def by_words(self, words: Iterable[str]) -> int:
        """A new bit that each of these words calls, or two of them in a row ("log in")."""
        bit = self._new()
        for entry in words:
            first, _, second = entry.partition(" ")
            if second:
                self.firsts.add(first)
                self.seconds.add(second)
                self._pairs[first, second] = self.pair(first, second) | bit
            else:
                self._words[first] = self._words.get(first, 0) | bit
        return bit

    def by_sign(self, pattern: str) -> int:
        """The bit that a run without white space calls in which this is found."""
        if pattern not in self._signs:
            self._signs[pattern] = re.compile(pattern), self._new()
        return self._signs[pattern][1]

    def _new(self) -> int:
        if self._bits == MOST:
            raise OverflowError(f"words can call for no more than {MOST} things")
        self._bits += 1
        return 1 << self._bits - 1

    def of(self, run: str, words: Sequence[str]) -> int:
        """What a run without white space calls for, by its words and its signs."""
        bits = sum(bit for sign, bit in self._signs.values() if sign.search(run))
        for word in words:
            bits |= self._words.get(word, 0)
        for first, second in pairwise(words):
            bits |= self.pair(first, second)
        return bits

    def pair(self, first: str, second: str) -> int:
        """What two words in a row call for."""
        return self._pairs.get((first, second), 0)
