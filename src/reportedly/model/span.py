"""Where words stand in a capture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of a capture's text: Unicode code points, half-open, `0 <= start <= end`.

    Raises `ValueError` when the ends are out of order.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The exact words at this place of `text`."""
        return text[self.start : self.end]

    def shared(self, other: Span) -> int:
        """How many code points both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same range, `by` code points further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words and where they stand: `span.of(capture.text) == text`."""

    text: str
    span: Span

    @classmethod
    def at(cls, start: int, end: int, text: str) -> Words:
        """The words of `text` from `start` to `end`."""
        return cls(text[start:end], Span(start, end))


def hull(spans: Iterable[Span]) -> Span:
    """The shortest span that covers all of them; raises `ValueError` for none."""
    known = tuple(spans)
    if not known:
        raise ValueError("nothing to cover")
    return known[0] if len(known) == 1 else Span(min(s.start for s in known), max(s.end for s in known))
