"""Sights: a few things seen of a token together, whose features are weighed once however often they are met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Sight = tuple[Any, ...]  # a function that names features, and what it is to be asked with
Scores = npt.NDArray[np.float32]
MOST = 32_768  # sights that are remembered before all are forgotten


def features(sights: Iterable[Sight]) -> list[str]:
    """The names of the features of one token."""
    return [name for see, *seen in sights for name in see(*seen)]


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

    def scores(self, tokens: Sequence[Sequence[Sight]]) -> Scores:
        """A row of weights for each of several tokens, which have all as many sights."""
        if len(self) > MOST:  # the sights of texts are many, those of most tokens few
            self.clear()
        places = [self[sight] for sights in tokens for sight in sights]
        return np.asarray(self.rows.take(places, 0).reshape(len(tokens), -1, self.rows.shape[1]).sum(axis=1))
