"""Numbers that are called, not counted: "dialled 911", "the hotline on 0800 900 100", "text HELP to 85258"."""

from __future__ import annotations

from functools import partial

from reportedly.grammar.amounts.core import Core
from reportedly.grammar.tokens import Tokens
from reportedly.vocabulary import listed, table

_listed = partial(listed, "numbers", "dialled")

SHORT = 2  # digits of a number that a verb of calling alone does not tell from a count
LONGEST_WAY = 4  # tokens between the word for calling and the number


def is_dialled(cut: Tokens, core: Core) -> bool:
    """Whether a number in plain digits is that of a telephone line, as the words around it say."""
    if core.last - core.first != 1 or not cut.word(core.first).isdigit():
        return False
    first = _first_group(cut, core.first)
    emergency = cut.word(core.first) in _listed("emergency")
    if emergency and cut.word(core.last) in _listed("called"):
        return True
    if cut.word(core.first) in _listed("unmistaken") and cut.word(core.last) in _listed("reach"):
        return True
    way, place = 0, first - 1
    while way < LONGEST_WAY and (cut.word(place) in _listed("between") or cut.word(place) in _listed("emergency")):
        way, place = way + 1, place - 1
    word, led = cut.word(place), cut.word(first - 1)
    if emergency and word in _listed("reach") and led == "to":
        return True
    answered = emergency and word in _listed("answers") and led in _listed("led")
    called = word in _listed("reach") and (emergency or len(cut.word(first)) > SHORT)
    return (word in _listed("lines") or answered or called) and not _counts(cut, core.last)


def _first_group(cut: Tokens, place: int) -> int:
    """ "116 123": the first of groups of digits with nothing but spaces between them."""
    while cut.word(place - 1).isdigit() and not cut.touches(place):
        place -= 1
    return place


def _counts(cut: Tokens, place: int) -> bool:
    """Whether a word follows that the number can count."""
    word = cut.word(place)
    return word[:1].isalpha() and word not in _listed("after") and word not in table("numbers")["no_noun"]["words"]
