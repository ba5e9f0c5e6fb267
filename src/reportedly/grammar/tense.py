"""Whether the words around a time expression speak of what is to come."""

from __future__ import annotations

from functools import cache

from reportedly.grammar.lexicon import kinds
from reportedly.grammar.notation import Hit
from reportedly.grammar.tokens import Tokens
from reportedly.vocabulary import table

REACH = 24  # tokens on each side that can decide
NEAR_AFTER = 6
SHORT = 4  # letters of an abbreviation


def looks_ahead(hit: Hit) -> bool:
    """Whether the nearest verb of time in the sentence is one of planning or future, rather than of the past."""
    cut = hit.tokens
    first, last = hit.match.start(), hit.match.end()
    if cut.word(last) in ("'s", "’s"):
        return False  # "Wednesday's ruling" has been given
    if cut.word(first - 1) == "by":
        return True  # a deadline
    if cut.word(first - 1) in ("until", "till") and _goes_on(cut, first - 1):
        return True
    before = _before(cut, first)
    return _after(cut, last) if before is None else before


def _goes_on(cut: Tokens, place: int) -> bool:
    """ "The road is shut until Friday": a state of now with an end to come."""
    behind, ends, present = _words()[1], _ends(), table("dates")["ahead"]["present"]
    for back in range(place - 1, max(-1, place - 1 - REACH), -1):
        if cut.kinds[back] in ends or cut.words[back] in behind:
            return False
        if cut.words[back] in present:
            return True
    return False


def _before(cut: Tokens, first: int) -> bool | None:
    """What the nearest word of time before an expression says; None where its sentence has none."""
    (ahead, behind), ends, words = _words(), _ends(), cut.words
    for place in range(first - 1, max(-1, first - 1 - REACH), -1):
        if cut.kinds[place] in ends and not _abbreviates(cut, place):
            return None
        word = words[place]
        if cut.kinds[place] == kinds()["month"]:
            continue  # "May" the month is no "may"
        if word in ahead or (word == "be" and cut.word(place - 1) == "to"):
            return (cut.word(place - 2), cut.word(place - 1)) != ("had", "been")
        if word in ("to", "for") and cut.word(place - 1) == "set":
            return True
        if word in behind:
            return False
    return None


def _after(cut: Tokens, last: int) -> bool:
    (ahead, behind), ends, words = _words(), _ends(), cut.words
    for place in range(last, min(len(cut), last + NEAR_AFTER)):
        word = words[place]
        if cut.kinds[place] in ends or word in behind:
            return False
        if word in ahead and cut.kinds[place] != kinds()["month"]:
            return True
    return False


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(table("dates")["ahead"]["words"]), frozenset(table("dates")["behind"]["words"])


@cache
def _ends() -> frozenset[str]:
    return frozenset(kinds()[name] for name in ("dot", "stop", "gap"))


def _abbreviates(cut: Tokens, place: int) -> bool:
    """Whether a dot only cuts a capitalised word short: "Ill.", "Gen."."""
    if cut.word(place) != "." or not cut.touches(place):
        return False
    word = cut.text[cut.starts[place - 1] : cut.ends[place - 1]]
    return word[0].isupper() and len(word) <= SHORT
