"""A million strings, random and adversarial: no error, no bound out of order, no string that takes long.

The ordinary suite reads a hundredth of them; `make stress` all.
"""

from __future__ import annotations

import time

import pytest
from odd_strings import string

from reportedly.grammar.conversion import in_one_unit
from reportedly.grammar.dates import moments
from reportedly.grammar.edtf import when
from reportedly.grammar.numbers import quantities
from reportedly.model.quantity import Quantity

PER_1000 = 0.05  # CPU-seconds a thousand characters
LEAST = 0.02  # what a short string may take, whatever it is
ANCHORS = [None, *map(when, ("2031-09-17", "2031-02-01/2031-11-30", "2031/..", "../2031", "9999-12-31", "0001-01-01"))]
PART = 2_500  # strings of one test; the first four are a hundredth of all
FIRST, ALL = 4, 400


@pytest.mark.parametrize("part", range(FIRST))
def test_ten_thousand_strings(part: int) -> None:
    assert not _faults(part)


@pytest.mark.parametrize("seed", [112568, 370465, 645955, 783738])
def test_of_two_figures_that_share_a_word_the_first_has_it(seed: int) -> None:
    assert _fault(seed) is None


@pytest.mark.stress
@pytest.mark.parametrize("part", range(FIRST, ALL))
def test_a_million_strings(part: int) -> None:
    assert not _faults(part)


def _faults(part: int) -> list[str]:
    return [fault for seed in range(part * PART, (part + 1) * PART) if (fault := _fault(seed))]


def _fault(seed: int) -> str | None:
    text = string(seed)
    allowed = max(LEAST, PER_1000 * len(text) / 1000)
    for _ in range(3):  # a busy machine is not our doing
        began = time.process_time()
        fault = _read(text, seed)
        if fault or time.process_time() - began < allowed:
            return fault
    return f"{seed}: {text!r} takes long"


def _read(text: str, seed: int) -> str | None:
    times = moments(text, ANCHORS[seed % len(ANCHORS)])
    end = 0
    for moment in times:
        if not end <= moment.start < moment.end <= len(text):
            return f"{seed}: {text!r}: {moment} is out of place"
        end = moment.end
    end, last = 0, None
    for match in quantities(text):
        if not end <= match.start < match.end <= len(text):
            return f"{seed}: {text!r}: {match} is out of place"
        end, one = match.end, Quantity(match.low, match.high, match.approximate, match.unit)
        if last is not None:
            in_one_unit(last, one)
        last = one
    return None
