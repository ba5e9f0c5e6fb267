"""Which words are the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.clean.locate import Ground
from reportedly.clean.page_facts import PageFacts
from reportedly.model.article import Block
from reportedly.model.capture import Capture
from reportedly.model.span import Span, Words

WORD = re.compile(r"\w+")
ALIKE = 0.5  # of a declared title's words that a heading shares
SITE = re.compile(r"\s+[|–—•·»-]\s+[^|–—•·»]{2,40}$")  # "… - The Brel Post" at the end of a window's title


def title_of(capture: Capture, blocks: Sequence[Block], facts: PageFacts) -> Words | None:
    """The title: the given one where the text holds it, the heading most like a declared one, the first heading."""
    text = capture.text
    said = (capture.given.title, *facts.titles) if capture.given.title else facts.titles
    headings = [block.span for block in blocks if block.kind == "title"]
    seen = next((span for declared in said for span in _shown(text, declared, blocks)), None)
    if seen:
        return Words(seen.of(text), seen)
    for declared in said:
        likest = max(headings, key=lambda span: _likeness(declared, span.of(text)), default=None)
        if likest and _likeness(declared, likest.of(text)) >= ALIKE:
            return Words(likest.of(text), likest)
    found = next((span for declared in said for span in _elsewhere(text, declared, capture.markup)), None)
    span = found or (headings[0] if headings else None) or _window(capture)
    return Words(span.of(text), span) if span else None


def titled(blocks: Sequence[Block], title: Words | None) -> tuple[Block, ...]:
    """The blocks of a page with its title alone as one; other headings belong to the story or its head."""
    if title is None:
        return tuple(blocks)
    story = [block.span.start for block in blocks if block.kind == "body"]
    first, last = (story[0], story[-1]) if story else (0, 0)
    kept = []
    for block in blocks:
        if block.span.overlaps(title.span):
            kept.append(replace(block, kind="title", why="title"))
        elif block.kind == "title":
            inside = first < block.span.start < last
            kept.append(replace(block, kind="body" if inside else "header"))
        else:
            kept.append(block)
    return tuple(kept)


def _shown(text: str, declared: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """A declared title, word for word, in a line of its own above the story's second paragraph."""
    wanted = " ".join(declared.split())
    story = [block.span.start for block in blocks if block.kind == "body"][1:2]
    for block in blocks:
        if story and block.span.start >= story[0]:
            return
        if len(block.span) < 2 * len(wanted) and " ".join(block.span.of(text).split()) == wanted:
            yield block.span


def _likeness(declared: str, heading: str) -> float:
    wanted, held = set(WORD.findall(declared.casefold())), set(WORD.findall(heading.casefold()))
    return len(wanted & held) / max(1, len(wanted | held))


def _elsewhere(text: str, declared: str, markup: str | None) -> list[Span]:
    """Where a declared title first stands in the text, the name of the site left out; too short a one says nothing."""
    words = SITE.sub("", declared) if markup else declared
    return list(Ground(text).find([words]))[:1] if len(words) > 8 else []


def _window(capture: Capture) -> Span | None:
    """The first line of a page, which is the title of its window, without the name of the site."""
    if capture.markup is None or "<title" not in capture.markup[:200_000].lower():
        return None
    line = capture.text.split("\n", 1)[0]
    words = SITE.sub("", line)
    return Span(0, len(words)) if words else None
