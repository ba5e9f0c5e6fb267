"""What the characters of a text are, looked up for all of them at once, and the words that they make up as numbers.

A word's number is a polynomial hash of its small letters: the same word has the same number in every text, and two
words share one about as often as two random numbers of 64 bits do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

KEPT = 0x3000  # code points of which it is known what they are; others are asked one by one
MARKS = 16  # lowest bits: those of signs
JOINED, WORD, ALONE, CAPITAL, SMALL, LARGE = (1 << MARKS + n for n in range(6))  # a capital behind a small letter, …
KINDS = ((WORD, r"[\w’'-]"), (ALONE, "©"), (SMALL, "[a-z]"), (LARGE, "[A-Z]"))  # `ALONE` is a word by itself
LONGEST = 65_536  # code points of one line that are looked at, and about as many at a time
FACTOR = 0x9E3779B97F4A7C15  # odd: the golden ratio's 64 bits
Numbers = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]


class Words(NamedTuple):
    """The words of some lines: where each starts and ends, its number, and the bits of its first character."""

    starts: Numbers
    ends: Numbers
    numbers: Hashes
    heads: npt.NDArray[np.int32]


class Characters:
    """Knows each character's bits, `signs` (patterns of one character) among them, and its small letter."""

    def __init__(self, signs: Sequence[tuple[re.Pattern[str], int]] = ()) -> None:
        self._signs = (*[(re.compile(pattern), bit) for bit, pattern in KINDS], *signs)
        known = "".join(map(chr, range(KEPT)))
        self._bits = np.array([CAPITAL * letter.isupper() for letter in known], np.int32)
        for sign, bit in self._signs:
            for found in sign.finditer(known):
                self._bits[found.start()] |= bit
        self._small = np.array([_small(letter) for letter in known], np.uint64)
        powers = np.full(2 * LONGEST + 2, FACTOR, np.uint64)
        self._powers = np.multiply.accumulate(powers)
        powers[1:], powers[0] = pow(FACTOR, -1, 2**64), 1  # one power behind, so that a first letter tells in all bits
        self._roots = np.multiply.accumulate(powers)

    def __call__(self, text: str) -> tuple[npt.NDArray[np.int32], Hashes]:
        """The bits and the small letter of every character; no more than two of the longest lines."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.int32)
        bits, small = self._bits.take(codes, mode="clip"), self._small.take(codes, mode="clip")
        if not text.isascii() and codes.max() >= KEPT:
            for place in np.flatnonzero(codes >= KEPT).tolist():
                bits[place], small[place] = self._of(text[place]), _small(text[place])
        bits[1:] |= (bits[1:] & bits[:-1] << 1 & LARGE) // (LARGE // JOINED)
        return bits, small

    def _of(self, letter: str) -> int:
        return CAPITAL * letter.isupper() | sum(bit for sign, bit in self._signs if sign.match(letter))

    def words(self, bits: npt.NDArray[np.int32], small: Hashes) -> Words:
        """The words of a text, which begins and ends with none."""
        kinds = bits & (WORD | ALONE)
        edges = np.flatnonzero(kinds[1:] != kinds[:-1]) + 1
        held = np.flatnonzero(kinds.take(edges))
        starts = edges.take(held)
        ends = edges.take(held + 1)
        sums = (small * self._powers[: len(small)]).cumsum()
        numbers = (sums.take(ends - 1) - sums.take(starts - 1)) * self._roots.take(starts)
        return Words(starts, ends, numbers, bits.take(starts))


def _small(letter: str) -> int:
    small = letter.lower()
    return ord(small if len(small) == 1 else letter)
