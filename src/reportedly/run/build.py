"""Captures to a record, through all rooms."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from reportedly.model.capture import Capture
from reportedly.model.errors import ReportedlyError
from reportedly.model.judgement import Judgement
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.read import NO_COLUMNS, captures
from reportedly.relate import relate
from reportedly.relate.aside import STAGE, is_aside
from reportedly.run.collecting import seldom
from reportedly.run.pipeline import fingerprint, pipeline
from reportedly.run.reading import put_away, read_all
from reportedly.store import Store, new_record, open_record

LARGE = 1000  # captures read, from which the parser is given up before they are related: loading it again costs less
BATCH = 20  # readings that a killed run may have to make again

Watch = Callable[[Capture], None]


@dataclass(frozen=True)
class Built:
    """What a build made and met.

    `captures` is how many the record holds, `added` counts those that are new to it; `problems` are those of the paths
    that were read this time, and of stories that are set aside; `seconds` is how long it took. `kept` is the record, or
    where it is kept.
    """

    kept: Record | str | Path
    captures: int
    added: int
    problems: tuple[Problem, ...]
    seconds: float

    @cached_property
    def record(self) -> Record:
        """The record, fetched when it is first asked for. Raises `RecordFormatError` when it is there no more."""
        if isinstance(self.kept, Record):
            return self.kept
        with open_record(self.kept) as store:
            return store.record()


class NothingReadError(ReportedlyError):
    """No capture in all that was given; nothing was done. `problems` say why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("nothing could be read, so no record was made or changed; name files with text in them")


@dataclass(slots=True)
class Round:
    """What one build has met so far."""

    ids: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def build(
    paths: Sequence[str | Path],
    *,
    record: str | Path | None = None,
    workers: int | None = None,
    stdin: BinaryIO | None = None,
    watch: Watch | None = None,
    columns: Mapping[str, str] = NO_COLUMNS,
) -> Built:
    """The record of the captures in `paths` (`-`: JSONL on `stdin`) and of those that the file `record` holds already.

    Without `record` nothing is kept. `workers` is the number of processes that read (None: as many as pay); `watch` is
    called with each capture when it has been read; `columns` names the columns of tables that hold our fields. A
    capture that cannot be read is a problem of the record. Raises `NothingReadError` when none can, and other
    `ReportedlyError`s when the file cannot be used.
    """
    begun = time.monotonic()
    maker = fingerprint()
    items = _some(captures(paths, stdin=stdin, columns=columns))
    with seldom(), new_record(record) as store:
        before = store.size()
        this = Round()
        new = _new(items, store, maker, this)
        _read(new, store, maker, this, workers, watch)
        while outdated := store.outdated(maker):
            _read(iter(outdated), store, maker, this, workers, watch)
        if len(this.ids) > LARGE:
            put_away()
        return finished(store, this, before, begun, record)


def lost(problem: Problem) -> bool:
    """Whether something that was given is not in the record; what relating tells of is there, but a story set aside."""
    return problem.stage != STAGE or is_aside(problem)


def finished(store: Store, this: Round, before: int, begun: float, record: str | Path | None) -> Built:
    """Relate what was read, and note the build; the record, kept in `record`, held `before` captures when it began."""
    problems = store.grow(this.ids, this.paths, this.problems, pipeline()) if record is not None and before else None
    if problems is None and record is not None:
        problems = store.by_story(this.ids, this.paths, this.problems, pipeline())
    made: Record | str | Path | None = record
    if made is None or problems is None:
        whole = store.integrate(this.ids, this.paths, this.problems, related)
        made, problems = whole if made is None else made, whole.problems  # what is kept need not be held in memory
    return noted(store, this, before, begun, made, problems)


def noted(
    store: Store, this: Round, before: int, begun: float, made: Record | str | Path, problems: Sequence[Problem]
) -> Built:
    """Note a build that is done; `made` is the record or where it is kept, `problems` are all of it."""
    seconds, captures = time.monotonic() - begun, store.size()
    store.finished(seconds, captures, captures - before)
    return Built(
        made, captures, captures - before, tuple(p for p in problems if p.path in this.paths or is_aside(p)), seconds
    )


def _some(items: Iterable[Capture | Problem]) -> Iterator[Capture | Problem]:
    """The same items, once it is certain that there is a capture among them."""
    items = iter(items)
    problems: list[Problem] = []
    for item in items:
        if isinstance(item, Capture):
            return chain(problems, [item], items)
        problems.append(item)
    raise NothingReadError(problems)


def _new(items: Iterable[Capture | Problem], store: Store, maker: str, this: Round) -> Iterator[Capture]:
    """The captures whose readings are not kept."""
    for item in items:
        this.paths.add(item.path)
        if isinstance(item, Problem):
            this.problems.append(item)
        elif store.has(item, maker):
            this.ids.add(item.id)
        else:
            yield item


def _read(
    new: Iterator[Capture], store: Store, maker: str, this: Round, workers: int | None, watch: Watch | None
) -> None:
    outcomes = read_all(new, workers)
    for first in outcomes:
        batch = []
        for capture, outcome in chain([first], islice(outcomes, BATCH - 1)):
            if isinstance(outcome, Problem):
                this.problems.append(outcome)
            else:
                this.ids.add(capture.id)
                batch.append((capture, outcome))
            if watch:
                watch(capture)
        store.keep(batch, maker)


def related(readings: Iterable[Reading], judgements: tuple[Judgement, ...], problems: tuple[Problem, ...]) -> Record:
    """The record of readings, by the stages of this version."""
    return relate(readings, pipeline=pipeline(), judgements=judgements, problems=problems)
