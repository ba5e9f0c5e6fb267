"""Names as they are compared: by their words, without titles, accents and case."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import SequenceMatcher
from functools import cache, lru_cache

from reportedly.model.point import Agreement
from reportedly.relate.naming.spelling import sound
from reportedly.relate.terms import plain
from reportedly.vocabulary import table

WORD = re.compile(r"[^\W_]+")
OWNER = re.compile(r"^(?:the\s+)?(.+?)[’']s?\s+\S", re.IGNORECASE)  # "COMOL's director"
POSSESSIVE = re.compile(r"[’']s?\b")
LONG = 5  # letters from which two spellings of one name may differ a little
ALIKE, HEARD = 0.85, 0.75  # share of their letters, in order; of words that sound alike


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(word for line in table("titles")["empty"].values() for word in line.split())


@lru_cache(maxsize=65_536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others; all of them where only titles are left."""
    every = tuple(WORD.findall(POSSESSIVE.sub("", plain(name))))
    kept = tuple(word for word in every if word not in _empty_words())
    return kept or every


@lru_cache(maxsize=65_536)
def _letters(word: str) -> int:
    """The letters of a word as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


@lru_cache(maxsize=65_536)
def same_word(one: str, other: str) -> bool:
    """Whether two words are one, spelling apart: few letters differ, or more that sound alike (Dumbessi, Doumbessy)."""
    if one == other:
        return True
    if min(len(one), len(other)) < LONG or _derived(one, other):
        return False
    odd = (_letters(one) ^ _letters(other)).bit_count()  # letters of one alone, at least: a bound that costs little
    least = HEARD if sound(one) == sound(other) else ALIKE
    if odd > (1 - least) * (len(one) + len(other)):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= least


def _derived(one: str, other: str) -> bool:
    """Whether one word is made from the other by an ending: a region is not regional, nor an office an officer."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in _endings()


@cache
def _endings() -> frozenset[str]:
    return frozenset(table("spelling")["derived"]["endings"].split())


def initials(name: tuple[str, ...]) -> int:
    """How many words of a name are but a letter."""
    return sum(len(word) == 1 for word in name)


def may_stand_for(one: str, other: str) -> bool:
    """Whether a word of a name may stand for another: itself, another spelling, or its first letter."""
    return same_word(one, other) or (len(one) == 1 and other.startswith(one))


def inside(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether every word of one name stands in the other; beside one that does, an initial stands for another."""
    known = any(same_word(word, there) for word in one for there in other)
    return known and all(any(may_stand_for(word, there) for there in other) for word in one)


@lru_cache(maxsize=16_384)  # every two answers of a question ask it of their origins
def same_name(one: str, other: str) -> bool:
    """Whether two names can mean one thing: one holds the other, or last word and one more agree."""
    first, second = words(one), words(other)
    if inside(first, second) or inside(second, first):
        return True
    if not first or not second or not same_word(first[-1], second[-1]):
        return False
    return sum(any(same_word(word, there) for there in second) for word in set(first)) >= 2


def one_bearer(names: Collection[str]) -> str | None:
    """Whom all the names mean, by the longest of them; None where they mean several, or there is no name."""
    longest = min(names, key=lambda name: (-len(name), name), default=None)
    return longest if longest is not None and all(same_name(name, longest) for name in names) else None


def likeness(one: str, other: str) -> Agreement:
    """Same name, part and whole (compatible), or two names (differ)."""
    first, second = words(one), words(other)
    if inside(first, second) and inside(second, first):
        return "same"
    return "compatible" if same_name(one, other) else "differ"
