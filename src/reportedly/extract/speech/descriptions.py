"""What the words that describe a source tell of it: its head, whether a man or a woman, whether kept anonymous."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.extract.words import Token
from reportedly.vocabulary import listed, table

WHEN = re.compile(rf" (?:on|late|early|late on|early on) (?:{'|'.join(table('dates')['weekday']['names'])})$", re.I)
MEN, WOMEN = "man", "woman"


def head_of(tokens: Sequence[Token]) -> Token:
    """The noun that a source phrase is about: the last, where they all stand before a verb taken for a noun."""
    inside = {t.i for t in tokens}
    outside = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    nouns = [t for t in outside if t.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")] or [tokens[-1]]
    return next((t for t in nouns if t.dep_ not in ("poss", "compound")), nouns[-1])


def sex_of(tokens: Sequence[Token]) -> str | None:
    """Whether the words tell a man or a woman; None where they do not."""
    words = {t.lower_.rstrip(".") for t in tokens}
    told = table("sources")["sex"]
    if words & set(told["man"]) or any(w.endswith("man") and not w.endswith("woman") for w in words):
        return MEN
    return WOMEN if words & set(told["woman"]) or any(w.endswith("woman") for w in words) else None


def is_anonymous(words: str, named: bool) -> bool:
    """Whether the words keep a name back, or describe somebody whom they do not name."""
    rows = table("sources")["anonymous"]
    lowered = words.lower()
    if any(phrase in lowered for phrase in rows["phrases"]):
        return True
    said = lowered.split()
    return not named and bool(said) and (said[0] in rows["counts"] or said[-1] in rows["nouns"])


def plainly(words: str) -> str:
    """The description as a name: up to its first comma, without the article."""
    first = words.partition(",")[0].strip()
    for ending in ("'s", "’s", "'", "’"):
        first = first.removesuffix(ending)
    for article in ("the ", "The "):
        first = first.removeprefix(article)
    first = WHEN.sub("", first)  # "Rebels in the north on Sunday"
    return _in_plain_words(first) or words


def _in_plain_words(words: str) -> str:
    """ "State telly", "local TV": television, where they are no name."""
    parts = words.split()
    if any(part[0].isupper() and part.lower() not in _short() for part in parts[1:]):
        return words
    return " ".join(_short().get(part.lower(), part) if number else part for number, part in enumerate(parts))


def _short() -> dict[str, str]:
    told: dict[str, str] = table("sources")["short"]["words"]
    return told


def titles(before: Token, name: Token) -> bool:
    """Whether a word for a medium stands before its name: "the Lund daily Harbour Post"."""
    media = listed("relays", "medium") | listed("relays", "medium_beside")
    return before.lower_ in media and before.is_lower and name.text[:1].isupper()
