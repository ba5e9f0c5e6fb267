"""Which kind each line of a text is: a linear-chain model over the features of lines.

The weights stand in `vocabulary/line_weights.toml`: whole numbers, made by `benchmarks/lines/train.py` from texts of
our own. The most likely sequence of kinds is found by Viterbi's algorithm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from reportedly.model.article import BLOCK_KINDS, BlockKind
from reportedly.vocabulary import table

NEVER = np.float32(1e6)  # more than any sum of weights
Scores = npt.NDArray[np.float32]


class LineModel:
    """Scores kinds by features and by the kind of the line before."""

    def __init__(self, kinds: Sequence[BlockKind], names: dict[str, int], weights: Scores, steps: Scores) -> None:
        self.kinds = tuple(kinds)
        self._names = names
        self._weights = weights
        self._steps = steps
        furniture = table("lines")["prose"]["never"]
        self._furniture = [kind in furniture for kind in kinds]

    def __call__(self, page: Sequence[Sequence[str]], prose: Sequence[bool]) -> list[BlockKind]:
        """The kinds of a page's lines, given each line's features; unknown features weigh nothing.

        Lines of prose are never furniture, however near the masthead they stand.
        """
        if not page:
            return []
        scores = self.scores(page)
        scores[np.outer(prose, self._furniture)] -= NEVER
        return [self.kinds[number] for number in best_path(scores, self._steps)]

    def scores(self, page: Sequence[Sequence[str]]) -> Scores:
        """The weight of every kind (columns) for every line (rows), neighbours' kinds left out."""
        known = self._names
        rows = [[known[name] for name in names if name in known] or [0] for names in page]
        places = np.fromiter((at for row in rows for at in row), dtype=np.int32)
        starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
        return np.asarray(np.add.reduceat(self._weights[places], starts, axis=0), dtype=np.float32)


def best_path(scores: Scores, steps: Scores) -> list[int]:
    """The sequence of kinds of the highest sum of scores and of steps from each kind (row) to the next (column)."""
    total = scores[0]
    back = []
    for row in scores[1:]:
        ways = total[:, None] + steps
        came = ways.argmax(axis=0)
        back.append(came)
        total = ways.max(axis=0) + row
    path = [int(total.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return path[::-1]


@cache
def line_model() -> LineModel:
    """The model that ships with the package, loaded once a process."""
    stored = table("line_weights")
    kinds = [kind for kind in stored["kinds"] if kind in BLOCK_KINDS]
    names = {name: number for number, name in enumerate(stored["weight"])}
    return LineModel(kinds, names, _grid(stored["weight"].values()), _grid(stored["step"][kind] for kind in kinds))


def _grid(rows: Iterable[str]) -> Scores:
    return np.array([row.split() for row in rows], dtype=np.float32)
