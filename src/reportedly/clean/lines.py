"""The lines of a text: what is labelled, before anything is joined."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reportedly.model.span import Span
from reportedly.vocabulary import table

SHORTEST_CUT = 20  # code points; a shorter line is one thing


class Line(NamedTuple):
    """A line that is not blank, or the part of one, without the white space around it.

    `start` is its first code point; `gap` when a blank line (or nothing) precedes; `glued` when it is a later part of
    the line before.
    """

    start: int
    text: str
    gap: bool
    glued: bool = False

    @property
    def end(self) -> int:
        """The code point behind its last one."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def lines(text: str) -> tuple[Line, ...]:
    """Every line of a text that holds more than white space, in order."""
    found: list[Line] = []
    at = 0
    blank = True
    for row in text.splitlines(keepends=True):
        words = row.strip()
        if words:
            start = row.index(words)
            found.append(Line(at + start, words, blank or start > 0))
        blank = not words
        at += len(row)
    return tuple(found)


def parted(page: Sequence[Line], text: str) -> list[Line]:
    """The lines of a text, cut where a caption, a label or a plea is glued to what it follows; most stay whole."""
    places = sorted([cut.span("space") for glue in _glues() for cut in glue.finditer(text)])
    if not places:
        return list(page)
    return [part for line in page for part in _parts(line, places)]


def _parts(line: Line, places: Sequence[tuple[int, int]]) -> Iterator[Line]:
    """The parts of a line, given where its text is cut: the end of one part and the start of the next, in order."""
    within = places[bisect(places, (line.start,)) : bisect(places, (line.end,))]
    if not within or len(line.text) < SHORTEST_CUT:
        yield line
        return
    start = line.start
    for end, after in [*within, (line.end, 0)]:
        if end > start:
            words = line.text[start - line.start : end - line.start]
            yield Line(start, words, line.gap and start == line.start, start > line.start)
            start = after


@cache
def _glues() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in table("lines")["cut"]["patterns"])
