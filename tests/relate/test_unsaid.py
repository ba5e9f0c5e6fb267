"""A "no" denies what its own clause says, not what hangs on it."""

from __future__ import annotations

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.reading import Reading
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.negated import negated
from reportedly.relate.claims.whether import whether_claims
from reportedly.relate.grouping.forbidden import forbidden

FURTHER = " The council met on Monday evening in the old hall by the river.\n"


def claim(told: str) -> Claim:
    text = f"{told}{FURTHER}"
    capture = Capture(capture_id(text.encode(), "a.txt", None), "a.txt", None, "text/plain", text)
    reading: Reading = Extractor()(capture, Cleaner()(capture))
    return next(iter(whether_claims(reading)))


def test_a_denial_is_of_its_own_clause() -> None:
    one = claim("The fire at the mill was called suspicious by police on Monday.")
    other = claim("Nobody was hurt in the blaze, which police think of as a suspicious one.")
    assert forbidden(one, other) == "a denial of something else"


def test_what_the_clause_denies_is_denied() -> None:
    one = claim("The gate of the mill was open on Friday night.")
    other = claim("The gate of the mill was not open on Friday night, as police had said in their report.")
    assert forbidden(one, other) is None


def test_two_that_say_no_of_one_thing_agree() -> None:
    one = claim(
        "Bo Lind and the two keepers of the old mill by the river came to Old Harrow with the night train on Friday, "
        "and there was no record of his leaving."
    )
    other = claim("There is no record of his leaving Old Harrow by the night train on Friday, the keeper of it said.")
    assert one.value != other.value
    assert forbidden(one, other) == "a denial of something else"
    assert negated("There was no record of his leaving.") == {"record", "leave"}
    assert negated("The hut, which was not locked, opened.") == {"lock"}
