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
SOFT_HYPHEN = "\u00ad"
ASIDE = ("navigation", "related", "ad", "comment")
LONGEST = 3  # times a title's length that a line with it may have
ALIKE = 0.5  # of a declared title's words that a heading shares
SITE = re.compile(r"\s+[|–—•·»-]\s+[^|–—•·»]{2,40}$")  # "… - The Brel Post" at the end of a window's title


def title_of(capture: Capture, blocks: Sequence[Block], facts: PageFacts) -> Words | None:
    """The title: the given one where the text holds it, the heading most like a declared one, the first heading."""
    text = capture.text
    given = (capture.given.title,) if capture.given.title else ()
    said = (*given, *facts.titles)
    headings = [block.span for block in blocks if block.kind == "title"]
    window = _window(capture)
    shown: list[Span] = []
    for declared in (given, facts.titles):
        shown += (span for words in declared for span in _shown(text, words, blocks))
        within = [span for span in shown if not (window and span.overlaps(window))]
        if within:  # of several the one next to the story: those above are steps of the path to the page
            return Words(max(within).of(text), max(within))
    for declared in said:
        likest = max(headings, key=lambda span: _likeness(declared, span.of(text)), default=None)
        if likest and _likeness(declared, likest.of(text)) >= ALIKE:
            return Words(likest.of(text), likest)
    found = next((span for declared in said for span in _elsewhere(text, declared, capture.markup)), None)
    span = next(iter(shown), None) or found or (headings[0] if headings else None) or window
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
    """A declared title at the head of the story: in a line of its own, after a kicker, or in two lines."""
    wanted = declared.replace(SOFT_HYPHEN, "").strip()
    spelt = WORD.findall(wanted)
    before: tuple[Span, list[str]] | None = None
    for block in _above(blocks):
        words = block.span.of(text)
        if not spelt or block.kind in ASIDE or len(words) > LONGEST * len(wanted):
            before = None
            continue
        told = WORD.findall(words.replace(SOFT_HYPHEN, ""))
        if told == spelt:
            yield block.span
        elif words.endswith(wanted):
            yield Span(block.span.end - len(wanted), block.span.end)
        elif before and before[1] + told == spelt:
            yield Span(before[0].start, block.span.end)
        before = block.span, told


def _above(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks down to the story's second paragraph; a title in two lines may be taken for two."""
    paragraphs = [number for number, block in enumerate(blocks) if block.kind == "body"]
    return blocks[: paragraphs[1] + 1] if len(paragraphs) > 1 else blocks


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
