"""What the elements of a page are for, by tag and class."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import get_args

from lxml.html import HtmlElement

from reportedly.model.article import BlockKind
from reportedly.vocabulary import table

CLIMB = 8  # ancestors that are asked
NEAR = 3  # of them, those whose word counts against the body of the story
KINDS: tuple[BlockKind, ...] = get_args(BlockKind)


@dataclass(frozen=True, slots=True)
class Part:
    """A kind that an element's surroundings name, the words that did, and whether they outweigh the story."""

    kind: BlockKind
    why: str
    over: bool


class Layout:
    """Asks an element and those around it what they are for; made anew for every page."""

    def __init__(self) -> None:
        self._own: dict[HtmlElement, Part | None] = {}

    def __call__(self, element: HtmlElement) -> Part | None:
        """The part of the page that an element is in; None where nothing tells."""
        at: HtmlElement | None = element
        for step in range(CLIMB):
            if at is None or at.tag in ("body", "main", "article"):
                return None
            part = self._part(at)
            if part and (not part.over or step <= NEAR):
                return part
            at = at.getparent()
        return None

    def _part(self, element: HtmlElement) -> Part | None:
        if element not in self._own:
            self._own[element] = _named(str(element.tag), f"{element.get('class', '')} {element.get('id', '')}".lower())
        return self._own[element]


@lru_cache(maxsize=8192)  # pages say the same words over and over
def _named(tag: str, words: str) -> Part | None:
    for kind, over, tags, pattern in _parts():
        if tag in tags:
            return Part(kind, tag, over)
        found = pattern.search(words) if len(words) > 1 else None
        if found:
            return Part(kind, found[0].strip(" _-"), over)
    return None


@cache
def _parts() -> tuple[tuple[BlockKind, bool, frozenset[str], re.Pattern[str]], ...]:
    return tuple(
        (KINDS[KINDS.index(part["kind"])], part["over"], frozenset(part["tags"]), re.compile(part["class"]))
        for part in table("page_layout")["part"]
    )
