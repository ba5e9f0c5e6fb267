"""A reading's story text as words with their places, and a small sketch of it (FracMinHash over word shingles)."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from reportedly.model.article import STORY
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.relate.terms import TOKEN, plain

WORDS = 3  # words in a shingle: three find trims, merges and misread letters, as measured on synthetic copies
ONE_IN = 4  # of all shingles one in four is kept: those whose hash divides by it


@dataclass(frozen=True, slots=True)
class Worded:
    """The words of a story, plain, and where each starts and ends in the capture."""

    article: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def extent(self, first: int, last: int) -> Span:
        """The stretch of the capture from word `first` to just before word `last`."""
        return Span(self.starts[first], self.ends[last - 1])


def worded(reading: Reading) -> Worded:
    """The words of all blocks that can state something, in document order."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for block in reading.article.blocks:
        if block.kind not in STORY:
            continue
        for m in TOKEN.finditer(reading.capture.text, block.span.start, block.span.end):
            start, end = m.span()
            words.append(plain(m.group()))
            starts.append(start)
            ends.append(end)
    return Worded(reading.article.id, tuple(words), tuple(starts), tuple(ends))


def sketch(story: Worded) -> frozenset[int]:
    """Hashes of a fixed quarter of all shingles: what two texts share of them is what they share of their words."""
    words = story.words
    hashes = (zlib.crc32(" ".join(words[i : i + WORDS]).encode()) for i in range(max(1, len(words) - WORDS + 1)))
    return frozenset(h for h in hashes if h % ONE_IN == 0) if words else frozenset()
