"""How two values stand to one another: the same, compatible, or different. Values are compared, never averaged."""

from __future__ import annotations

import math

from reportedly.grammar.conversion import in_one_unit
from reportedly.grammar.edtf import when
from reportedly.model.point import Agreement, DateValue, NameValue, StanceValue, Value
from reportedly.model.quantity import Quantity
from reportedly.model.when import When
from reportedly.relate.naming.names import likeness

ROUND = 0.10  # "about 50" allows 45 to 55
CONVERTED = 0.05  # a measure told in another unit was rounded once more: a mile is 1.6 km, or 5,000 feet
CLOSE = 1e-9
Interval = tuple[float, float]


def interval(quantity: Quantity) -> Interval:
    """What a figure allows, about widened by a tenth, an open end by infinity."""
    low = -math.inf if quantity.low is None else quantity.low
    high = math.inf if quantity.high is None else quantity.high
    if quantity.approximate:
        low, high = _wider(low, -ROUND), _wider(high, ROUND)
    return low, high


def _wider(end: float, by: float) -> float:
    return end + by * abs(end) if math.isfinite(end) else end


def compare(one: Value, other: Value) -> Agreement:
    """How two answers to one question agree; values of unlike kinds differ."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return _figures(one, other)
    if isinstance(one, DateValue) and isinstance(other, DateValue):
        return _dates(one, other)
    if isinstance(one, NameValue) and isinstance(other, NameValue):
        alike = likeness(one.name, other.name)
        return "compatible" if alike == "differ" and _nested(one, other) else alike
    if isinstance(one, StanceValue) and isinstance(other, StanceValue):
        return _stances(one, other)
    return "differ"


def apart(one: Quantity, other: Quantity) -> bool:
    """Whether no number fits both figures, told in one unit; what no unit brings together is not told apart."""
    both = _in_one_unit(one, other)
    if both is None:
        return False
    first, second = (interval(figure) for figure in both)
    if one.unit is not None and other.unit is not None and one.unit != other.unit:
        second = _wider(second[0], -CONVERTED), _wider(second[1], CONVERTED)
    return first[1] < second[0] - CLOSE or second[1] < first[0] - CLOSE


def exceeds(one: Quantity, other: Quantity) -> bool:
    """Whether no number fits both figures, and the first is the greater, told in one unit."""
    both = in_one_unit(one, other)
    return both is not None and apart(one, other) and greatest(both[0]) > greatest(both[1])


def greatest(quantity: Quantity) -> float:
    """The greatest number that a figure names."""
    return max(end for end in (quantity.low, quantity.high) if end is not None)


def _in_one_unit(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both in one unit, the same one whichever comes first."""
    return in_one_unit(*sorted((one, other), key=lambda figure: figure.unit or ""))


def _figures(one: Quantity, other: Quantity) -> Agreement:
    if (one.low, one.high, one.unit) == (other.low, other.high, other.unit):
        return "same"
    both = _in_one_unit(one, other)
    if both is not None and (both[0].low, both[0].high) == (both[1].low, both[1].high):
        return "same"
    return "differ" if apart(one, other) else "compatible"


def _dates(one: DateValue, other: DateValue) -> Agreement:
    if one.edtf == other.edtf:
        return "same"
    first, second = when(one.edtf), when(other.edtf)
    if (one.end_of == "by") != (other.end_of == "by"):  # "by Friday" allows Wednesday
        first, second = _until(first, one), _until(second, other)
    if not first.overlaps(second):
        return "differ"
    if first.days == second.days == 1 and "T" in one.edtf and "T" in other.edtf:
        return "differ"
    same = (first.earliest, first.latest) == (second.earliest, second.latest)
    return "same" if same and ("T" in one.edtf) == ("T" in other.edtf) else "compatible"


def _until(day: When, value: DateValue) -> When:
    return day.opened("by") if value.end_of == "by" else day


def _nested(one: NameValue, other: NameValue) -> bool:
    """Whether one place lies inside the other, or both are one that has two names."""
    return bool(one.lies and other.lies) and all(a == b for a, b in zip(one.lies, other.lies, strict=False))


def _stances(one: StanceValue, other: StanceValue) -> Agreement:
    stances = {one.stance, other.stance}
    if len(stances) == 1:
        return "same"
    return "differ" if stances == {"affirms", "denies"} else "compatible"
