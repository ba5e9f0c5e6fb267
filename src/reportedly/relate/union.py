"""Things joined into sets, each join with its reason."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator
from itertools import pairwise
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Item = TypeVar("Item", bound=Hashable)


class Union(Generic[Item]):
    """Disjoint sets of items; the first item of a set, in the order given, stands for it."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._order = {item: rank for rank, item in enumerate(items)}
        self._parent = {item: item for item in self._order}

    def find(self, item: Item) -> Item:
        """The item that stands for the set of this one."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: Item, other: Item) -> bool:
        """Make one set of two; False when they are one already."""
        first, second = sorted((self.find(one), self.find(other)), key=self._order.__getitem__)
        self._parent[second] = first
        return first != second

    def held(self, item: Item) -> list[Item]:
        """All items of the set of this one; looks at every item."""
        mine = self.find(item)
        return [other for other in self._order if self.find(other) == mine]

    def sets(self) -> list[tuple[Item, ...]]:
        """All sets, items in their order, sets by their first item."""
        found: dict[Item, list[Item]] = {}
        for item in self._order:
            found.setdefault(self.find(item), []).append(item)
        return [tuple(items) for items in found.values()]


class Numbered:
    """Disjoint sets of the numbers below `many`, eight bytes each; the least of a set stands for it."""

    def __init__(self, many: int) -> None:
        self._parent = array("q", range(many))

    def find(self, number: int) -> int:
        """The number that stands for the set of this one."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    def join(self, one: int, other: int) -> None:
        """Make one set of two."""
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first

    def sets(self) -> Iterator[NDArray[np.int64]]:
        """All sets, numbers in their order, sets by their first number."""
        stands = np.array([self.find(number) for number in range(len(self._parent))], dtype=np.int64)
        order = np.argsort(stands, kind="stable")
        bounds = np.append(np.flatnonzero(np.diff(stands[order], prepend=-1)), len(order))
        return (order[begin:end] for begin, end in pairwise(bounds))
