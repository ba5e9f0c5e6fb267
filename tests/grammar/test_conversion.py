import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.grammar.conversion import convertible, in_one_unit, in_unit, size
from reportedly.grammar.numbers import quantities
from reportedly.model.quantity import Quantity
from reportedly.vocabulary import table

PINT = {  # what pint calls those of our units whose names it does not know
    "nautical mile": "nautical_mile", "tonne": "metric_ton", "kilotonne": "kilometric_ton",
    "megatonne": "megametric_ton", "km²": "km**2", "square mile": "mile**2", "m²": "m**2", "square foot": "foot**2",
    "m³": "m**3", "cubic foot": "foot**3", "barrel": "oil_bbl", "mph": "mile/hour", "km/h": "km/hour",
    "m/s": "m/s", "°C": "delta_degC", "°F": "delta_degF", "ml": "milliliter",
}  # fmt: skip
BASE = {
    "length": "m", "mass": "kg", "area": "m**2", "volume": "liter", "speed": "km/hour", "temperature": "delta_degC",
    "power": "W", "duration": "second",
}  # fmt: skip
CALENDAR = ("month", "year", "decade", "century")  # pint's are Julian, ours Gregorian: 365.2425 days
SIZES = [(unit, group) for group in BASE for unit in table("units")[group]["size"] if unit not in (*CALENDAR, "ton")]


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:  # type: ignore[type-arg]
    return pint.UnitRegistry()


@pytest.mark.parametrize(("unit", "group"), SIZES)
def test_every_size_is_that_of_pint(unit: str, group: str, registry: pint.UnitRegistry) -> None:  # type: ignore[type-arg]
    known = size(unit)
    assert known is not None and known.low == known.high
    assert known.low == pytest.approx(
        registry(PINT.get(unit, unit)).to(BASE[group]).magnitude, rel=1e-5
    )  # the American acre is a survey acre to pint


def test_a_ton_may_be_short_or_long(registry: pint.UnitRegistry) -> None:  # type: ignore[type-arg]
    known = size("ton")
    assert known is not None
    assert (known.low, known.high) == pytest.approx(
        (registry("short_ton").to("kg").magnitude, registry("long_ton").to("kg").magnitude)
    )


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("the slick was 100 miles long", "the slick was 161 km long", True),
        ("the slick was 100 miles long", "the slick was 190 km long", False),
        ("it lost 5,000 barrels a day", "it lost 210,000 gallons a day", True),
        ("it lost 5,000 barrels a day", "it lost 3,000 gallons an hour", False),
        ("the crane weighs 40 tons", "the crane weighs 38 tonnes", True),
        ("the crane weighs 40 tons", "the crane weighs 30 tonnes", False),
        ("it was 41 degrees celsius", "it was 106 degrees fahrenheit", True),
        ("it was 41 degrees celsius", "it was 90 degrees fahrenheit", False),
        ("90 metres down", "about 300 feet down", True),
        ("a third of the ballots", "33 per cent of the ballots", True),
        ("a third of the ballots", "43 per cent of the ballots", False),
        ("2,000 hectares burned", "about 7.7 square miles burned", True),
    ],
)
def test_measures_are_compared_in_one_unit(one: str, other: str, overlap: bool) -> None:
    pair = in_one_unit(_quantity(one), _quantity(other))
    assert pair is not None
    first, second = pair
    assert first.low is not None and first.high is not None and second.low is not None and second.high is not None
    assert (first.low <= second.high and second.low <= first.high) is overlap


@pytest.mark.parametrize(
    ("one", "other"),
    [("40 km away", "40 tonnes of it"), ("$40 a head", "€40 a head"), ("40 barrels a day", "40 barrels of oil")],
)
def test_what_measures_different_things_is_not_compared(one: str, other: str) -> None:
    first, second = _quantity(one), _quantity(other)
    assert in_one_unit(first, second) is None
    assert not convertible(first.unit, second.unit)


def test_a_bare_number_is_read_in_the_unit_beside_it() -> None:
    pair = Quantity(5000, 5000, unit="barrel"), Quantity(3000, 3000)
    assert in_one_unit(*pair) == pair


def test_open_ends_stay_open() -> None:
    assert in_unit(Quantity(10, None, unit="mile"), "km") == Quantity(15.288768, None, unit="km")


def test_nothing_is_nothing_in_every_unit() -> None:
    assert in_unit(Quantity(0, 0, unit="mile"), "km") == Quantity(0, 0, unit="km")


@given(st.integers(-(10**10), 10**10).map(lambda n: n / 100), st.sampled_from(SIZES))
def test_what_is_told_in_another_unit_holds_what_it_was(number: float, chosen: tuple[str, str]) -> None:
    unit, group = chosen
    for other in table("units")[group]["size"]:
        told = in_unit(Quantity(number, number, unit=unit), other)
        back = in_unit(told, unit) if told is not None else None
        assert back is not None and back.low is not None and back.high is not None
        assert back.low <= number + 1e-6 * abs(number) and number - 1e-6 * abs(number) <= back.high


def _quantity(text: str) -> Quantity:
    match = quantities(text)[0]
    return Quantity(match.low, match.high, match.approximate, match.unit)
