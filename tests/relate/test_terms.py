"""Words as rules compare them: whatever stands in a text has a stem that is something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.relate import relate
from reportedly.relate.terms import content_stems, stem


@pytest.mark.parametrize(
    ("word", "bare"), [("Ida’s", "ida"), ("bakers'", "baker"), ("’s", "’s"), ("'s", "'s"), ("gates", "gate")]
)
def test_an_ending_is_taken_from_a_word_and_not_from_itself(word: str, bare: str) -> None:
    assert stem(word) == bare


@given(st.text(max_size=12))
def test_no_stem_is_empty(text: str) -> None:
    assert all(content_stems(text))


def test_a_verb_that_is_only_an_apostrophe_and_an_s_breaks_nothing() -> None:
    accounts = ("What’s on the roof? There's smoke, the mayor said on Monday.", "What's there? It’s smoke in Lund.")
    readings = []
    for number, told in enumerate(accounts):
        capture = Capture(capture_id(told.encode(), f"{number}.txt", None), f"{number}.txt", None, "text/plain", told)
        readings.append(Extractor()(capture, Cleaner()(capture)))
    assert len(relate(readings, pipeline=()).articles) == len(accounts)
