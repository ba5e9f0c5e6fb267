"""Whose word an answer is: its origin and relays, from the chain of the statement that it stands in."""

from __future__ import annotations

import re
from functools import cache

from reportedly.clean.wire import is_own
from reportedly.model.article import Article
from reportedly.model.point import Voice
from reportedly.model.span import Span
from reportedly.model.statement import Certainty, Statement
from reportedly.vocabulary import table

END_OF_SENTENCE = r"(?:(?<=[a-z]{4})\.|[!?]|\.[”’\"')])\s"  # not that of "Gen." or "Mr."


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


def carriers(article: Article, statement: Statement | None) -> tuple[str, ...]:
    """Through whom an article has what it says in its own voice: the agency whose words it prints."""
    if article.wire is None or origin_of(statement) is not None:
        return ()
    own = article.outlet is not None and is_own(article.wire, article.outlet.name)
    return () if own else (article.wire,)


def certainty_of(statement: Statement | None, span: Span, text: str) -> Certainty:
    """How sure the words at `span` are; what stands in no statement is simply asserted.

    A hedge weakens what it reaches: "may have begun when the dam burst on Friday" leaves Friday as sure as it is.
    `text` is the article's.
    """
    if statement is None:
        return "asserted"
    if statement.certainty != "hedged" or any(_reaches(hedge.span, span, text) for hedge in statement.hedges):
        return statement.certainty
    return "asserted"


def _reaches(hedge: Span, span: Span, text: str) -> bool:
    """Whether no clause ends between a hedge and other words; words that hold it are weakened by it."""
    if hedge.overlaps(span):
        return True
    between = text[min(hedge.end, span.end) : max(hedge.start, span.start)]
    return len(between) <= table("hedges")["reach"]["longest"] and not _end_of_clause().search(between)


@cache
def _end_of_clause() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("hedges")["reach"]["words"]))
    return re.compile(rf"{END_OF_SENTENCE}|[;:—]|\s–\s|\b(?:{words})\b", re.IGNORECASE)
