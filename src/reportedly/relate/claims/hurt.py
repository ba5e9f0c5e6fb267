"""Numbers of people who were shot or stabbed: where nobody in the story died, they were hurt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.singly import INJURED, KILLED, of_people, victims
from reportedly.vocabulary import listed


def with_hurt(claims: Sequence[Claim], readings: Sequence[Reading]) -> list[Claim]:
    """The claims of figures, those of people who were shot as figures of the injured where nobody is told to be dead.

    Where somebody died, who was shot may be dead or hurt, and stays who was shot.
    """
    if any(_dead(claim) for claim in claims) or any(victims(reading, KILLED) for reading in readings):
        return list(claims)
    struck = {figure for reading in readings for figure in _struck(reading)}
    return [replace(c, predicate=INJURED) if c.mention in struck and of_people(c) else c for c in claims]


def _dead(claim: Claim) -> bool:
    """Whether it is a number of people killed, of one at least."""
    some = isinstance(claim.value, Quantity) and claim.value.high != 0
    return some and claim.predicate == KILLED and of_people(claim)


def _struck(reading: Reading) -> Iterator[str]:
    """The figures whose own clause says that somebody was shot or stabbed."""
    for happening in reading.happenings:
        if happening.lemma in listed("singly", "struck", "verbs"):
            yield from happening.figures
