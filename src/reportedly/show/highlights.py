"""Highlights that overlap, split so that each piece of text has one set of them and all nest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from reportedly.model.span import Span
from reportedly.show.visible import shown

DEEPEST = 2  # underlines stack this many levels down; deeper ones share the last


@dataclass(frozen=True, slots=True)
class Underline:
    """A statement's content: certainty and side, its anchor and note, and how far down its line runs."""

    span: Span
    certainty: str
    slot: str
    level: int
    anchor: str = ""
    note: str = ""
    numeral: int = 0


@dataclass(frozen=True, slots=True)
class Wash:
    """Words that answer a question; a click leads to it."""

    span: Span
    slot: str
    question: str
    tip: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Highlights:
    """All that is marked in one article, each list in order of place."""

    underlines: Sequence[Underline] = ()
    washes: Sequence[Wash] = ()
    sources: Sequence[tuple[Span, str]] = ()
    hedges: Sequence[Span] = ()
    places: Sequence[tuple[Span, str]] = ()
    set_anchors: set[str] = field(default_factory=set)

    def within(self, block: Span) -> Highlights:
        """Those that touch a block; what was set as an anchor stays known to all."""
        return Highlights(
            [u for u in self.underlines if u.span.overlaps(block)],
            [w for w in self.washes if w.span.overlaps(block)],
            [s for s in self.sources if s[0].overlaps(block)],
            [h for h in self.hedges if h.overlaps(block)],
            [p for p in self.places if p[0].overlaps(block)],
            self.set_anchors,
        )


def levels(spans: Sequence[Span]) -> list[int]:
    """For each span, in order of start, the highest line that is free over all of it."""
    ends: list[int] = []
    found = []
    for span in spans:
        level = next((k for k, end in enumerate(ends) if end <= span.start), len(ends))
        ends[level : level + 1] = [span.end]
        found.append(min(level, DEEPEST))
    return found


def marked(text: str, block: Span, all_of_it: Highlights) -> Markup:
    """The block's text with its highlights: what it shows is exactly `text[block.start:block.end]`."""
    here = all_of_it.within(block)
    spans = [u.span for u in here.underlines] + [w.span for w in here.washes] + [s for s, _ in here.sources]
    spans += [*here.hedges, *(s for s, _ in here.places)]
    cuts = {block.start, block.end} | {at for s in spans for at in (s.start, s.end) if block.start < at < block.end}
    ordered = sorted(cuts)
    pieces = (Span(start, end) for start, end in pairwise(ordered))
    return Markup().join(_piece(text, piece, here) for piece in pieces)


def _piece(text: str, piece: Span, here: Highlights) -> Markup:
    body = shown(piece.of(text))
    slot = next((slot for span, slot in here.sources if span.contains(piece)), None)
    if slot is not None:
        body = Markup('<span class="src o-{}">{}</span>').format(slot, body)
    if any(span.contains(piece) for span in here.hedges):
        body = Markup('<span class="hd">{}</span>').format(body)
    wash = next((w for w in here.washes if w.span.contains(piece)), None)
    if wash is not None:
        tip = Markup(' title="{}"').format(wash.tip) if wash.span.start == piece.start else ""
        body = Markup('<a class="wash o-{}" href="{}"{}>{}</a>').format(wash.slot, wash.question, tip, body)
    for line in sorted(here.underlines, key=lambda u: u.level):
        if line.span.contains(piece):
            body = Markup('<span class="u l{} c-{} o-{}">{}</span>').format(line.level, line.certainty, line.slot, body)
    return _numerals(piece, here) + _anchored(piece, here, body)


def _numerals(piece: Span, here: Highlights) -> Markup:
    starting = [u for u in here.underlines if u.numeral and u.span.start == piece.start]
    numeral = Markup('<a class="rf" href="#{0}" data-n="{1}" aria-label="note {1}"></a>')
    return Markup().join(numeral.format(u.note, u.numeral) for u in starting)


def _anchored(piece: Span, here: Highlights, body: Markup) -> Markup:
    names = [u.anchor for u in here.underlines if u.anchor and u.span.start == piece.start]
    names += [w.anchor for w in here.washes if w.span.start == piece.start]
    names += [name for span, name in here.places if span.start == piece.start]
    for name in names:
        if name not in here.set_anchors:
            here.set_anchors.add(name)
            body = Markup('<span id="{}" class="an">{}</span>').format(name, body)
    return body
