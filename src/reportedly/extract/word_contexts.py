"""The parser's look at the neighbours of each word, with nothing computed that only training asks for.

What the model does is told by its own weights: layer by layer, a word and the two beside it make three candidates for
each number, the greatest counts, each word's numbers are brought to mean 0 and variance 1, weighed, and added to what
was there (maxout, layer normalisation, residual: Honnibal's encoder of spaCy, `MaxoutWindowEncoder.v2`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import as_strided
from thinc.api import Model

from reportedly.extract.products import product

Vectors = npt.NDArray[np.float32]
LEAST = np.float32(1e-8)  # added to each variance, as thinc does


@dataclass(frozen=True, slots=True)
class Layer:
    """The weights of one layer, a column for each candidate: the first ones of all numbers, then the second ones."""

    weights: Vectors
    bias: Vectors
    scale: Vectors
    shift: Vectors


class WordContexts:
    """Gives what the parser's encoder gives (but for the last bit of a number), in a third of its time."""

    def __init__(self, encoder: Model[Any, Any]) -> None:
        self._pad: int = encoder.attrs["pad"]  # empty words between texts: as many as a word's sight reaches
        self._layers = [_layer(part) for part in encoder.layers[0].layers]

    def layer(self) -> Model[Sequence[Vectors], Sequence[Vectors]]:
        """A layer to stand in the encoder's place; it cannot be trained."""

        def forward(_: Model[Sequence[Vectors], Sequence[Vectors]], texts: Sequence[Vectors], is_train: bool) -> Any:
            return self(texts), None

        width = len(self._layers[0].scale)
        return Model("word_contexts", forward, dims={"nI": width, "nO": width})

    def __call__(self, texts: Sequence[Vectors]) -> list[Vectors]:
        """A row for each word of each text."""
        if not texts:
            return []
        width = texts[0].shape[1]
        starts, end = [], self._pad
        for text in texts:
            starts.append(end)
            end += len(text) + self._pad
        framed = np.zeros((end + 2, width), np.float32)  # a word of nothing before the first and behind the last
        words = framed[1:-1]
        for start, text in zip(starts, texts, strict=True):
            words[start : start + len(text)] = text
        beside = as_strided(framed, (end, 3 * width), framed.strides, writeable=False)
        for layer in self._layers:
            words += self._seen(layer, np.ascontiguousarray(beside))
        return [words[start : start + len(text)].copy() for start, text in zip(starts, texts, strict=True)]

    def _seen(self, layer: Layer, beside: Vectors) -> Vectors:
        """What one layer makes of each word and its neighbours."""
        width = len(layer.scale)
        all_of = product(beside, layer.weights)
        all_of += layer.bias
        found: Vectors = all_of[:, :width]
        for start in range(width, all_of.shape[1], width):
            np.maximum(found, all_of[:, start : start + width], out=found)
        made: Vectors = found - found.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", made, made) / np.float32(width) + LEAST
        made /= np.sqrt(spread)[:, None]
        made *= layer.scale
        made += layer.shift
        return made


def _layer(residual: Model[Any, Any]) -> Layer:
    parts: dict[str, Any] = {part.name: part for part in residual.walk()}
    maxout, normal = parts["maxout"], parts["layernorm"]
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    outwards, pieces, inwards = weights.shape
    return Layer(
        np.ascontiguousarray(weights.transpose(2, 1, 0)).reshape(inwards, pieces * outwards),
        np.ascontiguousarray(bias.T).reshape(-1),
        normal.get_param("G"),
        normal.get_param("b"),
    )
