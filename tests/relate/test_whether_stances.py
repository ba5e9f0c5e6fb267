"""What a sentence does to the proposition in it: each kind of words by its own example, and what they leave alone."""

from __future__ import annotations

import pytest

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.point import StanceValue
from reportedly.relate.claims.whether import whether_claims
from reportedly.vocabulary import table

SIDES = {"doubt": "doubts", "unchecked": "doubts", "denial": "denies"}
EXAMPLES = [
    pytest.param(entry["example"], SIDES[side], id=f"{side}-{name}")
    for side in SIDES
    for name, entry in table("whether")[side].items()
]


def stances(told: str) -> list[str]:
    """What the sentences of a text do, a plain one behind them left out."""
    text = f"{told} The council met on Monday evening in the old hall by the river.\n"
    capture = Capture(capture_id(text.encode(), "a.txt", None), "a.txt", None, "text/plain", text)
    claims = list(whether_claims(Extractor()(capture, Cleaner()(capture))))
    return [claim.value.stance for claim in claims if isinstance(claim.value, StanceValue)][:-1]


@pytest.mark.parametrize(("example", "stance"), EXAMPLES)
def test_every_kind_of_words_does_what_it_says(example: str, stance: str) -> None:
    assert stance in stances(example)


@pytest.mark.parametrize(
    "told",
    [
        "It was unclear why the pump had failed on Monday.",  # that it failed is not in doubt
        "The pump started again on Monday, though it is unclear whether it will run for long.",
        "Although the hour is uncertain, the pump was running on Monday.",
        "The office closed the north gate on Monday, and nobody but the mayor was told.",
        "The boat was moored at a quay far from any village on Monday.",
        "The boat was moored not far from the mill on Monday.",
        "There is no question that the mill must close before the winter.",
    ],
)
def test_doubt_about_something_else_leaves_the_proposition_affirmed(told: str) -> None:
    assert stances(told)[0] == "affirms"


def test_who_could_not_check_it_doubts_it_wherever_the_sentence_says_so() -> None:
    told = "The keeper did not name the quay in his film, and the film has not been geolocated."
    assert stances(told)[0] == "doubts"


@pytest.mark.parametrize("told", [table("whether")["condition"]["example"], "If you give me boats, I will use them."])
def test_a_condition_doubts_nothing(told: str) -> None:
    assert stances(told)[0] == "affirms"


def test_what_somebody_asked_is_no_proposition() -> None:
    text = f"{table('whether')['indirect']['example']} The council met on Monday evening in the old hall.\n"
    capture = Capture(capture_id(text.encode(), "a.txt", None), "a.txt", None, "text/plain", text)
    reading = Extractor()(capture, Cleaner()(capture))
    assert not [claim for claim in whether_claims(reading) if claim.text.startswith("how long")]


def test_what_somebody_declines_to_do_is_no_proposition() -> None:
    assert stances("The mayor declined to comment on the gate.") == []


@pytest.mark.parametrize("side", SIDES)
def test_patterns_are_written_as_they_are_sought(side: str) -> None:
    """In small letters, each of its branches at the start of a word or of the sentence."""
    for entry in table("whether")[side].values():
        branches = entry["pattern"].replace("|\\b", "\n\\b").split("\n")
        assert all(branch.startswith(("\\b", "^")) for branch in branches)
        assert entry["pattern"].replace("\\W", "\\w") == entry["pattern"].replace("\\W", "\\w").lower()
