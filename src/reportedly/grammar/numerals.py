"""What a number says, in digits or in words."""

from __future__ import annotations

from functools import cache

from reportedly.grammar.lexicon import values
from reportedly.grammar.tokens import Tokens

GROUPING = str.maketrans("", "", ", \u00a0\u202f\u2009")


@cache
def _spelled() -> dict[str, float]:
    return {w: float(v) for name in ("ones", "teens", "tens") for w, v in values("numbers", name).items()}


@cache
def _multipliers() -> dict[str, float]:
    return {w: float(v) for name in ("hundred", "dozen") for w, v in values("numbers", name).items()}


@cache
def _magnitudes() -> dict[str, float]:
    return {word: float(v) for word, v in values("numbers", "magnitude").items()}


def numeral(tokens: Tokens, first: int, last: int) -> float | None:
    """The value of the number that tokens `first` up to `last` write; None when they write none.

    Reads digits with grouping and decimals, a magnitude after them, and number words: "Three thousand, four
    hundred and twelve", "two point five million". "A" counts as one only before a hundred, a thousand and the like.
    """
    total = current = 0.0
    seen, decimal = False, 0
    for place in range(first, last):
        word = tokens.word(place)
        if word == "point" and seen:
            decimal = 1
        elif decimal and word in _spelled():
            current, decimal = current + _spelled()[word] / 10**decimal, decimal + 1
        elif word[:1].isdigit() or (word[:1] == "." and len(word) > 1):
            current, seen = _digits(word), True
        elif word in _spelled():
            current, seen = current + _spelled()[word], True
        elif word in _multipliers():
            current, seen = (current or 1.0) * _multipliers()[word], True
        elif word in _magnitudes():
            total, current, seen = total + (current or 1.0) * _magnitudes()[word], 0.0, True
        elif word not in ("a", "an", "and", "-", "–", "—", "‑", ","):
            return None
    return round(total + current, 9) if seen else None


def _digits(word: str) -> float:
    return float(word.translate(GROUPING))
