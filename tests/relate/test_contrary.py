"""Which sentences stand against which: sentences of our own."""

from __future__ import annotations

import pytest

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.relate.claims.claim import answer
from reportedly.relate.claims.whether import whether_claims
from reportedly.relate.clippings import Clippings
from reportedly.relate.standing.contrary import contrary

CLOSED = "The harbour office closed the north gate on Monday."


@pytest.mark.parametrize(
    ("affirmed", "against", "meets"),
    [
        (CLOSED, "The harbour office did not close the north gate.", True),
        (CLOSED, "The north gate never closed, because its motor had no power.", True),  # one deed, one party
        (CLOSED, "The harbour office does not pay for any mole in winter.", False),  # one party, another deed
        (  # a long name is one thing in common
            "Crews at the Old North Harbour Rescue Station drilled for an hour.",
            "The hour at the Old North Harbour Rescue Station was not enough.",
            False,
        ),
        ("The captain wants a new mole.", "The captain does not want any money.", False),  # to want is no deed
        (CLOSED, "The pilots denied that any gate had been shut.", True),  # somebody's word denies
        (CLOSED, "A gull did not mind the rain.", False),
    ],
)
def test_a_mere_negation_stands_against_what_has_its_deed_and_party(affirmed: str, against: str, meets: bool) -> None:
    text = f"{affirmed} {against}\n"
    capture = Capture(capture_id(text.encode(), "a.txt", None), "a.txt", None, "text/plain", text)
    reading = Extractor()(capture, Cleaner()(capture))
    clippings = Clippings([reading])
    said = [answer(claim, clippings) for claim in whether_claims(reading)]
    assert contrary(said[-1], said[0], clippings) is meets
