"""A record related and written as a whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Connection

from reportedly.model.judgement import Judgement
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.relate.gathering.stories import SMALL
from reportedly.relate.judged import Judged
from reportedly.store import journal, kept, remembered, search, shape, tables
from reportedly.store.remembered import Noted

Relate = Callable[[Iterable[Reading], tuple[Judgement, ...], tuple[Problem, ...]], Record]


def standing(connection: Connection, seen: set[str], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that no reading brings with it: of now, and earlier ones with paths that were not `seen` again."""
    past = tables.problems_before_reading(connection)
    return tuple(sorted({problem for problem in past if problem.path not in seen} | set(problems)))


def integrate(connection: Connection, added: Iterable[str], problems: tuple[Problem, ...], relate: Relate) -> Record:
    """Relate all that the record holds and `added` captures (ids), and write it."""
    judgements = tables.judgements(connection)
    ids = sorted({*kept.members(connection), *added})
    read: dict[str, Noted] = {}
    readings = kept.readings(connection, ids)
    if len(ids) > SMALL:
        readings = _noted(readings, read, kept.contents(connection, ids))
    record = relate(readings, judgements, problems)
    before = journal.stood(connection)
    if not shape.fits(connection):
        shape.fit(connection)
    tables.write(connection, record)
    if read and read.keys() == {article.id for article in record.articles}:
        remembered.remember(connection, record, read, tables.places(record), Judged(judgements))
    journal.note(connection, before, record, dt.datetime.now(dt.UTC))
    search.refresh(connection)
    return record


def _noted(readings: Iterable[Reading], read: dict[str, Noted], contents: dict[str, str]) -> Iterator[Reading]:
    """The same readings, each noted as it passes."""
    for reading in readings:
        read[reading.article.id] = remembered.known(reading, contents[reading.capture.id])
        yield reading
