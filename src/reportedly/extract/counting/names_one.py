"""A number beside the noun of one thing names it: "tank 3 was empty", "the 777 jet"."""

from __future__ import annotations

from reportedly.extract.counting.word_lists import listed, people
from reportedly.extract.words import Phrase, Token

HIGHEST = 1000  # a bare number from here on is a count even beside a noun
ONE = "NN"  # the tag of a noun that is one thing
MODEL = 2  # digits that the number of a model has at least


def names_one(phrase: Phrase) -> bool:
    """Whether a number in digits is part of the name of one thing, or of one kind, and counts nothing.

    Not behind a noun that has a number for its value ("toll 9" in a headline), nor before one that is the same of many.
    """
    number = phrase.root
    if len(phrase) != 1 or not number.text.isdigit() or int(number.text) >= HIGHEST or number.i == 0:
        return False
    return _behind(number) or (len(number.text) >= MODEL and number.nbor(-1).tag_ == "DT" and _model(number))


def _behind(number: Token) -> bool:
    noun = number.head
    behind = noun.i == number.i - 1 and noun.tag_ == ONE and noun.text.islower()
    return behind and noun.lower_ not in listed("valued")


def _model(number: Token) -> bool:
    """ "the 777 jet": behind an article, right before the noun of one thing."""
    noun = number.head
    if number.dep_ != "nummod" or noun.i != number.i + 1 or noun.tag_ != ONE:
        return False
    last = noun.i + 1 == len(noun.doc) or noun.nbor().tag_ not in ("NN", "NNS", "HYPH")
    return last and noun.lower_ not in listed("same_of_many") and noun.lower_ not in people()
