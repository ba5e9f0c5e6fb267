"""Whose word an answer is: its origin and relays, from the chain of the statement that it stands in."""

from __future__ import annotations

from reportedly.model.point import Voice
from reportedly.model.statement import Certainty, Statement


def origin_of(statement: Statement | None) -> Voice | None:
    """The voice at the chain's far end; None for the article's own."""
    if statement is None or statement.origin is None:
        return None
    return Voice(statement.origin.name, statement.origin.entity)


def relays_of(statement: Statement | None) -> tuple[str, ...]:
    """Who passed it on, the relay nearest the article first."""
    if statement is None:
        return ()
    return tuple(link.name for link in reversed(statement.attribution[1:]) if link.name is not None)


def certainty_of(statement: Statement | None) -> Certainty:
    """How sure the statement is; what stands in none is simply asserted."""
    return statement.certainty if statement is not None else "asserted"
