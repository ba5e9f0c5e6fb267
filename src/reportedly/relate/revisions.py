"""Later answers that replace earlier ones: a count that grew, or a voice that corrected itself."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model.point import Answer, Revision
from reportedly.model.quantity import Quantity
from reportedly.model.when import When
from reportedly.relate.clippings import Clippings
from reportedly.relate.times import time_of
from reportedly.relate.values import apart, compare

Timed = tuple[Answer, When]


def revisions(answers: Sequence[Answer], clippings: Clippings, cumulative: bool) -> tuple[Revision, ...]:
    """What replaced what, in order of time. Answers without a date establish nothing.

    A cumulative count that rises is growth, whoever reports it; one origin with a new value revised itself.
    """
    timed = [(a, t) for a in answers if a.struck is None and (t := time_of(a, clippings.article(a.article)))]
    found = []
    for later, late in timed:
        before = [answer for answer, early in timed if early.precedes(late) and _replaced(answer, later, cumulative)]
        if before:
            earlier = max(before, key=lambda a: (_greatest(a), a.id))
            found.append(
                Revision(earlier.id, later.id, "growth" if _grew(earlier, later, cumulative) else "correction")
            )
    return tuple(found)


def _replaced(earlier: Answer, later: Answer, cumulative: bool) -> bool:
    if _grew(earlier, later, cumulative):
        return True
    return earlier.origin_group == later.origin_group and compare(earlier.value, later.value) == "differ"


def _grew(earlier: Answer, later: Answer, cumulative: bool) -> bool:
    one, other = earlier.value, later.value
    if not cumulative or not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    return apart(one, other) and _greatest(earlier) < _greatest(later)


def _greatest(answer: Answer) -> float:
    if not isinstance(answer.value, Quantity):
        return 0.0
    ends = [end for end in (answer.value.low, answer.value.high) if end is not None]
    return max(ends)
