"""A record that holds its articles several times takes others as one that was related whole does."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from benchmarks.multiplied import multiply
from large_records import PIPELINE, SMALL, told_again

from reportedly.relate.gathering import stories
from reportedly.store import growing, in_turn, new_record, packed


def test_its_rows_are_there_so_many_times_and_one_more_is_added(
    ferry_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in (stories, in_turn, growing):
        monkeypatch.setattr(room, "SMALL", SMALL)
    *held, last = told_again(ferry_file, 3)
    with new_record(tmp_path / "r.db") as store:
        store.keep([(reading.capture, packed(reading)) for reading in (*held, last)], "test")
        store.by_story([reading.capture.id for reading in held], set(), (), PIPELINE)
    multiply(tmp_path / "r.db", 3)
    with new_record(tmp_path / "r.db") as store:
        assert store.size() == 3 * len(held)
        assert len(store.record().stories) % 3 == 0
        assert store.grow([last.capture.id], set(), (), PIPELINE) is not None
        assert store.size() == 3 * len(held) + 1
    with closing(sqlite3.connect(tmp_path / "r.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
