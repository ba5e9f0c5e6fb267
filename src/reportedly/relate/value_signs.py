"""What two values say about whether they answer one question."""

from __future__ import annotations

import math

from reportedly.grammar.edtf import when
from reportedly.model.point import DateValue, NameValue, Value
from reportedly.model.quantity import Quantity
from reportedly.relate.names import likeness
from reportedly.relate.values import apart

MONTH = 30.0  # days


def value_signs(one: Value, other: Value) -> dict[str, float]:
    """Signs with their amounts (0..1): one value twice, one that fits the other, one that is far from it."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return _figures(one, other)
    if isinstance(one, DateValue) and isinstance(other, DateValue):
        return _dates(one, other)
    if isinstance(one, NameValue) and isinstance(other, NameValue):
        agreed = likeness(one.name, other.name)
        return {} if agreed == "differ" else {f"{agreed} value": 1.0}
    return {}


def _figures(one: Quantity, other: Quantity) -> dict[str, float]:
    if (one.low, one.high) == (other.low, other.high):
        return {"same value": 1.0, "telling value": telling(one)}
    if not apart(one, other):
        shared = max((telling(Quantity(end, end)) for end in ends(one) & ends(other)), default=0.0)
        return {"compatible value": 1.0, "shared end": shared}
    low, high = sorted((middle(one), middle(other)))
    return {"far value": min(1.0, math.log10(high / low) / 3) if low > 0 else 0.5}


def ends(quantity: Quantity) -> set[float]:
    """The least and the greatest value, where the words give them."""
    return {end for end in (quantity.low, quantity.high) if end is not None}


def middle(quantity: Quantity) -> float:
    """The mean of the ends that a figure has."""
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return sum(ends) / len(ends)


def telling(quantity: Quantity) -> float:
    """How unlikely it is that two questions have this value by chance: by its significant digits (0..1)."""
    digits = f"{middle(quantity):.6g}".split("e")[0].replace(".", "").lstrip("0").rstrip("0")
    ranged = quantity.low is not None and quantity.high is not None and quantity.low != quantity.high
    return min(1.0, (len(digits) - 1 + ranged) / 3)


def _dates(one: DateValue, other: DateValue) -> dict[str, float]:
    if one.edtf == other.edtf:
        return {"same value": 1.0, "telling value": float("T" in one.edtf)}
    first, second = when(one.edtf), when(other.edtf)
    if first.overlaps(second):
        return {"compatible value": 1.0}
    early, late = (first, second) if first.precedes(second) else (second, first)
    gap = (late.earliest - early.latest).days if late.earliest and early.latest else 0
    return {"far value": min(1.0, gap / MONTH)}
