"""The lines of a text: what is labelled, before anything is joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.model.span import Span
from reportedly.vocabulary import table

SHORTEST_CUT = 20  # code points; a shorter line is one thing


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, or the part of one, without the white space around it.

    `gap` when a blank line (or nothing) precedes; `glued` when it is a later part of the line before.
    """

    span: Span
    text: str
    gap: bool
    glued: bool = False


def lines(text: str) -> tuple[Line, ...]:
    """Every line of a text that holds more than white space, in order."""
    found: list[Line] = []
    at = 0
    blank = True
    for row in text.splitlines(keepends=True):
        words = row.strip()
        if words:
            start = row.index(words)
            found.append(Line(Span(at + start, at + start + len(words)), words, blank or start > 0))
        blank = not words
        at += len(row)
    return tuple(found)


def parts(line: Line) -> Iterator[Line]:
    """A line cut where a caption, a label or a plea is glued to what it follows; most lines stay whole."""
    places = _cut_places(line.text)
    if not places:
        yield line
        return
    start = 0
    for end, after in [*places, (len(line.text), 0)]:
        if end > start:
            span = Span(line.span.start + start, line.span.start + end)
            yield Line(span, line.text[start:end], line.gap and start == 0, start > 0)
            start = after


def _cut_places(text: str) -> list[tuple[int, int]]:
    """Where a text is cut: the end of one part and the start of the next, in order."""
    if len(text) < SHORTEST_CUT:
        return []
    glue, credit, clutter = _cuts()
    places = [(cut.end(), cut.end()) for cut in glue.finditer(text)]
    if "(" in text:
        places += [(cut.end(), cut.end()) for cut in credit.finditer(text)]
    places += [(cut.start("space"), cut.end()) for cut in clutter.finditer(text)]
    return sorted(places)


@cache
def _cuts() -> tuple[re.Pattern[str], ...]:
    cut = table("lines")["cut"]
    return tuple(re.compile(cut[name]) for name in ("glue", "credit", "clutter"))
