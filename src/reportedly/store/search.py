"""Full text over statements, points and captures, made anew with the tables that it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Connection, Select, Table, false
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import Grouping

from reportedly.store import words_in_file, words_in_server
from reportedly.store.schema import CAPTURE, POINT, STATEMENT

BATCH = 500  # positions in one query
SEARCHED = (STATEMENT, POINT, CAPTURE)
INDEXES: dict[str, ModuleType] = {"sqlite": words_in_file, "postgresql": words_in_server}


def create(connection: Connection) -> None:
    """The indexes, empty."""
    for table in SEARCHED:
        INDEXES[connection.dialect.name].create(connection, table)


def drop(connection: Connection) -> None:
    """Away with the indexes."""
    for table in SEARCHED:
        INDEXES[connection.dialect.name].drop(connection, table)


def refresh(connection: Connection) -> None:
    """Index what the tables hold now."""
    for table in SEARCHED:
        INDEXES[connection.dialect.name].refresh(connection, table)


def forget(connection: Connection, table: Table, positions: Sequence[int]) -> None:
    """Take rows of a searched table out of its index, before they are taken out of the table."""
    _some_at_once(INDEXES[connection.dialect.name].forget, connection, table, positions)


def add(connection: Connection, table: Table, positions: Sequence[int]) -> None:
    """Index rows that are new in a searched table."""
    _some_at_once(INDEXES[connection.dialect.name].add, connection, table, positions)


def _some_at_once(
    done: Callable[[Connection, Table, Sequence[int]], None],
    connection: Connection,
    table: Table,
    positions: Sequence[int],
) -> None:
    for start in range(0, len(positions), BATCH):
        done(connection, table, positions[start : start + BATCH])


class Holds(ColumnElement[bool]):
    """Whether a row of a searched table holds all these words, in any form; the words are words, never operators."""

    inherit_cache = False
    type = Boolean()

    def __init__(self, table: Table, words: str) -> None:
        self.table = table
        self.words = _words(words)

    def self_group(self, against: object = None) -> Grouping[bool]:
        """Bare in any condition: compared with a truth value, it would be asked of every row of the table."""
        return Grouping(self)


@compiles(Holds)
def _holds(asked: Holds, compiler: SQLCompiler, **more: Any) -> str:
    found = INDEXES[compiler.dialect.name].holds(asked.table, asked.words) if asked.words else false()
    return compiler.process(found, **more)


def positions(connection: Connection, table: Table, words: str, limit: int = 50) -> list[int]:
    """Rows of a searched table that hold all these words, best first; the words are words, never operators."""
    asked = _words(words)
    if not asked:
        return []
    return list(connection.scalars(INDEXES[connection.dialect.name].best(table, asked).limit(limit)))


def sharing(
    connection: Connection, table: Table, words: Sequence[str], limit: int, among: Select[Any] | None = None
) -> list[int]:
    """Rows of a searched table that hold any of these words, those with most and rarest of them first.

    Of all rows, or of those whose positions `among` selects.
    """
    asked = _words(" ".join(words))
    if not asked:
        return []
    found = INDEXES[connection.dialect.name].sharing(table, asked)
    if among is not None:
        found = found.where(found.selected_columns[0].in_(among))
    return list(connection.scalars(found.limit(limit)))


def _words(words: str) -> list[str]:
    """What is between blanks and holds a letter or digit."""
    return [word for word in words.split() if any(sign.isalnum() for sign in word)]
