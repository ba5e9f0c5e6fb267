"""Where something happened: the phrase of place, without the preposition that it opens with."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import account

from reportedly.model.happening import Happening
from reportedly.model.point import NameValue
from reportedly.model.span import Span, Words
from reportedly.relate.claims.places import place_claims


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("off the cape", "the cape"),
        ("about 40 km west of this harbour", "about 40 km west of this harbour"),
        ("on the edge of the Senn bank", "the edge of the Senn bank"),
    ],
)
def test_only_the_preposition_ahead_is_left_out(phrase: str, name: str) -> None:
    text = f"The tug sank {phrase}."
    reading = account("a.txt", text)
    verb = Words.at(8, 12, text)
    where = (Words.at(13, len(text) - 1, text),)
    sank = Happening(
        "happening:1", reading.article.id, None, Span(0, len(text) - 1), verb, "sink", "sank",
        Words.at(0, 7, text), None, False, False, "done", where=where,
    )  # fmt: skip
    (claim,) = place_claims(replace(reading, happenings=(sank,)))
    assert claim.value == NameValue(name)
