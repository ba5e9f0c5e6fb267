"""The parser's moves from word to word, those of all texts in hand weighed at once.

What a move is, which are allowed and what each does stays spaCy's (arc-eager, Honnibal and Johnson 2015): here the
scores alone are made. spaCy makes them state by state and lets go of Python's lock and takes it again at each of eight
additions; step by step over the states of all texts they are a few calls of numpy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.tokens import Doc
from spacy.util import minibatch

from reportedly.extract.products import product

NAME = "word_moves"  # of the pipe
TOGETHER = 64  # texts in hand: each word of theirs takes 4 kB
Vectors = npt.NDArray[np.float32]


class WordMoves:
    """Parses texts as spaCy's parser does (but for the last bit of a score), with fewer calls.

    A state looks at so many words (the first ones to come, those last put aside, what hangs on them); what each says
    in each place is computed once. The sum of what they say, the greater of two candidates for each number, goes
    through a layer that gives each move its score.
    """

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        self._vectors, lower, upper = parser.model.layers
        weights = lower.get_param("W").transpose(0, 2, 1, 3)  # by place, candidate, number, what it is made of
        self._places, _, self._width, inwards = weights.shape
        self._weights = np.ascontiguousarray(weights.reshape(-1, inwards).T)
        self._nothing: Vectors = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(-1)  # where a place has no word
        self._bias: Vectors = lower.get_param("b").T.reshape(-1)
        self._onto, self._lean = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
        self._sight = SimpleNamespace(state2vec=SimpleNamespace(nF=self._places))  # all that `get_token_ids` asks for

    def __call__(self, doc: Doc) -> Doc:
        """One text, parsed."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = TOGETHER) -> Iterator[Doc]:
        """Texts in order, parsed."""
        for batch in minibatch(docs, min(batch_size, TOGETHER)):  # type: ignore[no-untyped-call]
            self._parser.set_annotations(batch, self._moved(batch))
            yield from batch

    def _moved(self, docs: Sequence[Doc]) -> list[Any]:
        """The final state of each text."""
        every: list[Any] = self._parser.moves.init_batch(docs)
        states = [state for state in every if not state.is_final()]
        told = self._told(docs) if states else self._nothing
        offsets = np.arange(self._places, 2 * self._places, dtype=np.int32)  # what is no word has number -1
        while states:
            words = ParserStepModel.get_token_ids(self._sight, states)
            words *= self._places
            words += offsets
            seen = np.add.reduce(told.take(words, 0), 1)
            seen += self._bias
            made = np.maximum(seen[:, : self._width], seen[:, self._width :])
            scores = product(made, self._onto)
            scores += self._lean
            states = self._parser.transition_states(states, scores)
        return every

    def _told(self, docs: Sequence[Doc]) -> Vectors:
        """What no word and each word of all texts say in each place, row by row."""
        vectors = self._vectors.predict(docs)
        told = product(np.concatenate((np.zeros_like(vectors[:1]), vectors)), self._weights)
        told[0] = self._nothing
        return told.reshape(-1, 2 * self._width)


@Language.factory(NAME, assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"])
def word_moves(nlp: Language, name: str) -> WordMoves:
    """The pipe that stands in the parser's place; it cannot be trained."""
    return WordMoves(nlp.get_pipe("parser"))
