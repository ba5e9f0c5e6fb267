"""Numbers of paragraphs and of what a line lists count nothing."""

from __future__ import annotations

import time

import pytest

from reportedly.grammar.numbers import quantities


def told(text: str) -> list[str]:
    return [text[match.start : match.end] for match in quantities(text)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3. Attendance. The organiser sold 412 tickets.", ["412"]),
        ("4) “Stewards” were 12 in all.", ["12"]),
        ("The gate held.\n7. First arrival. The ship came.", []),
        ("1. Bust of a queen. 2. Chalice with 14 stones. 3. Cross.", ["14"]),
    ],
)
def test_the_number_of_a_part_counts_nothing(text: str, numbers: list[str]) -> None:
    assert told(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "12 dead were found.",
        "Offer: 2 weeks. Demand: 5. The office knows more.",  # no number before or behind it stands so
        "How many died? 7. The mayor said no more.",
        "7 Miners are missing.",
    ],
)
def test_a_number_that_answers_is_no_number_of_a_part(text: str) -> None:
    assert told(text)[-1] in ("12", "5", "7")


def test_a_list_that_never_goes_on_is_read_in_time() -> None:
    text = "The keeper came. " + "7. Lamp. " * 20_000
    begun = time.process_time()
    assert len(told(text)) == 20_000
    assert time.process_time() - begun < 20  # each number looks no farther than its neighbourhood
