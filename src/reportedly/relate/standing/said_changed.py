"""Words that say themselves that a value replaces an earlier one: "raised to nineteen", "earlier put at six"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.model.point import Answer, DateValue, StanceValue
from reportedly.model.quantity import Quantity
from reportedly.relate.claims.context import sentence_at
from reportedly.relate.clippings import Clippings
from reportedly.relate.standing.values import compare
from reportedly.relate.times import comes_after, time_of
from reportedly.vocabulary import table

SAYS: dict[str, tuple[Literal["growth", "correction"], str]] = {
    "raised": ("growth", "growing: said to have risen"),
    "changed": ("correction", "corrected: said to have been changed"),
    "earlier": ("correction", "corrected: said to be the earlier value"),
    "yielded": ("correction", "corrected: somebody gave way"),
}


@dataclass(frozen=True, slots=True)
class SaidChanged:
    """An answer beside whose value stand words of change; of which kind, the rule and the words."""

    answer: Answer
    kind: Literal["growth", "correction"]
    rule: str
    words: str


def said_changed(answers: Sequence[Answer], clippings: Clippings) -> Iterator[SaidChanged]:
    """The answers whose own sentence says that the value changed, the first such words of each."""
    for answer in answers:
        for group in _groups(answer, _replaced(answer, answers, clippings)):
            found = _beside(group, answer, clippings)
            if found is not None:
                kind, rule = SAYS[group]
                yield SaidChanged(answer, kind, rule, found.group())
                break


def superseded(answers: Sequence[Answer], clippings: Clippings) -> dict[str, str]:
    """The answers that a page itself gives as what no longer holds, by id, with the words that say so.

    Either a correction note takes the value back, or it is said to be the earlier one right before it stands; and
    another answer of the same page or voice gives another value.
    """
    found = {}
    for answer in answers:
        words = _noted(answer, clippings) or _told_before(answer, clippings)
        if words is not None and any(_instead(other, answer) for other in answers):
            found[answer.id] = words
    return found


def _replaced(answer: Answer, answers: Sequence[Answer], clippings: Clippings) -> bool:
    """Whether another value stands beside it that may be the later one: of figures and days one that differs from it,
    in the same account or in a later one."""
    if isinstance(answer.value, StanceValue):
        return len({other.value for other in answers}) > 1
    apart = [other for other in answers if compare(other.value, answer.value) == "differ"]
    mine = time_of(answer, clippings.article(answer.article))
    theirs = [time_of(other, clippings.article(other.article)) for other in apart]
    beside = any(other.article == answer.article for other in apart)
    return beside or any(mine is not None and time is not None and comes_after(time, mine) for time in theirs)


def _groups(answer: Answer, several: bool) -> tuple[str, ...]:
    """What words are looked for; nobody gave way where all say the same."""
    if isinstance(answer.value, Quantity | DateValue):
        return ("raised", "changed", "earlier") if several else ("raised", "changed")
    return ("yielded", "earlier") if several and isinstance(answer.value, StanceValue) else ()


def _beside(group: str, answer: Answer, clippings: Clippings) -> re.Match[str] | None:
    """The words of a group beside a figure or a day; anywhere in the sentence of a clause."""
    text = clippings.reading(answer.article).capture.text
    here = sentence_at(text, answer.span)
    if isinstance(answer.value, StanceValue):
        return _pattern(group).search(text, here.start, here.end)
    near = table("revisions")["near"]
    first, last = max(here.start, answer.span.start - near["before"]), min(here.end, answer.span.end + near["after"])
    if _in_small_letters(group).search(text[first:last].casefold()) is None:
        return None
    return _pattern(group).search(text, first, last)


def _told_before(answer: Answer, clippings: Clippings) -> str | None:
    """Words before a figure in its clause that say it is the earlier one."""
    if not isinstance(answer.value, Quantity):
        return None
    text = clippings.reading(answer.article).capture.text
    here = sentence_at(text, answer.span)
    before = table("revisions")["near"]["before"]
    found = _pattern("earlier").search(text, max(here.start, answer.span.start - before), answer.span.start)
    return found.group() if found and not re.search(r"[,;:]", text[found.end() : answer.span.start]) else None


def _noted(answer: Answer, clippings: Clippings) -> str | None:
    """The words of a correction note that take a value back."""
    for note in clippings.article(answer.article).corrections:
        if note.span.start <= answer.span.start and answer.span.end <= note.span.end:
            said = clippings.reading(answer.article).capture.text[note.span.start : answer.span.start]
            taken = _last(_pattern("replaced"), said)
            kept = _last(_pattern("instead"), said)
            if taken is not None and (kept is None or kept.start() < taken.start()):
                return taken.group()
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=lambda found: found.start(), default=None)


def _instead(other: Answer, answer: Answer) -> bool:
    """Whether another answer of the same page or voice gives another value."""
    theirs = other.article == answer.article or other.origin_group == answer.origin_group
    return theirs and compare(other.value, answer.value) == "differ"


@cache
def _in_small_letters(group: str) -> re.Pattern[str]:
    """The words of a group without a regard for capitals, which costs several times as much to look for."""
    return re.compile(table("revisions")[group]["pattern"])


@cache
def _pattern(group: str) -> re.Pattern[str]:
    return re.compile(table("revisions")[group]["pattern"], re.IGNORECASE)
