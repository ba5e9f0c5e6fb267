"""Labels beside a column of marks stand in the order of the marks, apart, and as near to them as they can."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.show.labels import GAP, Box, Label, stacked

BOUNDS = Box(0, 26, 1124, 460)
LABELS = st.builds(lambda lines: Label(("1,500", *["somebody"] * lines)), st.integers(0, 2))
WISHED = st.lists(st.tuples(LABELS, st.floats(30, 440)), min_size=1, max_size=20)


@given(WISHED)
def test_no_two_meet_and_none_crosses_another(wished: list[tuple[Label, float]]) -> None:
    found = stacked(wished, BOUNDS)
    boxes = [label.box(0, 0) for label, _ in wished]
    if sum(box.bottom - box.top + GAP for box in boxes) > BOUNDS.bottom - BOUNDS.top:
        assert found is None
        return
    assert found is not None
    placed = sorted(zip(wished, found, strict=True), key=lambda pair: pair[1])
    for ((one, first), y), ((_, second), below) in pairwise(placed):
        assert first <= second
        assert below - y >= one.box(0, 0).bottom - one.box(0, 0).top - 1e-6
    tops = [label.box(0, y).top for (label, _), y in placed]
    bottoms = [label.box(0, y).bottom for (label, _), y in placed]
    assert min(tops) >= BOUNDS.top - 1e-6
    assert max(bottoms) <= BOUNDS.bottom + 1e-6


def test_where_there_is_room_each_stands_at_its_mark() -> None:
    wished = [(Label(("9", "a")), 300.0), (Label(("7", "b")), 100.0), (Label(("8", "c")), 200.0)]
    assert stacked(wished, BOUNDS) == [300.0, 100.0, 200.0]


def test_two_at_one_height_part_evenly() -> None:
    first, second = stacked([(Label(("9", "a")), 200.0), (Label(("7", "b")), 200.0)], BOUNDS) or ()
    assert (first + second) / 2 == 200.0
    assert second - first == 30.0
