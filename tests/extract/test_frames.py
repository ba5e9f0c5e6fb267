"""Frames of saying, each by a sentence of our own: what is said and whose word it is."""

import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.model.statement import Statement

SAID = {
    "The company would not discuss what he had told her.": (["what he had told her"], "company"),
    "A spokeswoman would not provide the log while the inquiry goes on.": (["the log"], "A spokeswoman"),
    "The nine wounded guards cited by the ministry have gone home.": (["The nine wounded guards"], "ministry"),
    "Thirty now, according to the Red Cross, up from 24 on Monday.": (
        ["Thirty now", "up from 24 on Monday"],
        "Red Cross",
    ),
    "Forty wounded remain here, according to the health office, all out of danger.": (
        ["Forty wounded remain here", "all out of danger"],
        "health office",
    ),
    "Growers fret that the frost will come back.": (["the frost will come back"], "Growers"),
}


@pytest.fixture(scope="module")
def extract() -> Extractor:
    return Extractor((Parser(), Names(), Attributions()))


def read(extract: Extractor, text: str) -> list[Statement]:
    it = capture(text)
    return list(extract(it, article(it)).statements)


@pytest.mark.parametrize("text", SAID)
def test_what_is_said_and_by_whom(extract: Extractor, text: str) -> None:
    content, origin = SAID[text]
    said = [([span.of(text) for span in s.content], s.attribution[0].name) for s in read(extract, text)]
    assert (content, origin) in said


def test_a_colon_parts_a_clause_from_the_verb_behind_it(extract: Extractor) -> None:
    text = "I was wrong: the mayor now says six."
    assert all("wrong" not in span.of(text) for s in read(extract, text) for span in s.content)


def test_whose_count_it_is_may_be_told_by_a_pronoun(extract: Extractor) -> None:
    text = "Anna Holt ran to the quay. Some ninety people were on board, by her account."
    said = [(s.content[0].of(text), s.attribution[0].name) for s in read(extract, text)]
    assert ("Some ninety people were on board", "Anna Holt") in said
