"""Full text in SQLite: FTS5, which keeps no text of its own."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Integer, Select, Table, column, literal_column, select, text
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


def holds(table: Table, words: list[str]) -> ColumnElement[bool]:
    """Whether a row holds all these words."""
    return table.c.position.in_(_found(table, words))


def best(table: Table, words: list[str]) -> Select[int]:
    """Positions of the rows that hold all these words, best first."""
    return _found(table, words).order_by(column("rank"))


def _found(table: Table, words: list[str]) -> Select[int]:
    index = lexical_table(f"{table.name}_words")
    query = " ".join('"' + word.replace('"', '""') + '"' for word in words)
    return select(column("rowid", Integer)).select_from(index).where(literal_column(index.name).op("MATCH")(query))
