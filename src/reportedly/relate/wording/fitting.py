"""How well a question fits all that answer it: one odd answer of many does not ask for the others."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.context import words_of
from reportedly.relate.terms import content_stems

TELLING = 3  # claims, and stems of a question: of fewer it is chance how many they share


def fitting(question: str, claims: Sequence[Claim]) -> float:
    """What share of a question's stems stands near a claim's value, the mean over all claims (0..1).

    0 of fewer than three claims: each of two fits the other as well. 0 of names too: who did a thing is told in one
    clause, and those who did something else stand near.
    """
    stems = frozenset(content_stems(question))
    if len(claims) < TELLING or claims[0].kind == "who":
        return 0.0
    near = sum(len(stems & words_of(claim.near)) for claim in claims)
    return near / (len(claims) * max(TELLING, len(stems)))
