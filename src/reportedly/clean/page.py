"""HTML to blocks: trafilatura decides what is the story, and its words are found again in the page's own text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from reportedly.clean.locate import Ground
from reportedly.model.article import Block, BlockKind
from reportedly.model.span import Span
from reportedly.read.html_text import Piece, Rendering

LINE = re.compile(r"[^\n]+")
LAYOUT: tuple[tuple[str, BlockKind], ...] = (
    ("figcaption", "caption"),
    ("nav", "navigation"),
    ("aside", "related"),
    ("footer", "navigation"),
    ("blockquote", "quote"),
    ("h1", "title"),
)


def page_blocks(page: Rendering) -> tuple[Block, ...]:
    """The blocks of a rendered page, line by line."""
    story = _story(page)
    rows = [
        Span(m.start() + len(m[0]) - len(m[0].lstrip()), m.start() + len(m[0].rstrip()))
        for m in LINE.finditer(page.text)
        if m[0].strip()
    ]
    starts = _first_pieces(page.pieces, rows)
    first = min((span.start for span in story), default=0)
    return tuple(_block(span, piece, story, first) for span, piece in zip(rows, starts, strict=True))


def _story(page: Rendering) -> tuple[Span, ...]:
    if page.tree is None:
        return ()
    document = trafilatura.bare_extraction(page.tree, include_comments=False, include_tables=True)
    if not isinstance(document, Document) or document.body is None:
        return ()
    return tuple(Ground(page.text).find(map(str, document.body.itertext())))


def _first_pieces(pieces: Sequence[Piece], rows: Sequence[Span]) -> Iterator[Piece]:
    walk = iter(pieces)
    piece = next(walk)
    for row in rows:
        while piece.end <= row.start:
            piece = next(walk)
        yield piece


def _block(row: Span, piece: Piece, story: Sequence[Span], first: int) -> Block:
    told = sum(row.shared(span) for span in story)
    layout = _layout(piece.element)
    if layout and (layout[1] == "caption" or layout[1] == "title"):
        return Block(layout[1], row, layout[0])
    if 2 * told >= len(row):
        return Block("quote" if layout and layout[1] == "quote" else "body", row, "trafilatura")
    if layout and layout[1] != "quote":
        return Block(layout[1], row, layout[0])
    return Block("header" if row.start < first else "related", row, "outside-story")


def _layout(element: HtmlElement) -> tuple[str, BlockKind] | None:
    tags = [element.tag, *(above.tag for above in element.iterancestors())]
    return next(((tag, kind) for tag, kind in LAYOUT if tag in tags), None)
