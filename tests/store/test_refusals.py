"""A file that is no record of ours, or too new a one, is refused with a sentence and left as it was."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import update

from reportedly.model.errors import RecordFormatError, StoreError
from reportedly.model.problem import Problem
from reportedly.model.record import Record
from reportedly.store import new_record, open_record, schema
from reportedly.store.file import APPLICATION, engine_to_write

EMPTY = Record((), ())


def made(path: Path, record: Record = EMPTY) -> Path:
    with new_record(path) as store:
        store.integrate([], set(), [], lambda *_: record)
    return path


@pytest.mark.parametrize("opening", [open_record, new_record])
@pytest.mark.parametrize("content", [b"just a text\n" * 100, b"SQLite format 3\0 and then nothing of the kind" * 99])
def test_a_file_that_is_no_database(tmp_path: Path, opening: type, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(RecordFormatError, match="not a record of reportedly"), opening(path):
        pass
    assert path.read_bytes() == content


@pytest.mark.parametrize("opening", [open_record, new_record])
def test_a_database_of_somebody_else(tmp_path: Path, opening: type) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE about (recipe TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(RecordFormatError, match="not a record of reportedly"), opening(path):
        pass
    assert path.read_bytes() == before


@pytest.mark.parametrize("opening", [open_record, new_record])
def test_a_record_of_a_newer_format(tmp_path: Path, opening: type) -> None:
    path = made(tmp_path / "record.db")
    engine = engine_to_write(path)
    with engine.begin() as connection:
        connection.execute(update(schema.ABOUT).where(schema.ABOUT.c.key == "schema").values(value=99))
    engine.dispose()
    with pytest.raises(RecordFormatError, match=r"its format is 99, newer than 1.* update reportedly"), opening(path):
        pass


def test_no_record_to_read(tmp_path: Path) -> None:
    with (
        pytest.raises(RecordFormatError, match="there is no record here; make one with"),
        open_record(tmp_path / "no.db"),
    ):
        pass
    assert not list(tmp_path.iterdir())


def test_a_folder_and_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordFormatError, match="is a folder"), new_record(tmp_path):
        pass
    with pytest.raises(RecordFormatError, match="is not there; make it first"), new_record(tmp_path / "no" / "r.db"):
        pass


def test_a_record_without_a_finished_build(tmp_path: Path) -> None:
    with new_record(tmp_path / "record.db"):
        pass
    with open_record(tmp_path / "record.db") as store, pytest.raises(RecordFormatError, match=r"no build .* finished"):
        store.record()


def test_a_record_is_one_file_when_nobody_uses_it(tmp_path: Path) -> None:
    path = made(tmp_path / "record.db")
    with open_record(path) as store:
        assert store.record() == EMPTY
    assert [p.name for p in tmp_path.iterdir()] == ["record.db"]
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_reading_goes_on_while_another_writes(tmp_path: Path) -> None:
    problems = (Problem("a.txt", "read", "empty file"),)
    path = made(tmp_path / "record.db")
    with new_record(path) as writer, open_record(path) as reader:

        def relate(*_: object) -> Record:
            assert reader.record() == EMPTY
            return Record((), (), problems=problems)

        writer.integrate([], set(), [], relate)
        assert reader.record().problems == problems


def test_a_fault_while_relating_leaves_the_old_record(tmp_path: Path) -> None:
    path = made(tmp_path / "record.db")

    def relate(*_: object) -> Record:
        raise RuntimeError("relating failed")

    with pytest.raises(RuntimeError), new_record(path) as store:
        store.integrate([], {"a.txt"}, [Problem("a.txt", "read", "empty file")], relate)
    with open_record(path) as store:
        assert store.record() == EMPTY


def test_a_record_on_a_medium_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path / "record.db")
    monkeypatch.setattr(os, "access", lambda *_: False)
    path.chmod(0o444)
    with open_record(path) as store:
        assert store.record() == EMPTY
    assert [p.name for p in tmp_path.iterdir()] == ["record.db"]


FULL = """
import resource, sys
from reportedly.model.problem import Problem
from reportedly.model.record import Record
from reportedly.store import new_record
many = tuple(Problem(f"{n}.txt", "read", "empty file", "x" * 500) for n in range(20_000))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with new_record(sys.argv[1]) as store:
    store.integrate([], set(), [], lambda *_: Record((), (), problems=many))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no RLIMIT_FSIZE")
def test_a_full_disk_leaves_the_old_record(tmp_path: Path) -> None:
    problems = (Problem("a.txt", "read", "empty file"),)
    path = made(tmp_path / "record.db", Record((), (), problems=problems))
    run = subprocess.run([sys.executable, "-c", FULL, path], capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert StoreError.__name__ in run.stderr
    assert "the record is as it was" in run.stderr
    with open_record(path) as store:
        assert store.record().problems == problems
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_file_that_was_begun_and_no_more(tmp_path: Path) -> None:
    """Killed after the file was made and before its tables were."""
    connection = sqlite3.connect(tmp_path / "record.db")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    assert (tmp_path / "record.db").stat().st_size
    with pytest.raises(RecordFormatError, match="not a record"), open_record(tmp_path / "record.db"):
        pass
    made(tmp_path / "record.db")
    with open_record(tmp_path / "record.db") as store:
        assert store.record() == EMPTY


def test_tables_of_another_shape_are_made_anew_and_nothing_is_lost(tmp_path: Path) -> None:
    problems = (Problem("a.txt", "read", "empty file"),)
    path = made(tmp_path / "record.db", Record((), (), problems=problems))
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE statement DROP COLUMN manner")
        connection.execute("UPDATE about SET value = '\"old\"' WHERE key = 'shape'")
    connection.close()
    with pytest.raises(RecordFormatError, match="another version of reportedly, with other columns"), open_record(path):
        pass
    told: list[object] = []

    def relate(_: object, __: object, kept: tuple[Problem, ...]) -> Record:
        told.append(kept)
        return Record((), (), problems=kept)

    with new_record(path) as store:
        store.integrate([], set(), [], relate)
    assert told == [problems]
    with open_record(path) as store:
        assert store.record().problems == problems
        assert store.statements_with("anything") == []
