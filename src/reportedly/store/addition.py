"""A few captures added to a record, where that needs no other to be related anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from reportedly.model.problem import Problem
from reportedly.relate.judged import Judged
from reportedly.store import journal, shape, tables
from reportedly.store.growing import grown
from reportedly.store.patching import patch

Pipeline = tuple[tuple[str, str], ...]


def grow(
    connection: Connection, added: Iterable[str], problems: Iterable[Problem], pipeline: Pipeline
) -> tuple[Problem, ...] | None:
    """Add the kept readings of some captures (ids); all problems of the record, or None where all must be related."""
    if journal.edition(connection) is None or not shape.fits(connection):
        return None
    judgements = tables.judgements(connection)
    if tables.pipeline(connection) != pipeline or not tables.decided(connection, judgements):
        return None
    judged = Judged(judgements)
    found = grown(connection, added, judged)
    if found is None:
        return None
    before = journal.stood(connection, sorted({*found.gone, *(each.story.id for each in found.tellings)}))
    part = replace(patch(connection, found, judged), pipeline=pipeline)
    every = tables.replace_problems(connection, part, problems)
    journal.note(connection, before, part, dt.datetime.now(dt.UTC))
    return every
