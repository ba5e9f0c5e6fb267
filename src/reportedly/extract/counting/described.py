"""The described set in words: noun with the modifiers that matter, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.extract.counting.word_lists import listed
from reportedly.extract.words import Token
from reportedly.vocabulary.places import peoples

FARTHEST = 6  # words before a noun in which its modifiers lie


@dataclass(frozen=True, slots=True)
class Described:
    """What is counted in the text's words, from its first kept modifier to its noun, and the holder."""

    words: str
    first: Token
    last: Token
    holder: str | None


def described(noun: Token, numeral_end: int) -> Described:
    """The noun with its modifiers after token `numeral_end`; capitalised ones and possessors are the holder."""
    left = [token for token in _before(noun) if token.i >= numeral_end or numeral_end > noun.i]
    people = left[-1:] if left and f"{left[-1].text} {noun.text}" in peoples() else []  # "North Koreans"
    holders = [token for token in left if _names_holder(token) and token not in people]
    kept = [token for token in left if token in people or (token not in holders and _matters(token))]
    first = kept[0] if kept else noun
    words = " ".join(token.text for token in (*kept, noun))
    return Described(words, first, noun, words.removesuffix("s") if people and not holders else _holder(noun, holders))


def _before(noun: Token) -> list[Token]:
    """The words of the noun's phrase before it, in order."""
    start = max(noun.left_edge.i, noun.i - FARTHEST, noun.sent.start)
    return [token for token in noun.doc[start : noun.i] if not token.is_punct and not token.is_space]


def _matters(token: Token) -> bool:
    if token.pos_ not in {"ADJ", "NOUN", "PROPN", "VERB"} or token.like_num:
        return False
    return token.lower_ not in listed("idle") and token.lower_ not in listed("person_compound")


def _names_holder(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in {"ADJ", "PROPN", "NOUN"} and not token.is_sent_start


def _holder(noun: Token, capitals: list[Token]) -> str | None:
    if capitals:
        return " ".join(token.text for token in capitals).removesuffix("'s").removesuffix("’s")
    owner = next((child for child in noun.children if child.dep_ == "poss" and child.pos_ == "PROPN"), None)
    if owner is not None:
        return " ".join(t.text for t in owner.subtree if t.pos_ == "PROPN")
    if noun.pos_ == "PROPN" and noun.tag_ == "NNPS":
        return noun.text.removesuffix("s")
    return None
