"""Words that a library gives back, found again in the text they came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.model.span import Span

WORD = re.compile(r"\S+")
SHORTEST = 3  # code points, white space left out, below which a find means nothing
REACH = 20_000  # code points ahead within which the next words are looked for before they are looked for anywhere


class Ground:
    """A text, from a place on, in which words are looked for without regard to white space."""

    def __init__(self, text: str, start: int = 0) -> None:
        self._places: list[int] = []
        for word in WORD.finditer(text, start):
            self._places += range(*word.span())
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
                yield Span(self._places[found], self._places[found + len(bare) - 1] + 1)
