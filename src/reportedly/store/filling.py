"""Many rows at once into a table: the statement and what its types ask are found out once, not for every row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert

from reportedly.store.columns import Row

BATCH = 1000
FILLED: dict[tuple[str, str, tuple[str, ...]], Insertion] = {}


@dataclass(frozen=True, slots=True)
class Insertion:
    """A statement that inserts a row, how the values are had out of one, and what each must become to be stored."""

    statement: str
    values: Callable[[Row], tuple[Any, ...]]
    become: tuple[tuple[int, Callable[[Any], Any]], ...]

    def of(self, rows: Sequence[Row]) -> list[tuple[Any, ...]]:
        """The values of rows as they are handed to the database; what they must become is made column by column."""
        columns: list[Iterable[Any]] = list(zip(*map(self.values, rows), strict=True))
        for at, made in self.become:
            columns[at] = map(made, columns[at])
        return list(zip(*columns, strict=True))


def fill(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Add rows, which all have the same columns, two at least."""
    held = iter(rows)
    while batch := list(islice(held, BATCH)):
        if connection.dialect.positional:
            known = _insertion(table, connection.dialect, tuple(batch[0]))
            connection.exec_driver_sql(known.statement, known.of(batch))
        else:  # names beside values: only SQLAlchemy knows how the server wants them
            connection.execute(insert(table), batch)


def _insertion(table: Table, dialect: Dialect, columns: tuple[str, ...]) -> Insertion:
    key = dialect.name, table.name, columns
    if key not in FILLED:
        FILLED[key] = _made(table, dialect, columns)
    return FILLED[key]


def _made(table: Table, dialect: Dialect, columns: tuple[str, ...]) -> Insertion:
    compiled: Any = insert(table).compile(dialect=dialect, column_keys=list(columns))
    order = tuple(compiled.positiontup)
    kinds = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in order]
    return Insertion(
        str(compiled), itemgetter(*order), tuple((at, made) for at, made in enumerate(kinds) if made is not None)
    )
