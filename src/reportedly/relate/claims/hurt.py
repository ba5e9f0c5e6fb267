"""Numbers of people who were shot, stabbed or taken to hospital, and were hurt by all that is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.context import sentence_at
from reportedly.relate.claims.singly import INJURED, KILLED, LEAST, fallen, of_people, pattern, strikes, victims

VICTIMS = "casualties"  # the family of those who were killed or hurt, nobody tells which
TAKEN = "hospitalised"


def with_hurt(claims: Sequence[Claim], readings: Sequence[Reading]) -> list[Claim]:
    """The claims of figures, those of people who were shot or taken to hospital as of the injured where they were.

    "He killed one and shot four others": the four are hurt. Where somebody was shot or stabbed and fewer than two
    articles number the hurt, those are the hurt who were taken to hospital; so are as many as somebody says were hurt.
    """
    others = {figure for reading in readings for figure in _others(reading)}
    told = _with_struck([replace(c, predicate=INJURED) if c.mention in others else c for c in claims], readings)
    hurt = [claim for claim in told if claim.predicate == INJURED and of_people(claim)]
    as_many = {claim.value for claim in hurt}
    all_taken = len({claim.article for claim in hurt}) < LEAST and any(
        strikes(one) for reading in readings for one in reading.happenings
    )
    taken = {c.id for c in told if c.predicate == TAKEN and of_people(c) and (all_taken or c.value in as_many)}
    return [replace(c, predicate=INJURED) if c.id in taken else c for c in told]


def _with_struck(claims: Sequence[Claim], readings: Sequence[Reading]) -> list[Claim]:
    """The claims of figures, those of people who were shot, and of victims, as of the injured where nobody died of it.

    Where half of the articles that number them tell of somebody dead, who was shot may be dead or hurt, and stays who
    was shot. A killing that fewer tell of is another one, as of last year.
    """
    struck = {figure for reading in readings for figure in _struck(reading)}
    hurt = [c for c in claims if (c.mention in struck or c.predicate == VICTIMS) and of_people(c)]
    most = max((_most(claim) for claim in hurt), default=0.0)
    dead = {reading.article.id for reading in readings if victims(reading, KILLED)}
    dead |= {claim.article for claim in claims if _dead(claim, most)}
    if 2 * len(dead) >= len({claim.article for claim in hurt}):
        return list(claims)
    those = {claim.id for claim in hurt if not _dead(claim, most)}
    return [replace(c, predicate=INJURED) if c.id in those else c for c in claims]


def _dead(claim: Claim, struck: float) -> bool:
    """Whether it is a number of people killed, of one at least, and of no more than were struck: a city's 500 of this
    year died of something else."""
    some = isinstance(claim.value, Quantity) and claim.value.high != 0
    return some and claim.predicate == KILLED and of_people(claim) and _most(claim) <= struck


def _most(claim: Claim) -> float:
    """The greatest number that the claim names."""
    ends = (claim.value.low, claim.value.high) if isinstance(claim.value, Quantity) else ()
    return max((end for end in ends if end is not None), default=0.0)


def _struck(reading: Reading) -> Iterator[str]:
    """The figures whose own clause says that somebody was shot or stabbed."""
    for happening in reading.happenings:
        if strikes(happening):
            yield from happening.figures


def _others(reading: Reading) -> Iterator[str]:
    """The figures of others who were shot, in a sentence that tells of somebody dead who is none of them."""
    text = reading.capture.text
    struck = frozenset(_struck(reading))
    dead = list(fallen(reading)) if struck else []
    for figure in reading.figures:
        if figure.id in struck and pattern("others", "behind").match(text, figure.span.end):
            sentence = sentence_at(text, figure.span)
            beside = [span for span in dead if sentence.contains(span)]
            if beside and not any(span.contains(figure.span) for span in beside):
                yield figure.id
