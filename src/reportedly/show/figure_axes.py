"""The two axes of a figure: values with round ticks, and times as columns or as a scale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model.when import When
from reportedly.show.dates import MONTHS, span_of_days
from reportedly.show.figure_dots import Dot
from reportedly.show.scale import Scale
from reportedly.show.values import number
from reportedly.show.visible import cut

MOST_COLUMNS = 6
MOST_POWERS = 5
LOGARITHMIC = 60  # the greatest value so many times the least: a plain axis would squash all but one
HEADING_PX = 7.2  # a sign of a column's name, on the wide side
FROM_ZERO = 0.35  # least as a share of the greatest: below it the axis starts at 0


@dataclass(frozen=True, slots=True)
class Values:
    """The axis of values: round ticks, and a share of the height for each value."""

    ticks: tuple[float, ...]
    logarithmic: bool

    def share(self, value: float) -> float:
        """0 at the least tick, 1 at the greatest."""
        low, high = self.ticks[0], self.ticks[-1]
        if self.logarithmic:
            return (math.log10(max(value, low)) - math.log10(low)) / (math.log10(high) - math.log10(low))
        return (value - low) / (high - low)

    @property
    def caption(self) -> str:
        """What a reader must know of it."""
        if self.logarithmic:
            return f"Each line is {number(self.ticks[1] / self.ticks[0])} times the one before."
        return "" if self.ticks[0] == 0 else f"The axis starts at {number(self.ticks[0])}."


def values_axis(drawn: Sequence[Dot]) -> Values:
    """An axis for all ends of all dots."""
    low, high = min(dot.low for dot in drawn), max(dot.high for dot in drawn)
    if low > 0 and high / low > LOGARITHMIC:
        first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
        powers = math.ceil((last - first) / MOST_POWERS)
        return Values(tuple(10.0**power for power in range(first, last + powers, powers)), logarithmic=True)
    if 0 <= low < FROM_ZERO * high:
        low = 0.0
    whole = all(end.is_integer() for dot in drawn for end in (dot.low, dot.high))
    step = _round((high - low or abs(high) or 1.0) / 4, whole)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Values(tuple(step * k for k in range(first, max(last, first + 1) + 1)), logarithmic=False)


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of the axis of time, `left` to `right` in px, with its name; `time` is None where no date is known."""

    left: float
    right: float
    name: str
    time: When | None
    jump: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """The axis of time: equal columns where few times are told, else one scale of days and a column for no date."""

    columns: tuple[Column, ...]
    scale: Scale | None = None

    def column(self, dot: Dot) -> Column:
        """The column a dot belongs to."""
        if self.scale is not None and dot.when is not None:
            return self.columns[0]
        key = dot.when.edtf if dot.when else None
        return next(c for c in self.columns if (c.time.edtf if c.time else None) == key)

    def ticks(self) -> list[tuple[float, str]]:
        """Days to name along a scale; none where columns are named."""
        if self.scale is None:
            return []
        first, named, year = self.columns[0], [], 0
        for share, day in self.scale.ticks(8):
            label = f"{day.day} {MONTHS[day.month - 1][:3]}" + (f" {day.year}" if day.year != year else "")
            year = day.year
            named.append((first.left + share * (first.right - first.left), label))
        return named


def times_axis(drawn: Sequence[Dot], left: float, right: float) -> Times:
    """An axis for the times of all dots between two places in px."""
    known = {dot.when.edtf: dot.when for dot in drawn if dot.when is not None}
    ordered = sorted(known.values(), key=lambda time: (str(time.earliest), str(time.latest)))
    undated = any(dot.when is None for dot in drawn)
    if len(ordered) <= MOST_COLUMNS:
        return Times(tuple(_columns(ordered, undated, left, right)))
    edge = right - 150 if undated else right
    columns = [Column(left, edge - 12 if undated else edge, "", ordered[0])]
    if undated:
        columns.append(Column(edge, right, "no date", None, jump=True))
    return Times(tuple(columns), Scale(ordered))


def _columns(ordered: Sequence[When], undated: bool, left: float, right: float) -> list[Column]:
    many = len(ordered) + undated
    wide = min((right - left) / many, 260.0)
    years = {time.earliest.year for time in ordered if time.earliest} | {t.latest.year for t in ordered if t.latest}
    columns: list[Column] = []
    for place, time in enumerate(ordered):
        name = span_of_days(time.earliest, time.latest, year=len(years) > 1)
        name = _fitted(name if time.earliest == time.latest or " to " in name else f"some day in {name}", wide - 16)
        jump = place > 0 and not _next(ordered[place - 1], time)
        columns.append(Column(left + place * wide, left + (place + 1) * wide - 10, name, time, jump))
    if undated:
        columns.append(Column(left + len(ordered) * wide, left + many * wide - 10, "no date", None, jump=True))
    return columns


def _fitted(name: str, room: float) -> str:
    """The name in so many px: months shortened, then cut."""
    if len(name) * HEADING_PX > room:
        for month in MONTHS:
            name = name.replace(month, month[:3])
    return cut(name, max(6, int(room / HEADING_PX)))


def _next(before: When, after: When) -> bool:
    if before.latest is None or after.earliest is None:
        return False
    return (after.earliest - before.latest).days <= 1 and before.days == after.days == 1


def _round(step: float, whole: bool) -> float:
    """The least of 1, 2, 2.5, 5 times a power of ten that is no less; nobody counts 49.5 people (`whole`)."""
    step = max(step, 1.0) if whole else step
    power = 10.0 ** math.floor(math.log10(step))
    steps = (power * k for k in (1, 2, 2.5, 5, 10))
    return next(s for s in steps if s >= step * 0.999 and (s.is_integer() or not whole))
