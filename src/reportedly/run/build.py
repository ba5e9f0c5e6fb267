"""Captures to a record, through all rooms."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Judgement, Record
from reportedly.read import captures
from reportedly.relate import relate
from reportedly.run.pipeline import fingerprint, pipeline
from reportedly.run.pool import read_all
from reportedly.store import Store, new_record

BATCH = 20  # readings that a killed run may have to make again

Watch = Callable[[Capture], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and what it took: captures it met, how many of them were new to the record, seconds."""

    record: Record
    met: int
    added: int
    seconds: float


@dataclass(slots=True)
class _Round:
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
) -> Built:
    """The record of the captures in `paths` (`-`: JSONL on `stdin`) and of those that the file `record` holds already.

    Without `record` nothing is kept. `workers` is the number of processes that read (None: as many as pay); `watch` is
    called with each capture when it has been read. Raises `ReportedlyError` when the file cannot be used; a capture
    that cannot be read is a problem of the record.
    """
    begun = time.monotonic()
    maker = fingerprint()
    with new_record(record) as store:
        before = store.size()
        this = _Round()
        new = _new(captures(paths, stdin=stdin), store, maker, this)
        _read(new, store, maker, this, workers, watch)
        while outdated := store.outdated(maker):
            _read(iter(outdated), store, maker, this, workers, watch)
        made = store.integrate(this.ids, this.paths, this.problems, _related)
        built = Built(made, len(this.ids), len(made.readings) - before, time.monotonic() - begun)
        store.finished(built.seconds, len(made.readings), built.added)
    return built


def _new(items: Iterable[Capture | Problem], store: Store, maker: str, this: _Round) -> Iterator[Capture]:
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
    new: Iterator[Capture], store: Store, maker: str, this: _Round, workers: int | None, watch: Watch | None
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


def _related(readings: Iterable[Reading], judgements: tuple[Judgement, ...], problems: tuple[Problem, ...]) -> Record:
    return relate(readings, pipeline=pipeline(), judgements=judgements, problems=problems)
