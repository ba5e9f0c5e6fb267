"""The blocks that can state something, each told once: a caption says nothing anew by standing there again.

Text captures print a caption below its picture and again where the picture is enlarged, twice in one line, or take a
sentence of the story for it. The blocks stay as they are labelled; only what is read of them is less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model.article import STORY, Block
from reportedly.model.span import Span

SENTENCE = re.compile(r"(?<=[.!?)\]”\"])\s*(?=[\w\[(“\"‘])")  # where one begins, glued to the one before it or not
SHORTEST = 20  # code points, white space left out, below which words stand twice by chance


def told(blocks: Sequence[Block], text: str) -> tuple[Block, ...]:
    """The blocks of the story in order, without what a caption repeats.

    A caption is left out where a block before it or a longer one of the story has all its words, a paragraph where a
    caption before it has; a caption that ends as it began ends sooner. White space and
    capitals make no difference.
    """
    story = [block for block in blocks if block.kind in STORY and len(block.span)]
    if not any(block.kind == "caption" for block in story):
        return tuple(story)
    return tuple(_once(story, text))


def _once(story: Sequence[Block], text: str) -> Iterator[Block]:
    paragraphs = [_bare(block.span.of(text)) for block in story if block.kind != "caption"]
    captions: list[str] = []
    before: list[str] = []
    for block in story:
        if block.kind == "caption":
            block = replace(block, span=_first_time(block.span, text))
        bare = _bare(block.span.of(text))
        if block.kind == "caption":
            again = any(bare in words for words in (*before, *captions))
            again = again or any(bare in words and len(bare) < len(words) for words in paragraphs)
        else:
            again = block.kind != "title" and any(bare in words for words in captions)
        if again and len(bare) >= SHORTEST:
            continue
        (captions if block.kind == "caption" else before).append(bare)
        yield block


def _first_time(span: Span, text: str) -> Span:
    """A caption up to where it says to its end what it has said before: one printed twice, alone or behind a title."""
    words = span.of(text)
    for start in (sentence.end() for sentence in SENTENCE.finditer(words)):
        rest = _bare(words[start:])
        if len(rest) < SHORTEST:
            break
        if rest in _bare(words[:start]):
            return Span(span.start, span.start + len(words[:start].rstrip()))
    return span


def _bare(words: str) -> str:
    return "".join(words.split()).lower()
