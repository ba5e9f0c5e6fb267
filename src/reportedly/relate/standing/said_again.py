"""What an article says again in its own voice, having it on somebody's word: it is that word and no second one."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model.point import Answer, StanceValue
from reportedly.relate.standing.values import compare


def said_again(answers: Sequence[Answer]) -> dict[str, Answer]:
    """By the id of each answer in an article's own voice the nearest one of the same value that it has on another's
    word: "Nine boats sank" over "Nine boats sank, the harbour master said".

    That something is so may be seen and be heard: whether-answers are never taken for each other.
    """
    found = {}
    for answer in answers:
        if answer.origin is None and not isinstance(answer.value, StanceValue):
            told = [other for other in answers if _vouches(other, answer)]
            if told:
                found[answer.id] = min(told, key=lambda other: abs(other.span.start - answer.span.start))
    return found


def _vouches(other: Answer, answer: Answer) -> bool:
    heard = other.origin is not None and other.article == answer.article and other.struck != "denied"
    return heard and compare(answer.value, other.value) == "same"
