"""Values to statements: each figure, time, place and happening belongs to the innermost statement that holds it.

A figure that none holds belongs to the one that it goes on with: "The guard confirmed nine dead, up from six".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeVar

from reportedly.extract.draft import Draft
from reportedly.model.happening import Happening
from reportedly.model.mention import Figure, Moment, PlaceMention
from reportedly.model.span import Span
from reportedly.model.statement import Statement
from reportedly.vocabulary import table

Value = TypeVar("Value", Figure, Moment, PlaceMention, Happening)

STANDING = frozenset({"says", "confirms", "relays"})
LONGEST = 60  # code points between a statement and a figure that goes on with it


class Binding:
    """Gives every value the id of the innermost statement whose content holds it; one in none keeps None."""

    name = "binding.v2"
    requires = ("statements", "figures", "moments", "places", "happenings")
    assigns = ("figures", "moments", "places", "happenings")

    def __call__(self, draft: Draft) -> Draft:
        """The draft with its values bound."""
        holders, before = Holders(draft.statements), Before(draft)
        return replace(
            draft,
            figures=tuple(_bound(f, before.of(f.span, holders.of(f.span))) for f in draft.figures),
            moments=tuple(_bound(m, holders.of(m.span)) for m in draft.moments),
            places=tuple(_bound(p, holders.of(p.span)) for p in draft.places),
            happenings=tuple(_bound(h, holders.of(h.verb.span)) for h in draft.happenings),
        )


def _bound(value: Value, statement: str | None) -> Value:
    return value if value.statement == statement else replace(value, statement=statement)


class Holders:
    """Statements by how much they hold: attributed before narrated, short before long."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        pieces = [(s.manner == "narrated", len(s.extent), piece, s.id) for s in statements for piece in s.content]
        self._pieces = sorted(pieces, key=lambda p: (p[0], p[1], p[2], p[3]))

    def of(self, span: Span) -> str | None:
        """The statement that holds all of this span; else the one that holds most of it, if that is more than half."""
        for _, _, piece, statement in self._pieces:
            if piece.contains(span):
                return statement
        for _, _, piece, statement in self._pieces:
            if 2 * piece.shared(span) > len(span):
                return statement
        return None


class Before:
    """Statements that somebody makes, by where they end with all that names whose they are."""

    def __init__(self, draft: Draft) -> None:
        told = [s for s in draft.statements if s.origin is not None]
        self._text = draft.capture.text
        self._told = {s.id for s in told}
        ends = ((max(span.end for span in _all_of(s)), -s.extent.start, s.id) for s in told if _stands(s))
        self._ends = sorted(ends)

    def of(self, span: Span, holder: str | None) -> str | None:
        """The holder where somebody makes it; else the statement that the words at `span` go on with, if any."""
        if holder in self._told:
            return holder
        at = bisect_left(self._ends, (span.start + 1,)) - 1
        if at < 0 or span.start - self._ends[at][0] > LONGEST:
            return holder
        between = self._text[self._ends[at][0] : span.start]
        return self._ends[at][2] if _goes_on().fullmatch(between) else holder


def _all_of(statement: Statement) -> Iterator[Span]:
    """A statement's content, its cue and the names of its voices."""
    yield from statement.content
    yield from (link.span for link in statement.attribution if link.span is not None)
    if statement.cue is not None:
        yield statement.cue


def _stands(statement: Statement) -> bool:
    """Whether whoever makes it says it is so."""
    return all(link.mode in STANDING for link in statement.attribution) and statement.certainty != "denied"


@cache
def _goes_on() -> re.Pattern[str]:
    """What may stand between a statement and a figure that goes on with it."""
    return re.compile(table("tails")["on"]["pattern"])
