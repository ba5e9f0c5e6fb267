"""What a record said is compared with what it says now without being held in memory."""

from __future__ import annotations

import shutil
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from benchmarks.multiplied import multiply
from large_records import SMALL, Address, related, told_again
from sqlalchemy import update

from reportedly.model.reading import Reading
from reportedly.relate.changes import changes
from reportedly.relate.gathering import stories
from reportedly.relate.regrouped import homes, regrouped
from reportedly.store import journal, new_record, tables
from reportedly.store.past import Past
from reportedly.store.schema import ARTICLE


@pytest.fixture(scope="module")
def readings(ferry_file: Path) -> Sequence[Reading]:
    return told_again(ferry_file, 3)


@pytest.mark.parametrize(("earlier", "later"), [(slice(-3), slice(None)), (slice(None), slice(2, -3))])
def test_what_is_set_aside_tells_the_same_changes(
    readings: Sequence[Reading], new_address: Address, earlier: slice, later: slice
) -> None:
    before, now = related(readings[earlier]), related(readings[later])
    with new_record(new_address()) as store, store._engine.begin() as connection:
        tables.write(connection, before)
        past = Past(connection)
        tables.write(connection, now)
        assert (*past.changes(now), *past.withdrawn()) == changes(before, now) != ()
        assert list(past.moved()) == list(regrouped(homes(before), homes(now)))
        past.forget()
        Past(connection).forget()


def test_stories_that_became_one_and_one_that_became_several(
    readings: Sequence[Reading], new_address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories, "SMALL", SMALL)
    record = related(readings)
    one, other, *_ = sorted(set(homes(record).values()))
    joined = {article: one if home == other else home for article, home in homes(record).items()}
    assert joined != homes(record)
    with new_record(new_address()) as store, store._engine.begin() as connection:
        tables.write(connection, record)
        past = Past(connection)
        moved = update(ARTICLE).where(ARTICLE.c.story == other[0]).values(story=one[0])
        connection.execute(moved)
        assert list(past.moved()) == list(regrouped(homes(record), joined))
        assert [change.kind for change in past.moved()] == ["merged"]
        past.forget()
        past = Past(connection)
        tables.write(connection, record)
        assert list(past.moved()) == list(regrouped(joined, homes(record)))
        assert [change.kind for change in past.moved()] == ["parted"]


def test_it_takes_no_more_memory_for_a_larger_record(ferry_file: Path, tmp_path: Path) -> None:
    """What stood, fetched at once, takes a kilobyte for every answer; what is set aside none."""
    record = Path(shutil.copy(ferry_file, tmp_path / "r.db"))
    multiply(record, 200)
    with new_record(record) as store, store._engine.begin() as connection:
        at_once = _most(lambda: journal.stood(connection))
        aside = _most(lambda: list(Past(connection).withdrawn()))
    assert aside < at_once / 100


def _most(work: Callable[[], object]) -> int:
    """Bytes held at most while work was done."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most
