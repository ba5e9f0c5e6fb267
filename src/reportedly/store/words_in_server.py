"""Full text in PostgreSQL: words stemmed as in SQLite, none too common, in pieces that its index can take."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    Table,
    TableClause,
    and_,
    column,
    func,
    literal_column,
    select,
    text,
)
from sqlalchemy import table as lexical_table

PIECE = 100_000  # characters: a tsvector holds 1 MB of words and places
APART = "".join(chr(code) for code in range(33, 127) if not chr(code).isalnum())  # what parts words, as in SQLite
ACCENTS = "[\\u0300-\\u036f]"
PLAIN = "translate(regexp_replace(normalize({text}, NFD), '" + ACCENTS + "', '', 'g'), :apart, repeat(' ', 32))"

CONFIGURATION = (
    "CREATE TEXT SEARCH DICTIONARY words_stem (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION words (COPY = simple)",
    "ALTER TEXT SEARCH CONFIGURATION words ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword, "
    "hword_asciipart, hword_part, hword_numpart WITH words_stem",
)


def create(connection: Connection, table: Table) -> None:
    """The index of a table, empty."""
    known = text(
        "SELECT 1 FROM pg_ts_config JOIN pg_namespace ON cfgnamespace = pg_namespace.oid "
        "WHERE cfgname = 'words' AND nspname = current_schema()"
    )
    if connection.scalar(known) is None:
        for statement in CONFIGURATION:
            connection.execute(text(statement))
    name = f"{table.name}_words"
    connection.execute(text(f"CREATE TABLE IF NOT EXISTS {name} (position bigint NOT NULL, words tsvector NOT NULL)"))
    connection.execute(text(f"CREATE INDEX IF NOT EXISTS {name}_index ON {name} USING gin (words)"))
    connection.execute(text(f"CREATE INDEX IF NOT EXISTS {name}_position ON {name} (position)"))


def drop(connection: Connection, table: Table) -> None:
    """Away with the index."""
    connection.execute(text(f"DROP TABLE IF EXISTS {table.name}_words"))


def refresh(connection: Connection, table: Table) -> None:
    """Index what the table holds now."""
    connection.execute(text(f"DELETE FROM {table.name}_words"))  # noqa: S608  # our own name, here and below
    connection.execute(text(_indexed(table)), {"piece": PIECE, "apart": APART})


def forget(connection: Connection, table: Table, positions: Sequence[int]) -> None:
    """Take rows out of the index."""
    gone = text(f"DELETE FROM {table.name}_words WHERE position = ANY(:positions)")  # noqa: S608
    connection.execute(gone, {"positions": list(positions)})


def add(connection: Connection, table: Table, positions: Sequence[int]) -> None:
    """Index rows that are new in the table."""
    put = text(f"{_indexed(table)} WHERE position = ANY(:positions)")
    connection.execute(put, {"piece": PIECE, "apart": APART, "positions": list(positions)})


def _indexed(table: Table) -> str:
    piece = PLAIN.format(text="substr(text, first, :piece + 100)")  # no word is cut in both pieces
    return (
        f"INSERT INTO {table.name}_words SELECT position, to_tsvector('words', {piece}) FROM {table.name}, "  # noqa: S608
        "LATERAL generate_series(1, greatest(length(text), 1), :piece) AS pieces(first)"
    )


def holds(table: Table, words: list[str]) -> ColumnElement[bool]:
    """Whether a row holds all these words; in a text of several pieces they may stand in different ones."""
    index = _index(table)
    found = (select(index.c.position).where(index.c.words.op("@@")(_query(word))) for word in words)
    return and_(*(table.c.position.in_(positions) for positions in found))


def best(table: Table, words: list[str]) -> Select[int]:
    """Positions of the rows that hold all these words, best first."""
    return _ranked(table, words, _index(table)).where(holds(table, words))


def sharing(table: Table, words: list[str]) -> Select[int]:
    """Positions of the rows that hold any of these words, those with most of them first."""
    index = _index(table)
    return _ranked(table, words, index).where(index.c.words.op("@@")(_any(words)))


def _ranked(table: Table, words: list[str], index: TableClause) -> Select[int]:
    rank = func.sum(func.ts_rank(index.c.words, _any(words))).desc()
    found = select(table.c.position).join(index, index.c.position == table.c.position)
    return found.group_by(table.c.position).order_by(rank, table.c.position)


def _any(words: list[str]) -> ColumnElement[Any]:
    return reduce(lambda one, other: one.op("||")(other), map(_query, words))


def _index(table: Table) -> TableClause:
    return lexical_table(f"{table.name}_words", column("position", BigInteger), column("words"))


def _query(word: str) -> ColumnElement[Any]:
    said = func.regexp_replace(func.normalize(word, literal_column("NFD")), ACCENTS, "", "g")
    return func.phraseto_tsquery(literal_column("'words'"), func.translate(said, APART, " " * len(APART)))
