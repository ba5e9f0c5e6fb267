"""Which figures may stand in one question though their words differ, and which never do."""

from __future__ import annotations

import pytest

from reportedly.model.measured import Measured
from reportedly.model.quantity import Quantity
from reportedly.model.span import Span
from reportedly.relate.claims.claim import Claim
from reportedly.relate.grouping.forbidden import forbidden


def figure(
    low: float,
    dimension: str = "count",
    predicate: str | None = None,
    thing: tuple[str, ...] = (),
    head: str | None = "boat",
) -> Claim:
    return Claim(
        id=f"answer:{low}{dimension}{predicate}{thing}",
        kind="figure",
        article="a",
        statement=None,
        span=Span(0, 1),
        text=str(low),
        value=Quantity(low, low),
        sentence=Span(0, 1),
        dimension=dimension,
        head=head,
        family=head,
        modifiers=frozenset(),
        predicate=predicate,
        near=(),
        measured=Measured("extent", thing=thing) if thing else None,
    )


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (figure(9, "length"), figure(9, "mass"), "another kind of size"),
        (figure(900), figure(1800, "volume"), "another kind of size"),
        (
            figure(900, predicate="leaked", head=None),
            figure(1800, "volume"),
            None,
        ),  # "1,800 barrels … no, 900": the unit is left out
        (figure(900, head="sum"), figure(1800, "money"), None),  # "The sum is 900"
        (figure(9, predicate="killed"), figure(9, predicate="injured"), "two outcomes"),
        (figure(9, predicate="rescued"), figure(7, predicate="survived"), None),  # whoever is rescued survived
        (figure(4, predicate="stolen"), figure(5, predicate="missing"), None),
    ],
)
def test_kinds_of_size_and_outcomes(one: Claim, other: Claim, rule: str | None) -> None:
    assert forbidden(one, other) == forbidden(other, one) == rule


def test_two_lengths_that_are_near_may_be_one_and_two_sums_may_not() -> None:
    dyke, wall = ("dyke",), ("wall",)
    assert forbidden(figure(300, "length", thing=dyke), figure(340, "length", thing=wall)) is None
    assert forbidden(figure(300, "length", thing=dyke), figure(9000, "length", thing=wall)) == "another thing measured"
    assert forbidden(figure(300, "money", thing=dyke), figure(340, "money", thing=wall)) == "another thing measured"
