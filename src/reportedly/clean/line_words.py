"""What the words of a page's lines add up to.

The same runs of characters come in line after line, so each is looked at once; what they are is then summed over all
lines of a page in one go.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.clean.calls import Calls
from reportedly.vocabulary import table

WORD = re.compile(r"[\w’'-]+|©")
LONGER = 5  # letters of a word that says what a text is about
MOST = 65_536  # words that are remembered before all are forgotten
ROOM = 4_096  # words for which there is room at first
NO_KIN = 5  # of a line that has no longer words
HALF, LOWER = 32, 0xFFFF_FFFF  # of a number that holds a word and its line
Numbers = npt.NDArray[np.int64]


class Counted(NamedTuple):
    """How many words a line has, how many of them are function words, begin with a capital, or speak to the reader.

    `calls` are the bits that its words call for.
    """

    words: int
    function: int
    capitals: int
    address: int
    calls: int


class PageWords:
    """The words of a page: `lines` tells what those of each line add up to."""

    def __init__(self, lines: list[Counted], topics: Numbers) -> None:
        self.lines = lines
        self._topics = topics

    def kinship(self, told: Sequence[bool]) -> list[int]:
        """How many of a line's longer words another line that is `told` holds too, in quarters, or `NO_KIN`."""
        size = len(self.lines)
        word, line = self._topics >> HALF, self._topics & LOWER
        number = _changes(word).cumsum()
        tells = np.array(told)[line]
        tellers = np.bincount(number[tells], minlength=len(word) + 1)
        shared = np.bincount(line[tellers[number] > tells], minlength=size)
        longer = np.bincount(line, minlength=size)
        return [4 * held // of if of else NO_KIN for held, of in zip(shared.tolist(), longer.tolist(), strict=True)]


class LineWords:
    """Counts the words of lines, and finds what they call for."""

    def __init__(self, calls: Calls) -> None:
        self._known = _Known(calls)

    def __call__(self, texts: Sequence[str]) -> PageWords:
        """What the words of each text add up to; every text holds more than white space."""
        known = self._known
        known.make_room()
        runs = [text.split() for text in texts]
        sizes = np.array(list(map(len, runs)))
        ends = sizes.cumsum()
        starts = ends - sizes
        at = np.fromiter(map(known.__getitem__, chain.from_iterable(runs)), np.int64, ends[-1])
        counts: list[tuple[int, int, int, int]] = np.add.reduceat(known.counts.take(at, 0), starts).tolist()
        calls = np.bitwise_or.reduceat(known.calls.take(at), starts).tolist()
        for n, pair in known.pairs(at, ends):
            calls[bisect(ends, n)] |= pair
        lines = [Counted(*row, bits) for row, bits in zip(counts, calls, strict=True)]
        return PageWords(lines, self._topics(at, np.arange(len(texts)).repeat(sizes)))

    def _topics(self, at: Numbers, line: Numbers) -> Numbers:
        """The longer words with their lines, each word once a line, in order of the words."""
        topics = self._known.topics.take(at)
        several = np.flatnonzero(topics < 0).tolist()
        single = topics > 0
        found = topics[single] << HALF | line[single]
        if several:
            more = [topic << HALF | line[n] for n in several for topic in self._known.several[int(at[n])]]
            found = np.concatenate((found, more))
        found.sort()
        return found[_changes(found)]


def _changes(ordered: Numbers) -> npt.NDArray[np.bool_]:
    """Where a value stands that differs from the one before it."""
    changes = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=changes[1:])
    return changes


class _Known(dict[str, int]):
    """The number of each run of characters between white space, and what its words are."""

    def __init__(self, calls: Calls) -> None:
        super().__init__()
        self._calls = calls
        lists = table("lines")
        self._function = frozenset(lists["function"]["words"].split())
        self._address = frozenset(lists["address"]["words"].split())
        self._ends: list[tuple[str, str]] = []  # first and last word of each run, in small letters
        self._numbers: dict[str, int] = {}  # of longer words
        self.several: dict[int, list[int]] = {}  # the longer words of a run that holds more than one
        self.counts = np.zeros((ROOM, 4), np.int64)
        self.calls = np.zeros(ROOM, np.uint64)
        self.opens = np.zeros(ROOM, np.bool_)  # whether a pair may begin with its last word
        self.closes = np.zeros(ROOM, np.bool_)  # whether one may end with its first
        self.topics = np.zeros(ROOM, np.int64)  # its longer word, 0 for none, -1 for several

    def __missing__(self, run: str) -> int:
        number = self[run] = len(self._ends)
        words = WORD.findall(run)
        small = [word.lower() for word in words]
        if number == len(self.calls):
            self._grow()
        self.counts[number] = (
            len(words),
            sum(map(self._function.__contains__, small)),
            sum(word[0].isupper() for word in words),
            sum(map(self._address.__contains__, small)),
        )
        self.calls[number] = self._calls.of(run, small)
        self._ends.append((small[0], small[-1]) if small else ("", ""))
        self.opens[number] = bool(small) and small[-1] in self._calls.firsts
        self.closes[number] = bool(small) and small[0] in self._calls.seconds
        longer = [self._numbers.setdefault(word, len(self._numbers) + 1) for word in small if len(word) >= LONGER]
        self.topics[number] = longer[0] if len(longer) == 1 else -bool(longer)
        if len(longer) > 1:
            self.several[number] = longer
        return number

    def pairs(self, at: Numbers, ends: Numbers) -> Iterator[tuple[int, int]]:
        """Where the last word of a run and the first of the one after it, in a line, call for something together."""
        likely = self.opens.take(at[:-1]) & self.closes.take(at[1:])
        likely[ends[:-1] - 1] = False
        here = np.flatnonzero(likely)
        for n, run, after in zip(here.tolist(), at[here].tolist(), at[here + 1].tolist(), strict=True):
            yield n, self._calls.pair(self._ends[run][1], self._ends[after][0])

    def _grow(self) -> None:
        for name in ("counts", "calls", "opens", "closes", "topics"):
            rows = getattr(self, name)
            setattr(self, name, np.concatenate((rows, np.zeros_like(rows))))

    def make_room(self) -> None:
        """Forget all when there is much."""
        if len(self) > MOST:
            for known in (self, self._ends, self._numbers, self.several):
                known.clear()
