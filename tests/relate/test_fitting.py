"""A question that several answer is asked in words that fit most of them."""

from __future__ import annotations

import pytest

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.figures import figure_claims
from reportedly.relate.wording.fitting import fitting
from reportedly.relate.wording.measuring import how_much

TOLD = (
    "In the end the rain lasted four hours, and then the sky was clear again.",
    "The siege at the mill lasted four hours, the mayor said.",
    "Soldiers say that the siege of the mill took three hours.",
    "People in the valley remember that the siege of the mill went on for five hours.",
)


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    extract, clean, told = Extractor(), Cleaner(), []
    for number, text in enumerate(TOLD):
        capture = Capture(capture_id(text.encode(), str(number), None), f"{number}.txt", None, "text/plain", text)
        told += figure_claims(extract(capture, clean(capture)))
    return told


def test_a_question_fits_as_many_answers_as_tell_of_its_words(claims: list[Claim]) -> None:
    rain, siege = (fitting(f"How long did the {what} last?", claims) for what in ("rain", "siege"))
    assert 0.0 < rain < siege < 1.0


def test_of_two_claims_a_question_fits_neither_better(claims: list[Claim]) -> None:
    assert fitting("How long did the siege last?", claims[:2]) == 0.0


def test_what_one_of_many_asks_is_not_the_question(claims: list[Claim]) -> None:
    assert how_much(claims[:2]) == "how long did the rain last?"  # the shorter of two that are as clear
    assert how_much(claims) == "how long did the siege at the mill last?"
