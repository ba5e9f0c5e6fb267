"""Paragraphs that were broken at a fixed width, joined again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportedly.clean.lines import Line

WIDTHS = (40, 110)  # code points at which texts are broken
SLACK = 16  # code points by which a broken line is shorter than the width: the word that did not fit
FEWEST = 4  # broken lines that make a wrapped text
SHARE = 0.75  # of the lines that others follow without a gap


def unwrapped(page: Sequence[Line], text: str) -> tuple[Line, ...]:
    """The lines, those of a wrapped paragraph joined to one.

    A text is wrapped when no line is longer than the usual widths and most that are followed without a gap come
    close to its longest one.
    """
    width = max((len(line.text) for line in page), default=0)
    if not WIDTHS[0] <= width <= WIDTHS[1] or not _wrapped(page, width):
        return tuple(page)
    joined: list[Line] = []
    before = 0  # length of the last line that was joined
    for line in page:
        if joined and not line.gap and before >= width - SLACK:
            start = joined[-1].start
            joined[-1] = Line(start, text[start : line.end], joined[-1].gap)
        else:
            joined.append(line)
        before = len(line.text)
    return tuple(joined)


def _wrapped(page: Sequence[Line], width: int) -> bool:
    inner = [line for line, after in pairwise(page) if not after.gap]
    full = sum(len(line.text) >= width - SLACK for line in inner)
    return full >= max(FEWEST, SHARE * len(inner))
