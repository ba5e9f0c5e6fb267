"""The parser's first look at a word, which knows no neighbours: taken once for each form and kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc
from thinc.api import Model

MOST = 50_000  # words kept: 384 bytes each; when there are more, all are forgotten and asked anew
SEEN: list[int | str] = ["ORTH", "NORM", "SPACY"]  # what all that is looked at follows from: shape, prefix and suffix

Word = tuple[int, ...]
Vectors = npt.NDArray[np.float32]


class WordVectors:
    """Gives what the parser's layer of words gives, a third of its work, for words seen before."""

    def __init__(self, layer: Model[Sequence[Doc], Sequence[Vectors]]) -> None:
        self._layer = layer
        self._rows: dict[Word, int] = {}
        self._vectors = np.zeros((0, layer.get_dim("nO")), np.float32)

    def layer(self) -> Model[Sequence[Doc], Sequence[Vectors]]:
        """A layer to stand in the place of the one remembered; it cannot be trained."""

        def forward(_: Model[Sequence[Doc], Sequence[Vectors]], docs: Sequence[Doc], is_train: bool) -> Any:
            return self(docs), None

        return Model("word_vectors", forward, dims={"nO": self._vectors.shape[1]})

    def __call__(self, docs: Sequence[Doc]) -> list[Vectors]:
        """A row for each word of each text."""
        words = [list(map(tuple, doc.to_array(SEEN).tolist())) for doc in docs]
        if len(self._rows) > MOST:
            self._rows.clear()
        new = [(doc, here) for doc, here in zip(docs, words, strict=True) if not self._rows.keys() >= set(here)]
        if new:
            self._learn(new)
        return [self._vectors[[self._rows[word] for word in here]] for here in words]

    def _learn(self, new: Sequence[tuple[Doc, list[Word]]]) -> None:
        for (_, here), vectors in zip(new, self._layer.predict([doc for doc, _ in new]), strict=True):
            fresh = {word: at for at, word in enumerate(here) if word not in self._rows}
            start, end = len(self._rows), len(self._rows) + len(fresh)
            if end > len(self._vectors):
                self._vectors = np.concatenate(
                    [self._vectors[:start], np.zeros((end, self._vectors.shape[1]), np.float32)]
                )
            self._vectors[start:end] = vectors[list(fresh.values())]
            self._rows.update(zip(fresh, range(start, end), strict=True))
