"""How a point stands, in words and in one number."""

from __future__ import annotations

from reportedly.model.point import Point
from reportedly.vocabulary import table


def origins(point: Point) -> str:
    """How many independent origins: `3`, or `2–3` where some may be one."""
    least, most = point.independent_origins_at_least, point.independent_origins
    return f"{least}–{most}" if 0 < least < most else str(most)


def standing(point: Point) -> str:
    """The facets in words, most telling first."""
    facets = table("standing")
    return " · ".join(facets[facet]["word"] for facet in point.standing)
