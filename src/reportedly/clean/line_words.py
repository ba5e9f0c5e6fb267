"""What the words of a page's lines add up to, found for all lines of a page in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.clean.calls import Calls
from reportedly.clean.characters import CAPITAL, FACTOR, JOINED, LONGEST, Characters, Hashes, Numbers, Words
from reportedly.vocabulary import table

LONGER = 5  # letters of a word that says what a text is about
NO_KIN = 5  # of a line that has no longer words
PACKED = 21  # bits of each of the counts that are summed as one number
COUNT = (1 << PACKED) - 1
CAPITALS = 2 * PACKED - CAPITAL.bit_length() + 1  # how far a capital's bit is moved to be counted
PAGE = np.uint64(0xD1B54A32D192ED03)  # what parts the same word of one page from that of the next
LINE = np.uint64((1 << 24) - 1)  # those of a number that tell the line, in one of a word and its line


class PageWords(NamedTuple):
    """What each line has: words, function words, capitals that begin one, words to its reader, and what they call."""

    words: Numbers
    function: Numbers
    address: Numbers
    capitals: Numbers
    calls: Numbers
    topics: Hashes  # longer words with their lines, each word once a line, in order of the words

    def columns(self) -> list[list[int]]:
        """All but the topics, as lists."""
        return [column.tolist() for column in self[:-1]]

    def kinship(self, told: Sequence[bool]) -> list[int]:
        """How many of a line's longer words another line that is `told` holds too, in quarters, or `NO_KIN`."""
        size = len(self.words)
        line = (self.topics & LINE).astype(np.int64)
        number = _changes(self.topics & ~LINE).cumsum()
        tells = np.array(told).take(line)
        tellers = np.bincount(number[tells], minlength=len(line) + 1)
        shared = np.bincount(line[tellers.take(number) > tells], minlength=size)
        longer = np.bincount(line, minlength=size)
        return [4 * held // of if of else NO_KIN for held, of in zip(shared.tolist(), longer.tolist(), strict=True)]


class LineWords:
    """Counts the words of lines, and finds what they call for."""

    def __init__(self, calls: Calls) -> None:
        self._characters = Characters(tuple(calls.signs.values()))
        lists = table("lines")
        function, address = (set(lists[name]["words"].split()) for name in ("function", "address"))
        known = sorted({*function, *address, *calls.words, *chain(*calls.pairs)})
        numbers = self._characters.words(*self._characters("\n".join(["", *known, ""]))).numbers
        counts = [(word in function) | (word in address) << PACKED for word in known]
        self._numbers = np.concatenate((numbers, (2**64 - 1,)), dtype=np.uint64)  # the last row is of all other words
        self._slots = _Slots(numbers)
        self._counts = np.array([*counts, 0])
        self._calls = np.array([*(calls.words.get(word, 0) for word in known), 0])
        self._firsts, self._seconds = np.zeros((2, len(known) + 1), np.bool_)
        self._pairs = {(known.index(first), known.index(second)): bits for (first, second), bits in calls.pairs.items()}
        for first, second in self._pairs:
            self._firsts[first] = self._seconds[second] = True

    def __call__(self, texts: Sequence[str], sizes: Sequence[int] = ()) -> PageWords:
        """What the words of each text add up to; of very long ones only the beginning is looked at.

        The texts are the lines of one page, or of several that have so many lines each, and are no kin of each other.
        """
        page = np.arange(len(sizes), dtype=np.uint64).repeat(sizes) if sizes else np.zeros(len(texts), np.uint64)
        parts = [self._summed(part, first, page) for part, first in _portions(texts)]
        whole = parts[0] if len(parts) == 1 else PageWords(*map(np.concatenate, zip(*parts, strict=True)))
        whole.topics.sort()
        return whole._replace(topics=whole.topics[_changes(whole.topics)])

    def _summed(self, texts: Sequence[str], number: int, pages: Hashes) -> PageWords:
        """What the words of some lines add up to, given the number of the first; topics are not in order yet."""
        text = "\n".join(["", *texts, ""])
        bits, small = self._characters(text)
        words = self._characters.words(bits, small)
        ends = np.array([*map(len, texts)])
        ends += 1
        begins = ends.cumsum()
        begins -= ends
        begins += 1
        first = words.starts.searchsorted(begins)
        counts = np.concatenate((first[1:], (len(words.starts),))) - first
        known = self._known(words.numbers)
        packed = self._counts.take(known)
        packed[:-1] += (words.heads & CAPITAL).astype(np.int64) << CAPITALS
        calls = self._calls.take(known)
        self._call_pairs(calls, known[:-1], words, first, text)
        packed, calls = np.add.reduceat(packed, first), np.bitwise_or.reduceat(calls, first)
        if not counts.all():
            packed, calls = packed * (counts > 0), calls * (counts > 0)
        calls |= np.bitwise_or.reduceat(bits, begins) & (2 * JOINED - 1)
        long = (words.ends - words.starts >= LONGER).nonzero()[0]
        line = np.arange(number, number + len(texts)).repeat(counts).take(long)
        topics = (words.numbers.take(long) + pages.take(line) * PAGE) & ~LINE | line.astype(np.uint64)
        of = (packed & COUNT, packed >> PACKED & COUNT, packed >> 2 * PACKED)
        return PageWords(np.asarray(counts, np.int64), *of, calls, np.asarray(topics, np.uint64))

    def _known(self, numbers: Hashes) -> Numbers:
        """The places of words in the table, the last one for those that it does not hold, and for one word more."""
        at = np.full(len(numbers) + 1, len(self._numbers) - 1)
        at[:-1] = self._slots(numbers)
        at[:-1][self._numbers.take(at[:-1]) != numbers] = len(self._numbers) - 1
        return at

    def _call_pairs(self, calls: Numbers, known: Numbers, words: Words, first: Numbers, text: str) -> None:
        """Add what words call for together with the one after it in their line: no more than one gap between them."""
        for n in (self._firsts.take(known[:-1]) & self._seconds.take(known[1:])).nonzero()[0].tolist():
            bits = self._pairs.get((known[n], known[n + 1]), 0)
            between = text[words.ends[n] : words.starts[n + 1]] if bits else ""
            if bits and len(f".{between}.".split()) <= 2 and n + 1 not in first.tolist():
                calls[n] |= bits


class _Slots:
    """A table that holds the places of some numbers, each in the slot that the highest bits of a product tell.

    The factor is tried out until no two numbers share a slot: about one in fifty parts them all.
    """

    def __init__(self, numbers: Hashes) -> None:
        bits = max(8, 2 * len(numbers).bit_length() - 4)
        self._shift, factor = np.uint64(64 - bits), FACTOR
        while len(np.unique(at := numbers * np.uint64(factor) >> self._shift)) < len(numbers):
            factor = (factor * FACTOR + 2) % 2**64
        self._factor = np.uint64(factor)
        self._places = np.full(1 << bits, len(numbers), np.int32)
        self._places[at] = np.arange(len(numbers))

    def __call__(self, numbers: Hashes) -> npt.NDArray[np.int32]:
        """The place where each number may be, if it is one of them."""
        return self._places.take(numbers * self._factor >> self._shift)


def _portions(texts: Sequence[str]) -> Iterator[tuple[Sequence[str], int]]:
    """Lines about as many at a time as one long line may hold, with the number of the first."""
    if sum(map(len, texts)) + len(texts) <= LONGEST:
        yield texts, 0
        return
    first, size = 0, 0
    short = [text[:LONGEST] for text in texts]
    for n, text in enumerate(short):
        if size + len(text) + 1 > LONGEST and n > first:
            yield short[first:n], first
            first, size = n, 0
        size += len(text) + 1
    yield short[first:], first


def _changes(ordered: Hashes) -> npt.NDArray[np.bool_]:
    """Where a value stands that differs from the one before it."""
    changes = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=changes[1:])
    return changes
