"""Which kind each line of a text is: a linear-chain model over the features of lines.

The weights stand in `vocabulary/line_weights.toml`: whole numbers, made by `benchmarks/lines/train.py` from texts of
our own. The most likely sequence of kinds is found by `best_path`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np

from reportedly.clean.best_path import BestPath, Scores
from reportedly.clean.feature_rows import FeatureRows
from reportedly.clean.line_features import PageSight
from reportedly.model.article import BLOCK_KINDS, BlockKind
from reportedly.vocabulary import table

NEVER = np.float32(1e6)  # more than any sum of weights


class LineModel:
    """Scores kinds by features and by the kind of the line before."""

    def __init__(self, kinds: Sequence[BlockKind], names: dict[str, int], weights: Scores, steps: Scores) -> None:
        self.kinds = tuple(kinds)
        self.scores = FeatureRows(names, weights)
        self._path = BestPath(steps)
        furniture = table("lines")["prose"]["never"]
        self._furniture = np.array([kind in furniture for kind in kinds])

    def __call__(self, pages: Sequence[PageSight], prose: Sequence[bool] = ()) -> list[list[BlockKind]]:
        """The kinds of the lines of some pages.

        Lines of `prose`, of all pages in their order, are never furniture, however near the masthead they stand.
        """
        scores = self.scores(pages)
        if any(prose):
            scores[np.outer(prose, self._furniture)] -= NEVER
        paths = self._path(scores, [len(page.cues) for page in pages])
        return [[self.kinds[number] for number in path] for path in paths]


@cache
def line_model() -> LineModel:
    """The model that ships with the package, loaded once a process."""
    stored = table("line_weights")
    kinds = [kind for kind in stored["kinds"] if kind in BLOCK_KINDS]
    names = {name: number for number, name in enumerate(stored["weight"])}
    return LineModel(kinds, names, _grid(stored["weight"].values()), _grid(stored["step"][kind] for kind in kinds))


def _grid(rows: Iterable[str]) -> Scores:
    return np.array([row.split() for row in rows], dtype=np.float32)
