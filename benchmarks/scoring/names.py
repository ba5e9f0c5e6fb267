"""Whether two names mean the same, leniently: the scorer's own test, apart from the tool's."""

from __future__ import annotations

import difflib
import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
# Ranks, offices and words of form: "Captain A. Doumbessy" and "Doumbessy" are one name.
OFFICES = frozenset(
    """mr mrs ms dr prof sir gen general col colonel maj major capt captain lt sgt president prime minister chancellor
    secretary spokesman spokeswoman spokesperson chief director governor mayor senator rep sen gov king queen prince
    pope bishop judge chairman chairwoman commissioner ambassador the a an of for and former acting deputy vice military
    analyst expert professor doctor""".split()  # noqa: SIM905
)
LONG_WORD = 5
ALIKE = 0.85


def fold(name: str | None) -> list[str]:
    """The words of a name without marks, case and possessive."""
    plain = unicodedata.normalize("NFKD", (name or "").replace("’s", "").replace("'s", ""))
    return WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).casefold())


def telling_words(name: str | None) -> list[str]:
    """Its words without offices; all of them when it has no others."""
    words = fold(name)
    return [word for word in words if word not in OFFICES] or words


def same_word(one: str, other: str) -> bool:
    """Equal, or two long words spelt nearly alike."""
    if one == other:
        return True
    long = min(len(one), len(other)) >= LONG_WORD
    return long and difflib.SequenceMatcher(None, one, other).ratio() >= ALIKE


def inside(ones: list[str], others: list[str]) -> bool:
    """Whether every word of the first is among the second."""
    return all(any(same_word(one, other) for other in others) for one in ones)


def same_name(one: str | None, other: str | None) -> bool:
    """One name holds the other, or they share the last word and one more; two that are missing are the same."""
    a, b = telling_words(one), telling_words(other)
    if not a or not b:
        return not a and not b
    if inside(a, b) or inside(b, a):
        return True
    return same_word(a[-1], b[-1]) and sum(any(same_word(word, v) for v in b) for word in set(a)) >= 2
