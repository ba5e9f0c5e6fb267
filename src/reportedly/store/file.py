"""One SQLite file: opened, made, or refused with a clear sentence."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from msgspec.json import decode
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool, StaticPool

from reportedly.model.errors import RecordFormatError
from reportedly.store.admission import admit_reading, admit_writing, make
from reportedly.store.kinds import json

APPLICATION = 0x72707464  # "rptd": what `file` and SQLite know our files by
READERS = 40  # connections of one program at once: a thread may hold several, and hand one to another
PATIENCE = 60.0  # seconds to wait while another process writes


def engine_to_read(path: Path) -> Engine:
    """An engine that changes nothing in the record at `path`.

    Raises `RecordFormatError` when there is no record, or one of a newer format.
    """
    if not path.is_file():
        raise RecordFormatError(f"{path}: there is no record here; make one with: reportedly build PATH -o {path}")
    engine = _engine(lambda: _reader(path), poolclass=QueuePool, max_overflow=READERS)
    event.listen(engine, "begin", _begin_reading)
    return _admitted(engine, path, admit_reading)


def engine_to_write(path: Path) -> Engine:
    """An engine for the record at `path`, which is made if it is not there.

    Raises `RecordFormatError` when something else is there, or a record of a newer format; that is left untouched.
    """
    if path.is_dir():
        raise RecordFormatError(f"{path}: is a folder; name a file for the record")
    if not path.parent.is_dir():
        raise RecordFormatError(f"{path}: the folder {path.parent} is not there; make it first")
    if path.exists() and path.stat().st_size:
        _admitted(_engine(lambda: _reader(path)), path, admit_writing).dispose()
    return _made(_engine(lambda: _writer(path)))


def engine_in_memory() -> Engine:
    """An engine for a record that is gone with its last connection."""
    return _made(_engine(lambda: _connect(Path("memory"), "mode=memory"), poolclass=StaticPool))


def _engine(connect: Callable[[], sqlite3.Connection], **more: Any) -> Engine:
    more.setdefault("poolclass", QueuePool)  # several readers in one thread: points, and the articles they stand in
    return create_engine("sqlite://", creator=connect, json_serializer=json, json_deserializer=decode, **more)


def _made(engine: Engine) -> Engine:
    event.listen(engine, "begin", _begin_writing)
    with engine.begin() as connection:
        make(connection)
        if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
    return engine


def _reader(path: Path) -> sqlite3.Connection:
    """Readers open for writing where they may, since only such a one clears the log of others away when it leaves."""
    mode = "mode=rw"
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        mode = "mode=ro" if Path(f"{path}-wal").exists() else "mode=ro&immutable=1"
    connection = _connect(path, mode)
    connection.execute("PRAGMA query_only=ON")
    return connection


def _writer(path: Path) -> sqlite3.Connection:
    connection = _connect(path, "mode=rwc")
    _log_ahead(connection)
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def _log_ahead(connection: sqlite3.Connection) -> None:
    """WAL, for good; SQLite does not wait by itself while another process does the same to a new file."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    # isolation_level None: when a transaction begins is for SQLAlchemy to say, not for sqlite3
    address = f"file:{quote(str(path))}?{mode}"
    connection = sqlite3.connect(address, PATIENCE, isolation_level=None, check_same_thread=False, uri=True)
    connection.execute("PRAGMA trusted_schema=OFF")
    return connection


def _begin_writing(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _admitted(engine: Engine, path: Path, admit: Callable[[Connection, str], None]) -> Engine:
    """The engine, if it opens a record."""
    try:
        with engine.begin() as connection:
            admit(connection, str(path))
    except DatabaseError as fault:
        engine.dispose()
        raise RecordFormatError(f"{path}: is not a record of reportedly ({fault.orig})") from fault
    except RecordFormatError:
        engine.dispose()
        raise
    return engine
