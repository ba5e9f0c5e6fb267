"""Fields of many articles, found with a few of them in view at a time: those of a stretch of days and of another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportedly.relate.gathering.gists import Gist
from reportedly.relate.gathering.same_story import FORGOTTEN
from reportedly.relate.gathering.shelf import likenesses
from reportedly.relate.gathering.stories import FIELD
from reportedly.relate.union import Numbered

BLOCK = 1500  # articles: of two blocks the index takes some 80 MB

Gists = Callable[[Sequence[int]], Sequence[Gist]]


def fields_of(days: Sequence[int | None], gists: Gists) -> Iterator[list[int]]:
    """The fields (see `stories.fields`) of articles of these days, by their numbers; `gists` fetches what some are of.

    Two blocks are compared where articles of both may be near enough in time.
    """
    order = sorted(range(len(days)), key=lambda number: (days[number] is None, days[number] or 0, number))
    blocks = [order[start : start + BLOCK] for start in range(0, len(order), BLOCK)]
    union = Numbered(len(days))
    for at, block in enumerate(blocks):
        mine = gists(block)
        others = [later for later in blocks[at + 1 :] if _near(days[block[-1]], days[later[0]], days[later[-1]])]
        for other in others or [[]]:
            both = [*block, *other]
            for one, two, _ in likenesses([*mine, *gists(other)], FIELD, range(len(block))):
                union.join(both[one], both[two])
    return (numbers.tolist() for numbers in union.sets())


def _near(last: int | None, first: int | None, end: int | None) -> bool:
    """Whether a block may hold articles near those of one that ends on the day `last`; the undated are near to all."""
    return last is None or first is None or end is None or first - last < FORGOTTEN
