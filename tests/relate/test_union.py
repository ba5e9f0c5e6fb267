"""Disjoint sets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.relate.union import Union

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20)


def test_joining_twice_changes_nothing() -> None:
    union = Union("abc")
    assert union.join("c", "a")
    assert not union.join("a", "c")
    assert union.sets() == [("a", "c"), ("b",)]
    assert union.find("c") == "a"


@given(PAIRS, st.randoms())
def test_the_order_of_joins_does_not_matter(pairs: list[tuple[int, int]], chance: object) -> None:
    first, second = Union(range(10)), Union(range(10))
    for one, other in pairs:
        first.join(one, other)
    for one, other in reversed(pairs):
        second.join(other, one)
    assert first.sets() == second.sets()
