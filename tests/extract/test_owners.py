"""Whose a source is: "his lawyer", "his channel"; words that only point name nobody."""

from __future__ import annotations

import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser


@pytest.fixture(scope="session")
def extract() -> Extractor:
    return Extractor((Parser(), Names(), Attributions()))


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The master, Radoslav Petrov, was heard on Monday. His lawyer said tests had found no alcohol.",
            ["Radoslav Petrov's lawyer"],
        ),
        ("The lamp was out. His lawyer said tests had found no alcohol.", ["His lawyer"]),
        ("Those who were there believe that the lamp was out.", [None]),
        (
            "The drivers' chairman, Ivo Marrat, alleged in a video posted on his channel that the signal was green.",
            ["Ivo Marrat", "Ivo Marrat's channel"],
        ),
    ],
)
def test_whose_a_source_is(extract: Extractor, text: str, chain: list[str | None]) -> None:
    it = capture(text)
    (statement,) = extract(it, article(it)).statements
    assert [link.name for link in statement.attribution] == chain
