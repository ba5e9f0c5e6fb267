"""A record in PostgreSQL: what holds of a file holds of it, and several may write at once."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from private_server import PrivateServer
from sqlalchemy import update

from reportedly.model.capture import Capture
from reportedly.model.errors import RecordFormatError, StoreError
from reportedly.model.judgement import Judgement
from reportedly.model.problem import Problem
from reportedly.model.record import Record
from reportedly.store import new_record, open_record, schema, server

EMPTY = Record((), ())
WHEN = "2026-01-02T03:04:05+00:00"


def made(record: str | Path, content: Record = EMPTY) -> str | Path:
    with new_record(record) as store:
        store.integrate([], set(), [], lambda *_: content)
    return record


def problem(detail: str) -> Record:
    return Record((), (), problems=(Problem("a.txt", "read", "empty file", detail),))


@pytest.mark.parametrize("text", ["", "\0", "\ufdd0", "a\0b\ufdd0\0", "\ufdd00", "plain", "é\U0001f600"])
def test_any_text_comes_back(new_address: Callable[[], str | Path], text: str) -> None:
    with open_record(made(new_address(), problem(text))) as store:
        assert store.record() == problem(text)


def test_nothing_there_and_what_to_do(postgres: PrivateServer) -> None:
    with pytest.raises(RecordFormatError, match="there is no record here; make one with"), open_record(postgres.new()):
        pass


def test_a_database_of_somebody_else(postgres: PrivateServer) -> None:
    address = postgres.new("others")
    postgres.ask("CREATE SCHEMA others CREATE TABLE about (recipe text)")
    for opening in (open_record, new_record):
        with pytest.raises(RecordFormatError, match="not a record of reportedly"), opening(address):
            pass
    assert postgres.ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'others'") == "1"


def test_a_record_of_a_newer_format(postgres: PrivateServer) -> None:
    address = made(postgres.new())
    engine = server.engine_to_write(str(address))
    with engine.begin() as connection:
        connection.execute(update(schema.ABOUT).where(schema.ABOUT.c.key == "schema").values(value=99))
    engine.dispose()
    for opening in (open_record, new_record):
        with pytest.raises(RecordFormatError, match=r"its format is 99, newer than 1.* update"), opening(address):
            pass


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("postgresql://somebody:secret@/postgres?host=/nowhere", "No such file"),
        ("postgresql://somebody:secret@host:port/postgres", "cannot be read"),
        ("postgresql://somebody:secret@127.0.0.1:1/postgres", "refused"),
    ],
)
def test_a_server_that_cannot_be_reached_and_a_password_that_is_not_told(address: str, says: str) -> None:
    pytest.importorskip("psycopg")
    for opening in (open_record, new_record):
        with pytest.raises(StoreError, match=says) as fault, opening(address):
            pass
        assert "secret" not in str(fault.value)


def test_a_name_of_a_record_may_be_any(postgres: PrivateServer) -> None:
    address = postgres.new("Any%20%22name%22%5C%20of%20'ours'")
    with open_record(made(address, problem("any"))) as store:
        assert store.record() == problem("any")


def test_reading_changes_nothing(postgres: PrivateServer) -> None:
    with open_record(made(postgres.new())) as store, pytest.raises(Exception, match="read-only transaction"):
        store.judge(Judgement("same name", ("a", "b"), "an editor"), WHEN)


def test_reading_goes_on_while_another_writes(new_address: Callable[[], str | Path]) -> None:
    address = made(new_address())
    with new_record(address) as writer, open_record(address) as reader:

        def relate(*_: object) -> Record:
            assert reader.record() == EMPTY
            return problem("new")

        writer.integrate([], set(), [], relate)
        assert reader.record() == problem("new")


def test_a_fault_while_relating_leaves_the_old_record(new_address: Callable[[], str | Path]) -> None:
    address = made(new_address(), problem("old"))

    def relate(*_: object) -> Record:
        raise RuntimeError("relating failed")

    with pytest.raises(RuntimeError), new_record(address) as store:
        store.integrate([], {"a.txt"}, [Problem("a.txt", "read", "other")], relate)
    with open_record(address) as store:
        assert store.record() == problem("old")


def test_several_writers_lose_nothing(new_address: Callable[[], str | Path]) -> None:
    """Each keeps readings of the same captures in another order, judges, and integrates a problem of its own."""
    address = made(new_address())
    captures = [Capture(f"sha256:{n}", f"{n}.txt", None, "text/plain", f"text {n}") for n in range(20)]
    faults: list[BaseException] = []

    def write(number: int) -> None:
        try:
            with new_record(address) as store:
                for turn in range(5):
                    order = captures[::-1] if (number + turn) % 2 else captures
                    store.keep([(capture, b"reading") for capture in order], f"maker {number}")
                    store.judge(Judgement("same name", (f"{number}", f"{turn}"), "an editor"), WHEN)
                    told = [Problem(f"{number}-{turn}.txt", "read", "empty file")]
                    store.integrate([], set(), told, lambda _, __, problems: Record((), (), problems=problems))
        except BaseException as fault:
            faults.append(fault)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert not faults
    with open_record(address) as store:
        record = store.record()
    assert len(record.judgements) == len(set(record.judgements)) == 20
    assert len(record.problems) == 20
