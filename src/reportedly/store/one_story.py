"""One story of a record: its articles and points, and whom they speak of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from reportedly.model.entity import Entity
from reportedly.model.filters import FilterError
from reportedly.model.record import Record
from reportedly.store import asked, schema, tables
from reportedly.store.columns import noun_of

BATCH = 500  # ids in one query
NAMED = 3  # stories that are named where one is asked for that there is none of


def read(connection: Connection, story: str) -> Record:
    """The record's story of this title or id. Raises `FilterError` when it holds none."""
    sure(connection, story)
    found = tables.read(connection, asked.of_stories((story,)))
    return replace(found, entities=tuple(_entities(connection, found)))


def sure(connection: Connection, story: str) -> None:
    """Raises `FilterError` when the record holds no story of this title or id."""
    held = select(schema.STORY.c.id).where(asked.of_stories((story,))[schema.STORY])
    if connection.scalar(held.limit(1)) is None:
        some = connection.scalars(select(schema.STORY.c.title).limit(NAMED))
        told = ", ".join(f"“{title}”" for title in some)
        raise FilterError(f"story: none is called “{story}”; there are {told} …")


def _entities(connection: Connection, part: Record) -> list[Entity]:
    """Those that its statements name or place, and for whom they speak, in the record's order."""
    met = {link.entity for r in part.readings for s in r.statements for link in s.attribution}
    met |= {place.entity for r in part.readings for place in r.places}
    met |= {answer.origin.entity for point in part.points for answer in point.answers if answer.origin}
    held = {entity.id: entity for entity in _fetched(connection, {id_ for id_ in met if id_})}
    spoken_for = {entity.principal for entity in held.values() if entity.principal} - held.keys()
    held |= {entity.id: entity for entity in _fetched(connection, spoken_for)}
    return sorted(held.values(), key=lambda entity: (entity.name, entity.id))


def _fetched(connection: Connection, ids: Collection[str]) -> Iterator[Entity]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), BATCH):
        some = schema.ENTITY.c.id.in_(ordered[start : start + BATCH])
        rows: Any = connection.execute(select(schema.ENTITY).where(some)).mappings()
        yield from (noun_of(Entity, row) for row in rows)
