"""Remembered words have the vectors that the model's own layer gives them."""

import numpy as np
import pytest
import spacy
from spacy.language import Language

from reportedly.extract.parse import MODEL
from reportedly.extract.word_vectors import WordVectors

TEXTS = ("The ferry sank.", "", "The  ferry didn't sink , it sank again.\n", "Nobody was on the ferry. THE FERRY SANK")


@pytest.fixture(scope="module")
def model() -> Language:
    return spacy.load(MODEL, exclude=["ner"])


@pytest.mark.parametrize("most", [50_000, 4], ids=["kept", "forgotten"])
def test_words_have_the_vectors_of_the_layer(model: Language, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr("reportedly.extract.word_vectors.MOST", most)
    layer = model.get_pipe("tok2vec").model.layers[0]  # type: ignore[attr-defined]  # every pipe of a model has one
    vectors = WordVectors(layer)
    for texts in (TEXTS[:1], TEXTS[1:], TEXTS, TEXTS[:1]):
        docs = [model.make_doc(text) for text in texts]
        for one, other in zip(layer.predict(docs), vectors(docs), strict=True):
            assert one.shape == other.shape
            assert np.allclose(one, other, atol=1e-5)


def test_words_seen_before_are_not_asked_about(model: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = WordVectors(model.get_pipe("tok2vec").model.layers[0])  # type: ignore[attr-defined]
    docs = [model.make_doc(text) for text in TEXTS]
    first = vectors(docs)
    monkeypatch.setattr(vectors, "_layer", None)
    assert all(np.array_equal(one, other) for one, other in zip(first, vectors(docs), strict=True))
