"""What people filter by, told of each noun: the columns beside those that its fields have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from reportedly.grammar.edtf import when
from reportedly.model.article import Article
from reportedly.model.entity import Entity
from reportedly.model.point import Answer, Point
from reportedly.model.reading import Reading
from reportedly.model.statement import Statement
from reportedly.model.when import When
from reportedly.relate.standing.telling import weight
from reportedly.store.columns import Row
from reportedly.vocabulary.gazetteer import key_of

LONGEST = 2000  # code points of one statement by which a point is found
_when = lru_cache(10_000)(when)  # what is said on one day is said by many


def texts(readings: Iterable[Reading]) -> dict[str, str]:
    """The content of every statement, by its id."""
    return {statement.id: _content(statement, reading) for reading in readings for statement in reading.statements}


def of_article(article: Article) -> Row:
    """When it was published, and by whom."""
    published = article.published.when if article.published else None
    return _days(published) | {"outlet_name": article.outlet.name if article.outlet else None}


def of_statement(statement: Statement, reading: Reading) -> Row:
    """Where and what its content is, on whose word, and when it was said."""
    extent, origin = statement.extent, statement.origin
    return {
        "start": extent.start,
        "stop": extent.end,
        "text": _content(statement, reading),
        "origin_name": origin.name if origin else None,
        "origin_entity": origin.entity if origin else None,
    } | _days(told(statement.said, reading.article))


def of_point(point: Point, contents: Mapping[str, str], articles: Mapping[str, Article]) -> Row:
    """How telling it is, how many articles answer and from when to when, and all words to find it by.

    `contents` are those of statements, by id; `articles` go by theirs.
    """
    times = [each for a in point.answers if (each := told(a.said, articles.get(a.article))) is not None]
    around = (contents.get(answer.statement or "", "")[:LONGEST] for answer in point.answers)
    voices = (answer.origin.name or "" for answer in point.answers if answer.origin)
    words = dict.fromkeys((point.question, *(answer.text for answer in point.answers), *voices, *around))
    return {
        "telling": weight(point),
        "articles": len({answer.article for answer in point.answers}),
        "earliest": _iso(min((each.earliest for each in times if each.earliest), default=None)),
        "latest": _iso(max((each.latest for each in times if each.latest), default=None)),
        "text": "\n".join(filter(None, words)),
    }


def _content(statement: Statement, reading: Reading) -> str:
    return " … ".join(span.of(reading.capture.text) for span in statement.content)


def of_answer(answer: Answer, article: Article | None) -> Row:
    """On whose word, and when it was said."""
    return {
        "origin_name": answer.origin.name if answer.origin else None,
        "origin_entity": answer.origin.entity if answer.origin else None,
    } | _days(told(answer.said, article))


def facets(placed: Iterable[tuple[int, Point]]) -> Iterator[tuple[int, Row]]:
    """A row for each facet of each point, with the point's place."""
    for place, point in placed:
        yield from ((place, {"point": place, "facet": facet}) for facet in point.standing)


def names(entities: Iterable[Entity]) -> Iterator[Row]:
    """A row for each spelling of each entity."""
    for entity in entities:
        for name in dict.fromkeys((entity.name, *(text for text, _ in entity.names))):
            yield {"entity": entity.id, "name": name, "folded": key_of(name)}


def told(said: str | None, article: Article | None) -> When | None:
    """When something was said; else when it was published."""
    if said is not None:
        return _when(said)
    return article.published.when if article is not None and article.published is not None else None


def _days(told: When | None) -> Row:
    if told is None:
        return {"earliest": None, "latest": None}
    return {"earliest": _iso(told.earliest), "latest": _iso(told.latest)}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None
