"""Whether the words around a time expression speak of what is to come."""

from __future__ import annotations

from reportedly.grammar.lexicon import kinds
from reportedly.grammar.notation import Hit
from reportedly.vocabulary import table

REACH = 14  # tokens on each side that can decide
NEAR_AFTER = 6


def looks_ahead(hit: Hit) -> bool:
    """Whether the nearest verb of time in the sentence is one of planning or future, rather than of the past."""
    cut = hit.tokens
    dates = table("dates")
    ahead, behind = dates["ahead"]["words"], dates["behind"]["words"]
    first, last = hit.match.start(), hit.match.end()
    ends = {kinds()[name] for name in ("dot", "stop", "gap")}
    for place in range(first - 1, max(-1, first - 1 - REACH), -1):
        if cut.kinds[place] in ends:
            break
        word = cut.word(place)
        if word in ahead:
            return True
        if word in behind:
            return False
        if word == "be" and cut.word(place - 1) == "to":
            return True
    for place in range(last, min(len(cut), last + NEAR_AFTER)):
        if cut.kinds[place] in ends:
            break
        word = cut.word(place)
        if word in ahead:
            return True
        if word in behind:
            return False
    return False
