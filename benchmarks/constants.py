"""What the facets would score were every point given the same answer: what a rule must beat to be worth its lines."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.events import Event
from benchmarks.scoring import Scores
from benchmarks.scoring.case import Json
from benchmarks.scoring.measure import measure
from benchmarks.table import mean

NEAR = 1  # origins within one are right
ORIGINS = (1, 2, 3, 4)


def always(gold: Json) -> Scores:
    """Scores of constant answers to all of an event's points, as `scoring.points` has them."""
    points = gold["points"]
    scores: Scores = {}
    for facet in ("revised", "contested"):
        wanted = sum(bool(point[facet]) for point in points)
        scores[f"{facet}: always yes"] = measure(wanted, len(points), wanted) if wanted else None
    for value in ("same", "compatible", "differ"):
        scores[f"values: always {value}"] = sum(point["values"] == value for point in points) / len(points)
    for many in ORIGINS:
        near = sum(abs(point["independent_origins"] - many) <= NEAR for point in points)
        scores[f"origins: always {many}"] = near / len(points)
    return scores


def means_of(chosen: Iterable[Event], kind: str) -> Scores:
    """The mean of each constant answer over the events of one kind."""
    return mean(always(event.gold) for event in chosen if event.kind == kind)
