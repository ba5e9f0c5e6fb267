"""A record from one store into another, row by row: the copy differs in nothing that can be asked of it."""

from __future__ import annotations

from sqlalchemy import Connection, Table, delete, insert, select

from reportedly.model.errors import StoreError
from reportedly.store import migration, schema, search, server
from reportedly.store.filling import BATCH

NUMBERED = {  # a store numbers these by itself
    schema.JUDGEMENT: "position",
    schema.BUILD: "number",
    schema.CHANGE: "position",
}


def transfer(source: Connection, target: Connection, name: str) -> int:
    """Copy a whole record into an empty one, called `name`; how many rows that took.

    Raises `StoreError` when the other is not empty.
    """
    server.take_turn(target)
    if any(target.scalar(select(1).select_from(table).limit(1)) for table in _tables() if table is not schema.ABOUT):
        raise StoreError(f"{name}: holds a record already; name one that is not there yet")
    target.execute(delete(schema.ABOUT).where(schema.ABOUT.c.key != migration.KEY))
    rows = sum(_copied(source, target, table) for table in _tables())
    search.refresh(target)
    return rows


def _tables() -> list[Table]:
    """All tables, each after those that it points to."""
    return schema.METADATA.sorted_tables


def _copied(source: Connection, target: Connection, table: Table) -> int:
    rows = select(*(column for column in table.columns if column.name != NUMBERED.get(table)))
    rows = rows.order_by(*table.primary_key)
    if table is schema.ABOUT:
        rows = rows.where(table.c.key != migration.KEY)
    count = 0
    found = source.execute(rows, execution_options={"yield_per": BATCH})
    for batch in found.mappings().partitions(BATCH):
        target.execute(insert(table), [dict(row) for row in batch])
        count += len(batch)
    return count
