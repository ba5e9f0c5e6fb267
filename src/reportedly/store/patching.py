"""Some stories of a record in the place of others: only their rows, and those of their articles, are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, select

from reportedly.model.record import Record
from reportedly.relate.judged import Judged
from reportedly.store import remembered, schema, search, tables
from reportedly.store.growing import Grown

BATCH = 500  # ids in one query


def patch(connection: Connection, grown: Grown, judged: Judged) -> Record:
    """Write what changed; the part of the record that is new, its pipeline and problems apart."""
    part = _part(grown)
    stories = sorted({*grown.gone, *(story.id for story in part.stories)})
    articles, captures = [article.id for article in part.articles], [capture.id for capture in part.captures]
    for table, column, ids in _searched(stories, articles, captures):
        search.forget(connection, table, _positions(connection, column, ids))
    _clear(connection, stories, articles, captures)
    _forget_entities(connection, grown.former)
    tables.put(connection, part, grown.places)
    tables.put_entities(connection, grown.entities)
    for table, column, ids in _searched(stories, articles, captures):
        search.add(connection, table, _positions(connection, column, ids))
    remembered.put_known(connection, grown.new)
    remembered.move(connection, grown.moved)
    remembered.forget_cast(connection, stories)
    remembered.put_cast(connection, ((each, grown.directory.of(each)) for each in grown.cast), judged)
    return part


def _part(grown: Grown) -> Record:
    """What was told anew, as a record of its own, in the whole record's order."""
    told = sorted(grown.tellings, key=lambda each: grown.places[each.story.articles[0]])
    readings = (reading for each in told for reading in each.readings)
    return Record(
        pipeline=(),
        readings=tuple(sorted(readings, key=lambda reading: grown.places[reading.article.id])),
        stories=tuple(each.story for each in told),
        copies=tuple(copy for each in told for copy in each.copies),
        points=tuple(point for each in told for point in each.points),
        timeline=tuple(entry for each in told for entry in each.timeline),
    )


def _searched(
    stories: Sequence[str], articles: Sequence[str], captures: Sequence[str]
) -> tuple[tuple[Table, Column[Any], Sequence[str]], ...]:
    """The rows of these stories and articles that full text knows."""
    return (
        (schema.POINT, schema.POINT.c.story, stories),
        (schema.STATEMENT, schema.STATEMENT.c.article, articles),
        (schema.CAPTURE, schema.CAPTURE.c.id, captures),
    )


def _clear(connection: Connection, stories: Sequence[str], articles: Sequence[str], captures: Sequence[str]) -> None:
    """Take away all rows of stories, articles and captures (ids)."""
    points = _positions(connection, schema.POINT.c.story, stories)
    for column, ids in (
        (schema.ANSWER.c.point, points),
        (schema.FACET.c.point, points),
        (schema.POINT.c.position, points),
        (schema.TIMELINE.c.story, stories),
        (schema.STORY.c.id, stories),
        (schema.COPY.c.article, articles),
        *((table.c.article, articles) for _, _, table in tables.PARTS),
        (schema.PROBLEM.c.article, articles),
        (schema.CAPTURE.c.id, captures),
        (schema.ARTICLE.c.id, articles),
    ):
        for part in _parts(ids):
            connection.execute(delete(column.table).where(column.in_(part)))


def _forget_entities(connection: Connection, entities: Sequence[str]) -> None:
    for part in _parts(entities):
        connection.execute(delete(schema.ENTITY).where(schema.ENTITY.c.id.in_(part)))
        connection.execute(delete(schema.ENTITY_NAME).where(schema.ENTITY_NAME.c.entity.in_(part)))


def _positions(connection: Connection, column: Column[Any], ids: Sequence[str]) -> list[Any]:
    return _held(connection, column.table.c.position, column, ids)


def _held(connection: Connection, wanted: Any, column: Column[Any], ids: Sequence[str]) -> list[Any]:
    """What stands in one column of the rows that another one picks."""
    return [found for part in _parts(ids) for found in connection.scalars(select(wanted).where(column.in_(part)))]


def _parts(ids: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
