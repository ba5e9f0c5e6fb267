"""Captures read by this process or by several; whichever it is, the readings are the same."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice

import msgspec

from reportedly.extract.parse import forms_met, language
from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.run.pool import Outcome, Pool
from reportedly.run.reader import Reader
from reportedly.store import packed

FORMS = 30_000  # of words, some 2 kB each with all that is remembered of them: what a thousand articles or two bring
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


def put_away() -> None:
    """Give up what reading needs, and all that it remembers; the next capture has it loaded anew."""
    reader.cache_clear()
    language.cache_clear()
    gc.collect()


def outcome(capture: Capture) -> Outcome:
    """What reading a capture in this process gives.

    Names and numbers never end, and the parser keeps each form of a word that it meets: when they are too many it is
    loaded anew, in a second, so that a process that reads a million articles takes no more memory than another.
    """
    reading = reader()(capture)
    if forms_met() > FORMS:
        put_away()
    return reading if isinstance(reading, Problem) else packed(reading)


def _work(capture: bytes) -> Outcome:
    return outcome(_decoder.decode(capture))
