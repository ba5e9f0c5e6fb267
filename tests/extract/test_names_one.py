"""A number behind the noun of one thing names it."""

from __future__ import annotations

import pytest

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id


def told(text: str) -> list[str]:
    capture = Capture(capture_id(text.encode(), "a", None), "a", None, "text/plain", text)
    return [figure.text for figure in Extractor()(capture, Cleaner()(capture)).figures]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Inspectors say that the leak began in tank 3 and that 12 people were hurt by the gas.", ["12"]),
        ("The patrol was seen near boundary marker 14 on Tuesday, the ministry said in a statement.", []),
        ("The mayor told reporters that the death toll was 9 and that 14 people are missing.", ["9", "14"]),
        ("Divers say that the 777 jet that sank off the cape on Friday had 14 seats free.", ["14"]),
        (
            "The 12 aircraft took off, the ministry said, with the 40 crew and the 300 troops aboard.",
            ["12", "40", "300"],
        ),
        ("In tank rooms 40 people were at work when the gas came, the union told reporters.", ["40"]),
    ],
)
def test_a_name_counts_nothing(text: str, numbers: list[str]) -> None:
    assert told(text) == numbers
