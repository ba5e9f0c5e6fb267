"""Values to statements: each figure, time, place and happening belongs to the innermost statement that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from reportedly.extract.draft import Draft
from reportedly.model.happening import Happening
from reportedly.model.mention import Figure, Moment, PlaceMention
from reportedly.model.span import Span
from reportedly.model.statement import Statement

Value = TypeVar("Value", Figure, Moment, PlaceMention, Happening)


class Binding:
    """Gives every value the id of the innermost statement whose content holds it; one in none keeps None."""

    name = "binding.v1"
    requires = ("statements", "figures", "moments", "places", "happenings")
    assigns = ("figures", "moments", "places", "happenings")

    def __call__(self, draft: Draft) -> Draft:
        """The draft with its values bound."""
        holders = Holders(draft.statements)
        return replace(
            draft,
            figures=tuple(_bound(f, holders.of(f.span)) for f in draft.figures),
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
