"""Grouping: whether answers of one gold point stand in one point of the record, and answers of two do not."""

from __future__ import annotations

from itertools import combinations

from benchmarks.scoring.answers import kind_of, likeness
from benchmarks.scoring.case import Case, Json
from benchmarks.scoring.measure import Measure, measure
from benchmarks.scoring.points import given_answers

ROUNDING = 1e-9


def anchors(case: Case) -> list[tuple[Json, set[int]]]:
    """Each place and kind of answer in gold with the points that it stands in; it may stand in several."""
    found: dict[tuple[str, int, int, str], tuple[Json, set[int]]] = {}
    for i, point in enumerate(case.gold["points"]):
        for answer in point["answers"]:
            key = (answer["doc"], answer["start"], answer["end"], kind_of(answer["value"]))
            found.setdefault(key, (answer, set()))[1].add(i)
    return list(found.values())


def score_grouping(case: Case) -> dict[str, Measure]:
    """Precision, recall and F1 over pairs of anchors."""
    points = given_answers(case)
    placed = []
    for answer, in_gold in anchors(case):
        likes = [(likeness(answer, given), j) for j, (_, answers) in enumerate(points) for given in answers]
        top = max((like for like, _ in likes), default=0.0)
        placed.append((in_gold, {j for like, j in likes if top and like >= top - ROUNDING}))
    same_gold = same_system = both = 0
    for (gold_one, system_one), (gold_other, system_other) in combinations(placed, 2):
        wanted, given = bool(gold_one & gold_other), bool(system_one & system_other)
        same_gold += wanted
        same_system += given
        both += wanted and given
    return {"grouping": measure(both, same_system, same_gold)}
