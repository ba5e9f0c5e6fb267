"""A paper told of again is the word of whoever spoke in it."""

from __future__ import annotations

import pytest
from paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.relate.naming.said_in import RULE, with_papers_again


@pytest.fixture(scope="module")
def extract() -> Extractor:
    return Extractor()


def last_chain(extract: Extractor, text: str) -> list[str | None]:
    page = capture(text)
    (reading,) = with_papers_again([extract(page, article(page))])
    return [link.name for link in [s for s in reading.statements if s.attribution][-1].attribution]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The Coast Office said in a statement that the rope was new. The statement said that nobody was hurt.",
         ["Coast Office"]),
        ("Ada Krall said in a message read on Radio Lagune that the rope was new.\nThe same message said all was well.",
         ["Ada Krall", "Radio Lagune"]),
        ("Ada Krall said in a letter that the rope was new. Nobody was hurt, according to the text.", ["Ada Krall"]),
        ("Ada Krall said in a letter that the rope was new. The memo said that nobody was hurt.", ["memo"]),
        ("Ada Krall said that the rope was new. The letter said that nobody was hurt.", ["letter"]),
    ],
)  # fmt: skip
def test_whose_word_a_paper_told_of_again_is(extract: Extractor, text: str, chain: list[str]) -> None:
    assert last_chain(extract, text) == chain


def test_it_says_why(extract: Extractor) -> None:
    page = capture("Ada Krall said in a letter that the rope was new. The letter said that nobody was hurt.")
    (reading,) = with_papers_again([extract(page, article(page))])
    assert reading.statements[-1].why[-1].rule == RULE
    assert reading.statements[-1].attribution[0].described == "The letter"
