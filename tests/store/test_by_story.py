"""A large record made story by story is the one that relating all of it at once makes, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from large_records import PIPELINE, SMALL, Address, related, soon_crowded, told_again
from sqlalchemy import select

from reportedly.export.record_json import record_json
from reportedly.model.judgement import Judgement
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.relate.gathering import blocks, stories
from reportedly.relate.judged import name_id
from reportedly.store import in_turn, journal, named, new_record, open_record, packed, remembered, schema, whole

PROBLEM = Problem("four.txt", "read", "empty file", "it holds nothing; bring its text")
JUDGEMENT = Judgement("one side", (name_id("the ferry company"), name_id("the coastguard")), "an editor")


@pytest.fixture(autouse=True)
def _soon_large(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (stories, in_turn, whole):
        monkeypatch.setattr(room, "SMALL", SMALL)
    monkeypatch.setattr(blocks, "BLOCK", 5)
    monkeypatch.setattr(named, "BATCH", 4)
    monkeypatch.setattr(remembered, "BATCH", 7)


@pytest.fixture(scope="module")
def readings(ferry_file: Path) -> list[Reading]:
    """The ferry's accounts, and three times more under other names and on other days; three are of one page."""
    return told_again(ferry_file, 4)


def rows(address: str | Path) -> Iterator[tuple[str, list[Any]]]:
    """Every row of every table but the journal's moments."""
    with open_record(address) as store, store._engine.begin() as connection:
        for table in schema.METADATA.sorted_tables:
            found = connection.execute(select(table).order_by(*table.primary_key)).mappings()
            kept_rows = [
                {k: v for k, v in row.items() if k != "made"} for row in found if row.get("key") != journal.KEY
            ]
            if table is schema.PROBLEM:  # in no order but that of what they say
                kept_rows = sorted(({**row, "position": 0} for row in kept_rows), key=str)
            yield table.name, kept_rows


def made(address: str | Path, readings: Sequence[Reading], by: str) -> tuple[Problem, ...]:
    """A record of some captures and then of all, so that there is something to compare with."""
    with new_record(address) as store:
        store.judge(JUDGEMENT, "2026-01-02T03:04:05+00:00")
        for held in (readings[:-4], readings):
            store.keep([(reading.capture, packed(reading)) for reading in held], "test")
            ids = [reading.capture.id for reading in held]
            if by == "story":
                problems = store.by_story(ids, set(), [PROBLEM], PIPELINE)
            else:
                problems = store.integrate(ids, set(), [PROBLEM], related).problems
            assert problems is not None
    return problems


def test_story_by_story_is_all_at_once(
    readings: list[Reading], new_address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    soon_crowded(monkeypatch)
    one, other = new_address(), new_address()
    assert made(one, readings, "story") == made(other, readings, "whole")
    for (table, here), (_, there) in zip(rows(one), rows(other), strict=True):
        assert here == there, table
    with open_record(one) as store:
        assert len(store.record().stories) > 2
        assert "crowded passages" in {problem.what for problem in store.record().problems}
        assert "".join(record_json(store.record())) == "".join(record_json(related(readings, (JUDGEMENT,), (PROBLEM,))))


def test_a_small_record_is_not_made_so(readings: list[Reading], tmp_path: Path) -> None:
    with new_record(tmp_path / "r.db") as store:
        store.keep([(reading.capture, packed(reading)) for reading in readings[:6]], "test")
        assert store.by_story([reading.capture.id for reading in readings[:6]], set(), (), PIPELINE) is None
        assert store.size() == 0
