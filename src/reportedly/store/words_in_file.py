"""Full text in SQLite: FTS5, which keeps no text of its own."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    TextClause,
    bindparam,
    column,
    literal_column,
    select,
    text,
)
from sqlalchemy import table as lexical_table

TOKENS = "porter unicode61 remove_diacritics 2"  # "sank" does not find "sinks", "ferries" finds "ferry"


def create(connection: Connection, table: Table) -> None:
    """The index of a table, empty."""
    connection.execute(
        text(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {table.name}_words USING fts5("
            f"text, content='{table.name}', content_rowid='position', tokenize='{TOKENS}')"
        )
    )


def drop(connection: Connection, table: Table) -> None:
    """Away with the index."""
    connection.execute(text(f"DROP TABLE IF EXISTS {table.name}_words"))


def refresh(connection: Connection, table: Table) -> None:
    """Index what the table holds now."""
    rebuild = f"INSERT INTO {table.name}_words({table.name}_words) VALUES ('rebuild')"  # noqa: S608  # our own name
    connection.execute(text(rebuild))


def forget(connection: Connection, table: Table, positions: Sequence[int]) -> None:
    """Take rows out of the index, while the table still holds them."""
    taken = f"INSERT INTO {table.name}_words({table.name}_words, rowid, text) SELECT 'delete', position, text"
    connection.execute(_of_rows(f"{taken} FROM {table.name}"), {"positions": positions})


def add(connection: Connection, table: Table, positions: Sequence[int]) -> None:
    """Index rows that are new in the table."""
    put = f"INSERT INTO {table.name}_words(rowid, text) SELECT position, text FROM {table.name}"  # noqa: S608
    connection.execute(_of_rows(put), {"positions": positions})


def _of_rows(query: str) -> TextClause:
    return text(f"{query} WHERE position IN :positions").bindparams(bindparam("positions", expanding=True))


def holds(table: Table, words: list[str]) -> ColumnElement[bool]:
    """Whether a row holds all these words."""
    return table.c.position.in_(_found(table, words))


def best(table: Table, words: list[str]) -> Select[int]:
    """Positions of the rows that hold all these words, best first."""
    return _found(table, words).order_by(column("rank"))


def sharing(table: Table, words: list[str]) -> Select[int]:
    """Positions of the rows that hold any of these words, those with many and rare ones first."""
    return _found(table, words, " OR ").order_by(column("rank"))


def _found(table: Table, words: list[str], between: str = " ") -> Select[int]:
    index = lexical_table(f"{table.name}_words")
    query = between.join('"' + word.replace('"', '""') + '"' for word in words)
    return select(column("rowid", Integer)).select_from(index).where(literal_column(index.name).op("MATCH")(query))
