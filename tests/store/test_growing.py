"""Adding captures one by one to a large record gives what relating all of them gives, to the byte."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from large_records import PIPELINE, SMALL, Address, related, soon_crowded, told_again

from reportedly.export.record_json import record_json
from reportedly.model.filters import PointFilter, StatementFilter
from reportedly.model.judgement import Judgement
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.relate.gathering import stories
from reportedly.relate.judged import name_id
from reportedly.store import Store, growing, new_record, open_record, packed, whole


def text_of(record: Record) -> str:
    return "".join(record_json(record))


@pytest.fixture(autouse=True)
def _soon_large(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (stories, growing, whole):
        monkeypatch.setattr(room, "SMALL", SMALL)
    monkeypatch.setattr(growing, "SHARE", 1)


@pytest.fixture(scope="module")
def readings(ferry_file: Path) -> list[Reading]:
    """The ferry's accounts as they were read, and twice more under other names and on other days."""
    return told_again(ferry_file, 3)


def begun(address: str | Path, readings: Sequence[Reading]) -> None:
    with new_record(address) as store:
        add(store, readings)
        store.integrate([r.capture.id for r in readings], set(), [Problem("x.txt", "read", "empty")], related)


def add(store: Store, readings: Sequence[Reading]) -> None:
    store.keep([(reading.capture, packed(reading)) for reading in readings], "maker")


def found(record: str | Path, words: str) -> tuple[list[str], list[str]]:
    with open_record(record) as store:
        told = [each.statement.id for each in store.statements(StatementFilter(words=words))]
        return [point.id for point in store.points(PointFilter(words=words))], told


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.stress) for seed in range(1, 6))])
def test_one_by_one_is_all_at_once(
    readings: list[Reading], new_address: Address, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    soon_crowded(monkeypatch)
    order = Random(seed).sample(readings, len(readings))  # noqa: S311  # a test's lot
    record, at_once = new_address(), new_address()
    begun(record, order[:12])
    grew = 0
    for number in range(12, len(order)):
        with new_record(record) as store:
            add(store, [order[number]])
            every = store.grow([order[number].capture.id], set(), [], PIPELINE)
            if every is None:  # the first capture of its page came last
                every = store.integrate([order[number].capture.id], set(), [], related).problems
            else:
                grew += 1
            if number in (16, len(order) - 1):
                want = related(order[: number + 1], (), (Problem("x.txt", "read", "empty"),))
                assert text_of(store.record()) == text_of(want)
                assert every == want.problems
                assert "crowded passages" in {problem.what for problem in every}
    assert grew >= len(order) - 14
    begun(at_once, order)
    for words in ("ferry", "the minister", "dead"):
        assert found(record, words) == found(at_once, words)


def test_several_at_once_under_decisions_and_a_problem_that_is_over(readings: list[Reading], tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    begun(record, readings[:14])
    names = sorted({mention.name for reading in readings[:8] for mention in reading.names})
    same = Judgement("same name", tuple(sorted((name_id(names[0]), name_id(names[-1])))), "us")
    with new_record(record) as store:
        store.judge(same, "2026-01-01T00:00:00+00:00")
        add(store, readings[14:])
        new = [reading.capture.id for reading in readings[14:]]
        assert store.grow(new, set(), [], PIPELINE) is None, "decisions must be taken in by all first"
        store.integrate((), set(), (), related)
        assert store.grow(new, {"x.txt"}, [], PIPELINE) == ()
        assert text_of(store.record()) == text_of(related(readings, (same,)))


def test_what_nothing_new_touches_is_left_alone(readings: list[Reading], tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    begun(record, readings)
    with new_record(record) as store:
        before = text_of(store.record())
        assert store.grow([readings[0].capture.id], set(), [], PIPELINE) is not None
        assert text_of(store.record()) == before


def test_what_was_read_anew_or_by_other_stages_is_for_all(readings: list[Reading], tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    begun(record, readings[:12])
    with new_record(record) as store:
        assert store.grow((), set(), [], (("test", "test.v2"),)) is None
        add(store, [replace(readings[3], capture=replace(readings[3].capture, captured="2026-01-01"))])
        assert store.grow([readings[3].capture.id], set(), [], PIPELINE) is None


def test_a_whole_folder_finds_room_between_two_captures(readings: list[Reading], tmp_path: Path) -> None:
    """Each halving what is left, they would have none after eight."""
    record = tmp_path / "record.db"
    ordered = sorted(readings, key=lambda reading: reading.capture.path)
    begun(record, [*ordered[:1], *ordered[13:]])
    with new_record(record) as store:
        add(store, ordered[1:13])
        assert store.grow([each.capture.id for each in ordered[1:13]], set(), [], PIPELINE) is not None
        assert text_of(store.record()) == text_of(
            related(readings, (), (Problem("x.txt", "read", "empty"),)),
        )


def test_where_there_is_no_room_between_two_captures_all_is_written(
    readings: list[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growing, "ROOM", growing.STRIDE)
    record = tmp_path / "record.db"
    ordered = sorted(readings, key=lambda reading: reading.capture.path)
    begun(record, [*ordered[:5], *ordered[6:]])
    with new_record(record) as store:
        add(store, [ordered[5]])
        assert store.grow([ordered[5].capture.id], set(), [], PIPELINE) is None
