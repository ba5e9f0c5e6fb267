"""What every string is held to: no exception, nothing out of place, no run that takes long."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.million.strings import string
from benchmarks.sentences import draft_of
from reportedly.extract.counting.figures import Figures
from reportedly.extract.moments import Moments
from reportedly.extract.parse import Parser
from reportedly.grammar.conversion import in_one_unit
from reportedly.grammar.dates import moments
from reportedly.grammar.edtf import when
from reportedly.grammar.numbers import quantities
from reportedly.model.quantity import Quantity

PER_1000 = 0.05  # CPU-seconds a thousand characters, of both grammars
STAGED_PER_1000 = 0.2  # of both grammars and the stages, for which a figure every four characters is much to relate
SHORTEST = 100  # code points that a shorter string is reckoned as
TRIES = 5  # a busy machine is not our doing: only what takes long every time does
ANCHORS = [None, *map(when, ("2031-09-17", "2031-02-01/2031-11-30", "2031/..", "../2031", "9999-12-31", "0001-01-01"))]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The CPU-seconds that a string took, its length in code points, and what was wrong; None for nothing."""

    seconds: float
    length: int
    fault: str | None


def grammars(seed: int) -> Outcome:
    """The string of a seed through both grammars."""
    return _timed(seed, string(seed), PER_1000, lambda text: _read(text, seed))


class Stages:
    """The string of a seed through the stages of times and figures; the parse before them is not timed."""

    def __init__(self) -> None:
        self._parser, self._moments, self._figures = Parser(), Moments(), Figures()

    def __call__(self, seed: int) -> Outcome:
        """What became of it; every value lies inside the text."""
        text = string(seed)
        try:
            parsed = self._parser(draft_of(text))
        except Exception as error:
            return Outcome(0.0, len(text), f"{seed}: {text!r}: the parse raises {error!r}")

        def read(text: str) -> str | None:
            draft = self._figures(self._moments(parsed))
            spans = [*(one.span for one in draft.moments), *(one.span for one in draft.figures)]
            out = [span for span in spans if not 0 <= span.start < span.end <= len(text)]
            return f"{seed}: {text!r}: {out} out of place" if out else None

        return _timed(seed, text, STAGED_PER_1000, read)


def _timed(seed: int, text: str, per_1000: float, read: Callable[[str], str | None]) -> Outcome:
    allowed, least = per_1000 * max(SHORTEST, len(text)) / 1000, float("inf")
    for _ in range(TRIES):
        began = time.process_time()
        try:
            fault = read(text)
        except Exception as error:  # whatever it is, it is a fault
            fault = f"{seed}: {text!r}: {error!r}"
        least = min(least, time.process_time() - began)
        if fault or least < allowed:
            return Outcome(least, len(text), fault)
    return Outcome(least, len(text), f"{seed}: {text!r} takes {least:.3f} s")


def _read(text: str, seed: int) -> str | None:
    times, figures = moments(text, ANCHORS[seed % len(ANCHORS)]), quantities(text)
    for found in (times, figures):
        end = 0
        for one in found:
            if not end <= one.start < one.end <= len(text):
                return f"{seed}: {text!r}: {one} is out of place"
            end = one.end
    values = [Quantity(one.low, one.high, one.approximate, one.unit) for one in figures]
    for first, second in pairwise(values):
        in_one_unit(first, second)
    return None
