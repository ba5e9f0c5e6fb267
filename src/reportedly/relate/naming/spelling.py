"""Words of names as they sound, so that one name in several transliterations is found to be one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby

from reportedly.vocabulary import table

PIECE = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A plain word by its consonants ("zelensky" and "zelenskyy" are "slnsk"), with its first letter kept."""
    sounds, vowels = _sounds()
    heard = sounds[1].sub(lambda found: sounds[0][found.group()], word)
    kept = heard[:1] + "".join(letter for letter in heard[1:] if letter not in vowels)
    return "".join(letter for letter, _ in groupby(kept))


@cache
def _sounds() -> tuple[tuple[dict[str, str], re.Pattern[str]], frozenset[str]]:
    one: dict[str, str] = table("spelling")["one_sound"]
    return (one, re.compile("|".join(one))), frozenset(table("spelling")["vowels"]["letters"].split())


def stands_for(acronym: str, spelled: Sequence[str]) -> bool:
    """Whether letters ("NFA") are the initials of one of some names ("National Ferry Authority")."""
    letters = acronym.replace(".", "")
    if len(letters) < table("spelling")["acronym"]["least"] or not (letters.isalpha() and letters.isupper()):
        return False
    return any(_initials(name) == letters for name in spelled)


@lru_cache(maxsize=16_384)  # all letters of a story are held against each of its names
def _initials(name: str) -> str:
    return "".join(word[0] for word in PIECE.findall(name) if word[0].isupper())
