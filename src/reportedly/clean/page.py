"""HTML to blocks: trafilatura decides what is the story, and its words are found again in the page's own text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from reportedly.clean.locate import Ground
from reportedly.clean.page_layout import Layout, Part
from reportedly.model.article import Block, BlockKind
from reportedly.model.span import Span
from reportedly.read.html_text import Piece, Rendering

LINE = re.compile(r"[^\n]+")
RULE = "trafilatura"
STEPS = 3  # elements above a heading that tell whether it is a step of a path


def page_blocks(page: Rendering) -> tuple[Block, ...]:
    """The blocks of a rendered page, one a line; headings of the first rank are titles until one of them is chosen."""
    layout, headings = Layout(), _headings(page)
    lines = [span for match in LINE.finditer(page.text) if (span := _stripped(match))]
    rows = [row for line in lines for row in _parted(line, page, layout)]
    story = _story(page)
    first = story[0].start if story else len(page.text)
    pieces = zip(rows, _first_pieces(page.pieces, rows), _told(rows, story), strict=True)
    return tuple(
        _block(row, layout(piece.element), told, row.end <= first, piece.element in headings)
        for row, piece, told in pieces
    )


def _parted(line: Span, page: Rendering, layout: Layout) -> Iterator[Span]:
    """A line, or a caption and the credit that stands in its line, each by itself."""
    at = bisect_left(page.pieces, line.start + 1, key=_end)
    parts = [(line.start, layout(page.pieces[at].element))]
    while parts[0][1] is not None and parts[0][1].kind == "caption" and _end(page.pieces[at]) < line.end:
        at += 1
        parts.append((page.pieces[at].start, layout(page.pieces[at].element)))
    credit = next((start for start, part in parts[1:] if part is not None and part.kind == "credit"), line.end)
    for start, end in ((line.start, credit), (credit, line.end)):
        if words := page.text[start:end].strip():
            begins = start + page.text[start:end].index(words)
            yield Span(begins, begins + len(words))


def _end(piece: Piece) -> int:
    return piece.end


def _stripped(match: re.Match[str]) -> Span | None:
    words = match[0].strip()
    start = match.start() + match[0].index(words)
    return Span(start, start + len(words)) if words else None


def _story(page: Rendering) -> list[Span]:
    if page.tree is None:
        return []
    document = trafilatura.bare_extraction(page.tree, include_comments=False, include_tables=True)
    if not isinstance(document, Document) or document.body is None:
        return []
    window = page.pieces[0].end if page.pieces and page.pieces[0].element.tag == "title" else 0
    return sorted(Ground(page.text, window).find(map(str, document.body.itertext())))


def _first_pieces(pieces: Sequence[Piece], rows: Sequence[Span]) -> Iterator[Piece]:
    starts = [piece.end for piece in pieces]
    for row in rows:
        yield pieces[bisect_left(starts, row.start + 1)]


def _told(rows: Sequence[Span], story: Sequence[Span]) -> Iterator[int]:
    """For each row how many of its code points the story holds; both are in order."""
    at = 0
    for row in rows:
        while at < len(story) and story[at].end <= row.start:
            at += 1
        shared, ahead = 0, at
        while ahead < len(story) and story[ahead].start < row.end:
            shared += row.shared(story[ahead])
            ahead += 1
        yield min(shared, len(row))


def _block(row: Span, part: Part | None, told: int, above: bool, in_heading: bool) -> Block:
    if in_heading and not (part and part.over):
        return Block("title", row, "h1")
    if 2 * told >= len(row) and not (part and part.over):
        quoted = part is not None and part.kind == "quote"
        return Block("quote" if quoted else "body", row, RULE)
    if part and part.kind != "quote":
        return Block(part.kind, row, part.why)
    return Block(_outside(part, above), row, "outside-story")


def _outside(part: Part | None, above: bool) -> BlockKind:
    return "header" if above and part is None else "related"


def _headings(page: Rendering) -> frozenset[HtmlElement]:
    """What stands in a heading of the first rank that is no step of a path to the page ("Home › World › …")."""
    headings = page.tree.iter("h1") if page.tree is not None else ()
    return frozenset(element for heading in headings if not _is_step(heading) for element in heading.iter())


def _is_step(heading: HtmlElement) -> bool:
    near = islice(heading.iterancestors(), STEPS)
    return any(above.tag in ("li", "nav") or "breadcrumb" in (above.get("class") or "").lower() for above in near)
