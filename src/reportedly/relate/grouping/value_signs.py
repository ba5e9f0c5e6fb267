"""What the values of two claims say about whether they answer one question; all pairs at once."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import cast

import numpy as np

from reportedly.grammar.conversion import in_unit
from reportedly.grammar.edtf import when
from reportedly.model.point import DateValue, NameValue, Value
from reportedly.model.quantity import Quantity
from reportedly.relate.claims.claim import Claim
from reportedly.relate.grouping.columns import Floats, Ints, codes
from reportedly.relate.grouping.stance_signs import StanceSigns
from reportedly.relate.naming.names import likeness
from reportedly.relate.standing.values import CLOSE, interval

MONTH = 30.0  # days
HALF_AS_MUCH = 0.18  # decades: a figure and one half as great again
FAR = 1.0  # decades: "at least one" allows 11,000, and hardly answers its question
LARGE = 4.0  # decades: among numbers of so many digits nearness is hardly chance
CAST = 4  # claims of one name: who is named in more of a story's sentences is in too many for the name to tell much
LEAST = 0.01  # of a figure's middle, so that nought has a logarithm

Signs = dict[str, Floats]


def value_signs(claims: Sequence[Claim]) -> Callable[[Ints, Ints], Signs]:
    """What tells the signs of any pairs of these claims, each with its amount (0..1)."""
    kind = claims[0].kind if claims else "whether"
    if kind == "figure":
        return FigureSigns(claims)
    if kind == "date":
        return DateSigns(claims)
    return NameSigns(claims) if kind in ("place", "who") else StanceSigns(claims)


class FigureSigns:
    """One number twice, numbers that fit, numbers near each other for their story, numbers far apart."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        figures = _in_one_unit(claims)
        self._low = np.array([_or_nan(f.low) for f in figures])
        self._high = np.array([_or_nan(f.high) for f in figures])
        ranges = [interval(f) for f in figures]
        self._least, self._most = np.array([r[0] for r in ranges]), np.array([r[1] for r in ranges])
        self._ends = codes((f.low, f.high) for f in figures)
        self._size = np.array([math.log10(max(LEAST, abs(middle(f)))) for f in figures])
        self._telling = np.array([telling(f) for f in figures])
        self._tell = np.array([(_told(f.low), _told(f.high)) for f in figures]).reshape(len(figures), 2)
        self._sentence = codes((c.article, c.statement, c.sentence.start) for c in claims)
        self._dimension = codes(c.dimension for c in claims)
        self._sorted = [np.sort(self._size[self._dimension == d]) for d in range(self._dimension.max(initial=-1) + 1)]

    def __call__(self, first: Ints, second: Ints) -> Signs:
        """The signs of the pairs `first[n]`, `second[n]`."""
        same = self._ends[first] == self._ends[second]
        apart = (self._most[first] < self._least[second] - CLOSE) | (self._most[second] < self._least[first] - CLOSE)
        gap = np.abs(self._size[first] - self._size[second])
        rare = self._rarity(first, second, gap)
        large = np.clip(np.minimum(self._size[first], self._size[second]), 0.0, LARGE) / LARGE
        return {
            "same value": same.astype(float),
            "telling value": same * self._telling[first],
            "same value, alone in size": same * rare,
            "near in size": ~same * rare,
            "large and near": (~same & (gap < HALF_AS_MUCH)) * large,
            "shared end": (~same & ~apart) * self._shared_end(first, second),
            "far value": (apart | (gap > FAR)) * np.minimum(1.0, gap / 3),
            "two values, one sentence": (apart & (self._sentence[first] == self._sentence[second])).astype(float),
        }

    def _rarity(self, first: Ints, second: Ints, gap: Floats) -> Floats:
        """How few figures of the story are as near to the two as they are to each other (0..1), of one kind of size."""
        share = np.ones(len(first))
        for dimension, sizes in enumerate(self._sorted):
            here = (self._dimension[first] == dimension) & (self._dimension[second] == dimension)
            for one in (first[here], second[here]):
                low, high = self._size[one] - gap[here] - CLOSE, self._size[one] + gap[here] + CLOSE
                near = np.searchsorted(sizes, high, side="right") - np.searchsorted(sizes, low, side="left")
                share[here] *= np.sqrt(near / len(sizes))
        return np.clip(-np.log(share) / math.log(max(3, len(self._size))), 0.0, 1.0)

    def _shared_end(self, first: Ints, second: Ints) -> Floats:
        """How telling an end is that both have: 40 to 65 beside "up to 65"."""
        found = np.zeros(len(first))
        for mine, end in enumerate((self._low, self._high)):
            for other in (self._low, self._high):
                found = np.maximum(found, (end[first] == other[second]) * self._tell[first, mine])
        return found


class DateSigns:
    """One day twice, times that overlap, days apart."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        values = [cast(DateValue, claim.value).edtf for claim in claims]
        spans = [when(edtf) for edtf in values]
        self._edtf = codes(values)
        self._clock = np.array(["T" in edtf for edtf in values], dtype=float)
        self._first = np.array([float(w.earliest.toordinal()) if w.earliest else -math.inf for w in spans])
        self._last = np.array([float(w.latest.toordinal()) if w.latest else math.inf for w in spans])

    def __call__(self, first: Ints, second: Ints) -> Signs:
        """The signs of the pairs `first[n]`, `second[n]`."""
        same = self._edtf[first] == self._edtf[second]
        gap = np.maximum(self._first[first] - self._last[second], self._first[second] - self._last[first])
        return {
            "same value": same.astype(float),
            "telling value": same * self._clock[first],
            "compatible value": (~same & (gap <= 0)).astype(float),
            "far value": ~same * np.clip(gap / MONTH, 0.0, 1.0),
        }


class NameSigns:
    """One name twice, and names of which one holds the other; a party that does most of what is told tells less."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._name = codes(claim.value for claim in claims)
        self._names = [cast(NameValue, value).name for value in dict.fromkeys(claim.value for claim in claims)]
        self._tells = np.ones(len(claims))
        if claims and claims[0].kind == "who":
            self._tells = CAST / np.maximum(CAST, np.bincount(self._name)[self._name])

    def __call__(self, first: Ints, second: Ints) -> Signs:
        """The signs of the pairs `first[n]`, `second[n]`."""
        many = len(self._names)
        pairs, place = np.unique(self._name[first] * many + self._name[second], return_inverse=True)
        found = np.array([likeness(self._names[p // many], self._names[p % many]) for p in pairs.tolist()])
        tells = np.minimum(self._tells[first], self._tells[second])
        return {f"{agreed} value": (found == agreed)[place] * tells for agreed in ("same", "compatible")}


def _in_one_unit(claims: Sequence[Claim]) -> list[Quantity]:
    """The figures, those of one kind of size in the unit of its first."""
    unit: dict[str, str | None] = {}
    figures = []
    for claim in claims:
        figure = cast(Quantity, claim.value)
        into = unit.setdefault(claim.dimension, figure.unit)
        figures.append(in_unit(figure, into) or figure)
    return figures


def handles(value: Value) -> set[object]:
    """By what a claim is found by others of its value: itself, and the ends of a figure (40 to 65 beside 65)."""
    if isinstance(value, Quantity):
        return {value, *(end for end in (value.low, value.high) if end is not None)}
    return {value} if isinstance(value, DateValue | NameValue) else set()


def middle(quantity: Quantity) -> float:
    """The mean of the ends that a figure has."""
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return sum(ends) / len(ends)


def telling(quantity: Quantity) -> float:
    """How unlikely it is that two questions have this value by chance: by its significant digits (0..1)."""
    digits = f"{middle(quantity):.6g}".split("e")[0].replace(".", "").lstrip("0").rstrip("0")
    ranged = quantity.low is not None and quantity.high is not None and quantity.low != quantity.high
    return min(1.0, (len(digits) - 1 + ranged) / 3)


def _told(end: float | None) -> float:
    return telling(Quantity(end, end)) if end is not None else 0.0


def _or_nan(end: float | None) -> float:
    return math.nan if end is None else end
