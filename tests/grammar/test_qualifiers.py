"""A qualifier belongs to one number only."""

import pytest

from reportedly.grammar.numbers import quantities


def test_a_known_number_is_no_least() -> None:
    text = "over the three nights, over three nights, about the 40"
    assert [text[m.start : m.end] for m in quantities(text)] == ["three", "over three", "about the 40"]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("12 At least 12", ["12", "At least 12"]),
        ("12 at least $14", ["12", "at least $14"]),
        ("10 to 12 at least 12", ["10 to 12", "at least 12"]),
        ("They lost 12 at least, 14 at most.", ["12 at least", "14 at most"]),
    ],
)
def test_between_two_numbers_it_is_the_next_ones(text: str, phrases: list[str]) -> None:
    assert [text[m.start : m.end] for m in quantities(text)] == phrases
