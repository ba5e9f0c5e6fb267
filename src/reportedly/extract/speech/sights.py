"""What is seen of tokens, look by look, and what it weighs in sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, repeat

import numpy as np
import numpy.typing as npt

Sights = Mapping[str, Sequence[str | None]]  # by the name of a look what it sees of each token; None: nothing
Scores = npt.NDArray[np.float32]


def features(sights: Sights) -> list[list[str]]:
    """The names of the features of each token: "w=said" for the look "w"."""
    rows = zip(*sights.values(), strict=True)
    return [[f"{look}={seen}" for look, seen in zip(sights, row, strict=True) if seen is not None] for row in rows]


class Weighed:
    """The weights of features by their names, a row each; what is unknown weighs nothing."""

    def __init__(self, names: Sequence[str], weights: Scores) -> None:
        self._weights = np.vstack((np.zeros_like(weights[:1]), weights))
        self._places: defaultdict[str, dict[str | None, int]] = defaultdict(dict)
        for place, name in enumerate(names, 1):
            look, _, seen = name.partition("=")
            self._places[look][seen] = place

    def scores(self, sights: Sights) -> Scores:
        """The sum of the weights of all features of each token."""
        known = [(self._places[look], seen) for look, seen in sights.items() if look in self._places]
        each = chain.from_iterable(map(of_look.get, seen, repeat(0)) for of_look, seen in known)
        places = np.fromiter(each, np.intp).reshape(len(known), -1)
        return np.asarray(self._weights.take(places, 0).sum(axis=0))
