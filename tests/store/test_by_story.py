"""A large record made story by story is the one that relating all of it at once makes, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from benchmarks.variants import Variants
from sqlalchemy import select

from reportedly.export.record_json import record_json
from reportedly.model.judgement import Judgement
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.relate import relate
from reportedly.relate.gathering import stories
from reportedly.relate.judged import name_id
from reportedly.store import by_story, journal, kept, new_record, open_record, packed, schema, whole
from reportedly.store.file import engine_to_read
from reportedly.store.schema import SOURCE

PIPELINE = (("test", "test.v1"),)
PROBLEM = Problem("four.txt", "read", "empty file", "it holds nothing; bring its text")
JUDGEMENT = Judgement("one side", (name_id("the ferry company"), name_id("the coastguard")), "an editor")
Address = Callable[[], str | Path]


def related(
    readings: Iterable[Reading], judgements: tuple[Judgement, ...] = (), problems: tuple[Problem, ...] = ()
) -> Record:
    return relate(readings, pipeline=PIPELINE, judgements=judgements, problems=problems)


@pytest.fixture(autouse=True)
def _soon_large(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (stories, by_story, whole):
        monkeypatch.setattr(room, "SMALL", 6)


@pytest.fixture(scope="module")
def readings(ferry_file: Path) -> list[Reading]:
    """The ferry's accounts, and three times more under other names and on other days; three are of one page."""
    with engine_to_read(ferry_file).begin() as connection:
        read = list(kept.readings(connection, list(connection.scalars(select(SOURCE.c.id).order_by(SOURCE.c.id)))))
    told = list(Variants([read]).readings(4 * len(read)))
    page = "https://example.org/ferry"
    return [
        replace(r, article=replace(r.article, canonical=page)) if n in (0, 3, 12) else r for n, r in enumerate(told)
    ]


def rows(address: str | Path) -> Iterator[tuple[str, list[Any]]]:
    """Every row of every table but the journal's moments."""
    with open_record(address) as store, store._engine.begin() as connection:
        for table in schema.METADATA.sorted_tables:
            found = connection.execute(select(table).order_by(*table.primary_key)).mappings()
            kept_rows = [
                {k: v for k, v in row.items() if k != "made"} for row in found if row.get("key") != journal.KEY
            ]
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


def test_story_by_story_is_all_at_once(readings: list[Reading], new_address: Address) -> None:
    one, other = new_address(), new_address()
    assert made(one, readings, "story") == made(other, readings, "whole")
    for (table, here), (_, there) in zip(rows(one), rows(other), strict=True):
        assert here == there, table
    with open_record(one) as store:
        assert len(store.record().stories) > 2
        assert "".join(record_json(store.record())) == "".join(record_json(related(readings, (JUDGEMENT,), (PROBLEM,))))


def test_a_small_record_is_not_made_so(readings: list[Reading], tmp_path: Path) -> None:
    with new_record(tmp_path / "r.db") as store:
        store.keep([(reading.capture, packed(reading)) for reading in readings[:6]], "test")
        assert store.by_story([reading.capture.id for reading in readings[:6]], set(), (), PIPELINE) is None
        assert store.size() == 0
