"""What the words of a page's lines add up to.

The same runs of characters come in line after line, so each is looked at once; what they are is then summed over all
lines of a page in one go.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.clean.calls import Calls
from reportedly.vocabulary import table

WORD = re.compile(r"[\w’'-]+|©")
LONGER = 5  # letters of a word that says what a text is about
MOST = 65_536  # words that are remembered before all are forgotten
LETTERS = 4_000_000  # code points of them, which only mangled texts reach
ROOM = 4_096  # words for which there is room at first
COUNTS, CALLS, OPENS, CLOSES, TOPIC, COLUMNS = 4, 4, 5, 6, 7, 8  # of what is known of a run; the counts stand first
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
        at = np.fromiter(map(known.__getitem__, chain.from_iterable(runs)), np.int64, ends[-1])
        seen = known.table().take(at, 0)
        starts = ends - sizes
        counts: list[list[int]] = np.add.reduceat(seen[:, :COUNTS], starts).tolist()
        pairs = known.pairs(seen, ends)
        calls: list[int] = np.bitwise_or.reduceat(seen[:, CALLS] | pairs, starts).tolist()
        lines = [Counted._make((*row, bits)) for row, bits in zip(counts, calls, strict=True)]
        return PageWords(lines, self._topics(at, seen[:, TOPIC], np.arange(len(texts)).repeat(sizes)))

    def _topics(self, at: Numbers, topics: Numbers, line: Numbers) -> Numbers:
        """The longer words with their lines, each word once a line, in order of the words."""
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
        self._numbers: dict[str, int] = {}  # of longer words
        self.several: dict[int, list[int]] = {}  # the longer words of a run that holds more than one
        self._fresh: list[tuple[int, ...]] = []  # rows that the table does not hold yet
        self._pairs = calls.pairs()
        self._rows = np.zeros((ROOM, COLUMNS), np.int64)
        self._size = self._letters = 0

    def __missing__(self, run: str) -> int:
        number = self[run] = len(self)
        self._letters += len(run)
        words = [run] if run.isalpha() else WORD.findall(run)
        small = [word.lower() for word in words]
        first, last = (small[0], small[-1]) if small else ("", "")
        self._fresh.append((
            len(words),
            sum([word in self._function for word in small]),
            sum([word[0].isupper() for word in words]),
            sum([word in self._address for word in small]),
            self._calls.of(run, small),
            self._calls.firsts.get(last, 0),
            self._calls.seconds.get(first, 0),
            self._topic(number, [word for word in small if len(word) >= LONGER]),
        ))  # fmt: skip
        return number

    def _topic(self, number: int, longer: Sequence[str]) -> int:
        """The longer word of a run, 0 for none, -1 for several, which are kept."""
        topics = [self._numbers.setdefault(word, len(self._numbers) + 1) for word in longer]
        if len(topics) > 1:
            self.several[number] = topics
            return -1
        return topics[0] if topics else 0

    def table(self) -> Numbers:
        """What each run is, a row a run."""
        if self._fresh:
            size = self._size + len(self._fresh)
            while size > len(self._rows):
                self._rows = np.concatenate((self._rows, np.zeros_like(self._rows)))
            self._rows[self._size : size] = self._fresh
            self._size = size
            self._fresh.clear()
        return self._rows

    def pairs(self, seen: Numbers, ends: Numbers) -> Numbers:
        """What each run calls for together with the one after it in its line."""
        bits = np.zeros(len(seen), np.int64)
        bits[:-1] = self._pairs[seen[:-1, OPENS], seen[1:, CLOSES]]
        bits[ends - 1] = 0
        return bits

    def make_room(self) -> None:
        """Forget all when there is much."""
        if len(self) > MOST or self._letters > LETTERS:
            for known in (self, self._numbers, self.several):
                known.clear()
            self._size = self._letters = 0
