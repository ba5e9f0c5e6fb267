import pytest

from reportedly.model.quantity import Quantity


def test_exact_is_one_number_said_without_about() -> None:
    assert Quantity(12, 12).exact
    assert not Quantity(12, 12, approximate=True).exact
    assert not Quantity(10, 12).exact
    assert not Quantity(12, None).exact


@pytest.mark.parametrize(("low", "high"), [(None, None), (3, 2)])
def test_a_quantity_without_ends_or_with_crossed_ends_is_refused(low: float | None, high: float | None) -> None:
    with pytest.raises(ValueError, match=r"needs|more than"):
        Quantity(low, high)
