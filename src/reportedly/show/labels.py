"""Labels that never lie on one another: each takes the first free place of those it could have, or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.show.visible import cut

VALUE_PX, SOFT_PX = 7.6, 6.4  # a sign's width at 13 px bold and at 12 px, on the wide side
ABOVE, BELOW, LINE, GAP = 11.0, 4.0, 13.0, 2.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in px."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Whether it lies wholly inside the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text, the first bold, the rest soft."""

    lines: tuple[str, ...]

    @property
    def width(self) -> float:
        """Its width in px, at most."""
        return max(len(self.lines[0]) * VALUE_PX, *(len(line) * SOFT_PX for line in self.lines[1:]), 1.0)

    def box(self, x: float, y: float) -> Box:
        """What it covers when its first line begins at x and stands on y."""
        return Box(x, y - ABOVE, x + self.width, y + BELOW + LINE * (len(self.lines) - 1))

    def fitted(self, room: float) -> Label:
        """The same, the lines below the first cut to fit into so many px."""
        soft = max(8, int(room / SOFT_PX))
        return Label((self.lines[0], *(cut(line, soft) for line in self.lines[1:])))


@dataclass(frozen=True, slots=True)
class Wish:
    """A label with the places it could have, best first."""

    label: Label
    places: tuple[tuple[float, float], ...]


def settle(wishes: Sequence[Wish], taken: Iterable[Box], bounds: Box) -> list[tuple[float, float] | None]:
    """A place for each label in turn that meets neither marks nor labels placed before; None where none is free."""
    full = list(taken)
    found: list[tuple[float, float] | None] = []
    for wish in wishes:
        place = next((p for p in wish.places if _free(wish.label.box(*p), full, bounds)), None)
        if place is not None:
            full.append(wish.label.box(*place))
        found.append(place)
    return found


def stacked(wished: Sequence[tuple[Label, float]], bounds: Box) -> list[float] | None:
    """Where the first lines of labels stand, one label below the other in the order of the heights that they wish for.

    Each is as near to its wish as the others let (isotonic regression by pools of neighbours); None where the labels
    are together higher than the bounds.
    """
    order = sorted(range(len(wished)), key=lambda k: wished[k][1])
    highs = [ABOVE + BELOW + GAP + LINE * (len(wished[k][0].lines) - 1) for k in order]
    if sum(highs) > bounds.bottom - bounds.top:
        return None
    before = [sum(highs[:place]) for place in range(len(highs))]
    pools: list[tuple[float, int]] = []
    for place, k in enumerate(order):
        pool = (wished[k][1] - ABOVE - before[place], 1)
        while pools and pools[-1][0] > pool[0]:
            mean, many = pools.pop()
            pool = ((mean * many + pool[0] * pool[1]) / (many + pool[1]), many + pool[1])
        pools.append(pool)
    tops = [mean for mean, many in pools for _ in range(many)]
    last = bounds.bottom - sum(highs)
    found = dict(zip(order, (min(max(top, bounds.top), last) for top in tops), strict=True))
    return [found[k] + before[order.index(k)] + ABOVE for k in range(len(wished))]


def _free(box: Box, full: Iterable[Box], bounds: Box) -> bool:
    return box.within(bounds) and not any(box.meets(other) for other in full)
