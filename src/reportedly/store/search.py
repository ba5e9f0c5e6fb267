"""Full text over statements, points and captures: SQLite's FTS5, made anew with the tables that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BindParameter, Boolean, ColumnElement, Connection, Table, bindparam, func, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from reportedly.store.schema import CAPTURE, POINT, STATEMENT

SEARCHED = (STATEMENT, POINT, CAPTURE)
TOKENS = "porter unicode61 remove_diacritics 2"  # "sank" does not find "sinks", "ferries" finds "ferry"


def create(connection: Connection) -> None:
    """The indexes, empty; they keep no text of their own."""
    for table in SEARCHED:
        connection.execute(
            text(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS {table.name}_words USING fts5("
                f"text, content='{table.name}', content_rowid='position', tokenize='{TOKENS}')"
            )
        )


def drop(connection: Connection) -> None:
    """Away with the indexes."""
    for table in SEARCHED:
        connection.execute(text(f"DROP TABLE IF EXISTS {table.name}_words"))


def refresh(connection: Connection) -> None:
    """Index what the tables hold now."""
    for table in SEARCHED:
        rebuild = f"INSERT INTO {table.name}_words({table.name}_words) VALUES ('rebuild')"  # noqa: S608  # our own name
        connection.execute(text(rebuild))


class Holds(ColumnElement[bool]):
    """Whether a row of a searched table holds all these words, in any form; the words are words, never operators."""

    inherit_cache = False
    type = Boolean()

    def __init__(self, table: Table, words: str) -> None:
        self.table = table
        self.words = words.split()


def _quoted(words: Iterable[str]) -> str:
    return " ".join('"' + word.replace('"', '""') + '"' for word in words)


@compiles(Holds, "sqlite")
def _in_sqlite(asked: Holds, compiler: SQLCompiler, **more: Any) -> str:
    name = f"{asked.table.name}_words"
    query: BindParameter[str] = bindparam(
        None, " ".join('"' + word.replace('"', '""') + '"' for word in asked.words), unique=True
    )
    found = f"SELECT rowid FROM {name} WHERE {name} MATCH {compiler.process(query, **more)}"  # noqa: S608  # the table is one of ours
    return f"{compiler.process(asked.table.c.position, **more)} IN ({found})"


@compiles(Holds, "postgresql")
def _in_postgresql(asked: Holds, compiler: SQLCompiler, **more: Any) -> str:
    words: BindParameter[str] = bindparam(None, " ".join(asked.words), unique=True)
    held = func.to_tsvector("english", asked.table.c.text).op("@@")(func.plainto_tsquery("english", words))
    return compiler.process(held, **more)


def positions(connection: Connection, table: Table, words: str, limit: int = 50) -> list[int]:
    """Rows of a searched table that hold all these words, best first; the words are words, never operators."""
    query = _quoted(words.split())
    if not query:
        return []
    found = connection.execute(
        text(f"SELECT rowid FROM {table.name}_words WHERE {table.name}_words MATCH :query ORDER BY rank LIMIT :limit"),  # noqa: S608  # the table is one of ours
        {"query": query, "limit": limit},
    )
    return [row[0] for row in found]
