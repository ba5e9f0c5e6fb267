"""What weakens a statement, and of which statements a check speaks."""

from __future__ import annotations

import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.doubts import Doubts
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser

LANDING = (
    "The pilots' union said that forty men were aboard. Sister Agathe said the landing stage had burned. "
    "She said nine had died."
)


@pytest.fixture(scope="module")
def extract() -> Extractor:
    return Extractor((Parser(), Names(), Attributions(), Doubts()))


def certainties(extract: Extractor, text: str) -> dict[str, str]:
    """The certainty of each attributed statement, by its content."""
    it = capture(text)
    reading = extract(it, article(it))
    return {
        " ".join(piece.of(reading.capture.text) for piece in s.content): s.certainty
        for s in reading.statements
        if s.attribution
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The doctor said there were 23 suspected cases in the valley.", "asserted"),
        ("The doctor said an estimated 3,000 people had fled.", "hedged"),
        ("The mate said the barge sank with the presumed loss of nine men.", "hedged"),
        ("Three barges are thought to have sunk.", "hedged"),
        ("The rebels claimed that they held the airport.", "asserted"),
        ("According to unconfirmed reports in the press, the barge sank.", "unverified"),
        ("As you can imagine, it was like rowing through tar, the master said.", "asserted"),
        ("The mate said the owners may suspect a leak.", "hedged"),
    ],
)
def test_what_weakens_a_statement(extract: Extractor, text: str, wanted: str) -> None:
    assert set(certainties(extract, text).values()) == {wanted}


def test_a_bare_form_without_an_auxiliary_is_a_noun() -> None:
    reading = Extractor()(it := capture("Official victim count: 49 rowing victims plus suspect."), article(it))
    assert not [hedge for statement in reading.statements for hedge in statement.hedges]


@pytest.mark.parametrize(
    ("check", "unverified"),
    [
        ("That figure could not be verified.", {"nine had died"}),
        ("Her account could not be verified.", {"the landing stage had burned", "nine had died"}),
        ("The Courier could not verify the union's count.", {"forty men were aboard"}),
        (
            "Neither account could be independently verified.",
            {"forty men were aboard", "the landing stage had burned", "nine had died"},
        ),
    ],
)
def test_a_check_is_of_what_its_words_name(extract: Extractor, check: str, unverified: set[str]) -> None:
    found = certainties(extract, f"{LANDING} {check}")
    assert {said for said, sure in found.items() if sure == "unverified"} == unverified


def test_a_check_at_the_head_of_a_paragraph_is_of_the_one_before(extract: Extractor) -> None:
    found = certainties(extract, f"{LANDING}\n\nThe Courier was unable to verify the union's count.")
    assert [said for said, sure in found.items() if sure == "unverified"] == ["forty men were aboard"]


def test_the_claim_is_what_was_claimed_and_not_its_denial(extract: Extractor) -> None:
    text = "Several rowers said that the lamp was out. The port denied that it was. The claim could not be verified."
    assert certainties(extract, text) == {"the lamp was out": "unverified", "it was": "denied"}
