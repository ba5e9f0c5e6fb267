"""The quick encoder gives what the model's own gives."""

import numpy as np
import spacy

from reportedly.extract.parse import MODEL
from reportedly.extract.word_contexts import WordContexts

TEXTS = [
    "Two boats sank.",
    "The clinic counted eleven; nobody, it said, was missing on the quay.",
    "No",
    "“Stay,” she said.",
]


def test_every_word_gets_the_numbers_that_the_model_gives_it() -> None:
    model = spacy.load(MODEL, exclude=["ner"])
    first, encoder = model.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]
    vectors = first.predict([model.make_doc(text) for text in TEXTS])
    for given in (vectors, vectors[:1], vectors[2:]):
        for mine, own in zip(WordContexts(encoder)(given), encoder.predict(given), strict=True):
            assert np.allclose(mine, own, atol=1e-4)
    assert WordContexts(encoder)([]) == []


def test_a_text_is_seen_the_same_whatever_stands_beside_it() -> None:
    model = spacy.load(MODEL, exclude=["ner"])
    first, encoder = model.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]
    vectors = first.predict([model.make_doc(text) for text in TEXTS])
    alone, together = WordContexts(encoder)([vectors[1]])[0], WordContexts(encoder)(vectors)[1]
    assert np.allclose(alone, together, atol=1e-5)
