"""A scale of days that skips what is empty: equal days where something happens, a break where time jumps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reportedly.model.when import When

JUMP = 0.15  # of all days: a longer gap becomes a break
SHORTEST_JUMP = 10  # days
BREAK = 0.05  # of the width


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row, both included, and where they are drawn, as shares (0 to 1) of the width."""

    first: dt.date
    last: dt.date
    left: float
    right: float


class Scale:
    """Places days on a line from 0 to 1."""

    def __init__(self, times: Iterable[When]) -> None:
        runs = _runs(sorted((t.earliest, t.latest) for t in times if t.earliest and t.latest))
        days = [(last - first).days + 1 for first, last in runs]
        room = 1 - BREAK * max(0, len(runs) - 1)
        self.stretches: list[Stretch] = []
        at = 0.0
        for (first, last), many in zip(runs, days, strict=True):
            wide = room * many / sum(days)
            self.stretches.append(Stretch(first, last, at, at + wide))
            at += wide + BREAK

    def place(self, day: dt.date, share: float = 0.0) -> float:
        """Where a day begins; `share` is how much of it has passed. Days of a break lie at its edge."""
        for stretch in self.stretches:
            if day <= stretch.last:
                past = max(0.0, (day - stretch.first).days + share)
                many = (stretch.last - stretch.first).days + 1
                return stretch.left + (stretch.right - stretch.left) * past / many
        return 1.0

    @property
    def breaks(self) -> tuple[float, ...]:
        """Where time jumps: the middle between one stretch and the next."""
        return tuple((one.right + other.left) / 2 for one, other in pairwise(self.stretches))

    def ticks(self, most: int = 6) -> list[tuple[float, dt.date]]:
        """Days to name, each with its place: the first of each stretch, and evenly between, at least 1/most apart.

        None is named so near the end that its label would run over it.
        """
        found: list[tuple[float, dt.date]] = []
        for stretch in self.stretches:
            many = (stretch.last - stretch.first).days + 1
            step = max(1, round(many / max(1, most * (stretch.right - stretch.left))))
            for past in range(0, many, step):
                day = stretch.first + dt.timedelta(days=past)
                at = self.place(day)
                if (not found or at - found[-1][0] >= 0.8 / most) and at <= 1 - 1 / most:
                    found.append((at, day))
        return found


def _runs(spans: list[tuple[dt.date, dt.date]]) -> list[tuple[dt.date, dt.date]]:
    if not spans:
        return []
    whole = (max(last for _, last in spans) - spans[0][0]).days + 1
    jump = max(SHORTEST_JUMP, JUMP * whole)
    runs = [spans[0]]
    for first, last in spans[1:]:
        if (first - runs[-1][1]).days > jump:
            runs.append((first, last))
        else:
            runs[-1] = (runs[-1][0], max(runs[-1][1], last))
    return runs
