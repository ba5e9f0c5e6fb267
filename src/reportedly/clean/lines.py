"""The lines of a text: what is labelled, before anything is joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.model.span import Span
from reportedly.vocabulary import table

LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]*]*$")


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
    cuts = sorted({(cut.start(), cut.end()) for pattern in _cuts() for cut in pattern.finditer(line.text)})
    for end, after in [*cuts, (len(line.text), 0)]:
        if end > start:
            span = Span(line.span.start + start, line.span.start + end)
            yield Line(span, line.text[start:end], line.gap and start == 0, start > 0)
            start = after


@cache
def _cuts() -> tuple[re.Pattern[str], ...]:
    cut = table("lines")["cut"]
    return re.compile(cut["glue"]), re.compile(cut["clutter"])


def _breaks(between: str) -> int:
    return len(between.replace("\r\n", "\n").splitlines()) if between else 0
