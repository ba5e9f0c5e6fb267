"""The most likely sequence of kinds: Viterbi's algorithm over those kinds that can still win.

Where another kind of the same line is ahead by more than any neighbours could make up for, a kind is on no best path
and is left out; so is one whose best way up to its line is too far behind. Most lines then have one kind or two.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

Way = tuple[float, int]  # what it is worth, and the kind that it leads to, below zero: the first of equals is highest
Scores = npt.NDArray[np.float32]


class BestPath:
    """Finds the best path, given what each step from a kind (row) to the next (column) is worth."""

    def __init__(self, steps: Scores) -> None:
        exact = steps.astype(np.float64)
        behind = (exact[None, :, :] - exact[:, None, :]).max(axis=2)  # what k may gain on j (j, k) by what follows
        before = (exact[:, None, :] - exact[:, :, None]).max(axis=0)  # and by what precedes
        self._slack = np.maximum(behind, 0) + np.maximum(before, 0)
        self._behind: list[list[float]] = behind.tolist()
        self._onto: list[list[float]] = exact.tolist()

    def __call__(self, scores: Scores, sizes: Sequence[int] = ()) -> list[list[int]]:
        """The kind of each line, for the highest sum of scores and of steps; of equal ones the first.

        The lines are those of one page, or of several that have so many each; a path for each page.
        """
        rows, kept = scores.tolist(), self._kept(scores)
        ends = accumulate(sizes or (len(rows),))
        return [self._path(rows[start:end], kept[start:end]) for start, end in pairwise((0, *ends))]

    def _path(self, rows: Sequence[Sequence[float]], kept: Sequence[Sequence[int]]) -> list[int]:
        onto = self._onto
        ways = [(rows[0][kind], -kind) for kind in kept[0]]
        back: list[int | dict[int, int]] = []  # from which kind each kind came, or from which all came
        for row, kinds in zip(rows[1:], kept[1:], strict=True):
            if len(ways) == 1:
                worth, last = ways[0]
                steps = onto[-last]
                back.append(-last)
                ways = [(worth + steps[kind] + row[kind], -kind) for kind in kinds]
            else:
                best = {kind: max([(worth + onto[-last][kind], last) for worth, last in ways]) for kind in kinds}
                back.append({kind: -last for kind, (_, last) in best.items()})
                ways = [(worth + row[kind], -kind) for kind, (worth, _) in best.items()]
            if len(ways) > 1:
                top, leader = max(ways)
                slack = self._behind[-leader]
                ways = [way for way in ways if top - way[0] <= slack[-way[1]]]
        return _traced(-max(ways)[1], back)

    def _kept(self, scores: Scores) -> list[list[int]]:
        """The kinds of each line that what stands around it may still make the best."""
        lead = scores.max(axis=1)[:, None] - scores
        may = lead <= self._slack.take(scores.argmax(axis=1), 0)
        kinds: list[int] = may.nonzero()[1].tolist()
        ends: list[int] = may.sum(axis=1).cumsum().tolist()
        return [kinds[start:end] for start, end in pairwise([0, *ends])]


def _traced(here: int, back: Sequence[int | dict[int, int]]) -> list[int]:
    """The path that leads to a kind of the last line."""
    path = [here]
    for came in reversed(back):
        here = came if isinstance(came, int) else came[here]
        path.append(here)
    return path[::-1]
