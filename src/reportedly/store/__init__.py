"""A record in a file or a server, with full text. Whatever stops a build, what is kept is the old record or the new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, func, insert, select
from sqlalchemy.exc import OperationalError

from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.model.errors import StoreError
from reportedly.model.filters import PointFilter, StatementFilter, TimelineFilter
from reportedly.model.judgement import Judgement
from reportedly.model.point import Point
from reportedly.model.problem import Problem
from reportedly.model.record import Record
from reportedly.model.timeline import TimelineEntry
from reportedly.store import (
    file,
    kept,
    one_story,
    schema,
    search,
    server,
    streams,
    tables,
    things,
)
from reportedly.store.columns import noun_of
from reportedly.store.kept import packed
from reportedly.store.pages import Pages
from reportedly.store.streams import Account, Accounts, Told
from reportedly.store.things import Thing
from reportedly.store.transfer import transfer

if TYPE_CHECKING:
    from reportedly.store.by_story import Teller
    from reportedly.store.whole import Relate

__all__ = [
    "Account", "Accounts", "Pages", "PointFilter", "StatementFilter", "Store", "Thing", "TimelineFilter",
    "Told",
    "new_record", "open_record", "packed",
]  # fmt: skip

ALL_POINTS, ALL_STATEMENTS, ALL_TIME = PointFilter(), StatementFilter(), TimelineFilter()


class Store:
    """One record in a database, and the readings it was made of."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def record(self, story: str | None = None) -> Record:
        """The record, as its last finished build left it, or one story of it, by its title or id.

        Raises `RecordFormatError` when none was finished, `FilterError` when it holds no such story.
        """
        with self._engine.begin() as connection:
            if story is None:
                return tables.read(connection)
            return one_story.read(connection, story)

    def has(self, capture: Capture, maker: str) -> bool:
        """Whether the reading that the pipeline `maker` (a fingerprint) makes of this capture is kept."""
        with self._engine.begin() as connection:
            return kept.has(connection, capture, maker)

    def keep(self, readings: Iterable[tuple[Capture, bytes]], maker: str) -> None:
        """Keep packed readings, so that a build which is stopped need not make them again."""
        with self._engine.begin() as connection:
            kept.keep(connection, readings, maker)

    def outdated(self, maker: str) -> list[Capture]:
        """Captures of the record that another pipeline read."""
        with self._engine.begin() as connection:
            return list(kept.outdated(connection, maker))

    def integrate(self, added: Iterable[str], seen: set[str], problems: Iterable[Problem], relate: Relate) -> Record:
        """Make the record of its captures and `added` ones (ids of kept readings), all of it or nothing.

        `seen` are paths that were read just now: earlier problems with them are over, `problems` are those of now.
        """
        from reportedly.store import whole

        with self._engine.begin() as connection:
            server.take_turn(connection)
            return whole.integrate(connection, added, whole.standing(connection, seen, problems), relate)

    def by_story(
        self, added: Iterable[str], seen: set[str], problems: Iterable[Problem], pipeline: tuple[tuple[str, str], ...]
    ) -> tuple[Problem, ...] | None:
        """As `integrate`, with one story in memory at a time; the record's problems. None where the record is small."""
        from reportedly.store import in_turn, whole

        with self._engine.begin() as connection:
            server.take_turn(connection)
            return in_turn.integrate(connection, added, whole.standing(connection, seen, problems), pipeline)

    def put(
        self, teller: Teller, problems: Iterable[Problem], pipeline: tuple[tuple[str, str], ...]
    ) -> tuple[Problem, ...]:
        """Put a record that another relates, of kept readings, in the place of this one; all its problems."""
        from reportedly.store import by_story

        with self._engine.begin() as connection:
            server.take_turn(connection)
            return by_story.write(connection, teller, tables.judgements(connection), problems, pipeline)

    def grow(
        self, added: Iterable[str], seen: set[str], problems: Iterable[Problem], pipeline: tuple[tuple[str, str], ...]
    ) -> tuple[Problem, ...] | None:
        """As `integrate`, with nothing related and written but what `added` captures change; the record's problems.

        None, and nothing done, where that would not give the same record: all must be integrated then.
        """
        from reportedly.store import addition, whole

        with self._engine.begin() as connection:
            server.take_turn(connection)
            return addition.grow(connection, added, whole.standing(connection, seen, problems), pipeline)

    def size(self) -> int:
        """How many captures the record holds."""
        with self._engine.begin() as connection:
            return connection.scalar(select(func.count()).select_from(schema.CAPTURE)) or 0

    def finished(self, seconds: float, captures: int, added: int) -> None:
        """Note a build that is done: the only time of running that is kept, and no part of the record."""
        row = {
            "finished": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            "seconds": round(seconds, 3),
            "captures": captures,
            "added": added,
            "version": _version(),
        }
        with self._engine.begin() as connection:
            connection.execute(insert(schema.BUILD), row)

    def judge(self, judgement: Judgement, made: str) -> None:
        """Keep a person's decision and when it was made (ISO 8601); the next build goes by it."""
        with self._engine.begin() as connection:
            tables.add_judgement(connection, judgement, made)

    def count(self, wanted: PointFilter | StatementFilter | TimelineFilter) -> int:
        """How many points, statements or entries of the timeline a filter asks for."""
        with self._engine.begin() as connection:
            return streams.count(connection, wanted)

    def points(self, wanted: PointFilter = ALL_POINTS, *, limit: int | None = None, offset: int = 0) -> Iterator[Point]:
        """The points that a filter asks for, with all their answers, one after the other."""
        with self._engine.begin() as connection:
            yield from streams.points(connection, wanted, limit, offset)

    def statements(
        self, wanted: StatementFilter = ALL_STATEMENTS, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[Told]:
        """The statements that a filter asks for, each with its article and capture, one after the other."""
        with self._engine.begin() as connection:
            yield from streams.statements(connection, wanted, limit, offset)

    def point(self, id_: str) -> Point | None:
        """The point with this id, with all its answers; None where there is none."""
        with self._engine.begin() as connection:
            return streams.point(connection, id_)

    def timeline(
        self, wanted: TimelineFilter = ALL_TIME, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[TimelineEntry]:
        """The entries of the timeline that a filter asks for, in order of time."""
        with self._engine.begin() as connection:
            yield from streams.timeline(connection, wanted, limit, offset)

    @contextmanager
    def accounts(self) -> Iterator[Accounts]:
        """Articles with their captures, by the article's id."""
        with self._engine.begin() as connection:
            yield Accounts(connection)

    def pipeline(self) -> tuple[tuple[str, str], ...]:
        """Each stage with its versioned name. Raises `RecordFormatError` when no build was finished."""
        with self._engine.begin() as connection:
            return tables.pipeline(connection)

    def judged(self) -> tuple[tuple[Judgement, str], ...]:
        """Every decision in the order in which they were taken, undone ones too, and when (ISO 8601)."""
        with self._engine.begin() as connection:
            rows = tables.rows(connection, schema.JUDGEMENT)
            return tuple((noun_of(Judgement, row), row["made"]) for row in rows)

    def thing(self, words: str) -> Thing:
        """What an id, or a name in anybody's spelling, stands for. Raises `JudgementError` when nothing does."""
        with self._engine.begin() as connection:
            return things.find(connection, words)

    def copy_to(self, other: Store, name: str) -> int:
        """Copy all that is kept into an empty record, called `name`, all of it or nothing; how many rows it took.

        Raises `StoreError` when the other is not empty.
        """
        with self._engine.begin() as source, other._engine.begin() as target:
            return transfer(source, target, name)

    @contextmanager
    def pages(self) -> Iterator[Pages]:
        """What single pages need, all of one moment."""
        with self._engine.begin() as connection:
            yield Pages(connection)

    def points_in_context(self, wanted: PointFilter, words: Sequence[str], limit: int) -> Iterator[tuple[Point, str]]:
        """Points of a filter that hold any of these words, those with most and rarest of them first, `limit` at most.

        Each comes with the words of the statements that its answers stand in.
        """
        with self._engine.begin() as connection:
            yield from streams.points_in_context(connection, wanted, words, limit)

    @contextmanager
    def told_since(
        self, day: dt.date, story: str | None = None
    ) -> Iterator[tuple[Iterator[Point], Callable[[str], Article]]]:
        """Points with an answer told on a day or later, and their articles by id, without their texts.

        Of all stories or of one, by its title or id. Raises `FilterError` when the record holds no such story.
        """
        wanted = PointFilter(since=day, order="record", story=(story,) if story else ())
        with self._engine.begin() as connection:
            if story is not None:
                one_story.sure(connection, story)
            shelf = {each.article: each for each in Pages(connection).shelf()}
            yield streams.points(connection, wanted), lambda id_: shelf[id_].reading().article

    def statements_by_id(self, ids: Sequence[str]) -> Iterator[Told]:
        """These statements, in this order; ids that the record does not hold are left out."""
        with self._engine.begin() as connection:
            yield from streams.statements_by_id(connection, ids)

    def statements_with(self, words: str, limit: int = 50) -> list[str]:
        """Ids of the statements whose content holds all these words, best first."""
        with self._engine.begin() as connection:
            positions = search.positions(connection, schema.STATEMENT, words, limit)
            known = select(schema.STATEMENT.c.position, schema.STATEMENT.c.id)
            ids = {
                row.position: row.id
                for row in connection.execute(known.where(schema.STATEMENT.c.position.in_(positions)))
            }
            return [ids[position] for position in positions]


@cache
def _version() -> str:
    return version("reportedly")


@contextmanager
def open_record(record: str | Path) -> Iterator[Store]:
    """A record to read from: the path of a file, or the address of a PostgreSQL database.

    Raises `RecordFormatError` when there is none, or none that this version reads; `StoreError` when a server cannot
    be reached.
    """
    yield from _using(_engine(record, file.engine_to_read, server.engine_to_read), record)


@contextmanager
def new_record(record: str | Path | None) -> Iterator[Store]:
    """A record to add to, made if there is none; `None` is one in memory.

    Raises `RecordFormatError` when something else is there, `StoreError` when the disk, a server or another writer
    stands in the way; the record is then as it was.
    """
    if record is None:
        yield from _using(file.engine_in_memory(), record)
    else:
        yield from _using(_engine(record, file.engine_to_write, server.engine_to_write), record)


def _engine(record: str | Path, of_file: Callable[[Path], Engine], of_server: Callable[[str], Engine]) -> Engine:
    if isinstance(record, str) and server.is_server(record):
        return of_server(record)
    return of_file(Path(record))


def _using(engine: Engine, record: str | Path | None) -> Iterator[Store]:
    try:
        yield Store(engine)
    except OperationalError as fault:
        name = server.shown(str(record)) if server.is_server(record) else record
        raise StoreError(f"{name}: {fault.orig}; the record is as it was, build again when that is mended") from fault
    finally:
        engine.dispose()
