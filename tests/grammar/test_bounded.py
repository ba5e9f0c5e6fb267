"""No input takes the grammars long: at most 50 ms per 1,000 characters, whatever they are."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.grammar.dates import moments
from reportedly.grammar.edtf import when
from reportedly.grammar.numbers import quantities

ANCHOR = when("2031-09-17")
PER_1000 = 0.05  # CPU-seconds
LENGTH = 4000

PIECES = [
    "1", "9,", "1,000,", "12 000 ", "1-", "1 of ", "one ", "twenty-", "hundred and ", "thousand, ", "a ", "the ", "of ",
    "half a ", "dozens of ", "tens of thousands of ", "between 1 and ", "from 3 to ", "$", "€1m ", "at least ", "last ",
    "about ", "the last ", "Monday ", "May 5-", "May ", "5 May ", "1994-", "in 1994 ", "early ", "mid-", "two weeks ",
    "a year earlier ", "ago ", "every ", "10:30 ", "p.m. ", "'", "’s ", "\n\n", "\u2029", ".", ",", "(", "%", "years ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_repetition_takes_linear_time(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    assert min(_seconds(text) for _ in range(3)) < PER_1000 * len(text) / 1000  # a busy machine is not our doing


def _seconds(text: str) -> float:
    began = time.process_time()
    moments(text, ANCHOR)
    quantities(text)
    return time.process_time() - began


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60))
def test_any_mixture_is_read_in_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for match in quantities(text):
        assert end <= match.start < match.end <= len(text)
        assert match.start <= match.core[0] < match.core[1]
        assert match.low is not None or match.high is not None
        assert match.low is None or match.high is None or match.low <= match.high
        end = match.end
    for moment in moments(text):
        assert 0 <= moment.start < moment.end <= len(text)
