"""Which questions tell most: conflict before change, change before doubt, and single words last."""

from __future__ import annotations

import math
from itertools import combinations

from reportedly.model.point import Answer, Facet, Point
from reportedly.relate.terms import small_stems
from reportedly.vocabulary import table

ANOTHERS = "another's words"  # what a denial is toward, as the reason for a dispute tells it
FEW = 3  # words that a short answer is taken to have at least: one in common is not all of it
HALF = 0.5  # of disputed whether-questions of the corpus with less in common one in six is one, with more nearly half
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
    return float((weight + size) * table("telling")["keeps"][point.kind] * quoted * _kept(point))


def _kept(point: Point) -> float:
    """What a whether-question keeps of its weight: all where two of its answers, if it can be two that differ, are put
    in the same words, least where no two have any in common. Other kinds keep all.
    """
    least = float(table("telling")["unlike"]["keeps"])
    return least + (1 - least) * alike(point)


def of_one_matter(point: Point) -> bool:
    """Whether what seems to differ in it may be shown as a dispute before anything else: no whether-question of two
    sentences that have less than half of their words in common."""
    return alike(point) >= HALF


def alike(point: Point) -> float:
    """How far the answers of a whether-question speak of one matter (0..1): the share of words that two of them have in
    common, of two that differ where there are such. Whoever both are about is no word of it: a name makes no matter.
    Answers of other kinds always do, and so does who "refuted the statement", as that is what it says.
    """
    if point.kind != "whether" or any(reason.rule.endswith(ANOTHERS) for reason in point.why):
        return 1.0
    pairs = list(combinations(point.answers, 2))
    facing = [(one, other) for one, other in pairs if one.value != other.value]
    return max((_in_common(*pair) for pair in facing or pairs), default=0.0)


def _in_common(one: Answer, other: Answer) -> float:
    """Share of the words of the shorter one that the other has too."""
    words, others = small_stems(one.text), small_stems(other.text)
    return len(words & others) / max(FEW, min(len(words), len(others)))


def once(point: Point) -> bool:
    """Whether one article alone answers, and nothing but that can be said of it."""
    return len({answer.article for answer in point.answers}) <= 1 and quiet(point)


def quiet(point: Point) -> bool:
    """Whether no facet tells of conflict, change or doubt."""
    return not set(point.standing) - QUIET
