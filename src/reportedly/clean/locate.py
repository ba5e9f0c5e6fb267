"""Words that a library gives back, found again in the text they came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.model.span import Span

SHORTEST = 3  # code points, white space left out, below which a find means nothing
REACH = 20_000  # code points ahead within which the next words are looked for before they are looked for anywhere


class Ground:
    """A text in which words are looked for without regard to white space."""

    def __init__(self, text: str) -> None:
        self._places = [place for place, char in enumerate(text) if not char.isspace()]
        self._bare = "".join(text.split())

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
