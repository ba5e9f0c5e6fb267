"""How two values stand to one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.point import Agreement, DateValue, NameValue, StanceValue, Value
from reportedly.model.quantity import Quantity
from reportedly.relate.standing.values import apart, compare

NUMBERS = st.integers(min_value=0, max_value=10**9).map(float)
FIGURES = st.builds(
    lambda a, b, about: Quantity(min(a, b), max(a, b), about), NUMBERS, NUMBERS, st.booleans()
) | NUMBERS.map(lambda n: Quantity(n, None))


@pytest.mark.parametrize(
    ("one", "other", "agreed"),
    [
        (Quantity(12, 12), Quantity(12, 12, approximate=True), "same"),
        (Quantity(50, 50, approximate=True), Quantity(46, 46), "compatible"),  # about widens by a tenth
        (Quantity(50, 50), Quantity(46, 46), "differ"),
        (Quantity(30, None), Quantity(41, 41), "compatible"),  # at least thirty allows forty-one
        (Quantity(None, 80), Quantity(81, 81), "differ"),
        (Quantity(10, 12), Quantity(11, 20), "compatible"),
        (Quantity(1.6, 1.6, unit="km"), Quantity(5000, 5000, unit="foot"), "compatible"),  # a mile, rounded twice
        (Quantity(20, 20, unit="mile"), Quantity(20, 20, unit="km"), "differ"),
        (Quantity(33, 34, unit="%"), Quantity(1 / 3, 1 / 3), "same"),  # a third
        (Quantity(40, 40, unit="km"), Quantity(40, 40, unit="kg"), "compatible"),  # nothing tells them apart
        (DateValue("2031-03-04"), DateValue("2031-03"), "compatible"),
        (DateValue("2031-03-04"), DateValue("2031-03-05"), "differ"),
        (DateValue("2031-03-04T09:40"), DateValue("2031-03-04T09:35"), "differ"),
        (DateValue("2031-03-04"), DateValue("2031-03-04T09:35"), "compatible"),
        (DateValue("2031-03-04", "since"), DateValue("2031-03-04"), "same"),
        (DateValue("2031-03-04", "since"), DateValue("2031-03-03"), "differ"),
        (DateValue("2031-03-04", "by"), DateValue("2031-03-02"), "compatible"),  # by Tuesday allows Sunday
        (DateValue("2031-03-04", "by"), DateValue("2031-03-05"), "differ"),
        (DateValue("2031-03-04", "by"), DateValue("2031-03-03", "by"), "differ"),
        (NameValue("the Mayor of Lund, Ada Krall"), NameValue("Ada Krall"), "compatible"),
        (NameValue("President Ada Krall"), NameValue("Ada Krall"), "same"),
        (NameValue("Ada Krall"), NameValue("Tove Lind"), "differ"),
        (NameValue("Lund", ("SE", "SE.27", "geonames:2693678")), NameValue("Sweden", ("SE",)), "compatible"),
        (NameValue("Lund", ("SE", "SE.27")), NameValue("Umeå", ("SE", "SE.23")), "differ"),
        (NameValue("the quay"), NameValue("Sweden", ("SE",)), "differ"),
        (StanceValue("affirms"), StanceValue("denies"), "differ"),
        (StanceValue("affirms"), StanceValue("doubts"), "compatible"),
        (StanceValue("affirms"), Quantity(1, 1), "differ"),
    ],
)
def test_two_values_agree_as_the_rules_say(one: Value, other: Value, agreed: Agreement) -> None:
    assert compare(one, other) == agreed
    assert compare(other, one) == agreed


@given(FIGURES)
def test_a_figure_is_the_same_as_itself(figure: Quantity) -> None:
    assert compare(figure, figure) == "same"
    assert not apart(figure, figure)


@given(FIGURES, FIGURES)
def test_figures_apart_are_the_figures_that_differ(one: Quantity, other: Quantity) -> None:
    assert apart(one, other) == apart(other, one)
    assert (compare(one, other) == "differ") == ((one.low, one.high) != (other.low, other.high) and apart(one, other))
