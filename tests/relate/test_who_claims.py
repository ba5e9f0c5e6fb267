"""Who did it, or to whom: named parties of a clause."""

from __future__ import annotations

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.point import NameValue
from reportedly.relate.claims.who import who_claims


def named(told: str) -> list[tuple[str, str]]:
    """The parties of a text with the names that they answer by."""
    text = f"{told} The council met on Monday evening in the old hall by the river.\n"
    capture = Capture(capture_id(text.encode(), "a.txt", None), "a.txt", None, "text/plain", text)
    claims = who_claims(Extractor()(capture, Cleaner()(capture)))
    return [(claim.text, claim.value.name) for claim in claims if isinstance(claim.value, NameValue)]


def test_whom_something_was_done_to_is_a_party_of_its_own() -> None:
    told = named("The Harbour Guard has arrested Ida Holt.")
    assert told == [("The Harbour Guard", "Harbour Guard"), ("Ida Holt", "Ida Holt")]


def test_who_says_it_is_told_by_the_statement_and_asked_by_nobody() -> None:
    told = named("Ida Holt told reporters that Bo Lind had sold the barge. Bo Lind dismissed the claim on Friday.")
    assert told == [("Bo Lind", "Bo Lind")]
