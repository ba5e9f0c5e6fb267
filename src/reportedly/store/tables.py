"""A record to rows of the derived tables and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.model.copy import Copy
from reportedly.model.entity import Entity
from reportedly.model.errors import RecordFormatError
from reportedly.model.exhibit import Exhibit
from reportedly.model.happening import Happening
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

BATCH = 1000
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


def write(connection: Connection, record: Record) -> None:
    """Put a record in the place of the one that was there; judgements stay."""
    for table in schema.DERIVED:
        connection.execute(delete(table))
    _fill(connection, schema.CAPTURE, (row_of(r.capture, ("markup",)) for r in record.readings))
    _fill(connection, schema.ARTICLE, (row_of(r.article) | sought.of_article(r.article) for r in record.readings))
    for field, _, table in PARTS:
        parts = (_part_row(reading, part) for reading in record.readings for part in getattr(reading, field))
        _fill(connection, table, parts)
    for field, _, table in WHOLES:
        _fill(connection, table, map(row_of, getattr(record, field)))
    _fill(connection, schema.ENTITY_NAME, sought.names(record.entities))
    told = sought.texts(record.readings)
    articles = {article.id: article for article in record.articles}
    points = (row_of(point, ("answers",)) | sought.of_point(point, told, articles) for point in record.points)
    _fill(connection, schema.POINT, points)
    _fill(connection, schema.FACET, sought.facets(record.points))
    _fill(connection, schema.ANSWER, _answer_rows(record))
    _fill(connection, schema.PROBLEM, _problem_rows(record))
    connection.execute(delete(schema.ABOUT).where(schema.ABOUT.c.key == "pipeline"))
    connection.execute(insert(schema.ABOUT), {"key": "pipeline", "value": record.pipeline})


def read(connection: Connection) -> Record:
    """The record in these tables, equal to the one that was written.

    Raises `RecordFormatError` when none was.
    """
    problems = list(rows(connection, schema.PROBLEM))
    return Record(
        pipeline=pipeline(connection),
        readings=tuple(_readings(connection, problems)),
        points=tuple(_points(connection)),
        judgements=judgements(connection),
        problems=tuple(noun_of(Problem, row) for row in problems if row["article"] is None),
        **{field: tuple(noun_of(noun, row) for row in rows(connection, table)) for field, noun, table in WHOLES},
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


def add_judgement(connection: Connection, judgement: Judgement, made: str) -> None:
    """One more decision, after all earlier ones."""
    connection.execute(insert(schema.JUDGEMENT), row_of(judgement) | {"made": made})


def _fill(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    batch: list[Row] = []
    for position, row in enumerate(rows, start=1):
        batch.append({"position": position, **row})
        if len(batch) == BATCH:
            connection.execute(insert(table), batch)
            batch = []
    if batch:
        connection.execute(insert(table), batch)


def rows(connection: Connection, table: Table) -> Iterator[Any]:
    """The rows of a table in their order."""
    return iter(connection.execute(select(table).order_by(table.c.position)).mappings())


def _part_row(reading: Reading, part: Any) -> Row:
    return row_of(part) | (sought.of_statement(part, reading) if isinstance(part, Statement) else {})


def _problem_rows(record: Record) -> Iterator[Row]:
    for problem in record.problems:
        yield row_of(problem) | {"article": None}
    for reading in record.readings:
        for problem in reading.problems:
            yield row_of(problem) | {"article": reading.article.id}


def _answer_rows(record: Record) -> Iterator[Row]:
    nothing = dict.fromkeys(("low", "high", "approximate", "unit", "edtf", "name", "stance"))
    articles = {article.id: article for article in record.articles}
    for position, point in enumerate(record.points, start=1):
        for answer in point.answers:
            value = nothing | row_of(answer.value)
            yield (
                row_of(answer, ("value",))
                | value
                | sought.of_answer(answer, articles.get(answer.article))
                | {"point": position}
            )


def _points(connection: Connection) -> Iterator[Point]:
    answers: dict[int, list[Answer]] = defaultdict(list)
    for row in rows(connection, schema.ANSWER):
        answers[row["point"]].append(answer_of(row))
    for row in rows(connection, schema.POINT):
        yield noun_of(Point, row, ("answers",), answers=tuple(answers[row["position"]]))


def answer_of(row: Any) -> Answer:
    """The answer that a row was made of."""
    return noun_of(Answer, row, ("value",), value=_value(row))  # type: ignore[no-any-return]


def _value(row: Any) -> Value:
    if row["edtf"] is not None:
        return DateValue(row["edtf"])
    if row["name"] is not None:
        return NameValue(row["name"])
    if row["stance"] is not None:
        return StanceValue(row["stance"])
    return Quantity(row["low"], row["high"], bool(row["approximate"]), row["unit"])


def _readings(connection: Connection, problems: Iterable[Row]) -> Iterator[Reading]:
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for field, noun, table in PARTS:
        for row in rows(connection, table):
            held[row["article"]][field].append(noun_of(noun, row))
    for row in problems:
        held[row["article"]]["problems"].append(noun_of(Problem, row))
    articles = {row["capture"]: noun_of(Article, row) for row in rows(connection, schema.ARTICLE)}
    for row in rows(connection, schema.CAPTURE):
        capture = noun_of(Capture, row, ("markup",))
        article = articles[capture.id]
        yield Reading(capture, article, **{field: tuple(parts) for field, parts in held[article.id].items()})
