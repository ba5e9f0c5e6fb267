"""Figures to questions: average-link clustering over what speaks for one question, with what forbids it upheld."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence

from reportedly.relate.described import Described
from reportedly.relate.evidence import Evidence, forbidden
from reportedly.vocabulary import table

FORBIDDEN = -1000.0


def group(described: Sequence[Described], evidence: Evidence) -> list[tuple[Described, ...]]:
    """Sets of figures that answer one question, in the order of their first figure.

    Two sets merge while, on the average over all their pairs, more speaks for one question than against it; a single
    forbidden pair keeps them apart for good.
    """
    links = _links(described, evidence)
    members = {i: [i] for i in range(len(described))}
    least = float(table("same_question")["merge"])
    heap = [(-score, i, j) for i, row in links.items() for j, score in row.items() if i < j and score > least]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in members or j not in members or links[i].get(j) != -negative:
            continue
        _merge(i, j, members, links)
        for k, score in links[i].items():
            if score > least:
                heapq.heappush(heap, (-score, min(i, k), max(i, k)))
    return [tuple(described[k] for k in sorted(kept)) for _, kept in sorted(members.items(), key=lambda m: min(m[1]))]


def _links(described: Sequence[Described], evidence: Evidence) -> defaultdict[int, dict[int, float]]:
    links: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for i, one in enumerate(described):
        for j in range(i + 1, len(described)):
            score = FORBIDDEN if forbidden(one, described[j]) else evidence.likeness(one, described[j]).score
            links[i][j] = links[j][i] = score
    return links


def _merge(i: int, j: int, members: dict[int, list[int]], links: defaultdict[int, dict[int, float]]) -> None:
    """Set j goes into set i; links to others become the averages, weighted by size; forbidden stays forbidden."""
    mine, theirs = len(members[i]), len(members[j])
    for k in list(links[i]):
        if k == j:
            continue
        both = links[i][k], links[j][k]
        score = FORBIDDEN if FORBIDDEN in both else (both[0] * mine + both[1] * theirs) / (mine + theirs)
        links[i][k] = links[k][i] = score
        del links[k][j]
    del links[i][j]
    del links[j]
    members[i] += members.pop(j)
