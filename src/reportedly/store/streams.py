"""Points and statements one after the other: a filter's rows as nouns, without the whole record in memory."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Result, Select, Table, func, select

from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.model.entity import Entity
from reportedly.model.filters import PointFilter, StatementFilter, TimelineFilter
from reportedly.model.mention import PlaceMention
from reportedly.model.point import Answer, Point
from reportedly.model.reading import Reading
from reportedly.model.statement import Statement
from reportedly.model.timeline import TimelineEntry
from reportedly.store import asked, search
from reportedly.store.columns import noun_of
from reportedly.store.schema import ANSWER, ARTICLE, BY_TIME, CAPTURE, ENTITY, PLACE, POINT, STATEMENT, TIMELINE
from reportedly.store.tables import PARTS, answer_of

BATCH = 500
KEPT = 64  # articles at hand, with their texts


@dataclass(frozen=True, slots=True)
class Account:
    """An article and the capture that its spans count in."""

    article: Article
    capture: Capture


@dataclass(frozen=True, slots=True)
class Told:
    """A statement and where it stands."""

    statement: Statement
    account: Account


class Accounts:
    """Articles with their captures by the article's id, fetched when asked for; the last few stay at hand."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: OrderedDict[str, Account] = OrderedDict()
        self._entities: dict[str, Entity | None] = {}

    def __call__(self, article: str) -> Account:
        """One of them. Raises `KeyError` for an article that the record does not hold."""
        if article not in self._kept:
            self._kept[article] = self._fetched(article)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(article)
        return self._kept[article]

    def reading(self, article: str) -> Reading:
        """All that was read out of one article, problems apart. Raises `KeyError` for an article that is not there."""
        account = self(article)
        parts = {name: tuple(self._parts(noun, table, article)) for name, noun, table in PARTS}
        return Reading(account.capture, account.article, **parts)

    def places(self, article: str) -> tuple[PlaceMention, ...]:
        """The places that one article names."""
        return tuple(self._parts(PlaceMention, PLACE, article))

    def _parts(self, noun: type, table: Table, article: str) -> Iterator[Any]:
        rows = self._connection.execute(select(table).where(table.c.article == article).order_by(table.c.position))
        return (noun_of(noun, row) for row in _plain(rows))

    def entity(self, id_: str | None) -> Entity | None:
        """An entity by its id; None for none and for an unknown one."""
        if id_ is not None and id_ not in self._entities:
            row = next(_plain(self._connection.execute(select(ENTITY).where(ENTITY.c.id == id_))), None)
            self._entities[id_] = noun_of(Entity, row) if row else None
        return self._entities[id_] if id_ is not None else None

    def _fetched(self, article: str) -> Account:
        row: Any = self._connection.execute(select(ARTICLE).where(ARTICLE.c.id == article)).mappings().first()
        if row is None:
            raise KeyError(article)
        held: Any = self._connection.execute(select(CAPTURE).where(CAPTURE.c.id == row["capture"])).mappings().one()
        return Account(noun_of(Article, row), noun_of(Capture, held, ("markup",)))


def count(connection: Connection, wanted: PointFilter | StatementFilter | TimelineFilter) -> int:
    """How many it asks for."""
    found = _found(wanted).subquery()
    return connection.scalar(select(func.count()).select_from(found)) or 0


def points(connection: Connection, wanted: PointFilter, limit: int | None = None, offset: int = 0) -> Iterator[Point]:
    """The points with all their answers, in the order asked for."""
    for positions in _positions(connection, wanted, limit, offset):
        yield from _points(connection, positions)


def page(connection: Connection, wanted: PointFilter, limit: int, offset: int) -> tuple[int, list[Point]]:
    """How many points a filter asks for, and some of them."""
    return count(connection, wanted), list(points(connection, wanted, limit, offset))


def point(connection: Connection, id_: str) -> Point | None:
    """The point with this id, whole; None where the record holds none."""
    at = connection.scalars(select(POINT.c.position).where(POINT.c.id == id_)).all()
    return next(_points(connection, at), None)


def timeline(
    connection: Connection, wanted: TimelineFilter, limit: int | None = None, offset: int = 0
) -> Iterator[TimelineEntry]:
    """The entries of the timeline, as the record has them in order."""
    query = asked.happenings(wanted).order_by(*BY_TIME).limit(limit).offset(offset)
    for positions in connection.execute(query).scalars().partitions(BATCH):
        for row in _rows(connection, TIMELINE, positions):
            yield noun_of(TimelineEntry, row)


def _points(connection: Connection, positions: Sequence[int]) -> Iterator[Point]:
    answers: dict[int, list[Answer]] = defaultdict(list)
    held = select(ANSWER).where(ANSWER.c.point.in_(positions)).order_by(ANSWER.c.position)
    for row in connection.execute(held).mappings():
        answers[row["point"]].append(answer_of(row))
    for row in _rows(connection, POINT, positions):
        yield noun_of(Point, row, ("answers",), answers=tuple(answers[row["position"]]))


def statements(
    connection: Connection, wanted: StatementFilter, limit: int | None = None, offset: int = 0
) -> Iterator[Told]:
    """The statements, each with its article and capture, in the order asked for."""
    accounts = Accounts(connection)
    for positions in _positions(connection, wanted, limit, offset):
        for row in _rows(connection, STATEMENT, positions):
            yield Told(noun_of(Statement, row), accounts(row["article"]))


def points_in_context(
    connection: Connection, wanted: PointFilter, words: Sequence[str], limit: int
) -> Iterator[tuple[Point, str]]:
    """Points that hold any of these words, best first, each with the words of the statements its answers stand in."""
    among = _found(wanted) if wanted.narrows else None
    sharing = search.sharing(connection, POINT, words, limit, among)
    for start in range(0, len(sharing), BATCH):
        yield from _in_context(connection, sharing[start : start + BATCH])


def _in_context(connection: Connection, positions: Sequence[int]) -> Iterator[tuple[Point, str]]:
    told = (
        select(ANSWER.c.point, STATEMENT.c.text)
        .join(STATEMENT, STATEMENT.c.id == ANSWER.c.statement)
        .where(ANSWER.c.point.in_(positions))
    )
    words: dict[int, list[str]] = defaultdict(list)
    for position, text in connection.execute(told):
        words[position].append(text)
    for position, point in zip(positions, _points(connection, positions), strict=True):
        yield point, "\n".join(dict.fromkeys(words[position]))


def statements_by_id(connection: Connection, ids: Sequence[str]) -> Iterator[Told]:
    """These statements, in this order; ids that are not there are left out."""
    accounts = Accounts(connection)
    rows: Any = connection.execute(select(STATEMENT).where(STATEMENT.c.id.in_(ids))).mappings()
    held = {row["id"]: row for row in rows}
    for row in (held[id_] for id_ in ids if id_ in held):
        yield Told(noun_of(Statement, row), accounts(row["article"]))


def _found(wanted: PointFilter | StatementFilter | TimelineFilter) -> Select[Any]:
    if isinstance(wanted, TimelineFilter):
        return asked.happenings(wanted)
    return asked.points(wanted) if isinstance(wanted, PointFilter) else asked.statements(wanted)


def _positions(
    connection: Connection, wanted: PointFilter | StatementFilter, limit: int | None, offset: int
) -> Iterator[Sequence[int]]:
    query = asked.ordered(_found(wanted), wanted).limit(limit).offset(offset).execution_options(yield_per=BATCH)
    yield from connection.execute(query).scalars().partitions(BATCH)


def _rows(connection: Connection, table: Table, positions: Sequence[int]) -> Iterator[Any]:
    """The rows at these positions, in their order."""
    rows = connection.execute(select(table).where(table.c.position.in_(positions))).mappings()
    held = {row["position"]: row for row in rows}
    return (held[position] for position in positions)


def _plain(rows: Result[Any]) -> Iterator[Any]:
    return iter(rows.mappings())
