"""Records that pass for large ones: what the tests of how they are made share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.variants import Variants
from sqlalchemy import select

from reportedly.model.judgement import Judgement
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.relate import relate
from reportedly.relate.copying import copies, crowds
from reportedly.store import kept
from reportedly.store.file import engine_to_read
from reportedly.store.schema import SOURCE

PIPELINE = (("test", "test.v1"),)
SMALL = 6  # articles: what is a small record there
CROWD = 1  # articles: what is a crowd there
Address = Callable[[], str | Path]


def related(
    readings: Iterable[Reading], judgements: tuple[Judgement, ...] = (), problems: tuple[Problem, ...] = ()
) -> Record:
    return relate(readings, pipeline=PIPELINE, judgements=judgements, problems=problems)


def soon_crowded(patch: pytest.MonkeyPatch) -> None:
    """Let stories of few articles have crowds."""
    for room in (copies, crowds):
        patch.setattr(room, "CROWD", CROWD)


def told_again(file: Path, times: int) -> list[Reading]:
    """The readings of a record, and again under other names and on other days; three of them are of one page."""
    with engine_to_read(file).begin() as connection:
        read = list(kept.readings(connection, list(connection.scalars(select(SOURCE.c.id).order_by(SOURCE.c.id)))))
    told = list(Variants([read]).readings(times * len(read)))
    page = "https://example.org/ferry"
    return [
        replace(r, article=replace(r.article, canonical=page)) if n in (0, 3, 12) else r for n, r in enumerate(told)
    ]
