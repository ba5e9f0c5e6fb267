"""Which places of two articles are the same words, copied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reportedly.model.span import Span
from reportedly.relate.copying.alignment import Alignment
from reportedly.relate.copying.copies import Echo


class Echoes:
    """The copies among a story's articles, to be asked for opposite places."""

    def __init__(self, echoes: Iterable[Echo]) -> None:
        self._alignments: dict[tuple[str, str], Alignment] = {}
        self._partners: defaultdict[str, list[str]] = defaultdict(list)
        for echo in echoes:
            one, other = echo.copy.article, echo.copy.of
            self._alignments[one, other] = echo.alignment
            self._alignments[other, one] = echo.alignment.turned()
            self._partners[one].append(other)
            self._partners[other].append(one)

    def partners(self, article: str) -> tuple[str, ...]:
        """The articles that share a passage with this one."""
        return tuple(self._partners[article])

    def facing(self, article: str, span: Span, other: str) -> Span | None:
        """Where the words of a span stand in another article; None where they were not copied."""
        alignment = self._alignments.get((article, other))
        return alignment.opposite(span) if alignment is not None else None

    def same_passage(self, article: str, span: Span, other: str, there: Span) -> bool:
        """Whether two spans are one passage, copied (a changed word inside it does not matter)."""
        place = self.facing(article, span, other)
        return place is not None and place.overlaps(there)
