"""Matching by place in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Place = Sequence[int]
G = TypeVar("G")
S = TypeVar("S")


def overlaps(one: Place, other: Place) -> bool:
    """Whether they share at least half of the shorter."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and 2 * shared >= min(one[1] - one[0], other[1] - other[0])


def union_share(one: Place, other: Place) -> float:
    """Intersection over union, 0 to 1."""
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def pair_up(golds: Sequence[G], systems: Sequence[S], like: Callable[[G, S], float]) -> list[tuple[G, S]]:
    """Pairs one to one, most alike first; 0 is no pair."""
    likes = ((like(gold, system), i, j) for i, gold in enumerate(golds) for j, system in enumerate(systems))
    ranked = sorted((pair for pair in likes if pair[0] > 0), key=lambda pair: (-pair[0], pair[1], pair[2]))
    used_gold: set[int] = set()
    used_system: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in used_gold and j not in used_system:
            used_gold.add(i)
            used_system.add(j)
            pairs.append((golds[i], systems[j]))
    return pairs
