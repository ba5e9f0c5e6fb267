"""Voices that stand against one another without a word of dispute: side by side in one account, or less said later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reportedly.model.point import Answer, Reason
from reportedly.model.quantity import Quantity
from reportedly.relate.clippings import Clippings
from reportedly.relate.standing.values import compare, exceeds
from reportedly.relate.times import comes_after, time_of

BESIDE = 300  # code points: one sentence and the next


def opposed(answers: Sequence[Answer], clippings: Clippings, falls: bool = False) -> Iterator[Reason]:
    """Pairs of answers by two voices that have names, of different origin, whose values cannot both hold.

    What one account alone sets side by side, and no other gives either of, is a difference that nobody took up. What
    `falls` as it is cleared up may be less, later, and nobody disputes anything: fewer are missing.
    """
    named = [a for a in answers if a.struck is None and a.origin is not None and a.origin.name is not None]
    for one, other in combinations(named, 2):
        if one.origin_group == other.origin_group or compare(one.value, other.value) != "differ":
            continue
        told = f"{_voice(one)}: {one.text} / {_voice(other)}: {other.text}"
        if _beside(one, other) and _taken_up((one, other), answers):
            yield Reason("two voices set against one another", told, (one.id, other.id))
        elif not falls and (_less_later(one, other, clippings) or _less_later(other, one, clippings)):
            yield Reason("less, later, on another's word", told, (one.id, other.id))


def _voice(answer: Answer) -> str:
    return answer.origin.name or "" if answer.origin is not None else ""


def _beside(one: Answer, other: Answer) -> bool:
    """Whether one account gives both, one after the other."""
    return one.article == other.article and abs(one.span.start - other.span.start) <= BESIDE


def _taken_up(pair: Sequence[Answer], answers: Sequence[Answer]) -> bool:
    """Whether another account gives one of the two values."""
    return any(
        other.article != one.article and compare(other.value, one.value) == "same" for one in pair for other in answers
    )


def _less_later(early: Answer, late: Answer, clippings: Clippings) -> bool:
    """Whether a figure was said to be less after it was said to be more: that it rose explains no such difference."""
    if not isinstance(early.value, Quantity) or not isinstance(late.value, Quantity):
        return False
    before, after = (time_of(each, clippings.article(each.article)) for each in (early, late))
    if before is None or after is None or not comes_after(after, before):
        return False
    return exceeds(early.value, late.value)
