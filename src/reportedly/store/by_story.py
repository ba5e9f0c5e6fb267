"""A large record made story by story: memory holds what articles are about, who is named, and one story at a time.

The rows are those that relating everything at once would give: a story is made of its own articles, and of others it
takes the ids of its entities alone.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from reportedly.model.entity import Entity
from reportedly.model.judgement import Judgement
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.model.story import Story
from reportedly.relate.changes import Against, Change
from reportedly.relate.clippings import in_order
from reportedly.relate.gathering import stories
from reportedly.relate.gathering.stories import SMALL, parted, story_id, story_of
from reportedly.relate.judged import Judged
from reportedly.relate.naming.bearers import Bearer
from reportedly.relate.naming.entities import Directory, cast, joined
from reportedly.relate.record import in_time
from reportedly.relate.telling import Telling, telling, told
from reportedly.store import journal, kept, remembered, schema, search, shape, tables
from reportedly.store.columns import Row
from reportedly.store.filling import fill
from reportedly.store.remembered import Known, Noted

Pipeline = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A story as the rows of each table (by name), and the problems of its readings (by article)."""

    tables: tuple[tuple[str, tuple[Row, ...]], ...]
    problems: tuple[tuple[str, Problem], ...]


@dataclass(frozen=True, slots=True)
class Related:
    """A record on its way: its articles in order, who is named in them, and its stories, told one by one or as rows."""

    known: Sequence[Noted]
    cast: Sequence[Bearer]
    entities: Sequence[Entity]
    directory: Directory
    tellings: Iterable[Telling] | Iterable[Rows]


def integrate(
    connection: Connection, added: Iterable[str], problems: tuple[Problem, ...], pipeline: Pipeline
) -> tuple[Problem, ...] | None:
    """Relate all that the record holds and `added` captures (ids), and write it; all its problems.

    None, and nothing done, where it is a small record: its stories are found with all of it in view.
    """
    ids = sorted({*kept.members(connection), *added})
    if len(ids) <= SMALL:
        return None
    judgements = tables.judgements(connection)
    made = related(connection, ids, Judged(judgements))
    return write(connection, made, judgements, problems, pipeline)


def placed(known: Iterable[Noted]) -> list[Noted]:
    """Articles in the record's order, each with its place."""
    ordered = sorted(known, key=lambda each: each.rank)
    return [replace(each, place=number * tables.STRIDE) for number, each in enumerate(ordered, start=1)]


def sorted_out(known: Sequence[Noted], found: Iterable[Sequence[int]] | None = None) -> list[Noted]:
    """The same articles, each with its field and story; `found` are the fields, where they were found already."""
    gists, made = [each.gist for each in known], list(known)
    given = stories.sorted_out(gists) if found is None else ((f, parted(f, [gists[n] for n in f])) for f in found)
    for members, groups in given:
        name = min(known[number].article for number in members)
        for group in groups:
            story = story_id((known[number].gist.day, known[number].article) for number in group)
            for number in group:
                made[number] = replace(known[number], story=story, field=name)
    return made


def stories_of(known: Iterable[Noted]) -> dict[str, list[Noted]]:
    """The articles of each story, by its id, in the record's order."""
    held: defaultdict[str, list[Noted]] = defaultdict(list)
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


def related(connection: Connection, ids: Sequence[str], judged: Judged) -> Related:
    """The record of kept readings (ids of captures), related in this process."""
    contents = kept.contents(connection, ids)
    known = (remembered.known(r, contents[r.capture.id]) for r in kept.readings(connection, ids))
    return _Process(connection, judged, sorted_out(placed(known))).related()


class _Process:
    def __init__(self, connection: Connection, judged: Judged, known: Sequence[Noted]) -> None:
        self._connection = connection
        self._judged = judged
        self._known = known
        self._stories = stories_of(known)
        self._first = first_of_pages(known)

    def related(self) -> Related:
        casts = {story.id: cast(story.id, readings, self._judged) for story, readings in self._told()}
        named = [bearer for held in casts.values() for bearer in held]
        entities, directory = joined(named, self._judged)
        tellings = (telling(s, held, casts[s.id], directory, self._judged) for s, held in self._told())
        return Related(self._known, named, entities, directory, tellings)

    def _told(self) -> Iterator[tuple[Story, tuple[Reading, ...]]]:
        """Each story with its readings, fetched when its turn comes."""
        for members in self._stories.values():
            found = {r.article.id: r for r in kept.readings(self._connection, [each.capture for each in members])}
            readings = [pointing(found[each.article], self._first) for each in members]
            story = story_of(readings)
            yield story, told(story, readings, self._judged)


def write(
    connection: Connection,
    made: Related,
    judgements: tuple[Judgement, ...],
    problems: Iterable[Problem],
    pipeline: Pipeline,
) -> tuple[Problem, ...]:
    """Put a record in the place of the one that was there; all its problems."""
    before = journal.stood(connection)
    news = Against(before.seen) if before is not None and before.pipeline == pipeline else None
    if not shape.fits(connection):
        shape.fit(connection)
    tables.clear(connection)
    places, every = {each.article: each.place for each in made.known}, set(problems)
    found: list[Change] = []
    for each in made.tellings:
        if isinstance(each, Telling):
            part = part_of(each, pipeline)
            found += news.of(part) if news else ()
            each = rows_of(part, places)
        for name, rows in each.tables:
            fill(connection, schema.METADATA.tables[name], rows)
        tables.put_problems(connection, each.problems)
        every.update(problem for _, problem in each.problems)
    standing = tuple(sorted(every))
    tables.put_entities(connection, made.entities)
    tables.put_problems(connection, ((None, problem) for problem in standing))
    tables.put_about(connection, pipeline, judgements)
    remembered.put_known(connection, made.known)
    remembered.put_cast(connection, made.cast, made.directory, Judged(judgements))
    journal.edit(connection, before, pipeline, [*found, *(news.withdrawn() if news else ())], dt.datetime.now(dt.UTC))
    search.refresh(connection)
    return standing


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
