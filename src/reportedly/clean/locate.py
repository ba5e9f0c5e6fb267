"""Words that a library gives back, found again in the text they came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from reportedly.model.span import Span

WORD = re.compile(r"\S+")
SHORTEST = 3  # code points, white space left out, below which a find means nothing
REACH = 20_000  # code points ahead within which the next words are looked for before they are looked for anywhere


class Ground:
    """A text, from a place on, in which words are looked for without regard to white space."""

    def __init__(self, text: str, start: int = 0) -> None:
        words = [word.span() for word in WORD.finditer(text, start)]
        self._starts = [first for first, _ in words]
        self._bare_starts = [0, *accumulate(end - first for first, end in words)]  # of the words, white space left out
        self._bare = "".join(text[start:].split())

    def find(self, runs: Iterable[str]) -> Iterator[Span]:
        """Where the runs stand; looked for in their order first, then anywhere; what is not found is left out."""
        at = 0
        for run in runs:
            bare = "".join(run.split())
            if len(bare) < SHORTEST:
                continue
            found = self._bare.find(bare, at, at + REACH)
            if found < 0:
                found = self._bare.find(bare)
            if found >= 0:
                at = max(at, found + len(bare)) if found >= at else at
                yield Span(self._place(found), self._place(found + len(bare) - 1) + 1)

    def _place(self, bare: int) -> int:
        """Where in the text a character stands, by its place among those that are no white space."""
        word = bisect_right(self._bare_starts, bare) - 1
        return self._starts[word] + bare - self._bare_starts[word]
