"""Plain text to blocks: what each line is, by the look of the line and of those around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from reportedly.clean.lines import SENTENCE_END, Line, lines
from reportedly.model.article import Block, BlockKind
from reportedly.model.span import Span
from reportedly.vocabulary import table

LONG = 90  # code points that make a line look like running text
TITLE_WORDS = 4  # fewer make a masthead or a place
WRAPPED = (45, 100)  # code points within which hard-wrapped lines end


class PlainBlocks:
    """Labels the lines of a plain text; paragraphs broken at a fixed width are joined into one block."""

    def __init__(self) -> None:
        rules = table("lines")["rule"]
        self._rules = [(re.compile(rule["pattern"], re.I), rule["kind"], rule["name"]) for rule in rules]

    def __call__(self, text: str) -> tuple[Block, ...]:
        """Blocks in order, each a line or a paragraph without the white space around it."""
        page = unwrapped(lines(text), text)
        kinds = list(self._kinds(page))
        return tuple(Block(kind, line.span, why) for line, (kind, why) in zip(page, kinds, strict=True))

    def _kinds(self, page: Sequence[Line]) -> Iterator[tuple[BlockKind, str]]:
        running = [len(line.text) >= LONG and bool(SENTENCE_END.search(line.text)) for line in page]
        first = running.index(True) if True in running else len(page)
        last = len(page) - 1 - running[::-1].index(True) if True in running else -1
        title = _title(page[:first], self._cue)
        for number, line in enumerate(page):
            cue = self._cue(line)
            if number == title:
                yield "title", "title-before-story"
            elif cue and not (running[number] and first < number < last):
                yield cue
            elif number < first:
                yield "header", "before-story"
            elif number > last and not SENTENCE_END.search(line.text):
                yield "related", "after-story"
            else:
                yield "body", "running-text"

    def _cue(self, line: Line) -> tuple[BlockKind, str] | None:
        for pattern, kind, name in self._rules:
            if pattern.search(line.text):
                return kind, name
        return None


def _title(above: Sequence[Line], cue: Callable[[Line], object]) -> int | None:
    for number, line in enumerate(above):
        if len(line.text.split()) >= TITLE_WORDS and not SENTENCE_END.search(line.text) and not cue(line):
            return number
    return None


def unwrapped(page: Sequence[Line], text: str) -> tuple[Line, ...]:
    """The lines, those of a hard-wrapped paragraph joined to one.

    A text counts as hard-wrapped when most of its lines that are followed by another without a gap end in mid
    sentence within the usual widths.
    """
    inner = [line for line, follower in pairwise(page) if not follower.gap]
    broken = [line for line in inner if _broken(line)]
    if len(broken) < 4 or len(broken) < 0.6 * len(inner):
        return tuple(page)
    joined: list[Line] = []
    for line in page:
        if joined and not line.gap:
            span = Span(joined[-1].span.start, line.span.end)
            joined[-1] = Line(span, span.of(text), joined[-1].gap)
        else:
            joined.append(line)
    return tuple(joined)


def _broken(line: Line) -> bool:
    return WRAPPED[0] <= len(line.text) <= WRAPPED[1] and not SENTENCE_END.search(line.text)
