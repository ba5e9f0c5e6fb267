"""Questions about a set and about a part of it stay two, and each part names its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model.point import Point, Related
from reportedly.relate.claims.claim import Claim


def with_wholes(points: Sequence[Point], claims: Sequence[Claim]) -> Iterator[Point]:
    """The points, those whose answers count a part of what another's answer counts `related` to that one.

    "40 were hurt, nine of them badly": the nine are part of the forty, whoever else answers either question.
    """
    holder = {answer.id: point.id for point in points for answer in point.answers}
    whole = {claim.id: holder.get(claim.part_of) for claim in claims if claim.part_of is not None}
    for point in points:
        named = dict.fromkeys(w for answer in point.answers if (w := whole.get(answer.id)) and w != point.id)
        related = tuple(Related(each, "part-of") for each in named)
        yield replace(point, related=point.related + related) if related else point
