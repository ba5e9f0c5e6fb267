"""A number behind a name in capitals is part of the name, unless a place's name leads to what it counts."""

from __future__ import annotations

import pytest

from reportedly.grammar.numbers import quantities


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("In Velden 12 people were hurt.", [12]),
        ("Across Old Harrow 40 homes burned, and in Holm 9 were lost.", [40, 9]),
        ("The firm said that near Lund 3 more were found.", [3]),
        ("The Harrow 737 came down near Lund.", []),
        ("It was in Harrow 13 that he sat.", []),
        ("He sat in Wing 22 this week.", []),
        ("It runs on Harrow Explorer 5.01 alone.", []),
    ],
)
def test_what_follows_a_place_counts(text: str, counts: list[int]) -> None:
    assert [match.low for match in quantities(text)] == counts
