"""Sets by average likeness: the two most alike become one while their mean likeness is high enough."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable

Pair = tuple[int, int]


def averaged(many: int, likeness: Iterable[tuple[int, int, float]], least: float) -> list[list[int]]:
    """The numbers below `many` in sets, each with all others while their mean likeness (0..1) is at least `least`.

    `likeness` holds pairs; one that it does not hold counts as nothing alike. Of equally alike sets the first go first.
    """
    return _Merging(many, likeness, least).done()


class _Merging:
    def __init__(self, many: int, likeness: Iterable[tuple[int, int, float]], least: float) -> None:
        self._least = least
        self._members = {number: [number] for number in range(many)}
        self._totals: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for one, other, alike in likeness:
            self._totals[one][other] = self._totals[other][one] = alike
        self._heap: list[tuple[float, int, int]] = []

    def done(self) -> list[list[int]]:
        """Merge until no two sets are alike enough."""
        for one in sorted(self._totals):
            for other in self._totals[one]:
                if one < other:
                    self._offer(one, other)
        while self._heap:
            negative, one, other = heapq.heappop(self._heap)
            if one in self._members and other in self._members and self._mean(one, other) == -negative:
                self._merge(one, other)
        return sorted(sorted(members) for members in self._members.values())

    def _mean(self, one: int, other: int) -> float:
        return self._totals[one].get(other, 0.0) / (len(self._members[one]) * len(self._members[other]))

    def _offer(self, one: int, other: int) -> None:
        mean = self._mean(one, other)
        if mean >= self._least:
            heapq.heappush(self._heap, (-mean, one, other))

    def _merge(self, one: int, other: int) -> None:
        for third, total in self._totals.pop(other).items():
            del self._totals[third][other]
            if third != one:
                joined = self._totals[one].get(third, 0.0) + total
                self._totals[one][third] = self._totals[third][one] = joined
        self._members[one] += self._members.pop(other)
        for third in self._totals[one]:
            self._offer(min(one, third), max(one, third))
