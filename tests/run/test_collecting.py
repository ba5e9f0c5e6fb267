"""The search for cycles is asked for less often during a build, and as before afterwards."""

import gc

import pytest

from reportedly.run.collecting import SELDOM, seldom


def test_thresholds_hold_inside_and_are_put_back_after_a_fault() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="stop"), seldom():
        assert gc.get_threshold() == SELDOM
        raise ValueError("stop")
    assert gc.get_threshold() == before


@pytest.mark.parametrize("asked", [(0, 10, 10), (SELDOM[0] * 2, 5, 5)])
def test_who_asks_less_often_already_is_left_alone(asked: tuple[int, int, int]) -> None:
    before = gc.get_threshold()
    gc.set_threshold(*asked)
    try:
        with seldom():
            assert gc.get_threshold() == asked
    finally:
        gc.set_threshold(*before)
