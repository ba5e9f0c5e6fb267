"""Whether a database holds a record of ours, and the making of an empty one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, inspect, select

from reportedly.model.errors import RecordFormatError
from reportedly.store import migration, shape
from reportedly.store.schema import ABOUT, SCHEMA_VERSION


def admit_reading(connection: Connection, name: str) -> None:
    """Raises `RecordFormatError` unless the database called `name` holds a record that this version reads."""
    held = _format(connection, name)
    if held < SCHEMA_VERSION or not shape.fits(connection):
        raise RecordFormatError(
            f"{name}: was made by another version of reportedly, with other columns; "
            f"build it again, with any of its captures: reportedly build PATH -o {name}"
        )


def admit_writing(connection: Connection, name: str) -> None:
    """Raises `RecordFormatError` when something else is there, or a record of a newer format.

    Nothing at all will do, as a stopped build may leave it; so will an earlier format and other columns.
    """
    if inspect(connection).get_table_names():
        _format(connection, name)


def make(connection: Connection) -> None:
    """An empty record, where there is none; a record of an earlier format is brought forward to today's."""
    if inspect(connection).has_table(ABOUT.name):
        migration.forward(connection)
        return
    shape.found(connection)
    connection.execute(ABOUT.insert(), {"key": "schema", "value": SCHEMA_VERSION})


def _format(connection: Connection, name: str) -> int:
    held: Any = None
    about = inspect(connection)
    if about.has_table(ABOUT.name) and {column["name"] for column in about.get_columns(ABOUT.name)} == {"key", "value"}:
        held = connection.scalar(select(ABOUT.c.value).where(ABOUT.c.key == migration.KEY))
    if not isinstance(held, int):
        raise RecordFormatError(f"{name}: is a database, but not a record of reportedly")
    if held > SCHEMA_VERSION:
        raise RecordFormatError(
            f"{name}: its format is {held}, newer than {SCHEMA_VERSION}, which this version reads; "
            "update reportedly, or build the record anew under another name"
        )
    return held
