"""When a capture was published: an interval, with all that speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.clean.full_dates import full_dates
from reportedly.grammar.edtf import when
from reportedly.model.article import Block, Evidence, Publication
from reportedly.model.capture import Capture

MASTHEAD = frozenset(("header", "byline", "navigation", "title"))


def publication(capture: Capture, blocks: Sequence[Block]) -> Publication | None:
    """The publication of a capture; None where nothing speaks for a date."""
    if capture.given.published:
        known = capture.given.published
        return Publication(when(known), (Evidence("metadata", "publication", known, None, known),))
    evidence = tuple(_masthead(capture, blocks))
    return Publication(when(evidence[0].says), evidence) if evidence else None


def _masthead(capture: Capture, blocks: Sequence[Block]) -> Iterator[Evidence]:
    for block in blocks:
        if block.kind in MASTHEAD:
            for found in full_dates(block.span.of(capture.text)):
                span = found.span.shift(block.span.start)
                yield Evidence("header", "publication", span.of(capture.text), span, found.says)
