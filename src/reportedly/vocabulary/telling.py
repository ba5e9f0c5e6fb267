"""Which questions tell most: conflict before change, change before doubt, and single words last."""

from __future__ import annotations

import math

from reportedly.model.point import Facet, Point
from reportedly.vocabulary import table

WITHIN = 0.4  # of its weight keeps what one article, or one origin, has with itself
QUIET: frozenset[Facet] = frozenset({"one-origin", "unsourced", "consistent"})


def telling(point: Point) -> tuple[float, str, str]:
    """A sort key, most telling first."""
    return (-weight(point), point.question, point.id)


def weight(point: Point) -> float:
    """How much a point tells: weights of the facets, then origins and answers, as far as its kind is sure."""
    facets = table("standing")
    weight = sum(facets[facet]["tells"] for facet in point.standing)
    alone = point.independent_origins < 2 and not point.contested
    if weight > 0 and (alone or len({answer.article for answer in point.answers}) < 2):
        weight *= WITHIN
    size = 5 * point.independent_origins + 4 * math.log1p(len(point.answers))
    quoted = float(table("telling")["quoted"]["keeps"]) if "“" in point.question else 1.0
    return float((weight + size) * table("telling")["keeps"][point.kind] * quoted)


def once(point: Point) -> bool:
    """Whether one article alone answers, and nothing but that can be said of it."""
    return len({answer.article for answer in point.answers}) <= 1 and quiet(point)


def quiet(point: Point) -> bool:
    """Whether no facet tells of conflict, change or doubt."""
    return not set(point.standing) - QUIET
