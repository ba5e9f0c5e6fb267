"""Figures to questions: average-link clustering over what speaks for one question, with what forbids it upheld."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model.point import PointKind
from reportedly.relate.claims import Claim
from reportedly.relate.evidence import Evidence
from reportedly.relate.forbidden import forbidden
from reportedly.vocabulary import table

NEVER = -1000.0


@dataclass(slots=True)
class _Link:
    """What speaks for one question between two sets: the sum over `pairs` of their figures, and the best of them."""

    total: float
    best: float
    pairs: int
    never: bool

    def score(self, lead: float) -> float:
        """The mean over all pairs, drawn towards the best pair by `lead`."""
        return NEVER if self.never else (1 - lead) * self.total / self.pairs + lead * self.best

    def plus(self, other: _Link) -> _Link:
        """The link of the two sets taken together."""
        best = max(self.best, other.best)
        return _Link(self.total + other.total, best, self.pairs + other.pairs, self.never or other.never)


Links = defaultdict[int, dict[int, _Link]]


def group(claims: Sequence[Claim], evidence: Evidence, kind: PointKind) -> list[tuple[Claim, ...]]:
    """Sets of figures that answer one question, in the order of their first figure.

    Two sets merge while more speaks for one question than against it; a single forbidden pair keeps them apart for
    good.
    """
    links = _links(claims, evidence)
    members = {i: [i] for i in range(len(claims))}
    weights = table("same_question")[kind]
    least, lead = float(weights["merge"]), float(weights["lead"])
    heap = [
        (-s, i, j) for i, row in links.items() for j, link in row.items() if i < j and (s := link.score(lead)) > least
    ]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in members or j not in members or links[i][j].score(lead) != -negative:
            continue
        _merge(i, j, members, links)
        for k, link in links[i].items():
            if (score := link.score(lead)) > least:
                heapq.heappush(heap, (-score, min(i, k), max(i, k)))
    return [tuple(claims[k] for k in sorted(kept)) for _, kept in sorted(members.items(), key=lambda m: min(m[1]))]


def _links(claims: Sequence[Claim], evidence: Evidence) -> Links:
    links: Links = defaultdict(dict)
    for i, one in enumerate(claims):
        for j in range(i + 1, len(claims)):
            if forbidden(one, claims[j]):
                link = _Link(0.0, 0.0, 1, True)
            else:
                score = evidence.score(one, claims[j])
                link = _Link(score, score, 1, False)
            links[i][j] = links[j][i] = link
    return links


def _merge(i: int, j: int, members: dict[int, list[int]], links: Links) -> None:
    """Set j goes into set i, with its links to others."""
    for k in list(links[i]):
        if k != j:
            links[i][k] = links[k][i] = links[i][k].plus(links[j][k])
            del links[k][j]
    del links[i][j]
    del links[j]
    members[i] += members.pop(j)
