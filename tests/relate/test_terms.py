"""Words as rules compare them: whatever stands in a text has a stem that is something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.relate.terms import stem


@pytest.mark.parametrize(
    ("word", "bare"), [("Ida’s", "ida"), ("bakers'", "baker"), ("’s", "’s"), ("'s", "'s"), ("gates", "gate")]
)
def test_an_ending_is_taken_from_a_word_and_not_from_itself(word: str, bare: str) -> None:
    assert stem(word) == bare


@given(st.text(alphabet="adeins'’", min_size=1))
def test_no_stem_is_empty(word: str) -> None:
    assert stem(word)
