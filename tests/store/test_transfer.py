"""A record goes from store to store and back, and nothing that can be asked of it differs."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from private_server import PrivateServer

import reportedly
from reportedly.cli import main
from reportedly.model.errors import StoreError
from reportedly.model.filters import PointFilter
from reportedly.model.judgement import Judgement
from reportedly.run.build import build
from reportedly.store import new_record, open_record

MORE = """Harbour master praises the crews

The crews of two tugs saved nine people, the harbour master said on Tuesday.
"""
WHEN = "2026-01-02T03:04:05+00:00"


def copied(record: str | Path, other: str | Path) -> str | Path:
    done = CliRunner().invoke(main, ["copy", str(record), str(other)])
    assert done.exit_code == 0, done.output
    return other


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = sorted(connection.iterdump())
    connection.close()
    return lines


@pytest.fixture(scope="module")
def judged(ferry_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ferry's record with a judgement and a text that PostgreSQL cannot hold as it is."""
    folder = tmp_path_factory.mktemp("judged")
    (folder / "nul.jsonl").write_text('{"id": "nul", "text": "Nine people \\u0000 were rescued, the master said."}\n')
    path = folder / "judged.db"
    copied(ferry_file, path)
    build([folder / "nul.jsonl"], record=path)
    with new_record(path) as store:
        store.judge(Judgement("same name", ("entity:1", "entity:2"), "an editor"), WHEN)
    return path


def test_there_and_back_without_a_difference(judged: Path, tmp_path: Path, postgres: PrivateServer) -> None:
    there = copied(judged, postgres.new())
    back = Path(copied(there, tmp_path / "back.db"))
    assert reportedly.open(there) == reportedly.open(judged) == reportedly.open(back)
    assert dump(back) == dump(judged)


def test_between_files_without_a_difference(judged: Path, tmp_path: Path) -> None:
    assert dump(Path(copied(judged, tmp_path / "other.db"))) == dump(judged)


def test_a_copy_is_built_on_and_judged_as_the_first_is(
    judged: Path, tmp_path: Path, new_address: Callable[[], str | Path]
) -> None:
    (tmp_path / "more.txt").write_text(MORE)
    records = []
    for record in (copied(judged, new_address()), copied(judged, tmp_path / "first.db")):
        with new_record(record) as store:
            store.judge(Judgement("not the same name", ("entity:1", "entity:3"), "an editor"), WHEN)
        assert build([tmp_path / "more.txt"], record=record, workers=1).added == 1
        records.append(reportedly.open(record))
    assert records[0] == records[1]
    assert len(records[0].judgements) == 2


def test_both_stores_find_the_same_statements(judged: Path, postgres: PrivateServer) -> None:
    with open_record(judged) as file, open_record(copied(judged, postgres.new())) as server:
        for words in (
            "ferry",
            "the",
            "rescued people",
            "RESCUE",
            "fér-ry",
            "said on",
            "3.5",
            "no such-thing",
            "' OR 1",
        ):
            assert sorted(file.statements_with(words, 500)) == sorted(server.statements_with(words, 500)), words
        assert file.statements_with("rescue people")
        sought = [
            {p.id for p, _ in each.points_in_context(PointFilter(), ["rescued", "gate"], 500)}
            for each in (file, server)
        ]
        assert sought[0] == sought[1] != set()


def test_a_record_that_is_there_is_never_written_over(judged: Path, new_address: Callable[[], str | Path]) -> None:
    other = copied(judged, new_address())
    done = CliRunner().invoke(main, ["copy", str(judged), str(other)])
    assert done.exit_code == 3
    assert "holds a record already" in done.output
    with open_record(judged) as source, new_record(other) as target, pytest.raises(StoreError):
        source.copy_to(target, "other")
    assert reportedly.open(other) == reportedly.open(judged)
