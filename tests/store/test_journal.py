"""Every build and decision after the first is noted with what it changed; the record itself knows nothing of it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.model.filters import ChangeFilter, FilterError
from reportedly.model.record import Record
from reportedly.store import Store, new_record, open_record
from reportedly.store.journal import Edition, Noted

STAGES = (("clean", "blocks.v1"),)


def kept(store: Store, record: Record) -> None:
    store.integrate((), set(), (), lambda *_: record)


def noted(store: Store, asked: ChangeFilter = ChangeFilter()) -> list[Noted]:  # noqa: B008 - frozen
    with store.pages() as pages:
        return list(pages.journal.changes(asked))


def edition(store: Store) -> Edition:
    with store.pages() as pages:
        found = pages.journal.edition()
    assert found
    return found


@pytest.fixture
def lesser(ferry: Record) -> Record:
    """The ferry's record without its first point, and without the last answer of the second."""
    second = ferry.points[1]
    assert len(second.answers) > 1
    cut = replace(second, answers=second.answers[:-1], revisions=(), contested=False)
    return replace(ferry, pipeline=STAGES, points=(cut, *ferry.points[2:]))


def test_a_second_build_notes_what_the_first_had_not(
    new_address: Callable[[], str | Path], ferry: Record, lesser: Record
) -> None:
    with new_record(new_address()) as store:
        kept(store, lesser)
        assert (edition(store).number, noted(store)) == (1, [])
        kept(store, replace(ferry, pipeline=STAGES))
        found = noted(store)
        assert edition(store).number == 2
        assert {each.edition for each in found} == {2}
        new, grown = ferry.points[:2]
        told = {(each.kind, each.point, each.answer) for each in found}
        assert ("question", new.id, None) in told
        assert grown.answers[-1].id in {each.answer for each in found if each.point == grown.id}
        assert {each.point for each in found} == {new.id, grown.id}
        assert noted(store, ChangeFilter(after=2)) == []
        assert noted(store, ChangeFilter(kind=("question",))) == [each for each in found if each.kind == "question"]
        with store.pages() as pages:
            assert sum(pages.journal.counted(ChangeFilter()).values()) == len(found)
            assert set(pages.journal.most_telling(ChangeFilter(), 9)) == {new.id, grown.id}
        tomorrow = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=2)
        assert noted(store, ChangeFilter(since=tomorrow)) == []
        kept(store, replace(ferry, pipeline=STAGES))
        assert (edition(store).number, len(noted(store))) == (3, len(found))
        kept(store, lesser)
        assert "withdrawn" in {each.kind for each in noted(store, ChangeFilter(after=3))}


def test_what_other_stages_read_otherwise_is_not_told_as_news(tmp_path: Path, ferry: Record, lesser: Record) -> None:
    with new_record(tmp_path / "a.db") as store:
        kept(store, lesser)
        kept(store, replace(ferry, pipeline=(("clean", "blocks.v2"),)))
        assert noted(store) == []
        assert edition(store).anew == edition(store).number == 2


def test_the_version_changes_in_the_moment_in_which_the_record_does(tmp_path: Path, ferry: Record) -> None:
    path = tmp_path / "a.db"
    with new_record(path) as writer, open_record_after(writer, path, ferry) as reader:
        with reader.pages() as pages:
            first = pages.version()
        writer.finished(1.0, 1, 1)
        with reader.pages() as pages:
            assert pages.version() == first
        kept(writer, ferry)
        with reader.pages() as pages:
            assert pages.version() != first


def open_record_after(writer: Store, path: Path, record: Record):  # type: ignore[no-untyped-def]  # a context
    kept(writer, record)
    return open_record(path)


def test_a_copy_keeps_the_journal(tmp_path: Path, ferry: Record, lesser: Record) -> None:
    with new_record(tmp_path / "a.db") as one, new_record(tmp_path / "b.db") as other:
        kept(one, lesser)
        kept(one, replace(ferry, pipeline=STAGES))
        one.copy_to(other, "b.db")
        assert noted(other) == noted(one)
        assert edition(other) == edition(one)


def test_a_kind_that_there_is_not_is_refused() -> None:
    with pytest.raises(FilterError, match="none of question"):
        ChangeFilter(kind=("rumour",))  # type: ignore[arg-type]
