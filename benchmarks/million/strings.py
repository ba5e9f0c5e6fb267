"""Strings that no grammar was written for, made from a seed, so that each can be made again."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

from reportedly.vocabulary import table

LONGEST = 250  # code points of one string
MARKS = list(" .,-–—‑/'’\"“”()[]:;%$€£+*#@&°½²\n\t\u00a0\u2009\u2029\u200b\u0301")
SMALL = ["a", "the", "of", "in", "on", "at", "to", "from", "between", "and", "or", "by", "for", "per", "ago", "later"]
NUMBERS = [
    "0",
    "1",
    "9",
    "12",
    "31",
    "99",
    "404",
    "1999",
    "2031",
    "1,000",
    "12 000",
    "3.4",
    ".5",
    "10:30",
    "2031-09-17",
]
MANY = 12


def string(seed: int) -> str:
    """The string of a seed: random characters, words of the tables in any order, one of them over and over, or all."""
    chance = random.Random(seed)  # noqa: S311 - it keeps no secret
    return chance.choice(KINDS)(chance)[:LONGEST]


def _characters(chance: random.Random) -> str:
    reach = chance.choice((0x80, 0x250, 0x3000, 0x10000, 0x110000))
    found = (chance.randrange(reach) for _ in range(chance.randrange(80)))
    return "".join(chr(code) for code in found if not 0xD800 <= code < 0xE000)


def _words(chance: random.Random) -> str:
    return "".join(_piece(chance) for _ in range(chance.randrange(1, 3 * MANY)))


def _repeated(chance: random.Random) -> str:
    piece = "".join(_piece(chance) for _ in range(chance.randrange(1, 4)))
    return piece * chance.randrange(1, LONGEST // len(piece) + 2)


def _broken(chance: random.Random) -> str:
    """Words with characters taken out, doubled or changed."""
    text = list(_words(chance))
    for _ in range(chance.randrange(6)):
        at = chance.randrange(len(text))
        text[at] = chance.choice(("", text[at] * 2, chance.choice(MARKS), text[at].swapcase()))
    return "".join(text)


def _nested(chance: random.Random) -> str:
    """Openings that no end follows, then ends without openings."""
    one, two = _piece(chance), _piece(chance)
    return one * chance.randrange(1, 4 * MANY) + two * chance.randrange(1, 4 * MANY)


KINDS: tuple[Callable[[random.Random], str], ...] = (_characters, _words, _words, _repeated, _broken, _nested)


def _piece(chance: random.Random) -> str:
    word = chance.choice(chance.choice((MARKS, SMALL, NUMBERS, _listed(), _listed())))
    return word + chance.choice(("", " ", " ", " ", "-"))


@cache
def _listed() -> list[str]:
    """Every word of the tables of dates, numbers and units, as it is and with a capital."""
    found: set[str] = set()
    for name in ("dates", "numbers", "units"):
        _gather(table(name), found)
    words = sorted(word for word in found if word and len(word) < 30)
    return [*words, *(word.capitalize() for word in words)]


def _gather(entry: object, found: set[str]) -> None:
    if isinstance(entry, dict):
        for key, value in entry.items():
            found.add(str(key))
            _gather(value, found)
    elif isinstance(entry, list):
        for value in entry:
            _gather(value, found)
    elif isinstance(entry, str):
        found.add(entry)
