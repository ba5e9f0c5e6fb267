"""Through whom an account has what it says in its own voice: the agency whose words it prints."""

from __future__ import annotations

import pytest
from newsroom import account

from reportedly.model.point import Answer
from reportedly.relate import relate


def only_answer(outlet: str | None, wire: str | None, said_by: str | None = None) -> Answer:
    told = account("1.txt", "The collapse killed [9] miners.", outlet=outlet, wire=wire, said_by=said_by)
    (answer,) = (a for p in relate([told], pipeline=()).points if p.kind == "figure" for a in p.answers)
    return answer


@pytest.mark.parametrize(
    ("outlet", "wire", "via"),
    [
        ("The Brel Post", "Harbour Wire", ("Harbour Wire",)),
        (None, "Harbour Wire", ("Harbour Wire",)),
        ("HARBOUR WIRE", "Harbour Wire", ()),
        ("The Brel Post", None, ()),
    ],
)
def test_own_words_come_through_the_agency_that_is_credited(
    outlet: str | None, wire: str | None, via: tuple[str, ...]
) -> None:
    answer = only_answer(outlet, wire)
    assert (answer.origin, answer.via) == (None, via)


def test_a_named_speaker_comes_through_whom_the_statement_tells() -> None:
    assert only_answer("The Brel Post", "Harbour Wire", said_by="Ada Krall").via == ()
