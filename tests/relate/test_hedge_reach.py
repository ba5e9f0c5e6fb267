"""A hedge weakens the answers that it reaches, and no others."""

import pytest

from reportedly.model.point import StanceValue
from reportedly.model.span import Span
from reportedly.model.statement import Certainty, Hedge, Statement
from reportedly.relate.claims.certainty import certainty_of


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
        ("A 40-ton gate that is supposed to close the dam stood open.", "supposed to", "40-ton", "asserted"),
        ("The judge may open an inquiry into the flood that killed 12 people.", "may", "12", "asserted"),
        ("The judge suspects that the flood killed 12 people.", "suspects", "12", "hedged"),
        ("The judge may visit the 12 widows of the flood.", "may", "12", "asserted"),
        ("Though the cause is unclear, the dam burst on Friday.", "unclear", "Friday", "asserted"),
        ("The dam burst on Friday, leaving six rowers presumed dead.", "presumed", "Friday", "asserted"),
        ("The dam, it seems unclear, burst on Friday.", "unclear", "Friday", "hedged"),
    ],
)
def test_a_hedge_reaches_to_the_end_of_its_clause(text: str, hedge: str, answer: str, wanted: Certainty) -> None:
    assert certainty(text, hedge, answer) == wanted


def test_who_says_that_it_is_unclear_doubts_it_and_is_sure_of_that() -> None:
    text = "It remains unclear whether the gate was closed."
    told = Statement(
        "s",
        "a",
        (Span(0, len(text)),),
        None,
        "narrated",
        (),
        "hedged",
        (Hedge("unclear", place(text, "unclear"), "hedge"),),
    )
    assert certainty_of(told, Span(0, len(text)), text, StanceValue("doubts")) == "asserted"
    assert certainty_of(told, Span(0, len(text)), text, StanceValue("affirms")) == "hedged"


def test_what_is_denied_is_denied_throughout() -> None:
    text = "The leak may have begun when the dam burst on Friday."
    assert certainty(text, "may", "Friday", of_all="denied") == "denied"


def test_words_in_no_statement_are_asserted() -> None:
    assert certainty_of(None, Span(0, 3), "One") == "asserted"
