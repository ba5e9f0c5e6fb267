"""Where two texts have the same words, in order: runs of equal words, and what stands between two runs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from operator import attrgetter

from reportedly.model.span import Span
from reportedly.relate.copying.shingles import Worded

LEAST = 4  # words in a run that shows copying; shorter ones are how English goes
LONG = 8  # words in a run that no two writers come to by themselves
GAP = 8  # words between two runs that may have been changed while the passage was copied


@dataclass(frozen=True, slots=True)
class Run:
    """`length` equal words, from word `here` of the one text and word `there` of the other."""

    here: int
    there: int
    length: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The runs that two story texts share, in their order."""

    here: Worded
    there: Worded
    runs: tuple[Run, ...]

    @property
    def share(self) -> float:
        """How much of the shorter text stands in the other (0..1)."""
        shorter = min(len(self.here.words), len(self.there.words))
        return sum(run.length for run in self.runs) / shorter if shorter else 0.0

    @property
    def in_passages(self) -> int:
        """How many words stand in runs that are too long for chance.

        A run that ends both texts counts for nothing: a page's last lines, and who edited it, are no news retold.
        """
        ends = (len(self.here.words), len(self.there.words))
        inner = (run for run in self.runs if (run.here + run.length, run.there + run.length) != ends)
        return sum(run.length for run in inner if run.length >= LONG)

    def spans(self) -> tuple[tuple[Span, Span], ...]:
        """Pairs of equal passages, as spans of the two captures."""
        return tuple(
            (self.here.extent(r.here, r.here + r.length), self.there.extent(r.there, r.there + r.length))
            for r in self.runs
        )

    def turned(self) -> Alignment:
        """The same alignment, seen from the other text."""
        runs = tuple(Run(run.there, run.here, run.length) for run in self.runs)
        return Alignment(self.there, self.here, runs)

    def opposite(self, span: Span) -> Span | None:
        """Where the words at a span of the first text stand in the other; None where they were not copied.

        Words changed inside a copied passage are opposite to what took their place.
        """
        first, last = self._words(span)
        begin, end = self._across(first), self._across(last)
        if begin is None or end is None or end[1] <= begin[0]:
            return None
        return self.there.extent(begin[0], end[1])

    def beside(self, span: Span) -> Span | None:
        """As many words as a span of the first text has, standing as it does right before or after a passage."""
        first, last = self._words(span)
        width = last + 1 - first
        for run in self.runs:
            if last + 1 == run.here and width <= run.there:
                return self.there.extent(run.there - width, run.there)
            after = run.there + run.length
            if first == run.here + run.length and after + width <= len(self.there.words):
                return self.there.extent(after, after + width)
        return None

    def _words(self, span: Span) -> tuple[int, int]:
        """The first and last word of the first text that a span touches."""
        starts = self.here.starts
        first = max(0, bisect_right(starts, span.start) - 1)
        return first, max(first, bisect_right(starts, max(span.start, span.end - 1)) - 1)

    def _across(self, word: int) -> tuple[int, int] | None:
        """The words of the second text that stand for one word of the first."""
        at = bisect_right(self.runs, word, key=_here) - 1
        if at >= 0 and word < self.runs[at].here + self.runs[at].length:
            there = self.runs[at].there + word - self.runs[at].here
            return there, there + 1
        if at < 0 or at + 1 >= len(self.runs):
            return None
        before, after = self.runs[at], self.runs[at + 1]
        here = after.here - before.here - before.length
        there = after.there - before.there - before.length
        return (after.there - there, after.there) if 0 < there <= GAP and here <= GAP else None


_here = attrgetter("here")


def align(here: Worded, there: Worded) -> Alignment:
    """The runs of at least `LEAST` equal words that two texts share, longest first claimed, in order.

    They are sought among stretches of `LEAST` words, which seldom occur twice, as single words do all the time.
    """
    matcher = SequenceMatcher(None, _stretches(here.words), _stretches(there.words), autojunk=False)
    runs = []
    open_still = [(0, len(here.words), 0, len(there.words))]
    while open_still:
        first, last, begin, end = open_still.pop()
        if min(last - first, end - begin) < LEAST:
            continue
        found = matcher.find_longest_match(first, last + 1 - LEAST, begin, end + 1 - LEAST)
        if found.size:
            run = Run(found.a, found.b, found.size + LEAST - 1)
            runs.append(run)
            open_still += [
                (first, run.here, begin, run.there),
                (run.here + run.length, last, run.there + run.length, end),
            ]
    return Alignment(here, there, tuple(sorted(runs, key=_here)))


def _stretches(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Every `LEAST` words in a row."""
    return list(zip(*(words[n:] for n in range(LEAST)), strict=False))
