"""Records that earlier versions wrote: brought forward, built on, with nothing lost; and no way back."""

import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

import reportedly
from reportedly.export import record_json
from reportedly.model.errors import RecordFormatError
from reportedly.model.record import Record
from reportedly.run.build import build, related
from reportedly.run.pipeline import fingerprint
from reportedly.run.reading import outcome
from reportedly.store import migration, new_record
from reportedly.store.file import engine_to_write
from reportedly.store.schema import SCHEMA_VERSION

RECORDS = Path(__file__).parent / "records"
sys.path.insert(0, str(RECORDS))
from keep import CAPTURES, PROBLEM, STOPPED  # noqa: E402

NEW = "Ferry sinks\n\nTwo ferries sank in the bay on Monday, the coastguard said.\n"


@pytest.mark.parametrize("kept", sorted(RECORDS.glob("*.db")), ids=lambda path: path.stem)
def test_a_record_of_an_earlier_version_is_built_on(kept: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(kept, tmp_path / "record.db"))
    (tmp_path / "new.txt").write_text(NEW)
    built = build([tmp_path / "new.txt"], record=path, workers=1)
    record = reportedly.open(path)
    assert record == built.record
    assert built.added == 1
    assert {Path(capture.path).name for capture in record.captures} == {"one.txt", "two.jsonl", "new.txt"}
    texts = {capture.text for capture in record.captures}
    assert texts == {NEW, *(capture.text for capture in CAPTURES)}
    assert record.problems == (PROBLEM,)
    assert [judgement.what for judgement in record.judgements] == ["one side"]
    assert "".join(record_json(record)) == "".join(record_json(anew(path, tmp_path / "anew.db")))
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM source WHERE id = ?", (STOPPED.id,)).fetchone() == (1,)
    connection.close()


def anew(path: Path, other: Path) -> Record:
    """The record of the same captures, problems and decisions, with every capture read again."""
    old = reportedly.open(path)
    with new_record(other) as store:
        for judgement in old.judgements:
            store.judge(judgement, "2026-01-02T03:04:05+00:00")
        captures = [*CAPTURES, *(capture for capture in old.captures if capture.path.endswith("new.txt"))]
        readings = [(capture, outcome(capture)) for capture in captures]
        store.keep([(capture, reading) for capture, reading in readings if isinstance(reading, bytes)], fingerprint())
        return store.integrate([capture.id for capture in captures], set(), [PROBLEM], related)


def test_this_version_has_its_record_kept() -> None:
    assert (RECORDS / f"reportedly-{reportedly.__version__}.db").is_file()


def test_there_is_a_step_from_every_earlier_format() -> None:
    assert set(migration.STEPS) == set(range(1, SCHEMA_VERSION))


def held(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        found = connection.execute("SELECT value FROM about WHERE key = 'schema'").fetchone()
    connection.close()
    return int(found[0])


def forward(path: Path, steps: dict[int, migration.Step], target: int) -> None:
    engine = engine_to_write(path)
    try:
        with engine.begin() as connection:
            migration.forward(connection, steps, target)
    finally:
        engine.dispose()


def test_steps_are_taken_in_order_and_all_or_none(tmp_path: Path) -> None:
    path = Path(shutil.copy(RECORDS / f"reportedly-{reportedly.__version__}.db", tmp_path / "record.db"))
    taken: list[str] = []

    def wider(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE judgement ADD COLUMN reason TEXT"))
        taken.append("wider")

    def fails(_: Connection) -> None:
        taken.append("fails")
        raise RuntimeError("a step that cannot be taken")

    def narrower(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE judgement DROP COLUMN reason"))
        taken.append("narrower")

    first = SCHEMA_VERSION
    with pytest.raises(RuntimeError):
        forward(path, {first: wider, first + 1: fails}, first + 2)
    assert taken == ["wider", "fails"]
    assert held(path) == first
    with new_record(path) as store:
        assert [judgement.what for judgement, _ in store.judged()] == ["one side"]
    forward(path, {first: wider, first + 1: narrower}, first + 2)
    assert taken[2:] == ["wider", "narrower"]
    assert held(path) == first + 2
    with pytest.raises(RecordFormatError, match="newer than"):
        reportedly.open(path)
