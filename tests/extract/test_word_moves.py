"""The quick parser makes the moves that the model's own makes."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.extract.parse import MODEL, language
from reportedly.extract.word_moves import TOGETHER

TEXTS = [
    "Two boats sank.",
    "The clinic counted eleven; nobody, it said, was missing on the quay. “Stay,” she told whoever had come.",
    "",
    " \n ",
    "No",
    "A hearing is scheduled on the gate today, which few had known of.",  # a tree with crossing arcs
]
WORDS = ["the", "gate", "said", "that", "which", "was", ",", ".", "“", "\n", "nine", "Lind", "because", "who", "of"]


@pytest.fixture(scope="module")
def own() -> Language:
    return spacy.load(MODEL, exclude=["ner"], disable=["attribute_ruler", "lemmatizer"])


def trees(docs: list[Doc]) -> list[list[list[int]]]:
    return [doc.to_array(["HEAD", "DEP", "SENT_START"]).tolist() for doc in docs]


def test_texts_are_parsed_as_the_model_parses_them(own: Language) -> None:
    many = TEXTS * (TOGETHER // len(TEXTS) + 2)
    assert trees(list(language().pipe(many))) == trees(list(own.pipe(many)))
    assert trees([language()(text) for text in TEXTS]) == trees([own(text) for text in TEXTS])


@given(st.lists(st.sampled_from(WORDS), max_size=60))
@settings(max_examples=60, deadline=None, derandomize=True)  # a score may differ in its last bit
def test_words_in_any_order_are_parsed_as_the_model_parses_them(own: Language, words: list[str]) -> None:
    text = " ".join(words)
    assert trees([language()(text)]) == trees([own(text)])
