"""Words that call for something: a cue to be looked for, a flag to be raised; each such thing is a bit of a number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.clean.characters import JOINED, MARKS

MOST = 63  # bits


class Calls:
    """Which words of a line, pairs of words and signs call, and for what; words in small letters."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self.pairs: dict[tuple[str, str], int] = {}
        self.signs: dict[str, tuple[re.Pattern[str], int]] = {}
        self._bit = 2 * JOINED

    def by_words(self, words: Iterable[str]) -> int:
        """A new bit that each of these words calls, or two of them in a row ("log in")."""
        bit, self._bit = self._bit, 2 * self._bit
        if bit.bit_length() > MOST:
            raise OverflowError(f"words can call for no more than {MOST - JOINED.bit_length()} things")
        for entry in words:
            first, _, second = entry.partition(" ")
            if second:
                self.pairs[first, second] = self.pairs.get((first, second), 0) | bit
            else:
                self.words[first] = self.words.get(first, 0) | bit
        return bit

    def by_sign(self, pattern: str) -> int:
        """The bit that a line calls which holds a character that this is found in."""
        if pattern not in self.signs:
            if len(self.signs) == MARKS:
                raise OverflowError(f"there can be no more than {MARKS} signs")
            self.signs[pattern] = re.compile(pattern), 1 << len(self.signs)
        return self.signs[pattern][1]
