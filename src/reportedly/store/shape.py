"""Which columns the derived tables have: a version of another shape makes them anew, and loses nothing by it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, Dialect, delete, insert, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.mock import MockConnection
from sqlalchemy.schema import CreateTable

from reportedly.model.ids import sha256_of
from reportedly.store import search
from reportedly.store.schema import ABOUT, DERIVED, METADATA

KEY = "shape"
MAKING: dict[str, Sequence[str]] = {}


@cache
def shape() -> str:
    """A hash of the derived tables as this version has them."""
    tables = (str(CreateTable(table).compile(dialect=sqlite.dialect())) for table in DERIVED)
    return sha256_of("".join(tables).encode())


def fits(connection: Connection) -> bool:
    """Whether the file's derived tables are of this version's shape."""
    return connection.scalar(select(ABOUT.c.value).where(ABOUT.c.key == KEY)) == shape()


def fit(connection: Connection) -> None:
    """Make the derived tables, empty, in this version's shape; part of the transaction that fills them."""
    search.drop(connection)
    METADATA.drop_all(connection, tables=DERIVED)
    METADATA.create_all(connection)
    search.create(connection)
    connection.execute(delete(ABOUT).where(ABOUT.c.key == KEY))
    _note(connection)


def found(connection: Connection) -> None:
    """Make every table where there are none."""
    for statement in _statements(connection.dialect):
        connection.exec_driver_sql(statement)
    search.create(connection)
    _note(connection)


def _note(connection: Connection) -> None:
    connection.execute(insert(ABOUT), {"key": KEY, "value": shape()})


def _statements(dialect: Dialect) -> Sequence[str]:
    """What makes the tables, in the words of a database; thought out once, since a small record takes no longer."""
    if dialect.name not in MAKING:
        said: list[str] = []
        METADATA.create_all(MockConnection(dialect, lambda ddl, *_: said.append(str(ddl.compile(dialect=dialect)))))
        MAKING[dialect.name] = said
    return MAKING[dialect.name]
