"""Full text over statements and captures: SQLite's FTS5, made anew with the tables that it speaks of."""

from __future__ import annotations

from sqlalchemy import Connection, Table, text

from reportedly.store.schema import CAPTURE, STATEMENT

SEARCHED = (STATEMENT, CAPTURE)
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


def positions(connection: Connection, table: Table, words: str, limit: int = 50) -> list[int]:
    """Rows of a searched table that hold all these words, best first; the words are words, never operators."""
    query = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    if not query:
        return []
    found = connection.execute(
        text(f"SELECT rowid FROM {table.name}_words WHERE {table.name}_words MATCH :query ORDER BY rank LIMIT :limit"),  # noqa: S608  # the table is one of ours
        {"query": query, "limit": limit},
    )
    return [row[0] for row in found]
