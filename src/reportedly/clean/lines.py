"""The lines of a text: what is labelled, before anything is joined."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.model.span import Span

LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]*]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it; `gap` when a blank line (or nothing) precedes."""

    span: Span
    text: str
    gap: bool


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


def _breaks(between: str) -> int:
    return len(between.replace("\r\n", "\n").splitlines()) if between else 0
