"""The lines of a text: what is labelled, before anything is joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.model.span import Span
from reportedly.vocabulary import table

LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
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
    for match in LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words)
            between = text[found[-1].span.end : start] if found else "\n\n"
            found.append(Line(Span(start, start + len(words)), words, _breaks(between) > 1))
    return tuple(found)


def parts(line: Line) -> Iterator[Line]:
    """A line cut where a caption, a label or a plea is glued to what it follows; most lines stay whole."""
    start = 0
    for end, after in [*_cut_places(line.text), (len(line.text), 0)]:
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


def _breaks(between: str) -> int:
    return len(between.replace("\r\n", "\n").splitlines()) if between else 0
