"""A "no" denies what its own clause says, not what hangs on it."""

from __future__ import annotations

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.reading import Reading
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.whether import whether_claims
from reportedly.relate.grouping.forbidden import forbidden

FURTHER = " The council met on Monday evening in the old hall by the river.\n"


def claim(told: str) -> Claim:
    text = f"{told}{FURTHER}"
    capture = Capture(capture_id(text.encode(), "a.txt", None), "a.txt", None, "text/plain", text)
    reading: Reading = Extractor()(capture, Cleaner()(capture))
    return next(iter(whether_claims(reading)))


def test_a_denial_is_of_its_own_clause() -> None:
    one = claim("The blaze at the mill was called suspicious by police on Monday.")
    other = claim("No one was hurt in the fire, which police are treating as a suspicious one.")
    assert forbidden(one, other) == "a denial of something else"


def test_what_the_clause_denies_is_denied() -> None:
    one = claim("The gate of the mill was open on Friday night.")
    other = claim("The gate of the mill was not open on Friday night, as police had said in their report.")
    assert forbidden(one, other) is None
