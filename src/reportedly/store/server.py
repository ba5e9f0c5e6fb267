"""A record in PostgreSQL, for several people at once: any number of readers, and writers who wait for one another."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

from msgspec.json import decode
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlalchemy.schema import CreateSchema

from reportedly.model.errors import RecordFormatError, ReportedlyError, StoreError
from reportedly.store.admission import admit_reading, admit_writing, make
from reportedly.store.kinds import json

SCHEMES = ("postgresql://", "postgres://")
PATIENCE = 10  # seconds to wait for a server to answer
TURN = 0x72707464  # the lock that a writer of the record holds until its transaction ends


def is_server(record: object) -> bool:
    """Whether a record's name is the address of a server, not the path of a file."""
    return isinstance(record, str) and record.startswith(SCHEMES)


def shown(address: str) -> str:
    """The address without its password."""
    return _url(address).set(drivername="postgresql").render_as_string(hide_password=True)


def engine_to_read(address: str) -> Engine:
    """An engine that changes nothing, and sees the record as it was when a transaction began.

    Raises `RecordFormatError` when there is no record, or one of a newer format; `StoreError` when the server cannot
    be reached.
    """
    engine = _engine(address, isolation_level="REPEATABLE READ")
    event.listen(engine, "begin", lambda connection: connection.execute(text("SET TRANSACTION READ ONLY")))

    def admit(connection: Connection, name: str) -> None:
        if not inspect(connection).get_table_names():
            raise RecordFormatError(f"{name}: there is no record here; make one with: reportedly build PATH -o {name}")
        admit_reading(connection, name)

    return _opened(engine, address, admit)


def engine_to_write(address: str) -> Engine:
    """An engine for the record at `address`, which is made if it is not there.

    Raises `RecordFormatError` when something else is there, or a record of a newer format; `StoreError` when the
    server cannot be reached or does not permit it.
    """

    def admit(connection: Connection, name: str) -> None:
        take_turn(connection)
        if schema := _url(address).query.get("record"):
            connection.execute(CreateSchema(str(schema), if_not_exists=True))
        admit_writing(connection, name)
        make(connection)

    return _opened(_engine(address), address, admit)


def take_turn(connection: Connection) -> None:
    """Wait until no other transaction writes the record; SQLite has it so by itself."""
    if connection.dialect.name == "postgresql":
        turn = text("SELECT pg_advisory_xact_lock(:turn, hashtext(current_schema()))")
        connection.execute(turn, {"turn": TURN})


def _url(address: str) -> URL:
    try:
        return make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as fault:
        raise StoreError(
            "the address of the record cannot be read; write postgresql://user@host/database, "
            "or postgresql:///database?host=/folder/of/its/socket"
        ) from fault


def _engine(address: str, **more: Any) -> Engine:
    if not find_spec("psycopg"):
        raise StoreError(f"{shown(address)}: needs psycopg: pip install 'reportedly[postgres]'")
    url = _url(address)
    arguments: dict[str, Any] = {"connect_timeout": PATIENCE, "application_name": "reportedly"}
    if schema := url.query.get("record"):
        arguments["options"] = f"-csearch_path={_quoted(str(schema))}"
    return create_engine(
        url.difference_update_query(["record"]),
        connect_args=arguments,
        json_serializer=json,
        json_deserializer=decode,
        **more,
    )


def _quoted(schema: str) -> str:
    """A schema's name as libpq's options want it: a name of SQL, with blanks and backslashes escaped."""
    name = '"' + schema.replace('"', '""') + '"'
    return name.replace("\\", "\\\\").replace(" ", "\\ ")


def _opened(engine: Engine, address: str, admit: Callable[[Connection, str], None]) -> Engine:
    name = shown(address)
    try:
        with engine.begin() as connection:
            _understood(connection, name)
            admit(connection, name)
    except OperationalError as fault:
        engine.dispose()
        raise StoreError(f"{name}: {_said(fault)}; look at the address, and whether the server runs") from fault
    except DatabaseError as fault:
        engine.dispose()
        raise StoreError(f"{name}: {_said(fault)}") from fault
    except ReportedlyError:
        engine.dispose()
        raise
    return engine


def _understood(connection: Connection, name: str) -> None:
    encoding = connection.scalar(text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise RecordFormatError(f"{name}: the database is in {encoding}; make one with: createdb --encoding=UTF8")


def _said(fault: DatabaseError) -> str:
    """The first line of what the server or its client said."""
    return str(fault.orig).strip().partition("\n")[0]
