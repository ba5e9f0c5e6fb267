"""Readings to a record, as a whole: pure, and blind to the order in which readings come."""

from __future__ import annotations

from itertools import permutations

from newsroom import account

from reportedly.relate import relate

READINGS = (
    account("a.txt", "At least [12] miners died, police said.", published="2031-03-04"),
    account("b.txt", "Police said [15] miners died.", published="2031-03-05"),
    account("c.txt", "The mine has [300] lamps.", published="2031-03-05"),
)


def test_the_order_of_readings_does_not_matter() -> None:
    records = {relate(order, pipeline=()) for order in permutations(READINGS)}
    assert len(records) == 1


def test_a_reading_given_twice_changes_nothing() -> None:
    assert relate((*READINGS, *READINGS), pipeline=()) == relate(READINGS, pipeline=())


def test_nothing_in_nothing_out() -> None:
    record = relate((), pipeline=(("relate", "relate.v1"),))
    assert record.points == ()
    assert record.stories == ()
    assert record.pipeline == (("relate", "relate.v1"),)
