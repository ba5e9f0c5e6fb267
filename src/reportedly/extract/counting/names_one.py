"""A number behind the noun of one thing names it: "tank 3 was empty", "near boundary marker 14"."""

from __future__ import annotations

from reportedly.extract.counting.word_lists import listed
from reportedly.extract.words import Phrase

HIGHEST = 1000  # a bare number from here on is a count even behind a noun
ONE = "NN"  # the tag of a noun that is one thing


def names_one(phrase: Phrase) -> bool:
    """Whether a number in digits is part of the name of one thing and counts nothing.

    Not behind a noun that has a number for its value: "toll 9" in a headline.
    """
    number = phrase.root
    if len(phrase) != 1 or not number.text.isdigit() or int(number.text) >= HIGHEST or number.i == 0:
        return False
    noun = number.head
    behind = noun.i == number.i - 1 and noun.tag_ == ONE and noun.text.islower()
    return behind and noun.lower_ not in listed("valued")
