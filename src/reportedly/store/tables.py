"""A record to rows of the derived tables and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select

from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.model.copy import Copy
from reportedly.model.entity import Entity
from reportedly.model.errors import RecordFormatError
from reportedly.model.exhibit import Exhibit
from reportedly.model.happening import Happening
from reportedly.model.ids import sha256_of
from reportedly.model.judgement import Judgement
from reportedly.model.mention import Figure, Moment, NameMention, PlaceMention
from reportedly.model.point import Answer, DateValue, NameValue, Point, StanceValue, Value
from reportedly.model.problem import Problem
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.model.statement import Statement
from reportedly.model.story import Story
from reportedly.model.timeline import TimelineEntry
from reportedly.relate.judged import standing
from reportedly.store import schema, sought
from reportedly.store.columns import Row, noun_of, row_of
from reportedly.store.filling import fill

DECIDED = "decided"
BATCH = 1000  # entities at a time
STRIDE = 1 << 24  # places from one capture to the next: room for what it holds, and for captures between
PARTS: tuple[tuple[str, type, Table], ...] = (  # lists of a reading and where their nouns are kept
    ("statements", Statement, schema.STATEMENT),
    ("figures", Figure, schema.FIGURE),
    ("moments", Moment, schema.MOMENT),
    ("places", PlaceMention, schema.PLACE),
    ("names", NameMention, schema.NAME),
    ("happenings", Happening, schema.HAPPENING),
    ("exhibits", Exhibit, schema.EXHIBIT),
)
WHOLES: tuple[tuple[str, type, Table], ...] = (  # lists of the record itself
    ("entities", Entity, schema.ENTITY),
    ("stories", Story, schema.STORY),
    ("copies", Copy, schema.COPY),
    ("timeline", TimelineEntry, schema.TIMELINE),
)
Only = Mapping[Table, ColumnElement[bool]]  # which rows of a table; of one that is not there all
EVERYTHING: Only = {}
ORDERS: Mapping[str, Sequence[ColumnElement[Any]]] = {  # lists that are in another order than their rows
    "entities": schema.BY_NAME,
    "timeline": schema.BY_TIME,
}


def write(connection: Connection, record: Record) -> None:
    """Put a record in the place of the one that was there; judgements stay."""
    clear(connection)
    put(connection, record, places(record))
    put_entities(connection, record.entities)
    put_problems(connection, _problems(record))
    put_about(connection, record.pipeline, record.judgements)


def clear(connection: Connection) -> None:
    """Take away all that was related."""
    named = connection.dialect.identifier_preparer.format_table
    for table in schema.DERIVED:
        connection.exec_driver_sql(f"DELETE FROM {named(table)}")  # noqa: S608  # our own names


def put_about(connection: Connection, pipeline: tuple[tuple[str, str], ...], judgements: tuple[Judgement, ...]) -> None:
    """Say by which stages and decisions the record was related."""
    for key, value in (("pipeline", pipeline), (DECIDED, _sum(judgements))):
        connection.execute(delete(schema.ABOUT).where(schema.ABOUT.c.key == key))
        connection.execute(insert(schema.ABOUT), {"key": key, "value": value})


def places(record: Record) -> dict[str, int]:
    """Where the rows of each article (by id) begin, when a whole record is written."""
    return {reading.article.id: number * STRIDE for number, reading in enumerate(record.readings, start=1)}


def put(connection: Connection, part: Record, at: Mapping[str, int]) -> None:
    """Add readings and stories of a record, `at` the places of their articles (by id)."""
    for table, rows in rows_of(part, at):
        fill(connection, table, rows)


def rows_of(part: Record, at: Mapping[str, int]) -> Iterator[tuple[Table, Iterator[Row]]]:
    """The same as rows, table by table, each with its place."""
    captures = ((at[r.article.id], row_of(r.capture, ("markup",))) for r in part.readings)
    yield schema.CAPTURE, _placed(captures)
    articles = ((at[r.article.id], row_of(r.article) | sought.of_article(r.article)) for r in part.readings)
    yield schema.ARTICLE, _placed(articles)
    for field, _, table in PARTS:
        parts = ((at[r.article.id], _part_row(r, each)) for r in part.readings for each in getattr(r, field))
        yield table, _placed(parts)
    homes = {story.id: at.get(story.articles[0], 0) for story in part.stories if story.articles}
    stories = {r.article.id: homes.get(r.article.story or "", 0) for r in part.readings}
    yield schema.STORY, _placed((homes.get(story.id, 0), row_of(story)) for story in part.stories)
    yield schema.COPY, _placed((stories.get(copy.article, 0), row_of(copy)) for copy in part.copies)
    entries = sorted(((homes.get(entry.story or "", 0), entry) for entry in part.timeline), key=itemgetter(0))
    yield schema.TIMELINE, _placed((home, row_of(entry)) for home, entry in entries)
    yield from _point_rows(part, homes)


def _point_rows(part: Record, homes: Mapping[str, int]) -> Iterator[tuple[Table, Iterator[Row]]]:
    told, articles = sought.texts(part.readings), {article.id: article for article in part.articles}
    at = _Places()
    placed = [(at(homes.get(point.story or "", 0)), point) for point in part.points]
    rows = ((place, row_of(p, ("answers",)) | sought.of_point(p, told, articles)) for place, p in placed)
    yield schema.POINT, _placed((place - 1, row) for place, row in rows)
    yield schema.FACET, _placed((place - 1, row) for place, row in sought.facets(placed))
    yield schema.ANSWER, _placed((place - 1, row) for place, row in _answer_rows(placed, articles))


def put_entities(connection: Connection, entities: Iterable[Entity], behind: int = 0) -> None:
    """Add entities, at places behind all others and `behind` that one; their order is that of their names."""
    at = {table: _Places() for table in (schema.ENTITY, schema.ENTITY_NAME)}
    last = {table: max(behind, connection.scalar(select(func.max(table.c.position))) or 0) for table in at}
    held = iter(entities)
    while part := tuple(islice(held, BATCH)):
        for table, rows in ((schema.ENTITY, map(row_of, part)), (schema.ENTITY_NAME, sought.names(part))):
            fill(connection, table, ({"position": at[table](last[table]), **row} for row in rows))


def put_problems(connection: Connection, problems: Iterable[tuple[str | None, Problem]]) -> None:
    """Add problems, each with the article whose reading brings it."""
    last = connection.scalar(select(func.max(schema.PROBLEM.c.position))) or 0
    rows = ((last, row_of(problem) | {"article": article}) for article, problem in problems)
    fill(connection, schema.PROBLEM, _placed(rows))


def replace_problems(connection: Connection, part: Record, standing: Iterable[Problem]) -> tuple[Problem, ...]:
    """Add the problems of new readings; `standing` are those that no reading brings. All that the record then has."""
    connection.execute(delete(schema.PROBLEM).where(schema.PROBLEM.c.article.is_(None)))
    brought = [noun_of(Problem, row) for row in rows(connection, schema.PROBLEM)]
    every = tuple(sorted({*standing, *brought, *(p for r in part.readings for p in r.problems)}))
    put_problems(connection, _problems(replace(part, problems=every)))
    return every


def read(connection: Connection, only: Only = EVERYTHING) -> Record:
    """The record in these tables, equal to the one that was written, or the rows of it that `only` lets in.

    Raises `RecordFormatError` when none was.
    """
    problems = list(rows(connection, schema.PROBLEM, only=only))
    return Record(
        pipeline=pipeline(connection),
        readings=tuple(_readings(connection, problems, only)),
        points=tuple(_points(connection, only)),
        judgements=judgements(connection),
        problems=tuple(noun_of(Problem, row) for row in problems if row["article"] is None),
        **{
            field: tuple(noun_of(noun, row) for row in rows(connection, table, ORDERS.get(field), only))
            for field, noun, table in WHOLES
        },
    )


def pipeline(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Each stage with its versioned name. Raises `RecordFormatError` when no build was finished."""
    stages = connection.scalar(select(schema.ABOUT.c.value).where(schema.ABOUT.c.key == "pipeline"))
    if stages is None:
        raise RecordFormatError("no build of this record was finished yet; build it again to have it")
    return tuple((stage, name) for stage, name in stages)


def problems_before_reading(connection: Connection) -> set[Problem]:
    """Problems of the record that no reading brings with it."""
    found = [(row["article"], noun_of(Problem, row)) for row in rows(connection, schema.PROBLEM)]
    return {problem for article, problem in found if article is None} - {p for article, p in found if article}


def judgements(connection: Connection) -> tuple[Judgement, ...]:
    """What people decided, as it stands after all that was decided later."""
    return standing(noun_of(Judgement, row) for row in rows(connection, schema.JUDGEMENT))


def decided(connection: Connection, judgements: tuple[Judgement, ...]) -> bool:
    """Whether the record was related by just these decisions."""
    known: Any = connection.scalar(select(schema.ABOUT.c.value).where(schema.ABOUT.c.key == DECIDED))
    return bool(known == _sum(judgements))


def _sum(judgements: tuple[Judgement, ...]) -> str:
    return sha256_of(msgspec.json.encode(judgements))


def add_judgement(connection: Connection, judgement: Judgement, made: str) -> None:
    """One more decision, after all earlier ones."""
    connection.execute(insert(schema.JUDGEMENT), row_of(judgement) | {"made": made})


class _Places:
    """Rising places: each is the next one after that of its article or story, and after all before it."""

    def __init__(self) -> None:
        self._last = 0

    def __call__(self, home: int) -> int:
        self._last = (home if home > self._last else self._last) + 1
        return self._last


def _placed(rows: Iterable[tuple[int, Row]]) -> Iterator[Row]:
    """Rows, each with the place of what it belongs to."""
    at = _Places()
    for home, row in rows:
        row["position"] = at(home)
        yield row


def rows(
    connection: Connection, table: Table, order: Sequence[ColumnElement[Any]] | None = None, only: Only = EVERYTHING
) -> Iterator[Any]:
    """The rows of a table, in their order."""
    wanted = select(table).order_by(*(order or (table.c.position,)))
    return iter(connection.execute(wanted.where(only[table]) if table in only else wanted).mappings())


def _part_row(reading: Reading, part: Any) -> Row:
    return row_of(part) | sought.of_statement(part, reading) if isinstance(part, Statement) else row_of(part)


def _problems(record: Record) -> Iterator[tuple[str | None, Problem]]:
    """The problems of a record and of its readings."""
    yield from ((None, problem) for problem in record.problems)
    yield from ((reading.article.id, problem) for reading in record.readings for problem in reading.problems)


def _answer_rows(placed: Iterable[tuple[int, Point]], articles: Mapping[str, Article]) -> Iterator[tuple[int, Row]]:
    nothing = dict.fromkeys(("low", "high", "approximate", "unit", "edtf", "end_of", "name", "stance"))
    for place, point in placed:
        for answer in point.answers:
            row = row_of(answer, ("value",))
            row.update(nothing, point=place)
            row.update(row_of(answer.value))
            row.update(sought.of_answer(answer, articles.get(answer.article)))
            yield place, row


def _points(connection: Connection, only: Only) -> Iterator[Point]:
    answers: dict[int, list[Answer]] = defaultdict(list)
    for row in rows(connection, schema.ANSWER, only=only):
        answers[row["point"]].append(answer_of(row))
    for row in rows(connection, schema.POINT, only=only):
        yield noun_of(Point, row, ("answers",), answers=tuple(answers[row["position"]]))


def answer_of(row: Any) -> Answer:
    """The answer that a row was made of."""
    return noun_of(Answer, row, ("value",), value=_value(row))  # type: ignore[no-any-return]


def _value(row: Any) -> Value:
    if row["edtf"] is not None:
        return DateValue(row["edtf"], row["end_of"])
    if row["name"] is not None:
        return NameValue(row["name"])
    if row["stance"] is not None:
        return StanceValue(row["stance"])
    return Quantity(row["low"], row["high"], bool(row["approximate"]), row["unit"])


def _readings(connection: Connection, problems: Iterable[Row], only: Only) -> Iterator[Reading]:
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for field, noun, table in PARTS:
        for row in rows(connection, table, only=only):
            held[row["article"]][field].append(noun_of(noun, row))
    for row in problems:
        held[row["article"]]["problems"].append(noun_of(Problem, row))
    articles = {row["capture"]: noun_of(Article, row) for row in rows(connection, schema.ARTICLE, only=only)}
    for row in rows(connection, schema.CAPTURE, only=only):
        capture = noun_of(Capture, row, ("markup",))
        article = articles[capture.id]
        yield Reading(capture, article, **{field: tuple(parts) for field, parts in held[article.id].items()})
