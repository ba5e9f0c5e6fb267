"""Who is named in a large record, kept story by story and joined to entities from there, never all in memory.

Memory holds two numbers for each bearer of names: what stands for its set, and in whose name it speaks.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, islice
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, func, insert, select, update

from reportedly.model.entity import Entity
from reportedly.relate.judged import Judged
from reportedly.relate.naming.bearers import Bearer
from reportedly.relate.naming.entities import Directory, entity_id, entity_of, unite
from reportedly.relate.union import Numbered
from reportedly.store import remembered, tables
from reportedly.store.schema import BEARER, BY_NAME, ENTITY, ENTITY_NAME, WITNESS

BATCH = 500  # bearers in memory at a time
UNSORTED = 1 << 40  # place from which entities stand until all are there, and have one by their names
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who bears names in a story, and which entities they are."""

    bearers: tuple[Bearer, ...]
    directory: Directory


class Named:
    """The bearers of names of a record in the making: each story's are added, then all are joined."""

    def __init__(self, connection: Connection, judged: Judged) -> None:
        self._connection = connection
        self._judged = judged
        self._principals = array("q", [-1])  # places of those in whose name they speak; nobody is at place 0

    def add(self, cast: Sequence[Bearer]) -> None:
        """Keep who bears names in a story."""
        first = len(self._principals)
        at = {key: place for place, bearer in enumerate(cast, start=first) for key in bearer.keys}
        self._principals.extend(at.get(each.principal, -1) if each.principal else -1 for each in cast)
        remembered.put_cast(self._connection, ((bearer, "") for bearer in cast), self._judged)

    def join(self) -> None:
        """Join them to entities: each bearer learns which it is, and the entities are written."""
        union = Numbered(len(self._principals))
        for _, alike in groupby(self._alike(), itemgetter(0)):
            unite(((place, bearer) for _, place, bearer in alike), union, self._judged)
        for part in self._parts(union):
            self._note([(places, entity_id(held, self._judged)) for places, held in part])
        entities = (self._entities(part) for part in self._parts(union))
        tables.put_entities(self._connection, chain.from_iterable(entities), UNSORTED)
        _sort(self._connection)

    def of(self, story: str) -> Cast:
        """Who bears names in a story, once all are joined."""
        held = list(remembered.cast_of(self._connection, [story]))
        homes = {(story, key): each.entity for each in held for key in each.bearer.keys}
        return Cast(tuple(each.bearer for each in held), Directory(homes))

    def _alike(self) -> Iterator[tuple[str, int, Bearer]]:
        """What tells several bearers to be one, each time with one of them."""
        several = select(WITNESS.c.told).group_by(WITNESS.c.told).having(func.count() > 1)
        asked = select(WITNESS.c.told, BEARER.c.position, BEARER.c.story, BEARER.c.body)
        found = asked.join(BEARER, BEARER.c.position == WITNESS.c.bearer).where(WITNESS.c.told.in_(several))
        rows = found.order_by(WITNESS.c.told, WITNESS.c.bearer).execution_options(yield_per=BATCH)
        for told, place, story, body in self._connection.execute(rows):
            yield told, place, remembered.bearer(story, body)

    def _parts(self, union: Numbered) -> Iterator[list[tuple[Numbers, Collection[Bearer]]]]:
        """The sets of bearers that are one, with their places; those of small ones fetched some at a time."""
        waiting: list[Numbers] = []
        for places in islice(union.sets(), 1, None):  # behind nobody
            if waiting and sum(map(len, waiting)) + len(places) > BATCH:
                yield self._fetched(waiting)
                waiting = []
            waiting.append(places)
        if waiting:
            yield self._fetched(waiting)

    def _fetched(self, sets: Sequence[Numbers]) -> list[tuple[Numbers, Collection[Bearer]]]:
        if len(sets) == 1 and len(sets[0]) > BATCH:
            return [(sets[0], _Many(self._connection, sets[0]))]
        found = {each.position: each.bearer for each in remembered.at(self._connection, np.concatenate(sets).tolist())}
        return [(places, [found[place] for place in places.tolist()]) for places in sets]

    def _note(self, ids: Sequence[tuple[Numbers, str]]) -> None:
        rows = [{"at": place, "is_now": id_} for places, id_ in ids for place in places.tolist()]
        noted = update(BEARER).where(BEARER.c.position == bindparam("at")).values(entity=bindparam("is_now"))
        self._connection.execute(noted, rows)

    def _entities(self, part: Sequence[tuple[Numbers, Collection[Bearer]]]) -> Iterator[Entity]:
        """What each set is, once all know their ids."""
        every = [place for places, _ in part for place in places.tolist()]
        known = self._ids([*(places[0].item() for places, _ in part), *(self._principals[place] for place in every)])
        for places, held in part:
            homes = {
                (bearer.story, bearer.principal): known[self._principals[place]]
                for place, bearer in zip(places.tolist(), held, strict=True)
                if bearer.principal is not None and self._principals[place] > 0
            }
            yield entity_of(known[places[0].item()], held, Directory(homes))

    def _ids(self, places: Sequence[int]) -> dict[int, str]:
        """The ids of the entities that the bearers at some places are."""
        found: dict[int, str] = {}
        for part in remembered.parts(sorted({place for place in places if place > 0})):
            asked = select(BEARER.c.position, BEARER.c.entity).where(BEARER.c.position.in_(part))
            found |= dict(map(tuple, self._connection.execute(asked)))
        return found


class _Many(Collection[Bearer]):
    """Bearers too many to hold, fetched anew whenever they are gone through."""

    def __init__(self, connection: Connection, places: Numbers) -> None:
        self._connection = connection
        self._places = places

    def __iter__(self) -> Iterator[Bearer]:
        return (each.bearer for each in remembered.at(self._connection, self._places.tolist()))

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, bearer: object) -> bool:
        return any(bearer == each for each in self)


def _sort(connection: Connection) -> None:
    """Entities in order of their names, spellings in order of their entities."""
    place = select(func.min(ENTITY.c.position)).where(ENTITY.c.id == ENTITY_NAME.c.entity, ENTITY.c.position < UNSORTED)
    for table, order in ((ENTITY, BY_NAME), (ENTITY_NAME, (place.scalar_subquery(),))):
        _renumber(connection, table, func.row_number().over(order_by=(*order, table.c.position)))


def _renumber(connection: Connection, table: Table, number: ColumnElement[int]) -> None:
    """Rows again at other places, and away with them where they stood."""
    others = [column for column in table.c if column is not table.c.position]
    again = select(number, *others).where(table.c.position >= UNSORTED)
    connection.execute(insert(table).from_select([table.c.position, *others], again))
    connection.execute(delete(table).where(table.c.position >= UNSORTED))
