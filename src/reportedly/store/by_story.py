"""A large record made story by story: memory holds where each article stands, and one story at a time.

What articles are about and who bears names in them is written as it is met and read again where it is asked for. The
rows are those that relating everything at once would give: a story is made of its own articles, and of others it takes
the ids of its entities alone.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol

from sqlalchemy import Connection

from reportedly.model.judgement import Judgement
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.relate.clippings import in_order
from reportedly.relate.gathering.stories import parted, story_id
from reportedly.relate.judged import Judged
from reportedly.relate.naming.bearers import Bearer
from reportedly.relate.record import in_time
from reportedly.relate.telling import Telling
from reportedly.store import journal, remembered, schema, search, shape, tables
from reportedly.store.columns import Row
from reportedly.store.filling import fill
from reportedly.store.named import Cast, Named
from reportedly.store.past import Past
from reportedly.store.remembered import Gists, Known, Noted

Pipeline = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A story as the rows of each table (by name), and the problems of its readings (by article)."""

    tables: tuple[tuple[str, tuple[Row, ...]], ...]
    problems: tuple[tuple[str, Problem], ...]


@dataclass(frozen=True, slots=True)
class Sorted:
    """The articles of each story, by its id, in the record's order, and the first capture of each page."""

    stories: Mapping[str, Sequence[Known]]
    first: Mapping[str, Known]


class Teller(Protocol):
    """Whoever relates a large record: this process, or a cluster."""

    @property
    def problems(self) -> Iterable[Problem]:
        """What it met; all of it is known when the last story is told."""

    def known(self) -> Iterable[Noted]:
        """Every article in the record's order, with its place."""

    def fields(self, known: Sequence[Known], gists: Gists) -> Iterable[Sequence[int]]:
        """The fields of articles, by their numbers; `gists` fetches what some places are about."""

    def casts(self, held: Sorted) -> Iterator[Sequence[Bearer]]:
        """Who bears names in each story, story by story."""

    def tellings(self, held: Sorted, cast: Callable[[str], Cast]) -> Iterator[Telling] | Iterator[Rows]:
        """Each story told, or as rows, story by story; `cast` fetches who bears names in one, and as which entity."""


def write(
    connection: Connection,
    teller: Teller,
    judgements: tuple[Judgement, ...],
    problems: Iterable[Problem],
    pipeline: Pipeline,
) -> tuple[Problem, ...]:
    """Put a record in the place of the one that was there; all its problems."""
    this = journal.begin(connection, journal.stages(connection), pipeline)
    past = Past(connection) if this.compared else None
    if not shape.fits(connection):
        shape.fit(connection)
    tables.clear(connection)
    held = _sorted_out(connection, teller)
    named = Named(connection, Judged(judgements))
    for cast in teller.casts(held):
        named.add(cast)
    named.join()
    every = set(problems)
    for each in teller.tellings(held, named.of):
        if isinstance(each, Telling):
            part = part_of(each, pipeline)
            journal.put(connection, this, past.changes(part) if past else ())
            each = rows_of(part, {known.article: known.place for known in held.stories[each.story.id]})
        for name, rows in each.tables:
            fill(connection, schema.METADATA.tables[name], rows)
        tables.put_problems(connection, each.problems)
        every.update(problem for _, problem in each.problems)
    standing = tuple(sorted({*every, *teller.problems}))
    tables.put_problems(connection, ((None, problem) for problem in standing))
    tables.put_about(connection, pipeline, judgements)
    if past:
        journal.put(connection, this, past.withdrawn())
        journal.put(connection, this, past.moved())
        past.forget()
    journal.end(connection, this, dt.datetime.now(dt.UTC))
    search.refresh(connection)
    return standing


def _sorted_out(connection: Connection, teller: Teller) -> Sorted:
    """Remember every article, and what field and story it is in."""
    known, met = list[Known](), iter(teller.known())
    while part := list(islice(met, remembered.BATCH)):
        remembered.put_known(connection, part)
        known += (each.bare for each in part)
    for members in list(teller.fields(known, lambda places: remembered.gists(connection, places))):
        name = min(known[number].article for number in members)
        about = remembered.gists(connection, [known[number].place for number in members])
        for group in parted(members, [about[known[number].place] for number in members]):
            story = story_id((known[number].day, known[number].article) for number in group)
            for number in group:
                known[number] = replace(known[number], story=story, field=name)
    remembered.move(connection, known)
    return Sorted(stories_of(known), first_of_pages(known))


def stories_of(known: Iterable[Known]) -> dict[str, list[Known]]:
    """The articles of each story, by its id, in the record's order."""
    held: defaultdict[str, list[Known]] = defaultdict(list)
    for each in known:
        held[each.story].append(each)
    return dict(held)


def first_of_pages(known: Iterable[Known]) -> dict[str, Known]:
    """The first capture of each page."""
    first: dict[str, Known] = {}
    for each in known:
        if each.page is not None and (each.page not in first or each.age < first[each.page].age):
            first[each.page] = each
    return first


def pointing(reading: Reading, first: Mapping[str, Known]) -> Reading:
    """The reading as a version of its page."""
    original = first.get(reading.article.canonical or "")
    if original is None or original.article == reading.article.id:
        return reading
    return replace(reading, article=replace(reading.article, version_of=original.article))


def rows_of(part: Record, places: Mapping[str, int]) -> Rows:
    """A story as rows, its articles in these places."""
    rows = tuple((str(table.name), tuple(found)) for table, found in tables.rows_of(part, places))
    return Rows(rows, tuple((r.article.id, problem) for r in part.readings for problem in r.problems))


def part_of(told: Telling, pipeline: Pipeline) -> Record:
    """One story as a record of its own, in the whole record's order."""
    return Record(
        pipeline=pipeline,
        readings=in_order(told.readings),
        stories=(told.story,),
        copies=told.copies,
        points=told.points,
        timeline=tuple(sorted(told.timeline, key=in_time)),
    )
