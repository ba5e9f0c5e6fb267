"""Two numbers that make one range, and two that tell of a change."""

from __future__ import annotations

from functools import cache

from reportedly.grammar.amounts.core import Core
from reportedly.grammar.amounts.phrases import Phrases
from reportedly.grammar.tokens import Tokens
from reportedly.vocabulary import table

HYPHENS = frozenset("-–—‑")
CHANGE_REACH = 4  # tokens before "from" in which a verb of change is looked for
NEAR = 2.5  # how many times the first the second number of "33 or 34" may be


def range_of(cut: Tokens, one: Core, two: Core, join: str, opened: str) -> tuple[float, float] | None:
    """The low and high of two numbers joined by a word or dash; None when they are no range.

    `opened` is the phrase before the first ("between", "from"), empty when there is none.
    """
    if one.high is None or two.high is None or one.form not in ("number", "fraction") or two.form != "number":
        return None
    low, high = _scaled(one, two), two.low
    if low >= high or (join == "and" and "between" not in opened):
        return None
    if join == "or" and high > NEAR * max(low, 1.0):
        return None
    if join in ("to", "or") and opened.endswith("from") and is_change(cut, one.first):
        return None
    return low, high


def is_change(cut: Tokens, first: int) -> bool:
    """Whether a verb of change stands shortly before the "from" at a number: "fell from 48"."""
    changes = table("numbers")["change"]["words"]
    return any(cut.word(place) in changes for place in range(max(0, first - 1 - CHANGE_REACH), first))


def opening(cut: Tokens, first: int) -> tuple[int, str] | None:
    """ "between" or "from" right before token `first`: where it begins and what it is."""
    return _open().before(cut, first)


def is_score(cut: Tokens, one: Core, two: Core) -> bool:
    """ "3-1", "24-7": two small numbers glued by a hyphen that do not grow."""
    glued = two.first == one.last + 1 and cut.touches(two.first) and cut.touches(one.last)
    return glued and cut.word(one.last) in HYPHENS and one.low >= two.low


def _scaled(one: Core, two: Core) -> float:
    """ "three and four million": the first takes the magnitude of the second."""
    if two.magnitude > 1 and one.magnitude == 1 and one.low <= two.low / two.magnitude:
        return one.low * two.magnitude
    return one.low


@cache
def _open() -> Phrases:
    return Phrases.of((phrase, phrase) for phrase in table("numbers")["range"]["open"])
