"""Whose word an answer is: its origin and relays, from the chain of the statement that it stands in."""

from __future__ import annotations

from reportedly.clean.wire import is_own
from reportedly.model.article import Article
from reportedly.model.point import Voice
from reportedly.model.statement import Statement
from reportedly.vocabulary import listed

QUOTES = "“”‘’\"' "


def origin_of(statement: Statement | None) -> Voice | None:
    """The voice at the chain's far end; None for the article's own. A pronoun ("others", "he") names nobody."""
    if statement is None or statement.origin is None:
        return None
    name = statement.origin.name
    return Voice(name, statement.origin.entity) if name is not None and not _pronoun(name) else Voice(None)


def relays_of(statement: Statement | None) -> tuple[str, ...]:
    """Who passed it on, the relay nearest the article first."""
    if statement is None:
        return ()
    return tuple(link.name for link in reversed(statement.attribution[1:]) if link.name and not _pronoun(link.name))


def carriers(article: Article, statement: Statement | None) -> tuple[str, ...]:
    """Through whom an article has what it says in its own voice: the agency whose words it prints."""
    if article.wire is None or origin_of(statement) is not None:
        return ()
    own = article.outlet is not None and is_own(article.wire, article.outlet.name)
    return () if own else (article.wire,)


def _pronoun(name: str) -> bool:
    return name.strip(QUOTES).lower() in listed("plain", "pronoun", "subjects")
