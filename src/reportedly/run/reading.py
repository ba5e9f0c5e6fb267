"""Captures read by this process or by several; whichever it is, the readings are the same."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice

import msgspec

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.run.pool import Outcome, Pool
from reportedly.run.reader import Reader
from reportedly.store import packed

PAYS = 40  # new captures for each further process: loading the parser costs as much as reading some thirty

_decoder = msgspec.json.Decoder(Capture)


def read_all(captures: Iterator[Capture], workers: int | None) -> Iterator[tuple[Capture, Outcome]]:
    """Each capture with its packed reading or its problem, in any order.

    `workers` None means: as many processes as there are cores, and only where there is work enough for them.
    """
    if workers is None:
        first = list(islice(captures, PAYS * 2))
        workers = min(os.cpu_count() or 1, max(1, len(first) // PAYS))
        captures = chain(first, captures)
    if workers == 1:
        for capture in captures:
            yield capture, outcome(capture)
    else:
        yield from Pool(_work, workers).read(captures)


@cache
def reader() -> Reader:
    """One a process: what its stages need is loaded once."""
    return Reader()


def outcome(capture: Capture) -> Outcome:
    """What reading a capture in this process gives."""
    reading = reader()(capture)
    return reading if isinstance(reading, Problem) else packed(reading)


def _work(capture: bytes) -> Outcome:
    return outcome(_decoder.decode(capture))
