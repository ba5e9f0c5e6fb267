"""Measures in one unit: "100 miles" beside "161 km", "5,000 barrels a day" beside "210,000 gallons a day".

Sizes lie in `vocabulary/units.toml`; a test holds them against pint. Money is never converted: rates change by the day.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache

from reportedly.model.quantity import Quantity
from reportedly.vocabulary import table

LEAST_DIGITS = 2  # "300 feet" for 92 m: a converted number is trusted to so many digits at least


@dataclass(frozen=True, slots=True)
class Size:
    """What one of a unit is in the base of its group: between `low` and `high`, the same but for the ton; plus `zero`.

    `kind` is the group, with "per time" for a rate: only units of one kind are told in one another.
    """

    kind: str
    low: float
    high: float
    zero: float = 0.0


def size(unit: str | None) -> Size | None:
    """The size of a canonical unit ("km", "barrel per day"); None for a count, money, or a unit never converted."""
    if unit is None:
        return None
    plain, _, period = unit.partition(" per ")
    known = _sizes().get(plain)
    if known is None or not period:
        return known
    spell = _sizes().get(period)
    if spell is None or spell.kind != "duration":
        return None
    return Size(f"{known.kind} per time", known.low / spell.low, known.high / spell.low)


def convertible(one: str | None, other: str | None) -> bool:
    """Whether what is told in the one unit can be told in the other; a unit can always be told in itself."""
    if one == other:
        return True
    first, second = size(one), size(other)
    return first is not None and second is not None and first.kind == second.kind


def in_unit(quantity: Quantity, unit: str | None) -> Quantity | None:
    """The quantity in another unit, no more exact than it was: None where the two units measure different things.

    A number is rounded where it is written, so a converted one is widened by half of its last digit that counts:
    "1,000 feet" is 290 to 320 metres. Where the unit itself is told loosely (a ton may be short, long or metric), the
    result has both ends.
    """
    if quantity.unit == unit:
        return quantity
    here, there = size(quantity.unit), size(unit)
    if here is None or there is None or here.kind != there.kind:
        return None
    low, high = _widened(quantity.low, -1), _widened(quantity.high, 1)
    ends = [
        (number * factor + here.zero - there.zero) / into
        for number in (low, high)
        if number is not None
        for factor in (here.low, here.high)
        for into in (there.low, there.high)
    ]
    return replace(
        quantity,
        low=None if low is None else float(f"{min(ends):.12g}"),
        high=None if high is None else float(f"{max(ends):.12g}"),
        unit=unit,
    )


def in_one_unit(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both quantities in the unit of the first, as they are where they share it; None where they cannot be compared.

    A bare number beside a measure is taken for one of the same measure ("5,000 barrels … nearer 3,000"), and a
    fraction beside a percentage for a share of a hundred ("a third … 33 per cent").
    """
    if one.unit is None or other.unit is None:
        return _beside_bare(one, other)
    converted = in_unit(other, one.unit)
    return None if converted is None else (one, converted)


def _beside_bare(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    if one.unit == "%" and is_fraction(other):
        return one, _hundredfold(other)
    if other.unit == "%" and is_fraction(one):
        return _hundredfold(one), other
    return one, other


def is_fraction(quantity: Quantity) -> bool:
    """Whether it is a part of one, as "a third" is read: more than nothing, and less than the whole."""
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return quantity.unit is None and all(0 < end < 1 for end in ends)


def _hundredfold(quantity: Quantity) -> Quantity:
    """A fraction as a percentage, to the whole percent on either side: "a third" is 33 to 34."""
    low, high = quantity.low, quantity.high
    return Quantity(
        None if low is None else math.floor(round(low * 100, 6)),
        None if high is None else math.ceil(round(high * 100, 6)),
        quantity.approximate,
        "%",
    )


def _widened(number: float | None, way: int) -> float | None:
    """A written number, moved by half of its last digit that counts."""
    if not number:
        return number
    digits = f"{abs(number):.12e}".split("e")
    written = max(LEAST_DIGITS, len(digits[0].replace(".", "").rstrip("0")))
    step: float = 10.0 ** (int(digits[1]) - written + 1)
    return number + way * step / 2


@cache
def _sizes() -> dict[str, Size]:
    found: dict[str, Size] = {}
    for group, entry in table("units").items():
        for unit, listed in entry.get("size", {}).items():
            low, high = listed if isinstance(listed, list) else (listed, listed)
            found[unit] = Size(group, low, high, entry.get("zero", {}).get(unit, 0.0))
    return found
