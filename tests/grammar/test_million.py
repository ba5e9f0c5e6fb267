"""A million strings, random and adversarial: no error, no bound out of order, no string that takes long.

The ordinary suite reads a hundredth of them; `make stress` all. `python -m benchmarks.million` reads them in slices.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from benchmarks.million.checks import Stages, grammars

from reportedly.grammar.dates import moments
from reportedly.grammar.edtf import when

PART = 2_500  # strings of one test; the first four are a hundredth of all
FIRST, ALL = 4, 400
STAGED = 25  # one string in so many goes through the stages too


@pytest.mark.parametrize("part", range(FIRST))
def test_ten_thousand_strings(part: int) -> None:
    assert not _faults(part)


@pytest.mark.parametrize("seed", [112568, 370465, 645955, 783738])
def test_of_two_figures_that_share_a_word_the_first_has_it(seed: int) -> None:
    assert grammars(seed).fault is None


def test_no_time_of_day_is_past_midnight() -> None:
    """Found by the million: an hour 24 with minutes raised."""
    assert moments("24:03.4 was a janeiro seat saturday, 2031") != []
    assert [m.timex for m in moments("It shut at 24:00 on 3 May 2031.", when("2031-05-09"))] == ["2031-05-03T24:00"]


def test_a_part_of_day_belongs_to_one_time() -> None:
    """Found by the million: "overnight" was a time of its own and part of the date after it."""
    found = moments('incheswest .5 overnight of1915-04-24 0 "— ', when("../2031"))
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_strings_through_the_stages() -> None:
    stages = Stages()
    assert [fault for seed in range(0, 1000, STAGED) if (fault := stages(seed).fault)] == []


@pytest.mark.stress
@pytest.mark.parametrize("part", range(FIRST, ALL))
def test_a_million_strings(part: int) -> None:
    assert not _faults(part)


def _faults(part: int) -> list[str]:
    return [fault for seed in range(part * PART, (part + 1) * PART) if (fault := grammars(seed).fault)]
