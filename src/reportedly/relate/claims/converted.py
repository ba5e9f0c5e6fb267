"""Measures told twice in one breath, in another unit: "12 miles (19 km)" is one answer and not two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportedly.grammar.conversion import convertible
from reportedly.model.quantity import Quantity
from reportedly.relate.claims.claim import Claim
from reportedly.relate.clippings import Clippings
from reportedly.relate.standing.values import apart

BRACKET = re.compile(r"\s*[(\[]\s*")  # "12 miles (19 km)", "$75 million (£50 million)"
OTHERWISE = re.compile(r"\s*(?:,|[-–—]+)\s*or\s+", re.IGNORECASE)  # "1,000 barrels, or 42,000 gallons"


def told_once(claims: Sequence[Claim], clippings: Clippings) -> tuple[Claim, ...]:
    """The claims of one question without those that only tell the one before them in another unit or another currency.

    A length, a weight or the like has to come to the same; what a sum is in another currency nobody can check, so that
    it counts as told again in brackets alone.
    """
    again: set[str] = set()
    ordered = sorted(claims, key=lambda claim: (claim.article, claim.span))
    for one, other in pairwise(ordered):
        if one.article == other.article and _again(one, other, clippings.reading(one.article).capture.text):
            again.add(other.id)
    return tuple(claim for claim in claims if claim.id not in again)


def _again(one: Claim, other: Claim, text: str) -> bool:
    first, second = one.value, other.value
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return False
    if first.unit is None or second.unit is None or first.unit == second.unit:
        return False
    between = text[one.span.end : other.span.start]
    if one.dimension == other.dimension == "money":
        return BRACKET.fullmatch(between) is not None
    measured = convertible(first.unit, second.unit) and not apart(first, second)
    return measured and any(link.fullmatch(between) for link in (BRACKET, OTHERWISE))
