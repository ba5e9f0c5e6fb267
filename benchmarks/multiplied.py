"""A record of many articles out of one of few, without relating: its rows again under other ids, words and paths.

Each time again has stories of its own: three of four telling words are others, and so are all ids. Names stay, so that
whoever is named meets bearers of the same name in each of them, as in an archive.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.store import new_record, schema, search
from reportedly.store.remembered import WORDS

ID = re.compile(r"\b([a-z][a-z0-9]*):([0-9a-f]{24,64})\b")
PLACES = {"position", "point", "bearer"}  # whole numbers that tell where a row is, or another that it belongs to
STEP = 1 << 44  # from the places of one time to those of the next
KEPT = 4  # one of so many words is kept
SHARED = ("entity", "entity_name")  # rows of an entity that all times share are there once
LEFT = {"about", "build", "change", "judgement"}  # tables that tell of no article
Row = dict[str, Any]


def multiply(record: Path, times: int) -> None:
    """Let a record file hold its articles so many times."""
    with closing(sqlite3.connect(record)) as connection, connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -400000")  # kilobytes: rows of all tables go between others
        own = {row[0] for row in connection.execute("SELECT entity FROM bearer b WHERE NOT EXISTS (SELECT 1 FROM "
               "witness w WHERE w.bearer = b.position AND w.told LIKE '[\"name\"%')")}  # fmt: skip
        for table in schema.METADATA.sorted_tables:
            if table.name in LEFT:
                continue
            held = [dict(row) for row in connection.execute(f"SELECT * FROM {table.name}")]  # noqa: S608
            made = (row for time in range(1, times) for row in again(table.name, held, time, own))
            marks = ", ".join("?" * len(table.columns))
            columns = ", ".join(f'"{column.name}"' for column in table.columns)
            names = [column.name for column in table.columns]
            connection.executemany(
                f"INSERT INTO {table.name} ({columns}) VALUES ({marks})",  # noqa: S608
                (tuple(row[name] for name in names) for row in made),
            )
    with new_record(record) as store, store._engine.begin() as whole:
        search.refresh(whole)


def again(table: str, held: list[Row], time: int, own: set[str]) -> Iterator[Row]:
    """The rows of a table for one time more; entities of `own` (ids) are others in each."""

    def other(found: re.Match[str]) -> str:
        if found[1] == "entity" and found[0] not in own:
            return found[0]
        told = hashlib.sha512(f"{time}/{found[2]}".encode()).hexdigest()
        return f"{found[1]}:{told[: len(found[2])]}"

    for row in held:
        if table not in SHARED or row["id" if table == "entity" else "entity"] in own:
            yield {name: _value(table, name, value, time, other) for name, value in row.items()}


def _value(table: str, name: str, value: Any, time: int, other: Callable[[re.Match[str]], str]) -> Any:
    if isinstance(value, str):
        if name == "path":
            return f"9{time:04}/{value}"
        if name == "told" and not value.startswith('["name"'):
            return f"{value} {time}"
        return ID.sub(other, value)
    if table == "source":  # a capture or a reading, packed
        return zlib.compress(ID.sub(other, zlib.decompress(value).decode()).encode(), 1)
    if value is None:
        return value
    if name in PLACES and isinstance(value, int):
        return value + time * STEP
    if name == "word":
        return int(_words(np.array([value], dtype=np.int64), time)[0])
    if name == "words" and table == "gist":
        held = np.frombuffer(value, dtype=WORDS).copy()
        held["words"] = _words(held["words"], time)
        return held.tobytes()
    return value


def _words(words: Any, time: int) -> Any:
    """Hashes of words, three of four of them other ones."""
    return np.where(words % KEPT == 0, words, words ^ np.int64((time << 40) * KEPT))
