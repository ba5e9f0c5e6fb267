"""Whose house an article is: its wire or its outlet, which speaks where nobody else is named."""

from __future__ import annotations

from functools import lru_cache

from reportedly.model.article import Article
from reportedly.relate.clippings import Clippings
from reportedly.relate.naming.names import words
from reportedly.relate.naming.spelling import stands_for
from reportedly.vocabulary import listed
from reportedly.vocabulary.outlets import known_outlet, outlet_of_file


def house(article: Article, clippings: Clippings) -> str:
    """Who speaks in an article's own voice: its wire, else its outlet, else the capture itself."""
    return publisher(article) or clippings.reading(article.id).capture.path


def publisher(article: Article) -> str | None:
    """The wire or else the outlet whose words an article are; None where the capture names neither."""
    if article.wire is not None:
        return article.wire
    return article.outlet.name if article.outlet is not None else None


def file_label(article: Article, clippings: Clippings) -> str | None:
    """The known outlet that the article's file is named after, if it is named after one."""
    found = outlet_of_file(clippings.reading(article.id).capture.path)
    return found.name if found is not None else None


@lru_cache(maxsize=16_384)  # every two answers of a question ask it
def one_house(one: str, other: str) -> bool:
    """Whether two names are one outlet's: "KPA" and "Karst Press Agency", "Karst" and "the Karst news agency".

    A city, or a body's head, is not the outlet that has the city's or the body's name in its own.
    """
    mine, theirs = known_outlet(one), known_outlet(other)
    if mine is not None and theirs is not None:
        return mine == theirs
    first, second = _called(one), _called(other)
    return first == second or stands_for(one, (other,)) or stands_for(other, (one,))


def _called(name: str) -> frozenset[str]:
    """The words of a name without those that only say what kind of house it is; all where no others are left."""
    every = frozenset(words(name))
    bare = every - frozenset(word for phrase in listed("outlets", "suffix", "words") for word in phrase.split())
    return every if " ".join(sorted(bare)) in listed("outlets", "not_alone", "words") else bare or every
