"""One outcome in two words: the hurt are taken to hospital, those pulled out survive."""

from __future__ import annotations

import pytest
from newsroom import account

from reportedly.relate.claims.figures import figure_claims
from reportedly.relate.copying.echoes import Echoes
from reportedly.relate.grouping.columns import kin
from reportedly.relate.grouping.evidence import Evidence
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import families

SIGN = "same value, kin predicate"


def sign(one: tuple[str, int], other: tuple[str, int]) -> float:
    """How far it speaks for one question that so many met this and so many met that."""
    words = "When the stand in Velm gave way [{}] people met what people meet."
    readings = [
        account(path, words.format(number), predicate=predicate, counted="people")
        for path, (predicate, number) in zip("ab", (one, other), strict=True)
    ]
    evidence = Evidence([claim for r in readings for claim in figure_claims(r)], "figure", Echoes([]))
    return float(evidence.signs[SIGN].sum())


@pytest.mark.parametrize(
    ("one", "other", "speaks"),
    [
        (("injured", 40), ("hospitalised", 40), 1.0),
        (("rescued", 9), ("survived", 9), 1.0),
        (("injured", 40), ("hospitalised", 44), 0.0),  # the 44 in hospital may be others
        (("injured", 40), ("injured", 40), 0.0),  # told by another sign
        (("killed", 40), ("injured", 40), 0.0),
    ],
)
def test_one_number_of_one_outcome_in_two_words(one: tuple[str, int], other: tuple[str, int], speaks: float) -> None:
    assert sign(one, other) == speaks


def test_kin_are_families_that_there_are_and_never_the_contrary() -> None:
    known = families()
    assert set(kin()) <= set(known)
    assert all(kin().get(other) != group for name, group in kin().items() for other in known[name].opposite)
    assert SIGN in table("same_question")["figure"]["weight"]
