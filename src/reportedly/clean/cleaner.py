"""The stage of this room."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.clean.language import language
from reportedly.clean.page import page_blocks
from reportedly.clean.plain import PlainBlocks
from reportedly.clean.publication import Publications
from reportedly.model.article import STORY, Article, Block, Outlet
from reportedly.model.capture import Capture
from reportedly.model.ids import content_id
from reportedly.model.span import Span, Words
from reportedly.read.html_text import render

BY = re.compile(r"^(?:by|from|words by|story by)\s+", re.I)


class Cleaner:
    """A capture understood as a page. Labels, never deletes: the blocks cover all that is not blank."""

    name = "clean.v1"

    def __init__(self) -> None:
        self._plain = PlainBlocks()
        self._published = Publications()

    def __call__(self, capture: Capture) -> Article:
        """The article of one capture; one in a language that is not read keeps its blocks and its dates."""
        text = capture.text
        blocks = page_blocks(render(capture.markup)) if capture.markup is not None else self._plain(text)
        code = language(" ".join(block.span.of(text) for block in blocks if block.kind in STORY) or text)
        return Article(
            id=content_id("article", capture.id),
            capture=capture.id,
            language=code,
            read=code in (None, "en"),
            title=_title(capture, blocks),
            byline=_byline(blocks, text),
            outlet=Outlet(capture.given.outlet) if capture.given.outlet else None,
            carried_by=None,
            wire=None,
            genre=None,
            published=self._published(capture, blocks),
            blocks=blocks,
            canonical=capture.url,
        )


def _title(capture: Capture, blocks: Sequence[Block]) -> Words | None:
    given = capture.given.title
    if given:
        start = capture.text.find(given)
        return Words(given, Span(start, start + len(given))) if start >= 0 else None
    span = next((block.span for block in blocks if block.kind == "title"), None)
    return Words(span.of(capture.text), span) if span else None


def _byline(blocks: Sequence[Block], text: str) -> tuple[str, ...]:
    lines = (block.span.of(text) for block in blocks if block.kind == "byline")
    return tuple(BY.sub("", line).split(",")[0].strip() for line in lines)
