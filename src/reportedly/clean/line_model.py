"""Which kind each line of a text is: a linear-chain model over the features of lines.

The weights stand in `vocabulary/line_weights.toml`: whole numbers, made by `benchmarks/lines/train.py` from texts of
our own. The most likely sequence of kinds is found by `best_path`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np

from reportedly.clean.best_path import BestPath, Scores
from reportedly.clean.line_features import Sight, features
from reportedly.model.article import BLOCK_KINDS, BlockKind
from reportedly.vocabulary import table

NEVER = np.float32(1e6)  # more than any sum of weights
MOST = 32_768  # sights that are remembered before all are forgotten


class LineModel:
    """Scores kinds by features and by the kind of the line before."""

    def __init__(self, kinds: Sequence[BlockKind], names: dict[str, int], weights: Scores, steps: Scores) -> None:
        self.kinds = tuple(kinds)
        self._weighed = Weighed(names, weights)
        self._path = BestPath(steps)
        furniture = table("lines")["prose"]["never"]
        self._furniture = [kind in furniture for kind in kinds]

    def __call__(self, page: Sequence[Sequence[Sight]], prose: Sequence[bool]) -> list[BlockKind]:
        """The kinds of a page's lines, given the sights of each, as many of one line as of another.

        Lines of prose are never furniture, however near the masthead they stand.
        """
        if not page:
            return []
        scores = self.scores(page)
        if any(prose):
            scores[np.outer(prose, self._furniture)] -= NEVER
        return [self.kinds[number] for number in self._path(scores)]

    def scores(self, page: Sequence[Sequence[Sight]]) -> Scores:
        """The weight of every kind (columns) for every line (rows), neighbours' kinds left out."""
        return self._weighed.scores(page)


class Weighed(dict[Sight, int]):
    """Which of `rows` holds the summed weights of a sight's features; unknown features weigh nothing."""

    def __init__(self, names: dict[str, int], weights: Scores) -> None:
        super().__init__()
        self._names = names
        self._weights = weights
        self.rows = np.zeros((MOST // 16, weights.shape[1]), np.float32)

    def __missing__(self, sight: Sight) -> int:
        known = self._names
        places = [known[name] for name in features((sight,)) if name in known]
        number = len(self)
        if number == len(self.rows):
            self.rows = np.concatenate((self.rows, np.zeros_like(self.rows)))
        self.rows[number] = self._weights[places].sum(axis=0)
        self[sight] = number
        return number

    def scores(self, page: Sequence[Sequence[Sight]]) -> Scores:
        """A row of weights for each of several things, which have all as many sights."""
        if len(self) > MOST:  # the sights of pages are many, those of most lines few
            self.clear()
        places = [self[sight] for sights in page for sight in sights]
        return np.asarray(self.rows.take(places, 0).reshape(len(page), -1, self.rows.shape[1]).sum(axis=1))


@cache
def line_model() -> LineModel:
    """The model that ships with the package, loaded once a process."""
    stored = table("line_weights")
    kinds = [kind for kind in stored["kinds"] if kind in BLOCK_KINDS]
    names = {name: number for number, name in enumerate(stored["weight"])}
    return LineModel(kinds, names, _grid(stored["weight"].values()), _grid(stored["step"][kind] for kind in kinds))


def _grid(rows: Iterable[str]) -> Scores:
    return np.array([row.split() for row in rows], dtype=np.float32)
