"""A hedge weakens the answers that it reaches, and no others."""

import pytest

from reportedly.model.span import Span
from reportedly.model.statement import Certainty, Hedge, Statement
from reportedly.relate.claims.voices import certainty_of


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def certainty(text: str, hedge: str, answer: str, of_all: Certainty = "hedged") -> Certainty:
    whole = Span(0, len(text))
    hedges = (Hedge(hedge, place(text, hedge), "hedge"),)
    told = Statement("s", "a", (whole,), None, "narrated", (), of_all, hedges)
    return certainty_of(told, place(text, answer), text)


@pytest.mark.parametrize(
    ("text", "hedge", "answer", "wanted"),
    [
        ("The leak may have begun when the dam burst on Friday.", "may", "Friday", "asserted"),
        ("The leak may have spoiled 40 wells.", "may", "40", "hedged"),
        ("At least 29 people were reported killed.", "reported", "29", "hedged"),
        ("It could take months; two wells are dry.", "could", "two", "asserted"),
        ("The dam perhaps burst on Friday.", "perhaps", "dam perhaps burst", "hedged"),
    ],
)
def test_a_hedge_reaches_to_the_end_of_its_clause(text: str, hedge: str, answer: str, wanted: Certainty) -> None:
    assert certainty(text, hedge, answer) == wanted


def test_what_is_denied_is_denied_throughout() -> None:
    text = "The leak may have begun when the dam burst on Friday."
    assert certainty(text, "may", "Friday", of_all="denied") == "denied"


def test_words_in_no_statement_are_asserted() -> None:
    assert certainty_of(None, Span(0, 3), "One") == "asserted"
